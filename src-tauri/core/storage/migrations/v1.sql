-- Version 1. Frozen: later versions only add (a column at the end with a constant default, a table, an index).
-- Tables that travel between laptops obey merge.md §7: 16-byte keys made once, no other uniqueness, no enforced
-- references, no triggers, no counters; what must change together stands in one column.

CREATE TABLE enterprise(
  id BLOB NOT NULL PRIMARY KEY,
  name_full TEXT NOT NULL, name_short TEXT NOT NULL DEFAULT '', uscc TEXT, district TEXT, district_as_stated TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '', size_class TEXT, ownership TEXT, labels TEXT NOT NULL DEFAULT '[]', employees INTEGER,
  revenue TEXT, verify TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE enterprise_alias(
  id BLOB NOT NULL PRIMARY KEY,
  enterprise_id BLOB NOT NULL, name TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX enterprise_alias_of ON enterprise_alias(enterprise_id);

CREATE TABLE contact(
  id BLOB NOT NULL PRIMARY KEY,
  enterprise_id BLOB NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL DEFAULT '', mobile TEXT NOT NULL DEFAULT '',
  tel TEXT NOT NULL DEFAULT '', is_primary INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX contact_of ON contact(enterprise_id);

CREATE TABLE project(
  id BLOB NOT NULL PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '', name TEXT NOT NULL, kind TEXT, summary TEXT NOT NULL DEFAULT '',
  four_new TEXT NOT NULL DEFAULT '[]', industry TEXT, format TEXT, chain TEXT NOT NULL DEFAULT '', district TEXT,
  district_as_stated TEXT NOT NULL DEFAULT '', investment TEXT, stage TEXT NOT NULL, lead_department_id BLOB,
  problems TEXT NOT NULL DEFAULT '[]', verify TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX project_led_by ON project(lead_department_id);
CREATE INDEX project_name ON project(name);
CREATE INDEX project_stage ON project(stage);

CREATE TABLE project_enterprise(
  project_id BLOB NOT NULL, enterprise_id BLOB NOT NULL, is_lead INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(project_id, enterprise_id)) WITHOUT ROWID;
CREATE INDEX project_enterprise_of ON project_enterprise(enterprise_id);

CREATE TABLE department(
  id BLOB NOT NULL PRIMARY KEY,
  short TEXT NOT NULL, full TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, position TEXT NOT NULL DEFAULT '',
  valid_from TEXT, valid_to TEXT, tel TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE department_alias(
  id BLOB NOT NULL PRIMARY KEY,
  department_id BLOB NOT NULL, name TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX department_alias_of ON department_alias(department_id);

CREATE TABLE person(
  id BLOB NOT NULL PRIMARY KEY,
  department_id BLOB, name TEXT NOT NULL, post TEXT NOT NULL DEFAULT '', mobile TEXT NOT NULL DEFAULT '',
  tel TEXT NOT NULL DEFAULT '', role TEXT, note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX person_of ON person(department_id);

CREATE TABLE demand(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB, enterprise_id BLOB, category TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', quantity TEXT NOT NULL DEFAULT '',
  raised_on TEXT, source TEXT, source_date TEXT, source_number TEXT NOT NULL DEFAULT '', lead_department_id BLOB, due TEXT,
  status TEXT NOT NULL, result TEXT NOT NULL DEFAULT '', resolved_on TEXT, satisfaction TEXT, verify TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX demand_of_project ON demand(project_id);
CREATE INDEX demand_of_enterprise ON demand(enterprise_id);
CREATE INDEX demand_led_by ON demand(lead_department_id);

CREATE TABLE task(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB, enterprise_id BLOB, demand_id BLOB, milestone_id BLOB, title TEXT NOT NULL, measure TEXT NOT NULL DEFAULT '',
  deliverable TEXT NOT NULL DEFAULT '', lead_department_id BLOB, start_on TEXT, due_rule TEXT NOT NULL DEFAULT '',
  weight INTEGER NOT NULL DEFAULT 1, assigned_on TEXT, submitted_on TEXT, closed_on TEXT, note TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '', sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX task_of_project ON task(project_id);
CREATE INDEX task_of_enterprise ON task(enterprise_id);
CREATE INDEX task_of_demand ON task(demand_id);
CREATE INDEX task_of_milestone ON task(milestone_id);
CREATE INDEX task_led_by ON task(lead_department_id);

CREATE TABLE task_department(
  task_id BLOB NOT NULL, department_id BLOB NOT NULL, position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(task_id, department_id)) WITHOUT ROWID;
CREATE INDEX task_department_of ON task_department(department_id);

CREATE TABLE task_person(
  task_id BLOB NOT NULL, person_id BLOB NOT NULL, role TEXT, position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(task_id, person_id)) WITHOUT ROWID;
CREATE INDEX task_person_of ON task_person(person_id);

CREATE TABLE task_status(
  id BLOB NOT NULL PRIMARY KEY,
  task_id BLOB NOT NULL, on_day TEXT NOT NULL, from_status TEXT, to_status TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX task_status_of ON task_status(task_id, on_day);

CREATE TABLE task_due(
  id BLOB NOT NULL PRIMARY KEY,
  task_id BLOB NOT NULL, on_day TEXT NOT NULL, old_due TEXT, new_due TEXT, reason TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX task_due_of ON task_due(task_id, on_day);

CREATE TABLE progress(
  id BLOB NOT NULL PRIMARY KEY,
  task_id BLOB NOT NULL, as_of TEXT NOT NULL, percent INTEGER, done_text TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT '', need_coordination INTEGER NOT NULL DEFAULT 0, reporter TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX progress_of ON progress(task_id, as_of);

CREATE TABLE milestone(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, phase TEXT NOT NULL, name TEXT NOT NULL, plan_on TEXT, actual_on TEXT,
  note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX milestone_of ON milestone(project_id);

CREATE TABLE plan(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB, enterprise_id BLOB, kind TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, status TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '', document_number TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '', dated TEXT,
  issued_on TEXT, sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX plan_of_project ON plan(project_id);
CREATE INDEX plan_of_enterprise ON plan(enterprise_id);

CREATE TABLE plan_section(
  id BLOB NOT NULL PRIMARY KEY,
  plan_id BLOB NOT NULL, part TEXT NOT NULL, heading TEXT NOT NULL DEFAULT '', text TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX plan_section_of ON plan_section(plan_id);

-- The journal (merge.md §7), final from the first version. Never attached to a session.
CREATE TABLE jentry(
  seq INTEGER PRIMARY KEY, hlc INTEGER NOT NULL, id BLOB NOT NULL, stream BLOB NOT NULL, n INTEGER NOT NULL,
  schema INTEGER NOT NULL, fold INTEGER NOT NULL, author TEXT NOT NULL, laptop TEXT NOT NULL, wall_ms INTEGER NOT NULL,
  action TEXT NOT NULL, params TEXT, grp BLOB, undoes BLOB, cs BLOB NOT NULL, state INTEGER NOT NULL DEFAULT 0,
  UNIQUE(hlc, id));
CREATE INDEX jentry_stream ON jentry(stream, n);
CREATE INDEX jentry_trash ON jentry(seq) WHERE action >= 'trash.' AND action < 'trash/';
CREATE TABLE jrow(tbl INTEGER, pk BLOB, hlc INTEGER, id BLOB, seq INTEGER, PRIMARY KEY(tbl, pk, hlc, id)) WITHOUT ROWID;
CREATE TABLE jbase(tbl INTEGER, pk BLOB, img BLOB NOT NULL, PRIMARY KEY(tbl, pk)) WITHOUT ROWID;
CREATE TABLE jconflict(tbl INTEGER, pk BLOB, hlc INTEGER, id BLOB, kind INTEGER, cols BLOB, PRIMARY KEY(tbl, pk, hlc, id)) WITHOUT ROWID;
CREATE TABLE jsegment(hash BLOB PRIMARY KEY, stream BLOB, first_n INTEGER, last_n INTEGER, bytes INTEGER);
CREATE TABLE jmeta(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
-- What this laptop can undo and redo: entries first_seq..last_seq made by one action. Local.
CREATE TABLE jundo(
  position INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, redo INTEGER NOT NULL, params TEXT NOT NULL);
CREATE INDEX jundo_redo ON jundo(redo, position);

-- Derived, rebuilt at any time (检查工作簿), never attached to a session: each live task as it stands now, for lists.
CREATE TABLE task_now(
  task_id BLOB NOT NULL PRIMARY KEY, project_id BLOB, enterprise_id BLOB, lead_department_id BLOB, status TEXT NOT NULL,
  open INTEGER NOT NULL, due TEXT, start_on TEXT, percent INTEGER, coordination INTEGER NOT NULL, facts_until TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX task_now_due ON task_now(open, due);
CREATE INDEX task_now_lead ON task_now(lead_department_id, open, due);
CREATE INDEX task_now_project ON task_now(project_id);
CREATE INDEX task_now_enterprise ON task_now(enterprise_id);
CREATE INDEX task_now_facts ON task_now(facts_until);
CREATE INDEX task_now_submitted ON task_now(due) WHERE status='submitted';
CREATE INDEX task_now_coordination ON task_now(due) WHERE open=1 AND coordination=1;
-- Derived: the search index (search/text.rs). A later rowid is a later change, so newest first is rowid descending.
CREATE TABLE search_doc(rowid INTEGER PRIMARY KEY AUTOINCREMENT, tbl INTEGER NOT NULL, id BLOB NOT NULL UNIQUE);
CREATE VIRTUAL TABLE search_index USING fts5(body, names, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");

-- Kept on this laptop only: remembered ledger mappings, column layouts, drafts.
CREATE TABLE local_setting(k TEXT PRIMARY KEY, v TEXT NOT NULL) WITHOUT ROWID;
