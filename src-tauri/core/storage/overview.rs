//! 总览 in SQL.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::action::Kind;
use crate::api::list::Page;
use crate::error::Result;
use crate::ids::{Id, TaskId};
use crate::overview::{DepartmentLights, Overview, StageCount, TodoCount, TodoItem, TodoKind, TodoQuery};
use crate::projects::stage::Stage;
use crate::storage::derived;
use crate::storage::task_list::{self, Condition, GAP};
use crate::storage::task_rows;
use crate::tasks::list::{Named, TaskFilter};

/// How things stand as of a day.
pub fn get(connection: &Connection, as_of: NaiveDate) -> Result<Overview> {
    let count = |sql: &str| -> Result<usize> {
        Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0))? as usize)
    };
    Ok(Overview {
        as_of,
        enterprises: count("SELECT count(*) FROM enterprise WHERE deleted=0")?,
        projects: count("SELECT count(*) FROM project WHERE deleted=0")?,
        demands: count("SELECT count(*) FROM demand WHERE deleted=0")?,
        demands_solved: count("SELECT count(*) FROM demand WHERE deleted=0 AND status IN ('solved','closed')")?,
        tasks: task_list::counts(connection, &TaskFilter::default(), as_of)?,
        stages: stages(connection)?,
        departments: departments(connection, as_of)?,
        todo: todo_counts(connection, as_of)?,
    })
}

fn stages(connection: &Connection) -> Result<Vec<StageCount>> {
    let sql = "SELECT stage, count(*) FROM project WHERE deleted=0 GROUP BY stage";
    let mut statement = connection.prepare_cached(sql)?;
    let rows =
        statement.query_map([], |row| Ok(StageCount { stage: row.get(0)?, count: row.get::<_, i64>(1)? as usize }))?;
    let mut stages = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    stages.sort_by_key(|one| Stage::ALL.iter().position(|stage| *stage == one.stage));
    Ok(stages)
}

/// Open tasks of each lead unit by colour. The lights' rules again, each task looked at once.
fn departments(connection: &Connection, as_of: NaiveDate) -> Result<Vec<DepartmentLights>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let condition = Condition::of(&TaskFilter::default(), as_of);
    let sql = format!(
        "SELECT d.id, d.short, sum(c), sum(c*(light='0')), sum(c*(light<='1')), sum(c*(light='2')), sum(c*(light='3')), sum(c*(light='4'))
         FROM (SELECT n.lead_department_id AS lead, count(*) AS c,
             CASE WHEN n.due<:as_of THEN '0' WHEN n.due>='9999' THEN '4' WHEN n.due IS NULL THEN '3'
               WHEN {GAP}>300 THEN '1' WHEN n.due<:soon THEN '2' WHEN {GAP}>=100 THEN '2' ELSE '3' END AS light
           FROM {source} n WHERE n.open=1 AND n.lead_department_id IS NOT NULL GROUP BY 1, 3)
         JOIN department d ON d.id=lead GROUP BY d.id ORDER BY d.position, d.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let bound = condition.bound(&statement)?;
    let rows = statement.query_map(bound.as_slice(), |row| {
        let number = |column| row.get::<_, i64>(column).map(|number| number as usize);
        Ok(DepartmentLights {
            id: row.get(0)?,
            name: row.get(1)?,
            open: number(2)?,
            overdue: number(3)?,
            late: number(4)?,
            soon: number(5)?,
            normal: number(6)?,
            hold: number(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where the things to do of a kind come from: rows of (record, id, due).
fn source_of(kind: TodoKind, tasks: &str) -> String {
    let of_tasks =
        |condition: &str| format!("SELECT 'task' AS record, n.task_id AS id, n.due FROM {tasks} n WHERE {condition}");
    match kind {
        TodoKind::Overdue => of_tasks("n.open=1 AND n.due<:as_of"),
        TodoKind::DueToday => of_tasks("n.open=1 AND n.due>=:as_of AND n.due<:after"),
        TodoKind::DueSoon => of_tasks("n.open=1 AND n.due>=:after AND n.due<:soon"),
        TodoKind::Submitted => of_tasks("n.status='submitted'"),
        TodoKind::Coordination => of_tasks("n.open=1 AND n.coordination=1 AND (n.due IS NULL OR n.due>=:soon)"),
        TodoKind::Verify => {
            "SELECT 'enterprise' AS record, id, NULL AS due FROM enterprise WHERE verify<>'' AND deleted=0
             UNION ALL SELECT 'project', id, NULL FROM project WHERE verify<>'' AND deleted=0
             UNION ALL SELECT 'demand', id, NULL FROM demand WHERE verify<>'' AND deleted=0"
                .into()
        }
    }
}

fn todo_counts(connection: &Connection, as_of: NaiveDate) -> Result<Vec<TodoCount>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let condition = Condition::of(&TaskFilter::default(), as_of);
    let mut counts = Vec::new();
    for kind in TodoKind::ALL {
        let sql = format!("SELECT count(*) FROM ({})", source_of(*kind, &tasks));
        let mut statement = connection.prepare_cached(&sql)?;
        let bound = condition.bound(&statement)?;
        let count: i64 = statement.query_row(bound.as_slice(), |row| row.get(0))?;
        counts.push(TodoCount { kind: *kind, count: count as usize });
    }
    Ok(counts)
}

/// A page of what is to be done, the most urgent first.
pub fn todo(connection: &Connection, query: &TodoQuery, as_of: NaiveDate) -> Result<Page<TodoItem>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let mut condition = Condition::of(&TaskFilter::default(), as_of);
    condition.bind(":limit", query.paging.limit() as i64);
    condition.bind(":offset", query.paging.offset as i64);
    let kinds: Vec<TodoKind> =
        TodoKind::ALL.iter().copied().filter(|kind| query.kind.is_none_or(|only| only == *kind)).collect();
    let parts: Vec<String> = kinds
        .iter()
        .enumerate()
        .map(|(rank, kind)| {
            format!("SELECT {rank} AS rank, '{}' AS kind, * FROM ({})", kind.code(), source_of(*kind, &tasks))
        })
        .collect();
    let all = parts.join(" UNION ALL ");
    let total: i64 = {
        let mut statement = connection.prepare_cached(&format!("SELECT count(*) FROM ({all})"))?;
        let bound = condition.bound(&statement)?;
        statement.query_row(bound.as_slice(), |row| row.get(0))?
    };
    let sql =
        format!("SELECT kind, record, id FROM ({all}) ORDER BY rank, due NULLS LAST, id LIMIT :limit OFFSET :offset");
    let page: Vec<(TodoKind, Kind, Id)> = {
        let mut statement = connection.prepare_cached(&sql)?;
        let bound = condition.bound(&statement)?;
        let rows = statement.query_map(bound.as_slice(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    let mut rows = Vec::with_capacity(page.len());
    for (kind, record, id) in page {
        rows.extend(match record {
            Kind::Task => task_item(connection, &tasks, kind, TaskId(id), as_of)?,
            _ => verify_item(connection, kind, record, id)?,
        });
    }
    Ok(Page { total: total as usize, rows })
}

fn task_item(
    connection: &Connection,
    tasks: &str,
    kind: TodoKind,
    id: TaskId,
    as_of: NaiveDate,
) -> Result<Option<TodoItem>> {
    let Some(row) = task_rows::row(connection, tasks, id, as_of)? else { return Ok(None) };
    let about_kind = match (&row.project, &row.enterprise) {
        (Some(_), _) => Some(Kind::Project),
        (None, Some(_)) => Some(Kind::Enterprise),
        (None, None) => None,
    };
    Ok(Some(TodoItem {
        id: id.into(),
        kind,
        record: Kind::Task,
        title: row.title,
        about: row.project.or(row.enterprise),
        about_kind,
        lead: row.lead,
        due: row.due,
        light: Some(row.light),
        note: String::new(),
    }))
}

fn verify_item(connection: &Connection, kind: TodoKind, record: Kind, id: Id) -> Result<Option<TodoItem>> {
    let sql = match record {
        Kind::Enterprise => "SELECT name_full, verify, NULL, NULL, NULL FROM enterprise WHERE id=?",
        Kind::Project => "SELECT name, verify, NULL, NULL, NULL FROM project WHERE id=?",
        _ => {
            "SELECT q.text, q.verify, COALESCE(p.id, e.id), COALESCE(p.name, e.name_full), p.id IS NOT NULL
             FROM demand q LEFT JOIN project p ON p.id=q.project_id LEFT JOIN enterprise e ON e.id=q.enterprise_id WHERE q.id=?"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query([id])?;
    let Some(row) = found.next()? else { return Ok(None) };
    let about: Option<Id> = row.get(2)?;
    let of_project: Option<bool> = row.get(4)?;
    Ok(Some(TodoItem {
        id,
        kind,
        record,
        title: row.get(0)?,
        about: about.map(|id| Ok::<_, rusqlite::Error>(Named { id, name: row.get(3)? })).transpose()?,
        about_kind: about.map(|_| if of_project == Some(true) { Kind::Project } else { Kind::Enterprise }),
        lead: None,
        due: None,
        light: None,
        note: row.get(1)?,
    }))
}
