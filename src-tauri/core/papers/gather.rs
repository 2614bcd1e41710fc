//! The values of a paper from the workbook, as of a day.

use chrono::{Datelike, Months, NaiveDate};
use minijinja::{Value, context};
use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use crate::api::list::Paging;
use crate::board::list::{BoardQuery, month_of};
use crate::demands::list::{DemandQuery, DemandRow, DemandSort};
use crate::demands::status::DemandStatus;
use crate::documents::Document;
use crate::error::{Error, Result};
use crate::ids::*;
use crate::landings::list::LandingRow;
use crate::meetings::week::{WeekQuery, WeekRowsQuery};
use crate::outcomes::list::OutcomeQuery;
use crate::papers::kind::{PaperKind, PaperSheet};
use crate::papers::words::day;
use crate::partial_date::PartialDate;
use crate::plans::data::PlanData;
use crate::plans::{content, create};
use crate::projects::brief::{self, ProjectFacts};
use crate::projects::list::{ProjectQuery, ProjectRow, ProjectSort};
use crate::reviews::{list::RoundRow, notice};
use crate::storage::rows::{Department, Enterprise, Landing, Plan, Project, Review, WorkGroup};
use crate::storage::table::live;
use crate::storage::{
    board, coordinations, demands, figures, landings, meetings, milestones, outcomes, plan_versions, plans, projects,
    reviews, session_parts, sessions, supervisions, task_list, week,
};
use crate::tasks::list::{TaskFilter, TaskGroupQuery, TaskGrouping, TaskQuery, TaskRow, TaskSort};
use crate::tasks::status::TaskStatus;
use crate::texts::papers as texts;

/// What a paper is of, and what may be chosen about it. What is left out does not matter.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct Subject {
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    #[ts(optional)]
    pub department: Option<DepartmentId>,
    #[ts(optional)]
    pub plan: Option<PlanId>,
    #[ts(optional)]
    pub supervision: Option<SupervisionId>,
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
    #[ts(optional)]
    pub coordination: Option<CoordinationId>,
    #[ts(optional)]
    pub review: Option<ReviewId>,
    #[ts(optional)]
    pub session: Option<SessionId>,
    #[ts(optional)]
    pub landing: Option<LandingId>,
    /// 2021-02; for 月报 and 通报, that of the day asked when left out.
    #[ts(optional)]
    pub month: Option<String>,
    /// 周报: after this day, as typed; the last meeting or seven days before when left out.
    #[ts(optional, as = "Option<_>")]
    pub since: String,
    /// 挂图作战图: which months, which projects, which sheet.
    #[ts(optional)]
    pub board: Option<BoardQuery>,
    /// One of [`PaperKind::sheets`]; the usual one when left out.
    #[ts(optional)]
    pub sheet: Option<PaperSheet>,
    /// 征集表: the batch filled in.
    #[ts(optional, as = "Option<_>")]
    pub batch: String,
    /// Phones in full; masked when left out (domain.md §4.2).
    #[ts(optional, as = "Option<_>")]
    pub full_phones: bool,
}

/// What a paper says, and what its file is called.
pub struct Gathered {
    pub values: Value,
    /// What it is of, for the file's name.
    pub about: String,
    /// The paper's own day.
    pub on: NaiveDate,
    /// An issued plan: its paper stands as it was issued, whatever the data say now.
    pub issued: Option<Box<Issued>>,
}

/// The paper of an issued plan.
pub struct Issued {
    pub document: Document,
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The values of a paper.
pub fn gather(connection: &Connection, kind: PaperKind, subject: &Subject, as_of: NaiveDate) -> Result<Gathered> {
    let (values, about, on) = match kind {
        PaperKind::Plan => return plan(connection, subject, as_of),
        PaperKind::Supervision => {
            let page = supervisions::page(connection, named(kind, subject.supervision)?, as_of)?;
            let about = format!("{} {}", page.row.number, page.row.matter);
            (crate::supervisions::paper::values(&page), about, page.row.issued_on.unwrap_or(as_of))
        }
        PaperKind::Minutes => {
            let page = meetings::page(connection, named(kind, subject.meeting)?, as_of)?;
            (crate::meetings::minutes::values(&page), page.row.number.clone(), page.row.held_on)
        }
        PaperKind::CoordinationMinutes => {
            let page = coordinations::page(connection, named(kind, subject.coordination)?, as_of)?;
            let (about, on) = (page.row.issue.clone(), page.row.held_on.unwrap_or(as_of));
            (crate::coordinations::minutes::values(&page), about, on)
        }
        PaperKind::ReviewNotice | PaperKind::ReviewForm | PaperKind::ReviewOpinion => {
            let (project, enterprise, round) = review(connection, kind, subject)?;
            let values = match kind {
                PaperKind::ReviewNotice => notice::values(&project.name, &enterprise, &round, as_of),
                PaperKind::ReviewForm => notice::form_values(&project.name, &enterprise, &round),
                _ => {
                    let investment = project.investment.as_ref().map(|one| one.display()).unwrap_or_default();
                    notice::opinion_values(&project.name, &enterprise, &investment, &round)
                }
            };
            (values, project.name, round.held_on.unwrap_or(as_of))
        }
        PaperKind::SubmissionForm => {
            (crate::submissions::form::write::values(&subject.batch), subject.batch.trim().to_owned(), as_of)
        }
        PaperKind::Duties => {
            let (of, tasks) = whose_tasks(connection, subject, as_of)?;
            let of_all = if of.is_empty() { texts::everybody() } else { &of };
            (crate::tasks::duties::values(of_all, &tasks, &day(Some(as_of))), of, as_of)
        }
        PaperKind::Calendar => (context! {}, whose(connection, subject)?, as_of),
        PaperKind::DemandList => {
            let of = whose(connection, subject)?;
            let rows = whose_demands(connection, subject, as_of)?;
            let of_all = if of.is_empty() { texts::everybody() } else { &of };
            (crate::demands::paper::values(of_all, &rows, &day(Some(as_of))), of, as_of)
        }
        PaperKind::Handbook | PaperKind::Agenda | PaperKind::Invitations | PaperKind::Cards | PaperKind::SignIn => {
            let (values, theme) = session(connection, named(kind, subject.session)?, kind, as_of)?;
            (values, theme, as_of)
        }
        PaperKind::Landing => {
            let (values, about, on) = landing(connection, subject, as_of)?;
            (values, about, on)
        }
        PaperKind::Brief | PaperKind::OnePager => {
            let facts = project(connection, named(kind, subject.project)?, as_of)?;
            let sheet = subject.sheet.unwrap_or(PaperSheet::A4);
            (context! { 页面 => sheet.label(), ..brief::values(&facts) }, facts.page.name.clone(), as_of)
        }
        PaperKind::Weekly => (weekly(connection, subject, as_of)?, String::new(), as_of),
        PaperKind::Monthly | PaperKind::Bulletin => {
            let end = month(subject, as_of)?;
            let values = match kind {
                PaperKind::Monthly => monthly(connection, end)?,
                _ => bulletin(connection, end)?,
            };
            (values, texts::month(end.year(), end.month()), end)
        }
        PaperKind::Board => (the_board(connection, subject, as_of)?, String::new(), as_of),
    };
    Ok(Gathered { values: with_common(values, on, as_of), about, on, issued: None })
}

/// What every paper may say.
fn with_common(values: Value, on: NaiveDate, as_of: NaiveDate) -> Value {
    let shown = on.min(as_of);
    let common = context! {
        数据截至 => PartialDate::day(shown).prose(),
        署名 => crate::texts::review_signer(),
        制表日期 => PartialDate::day(as_of).prose(),
    };
    context! { ..values, ..common }
}

/// What must have been named.
fn named<T>(kind: PaperKind, id: Option<T>) -> Result<T> {
    id.ok_or_else(|| {
        let of: Vec<&str> = kind.of().iter().map(|one| one.label()).collect();
        Error::invalid(texts::paper_of_what(kind.label(), &of.join("、")))
    })
}

fn plan(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<Gathered> {
    let id = match subject.plan {
        Some(id) => Some(id),
        None if subject.project.is_none() && subject.enterprise.is_none() => Some(named(PaperKind::Plan, None)?),
        None => plans::current(connection, subject.project, subject.enterprise)?,
    };
    let Some(id) = id else {
        // Nobody has begun it: what the data say, with the paragraphs every plan begins with. Nothing is kept.
        let plan = create::blank(connection, subject.project, subject.enterprise)?;
        let mut data = plans::gather_of(connection, plan, create::drafts(), as_of)?;
        data.full_phones = subject.full_phones;
        return Ok(of_plan(&data, as_of));
    };
    let plan: Plan = live(connection, id)?;
    if !plan.status.is_editable() {
        let frozen = plan_versions::frozen(connection, id)?;
        let (paper, bytes) = plan_versions::file(connection, id)?;
        let on = plan.dated.or(plan.issued_on).unwrap_or(as_of);
        let issued = Issued { document: frozen.document, name: paper.name, bytes };
        return Ok(Gathered { values: context! {}, about: frozen.subject, on, issued: Some(Box::new(issued)) });
    }
    let mut data = plans::gather(connection, id, as_of)?;
    data.full_phones = subject.full_phones;
    Ok(of_plan(&data, as_of))
}

/// The values of a plan that is worked on.
pub fn of_plan(data: &PlanData, as_of: NaiveDate) -> Gathered {
    let on = data.plan.dated.unwrap_or(as_of);
    Gathered { values: with_common(content::values(data), on, as_of), about: data.subject(), on, issued: None }
}

fn review(connection: &Connection, kind: PaperKind, subject: &Subject) -> Result<(Project, String, RoundRow)> {
    let id = match (subject.review, subject.project) {
        (Some(id), _) => id,
        (None, Some(project)) => {
            let rounds = reviews::of_project(connection, project)?;
            rounds.last().map(|round| round.id).ok_or_else(|| Error::invalid(texts::no_round()))?
        }
        (None, None) => named(kind, None)?,
    };
    let review: Review = live(connection, id)?;
    let project: Project = live(connection, review.project_id)?;
    let (_, enterprise, round) = reviews::paper(connection, id)?;
    Ok((project, enterprise, round))
}

/// The name of a project, an enterprise or a unit; empty for everybody.
fn whose(connection: &Connection, subject: &Subject) -> Result<String> {
    Ok(match (subject.project, subject.enterprise, subject.department) {
        (Some(id), _, _) => live::<Project>(connection, id)?.name,
        (_, Some(id), _) => live::<Enterprise>(connection, id)?.name_full,
        (_, _, Some(id)) => live::<Department>(connection, id)?.short,
        _ => String::new(),
    })
}

fn whose_tasks(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<(String, Vec<TaskRow>)> {
    let filter = TaskFilter {
        project: subject.project,
        enterprise: subject.enterprise.filter(|_| subject.project.is_none()),
        unit: subject.department.filter(|_| subject.project.is_none() && subject.enterprise.is_none()),
        ..TaskFilter::default()
    };
    let sort = if subject.project.is_some() { TaskSort::Position } else { TaskSort::Due };
    let group = if subject.project.is_some() { None } else { Some(TaskGrouping::Lead) };
    let mut tasks = tasks(connection, filter, sort, group, as_of)?;
    tasks.retain(|task| task.status != TaskStatus::Cancelled);
    Ok((whose(connection, subject)?, tasks))
}

/// The tasks of 到期日历.
pub fn calendar_tasks(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<Vec<TaskRow>> {
    Ok(whose_tasks(connection, subject, as_of)?.1)
}

/// All tasks of a filter, page after page.
fn tasks(
    connection: &Connection,
    filter: TaskFilter,
    sort: TaskSort,
    group: Option<TaskGrouping>,
    as_of: NaiveDate,
) -> Result<Vec<TaskRow>> {
    let mut query = TaskQuery { filter, sort: Some(sort), group, paging: most(), ..TaskQuery::default() };
    all_pages(|offset| {
        query.paging.offset = offset;
        let page = task_list::list(connection, &query, as_of)?;
        Ok((page.total, page.rows))
    })
}

fn whose_demands(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<Vec<DemandRow>> {
    let mut query = DemandQuery {
        project: subject.project,
        enterprise: subject.enterprise.filter(|_| subject.project.is_none()),
        lead: subject.department.filter(|_| subject.project.is_none() && subject.enterprise.is_none()),
        sort: Some(DemandSort::RaisedOn),
        paging: most(),
        ..DemandQuery::default()
    };
    all_pages(|offset| {
        query.paging.offset = offset;
        let page = demands::list(connection, &query, as_of)?;
        Ok((page.total, page.rows))
    })
}

fn most() -> Paging {
    Paging { offset: 0, limit: Paging::MOST }
}

fn all_pages<T>(mut page: impl FnMut(usize) -> Result<(usize, Vec<T>)>) -> Result<Vec<T>> {
    let mut all = Vec::new();
    loop {
        let (total, rows) = page(all.len())?;
        let none = rows.is_empty();
        all.extend(rows);
        if none || all.len() >= total {
            return Ok(all);
        }
    }
}

fn session(connection: &Connection, id: SessionId, kind: PaperKind, as_of: NaiveDate) -> Result<(Value, String)> {
    let page = sessions::page(connection, id)?;
    let agenda = sessions::agenda(connection, id, as_of)?;
    let presented = agenda.iter().map(|one| projects::page(connection, one.project_id, as_of));
    let presented = presented.collect::<Result<Vec<_>>>()?;
    let guests = session_parts::guests(connection, id)?;
    if kind == PaperKind::Cards && guests.is_empty() {
        return Err(Error::invalid(crate::texts::nobody_on_the_list()));
    }
    Ok((crate::sessions::handbook::values(&page, &agenda, &presented, &guests, kind), page.row.theme))
}

fn landing(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<(Value, String, NaiveDate)> {
    let project_id = match (subject.landing, subject.project) {
        (Some(id), _) => live::<Landing>(connection, id)?.project_id,
        (None, Some(id)) => id,
        (None, None) => named(PaperKind::Landing, None)?,
    };
    let project = projects::page(connection, project_id, as_of)?;
    let found = landings::list(connection, project_id)?;
    // The one asked for; else the one that stands, else the last.
    let stands = |one: &&LandingRow| subject.landing.map_or(one.revoked_on.is_none(), |id| one.id == id);
    let landing = found.iter().find(stands).or(found.last());
    let landing = landing.ok_or_else(|| Error::invalid(texts::no_landing(&project.name)))?;
    let totals = outcomes::totals(connection, project_id)?;
    let of = Subject { project: Some(project_id), ..Subject::default() };
    let demands = whose_demands(connection, &of, as_of)?;
    let solved = demands.iter().filter(|one| matches!(one.status, DemandStatus::Solved | DemandStatus::Closed)).count();
    let values = crate::landings::paper::values(&project, landing, &totals, (solved, demands.len()));
    Ok((values, project.name.clone(), landing.landed_on))
}

fn project(connection: &Connection, id: ProjectId, as_of: NaiveDate) -> Result<ProjectFacts> {
    let page = projects::page(connection, id, as_of)?;
    let of = Subject { project: Some(id), ..Subject::default() };
    let group: Option<WorkGroup> = page.work_group_id.map(|group| live(connection, group)).transpose()?;
    let leader = match group.and_then(|group| group.leader_id) {
        Some(id) => live::<crate::storage::rows::Person>(connection, id)?.name,
        None => String::new(),
    };
    let filter = TaskFilter { project: Some(id), ..TaskFilter::default() };
    let mut tasks = tasks(connection, filter, TaskSort::Due, None, as_of)?;
    tasks.retain(|task| task.status != TaskStatus::Cancelled);
    let outcomes =
        outcomes::list(connection, &OutcomeQuery { project: Some(id), paging: most(), ..Default::default() })?;
    Ok(ProjectFacts {
        page,
        leader,
        tasks,
        demands: whose_demands(connection, &of, as_of)?,
        milestones: milestones::list(connection, id, as_of)?,
        outcomes: outcomes.rows,
    })
}

fn weekly(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<Value> {
    let query = WeekQuery { since: subject.since.clone(), until: String::new() };
    let changed = week::week(connection, &query, as_of)?;
    let mut rows =
        WeekRowsQuery { paging: most(), since: changed.since, until: changed.until, kind: None, department: None };
    let changes = all_pages(|offset| {
        rows.paging.offset = offset;
        let page = week::rows(connection, &rows)?;
        Ok((page.total, page.rows))
    })?;
    let figures = figures::figure_set(connection, as_of, &[], false)?;
    let coming = due_between(connection, as_of, as_of.checked_add_days(chrono::Days::new(7)).unwrap_or(as_of), as_of)?;
    Ok(crate::figures::paper::weekly(&changed, &changes, &figures, &coming))
}

/// Open tasks due from one day to another.
fn due_between(connection: &Connection, from: NaiveDate, to: NaiveDate, as_of: NaiveDate) -> Result<Vec<TaskRow>> {
    let filter = TaskFilter { open: true, due_from: Some(from), due_to: Some(to), ..TaskFilter::default() };
    tasks(connection, filter, TaskSort::Due, None, as_of)
}

/// The last day of the month asked for.
fn month(subject: &Subject, as_of: NaiveDate) -> Result<NaiveDate> {
    let first = match subject.month.as_deref().map(str::trim).filter(|month| !month.is_empty()) {
        Some(typed) => month_of(typed)?,
        None => as_of.with_day(1).unwrap_or(as_of),
    };
    Ok(crate::figures::paper::month_end(first, as_of))
}

fn monthly(connection: &Connection, end: NaiveDate) -> Result<Value> {
    let before = end.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(end);
    let (now, then) =
        (figures::figure_set(connection, end, &[], false)?, figures::figure_set(connection, before, &[], false)?);
    let open = tasks(connection, TaskFilter { open: true, ..Default::default() }, TaskSort::Due, None, end)?;
    let mut query = ProjectQuery { sort: Some(ProjectSort::Code), paging: most(), ..ProjectQuery::default() };
    let projects: Vec<ProjectRow> = all_pages(|offset| {
        query.paging.offset = offset;
        let page = projects::list(connection, &query, end)?;
        Ok((page.total, page.rows))
    })?;
    let with_tasks = projects.into_iter().filter_map(|row| {
        let of: Vec<TaskRow> = open
            .iter()
            .filter(|task| task.project.as_ref().is_some_and(|project| project.id == row.id.into()))
            .cloned()
            .collect();
        (!of.is_empty()).then_some((row, of))
    });
    let with_tasks: Vec<(ProjectRow, Vec<TaskRow>)> = with_tasks.collect();
    let next = end.succ_opt().unwrap_or(end);
    let coming = due_between(connection, next, next.checked_add_months(Months::new(1)).unwrap_or(next), end)?;
    let month = crate::figures::paper::Month { figures: &now, before: &then, projects: &with_tasks, coming: &coming };
    Ok(crate::figures::paper::monthly(&month))
}

fn bulletin(connection: &Connection, end: NaiveDate) -> Result<Value> {
    let set = figures::figure_set(connection, end, &[], true)?;
    let query = TaskGroupQuery { filter: TaskFilter::default(), group: TaskGrouping::Lead };
    let units = task_list::groups(connection, &query, end)?;
    let filter = TaskFilter { lights: vec![crate::tasks::light::LightKind::Overdue], ..TaskFilter::default() };
    let late = tasks(connection, filter, TaskSort::Due, Some(TaskGrouping::Lead), end)?;
    Ok(crate::figures::paper::bulletin(&set, &units, &late))
}

fn the_board(connection: &Connection, subject: &Subject, as_of: NaiveDate) -> Result<Value> {
    let mut query = subject.board.clone().unwrap_or_default();
    query.paging = most();
    let board = board::get(connection, &query, as_of)?;
    let sheet = subject.sheet.unwrap_or(PaperSheet::A3);
    Ok(crate::board::paper::values(&board, sheet, &day(Some(as_of))))
}
