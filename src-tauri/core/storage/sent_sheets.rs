//! 报送 in SQL.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::SentSheetId;
use crate::sent_sheets::list::{SheetCounts, SheetPage, SheetQuery, SheetRow, SheetState};
use crate::tasks::light::overdue;
use crate::texts::{chase, sent_sheets as texts};

/// Where a sheet is as of a day.
const STATE: &str = "(CASE WHEN s.returned_on<=:as_of THEN 'returned' WHEN s.due<:as_of THEN 'overdue' ELSE 'out' END)";
const SHEETS: &str = "sent_sheet s JOIN department d ON d.id=s.department_id WHERE s.deleted=0 AND s.sent_on<=:as_of";
const COLUMNS: &str = "s.id, s.department_id, d.short, s.title, s.sent_on, s.due, CASE WHEN s.returned_on<=:as_of THEN s.returned_on END, s.note, s.sample";

/// A page of sheets as of a day.
pub fn list(connection: &Connection, query: &SheetQuery, as_of: NaiveDate) -> Result<SheetPage> {
    let mut condition = String::new();
    if query.department.is_some() {
        condition.push_str(" AND s.department_id=:department");
    }
    let text = query.text.trim();
    if !text.is_empty() {
        condition.push_str(
            " AND (instr(lower(s.title),lower(:text))>0 OR instr(lower(d.short),lower(:text))>0 OR instr(lower(s.note),lower(:text))>0)",
        );
    }
    let bound = named_params! {":as_of": as_of, ":department": query.department, ":text": text,
    ":state": query.state, ":limit": query.paging.limit() as i64, ":offset": query.paging.offset as i64};
    let used = |statement: &rusqlite::Statement<'_>| -> Result<Vec<(&str, &dyn rusqlite::ToSql)>> {
        let mut used = Vec::new();
        for (name, value) in bound {
            if statement.parameter_index(name)?.is_some() {
                used.push((*name, *value));
            }
        }
        Ok(used)
    };
    let sql = format!("SELECT {STATE}, count(*) FROM {SHEETS}{condition} GROUP BY 1");
    let mut statement = connection.prepare_cached(&sql)?;
    let named = used(&statement)?;
    let parts =
        statement.query_map(named.as_slice(), |row| Ok((row.get::<_, SheetState>(0)?, row.get::<_, i64>(1)?)))?;
    let mut counts = SheetCounts::default();
    for part in parts {
        let (state, count) = part?;
        counts.total += count as usize;
        *match state {
            SheetState::Overdue => &mut counts.overdue,
            SheetState::Out => &mut counts.out,
            SheetState::Returned => &mut counts.returned,
        } = count as usize;
    }
    let total = match query.state {
        None => counts.total,
        Some(SheetState::Overdue) => counts.overdue,
        Some(SheetState::Out) => counts.out,
        Some(SheetState::Returned) => counts.returned,
    };
    if query.state.is_some() {
        condition.push_str(&format!(" AND {STATE}=:state"));
    }
    // Not back before back; the longest overdue and the soonest due first; what came back last before the rest.
    let sql = format!(
        "SELECT {COLUMNS} FROM {SHEETS}{condition} ORDER BY {STATE}='returned',
           CASE WHEN {STATE}='returned' THEN NULL ELSE COALESCE(s.due,'9999') END, s.returned_on DESC, d.position, s.id
         LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let named = used(&statement)?;
    let rows = statement.query_map(named.as_slice(), |row| sheet_row(row, as_of))?;
    Ok(SheetPage { total, rows: rows.collect::<rusqlite::Result<_>>()?, counts })
}

fn sheet_row(row: &Row<'_>, as_of: NaiveDate) -> rusqlite::Result<SheetRow> {
    let (due, returned_on): (Option<NaiveDate>, Option<NaiveDate>) = (row.get(5)?, row.get(6)?);
    let calendar = Calendar::current();
    let late = due.and_then(|due| overdue(due, as_of, &calendar));
    let (state, word) = match (returned_on, late, due) {
        (Some(on), _, Some(due)) => (SheetState::Returned, texts::came_back(on.signed_duration_since(due).num_days())),
        (Some(_), _, None) => (SheetState::Returned, texts::came_back(0)),
        (None, Some((days, working)), _) => (SheetState::Overdue, texts::overdue(days, working)),
        (None, None, Some(due)) => {
            let (days, working) =
                (due.signed_duration_since(as_of).num_days(), calendar.working_days_between(as_of, due));
            (SheetState::Out, texts::left(days, working))
        }
        (None, None, None) => (SheetState::Out, texts::no_due().to_owned()),
    };
    Ok(SheetRow {
        id: row.get(0)?,
        department_id: row.get(1)?,
        department: row.get(2)?,
        title: row.get(3)?,
        sent_on: row.get(4)?,
        due,
        returned_on,
        note: row.get(7)?,
        state,
        word,
        sample: row.get(8)?,
    })
}

/// A reminder of what has not come back: of these sheets, or of all that are overdue; one message for each unit.
pub fn reminder(connection: &Connection, ids: Option<&[SentSheetId]>, as_of: NaiveDate) -> Result<(String, usize)> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {SHEETS} AND (s.returned_on IS NULL OR s.returned_on>:as_of) ORDER BY d.position, d.id, s.due NULLS LAST, s.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":as_of": as_of}, |row| sheet_row(row, as_of))?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let wanted = |row: &SheetRow| match ids {
        Some(ids) => ids.contains(&row.id),
        None => row.state == SheetState::Overdue,
    };
    let mut units: Vec<(String, Vec<SheetRow>)> = Vec::new();
    for row in rows.into_iter().filter(wanted) {
        match units.last_mut().filter(|(unit, _)| *unit == row.department) {
            Some((_, of_unit)) => of_unit.push(row),
            None => units.push((row.department.clone(), vec![row])),
        }
    }
    let reply_by = Calendar::current().add_working_days(as_of, 1);
    let line = |(number, row): (usize, &SheetRow)| {
        let late = row.due.map_or(0, |due| as_of.signed_duration_since(due).num_days());
        chase::sheet_line(number + 1, &row.title, row.sent_on, row.due, late)
    };
    let messages: Vec<String> = units
        .iter()
        .map(|(unit, rows)| {
            let lines: Vec<String> = rows.iter().enumerate().map(line).collect();
            chase::sheet_reminder(unit, &lines, reply_by)
        })
        .collect();
    Ok((messages.join("\n\n"), units.iter().map(|(_, rows)| rows.len()).sum()))
}
