//! What a record is called.

use rusqlite::{Connection, OptionalExtension};

use crate::action::Kind;
use crate::error::Result;
use crate::ids::Id;
use crate::search::Hit;
use crate::storage::attachments;
use crate::storage::rows::{self, Reference};
use crate::storage::shown::Names;
use crate::storage::table::TableInfo;

/// Names looked up in a workbook.
pub struct StoredNames<'c>(pub &'c Connection);

impl Names for StoredNames<'_> {
    fn name(&self, table: &str, id: Id) -> Option<String> {
        let column = match table {
            "enterprise" => "name_full",
            "department" => "short",
            "task" | "plan" | "meeting_item" | "sent_sheet" => "title",
            "demand" | "plan_section" | "session_reply" | "decision" | "plan_opinion" => "text",
            "progress" => "done_text",
            "project" | "contact" | "person" | "milestone" | "expert" | "work_group" | "attachment"
            | "stated_figure" | "dictionary_entry" => "name",
            "session" => "theme",
            "snapshot" => "title",
            "meeting" => "number",
            "supervision" => "matter",
            "coordination" => "issue",
            "light_rule" => "valid_from",
            "presentation" => "(SELECT p.name FROM project p WHERE p.id=project_id)",
            _ => return None,
        };
        let sql = format!("SELECT {column} FROM {table} WHERE id=?");
        let name = self
            .0
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([id], |row| row.get(0)).optional());
        name.ok().flatten()
    }
}

/// Tables whose rows a person can open, and their kind.
const OPENABLE: &[&str] = &[
    "enterprise",
    "project",
    "task",
    "demand",
    "department",
    "person",
    "contact",
    "milestone",
    "plan",
    "progress",
    "plan_section",
    "attachment",
    "session",
    "presentation",
    "session_reply",
    "expert",
    "review",
    "review_opinion",
    "submission",
    "outcome",
    "stated_figure",
    "work_group",
    "meeting",
    "meeting_item",
    "supervision",
    "coordination",
    "sent_sheet",
    "light_rule",
    "decision",
];

/// Which table a record lies in.
pub fn table_of(connection: &Connection, id: Id) -> Result<Option<&'static TableInfo>> {
    for name in OPENABLE {
        let sql = format!("SELECT 1 FROM {name} WHERE id=?");
        if connection.prepare_cached(&sql)?.exists([id])? {
            return rows::by_name(name).map(Some);
        }
    }
    Ok(None)
}

/// What kind of thing a record is.
pub fn kind_of(connection: &Connection, id: Id) -> Result<Option<Kind>> {
    Ok(table_of(connection, id)?.map(|table| rows::kind_of(table.name)))
}

/// Rows that belong to a record, or to a part of it, and share its history: (table, journal key).
pub fn parts_of(
    connection: &Connection,
    table: &TableInfo,
    id: Id,
    limit: usize,
) -> Result<Vec<(&'static TableInfo, Vec<u8>)>> {
    let parts = rows::REFERENCES.iter().filter(|reference| reference.part && reference.to == table.name);
    let mut found = Vec::new();
    for Reference { from: part, column, .. } in parts {
        let info = rows::by_name(part)?;
        let sql = format!("SELECT {} FROM {part} WHERE {column}=? LIMIT ?", info.columns[..info.keys].join(","));
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params![id, limit as i64])?;
        while let Some(row) = rows.next()? {
            let mut pk = Vec::with_capacity(32);
            for key in 0..info.keys {
                pk.extend(row.get::<_, Vec<u8>>(key)?);
            }
            let of_part = Id::from_bytes(&pk).filter(|_| info.keys == 1);
            found.push((info, pk));
            if let Some(part) = of_part.filter(|_| rows::REFERENCES.iter().any(|one| one.part && one.to == info.name)) {
                found.extend(parts_of(connection, info, part, limit)?);
            }
        }
    }
    Ok(found)
}

/// An attachment stands on the page of the record it belongs to.
fn attachment_hit(connection: &Connection, id: Id) -> Result<Option<Hit>> {
    let sql = "SELECT name, caption, owner FROM attachment WHERE id=? AND deleted=0";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let row: Option<(String, String, Id)> = connection.prepare_cached(sql)?.query_row([id], read).optional()?;
    let Some((title, caption, owner)) = row else { return Ok(None) };
    let Some((table, page)) = attachments::shown_at(connection, owner)? else { return Ok(None) };
    let whole = StoredNames(connection).name(table, page).unwrap_or_default();
    let subtitle = if caption.is_empty() { whole } else { format!("{caption} · {whole}") };
    Ok(Some(Hit { kind: Kind::Attachment, id, page, page_kind: rows::kind_of(table), title, subtitle }))
}

/// A record found, with what it is called, what it belongs to and whose page shows it.
pub fn hit(connection: &Connection, table: i64, id: Id) -> Result<Option<Hit>> {
    let table = rows::by_number(table)?;
    let sql = match table.name {
        "enterprise" => "SELECT name_full, COALESCE(uscc,''), id, 'enterprise' FROM enterprise WHERE id=?",
        "project" => {
            "SELECT p.name, COALESCE((SELECT e.name_full FROM project_enterprise l JOIN enterprise e ON e.id=l.enterprise_id
             WHERE l.project_id=p.id AND l.deleted=0 ORDER BY l.is_lead DESC LIMIT 1), ''), p.id, 'project' FROM project p WHERE p.id=?"
        }
        "task" => {
            "SELECT t.title, COALESCE(p.name, e.name_full, ''), t.id, 'task' FROM task t LEFT JOIN project p ON p.id=t.project_id
             LEFT JOIN enterprise e ON e.id=t.enterprise_id WHERE t.id=?"
        }
        "progress" => {
            "SELECT n.done_text||CASE WHEN n.problem='' THEN '' ELSE ' '||n.problem END, t.title, t.id, 'task'
             FROM progress n JOIN task t ON t.id=n.task_id WHERE n.id=? AND t.deleted=0"
        }
        "demand" => {
            "SELECT d.text, COALESCE(p.name, e.name_full, ''), d.id, 'demand' FROM demand d
             LEFT JOIN project p ON p.id=d.project_id LEFT JOIN enterprise e ON e.id=d.enterprise_id WHERE d.id=?"
        }
        "contact" => {
            "SELECT c.name, e.name_full, e.id, 'enterprise' FROM contact c JOIN enterprise e ON e.id=c.enterprise_id WHERE c.id=? AND e.deleted=0"
        }
        "department" => "SELECT short, full, id, 'department' FROM department WHERE id=?",
        "person" => {
            "SELECT p.name, COALESCE(d.short,'')||' '||p.post, COALESCE(p.department_id, p.id), 'department'
             FROM person p LEFT JOIN department d ON d.id=p.department_id WHERE p.id=?"
        }
        "milestone" => "SELECT m.name, p.name, p.id, 'project' FROM milestone m JOIN project p ON p.id=m.project_id WHERE m.id=? AND p.deleted=0",
        "plan_section" => {
            "SELECT CASE WHEN s.heading='' THEN substr(s.text,1,40) ELSE s.heading END, pl.title, pl.id, 'plan'
             FROM plan_section s JOIN plan pl ON pl.id=s.plan_id WHERE s.id=? AND pl.deleted=0"
        }
        "work_group" => "SELECT name, domain, id, 'work_group' FROM work_group WHERE id=?",
        "attachment" => return attachment_hit(connection, id),
        "session" => "SELECT theme, CASE WHEN special='' THEN venue ELSE special END, id, 'session' FROM session WHERE id=?",
        "presentation" => {
            "SELECT p.name, s.theme, s.id, 'session' FROM presentation l JOIN project p ON p.id=l.project_id
             JOIN session s ON s.id=l.session_id WHERE l.id=? AND s.deleted=0"
        }
        "session_reply" => {
            "SELECT r.text, p.name, s.id, 'session' FROM session_reply r JOIN presentation l ON l.id=r.presentation_id
             JOIN project p ON p.id=l.project_id JOIN session s ON s.id=l.session_id WHERE r.id=? AND s.deleted=0 AND l.deleted=0"
        }
        "expert" => "SELECT name, CASE WHEN organisation='' THEN field ELSE organisation END, id, 'expert' FROM expert WHERE id=?",
        "review" => {
            "SELECT p.name||' 第'||r.round||'轮评审', CASE WHEN r.to_change='' THEN r.opinion ELSE r.to_change END, p.id, 'project'
             FROM review r JOIN project p ON p.id=r.project_id WHERE r.id=? AND p.deleted=0"
        }
        "review_opinion" => {
            "SELECT CASE WHEN o.text='' THEN o.text_idea||' '||o.text_argument||' '||o.text_feasible ELSE o.text END,
             x.name||' '||p.name, p.id, 'project' FROM review_opinion o JOIN review r ON r.id=o.review_id
             JOIN project p ON p.id=r.project_id JOIN expert x ON x.id=o.expert_id WHERE o.id=? AND r.deleted=0 AND p.deleted=0"
        }
        "submission" => {
            "SELECT p.name, s.batch||CASE WHEN s.filled_by='' THEN '' ELSE ' '||s.filled_by END, p.id, 'project'
             FROM submission s JOIN project p ON p.id=s.project_id WHERE s.id=? AND p.deleted=0"
        }
        "outcome" => {
            "SELECT CASE WHEN o.source_text='' THEN o.counterparty ELSE o.source_text END, p.name, p.id, 'project'
             FROM outcome o JOIN project p ON p.id=o.project_id WHERE o.id=? AND p.deleted=0"
        }
        "stated_figure" => {
            "SELECT f.name||' '||f.text, f.scope, COALESCE(p.id, f.id), CASE WHEN p.id IS NULL THEN 'stated_figure' ELSE 'project' END
             FROM stated_figure f LEFT JOIN project p ON p.id=f.project_id WHERE f.id=? AND (p.id IS NULL OR p.deleted=0)"
        }
        "meeting" => "SELECT number, title, id, 'meeting' FROM meeting WHERE id=?",
        "meeting_item" => {
            "SELECT CASE WHEN i.title='' THEN i.said ELSE i.title END, m.number, m.id, 'meeting'
             FROM meeting_item i JOIN meeting m ON m.id=i.meeting_id WHERE i.id=? AND m.deleted=0"
        }
        "supervision" => "SELECT number||' '||matter, COALESCE((SELECT short FROM department WHERE id=department_id),''), id, 'supervision' FROM supervision WHERE id=?",
        "coordination" => {
            "SELECT c.issue, COALESCE(p.name,''), c.id, 'coordination' FROM coordination c LEFT JOIN project p ON p.id=c.project_id WHERE c.id=?"
        }
        "decision" => {
            "SELECT d.text, COALESCE(m.number, c.issue, ''), COALESCE(m.id, c.id), CASE WHEN m.id IS NULL THEN 'coordination' ELSE 'meeting' END
             FROM decision d LEFT JOIN meeting_item i ON i.id=d.meeting_item_id LEFT JOIN meeting m ON m.id=i.meeting_id AND m.deleted=0
             LEFT JOIN coordination c ON c.id=d.coordination_id AND c.deleted=0 WHERE d.id=? AND COALESCE(m.id, c.id) IS NOT NULL"
        }
        _ => return Ok(None),
    };
    let found = connection
        .prepare_cached(sql)?
        .query_row([id], |row| {
            Ok(Hit {
                kind: rows::kind_of(table.name),
                id,
                page: row.get(2)?,
                page_kind: row.get(3)?,
                title: row.get(0)?,
                subtitle: row.get(1)?,
            })
        })
        .optional()?;
    Ok(found)
}
