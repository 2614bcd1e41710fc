//! Fixture F (domain.md §7) as plain data, as far as enterprises, projects, people, needs, tasks, the 路线图 and plans
//! reach. The article's five enterprises stand exactly as printed and nothing is ever made up for them; all else says
//! 示例 in its name and is removed by one action. Records name each other by their place in the fixture's lists.

mod article;
pub mod dispatch;
mod made_up;
mod plan;
mod results;
pub mod reviews;
pub mod sessions;
mod tasks;

pub use tasks::links;

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::demands::category::DemandCategory;
use crate::demands::source::DemandSource;
use crate::demands::status::{DemandStatus, Satisfaction};
use crate::departments::person_role::PersonRole;
use crate::departments::reference::shipped_units;
use crate::enterprises::classification::{EnterpriseLabel, Ownership, SizeClass};
use crate::error::{Error, Result};
use crate::ids::DepartmentId;
use crate::outcomes::kind::{LandingBasis, OutcomeKind};
use crate::partial_date::PartialDate;
use crate::plans::outline::PlanSection;
use crate::plans::status::{PlanKind, PlanStatus};
use crate::projects::classification::{BusinessFormat, FourNew, Industry, ProblemKind, ProjectKind};
use crate::projects::phase::MilestonePhase;
use crate::projects::stage::Stage;
use crate::tasks::status::TaskStatus;

/// The day of the article; dates of the fixture lie around it.
pub const AS_OF: &str = "2021-02-25";

/// Everything in the sample workbook.
#[derive(Debug, Default)]
pub struct Fixture {
    pub enterprises: Vec<Enterprise>,
    pub projects: Vec<Project>,
    pub people: Vec<Person>,
    pub demands: Vec<Demand>,
    pub milestones: Vec<Milestone>,
    pub tasks: Vec<Task>,
    pub plans: Vec<Plan>,
    pub library: Vec<LibraryEntry>,
    /// Of each project oldest first.
    pub stages: Vec<StageChange>,
    pub landings: Vec<Landing>,
    pub outcomes: Vec<Outcome>,
    pub figures: Vec<StatedFigure>,
    /// Of each demand oldest first.
    pub demand_statuses: Vec<DemandStatusChange>,
}

/// An enterprise; what the article does not say is empty.
#[derive(Debug)]
pub struct Enterprise {
    pub name_full: String,
    pub name_short: String,
    pub district: Option<&'static str>,
    pub ownership: Option<Ownership>,
    pub size_class: Option<SizeClass>,
    pub labels: Vec<EnterpriseLabel>,
    pub employees: Option<i64>,
    /// What is to be verified, in words; empty when nothing is.
    pub verify: &'static str,
    pub note: &'static str,
    pub sample: bool,
}

/// A project of one enterprise.
#[derive(Debug)]
pub struct Project {
    /// Place in [`Fixture::enterprises`].
    pub enterprise: usize,
    pub code: String,
    pub name: String,
    pub kind: Option<ProjectKind>,
    pub summary: &'static str,
    pub four_new: Vec<FourNew>,
    pub industry: Option<Industry>,
    pub format: Option<BusinessFormat>,
    pub district: Option<&'static str>,
    pub district_as_stated: &'static str,
    pub investment: Option<Amount>,
    pub stage: Stage,
    pub lead: Option<DepartmentId>,
    pub problems: Vec<ProblemKind>,
    pub verify: &'static str,
    pub note: &'static str,
    pub sample: bool,
}

/// A person of a unit.
#[derive(Debug)]
pub struct Person {
    pub department: DepartmentId,
    pub name: String,
    pub post: &'static str,
    pub role: PersonRole,
}

/// A need of a project.
#[derive(Debug)]
pub struct Demand {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub category: DemandCategory,
    pub text: &'static str,
    pub quantity: &'static str,
    pub raised_on: Option<NaiveDate>,
    pub source: Option<DemandSource>,
    pub lead: Option<DepartmentId>,
    pub due: Option<PartialDate>,
    pub status: DemandStatus,
    pub result: &'static str,
    pub resolved_on: Option<NaiveDate>,
    pub satisfaction: Option<Satisfaction>,
    pub verify: &'static str,
    pub sample: bool,
}

/// A node of a project's 路线图.
#[derive(Debug)]
pub struct Milestone {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub phase: MilestonePhase,
    pub name: &'static str,
    pub plan_on: PartialDate,
    pub actual_on: Option<NaiveDate>,
}

/// A task with its dated facts, oldest first. The first of `dues` is the due it began with.
#[derive(Debug)]
pub struct Task {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    /// Place in [`Fixture::demands`].
    pub demand: Option<usize>,
    /// Place in [`Fixture::milestones`].
    pub milestone: Option<usize>,
    pub title: &'static str,
    pub measure: &'static str,
    pub deliverable: &'static str,
    pub lead: DepartmentId,
    pub assisting: Vec<DepartmentId>,
    /// Places in [`Fixture::people`], with what each is to the task.
    pub people: Vec<(usize, PersonRole)>,
    pub start_on: NaiveDate,
    pub assigned_on: NaiveDate,
    pub submitted_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub dues: Vec<DueChange>,
    pub statuses: Vec<StatusChange>,
    pub notes: Vec<Note>,
}

/// From this day on the task was due then.
#[derive(Debug)]
pub struct DueChange {
    pub on: NaiveDate,
    pub due: PartialDate,
    pub reason: &'static str,
}

/// From this day on the task stood so.
#[derive(Debug)]
pub struct StatusChange {
    pub on: NaiveDate,
    pub to: TaskStatus,
    pub reason: &'static str,
}

/// A progress note.
#[derive(Debug)]
pub struct Note {
    pub as_of: NaiveDate,
    pub percent: u8,
    pub done: &'static str,
    pub problem: &'static str,
    pub next_step: &'static str,
    pub need_coordination: bool,
    pub reporter: String,
}

/// A 实施方案.
#[derive(Debug)]
pub struct Plan {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub kind: PlanKind,
    pub status: PlanStatus,
    pub title: String,
    pub dated: NaiveDate,
    /// The text of each section that has one, in the order of the paper.
    pub sections: Vec<(PlanSection, &'static str)>,
}

/// A project stands in 重点项目库 from a day on.
#[derive(Debug)]
pub struct LibraryEntry {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub in_on: NaiveDate,
    pub batch: &'static str,
}

/// From this day on the project stands at this stage.
#[derive(Debug)]
pub struct StageChange {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub on: NaiveDate,
    pub to: Stage,
    pub reason: &'static str,
    pub resume_on: Option<NaiveDate>,
}

/// 落地认定 with its one piece of evidence.
#[derive(Debug)]
pub struct Landing {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub basis: LandingBasis,
    pub landed_on: NaiveDate,
    pub evidence: &'static str,
}

/// 成效 of a project.
#[derive(Debug)]
pub struct Outcome {
    /// Place in [`Fixture::projects`].
    pub project: usize,
    pub kind: OutcomeKind,
    pub amount: Option<Amount>,
    pub counterparty: &'static str,
    pub on_day: Option<NaiveDate>,
    pub source_text: &'static str,
    pub verify: &'static str,
}

/// 引述数: a figure as somebody stated it.
#[derive(Debug)]
pub struct StatedFigure {
    pub name: &'static str,
    pub scope: &'static str,
    pub amount: Option<Amount>,
    pub unit: &'static str,
    pub text: &'static str,
    pub source: &'static str,
}

/// From this day on the demand stood so.
#[derive(Debug)]
pub struct DemandStatusChange {
    /// Place in [`Fixture::demands`].
    pub demand: usize,
    pub on: NaiveDate,
    pub to: DemandStatus,
}

/// The sample workbook's records. Fails only if the tables of this folder contradict themselves.
pub fn fixture() -> Result<Fixture> {
    let mut fixture = Fixture::default();
    article::add(&mut fixture);
    made_up::add(&mut fixture)?;
    tasks::add(&mut fixture)?;
    plan::add(&mut fixture)?;
    results::add(&mut fixture)?;
    reviews::add(&mut fixture)?;
    Ok(fixture)
}

/// The place of 示例项目 `number` in [`Fixture::projects`].
pub fn sample_project(number: usize) -> usize {
    article::PROJECTS + number - 1
}

pub(super) fn unit(short: &str) -> Result<DepartmentId> {
    let found = shipped_units().iter().find(|unit| unit.short == short);
    found.map(|unit| unit.id()).ok_or_else(|| Error::internal("a unit of the fixture is not shipped"))
}

pub(super) fn day(iso: &str) -> Result<NaiveDate> {
    iso.parse().map_err(|error| Error::internal("a day of the fixture").because(error))
}

/// A deadline as written; one without a year means 2021.
fn due(text: &str) -> Result<PartialDate> {
    PartialDate::parse(text, Some(2021))
}

#[cfg(test)]
mod tests;
