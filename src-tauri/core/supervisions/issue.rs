//! 出督办单: from a task, a demand, a meeting or the ledger, one for each matter.

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::departments::set::find_unit;
use crate::dictionaries::limits;
use crate::error::{Error, Result};
use crate::ids::{DecisionId, DemandId, Id, MeetingId, SupervisionId, TaskId};
use crate::input;
use crate::partial_date::PartialDate;
use crate::storage::rows::{Decision, Demand, Meeting, Project, Supervision, SupervisionStep, Task};
use crate::storage::table::{insert, live, update};
use crate::storage::{projects, supervisions as stored};
use crate::supervisions::set::{SupervisionField, refuse_number_taken};
use crate::supervisions::status::{SupervisionLevel, SupervisionStatus};
use crate::tasks::light::{LightKind, overdue};
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// What 督办单 are proposed for.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct ProposeSupervisions {
    #[ts(optional, as = "Option<_>")]
    pub tasks: Vec<TaskId>,
    #[ts(optional, as = "Option<_>")]
    pub demands: Vec<DemandId>,
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
}

/// A 督办单 as it would be issued.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposedSupervision {
    pub task: Option<TaskId>,
    pub demand: Option<DemandId>,
    pub number: String,
    pub level: SupervisionLevel,
    /// Why this level: the light of the task, in words.
    pub because: String,
    /// The unit by name; empty when none is known.
    pub department: String,
    pub assisting: String,
    pub matter: String,
    pub basis: String,
    pub requirement: String,
    /// As a page says it.
    pub task_due: String,
    /// 逾期 6 天（4 个工作日）, or empty.
    pub overdue: String,
    pub reply_due: NaiveDate,
    /// Numbers of 督办单 on the same matter that are not done yet.
    pub standing: Vec<String>,
}

/// A 督办单 to be issued: what it is about, and its fields as typed; what is left out is as proposed.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct NewSupervision {
    #[ts(optional)]
    pub task: Option<TaskId>,
    #[ts(optional)]
    pub demand: Option<DemandId>,
    #[ts(optional)]
    pub number: Option<String>,
    #[ts(optional)]
    pub level: Option<SupervisionLevel>,
    #[ts(optional)]
    pub department: Option<String>,
    #[ts(optional)]
    pub assisting: Option<String>,
    #[ts(optional)]
    pub matter: Option<String>,
    #[ts(optional)]
    pub basis: Option<String>,
    #[ts(optional)]
    pub requirement: Option<String>,
    #[ts(optional)]
    pub reply_due: Option<String>,
}

/// Several at once, in one action.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct IssueSupervisions {
    pub papers: Vec<NewSupervision>,
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
    /// The decision it carries out.
    #[ts(optional)]
    pub decision: Option<DecisionId>,
    /// 发出日期 as typed; today when empty.
    #[ts(optional, as = "Option<_>")]
    pub issued_on: String,
}

/// 临期 is pointed out, 滞后 urged, 逾期 reported (domain.md §1.5).
pub fn level_of(light: LightKind) -> SupervisionLevel {
    match light {
        LightKind::Overdue => SupervisionLevel::Report,
        LightKind::Behind | LightKind::Slow => SupervisionLevel::Urge,
        _ => SupervisionLevel::Notice,
    }
}

/// How overdue a deadline was on a day, in words; empty when it was not.
pub fn overdue_words(due: Option<PartialDate>, on: Option<NaiveDate>) -> String {
    let days = due.and_then(|due| due.date).zip(on).and_then(|(due, on)| overdue(due, on, &Calendar::current()));
    days.map(|(days, working)| crate::texts::values::overdue_word(days, working)).unwrap_or_default()
}

/// What would be issued today, in the order asked; numbers follow each other.
pub fn propose(
    connection: &Connection,
    request: &ProposeSupervisions,
    today: NaiveDate,
) -> Result<Vec<ProposedSupervision>> {
    let mut proposed = Vec::new();
    let meeting = request.meeting.map(|id| live::<Meeting>(connection, id)).transpose()?;
    let count = request.tasks.len() + request.demands.len();
    if count > MOST {
        return Err(Error::invalid(texts::too_many(count, MOST)));
    }
    let mut number = stored::last_number(connection, &number_start(connection, today)?)?;
    let of_tasks = request.tasks.iter().map(|id| (Some(*id), None));
    for (task, demand) in of_tasks.chain(request.demands.iter().map(|id| (None, Some(*id)))) {
        number += 1;
        let given = texts::number(&number_start(connection, today)?, number);
        proposed.push(one(connection, task, demand, meeting.as_ref(), given, today)?);
    }
    Ok(proposed)
}

/// As many at once at most.
const MOST: usize = 200;

fn one(
    connection: &Connection,
    task: Option<TaskId>,
    demand: Option<DemandId>,
    meeting: Option<&Meeting>,
    number: String,
    today: NaiveDate,
) -> Result<ProposedSupervision> {
    let calendar = Calendar::current();
    let reply_due = calendar.add_working_days(today, limits::supervision_days(connection)?);
    let mut paper = ProposedSupervision {
        task,
        demand,
        number,
        level: SupervisionLevel::Notice,
        because: String::new(),
        department: String::new(),
        assisting: String::new(),
        matter: String::new(),
        basis: meeting.map(|meeting| texts::basis_meeting(&meeting.number)).unwrap_or_default(),
        requirement: String::new(),
        task_due: String::new(),
        overdue: String::new(),
        reply_due,
        standing: stored::standing(connection, task, demand)?,
    };
    let mut due = None;
    if let Some(id) = task {
        let task: Task = live(connection, id)?;
        let row = stored::task_row(connection, id, today)?.ok_or_else(|| Error::not_found("任务"))?;
        due = row.due.as_ref().and_then(|due| PartialDate::decode(&due.encoded));
        paper.level = level_of(row.light.kind);
        paper.because = row.light.word;
        paper.department = row.lead.map(|unit| unit.name).unwrap_or_default();
        paper.assisting = row.assisting.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join("、");
        let about = row.project.as_ref().or(row.enterprise.as_ref()).map(|one| one.name.as_str());
        paper.matter = texts::matter(about, &task.title);
        if paper.basis.is_empty() {
            paper.basis = match (&row.demand, task.source) {
                (_, Some(source)) => texts::basis_source(source.label()),
                (Some(demand), None) => texts::basis_demand(&demand.name),
                (None, None) => texts::basis_plan().to_string(),
            };
        }
    } else if let Some(id) = demand {
        let demand: Demand = live(connection, id)?;
        due = demand.due;
        let late = due.and_then(|due| due.date).is_some_and(|due| due < today);
        paper.level = if late { SupervisionLevel::Report } else { SupervisionLevel::Notice };
        paper.department = stored::unit_name(connection, demand.lead_department_id)?;
        let project =
            demand.project_id.map(|id| live::<Project>(connection, id)).transpose()?.map(|project| project.name);
        paper.matter = texts::matter(project.as_deref(), &crate::demands::set::name_of(&demand));
        if paper.basis.is_empty() {
            paper.basis = demand.source.map_or(String::new(), |source| texts::basis_source(source.label()));
        }
    }
    paper.task_due = due.map(|due| due.prose()).unwrap_or_default();
    paper.overdue = overdue_words(due, Some(today));
    paper.requirement = texts::requirement(paper.level, reply_due);
    Ok(paper)
}

/// Issues 督办单; returns what they are called together and their identities.
pub fn issue(tx: &Tx<'_>, request: &IssueSupervisions) -> Result<(String, Vec<SupervisionId>)> {
    let on = input::day(&request.issued_on, SupervisionField::IssuedOn.label(), tx.today)?.unwrap_or(tx.today);
    if on > tx.today {
        return Err(Error::invalid(crate::texts::tasks::not_yet(texts::word(), on, tx.today)));
    }
    if request.papers.is_empty() {
        return Err(Error::invalid(texts::nothing_to_issue()));
    }
    let mut made = Vec::new();
    let mut first = String::new();
    for new in &request.papers {
        let row = one_issued(tx, new, request.meeting, on)?;
        if first.is_empty() {
            first.clone_from(&row.number);
        }
        made.push(row.id);
    }
    if let (Some(decision), Some(paper)) = (request.decision, made.first()) {
        let before: Decision = live(tx, decision)?;
        update(tx, &before, &Decision { supervision_id: Some(*paper), ..before.clone() })?;
    }
    Ok((texts::and_others(&first, made.len()), made))
}

fn one_issued(tx: &Tx<'_>, new: &NewSupervision, meeting: Option<MeetingId>, on: NaiveDate) -> Result<Supervision> {
    let meeting_row = meeting.map(|id| live::<Meeting>(tx, id)).transpose()?;
    let next = stored::last_number(tx, &number_start(tx, on)?)? + 1;
    let number = texts::number(&number_start(tx, on)?, next);
    let proposed = one(tx, new.task, new.demand, meeting_row.as_ref(), number, on)?;
    let or = |typed: &Option<String>, proposed: String| typed.clone().unwrap_or(proposed);
    let due = match (new.task, new.demand) {
        (Some(task), _) => {
            stored::task_row(tx, task, on)?.and_then(|row| row.due).and_then(|due| PartialDate::decode(&due.encoded))
        }
        (None, Some(demand)) => live::<Demand>(tx, demand)?.due,
        (None, None) => None,
    };
    let level = new.level.unwrap_or(proposed.level);
    // The wording follows a level that was chosen; one that was typed stays.
    let reply_due = match &new.reply_due {
        Some(typed) => stored_reply_due(typed, on)?,
        None => proposed.reply_due,
    };
    let requirement = or(&new.requirement, texts::requirement(level, reply_due));
    let row = Supervision {
        number: input::required(&or(&new.number, proposed.number), SupervisionField::Number.label())?,
        level,
        task_id: new.task,
        demand_id: new.demand,
        meeting_id: meeting,
        department_id: find_unit(tx, &or(&new.department, proposed.department))?,
        assisting: input::line(&or(&new.assisting, proposed.assisting), SupervisionField::Assisting.label())?,
        matter: input::text(&or(&new.matter, proposed.matter), SupervisionField::Matter.label(), input::LONG)?,
        basis: input::text(&or(&new.basis, proposed.basis), SupervisionField::Basis.label(), input::LONG)?,
        requirement: input::text(&requirement, SupervisionField::Requirement.label(), input::LONG)?,
        task_due: due,
        issued_on: Some(on),
        reply_due: Some(reply_due),
        status: SupervisionStatus::Issued,
        ..blank()
    };
    if row.matter.is_empty() {
        return Err(Error::invalid(crate::texts::must_not_be_empty(SupervisionField::Matter.label())));
    }
    if row.department_id.is_none() {
        return Err(Error::invalid(texts::needs_unit(&row.matter)));
    }
    refuse_number_taken(tx, &row)?;
    insert(tx, &row)?;
    record_step(tx, row.id, None, SupervisionStatus::Issued, "", on)?;
    Ok(row)
}

/// A day by which a reply is due, as typed: a day, or 3个工作日.
pub(super) fn stored_reply_due(typed: &str, from: NaiveDate) -> Result<NaiveDate> {
    use crate::tasks::due::TypedDue;
    let word = SupervisionField::ReplyDue.label();
    let due = match TypedDue::read(typed, from)? {
        read @ TypedDue::WorkingDays(_) => read.date(from).and_then(|due| due.date),
        TypedDue::On(_) => input::day(typed, word, from)?,
    };
    let due = due.ok_or_else(|| Error::invalid(crate::texts::must_not_be_empty(word)))?;
    match due < from {
        true => Err(Error::invalid(texts::reply_before_issue(due, from))),
        false => Ok(due),
    }
}

/// Writes a step.
pub(super) fn record_step(
    tx: &Tx<'_>,
    supervision_id: SupervisionId,
    from_status: Option<SupervisionStatus>,
    to_status: SupervisionStatus,
    text: &str,
    on_day: NaiveDate,
) -> Result<()> {
    let text = text.to_owned();
    insert(tx, &SupervisionStep { id: Id::new(), supervision_id, on_day, from_status, to_status, text, deleted: false })
}

/// DB-2021-A: kind, year and the laptop's letter (domain.md §1.8).
fn number_start(connection: &Connection, on: NaiveDate) -> Result<String> {
    Ok(format!("DB-{}-{}", on.year(), projects::laptop_letter(connection)?))
}

/// A 督办单 that says nothing yet.
pub fn blank() -> Supervision {
    let empty = String::new;
    Supervision {
        id: SupervisionId::new(),
        number: empty(),
        level: SupervisionLevel::Notice,
        task_id: None,
        demand_id: None,
        meeting_id: None,
        department_id: None,
        assisting: empty(),
        matter: empty(),
        basis: empty(),
        requirement: empty(),
        task_due: None,
        issued_on: None,
        reply_due: None,
        received_on: None,
        replied_on: None,
        reply: empty(),
        verdict: empty(),
        closed_on: None,
        status: SupervisionStatus::Draft,
        exported_on: None,
        note: empty(),
        sample: false,
        deleted: false,
    }
}
