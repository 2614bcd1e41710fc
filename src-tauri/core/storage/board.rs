//! The 挂图作战 board in SQL: tasks counted by project and month of their due, as of a day.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::types::Value;
use rusqlite::{Connection, named_params, params_from_iter};

use crate::board::flag::{Flag, MonthCounts};
use crate::board::list::*;
use crate::error::Result;
use crate::ids::{Id, ProjectId, TaskId};
use crate::storage::figures::sets::CLOSED_ON;
use crate::storage::rows::Project;
use crate::storage::table::live;
use crate::storage::{derived, projects, task_rows};
use crate::tasks::list::{Named, TaskRow};
use crate::tasks::status::TaskStatus;
use crate::texts::board as texts;

/// What a month of a project holds: its counts and the first late task.
type Month = (MonthCounts, Option<String>);

/// A page of the board as of a day.
pub fn get(connection: &Connection, query: &BoardQuery, as_of: NaiveDate) -> Result<Board> {
    let (months, end) = query.period(as_of)?;
    let counted = counted(connection, None, months[0], end, as_of)?;
    let keys: Vec<String> = months.iter().map(|day| month_key(*day)).collect();
    let shown = |id: &ProjectId| {
        let of_project = counted.get(id);
        let has =
            |flag: Flag| of_project.is_some_and(|months| months.values().any(|(counts, _)| counts.flag() == flag));
        query.flag.map_or(query.all || of_project.is_some(), has)
    };
    let chosen: Vec<ProjectId> = chosen(connection, query)?.into_iter().filter(shown).collect();
    let months = months.iter().zip(&keys).map(|(day, key)| column(*day, key, &chosen, &counted, as_of)).collect();
    let page: Vec<ProjectId> = chosen.iter().copied().skip(query.paging.offset).take(query.paging.limit()).collect();
    let mut lights = projects::lights(connection, &page, as_of)?;
    let none = HashMap::new();
    let mut rows = Vec::with_capacity(page.len());
    for id in page {
        let of_project = counted.get(&id).unwrap_or(&none);
        let cells = keys.iter().map(|key| cell(of_project.get(key))).collect();
        let light = lights.remove(&id).map(|task| task.light);
        rows.push(BoardRow { cells, light, ..row(connection, id)? });
    }
    Ok(Board { months, total: chosen.len(), rows })
}

fn column(
    day: NaiveDate,
    key: &str,
    chosen: &[ProjectId],
    counted: &HashMap<ProjectId, HashMap<String, Month>>,
    as_of: NaiveDate,
) -> BoardMonth {
    let flags = chosen.iter().filter_map(|id| counted.get(id)?.get(key)).map(|(counts, _)| counts.flag());
    let mut month = BoardMonth {
        key: key.to_owned(),
        year: day.year(),
        month: day.month(),
        now: month_key(as_of) == key,
        red: 0,
        black: 0,
        pending: 0,
    };
    for flag in flags {
        match flag {
            Flag::Red => month.red += 1,
            Flag::Black => month.black += 1,
            Flag::Pending => month.pending += 1,
            Flag::Blank => {}
        }
    }
    month
}

fn cell(month: Option<&Month>) -> BoardCell {
    let (counts, late) = month.cloned().unwrap_or_default();
    BoardCell { flag: counts.flag(), counts, why: texts::why(&counts, late.as_deref()) }
}

/// Tasks with a due in the period, by project and month.
fn counted(
    connection: &Connection,
    project: Option<ProjectId>,
    from: NaiveDate,
    end: NaiveDate,
    as_of: NaiveDate,
) -> Result<HashMap<ProjectId, HashMap<String, Month>>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let of_one =
        if project.is_some() { "n.project_id=:project" } else { "n.project_id IS NOT NULL AND :project IS NULL" };
    let sql = format!(
        "SELECT project_id, month, count(*), sum(closed<=due), sum(late), min(CASE WHEN late THEN due||' '||title END) FROM (
           SELECT n.project_id, substr(n.due,1,7) AS month, substr(n.due,1,10) AS due, t.title,
             CASE WHEN n.status='closed' THEN {CLOSED_ON} END AS closed,
             CASE WHEN n.status='closed' THEN {CLOSED_ON}>substr(n.due,1,10) ELSE n.open=1 AND n.due<:as_of END AS late
           FROM {source} n JOIN task t ON t.id=n.task_id
           WHERE {of_one} AND n.due>=:from AND n.due<:end AND n.status NOT IN ('paused','cancelled'))
         GROUP BY project_id, month"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! {":as_of": as_of, ":from": from, ":end": end, ":project": project})?;
    let mut counted: HashMap<ProjectId, HashMap<String, Month>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let number = |column| row.get::<_, Option<i64>>(column).map(|number| number.unwrap_or_default() as usize);
        let counts = MonthCounts { due: number(2)?, on_time: number(3)?, late: number(4)? };
        let first: Option<String> = row.get(5)?;
        let late = first.and_then(|first| first.split_once(' ').map(|(_, title)| title.to_owned()));
        counted.entry(row.get(0)?).or_default().insert(row.get(1)?, (counts, late));
    }
    Ok(counted)
}

/// Projects of a query, whatever their flags: those of a group together.
fn chosen(connection: &Connection, query: &BoardQuery) -> Result<Vec<ProjectId>> {
    let (mut sql, mut values): (String, Vec<Value>) = (
        "SELECT p.id FROM project p LEFT JOIN work_group g ON g.id=p.work_group_id WHERE p.deleted=0".into(),
        Vec::new(),
    );
    if let Some(stage) = query.stage {
        sql.push_str(" AND p.stage=?");
        values.push(stage.code().to_owned().into());
    }
    if let Some(district) = &query.district {
        sql.push_str(" AND p.district=?");
        values.push(district.clone().into());
    }
    if let Some(group) = query.work_group {
        sql.push_str(" AND p.work_group_id=?");
        values.push(Id::from(group).bytes().to_vec().into());
    }
    let text = query.text.trim();
    if !text.is_empty() {
        sql.push_str(
            " AND (instr(lower(p.name),lower(?))>0 OR EXISTS(SELECT 1 FROM project_enterprise l JOIN enterprise e ON e.id=l.enterprise_id
               WHERE l.project_id=p.id AND l.deleted=0 AND instr(lower(e.name_full||' '||e.name_short),lower(?))>0))",
        );
        values.extend([Value::from(text.to_owned()), Value::from(text.to_owned())]);
    }
    sql.push_str(" ORDER BY g.position NULLS LAST, p.id");
    let mut statement = connection.prepare_cached(&sql)?;
    let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

fn row(connection: &Connection, id: ProjectId) -> Result<BoardRow> {
    let sql = "SELECT p.name, e.id, e.name_full, p.district_as_stated, d.id, d.short, g.id, g.name, COALESCE(l.name,''), p.stage
      FROM project p
      LEFT JOIN enterprise e ON e.id=(SELECT x.enterprise_id FROM project_enterprise x WHERE x.project_id=p.id AND x.deleted=0 ORDER BY x.is_lead DESC LIMIT 1)
      LEFT JOIN department d ON d.id=p.lead_department_id
      LEFT JOIN work_group g ON g.id=p.work_group_id LEFT JOIN person l ON l.id=g.leader_id WHERE p.id=?";
    let named = |row: &rusqlite::Row<'_>, at: usize| -> rusqlite::Result<Option<Named>> {
        let id: Option<Id> = row.get(at)?;
        id.map(|id| Ok(Named { id, name: row.get(at + 1)? })).transpose()
    };
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| {
        Ok(BoardRow {
            id,
            name: row.get(0)?,
            enterprise: named(row, 1)?,
            district: row.get(3)?,
            lead: named(row, 4)?,
            work_group: named(row, 6)?,
            leader: row.get(8)?,
            stage: row.get(9)?,
            light: None,
            cells: Vec::new(),
        })
    })?)
}

/// The tasks behind a cell, as of a day.
pub fn cell_page(connection: &Connection, id: ProjectId, month: &str, as_of: NaiveDate) -> Result<BoardCellPage> {
    let project: Project = live(connection, id)?;
    let query = BoardQuery { from: Some(month.to_owned()), months: Some(1), ..BoardQuery::default() };
    let (months, end) = query.period(as_of)?;
    let key = month_key(months[0]);
    let counted = counted(connection, Some(id), months[0], end, as_of)?;
    let BoardCell { flag, why, .. } = cell(counted.get(&id).and_then(|months| months.get(&key)));
    let source = derived::tasks_as_of(connection, as_of)?;
    let sql = format!(
        "SELECT n.task_id, CASE WHEN n.status='closed' THEN {CLOSED_ON} END FROM {source} n
         WHERE n.project_id=:project AND n.due>=:from AND n.due<:end AND n.status NOT IN ('paused','cancelled') AND :as_of=:as_of
         ORDER BY n.due, n.task_id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement
        .query_map(named_params! {":as_of": as_of, ":from": months[0], ":end": end, ":project": id}, |row| {
            Ok((row.get::<_, TaskId>(0)?, row.get::<_, Option<NaiveDate>>(1)?))
        })?;
    let mut tasks = Vec::new();
    for found in found {
        let (id, closed) = found?;
        if let Some(row) = task_rows::row(connection, &source, id, as_of)? {
            tasks.push(task(row, closed, as_of));
        }
    }
    tasks.sort_by_key(|task| match task.flag {
        Flag::Black => 0,
        Flag::Pending => 1,
        _ => 2,
    });
    Ok(BoardCellPage { project: Named { id: id.into(), name: project.name }, month: key, flag, why, tasks })
}

fn task(row: TaskRow, closed: Option<NaiveDate>, as_of: NaiveDate) -> BoardTask {
    let due = row.due.as_ref().and_then(|due| due.day);
    let (flag, word) = match (row.status, closed.zip(due)) {
        (TaskStatus::Closed, Some((on, due))) if on <= due => (Flag::Red, texts::closed_in_time(on)),
        (TaskStatus::Closed, Some((on, due))) => {
            (Flag::Black, texts::closed_late(on, on.signed_duration_since(due).num_days()))
        }
        (TaskStatus::Submitted, _) => (Flag::Pending, texts::waits_for_closing().to_owned()),
        _ if due.is_some_and(|due| due < as_of) => (Flag::Black, row.light.word.clone()),
        _ => (Flag::Pending, row.light.word.clone()),
    };
    BoardTask {
        id: row.id,
        title: row.title,
        lead: row.lead,
        persons: row.persons,
        due: row.due,
        status: row.status,
        light: row.light,
        flag,
        word,
    }
}
