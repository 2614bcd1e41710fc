//! Which records stand behind a figure, in SQL: rows of (id, counted, day) as of `:as_of`. The figures are counted over
//! these, and a click on one lists them, so the two cannot differ (`tests/figures.rs` holds both against a plain fold).

use std::sync::LazyLock;

use crate::action::Kind;
use crate::figures::name::FigureName::{self, *};
use crate::storage::task_list::GAP;

/// The stage of project `p` as of a day: its latest dated fact; before the first, what that one says it was; without
/// any, as it stands. NULL: the project was not there yet.
pub const STAGE: &str = "(CASE WHEN EXISTS(SELECT 1 FROM project_stage_fact x WHERE x.project_id=p.id AND x.deleted=0)
  THEN COALESCE((SELECT x.to_stage FROM project_stage_fact x WHERE x.project_id=p.id AND x.deleted=0 AND x.on_day<=:as_of
      ORDER BY x.on_day DESC, x.id DESC LIMIT 1),
    (SELECT x.from_stage FROM project_stage_fact x WHERE x.project_id=p.id AND x.deleted=0 ORDER BY x.on_day, x.id LIMIT 1))
  ELSE p.stage END)";

/// The status of demand `q`, likewise; one that was raised but has no fact yet is 登记.
pub const STATUS: &str = "(CASE WHEN EXISTS(SELECT 1 FROM demand_status x WHERE x.demand_id=q.id AND x.deleted=0)
  THEN COALESCE((SELECT x.to_status FROM demand_status x WHERE x.demand_id=q.id AND x.deleted=0 AND x.on_day<=:as_of
      ORDER BY x.on_day DESC, x.id DESC LIMIT 1),
    (SELECT x.from_status FROM demand_status x WHERE x.demand_id=q.id AND x.deleted=0 ORDER BY x.on_day, x.id LIMIT 1),
    CASE WHEN q.raised_on<=:as_of THEN 'registered' END)
  ELSE q.status END)";

/// What was said at the latest 回访 of demand `q` by a day; without any 回访 what the demand itself says.
const SATISFACTION: &str = "(CASE WHEN EXISTS(SELECT 1 FROM demand_visit x WHERE x.demand_id=q.id AND x.deleted=0)
  THEN COALESCE((SELECT x.satisfaction FROM demand_visit x WHERE x.demand_id=q.id AND x.deleted=0 AND x.on_day<=:as_of
      ORDER BY x.on_day DESC, x.id DESC LIMIT 1), 'not_asked')
  ELSE COALESCE(q.satisfaction, 'not_asked') END)";

/// Projects in 重点项目库 as of a day.
pub const IN_LIBRARY: &str =
    "p.deleted=0 AND p.id IN (SELECT l.project_id FROM library_entry l WHERE l.deleted=0 AND l.in_on<=:as_of
  AND (l.out_on IS NULL OR l.out_on>:as_of))";

/// The day of the active landing of project `p`, NULL without one.
pub const LANDED_ON: &str =
    "(SELECT max(x.landed_on) FROM landing x WHERE x.project_id=p.id AND x.deleted=0 AND x.landed_on<=:as_of
  AND (x.revoked_on IS NULL OR x.revoked_on>:as_of))";

/// The day task `n` was closed, by its latest dated fact.
pub const CLOSED_ON: &str =
    "(SELECT x.on_day FROM task_status x WHERE x.task_id=n.task_id AND x.deleted=0 AND x.on_day<=:as_of
  ORDER BY x.on_day DESC, x.id DESC LIMIT 1)";

/// 应完成: due by the day, in a rate's denominator.
const DUE_BY_NOW: &str = "n.due<:after AND n.status NOT IN ('paused','cancelled')";

static LIBRARY: LazyLock<String> = LazyLock::new(|| {
    format!("SELECT p.id, {LANDED_ON} IS NOT NULL AS counted, {LANDED_ON} AS day FROM project p WHERE {IN_LIBRARY}")
});

static DEMANDS: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT q.id, q.raised_on AS day, {STATUS} AS status, {SATISFACTION} AS satisfaction FROM demand q
         WHERE q.deleted=0 AND (q.raised_on IS NULL OR q.raised_on<=:as_of)"
    )
});

/// Outcomes `o` known by a day; one without a day counts.
pub const OUTCOME: &str = "outcome o JOIN project p ON p.id=o.project_id AND p.deleted=0
  WHERE o.deleted=0 AND (o.on_day IS NULL OR o.on_day<=:as_of)";
const INTENTION: &str = "COALESCE(json_extract(o.amount,'$.certainty'),'')='intention'";

/// The records behind a figure: their kind, and rows of (id, counted, day). `tasks` is the source of tasks as of the
/// day. Names `:as_of`, some also `:after`, `:soon` and `:behind`.
pub fn set(name: FigureName, tasks: &str) -> (Kind, String) {
    let library = LIBRARY.as_str();
    let demands = |columns: &str| format!("SELECT id, {columns}, day FROM ({}) WHERE status IS NOT NULL", *DEMANDS);
    let outcomes =
        |condition: &str| format!("SELECT o.id, 1 AS counted, o.on_day AS day FROM {OUTCOME} AND {condition}");
    let task = |counted: &str, day: &str, condition: &str| {
        format!("SELECT n.task_id AS id, {counted} AS counted, {day} AS day FROM {tasks} n WHERE {condition}")
    };
    match name {
        LibraryProjects => (Kind::Project, format!("SELECT id, 1 AS counted, day FROM ({library})")),
        Landed => (Kind::Project, format!("SELECT * FROM ({library}) WHERE counted=1")),
        NotLanded => (Kind::Project, format!("SELECT id, 1 AS counted, day FROM ({library}) WHERE counted=0")),
        LandingRate => (Kind::Project, library.to_string()),
        EnterpriseLandingRate => (
            Kind::Enterprise,
            format!(
                "SELECT e.id, max(s.counted) AS counted, max(s.day) AS day FROM ({library}) s
                 JOIN project_enterprise l ON l.project_id=s.id AND l.deleted=0 AND l.is_lead=1
                 JOIN enterprise e ON e.id=l.enterprise_id AND e.deleted=0 GROUP BY e.id"
            ),
        ),
        LibraryInvestment => (
            Kind::Project,
            format!(
                "SELECT p.id, json_extract(p.investment,'$.yuan') IS NOT NULL AS counted, NULL AS day FROM project p WHERE {IN_LIBRARY}"
            ),
        ),
        Projects => (
            Kind::Project,
            format!("SELECT p.id, 1 AS counted, NULL AS day FROM project p WHERE p.deleted=0 AND {STAGE} IS NOT NULL"),
        ),
        // A day decides by itself; of a month or longer, its last month does.
        Sessions => (
            Kind::Session,
            "SELECT s.id, 1 AS counted, s.held_on AS day FROM session s WHERE s.deleted=0 AND s.status='held'
             AND (s.held_on IS NULL OR CASE WHEN instr(s.held_on,'~')=0 THEN s.held_on<=:as_of
               ELSE substr(s.held_on,1,7)<=substr(:as_of,1,7) END)"
                .into(),
        ),
        Outcomes => (Kind::Outcome, outcomes("1=1")),
        Orders => (Kind::Outcome, outcomes(&format!("o.kind='order' AND NOT {INTENTION}"))),
        Intentions => (Kind::Outcome, outcomes(&format!("(o.kind='intent' OR {INTENTION})"))),
        Financing => (Kind::Outcome, outcomes("o.kind='financing'")),
        Demands => (Kind::Demand, demands("1 AS counted")),
        DemandSolvedRate => (Kind::Demand, demands("status IN ('solved','closed') AS counted")),
        SatisfactionRate => (
            Kind::Demand,
            format!(
                "SELECT id, satisfaction IN ('satisfied','rather_satisfied') AS counted, day FROM ({}) WHERE status IS NOT NULL AND satisfaction<>'not_asked'",
                *DEMANDS
            ),
        ),
        Tasks => (Kind::Task, task("1", "n.due", "n.status<>'cancelled'")),
        TaskDoneRate => (Kind::Task, task("n.status='closed'", "n.due", "n.status<>'cancelled'")),
        DueDoneRate => (Kind::Task, task("n.status='closed'", "n.due", DUE_BY_NOW)),
        OnTimeRate => {
            let counted = format!("(n.status='closed' AND {CLOSED_ON}<=substr(n.due,1,10))");
            let day = format!("CASE WHEN n.status='closed' THEN {CLOSED_ON} END");
            (Kind::Task, task(&counted, &day, DUE_BY_NOW))
        }
        Overdue => (Kind::Task, task("1", "n.due", "n.open=1 AND n.due<:as_of")),
        Behind => (Kind::Task, task("1", "n.due", &format!("n.open=1 AND n.due>=:as_of AND {GAP}>:behind"))),
        Submitted => (Kind::Task, task("1", "n.due", "n.status='submitted'")),
        HandlingDays => {
            let closed =
                "n.status='closed' AND EXISTS(SELECT 1 FROM task t WHERE t.id=n.task_id AND t.assigned_on IS NOT NULL)";
            (Kind::Task, task("1", CLOSED_ON, closed))
        }
    }
}

/// Solved demands nobody asked about yet, for the remark beside 满意率.
pub fn not_visited() -> String {
    format!("SELECT count(*) FROM ({}) WHERE status IN ('solved','closed') AND satisfaction='not_asked'", *DEMANDS)
}
