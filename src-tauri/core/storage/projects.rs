//! Queries about projects.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::types::ToSql;
use rusqlite::{Connection, named_params, params};

use crate::amount::Amount;
use crate::api::list::Page;
use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::ProjectId;
use crate::partial_date::PartialDate;
use crate::projects::advance;
use crate::projects::list::{LightTask, Participant, ProjectPage, ProjectQuery, ProjectRow, ProjectSort, StageCount};
use crate::projects::stage::Stage;
use crate::storage::rows::{
    Demand, Department, Milestone, Plan, PlanText, Project, ProjectEnterprise, Task, WorkGroup,
};
use crate::storage::shown::Many;
use crate::storage::table::{all, find, live, one, update};
use crate::storage::{derived, meta};
use crate::tasks::light::{LightInput, light};

/// One project with what its page shows.
pub fn page(connection: &Connection, id: ProjectId, as_of: NaiveDate) -> Result<ProjectPage> {
    let row: Project = live(connection, id)?;
    let (demands, tasks, milestones) = counts(connection, row.id)?;
    let moves = advance::moves(connection, &row)?;
    let light = lights(connection, &[row.id], as_of)?.remove(&row.id);
    let lead: Option<Department> = match row.lead_department_id {
        Some(id) => find(connection, &[&id])?,
        None => None,
    };
    let group: Option<WorkGroup> = match row.work_group_id {
        Some(id) => find(connection, &[&id])?,
        None => None,
    };
    Ok(ProjectPage {
        id: row.id,
        next_stages: moves.into_iter().filter(|one| one.needs.is_none()).map(|one| one.stage).collect(),
        in_library: in_library_since(connection, row.id, as_of)?,
        landed_on: landed_on(connection, row.id, as_of)?,
        outcomes: outcome_count(connection, row.id)?,
        enterprises: participants(connection, row.id)?,
        investment_text: row.investment.as_ref().map(|amount| amount.display()).unwrap_or_default(),
        light_task: light.as_ref().map(|task| task.title.clone()).unwrap_or_default(),
        light: light.map(|task| task.light),
        lead: lead.map(|unit| unit.short).unwrap_or_default(),
        code: row.code,
        name: row.name,
        kind: row.kind,
        summary: row.summary,
        four_new: row.four_new.0,
        industry: row.industry,
        format: row.format,
        chain: row.chain,
        chain_version: row.chain_version,
        work_group_id: row.work_group_id,
        work_group: group.map(|group| group.name).unwrap_or_default(),
        district: row.district_as_stated,
        district_code: row.district,
        investment: row.investment,
        stage: row.stage,
        lead_id: row.lead_department_id,
        problems: row.problems.0,
        verify: row.verify,
        note: row.note,
        sample: row.sample,
        demands,
        tasks,
        milestones,
    })
}

/// The project with this number.
pub fn by_code(connection: &Connection, code: &str) -> Result<Option<Project>> {
    match code.is_empty() {
        true => Ok(None),
        false => one(connection, "WHERE t.code=? AND t.deleted=0 LIMIT 1", &[&code]),
    }
}

/// The letter in numbers this laptop gives.
pub fn laptop_letter(connection: &Connection) -> Result<String> {
    Ok(meta::get(connection, "letter")?.unwrap_or_else(|| "A".to_string()))
}

/// The highest number given so far that begins so, 0 if none.
pub fn last_number(connection: &Connection, start: &str) -> Result<i64> {
    let sql = "SELECT COALESCE(max(CAST(substr(code, length(?1)+1) AS INTEGER)), 0) FROM project WHERE substr(code, 1, length(?1))=?1";
    Ok(connection.prepare_cached(sql)?.query_row([start], |row| row.get(0))?)
}

/// Is there a demand or a task of this project?
pub fn has_work(connection: &Connection, id: ProjectId) -> Result<bool> {
    let sql = "SELECT EXISTS(SELECT 1 FROM demand WHERE project_id=?1 AND deleted=0) OR EXISTS(SELECT 1 FROM task WHERE project_id=?1 AND deleted=0)";
    Ok(connection.prepare_cached(sql)?.query_row(params![id], |row| row.get(0))?)
}

/// The enterprises of a project, the lead one first.
pub fn links(connection: &Connection, id: ProjectId) -> Result<Vec<ProjectEnterprise>> {
    all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.is_lead DESC, t.enterprise_id", &[&id])
}

/// The enterprises of a project by name, the lead one first.
pub fn participants(connection: &Connection, id: ProjectId) -> Result<Vec<Participant>> {
    let sql = "SELECT e.id, e.name_full, l.is_lead FROM project_enterprise l JOIN enterprise e ON e.id=l.enterprise_id
               WHERE l.project_id=? AND l.deleted=0 AND e.deleted=0 ORDER BY l.is_lead DESC, e.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement
        .query_map([id], |row| Ok(Participant { id: row.get(0)?, name: row.get(1)?, is_lead: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many demands, tasks and nodes a project has.
pub fn counts(connection: &Connection, id: ProjectId) -> Result<(i64, i64, i64)> {
    let sql = "SELECT (SELECT count(*) FROM demand WHERE project_id=?1 AND deleted=0),
      (SELECT count(*) FROM task WHERE project_id=?1 AND deleted=0), (SELECT count(*) FROM milestone WHERE project_id=?1 AND deleted=0)";
    Ok(connection.prepare_cached(sql)?.query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// Since when a project is in 重点项目库, as of a day.
pub fn in_library_since(connection: &Connection, id: ProjectId, as_of: NaiveDate) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(in_on) FROM library_entry WHERE project_id=?1 AND deleted=0 AND in_on<=?2 AND (out_on IS NULL OR out_on>?2)";
    Ok(connection.prepare_cached(sql)?.query_row(params![id, as_of], |row| row.get(0))?)
}

/// The day of the landing that stands as of a day.
pub fn landed_on(connection: &Connection, id: ProjectId, as_of: NaiveDate) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(landed_on) FROM landing WHERE project_id=?1 AND deleted=0 AND landed_on<=?2 AND (revoked_on IS NULL OR revoked_on>?2)";
    Ok(connection.prepare_cached(sql)?.query_row(params![id, as_of], |row| row.get(0))?)
}

/// How many outcomes a project has.
pub fn outcome_count(connection: &Connection, id: ProjectId) -> Result<i64> {
    let sql = "SELECT count(*) FROM outcome WHERE project_id=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Moves what belongs to a project alone to the recycle bin.
pub fn trash_what_belongs(connection: &Connection, id: ProjectId) -> Result<()> {
    for task in all::<Task>(connection, "WHERE t.project_id=? AND t.deleted=0", &[&id])? {
        update(connection, &task, &Task { deleted: true, ..task.clone() })?;
    }
    for demand in all::<Demand>(connection, "WHERE t.project_id=? AND t.deleted=0", &[&id])? {
        update(connection, &demand, &Demand { deleted: true, ..demand.clone() })?;
    }
    for node in all::<Milestone>(connection, "WHERE t.project_id=? AND t.deleted=0", &[&id])? {
        update(connection, &node, &Milestone { deleted: true, ..node.clone() })?;
    }
    for plan in all::<Plan>(connection, "WHERE t.project_id=? AND t.deleted=0", &[&id])? {
        for text in all::<PlanText>(connection, "WHERE t.plan_id=? AND t.deleted=0", &[&plan.id])? {
            update(connection, &text, &PlanText { deleted: true, ..text.clone() })?;
        }
        update(connection, &plan, &Plan { deleted: true, ..plan.clone() })?;
    }
    super::sessions::leave_agendas(connection, id)?;
    for link in links(connection, id)? {
        update(connection, &link, &ProjectEnterprise { deleted: true, ..link.clone() })?;
    }
    Ok(())
}

/// A query as its condition names it. The borrowed values live as long as the statement is bound.
struct Asked<'q> {
    query: &'q ProjectQuery,
    stages: Many<Stage>,
    text: &'q str,
    as_of: NaiveDate,
}

impl<'q> Asked<'q> {
    fn new(query: &'q ProjectQuery, stages: Vec<Stage>, as_of: NaiveDate) -> Self {
        Self { query, stages: Many(stages), text: query.text.trim(), as_of }
    }

    /// The condition, over the tasks as they stand.
    fn condition(tasks: &str) -> String {
        format!(
            "p.deleted=0 AND (:stages='[]' OR p.stage IN (SELECT value FROM json_each(:stages)))
      AND (:lead IS NULL OR p.lead_department_id=:lead) AND (:district IS NULL OR p.district=:district)
      AND (:kind IS NULL OR p.kind=:kind) AND (:sample IS NULL OR p.sample=:sample) AND (NOT :verify OR p.verify<>'')
      AND (:four_new IS NULL OR p.four_new<>'' AND EXISTS (SELECT 1 FROM json_each(p.four_new) WHERE value=:four_new))
      AND (:enterprise IS NULL OR EXISTS (SELECT 1 FROM project_enterprise l WHERE l.project_id=p.id AND l.enterprise_id=:enterprise AND l.deleted=0))
      AND (:text='' OR instr(lower(p.name),lower(:text))>0 OR instr(upper(p.code),upper(:text))=1 OR EXISTS (SELECT 1 FROM project_enterprise l
           JOIN enterprise e ON e.id=l.enterprise_id WHERE l.project_id=p.id AND l.deleted=0 AND instr(lower(e.name_full),lower(:text))>0))
      AND (NOT :overdue OR EXISTS (SELECT 1 FROM {tasks} n WHERE n.project_id=p.id AND n.open=1 AND n.due<:as_of))"
        )
    }

    fn parameters(&self) -> Vec<(&'static str, &dyn ToSql)> {
        vec![
            (":stages", &self.stages),
            (":lead", &self.query.lead),
            (":district", &self.query.district),
            (":kind", &self.query.kind),
            (":four_new", &self.query.four_new),
            (":sample", &self.query.sample),
            (":verify", &self.query.verify),
            (":enterprise", &self.query.enterprise),
            (":text", &self.text),
            (":overdue", &self.query.overdue),
            (":as_of", &self.as_of),
        ]
    }
}

/// Projects by stage, in the order of stages, for everything of a query but its stage.
pub fn stages(connection: &Connection, query: &ProjectQuery, as_of: NaiveDate) -> Result<Vec<StageCount>> {
    let condition = Asked::condition(&derived::tasks_as_of(connection, as_of)?);
    let sql = format!("SELECT p.stage, count(*) FROM project p WHERE {condition} GROUP BY p.stage");
    let mut statement = connection.prepare_cached(&sql)?;
    let asked = Asked::new(query, Vec::new(), as_of);
    let rows =
        statement.query_map(&asked.parameters()[..], |row| Ok((row.get::<_, Stage>(0)?, row.get::<_, i64>(1)?)))?;
    let found: HashMap<Stage, i64> = rows.collect::<rusqlite::Result<_>>()?;
    let count = |stage: &Stage| StageCount { stage: *stage, count: found.get(stage).copied().unwrap_or(0) };
    Ok(Stage::ALL.iter().map(count).collect())
}

/// A page of projects with their lights as of a day.
pub fn list(connection: &Connection, query: &ProjectQuery, as_of: NaiveDate) -> Result<Page<ProjectRow>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let condition = Asked::condition(&tasks);
    let asked = Asked::new(query, query.stages.iter().copied().chain(query.stage).collect(), as_of);
    let mut parameters = asked.parameters();
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let sql = format!("SELECT count(*) FROM project p WHERE {condition}");
    let total: i64 = connection.prepare_cached(&sql)?.query_row(&parameters[..], |row| row.get(0))?;
    let direction = if query.descending { "DESC" } else { "ASC" };
    let stages: Vec<String> =
        Stage::ALL.iter().enumerate().map(|(at, stage)| format!("WHEN '{}' THEN {at}", stage.code())).collect();
    let order = match query.sort {
        None => "p.id".to_string(),
        Some(ProjectSort::Name) => "p.name".to_string(),
        Some(ProjectSort::Code) => "p.code".to_string(),
        Some(ProjectSort::Stage) => format!("CASE p.stage {} END", stages.join(" ")),
        Some(ProjectSort::Investment) => "p.investment->>'yuan'".to_string(),
        Some(ProjectSort::Lead) => "(SELECT d.position FROM department d WHERE d.id=p.lead_department_id)".to_string(),
        Some(ProjectSort::OverdueTasks) => "overdue".to_string(),
        Some(ProjectSort::NextDue) => "next_due IS NULL, next_due".to_string(),
    };
    let sql = format!(
        "SELECT p.id, p.code, p.name, p.district_as_stated, p.investment, p.stage, p.lead_department_id,
           COALESCE((SELECT d.short FROM department d WHERE d.id=p.lead_department_id), ''),
           (SELECT count(*) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1),
           (SELECT count(*) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1 AND n.due<:as_of) AS overdue,
           (SELECT min(n.due) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1) AS next_due,
           (SELECT m.name||' '||COALESCE(m.plan_on,'') FROM milestone m WHERE m.project_id=p.id AND m.deleted=0 AND m.actual_on IS NULL
             ORDER BY m.plan_on IS NULL, m.plan_on, m.position LIMIT 1),
           p.verify, p.sample
         FROM project p WHERE {condition} ORDER BY {order} {direction}, p.id LIMIT :limit OFFSET :offset"
    );
    parameters.push((":limit", &limit));
    parameters.push((":offset", &offset));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows =
        statement.query_map(&parameters[..], |row| read_row(row, as_of))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut lights = lights(connection, &rows.iter().map(|row| row.id).collect::<Vec<_>>(), as_of)?;
    for row in &mut rows {
        let mut participants = participants(connection, row.id)?.into_iter();
        if let Some(lead) = participants.next() {
            row.enterprise_id = Some(lead.id);
            row.enterprise = lead.name;
        }
        row.other_enterprises = participants.count() as i64;
        row.light = lights.remove(&row.id).map(|task| task.light);
    }
    Ok(Page { total: total as usize, rows })
}

fn read_row(row: &rusqlite::Row<'_>, as_of: NaiveDate) -> rusqlite::Result<ProjectRow> {
    let node: Option<String> = row.get(11)?;
    let next_due: Option<PartialDate> = row.get(10)?;
    Ok(ProjectRow {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        enterprise_id: None,
        enterprise: String::new(),
        other_enterprises: 0,
        district: row.get(3)?,
        investment: row.get::<_, Option<Amount>>(4)?.map(|amount| amount.display()).unwrap_or_default(),
        stage: row.get(5)?,
        lead_id: row.get(6)?,
        lead: row.get(7)?,
        open_tasks: row.get(8)?,
        overdue_tasks: row.get(9)?,
        next_node: node.map(|node| node_with_time(&node, as_of)).unwrap_or_default(),
        next_due: next_due.map(|due| due.grid(as_of.year())).unwrap_or_default(),
        light: None,
        verify: row.get(12)?,
        sample: row.get(13)?,
    })
}

/// A node's name and its stored time, told as a grid tells it.
fn node_with_time(stored: &str, as_of: NaiveDate) -> String {
    match stored.rsplit_once(' ') {
        Some((name, time)) => match PartialDate::decode(time) {
            Some(date) => format!("{name} {}", date.grid(as_of.year())),
            None => name.to_string(),
        },
        None => stored.to_string(),
    }
}

/// The worst light among the open tasks of each project (domain.md §1.7), with the task it is of; of two alike the one
/// due first.
pub fn lights(
    connection: &Connection,
    projects: &[ProjectId],
    as_of: NaiveDate,
) -> Result<HashMap<ProjectId, LightTask>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let sql = format!(
        "SELECT t.title, n.status, n.start_on, n.due, n.percent FROM {tasks} n JOIN task t ON t.id=n.task_id
         WHERE n.project_id=:project AND n.open=1 AND :as_of=:as_of"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut worst: HashMap<ProjectId, LightTask> = HashMap::new();
    for project in projects {
        let mut rows = statement.query(named_params! {":project": project, ":as_of": as_of})?;
        while let Some(row) = rows.next()? {
            let due: Option<PartialDate> = row.get(3)?;
            let percent: Option<i64> = row.get(4)?;
            let input = LightInput {
                status: row.get(1)?,
                start_on: row.get(2)?,
                due,
                percent: percent.map(|percent| percent as f64),
            };
            let light = light(&input, as_of, &Calendar::current());
            let task = LightTask { project: *project, title: row.get(0)?, light, due: due.and_then(|due| due.date) };
            let rank = |task: &LightTask| (task.light.kind, task.due.unwrap_or(NaiveDate::MAX));
            if worst.get(project).is_none_or(|known| rank(&task) < rank(known)) {
                worst.insert(*project, task);
            }
        }
    }
    Ok(worst)
}
