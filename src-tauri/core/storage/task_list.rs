//! 任务台账 in SQL. A list first finds the ids of its page, over `task_now` and its indices alone wherever it can, then
//! reads just those rows with everything they show. A light is told in words by [`crate::tasks::light`]; here the same
//! rules stand as conditions, so that filtering and paging stay in SQL (`tests/tasks.rs` holds the two together).

use chrono::{Days, NaiveDate};
use rusqlite::types::{ToSql, Value};
use rusqlite::{Connection, Row, Statement};

use crate::api::list::Page;
use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::{Id, TaskId};
use crate::light_rules::bounds::{Bounds, LightRules};
use crate::projects::phase::MilestonePhase;
use crate::search;
use crate::storage::rows::{Person, by_name};
use crate::storage::table::live;
use crate::storage::{departments, derived, task_rows};
use crate::tasks::chase::ChaseQuery;
use crate::tasks::light::LightKind;
use crate::tasks::list::*;
use crate::texts::tasks as texts;

/// A condition on tasks `n` with the values it binds.
pub struct Condition {
    /// `WITH … ` in front of the whole statement, or empty.
    pub with: &'static str,
    pub sql: String,
    values: Vec<(&'static str, Value)>,
}

/// 临期: due before this day (`:soon`), the first with more working days left than the rule of the day asked says.
pub(super) fn soon(as_of: NaiveDate) -> NaiveDate {
    Calendar::current().add_working_days(as_of, LightRules::now(as_of).far_from())
}

/// 进度差 in tenths of a point: 序时进度, half-up, less the percent noted (domain.md §1.7); 0 when it has none.
pub(super) const GAP: &str = "(CASE WHEN n.start_on<=substr(n.due,1,10) AND n.due<'9999' THEN
  (2000*min(max((unixepoch(:as_of)-unixepoch(n.start_on))/86400+1,0),(unixepoch(substr(n.due,1,10))-unixepoch(n.start_on))/86400+1)
   +(unixepoch(substr(n.due,1,10))-unixepoch(n.start_on))/86400+1)
  /(2*((unixepoch(substr(n.due,1,10))-unixepoch(n.start_on))/86400+1))
  -10*min(max(COALESCE(n.percent,0),0),100) ELSE 0 END)";

/// When a task shows this light by these bounds; the rules of [`crate::tasks::light::light_kind`] in the same order.
fn light_condition(kind: LightKind, bounds: &Bounds) -> String {
    let (behind, slow) = (bounds.behind_tenths(), bounds.slow_tenths());
    match kind {
        LightKind::Overdue => "(n.open=1 AND n.due<:as_of)".into(),
        LightKind::Behind => format!("(n.open=1 AND n.due>=:as_of AND {GAP}>{behind})"),
        LightKind::DueSoon => format!("(n.open=1 AND n.due>=:as_of AND n.due<:soon AND {GAP}<={behind})"),
        LightKind::Slow => format!("(n.open=1 AND n.due>=:soon AND {GAP} BETWEEN {slow} AND {behind})"),
        LightKind::Normal => format!(
            "(n.status='submitted' AND COALESCE(n.due,'')<'9999'
              OR n.open=1 AND (n.due IS NULL OR n.due>=:soon AND n.due<'9999' AND {GAP}<{slow}))"
        ),
        LightKind::OnHold => "(n.status IN ('paused','cancelled') OR n.due>='9999')".into(),
        LightKind::Done => "(n.status='closed' AND COALESCE(n.due,'')<'9999')".into(),
    }
}

/// 应完成: due by the day asked, in a rate's denominator.
const DUE_BY_NOW: &str = "n.due<:after AND n.status NOT IN ('paused','cancelled')";
/// Of those the ones 已销号.
const DUE_AND_DONE: &str = "n.due<:after AND n.status='closed'";

impl Condition {
    /// The condition of a filter as of a day.
    pub fn of(filter: &TaskFilter, as_of: NaiveDate) -> Self {
        Self::with_open(filter, as_of, "n.open=1")
    }

    /// The same for statements that read every match of it (groups): most tasks are open, so finding those through
    /// the index of due dates and looking up the rest of each takes several times as long as reading all in order.
    fn of_all(filter: &TaskFilter, as_of: NaiveDate) -> Self {
        Self::with_open(filter, as_of, "+n.open=1")
    }

    fn with_open(filter: &TaskFilter, as_of: NaiveDate, open: &str) -> Self {
        let bounds = LightRules::now(as_of);
        let mut condition = Self { with: "", sql: String::from("1=1"), values: Vec::new() };
        condition.bind(":as_of", as_of.to_string());
        condition.bind(":soon", soon(as_of).to_string());
        condition.bind(":after", day_after(as_of).to_string());
        if let Some(query) = search::text::query(&filter.text) {
            condition.with =
                "WITH hits AS MATERIALIZED (SELECT d.tbl, d.id FROM search_index i JOIN search_doc d ON d.rowid=i.rowid
                WHERE search_index MATCH :match) ";
            condition.bind(":match", query);
            condition.and(text_condition());
        }
        if filter.open {
            condition.and(open);
        }
        if !filter.statuses.is_empty() {
            let codes: Vec<String> = filter.statuses.iter().map(|status| format!("'{}'", status.code())).collect();
            condition.and(&format!("n.status IN ({})", codes.join(",")));
        }
        if !filter.lights.is_empty() {
            let lights: Vec<String> = filter.lights.iter().map(|kind| light_condition(*kind, &bounds)).collect();
            condition.and(&format!("({})", lights.join(" OR ")));
        }
        let by_id = [
            (":lead", filter.lead.map(Id::from), "n.lead_department_id=:lead"),
            (
                ":unit",
                filter.unit.map(Id::from),
                "(n.lead_department_id=:unit OR n.task_id IN (SELECT task_id FROM task_department WHERE department_id=:unit AND deleted=0))",
            ),
            (
                ":person",
                filter.person.map(Id::from),
                "n.task_id IN (SELECT task_id FROM task_person WHERE person_id=:person AND deleted=0)",
            ),
            (":project", filter.project.map(Id::from), "n.project_id=:project"),
            (
                ":work_group",
                filter.group.map(Id::from),
                "n.project_id IN (SELECT id FROM project WHERE work_group_id=:work_group AND deleted=0)",
            ),
            (
                ":enterprise",
                filter.enterprise.map(Id::from),
                "(n.enterprise_id=:enterprise OR n.project_id IN (SELECT project_id FROM project_enterprise WHERE enterprise_id=:enterprise AND deleted=0))",
            ),
            (":demand", filter.demand.map(Id::from), "n.task_id IN (SELECT id FROM task WHERE demand_id=:demand)"),
            (
                ":milestone",
                filter.milestone.map(Id::from),
                "n.task_id IN (SELECT id FROM task WHERE milestone_id=:milestone)",
            ),
        ];
        for (name, id, sql) in by_id {
            if let Some(id) = id {
                condition.bind(name, Value::Blob(id.bytes().to_vec()));
                condition.and(sql);
            }
        }
        if let Some(district) = &filter.district {
            condition.bind(":district", district.clone());
            condition.and(
                "(n.project_id IN (SELECT id FROM project WHERE district=:district AND deleted=0)
                  OR n.project_id IS NULL AND n.enterprise_id IN (SELECT id FROM enterprise WHERE district=:district AND deleted=0))",
            );
        }
        if let Some(from) = filter.due_from {
            condition.bind(":due_from", from.to_string());
            condition.and("n.due>=:due_from");
        }
        if let Some(to) = filter.due_to {
            // A month's deadline sorts behind its last day, so the bound is the day after.
            condition.bind(":due_before", day_after(to).to_string());
            condition.and("n.due<:due_before");
        }
        if filter.coordination {
            condition.and("n.open=1 AND n.coordination=1");
        }
        if filter.unassigned {
            condition.and("n.lead_department_id IS NULL");
        }
        condition
    }

    fn and(&mut self, sql: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
    }

    /// Adds a value.
    pub fn bind(&mut self, name: &'static str, value: impl Into<Value>) {
        self.values.push((name, value.into()));
    }

    /// The values that a statement names.
    pub fn bound(&self, statement: &Statement<'_>) -> Result<Vec<(&str, &dyn ToSql)>> {
        let mut bound: Vec<(&str, &dyn ToSql)> = Vec::new();
        for (name, value) in &self.values {
            if statement.parameter_index(name)?.is_some() {
                bound.push((name, value));
            }
        }
        Ok(bound)
    }
}

fn day_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Tasks whose text matches, or whose project, enterprise or lead unit does.
fn text_condition() -> &'static str {
    static SQL: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let hit = |column: &str, table: &str| {
            let number = by_name(table).map(|table| table.number).unwrap_or_default();
            format!("{column} IN (SELECT id FROM hits WHERE tbl={number})")
        };
        let parts = [
            hit("n.task_id", "task"),
            hit("n.project_id", "project"),
            hit("n.enterprise_id", "enterprise"),
            hit("n.lead_department_id", "department"),
        ];
        format!("({})", parts.join(" OR "))
    });
    &SQL
}

/// How a list is ordered: the tables it needs beside `n`, and the terms.
struct Order {
    join: String,
    terms: String,
}

impl Order {
    fn of(query: &TaskQuery) -> Self {
        let (mut joins, mut terms) = (Vec::new(), Vec::new());
        if let Some(group) = query.group {
            joins.push(group_join(group));
            terms.push(group_terms(group, PHASE));
        }
        let down = if query.descending { " DESC" } else { "" };
        let (join, term) = match query.sort.unwrap_or(TaskSort::Due) {
            TaskSort::Due => ("", "n.due"),
            TaskSort::Title => (JOIN_TASK, "t.title"),
            TaskSort::Position => (JOIN_TASK, "t.position"),
            TaskSort::Project => (JOIN_PROJECT, "p.name"),
            TaskSort::Enterprise => (JOIN_ENTERPRISE, "e.name_full"),
            TaskSort::Lead => (JOIN_LEAD, "d.position"),
            TaskSort::StartOn => ("", "n.start_on"),
            TaskSort::Percent => ("", "n.percent"),
            TaskSort::Status => ("", STATUS_RANK),
            TaskSort::Created => ("", "n.task_id"),
        };
        if !join.is_empty() && !joins.contains(&join) {
            joins.push(join);
        }
        terms.push(format!("{term}{down} NULLS LAST"));
        if !matches!(query.sort, None | Some(TaskSort::Due)) {
            terms.push("n.due NULLS LAST".into());
        }
        terms.push("n.task_id".into());
        Self { join: joins.concat(), terms: terms.join(", ") }
    }
}

const JOIN_TASK: &str = " JOIN task t ON t.id=n.task_id";
const JOIN_PROJECT: &str = " LEFT JOIN project p ON p.id=n.project_id";
const JOIN_ENTERPRISE: &str = " LEFT JOIN enterprise e ON e.id=n.enterprise_id";
const JOIN_LEAD: &str = " LEFT JOIN department d ON d.id=n.lead_department_id";
const STATUS_RANK: &str = "CASE n.status WHEN 'not_started' THEN 0 WHEN 'in_progress' THEN 1 WHEN 'submitted' THEN 2
  WHEN 'closed' THEN 3 WHEN 'paused' THEN 4 ELSE 5 END";

/// The phase of a task's 路线图 node.
const PHASE: &str = "(SELECT m.phase FROM task x JOIN milestone m ON m.id=x.milestone_id WHERE x.id=n.task_id)";

pub(super) fn group_join(group: TaskGrouping) -> &'static str {
    match group {
        TaskGrouping::Lead => JOIN_LEAD,
        TaskGrouping::Project => JOIN_PROJECT,
        TaskGrouping::Month | TaskGrouping::Phase => "",
        TaskGrouping::WorkGroup => {
            " LEFT JOIN work_group g ON g.id=(SELECT x.work_group_id FROM project x WHERE x.id=n.project_id)"
        }
    }
}

/// By what groups are ordered; `phase` is where the phase stands.
pub(super) fn group_terms(group: TaskGrouping, phase: &str) -> String {
    match group {
        TaskGrouping::Lead => "d.position NULLS LAST, n.lead_department_id NULLS LAST".into(),
        TaskGrouping::Project => "p.name NULLS LAST, n.project_id NULLS LAST".into(),
        TaskGrouping::Month => "substr(n.due,1,7) NULLS LAST".into(),
        TaskGrouping::Phase => {
            let ranks: Vec<String> = MilestonePhase::ALL
                .iter()
                .enumerate()
                .map(|(rank, phase)| format!("WHEN '{}' THEN {rank}", phase.code()))
                .collect();
            format!("CASE {phase} {} END NULLS LAST", ranks.join(" "))
        }
        TaskGrouping::WorkGroup => "g.position NULLS LAST, g.id NULLS LAST".into(),
    }
}

/// What makes a group (of tasks `n`), and what it is called (of groups `n` with what they are joined to).
pub(super) fn group_key(group: TaskGrouping) -> (&'static str, &'static str) {
    match group {
        TaskGrouping::Lead => ("n.lead_department_id", "d.short"),
        TaskGrouping::Project => ("n.project_id", "p.name"),
        TaskGrouping::Month => ("substr(n.due,1,7)", "NULL"),
        TaskGrouping::Phase => (PHASE, "NULL"),
        // The id of a group that is gone is no group.
        TaskGrouping::WorkGroup => {
            ("(SELECT x.id FROM project p JOIN work_group x ON x.id=p.work_group_id WHERE p.id=n.project_id)", "g.name")
        }
    }
}

/// The two statements of a page: how many tasks match, and the ids on it (`:limit`, `:offset`).
pub fn statements(query: &TaskQuery, source: &str, condition: &Condition) -> [String; 2] {
    let Condition { with, sql, .. } = condition;
    let Order { join, terms } = Order::of(query);
    [
        format!("{with}SELECT count(*) FROM {source} n WHERE {sql}"),
        format!(
            "{with}SELECT n.task_id FROM {source} n{join} WHERE {sql} ORDER BY {terms} LIMIT :limit OFFSET :offset"
        ),
    ]
}

/// A page of tasks as of a day.
pub fn list(connection: &Connection, query: &TaskQuery, as_of: NaiveDate) -> Result<Page<TaskRow>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let (total, ids) = page_ids(connection, query, &source, as_of)?;
    Ok(Page { total, rows: task_rows::rows(connection, &source, &ids, as_of)? })
}

/// Hands out every task of a list in its order, with how many there are; the paging of the query is passed over. Only the
/// ids are held at once.
pub fn each(
    connection: &Connection,
    query: &TaskQuery,
    as_of: NaiveDate,
    wanted: &task_rows::Wanted,
    mut f: impl FnMut(TaskRow, usize) -> Result<()>,
) -> Result<()> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let ids = ids_in_order(connection, query, &source, as_of)?;
    task_rows::each(connection, &source, &ids, as_of, wanted, |row| f(row, ids.len()))
}

/// The ids of all tasks of a list in its order.
pub fn ids_in_order(connection: &Connection, query: &TaskQuery, source: &str, as_of: NaiveDate) -> Result<Vec<TaskId>> {
    let mut condition = Condition::of(&query.filter, as_of);
    condition.bind(":limit", -1);
    condition.bind(":offset", 0);
    let [_, page] = statements(query, source, &condition);
    let mut statement = connection.prepare_cached(&page)?;
    let bound = condition.bound(&statement)?;
    let ids = statement.query_map(bound.as_slice(), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// How many tasks match, and the ids of those on the page.
pub(super) fn page_ids(
    connection: &Connection,
    query: &TaskQuery,
    source: &str,
    as_of: NaiveDate,
) -> Result<(usize, Vec<TaskId>)> {
    let condition = if query.group.is_some() { Condition::of_all } else { Condition::of };
    let mut condition = condition(&query.filter, as_of);
    condition.bind(":limit", query.paging.limit() as i64);
    condition.bind(":offset", query.paging.offset as i64);
    let [count, page] = statements(query, source, &condition);
    let total: i64 = {
        let mut statement = connection.prepare_cached(&count)?;
        let bound = condition.bound(&statement)?;
        statement.query_row(bound.as_slice(), |row| row.get(0))?
    };
    let mut statement = connection.prepare_cached(&page)?;
    let bound = condition.bound(&statement)?;
    let ids = statement.query_map(bound.as_slice(), |row| row.get(0))?;
    Ok((total as usize, ids.collect::<rusqlite::Result<_>>()?))
}

/// The ids of all tasks of a filter, for checking all of them at once.
pub fn ids(connection: &Connection, filter: &TaskFilter, as_of: NaiveDate) -> Result<Vec<TaskId>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let condition = Condition::of(filter, as_of);
    let Condition { with, sql, .. } = &condition;
    let mut statement = connection.prepare_cached(&format!("{with}SELECT n.task_id FROM {source} n WHERE {sql}"))?;
    let bound = condition.bound(&statement)?;
    let ids = statement.query_map(bound.as_slice(), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Tasks to be chased, those of a unit together in 机构序列, and the person spoken to if one is.
pub fn to_chase(
    connection: &Connection,
    query: &ChaseQuery,
    as_of: NaiveDate,
) -> Result<(Vec<TaskRow>, Option<String>)> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let mut filter = query.filter.clone();
    filter.person = query.person.or(filter.person);
    let ids = match &query.ids {
        Some(ids) => ids.clone(),
        None => {
            let lights = vec![LightKind::Overdue, LightKind::DueSoon];
            ids(connection, &TaskFilter { lights, ..filter }, as_of)?
        }
    };
    let mut rows = task_rows::rows(connection, &source, &ids, as_of)?;
    let places = departments::places(connection)?;
    let place = |row: &TaskRow| {
        row.lead.as_ref().map_or(usize::MAX, |lead| places.get(&lead.id).copied().unwrap_or(usize::MAX))
    };
    rows.sort_by_cached_key(|row| (place(row), row.due.as_ref().map(|due| due.encoded.clone())));
    let addressee = query.person.map(|id| live::<Person>(connection, id)).transpose()?.map(|person| person.name);
    Ok((rows, addressee))
}

/// The groups of a list with their counts, in the order of its rows.
pub fn groups(connection: &Connection, query: &TaskGroupQuery, as_of: NaiveDate) -> Result<Vec<TaskGroupRow>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let condition = Condition::of_all(&query.filter, as_of);
    let Condition { with, sql, .. } = &condition;
    let (key, label) = group_key(query.group);
    // The name is looked up once for each group.
    let sql = format!(
        "{with}SELECT n.key, {label}, n.count, n.overdue, n.due_count, n.due_done FROM (
           SELECT {key} AS key, n.lead_department_id, n.project_id, n.due, count(*) AS count,
             COALESCE(sum(n.open=1 AND n.due<:as_of),0) AS overdue,
             COALESCE(sum({DUE_BY_NOW}),0) AS due_count, COALESCE(sum({DUE_AND_DONE}),0) AS due_done
           FROM {source} n WHERE {sql} GROUP BY 1) n{} ORDER BY {}",
        group_join(query.group),
        group_terms(query.group, "n.key")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let bound = condition.bound(&statement)?;
    let groups = statement.query_map(bound.as_slice(), |row| group_row(query.group, row))?;
    Ok(groups.collect::<rusqlite::Result<_>>()?)
}

/// A group's key and name out of the first two columns.
pub(super) fn group_name(group: TaskGrouping, row: &Row<'_>) -> rusqlite::Result<(String, String)> {
    let label: Option<String> = row.get(1)?;
    Ok(match group {
        TaskGrouping::Lead | TaskGrouping::Project | TaskGrouping::WorkGroup => {
            let none = match group {
                TaskGrouping::Lead => texts::no_lead(),
                TaskGrouping::Project => texts::no_project(),
                _ => texts::no_work_group(),
            };
            let key = row.get::<_, Option<Id>>(0)?.map(|id| id.to_string()).unwrap_or_default();
            (key, label.unwrap_or_else(|| none.to_owned()))
        }
        TaskGrouping::Month => {
            let key: String = row.get::<_, Option<String>>(0)?.unwrap_or_default();
            let label = match key.as_str() {
                "" => texts::no_due().to_owned(),
                key if key >= "9999" => crate::texts::values::long_term_grid().to_owned(),
                key => texts::month(key),
            };
            (key, label)
        }
        TaskGrouping::Phase => {
            let phase: Option<MilestonePhase> = row.get(0)?;
            match phase {
                Some(phase) => (phase.code().to_owned(), phase.label().to_owned()),
                None => (String::new(), texts::no_phase().to_owned()),
            }
        }
    })
}

fn group_row(group: TaskGrouping, row: &Row<'_>) -> rusqlite::Result<TaskGroupRow> {
    let (key, label) = group_name(group, row)?;
    let number = |column| row.get::<_, i64>(column).map(|number| number as usize);
    Ok(TaskGroupRow { key, label, count: number(2)?, overdue: number(3)?, due_count: number(4)?, due_done: number(5)? })
}

/// How many tasks of a filter there are of what, in one pass.
pub fn counts(connection: &Connection, filter: &TaskFilter, as_of: NaiveDate) -> Result<TaskCounts> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let condition = Condition::of_all(filter, as_of);
    let Condition { with, sql, .. } = &condition;
    let soon = light_condition(LightKind::DueSoon, &LightRules::now(as_of));
    let sql = format!(
        "{with}SELECT count(*), sum(n.open), sum(n.open=1 AND n.due<:as_of), sum({soon}), sum(n.status='submitted'),
           sum(n.open=1 AND n.coordination=1), sum(n.status='closed'), sum(n.status='cancelled'),
           sum({DUE_BY_NOW}), sum({DUE_AND_DONE})
         FROM {source} n WHERE {sql}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let bound = condition.bound(&statement)?;
    Ok(statement.query_row(bound.as_slice(), |row| {
        let number = |column| row.get::<_, Option<i64>>(column).map(|number| number.unwrap_or_default() as usize);
        Ok(TaskCounts {
            total: number(0)?,
            open: number(1)?,
            overdue: number(2)?,
            due_soon: number(3)?,
            submitted: number(4)?,
            coordination: number(5)?,
            closed: number(6)?,
            cancelled: number(7)?,
            due_count: number(8)?,
            due_done: number(9)?,
        })
    })?)
}
