//! 征求意见: which units are asked about a version, by when, what they say, and what becomes of it.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check::{Finding, FindingKind};
use super::data::PlanData;
use crate::action::{Action, Kind, Verb};
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, PlanId, PlanOpinionId};
use crate::input;
use crate::plans::status::{OpinionVerdict, PlanStatus};
use crate::storage::plan_versions as stored;
use crate::storage::rows::{Department, Plan, PlanOpinion};
use crate::storage::table::{find, insert, live, update};
use crate::texts::plans as texts;
use crate::workbook::Tx;

/// Working days units are given unless another day is said.
const ANSWER_WITHIN: i32 = 5;

codes! {
    /// A field of an opinion that can be typed into.
    pub enum PlanOpinionField {
        Due => "due", "反馈时限";
        AnsweredOn => "answered_on", "反馈日期";
        Text => "text", "意见";
    }
}

/// A unit that was asked, and what it said.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanOpinionRow {
    pub id: PlanOpinionId,
    pub department: DepartmentId,
    pub unit: String,
    pub asked_on: Option<NaiveDate>,
    pub due: Option<NaiveDate>,
    pub answered_on: Option<NaiveDate>,
    pub text: String,
    pub verdict: Option<OpinionVerdict>,
    pub reason: String,
    /// Not answered, and the day is past.
    pub late: bool,
}

/// Whom to ask, and until when.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConsultationProposal {
    pub due: NaiveDate,
    /// In 机构序列.
    pub units: Vec<ProposedUnit>,
}

/// A unit that leads or assists in the plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposedUnit {
    pub id: DepartmentId,
    pub name: String,
    pub leads: usize,
    pub assists: usize,
    /// It has been asked about this version and has not answered yet.
    pub asked: bool,
}

/// 征求意见, as chosen.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ConsultUnits {
    pub id: PlanId,
    pub departments: Vec<DepartmentId>,
    /// 反馈时限, as typed.
    pub due: String,
}

/// Whom a plan should be shown to: everybody who leads or assists in it.
pub fn proposal(
    data: &PlanData,
    asked: &[PlanOpinionRow],
    units: Vec<(DepartmentId, String)>,
    today: NaiveDate,
) -> ConsultationProposal {
    let units = units.into_iter().filter_map(|(id, name)| {
        let leads = data.tasks().filter(|task| task.lead.as_ref().is_some_and(|lead| lead.id == id)).count();
        let assists = data.tasks().filter(|task| task.assisting.contains(&name)).count();
        let asked = asked.iter().any(|one| one.department == id && one.answered_on.is_none());
        (leads + assists > 0).then_some(ProposedUnit { id, name, leads, assists, asked })
    });
    ConsultationProposal { due: Calendar::current().add_working_days(today, ANSWER_WITHIN), units: units.collect() }
}

/// Asks units about a version; one that has not answered yet gets the new day, one that has is asked anew.
pub fn consult(tx: &Tx<'_>, request: &ConsultUnits) -> Result<Action> {
    let plan = open(tx, request.id)?;
    if request.departments.is_empty() {
        return Err(Error::invalid(texts::consult_whom()));
    }
    let due = input::day(&request.due, PlanOpinionField::Due.label(), tx.today)?
        .ok_or_else(|| Error::invalid(texts::consult_until_when()))?;
    if due < tx.today {
        return Err(Error::invalid(texts::answer_due_is_past(due)));
    }
    if plan.status != PlanStatus::Consultation {
        update(tx, &plan, &Plan { status: PlanStatus::Consultation, ..plan.clone() })?;
    }
    let there = stored::opinion_rows(tx, plan.id)?;
    let last = there.last().and_then(|one| FractionalIndex::from_string(&one.position).ok());
    let mut place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    for department_id in &request.departments {
        live::<Department>(tx, *department_id)?;
        let open = there.iter().find(|one| one.department_id == *department_id && one.answered_on.is_none());
        match open {
            Some(open) => drop(update(tx, open, &PlanOpinion { due: Some(due), ..open.clone() })?),
            None => {
                insert(
                    tx,
                    &PlanOpinion { position: place.to_string(), ..asked(&plan, *department_id, tx.today, due) },
                )?;
                place = FractionalIndex::new_after(&place);
            }
        }
    }
    Ok(Action { verb: Verb::Create, kind: Kind::Plan, part: texts::consultation().into(), subject: plan.title })
}

fn asked(plan: &Plan, department_id: DepartmentId, today: NaiveDate, due: NaiveDate) -> PlanOpinion {
    PlanOpinion {
        id: PlanOpinionId::new(),
        plan_id: plan.id,
        department_id,
        asked_on: Some(today),
        due: Some(due),
        answered_on: None,
        text: String::new(),
        verdict: None,
        reason: String::new(),
        position: String::new(),
        deleted: false,
    }
}

/// Sets a field from what was typed. Words that came in are an answer of today, unless its day is known.
pub fn set(tx: &Tx<'_>, id: PlanOpinionId, field: PlanOpinionField, typed: &str) -> Result<Action> {
    let (before, unit) = of_open_plan(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        PlanOpinionField::Due => after.due = input::day(typed, word, tx.today)?,
        PlanOpinionField::AnsweredOn => {
            after.answered_on = input::day(typed, word, tx.today)?;
            if after.answered_on.is_some_and(|day| day > tx.today || before.asked_on.is_some_and(|asked| day < asked)) {
                return Err(Error::invalid(texts::answered_when(before.asked_on.unwrap_or(tx.today), tx.today)));
            }
            if after.answered_on.is_none() && !before.text.is_empty() {
                return Err(Error::invalid(texts::answer_has_words()));
            }
        }
        PlanOpinionField::Text => {
            after.text = input::text(typed, word, input::LONG)?;
            if !after.text.is_empty() {
                after.answered_on = before.answered_on.or(Some(tx.today));
            } else {
                // Nothing to decide on any more.
                (after.verdict, after.reason) = (None, String::new());
            }
        }
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Plan, word, unit))
}

/// 无意见: these units answered today and have nothing to say.
pub fn no_opinion(tx: &Tx<'_>, ids: &[PlanOpinionId]) -> Result<Action> {
    let mut units = Vec::new();
    for id in ids {
        let (before, unit) = of_open_plan(tx, *id)?;
        if before.answered_on.is_none() {
            update(tx, &before, &PlanOpinion { answered_on: Some(tx.today), ..before.clone() })?;
            units.push(unit);
        }
    }
    Ok(Action::set(Kind::Plan, texts::no_opinion(), units.join("、")))
}

/// 采纳情况; other than 采纳 it needs a reason. Without a verdict the decision is taken back.
pub fn decide(tx: &Tx<'_>, id: PlanOpinionId, verdict: Option<OpinionVerdict>, reason: &str) -> Result<Action> {
    let (before, unit) = of_open_plan(tx, id)?;
    if before.text.is_empty() && verdict.is_some() {
        return Err(Error::invalid(texts::nothing_to_decide(&unit)));
    }
    let reason = match verdict {
        Some(verdict) if verdict.needs_reason() => {
            let reason = input::text(reason, texts::verdict_reason(), input::LONG)?;
            if reason.is_empty() {
                return Err(Error::invalid(texts::verdict_needs_reason(&unit, verdict.label())));
            }
            reason
        }
        Some(_) => input::text(reason, texts::verdict_reason(), input::LONG)?,
        None => String::new(),
    };
    update(tx, &before, &PlanOpinion { verdict, reason, ..before.clone() })?;
    Ok(Action::set(Kind::Plan, verdict.map_or(texts::verdict(), OpinionVerdict::label), unit))
}

/// Takes a unit off the list.
pub fn trash(tx: &Tx<'_>, id: PlanOpinionId) -> Result<Action> {
    let (before, unit) = of_open_plan(tx, id)?;
    update(tx, &before, &PlanOpinion { deleted: true, ..before.clone() })?;
    Ok(Action { verb: Verb::Trash, kind: Kind::Plan, part: texts::consultation().into(), subject: unit })
}

/// What 检查 says about opinions: one that nobody decided on is serious, a unit that is silent is worth a look.
pub fn findings(opinions: &[PlanOpinionRow]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for one in opinions {
        let kind = match (one.answered_on, one.text.is_empty(), one.verdict) {
            (None, _, _) => FindingKind::NotAnswered,
            (Some(_), false, None) => FindingKind::OpinionOpen,
            _ => continue,
        };
        findings.push(Finding {
            kind,
            serious: kind == FindingKind::OpinionOpen,
            about: one.unit.clone(),
            place: texts::consultation().into(),
            cure_kind: Kind::Plan,
            cure: None,
            section: None,
        });
    }
    findings.sort_by_key(|finding| !finding.serious);
    findings
}

fn open(tx: &Tx<'_>, id: PlanId) -> Result<Plan> {
    let plan: Plan = live(tx, id)?;
    match plan.status.is_editable() {
        true => Ok(plan),
        false => Err(Error::invalid(texts::plan_not_editable(plan.status.label()))),
    }
}

fn of_open_plan(tx: &Tx<'_>, id: PlanOpinionId) -> Result<(PlanOpinion, String)> {
    let row: PlanOpinion = live(tx, id)?;
    open(tx, row.plan_id)?;
    let unit: Option<Department> = find(tx, &[&row.department_id])?;
    Ok((row, unit.map(|unit| unit.short).unwrap_or_default()))
}
