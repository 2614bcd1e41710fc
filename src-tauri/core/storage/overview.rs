//! 总览 in SQL.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, named_params};

use crate::action::Kind;
use crate::api::list::{Page, Paging};
use crate::error::Result;
use crate::figures::breakdown::StageShare;
use crate::figures::compare::difference;
use crate::figures::name::FigureName;
use crate::figures::snapshot;
use crate::figures::value::FigureSet;
use crate::ids::{Id, TaskId};
use crate::overview::{
    DepartmentLights, Overview, StageCount, TodayQuery, TodoCount, TodoGroup, TodoItem, TodoKind, TodoQuery, TodoStep,
};
use crate::partial_date::PartialDate;
use crate::storage::figures::tasks::{self, TaskPass, UnitCounts};
use crate::storage::figures::{self, spread};
use crate::storage::task_list::Condition;
use crate::storage::{derived, task_rows};
use crate::tasks::list::{DueText, Named, TaskFilter};
use crate::texts::figures as texts;

/// The figures at the head of 总览.
const HEADLINE: &[FigureName] = &[
    FigureName::LibraryProjects,
    FigureName::Landed,
    FigureName::NotLanded,
    FigureName::LandingRate,
    FigureName::EnterpriseLandingRate,
    FigureName::Sessions,
    FigureName::Demands,
    FigureName::DemandSolvedRate,
];

/// How things stand as of a day: every table is read once.
pub fn get(connection: &Connection, as_of: NaiveDate) -> Result<Overview> {
    let pass = tasks::pass(connection, as_of)?;
    let set = figures::figure_set(connection, as_of, HEADLINE, false)?;
    let stages = spread::stages(connection, as_of)?;
    let (enterprises, verify_enterprises) = counted(connection, "enterprise")?;
    let (projects, verify_projects) = counted(connection, "project")?;
    let (_, verify_demands) = counted(connection, "demand")?;
    let verify = verify_enterprises + verify_projects + verify_demands;
    let papers = |kind: TodoKind| count_papers(connection, kind, as_of);
    let todo = TodoKind::ALL.iter().map(|kind| {
        let count = match kind {
            TodoKind::ReplyLate | TodoKind::SheetLate => papers(*kind)?,
            _ => todo_count(*kind, &pass, verify),
        };
        Ok(TodoCount { kind: *kind, count })
    });
    Ok(Overview {
        as_of,
        enterprises,
        projects,
        prose: set.prose.clone(),
        since: since(connection, &set)?,
        figures: set.figures,
        stated: set.stated,
        preparing: preparing(connection, as_of)?,
        stages: stages.into_iter().filter(|one| one.count > 0).map(stage_count).collect(),
        departments: departments(connection, &pass)?,
        todo: todo.collect::<Result<_>>()?,
        tasks: pass.counts,
    })
}

fn stage_count(share: StageShare) -> StageCount {
    StageCount { stage: share.stage, count: share.count as usize }
}

/// Live rows of a table, and how many of them are 待核实.
fn counted(connection: &Connection, table: &str) -> Result<(usize, usize)> {
    let sql = format!("SELECT count(*), COALESCE(sum(verify<>''),0) FROM {table} WHERE deleted=0");
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)? as usize, row.get::<_, i64>(1)? as usize));
    Ok(connection.prepare_cached(&sql)?.query_row([], read)?)
}

/// How much there is to do of a kind; the same sets as [`source_of`] lists.
fn todo_count(kind: TodoKind, pass: &TaskPass, verify: usize) -> usize {
    match kind {
        TodoKind::Overdue => pass.counts.overdue,
        TodoKind::DueToday => pass.due_today,
        TodoKind::DueSoon => pass.due_later,
        TodoKind::Submitted => pass.counts.submitted,
        TodoKind::Coordination => pass.coordination_alone,
        TodoKind::Verify => verify,
        TodoKind::ReplyLate | TodoKind::SheetLate => 0,
    }
}

/// How many 督办单 and 报送 are late.
fn count_papers(connection: &Connection, kind: TodoKind, as_of: NaiveDate) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM ({})", source_of(kind, "task_now"));
    let count: i64 = connection.prepare_cached(&sql)?.query_row(named_params! {":as_of": as_of}, |row| row.get(0))?;
    Ok(count as usize)
}

/// Units with open tasks by colour, in 机构序列.
fn departments(connection: &Connection, pass: &TaskPass) -> Result<Vec<DepartmentLights>> {
    let mut statement = connection.prepare_cached("SELECT id, short FROM department ORDER BY position, id")?;
    let units = statement.query_map([], |row| Ok((row.get::<_, Id>(0)?, row.get::<_, String>(1)?)))?;
    let mut lights = Vec::new();
    for unit in units {
        let (id, name) = unit?;
        let Some(unit) = pass.units.get(id.bytes()).filter(|unit| unit.open > 0) else { continue };
        let UnitCounts { open, overdue, late, soon, normal, hold, .. } = *unit;
        lights.push(DepartmentLights { id, name, open, overdue, late, soon, normal, hold });
    }
    Ok(lights)
}

/// What changed since the latest snapshot of an earlier day; none when it cannot be read or says the same sort of thing
/// by other definitions.
fn since(connection: &Connection, now: &FigureSet) -> Result<Option<String>> {
    let Some(row) = figures::snapshots::before(connection, now.as_of)? else { return Ok(None) };
    let Ok(then) = snapshot::read(&row) else { return Ok(None) };
    let differing = |name: FigureName| {
        let of = |set: &FigureSet| set.figures.iter().find(|figure| figure.name == name).cloned();
        of(&then).zip(of(now)).map(|(old, new)| difference(&old, &new).0)
    };
    let both = differing(FigureName::Landed).zip(differing(FigureName::LandingRate));
    let comparable = then.definition_version == now.definition_version;
    Ok(both.filter(|_| comparable).map(|(landed, rate)| texts::since_snapshot(&row.title, &landed, &rate)))
}

/// The first session being prepared, and which in a row it is.
fn preparing(connection: &Connection, as_of: NaiveDate) -> Result<Option<String>> {
    let sql = "SELECT s.year, s.season, s.held_on, (SELECT count(*) FROM session x WHERE x.deleted=0 AND x.status<>'cancelled'
                 AND (x.position,x.id)<=(s.position,s.id))
               FROM session s WHERE s.deleted=0 AND s.status='preparing' ORDER BY s.position, s.id LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let held: Option<PartialDate> = row.get(2)?;
    let held = held.map(|held| held.grid(as_of.year()));
    Ok(Some(texts::preparing(row.get::<_, i64>(3)? as usize, row.get(0)?, row.get(1)?, held.as_deref())))
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
        TodoKind::ReplyLate => "SELECT 'supervision' AS record, id, reply_due AS due FROM supervision WHERE deleted=0
             AND status IN ('issued','received','returned') AND issued_on<=:as_of AND reply_due<:as_of"
            .into(),
        TodoKind::SheetLate => "SELECT 'sent_sheet' AS record, id, due FROM sent_sheet WHERE deleted=0
             AND sent_on<=:as_of AND due<:as_of AND (returned_on IS NULL OR returned_on>:as_of)"
            .into(),
        TodoKind::Verify => {
            "SELECT 'enterprise' AS record, id, NULL AS due FROM enterprise WHERE verify<>'' AND deleted=0
             UNION ALL SELECT 'project', id, NULL FROM project WHERE verify<>'' AND deleted=0
             UNION ALL SELECT 'demand', id, NULL FROM demand WHERE verify<>'' AND deleted=0"
                .into()
        }
    }
}

/// 今日要办 in its groups; empty ones are left out.
pub fn today(connection: &Connection, query: &TodayQuery, as_of: NaiveDate) -> Result<Vec<TodoGroup>> {
    let mut groups = Vec::new();
    for kind in TodoKind::ALL {
        let limit = if query.whole.contains(kind) { Paging::MOST } else { query.few.clamp(1, Paging::MOST) };
        let page = todo(connection, &TodoQuery { kind: Some(*kind), paging: Paging { offset: 0, limit } }, as_of)?;
        if page.total > 0 {
            groups.push(TodoGroup { kind: *kind, total: page.total, rows: page.rows });
        }
    }
    Ok(groups)
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
            Kind::Supervision | Kind::SentSheet => paper_item(connection, kind, record, id, as_of)?,
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
        next: (row.status.allowed_next().first())
            .map(|next| TodoStep { status: *next, word: row.status.step_word(*next) }),
    }))
}

/// A 督办单 or a sheet that is late.
fn paper_item(
    connection: &Connection,
    kind: TodoKind,
    record: Kind,
    id: Id,
    as_of: NaiveDate,
) -> Result<Option<TodoItem>> {
    let sql = match record {
        Kind::Supervision => {
            "SELECT s.matter, d.id, d.short, s.reply_due, s.number FROM supervision s
             LEFT JOIN department d ON d.id=s.department_id WHERE s.id=?"
        }
        _ => {
            "SELECT s.title, d.id, d.short, s.due, '' FROM sent_sheet s
             LEFT JOIN department d ON d.id=s.department_id WHERE s.id=?"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query([id])?;
    let Some(row) = found.next()? else { return Ok(None) };
    let lead: Option<Id> = row.get(1)?;
    let due: Option<NaiveDate> = row.get(3)?;
    let due = due.map(|day| {
        let due = PartialDate::day(day);
        DueText { text: due.grid(as_of.year()), encoded: due.encode(), day: due.date }
    });
    Ok(Some(TodoItem {
        id,
        kind,
        record,
        title: row.get(0)?,
        about: None,
        about_kind: None,
        lead: lead.map(|id| Ok::<_, rusqlite::Error>(Named { id, name: row.get(2)? })).transpose()?,
        due,
        light: None,
        note: row.get(4)?,
        next: None,
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
        next: None,
    }))
}
