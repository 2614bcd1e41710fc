-- Version 3: pushing on. Only adds. Rules as in v1.

-- ── 任务, 亮灯规则 ───────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE task_dependency(
  task_id BLOB NOT NULL, depends_on_id BLOB NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(task_id, depends_on_id)) WITHOUT ROWID;
CREATE INDEX task_dependency_on ON task_dependency(depends_on_id);
ALTER TABLE task_status ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

CREATE TABLE light_rule(
  id BLOB NOT NULL PRIMARY KEY,
  valid_from TEXT NOT NULL, behind_above INTEGER NOT NULL, slow_from INTEGER NOT NULL, due_soon_days INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

-- ── 实施方案: 征求意见 and what 印发 froze ─────────────────────────────────────────────────────────────────────────
ALTER TABLE plan ADD COLUMN repealed_on TEXT;
ALTER TABLE plan ADD COLUMN repeal_reason TEXT NOT NULL DEFAULT '';

CREATE TABLE plan_opinion(
  id BLOB NOT NULL PRIMARY KEY,
  plan_id BLOB NOT NULL, department_id BLOB NOT NULL, asked_on TEXT, due TEXT, answered_on TEXT, text TEXT NOT NULL DEFAULT '',
  verdict TEXT, reason TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX plan_opinion_of ON plan_opinion(plan_id);
CREATE INDEX plan_opinion_by ON plan_opinion(department_id);

CREATE TABLE plan_task(
  id BLOB NOT NULL PRIMARY KEY,
  plan_id BLOB NOT NULL, task_id BLOB NOT NULL, title TEXT NOT NULL, measure TEXT NOT NULL DEFAULT '', lead TEXT NOT NULL DEFAULT '',
  assisting TEXT NOT NULL DEFAULT '', persons TEXT NOT NULL DEFAULT '', start_on TEXT, due TEXT, phase TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX plan_task_of ON plan_task(plan_id);
CREATE INDEX plan_task_task ON plan_task(task_id);

CREATE TABLE plan_paper(
  id BLOB NOT NULL PRIMARY KEY,
  plan_id BLOB NOT NULL, name TEXT NOT NULL, sha256 BLOB NOT NULL, bytes INTEGER NOT NULL, content TEXT NOT NULL DEFAULT '',
  made_on TEXT NOT NULL, exported_on TEXT, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX plan_paper_of ON plan_paper(plan_id);
CREATE INDEX plan_paper_content ON plan_paper(sha256);

-- ── 调度会, 督办单, 协调, 报送 ────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE meeting(
  id BLOB NOT NULL PRIMARY KEY,
  held_on TEXT NOT NULL, number TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
  chair TEXT NOT NULL DEFAULT '', recorder TEXT NOT NULL DEFAULT '', attendees TEXT NOT NULL DEFAULT '', status TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '', sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX meeting_held ON meeting(held_on);

CREATE TABLE meeting_item(
  id BLOB NOT NULL PRIMARY KEY,
  meeting_id BLOB NOT NULL, task_id BLOB, project_id BLOB, title TEXT NOT NULL DEFAULT '', standing TEXT NOT NULL DEFAULT '',
  said TEXT NOT NULL DEFAULT '', state TEXT NOT NULL, position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX meeting_item_of ON meeting_item(meeting_id);
CREATE INDEX meeting_item_task ON meeting_item(task_id);
CREATE INDEX meeting_item_project ON meeting_item(project_id);

-- What was decided at a meeting or in a coordination; `typed` is the line as it was typed.
CREATE TABLE decision(
  id BLOB NOT NULL PRIMARY KEY,
  meeting_item_id BLOB, coordination_id BLOB, typed TEXT NOT NULL DEFAULT '', department_id BLOB, text TEXT NOT NULL DEFAULT '',
  due TEXT, due_rule TEXT NOT NULL DEFAULT '', task_id BLOB, supervision_id BLOB, position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX decision_of_item ON decision(meeting_item_id);
CREATE INDEX decision_of_coordination ON decision(coordination_id);
CREATE INDEX decision_by ON decision(department_id);
CREATE INDEX decision_to_task ON decision(task_id);
CREATE INDEX decision_to_supervision ON decision(supervision_id);

CREATE TABLE supervision(
  id BLOB NOT NULL PRIMARY KEY,
  number TEXT NOT NULL DEFAULT '', level TEXT NOT NULL, task_id BLOB, demand_id BLOB, meeting_id BLOB, department_id BLOB,
  assisting TEXT NOT NULL DEFAULT '', matter TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', requirement TEXT NOT NULL DEFAULT '',
  task_due TEXT, issued_on TEXT, reply_due TEXT, received_on TEXT, replied_on TEXT, reply TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT '', closed_on TEXT, status TEXT NOT NULL, exported_on TEXT, note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX supervision_task ON supervision(task_id);
CREATE INDEX supervision_demand ON supervision(demand_id);
CREATE INDEX supervision_meeting ON supervision(meeting_id);
CREATE INDEX supervision_unit ON supervision(department_id);
CREATE INDEX supervision_status ON supervision(status, reply_due);

CREATE TABLE supervision_step(
  id BLOB NOT NULL PRIMARY KEY,
  supervision_id BLOB NOT NULL, on_day TEXT NOT NULL, from_status TEXT, to_status TEXT NOT NULL, text TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX supervision_step_of ON supervision_step(supervision_id, on_day);

CREATE TABLE coordination(
  id BLOB NOT NULL PRIMARY KEY,
  level TEXT NOT NULL, project_id BLOB, task_id BLOB, demand_id BLOB, meeting_id BLOB, raised_on TEXT NOT NULL, held_on TEXT,
  convener TEXT NOT NULL DEFAULT '', attendees TEXT NOT NULL DEFAULT '', issue TEXT NOT NULL DEFAULT '', decision TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX coordination_project ON coordination(project_id);
CREATE INDEX coordination_task ON coordination(task_id);
CREATE INDEX coordination_demand ON coordination(demand_id);
CREATE INDEX coordination_meeting ON coordination(meeting_id);
CREATE INDEX coordination_status ON coordination(status, raised_on);

CREATE TABLE sent_sheet(
  id BLOB NOT NULL PRIMARY KEY,
  department_id BLOB NOT NULL, title TEXT NOT NULL, sent_on TEXT NOT NULL, due TEXT, returned_on TEXT, note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX sent_sheet_to ON sent_sheet(department_id, sent_on);
