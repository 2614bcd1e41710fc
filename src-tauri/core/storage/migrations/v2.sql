-- Version 2. Frozen. Before, at and after the session. Only adds. Rules as in v1.

-- ── Dated facts: figures rest on these days, never on when something was typed (domain.md §1.7) ──────────────────
CREATE TABLE project_stage_fact(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, on_day TEXT NOT NULL, from_stage TEXT, to_stage TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  resume_on TEXT, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX project_stage_fact_of ON project_stage_fact(project_id, on_day);

CREATE TABLE demand_status(
  id BLOB NOT NULL PRIMARY KEY,
  demand_id BLOB NOT NULL, on_day TEXT NOT NULL, from_status TEXT, to_status TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX demand_status_of ON demand_status(demand_id, on_day);

CREATE TABLE demand_visit(
  id BLOB NOT NULL PRIMARY KEY,
  demand_id BLOB NOT NULL, on_day TEXT NOT NULL, manner TEXT NOT NULL DEFAULT '', satisfaction TEXT NOT NULL, text TEXT NOT NULL DEFAULT '',
  visitor TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX demand_visit_of ON demand_visit(demand_id, on_day);

-- ── 重点项目库, 落地认定, 成效, 引述数 ────────────────────────────────────────────────────────────────────────────
CREATE TABLE library_entry(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, in_on TEXT NOT NULL, out_on TEXT, in_reason TEXT NOT NULL DEFAULT '', out_reason TEXT NOT NULL DEFAULT '',
  batch TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX library_entry_of ON library_entry(project_id, in_on);

CREATE TABLE landing(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, basis TEXT NOT NULL, landed_on TEXT NOT NULL, decided_by TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', revoked_on TEXT, revoke_reason TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX landing_of ON landing(project_id, landed_on);

CREATE TABLE evidence(
  id BLOB NOT NULL PRIMARY KEY,
  landing_id BLOB NOT NULL, text TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX evidence_of ON evidence(landing_id);

CREATE TABLE outcome(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, demand_id BLOB, task_id BLOB, kind TEXT NOT NULL, amount TEXT, counterparty TEXT NOT NULL DEFAULT '',
  on_day TEXT, source_text TEXT NOT NULL DEFAULT '', verify TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX outcome_of ON outcome(project_id);
CREATE INDEX outcome_of_demand ON outcome(demand_id);
CREATE INDEX outcome_of_task ON outcome(task_id);

CREATE TABLE stated_figure(
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', as_of TEXT, amount TEXT, unit TEXT NOT NULL DEFAULT '', text TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0, project_id BLOB) WITHOUT ROWID;
CREATE INDEX stated_figure_of ON stated_figure(project_id);

-- ── 征集, 评审论证 ───────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE submission(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, received_on TEXT NOT NULL, channel TEXT NOT NULL, district TEXT, filled_by TEXT NOT NULL DEFAULT '',
  batch TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', screening TEXT NOT NULL, screened_on TEXT, screening_note TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX submission_of ON submission(project_id);

CREATE TABLE expert(
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL, organisation TEXT NOT NULL DEFAULT '', post TEXT NOT NULL DEFAULT '', field TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL, mobile TEXT NOT NULL DEFAULT '', tel TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE review(
  id BLOB NOT NULL PRIMARY KEY,
  project_id BLOB NOT NULL, round INTEGER NOT NULL, kind TEXT NOT NULL, held_on TEXT, organiser TEXT NOT NULL DEFAULT '', conclusion TEXT,
  opinion TEXT NOT NULL DEFAULT '', to_change TEXT NOT NULL DEFAULT '', how_met TEXT NOT NULL DEFAULT '', met_on TEXT,
  note TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX review_of ON review(project_id, round);

CREATE TABLE review_opinion(
  id BLOB NOT NULL PRIMARY KEY,
  review_id BLOB NOT NULL, expert_id BLOB NOT NULL, score_idea INTEGER, score_argument INTEGER, score_feasible INTEGER,
  text_idea TEXT NOT NULL DEFAULT '', text_argument TEXT NOT NULL DEFAULT '', text_feasible TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '', advice TEXT, declined INTEGER NOT NULL DEFAULT 0, position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX review_opinion_of ON review_opinion(review_id);
CREATE INDEX review_opinion_by ON review_opinion(expert_id);

-- ── 创意会 ──────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE session(
  id BLOB NOT NULL PRIMARY KEY,
  theme TEXT NOT NULL, year INTEGER, season INTEGER, special TEXT NOT NULL DEFAULT '', held_on TEXT,
  starts_at TEXT NOT NULL DEFAULT '', status TEXT NOT NULL,
  venue TEXT NOT NULL DEFAULT '', organiser TEXT NOT NULL DEFAULT '', onsite TEXT NOT NULL DEFAULT '', online TEXT NOT NULL DEFAULT '',
  focus TEXT NOT NULL DEFAULT '[]', verify TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE presentation(
  id BLOB NOT NULL PRIMARY KEY,
  session_id BLOB NOT NULL, project_id BLOB NOT NULL, presenter TEXT NOT NULL DEFAULT '', minutes INTEGER,
  expert_comments TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX presentation_of ON presentation(session_id);
CREATE INDEX presentation_of_project ON presentation(project_id);

-- What a unit answered on the spot; `typed` is the line as it was typed.
CREATE TABLE session_reply(
  id BLOB NOT NULL PRIMARY KEY,
  presentation_id BLOB NOT NULL, demand_id BLOB, department_id BLOB, text TEXT NOT NULL DEFAULT '', due TEXT,
  due_rule TEXT NOT NULL DEFAULT '', typed TEXT NOT NULL DEFAULT '', task_id BLOB, position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX session_reply_of ON session_reply(presentation_id);
CREATE INDEX session_reply_of_demand ON session_reply(demand_id);
CREATE INDEX session_reply_by ON session_reply(department_id);
CREATE INDEX session_reply_to_task ON session_reply(task_id);

-- 筹备事项, counted back from the day in working days.
CREATE TABLE session_item(
  id BLOB NOT NULL PRIMARY KEY,
  session_id BLOB NOT NULL, title TEXT NOT NULL, days_before INTEGER, owner TEXT NOT NULL DEFAULT '', done_on TEXT,
  note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX session_item_of ON session_item(session_id);

CREATE TABLE session_guest(
  id BLOB NOT NULL PRIMARY KEY,
  session_id BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', post TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '',
  expert_id BLOB, department_id BLOB, enterprise_id BLOB, attendance TEXT NOT NULL, seat TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX session_guest_of ON session_guest(session_id);
CREATE INDEX session_guest_expert ON session_guest(expert_id);
CREATE INDEX session_guest_department ON session_guest(department_id);
CREATE INDEX session_guest_enterprise ON session_guest(enterprise_id);

-- ── 推进小组, 附件, 通报快照, lists ─────────────────────────────────────────────────────────────────────────────
CREATE TABLE work_group(
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL, domain TEXT NOT NULL DEFAULT '', leader_id BLOB, note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX work_group_led_by ON work_group(leader_id);

CREATE TABLE work_group_member(
  id BLOB NOT NULL PRIMARY KEY,
  work_group_id BLOB NOT NULL, department_id BLOB, person_id BLOB, role TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX work_group_member_of ON work_group_member(work_group_id);
CREATE INDEX work_group_member_unit ON work_group_member(department_id);
CREATE INDEX work_group_member_person ON work_group_member(person_id);

-- The record an attachment belongs to is named by key alone (`owner`); the bytes lie in attachment_chunk by hash.
CREATE TABLE attachment(
  id BLOB NOT NULL PRIMARY KEY,
  owner BLOB NOT NULL, sha256 BLOB NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL DEFAULT '', bytes INTEGER NOT NULL,
  taken_on TEXT, caption TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '', deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX attachment_of ON attachment(owner);
CREATE INDEX attachment_content ON attachment(sha256);

CREATE TABLE snapshot(
  id BLOB NOT NULL PRIMARY KEY,
  title TEXT NOT NULL, as_of TEXT NOT NULL, definition_version INTEGER NOT NULL, figures TEXT NOT NULL, note TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

-- Editable reference lists. `version` says of which list (13条产业链（2020—2021）); `value` what an entry sets (15个工作日).
CREATE TABLE dictionary_entry(
  id BLOB NOT NULL PRIMARY KEY,
  list TEXT NOT NULL, version TEXT NOT NULL DEFAULT '', code TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', value TEXT NOT NULL DEFAULT '',
  valid_from TEXT, valid_to TEXT, note TEXT NOT NULL DEFAULT '', position TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX dictionary_entry_of ON dictionary_entry(list, version);

CREATE TABLE calendar_day(
  id BLOB NOT NULL PRIMARY KEY,
  on_day TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX calendar_day_on ON calendar_day(on_day);

-- ── More of what is there ───────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE project ADD COLUMN work_group_id BLOB;
ALTER TABLE project ADD COLUMN chain_version TEXT NOT NULL DEFAULT '';
CREATE INDEX project_work_group ON project(work_group_id);
ALTER TABLE demand ADD COLUMN presentation_id BLOB;
CREATE INDEX demand_of_presentation ON demand(presentation_id);
ALTER TABLE demand ADD COLUMN due_rule TEXT NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN source TEXT;
ALTER TABLE department ADD COLUMN merged_into_id BLOB;
CREATE INDEX department_merged ON department(merged_into_id);

-- Bytes of attachments by hash, and pictures scaled for the window. Never attached to a session.
CREATE TABLE attachment_chunk(sha256 BLOB NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(sha256, n));
CREATE TABLE attachment_scaled(sha256 BLOB NOT NULL, width INTEGER NOT NULL, mime TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(sha256, width));
