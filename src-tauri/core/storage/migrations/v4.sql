-- Version 4: paper and Excel. Only adds. Rules as in v1.

-- Derived: the sums of 任务台账 by unit are read from this index alone.
CREATE INDEX task_now_sums ON task_now(lead_department_id, status, open, due);

-- ── 文书模板: the bureau's own; bytes in attachment_chunk by hash ─────────────────────────────────────────────────
CREATE TABLE paper_template(
  id BLOB NOT NULL PRIMARY KEY,
  paper TEXT NOT NULL, name TEXT NOT NULL, sha256 BLOB NOT NULL, bytes INTEGER NOT NULL, set_on TEXT NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX paper_template_of ON paper_template(paper);
CREATE INDEX paper_template_content ON paper_template(sha256);
