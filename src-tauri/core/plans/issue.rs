//! 印发: one action freezes sections, tasks and paper of a version (domain.md §1.6, §1.8).

use chrono::{DateTime, NaiveDate, Utc};
use fractional_index::FractionalIndex;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::check::{Finding, check};
use super::data::{PlanData, TaskData};
use super::frozen::FrozenPaper;
use super::set::document_number;
use crate::action::{Action, Kind, Verb};
use crate::documents::word;
use crate::error::{Error, Result};
use crate::ids::{Id, PlanId};
use crate::input;
use crate::papers::PaperKind;
use crate::papers::gather::of_plan;
use crate::papers::produce::Templated;
use crate::plans::status::PlanStatus;
use crate::storage::rows::{Plan, PlanPaper, PlanTask};
use crate::storage::table::{Bytes, insert, live, update};
use crate::storage::{attachments, plan_versions as versions, plans as stored};
use crate::texts::plans as texts;
use crate::workbook::Tx;

/// 印发, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IssuePlan {
    pub id: PlanId,
    /// 发文字号, if it has one.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub document_number: String,
    /// 印发日期; today if left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub issued_on: String,
    /// What is missing was seen, and the plan is issued all the same.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub confirmed: bool,
}

/// Issues a version. `now` goes into the properties of the Word file.
pub fn issue(tx: &Tx<'_>, request: &IssuePlan, now: DateTime<Utc>) -> Result<Action> {
    let before: Plan = live(tx, request.id)?;
    if !before.status.allowed_next().contains(&PlanStatus::Issued) {
        return Err(Error::invalid(texts::cannot_issue(before.status.label())));
    }
    let issued_on = input::day(&request.issued_on, texts::issued_on(), tx.today)?.unwrap_or(tx.today);
    check_day(tx, &before, issued_on)?;
    let number = match request.document_number.trim() {
        "" => before.document_number.clone(),
        typed => document_number(typed)?,
    };
    let after = Plan {
        status: PlanStatus::Issued,
        issued_on: Some(issued_on),
        document_number: number,
        dated: before.dated.or(Some(issued_on)),
        ..before.clone()
    };
    update(tx, &before, &after)?;
    let data = stored::gather(tx, request.id, tx.today)?;
    let mut findings = check(&data, tx.today);
    findings.extend(super::opinions::findings(&versions::opinions(tx, request.id)?));
    let serious: Vec<&Finding> = findings.iter().filter(|finding| finding.serious).collect();
    if !serious.is_empty() && !request.confirmed {
        let said = serious.iter().map(|one| texts::finding(one.kind.label(), &one.about));
        return Err(Error::invalid(texts::confirm_findings(serious.len(), &said.collect::<Vec<_>>())));
    }
    freeze(tx, &data, tx.today, now)?;
    Ok(Action::new(Verb::Issue, Kind::Plan, after.title))
}

/// A version is issued no later than today and no earlier than the one before it.
pub(super) fn check_day(tx: &Tx<'_>, plan: &Plan, issued_on: NaiveDate) -> Result<()> {
    if issued_on > tx.today {
        return Err(Error::invalid(texts::issued_in_future(issued_on)));
    }
    match versions::before(tx, plan)?.and_then(|former| former.issued_on) {
        Some(former) if issued_on < former => Err(Error::invalid(texts::issued_before_former(issued_on, former))),
        _ => Ok(()),
    }
}

/// Keeps the paper, the file and the tasks of a version as they stand in `data`.
pub fn freeze(tx: &Tx<'_>, data: &PlanData, day: NaiveDate, now: DateTime<Utc>) -> Result<()> {
    let paper = FrozenPaper::of(data);
    // What leaves the room follows the bureau's template, if one is in force.
    let bytes = match Templated::in_force(tx, PaperKind::Plan)?.fill(&of_plan(data, tx.today).values, now)? {
        Some(bytes) => bytes,
        None => word::render(&paper.document, now)?,
    };
    let sha256 = Sha256::digest(&bytes).to_vec();
    if !attachments::has_bytes(tx, &sha256, bytes.len() as u64)? {
        attachments::put(tx, &sha256, &mut bytes.as_slice())?;
    }
    let row = PlanPaper {
        id: Id::new(),
        plan_id: data.plan.id,
        name: super::export::file_name(data, day),
        sha256: Bytes(sha256),
        bytes: bytes.len() as i64,
        content: paper.write()?,
        made_on: day,
        exported_on: None,
        deleted: false,
    };
    insert(tx, &row)?;
    let mut place = FractionalIndex::default();
    for task in data.tasks() {
        let phase = versions::phase_of(tx, task.id)?.map(|phase| phase.label().to_string()).unwrap_or_default();
        insert(tx, &PlanTask { phase, position: place.to_string(), ..as_agreed(data.plan.id, task) })?;
        place = FractionalIndex::new_after(&place);
    }
    Ok(())
}

/// A task as a plan says it: names are copied, so that later changes do not touch them.
pub fn as_agreed(plan_id: PlanId, task: &TaskData) -> PlanTask {
    PlanTask {
        id: Id::new(),
        plan_id,
        task_id: task.id,
        title: task.title.clone(),
        measure: task.measure.clone(),
        lead: task.lead.as_ref().map(|unit| unit.short.clone()).unwrap_or_default(),
        assisting: task.assisting.join("、"),
        persons: task.persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("、"),
        start_on: task.start_on,
        due: task.due,
        phase: String::new(),
        position: String::new(),
        deleted: false,
    }
}
