//! What is derived from the travelling tables and kept for speed: each task as it stands (`task_now`) and the search
//! index. Refreshed in the transaction of each action for the rows it touched, rebuilt whole by 检查工作簿, never
//! attached to a session. No triggers: the journal's row operations say what was touched, for an undo and for a
//! merge just the same.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, named_params, params};

use crate::error::Result;
use crate::search::{pinyin, text};
use crate::storage::changeset::RowOp;
use crate::storage::rows;

/// Each live task of `{}` with its dated facts up to the day `:as_of`: the columns of `task_now`, in order.
const TASK_FACTS: &str = "
SELECT t.id, t.project_id,
  COALESCE(t.enterprise_id, (SELECT pe.enterprise_id FROM project_enterprise pe
    WHERE pe.project_id=t.project_id AND pe.deleted=0 ORDER BY pe.is_lead DESC LIMIT 1)) AS enterprise_id,
  t.lead_department_id, f.status, f.status IN ('not_started','in_progress') AS open, f.due, t.start_on, f.percent,
  f.coordination, f.facts_until
FROM (SELECT s.id AS task_id,
  COALESCE((SELECT to_status FROM task_status x WHERE x.task_id=s.id AND x.deleted=0 AND x.on_day<=:as_of
    ORDER BY x.on_day DESC, x.id DESC LIMIT 1), 'not_started') AS status,
  (SELECT new_due FROM task_due x WHERE x.task_id=s.id AND x.deleted=0 AND x.on_day<=:as_of
    ORDER BY x.on_day DESC, x.id DESC LIMIT 1) AS due,
  (SELECT percent FROM progress x WHERE x.task_id=s.id AND x.deleted=0 AND x.as_of<=:as_of AND x.percent IS NOT NULL
    ORDER BY x.as_of DESC, x.id DESC LIMIT 1) AS percent,
  COALESCE((SELECT need_coordination FROM progress x WHERE x.task_id=s.id AND x.deleted=0 AND x.as_of<=:as_of
    ORDER BY x.as_of DESC, x.id DESC LIMIT 1), 0) AS coordination,
  max(COALESCE((SELECT max(on_day) FROM task_status x WHERE x.task_id=s.id AND x.deleted=0), ''),
      COALESCE((SELECT max(on_day) FROM task_due x WHERE x.task_id=s.id AND x.deleted=0), ''),
      COALESCE((SELECT max(as_of) FROM progress x WHERE x.task_id=s.id AND x.deleted=0), '')) AS facts_until
  FROM task s WHERE s.deleted=0 {}) f
JOIN task t ON t.id=f.task_id";

const TASK_COLUMNS: &str = "task_id, project_id, enterprise_id, lead_department_id, status, open, due, start_on, percent, coordination, facts_until";
const END_OF_TIME: &str = "9999-12-31";

/// The source of tasks for a list as of a day: `task_now` itself when every fact known is of that day or before;
/// otherwise the tasks with a later fact are told from their dated facts (the statement binds `:as_of`).
pub fn tasks_as_of(connection: &Connection, as_of: chrono::NaiveDate) -> Result<String> {
    let latest: Option<String> =
        connection.prepare_cached("SELECT max(facts_until) FROM task_now")?.query_row([], |row| row.get(0))?;
    let day = as_of.to_string();
    Ok(match latest.is_none_or(|latest| latest <= day) {
        true => "task_now".to_string(),
        false => {
            let changed = "AND s.id IN (SELECT task_id FROM task_now WHERE facts_until>:as_of)";
            let facts = TASK_FACTS.replace("{}", changed);
            format!("(SELECT {TASK_COLUMNS} FROM task_now WHERE facts_until<=:as_of UNION ALL {facts})")
        }
    })
}

/// Brings derived rows in line with what an action touched.
pub fn refresh(connection: &Connection, ops: &[RowOp]) -> Result<()> {
    let mut tasks = BTreeSet::new();
    let mut documents = BTreeSet::new();
    for op in ops {
        match op.table.as_str() {
            "task" => {
                tasks.insert(op.pk());
            }
            "task_status" | "task_due" | "progress" => {
                tasks.extend(owner(connection, op)?);
            }
            "project_enterprise" => {
                let mut statement = connection.prepare_cached("SELECT id FROM task WHERE project_id=?")?;
                let ids = statement.query_map([&op.pk()[..16]], |row| row.get::<_, Vec<u8>>(0))?;
                tasks.extend(ids.collect::<rusqlite::Result<Vec<_>>>()?);
            }
            _ => {}
        }
        match op.table.as_str() {
            "enterprise_alias" => documents.extend(owner(connection, op)?.map(|pk| ("enterprise", pk))),
            "department_alias" => documents.extend(owner(connection, op)?.map(|pk| ("department", pk))),
            table => {
                if let Some(source) = SOURCES.iter().find(|source| source.table == table) {
                    documents.insert((source.table, op.pk()));
                }
            }
        }
    }
    for task in tasks {
        refresh_task(connection, &task)?;
    }
    for (table, pk) in documents {
        index(connection, table, &pk, true)?;
    }
    Ok(())
}

/// The row that a fact or an alias belongs to: its second column.
fn owner(connection: &Connection, op: &RowOp) -> Result<Option<Vec<u8>>> {
    let cell = |cells: &[Option<Value>]| cells.get(1).cloned().flatten();
    let value = match cell(&op.new).or_else(|| cell(&op.old)) {
        Some(value) => Some(value),
        None => rows::by_name(&op.table)?.row(connection, &op.pk())?.and_then(|cells| cells.into_iter().nth(1)),
    };
    Ok(match value {
        Some(Value::Blob(id)) => Some(id),
        _ => None,
    })
}

/// Brings one row of `task_now` in line. A row that stands right already (a new title changes nothing of it) is left
/// alone, and with it every index of the table.
fn refresh_task(connection: &Connection, task: &[u8]) -> Result<()> {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let rest: Vec<&str> = TASK_COLUMNS.split(", ").skip(1).collect();
        let each = |form: &dyn Fn(&str) -> String| rest.iter().map(|column| form(column)).collect::<Vec<_>>().join(",");
        format!(
            "INSERT INTO task_now({TASK_COLUMNS}) {} WHERE true ON CONFLICT(task_id) DO UPDATE SET {}
             WHERE ({}) IS NOT ({})",
            TASK_FACTS.replace("{}", "AND s.id=:task"),
            each(&|column| format!("{column}=excluded.{column}")),
            each(&|column| format!("task_now.{column}")),
            each(&|column| format!("excluded.{column}")),
        )
    });
    let gone = "DELETE FROM task_now WHERE task_id=?1 AND NOT EXISTS (SELECT 1 FROM task WHERE id=?1 AND deleted=0)";
    connection.prepare_cached(gone)?.execute([task])?;
    connection.prepare_cached(&SQL)?.execute(named_params! {":as_of": END_OF_TIME, ":task": task})?;
    Ok(())
}

/// Where the text of a search document comes from: names (found by pinyin too) and other text, as SQL expressions
/// over row `t`.
struct Source {
    table: &'static str,
    names: &'static str,
    body: &'static str,
}

const SOURCES: &[Source] = &[
    Source {
        table: "enterprise",
        names: "t.name_full||' '||t.name_short||' '||COALESCE((SELECT group_concat(a.name,' ') FROM enterprise_alias a WHERE a.enterprise_id=t.id AND a.deleted=0),'')",
        body: "COALESCE(t.uscc,'')||' '||t.address||' '||t.note",
    },
    Source { table: "contact", names: "t.name", body: "t.post||' '||t.mobile||' '||t.tel||' '||t.note" },
    Source { table: "project", names: "t.name", body: "t.code||' '||t.summary||' '||t.note" },
    Source {
        table: "department",
        names: "t.short||' '||t.full||' '||COALESCE((SELECT group_concat(a.name,' ') FROM department_alias a WHERE a.department_id=t.id AND a.deleted=0),'')",
        body: "t.note",
    },
    Source { table: "person", names: "t.name", body: "t.post||' '||t.mobile||' '||t.note" },
    Source { table: "demand", names: "''", body: "t.text||' '||t.quantity||' '||t.result||' '||t.note" },
    Source { table: "task", names: "''", body: "t.title||' '||t.measure||' '||t.deliverable||' '||t.note" },
    Source { table: "progress", names: "''", body: "t.done_text||' '||t.problem||' '||t.next_step" },
    Source { table: "work_group", names: "t.name", body: "t.domain||' '||t.note" },
    Source { table: "milestone", names: "''", body: "t.name||' '||t.note" },
    Source { table: "attachment", names: "t.name", body: "t.caption" },
    Source { table: "session", names: "t.theme", body: "t.special||' '||t.venue||' '||t.organiser||' '||t.note" },
    Source { table: "presentation", names: "''", body: "t.presenter||' '||t.expert_comments||' '||t.note" },
    Source { table: "session_reply", names: "''", body: "t.text||' '||t.typed" },
    Source { table: "expert", names: "t.name", body: "t.organisation||' '||t.post||' '||t.field||' '||t.note" },
    Source {
        table: "review",
        names: "''",
        body: "t.organiser||' '||t.opinion||' '||t.to_change||' '||t.how_met||' '||t.note",
    },
    Source {
        table: "review_opinion",
        names: "''",
        body: "t.text_idea||' '||t.text_argument||' '||t.text_feasible||' '||t.text",
    },
    Source {
        table: "submission",
        names: "''",
        body: "t.filled_by||' '||t.batch||' '||t.file_name||' '||t.screening_note",
    },
    Source { table: "outcome", names: "''", body: "t.source_text||' '||t.counterparty||' '||t.note" },
    Source { table: "stated_figure", names: "t.name", body: "t.text||' '||t.scope||' '||t.source" },
    Source { table: "meeting", names: "''", body: "t.number||' '||t.title||' '||t.place||' '||t.chair||' '||t.note" },
    Source { table: "meeting_item", names: "''", body: "t.title||' '||t.said" },
    Source { table: "decision", names: "''", body: "t.text||' '||t.typed" },
    Source {
        table: "supervision",
        names: "''",
        body: "t.number||' '||t.matter||' '||t.requirement||' '||t.reply||' '||t.verdict||' '||t.note",
    },
    Source { table: "coordination", names: "''", body: "t.issue||' '||t.decision||' '||t.convener||' '||t.note" },
    Source { table: "plan_section", names: "''", body: "t.heading||' '||t.text" },
];

/// Writes one document anew; `replace` is false when the index is known not to hold it.
fn index(connection: &Connection, table: &str, id: &[u8], replace: bool) -> Result<()> {
    let Some(source) = SOURCES.iter().find(|source| source.table == table) else { return Ok(()) };
    if replace {
        let sql = "DELETE FROM search_doc WHERE id=? RETURNING rowid";
        let mut statement = connection.prepare_cached(sql)?;
        let old = statement.query_map([id], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        for rowid in old {
            connection.prepare_cached("DELETE FROM search_index WHERE rowid=?")?.execute([rowid])?;
        }
    }
    let sql = format!("SELECT {}, {} FROM {} t WHERE t.id=? AND t.deleted=0", source.names, source.body, table);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query([id])?;
    let Some(row) = found.next()? else { return Ok(()) };
    let (names, body): (String, String) = (row.get(0)?, row.get(1)?);
    connection
        .prepare_cached("INSERT INTO search_doc(tbl,id) VALUES(?,?)")?
        .execute(params![rows::by_name(table)?.number, id])?;
    let rowid = connection.last_insert_rowid();
    connection.prepare_cached("INSERT INTO search_index(rowid,body,names) VALUES(?,?,?)")?.execute(params![
        rowid,
        text::bigrams(&format!("{names} {body}")),
        pinyin::index_form(&names)
    ])?;
    Ok(())
}

/// Makes all derived rows anew. Returns how many tasks stood wrong before.
pub fn rebuild(connection: &Connection) -> Result<usize> {
    let all = TASK_FACTS.replace("{}", "");
    let differing = format!(
        "SELECT count(*) FROM (SELECT * FROM (SELECT {TASK_COLUMNS} FROM task_now EXCEPT {all})
         UNION ALL SELECT * FROM ({all} EXCEPT SELECT {TASK_COLUMNS} FROM task_now))"
    );
    let wrong: i64 = connection.query_row(&differing, named_params! {":as_of": END_OF_TIME}, |row| row.get(0))?;
    connection.execute("DELETE FROM task_now", [])?;
    connection
        .execute(&format!("INSERT INTO task_now({TASK_COLUMNS}) {all}"), named_params! {":as_of": END_OF_TIME})?;
    connection.execute("DELETE FROM search_doc", [])?;
    connection.execute("INSERT INTO search_index(search_index) VALUES('delete-all')", [])?;
    for source in SOURCES {
        let mut statement =
            connection.prepare(&format!("SELECT id FROM {} WHERE deleted=0 ORDER BY id", source.table))?;
        let mut ids = statement.query([])?;
        while let Some(row) = ids.next()? {
            let id: Vec<u8> = row.get(0)?;
            index(connection, source.table, &id, false)?;
        }
    }
    Ok(wrong as usize)
}

/// Records whose text matches an FTS5 query made by [`crate::search::text::query`], the latest changed first:
/// (table number, id).
pub fn search(connection: &Connection, query: &str, limit: usize) -> Result<Vec<(i64, Vec<u8>)>> {
    let sql = "SELECT d.tbl, d.id FROM search_index i JOIN search_doc d ON d.rowid=i.rowid
               WHERE search_index MATCH ? ORDER BY i.rowid DESC LIMIT ?";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map(params![query, limit as i64], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The records changed last: (table number, id).
pub fn recent(connection: &Connection, limit: usize) -> Result<Vec<(i64, Vec<u8>)>> {
    let mut statement = connection.prepare_cached("SELECT tbl, id FROM search_doc ORDER BY rowid DESC LIMIT ?")?;
    let found = statement.query_map([limit as i64], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
