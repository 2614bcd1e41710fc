//! Versions of plans: what was issued, what was frozen, who was asked.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{Error, Result};
use crate::history::{self, HistoryEntry};
use crate::ids::{DepartmentId, Id, PlanId, PlanOpinionId, TaskId};
use crate::partial_date::PartialDate;
use crate::plans::compare::Side;
use crate::plans::frozen::FrozenPaper;
use crate::plans::issue::as_agreed;
use crate::plans::opinions::PlanOpinionRow;
use crate::plans::versions::{PlanVersion, TaskBaseline};
use crate::projects::phase::MilestonePhase;
use crate::storage::rows::{Plan, PlanOpinion, PlanPaper, PlanTask, PlanText};
use crate::storage::table::{Record, all, live, one};
use crate::storage::{attachments, journal, plans};
use crate::tasks::list::DueText;
use crate::texts::plans as texts;

/// Changes told at most between two versions.
const MOST_CHANGES: usize = 200;

/// The plan rows of the same owner; `?1` project, `?2` enterprise.
const SAME_OWNER: &str =
    "t.deleted=0 AND ((?1 IS NOT NULL AND t.project_id=?1) OR (?1 IS NULL AND t.enterprise_id=?2))";

/// Every version of the plan this one is of, the newest first.
pub fn of_same(connection: &Connection, plan: &Plan) -> Result<Vec<Plan>> {
    let tail = format!("WHERE {SAME_OWNER} ORDER BY t.version DESC, t.id DESC");
    all(connection, &tail, &[&plan.project_id, &plan.enterprise_id])
}

/// The version before this one.
pub fn before(connection: &Connection, plan: &Plan) -> Result<Option<Plan>> {
    Ok(of_same(connection, plan)?.into_iter().find(|one| (one.version, one.id) < (plan.version, plan.id)))
}

/// The newest version.
pub fn latest(connection: &Connection, plan: &Plan) -> Result<Option<Plan>> {
    Ok(of_same(connection, plan)?.into_iter().next())
}

/// The versions in words, the newest first.
pub fn list(connection: &Connection, plan: &Plan) -> Result<Vec<PlanVersion>> {
    let versions = of_same(connection, plan)?.into_iter().map(|one| PlanVersion {
        id: one.id,
        version: one.version,
        status: one.status,
        issued_on: one.issued_on,
        document_number: one.document_number,
    });
    Ok(versions.collect())
}

/// The texts of a version's sections.
pub fn texts(connection: &Connection, id: PlanId) -> Result<Vec<PlanText>> {
    all(connection, "WHERE t.plan_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// The tasks of an issued version.
pub fn tasks(connection: &Connection, id: PlanId) -> Result<Vec<PlanTask>> {
    all(connection, "WHERE t.plan_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// The 路线图 phase of a task.
pub fn phase_of(connection: &Connection, task: TaskId) -> Result<Option<MilestonePhase>> {
    let sql = "SELECT m.phase FROM task t JOIN milestone m ON m.id=t.milestone_id WHERE t.id=? AND m.deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([task], |row| row.get(0)).optional()?)
}

/// The paper of an issued version.
pub fn paper(connection: &Connection, id: PlanId) -> Result<Option<PlanPaper>> {
    one(connection, "WHERE t.plan_id=? AND t.deleted=0 ORDER BY t.id DESC LIMIT 1", &[&id])
}

/// What was frozen of an issued version.
pub fn frozen(connection: &Connection, id: PlanId) -> Result<FrozenPaper> {
    let paper = paper(connection, id)?.ok_or_else(|| Error::not_found(texts::issued_paper()))?;
    FrozenPaper::read(&paper.content)
}

/// The Word file of an issued version, byte for byte.
pub fn file(connection: &Connection, id: PlanId) -> Result<(PlanPaper, Vec<u8>)> {
    let paper = paper(connection, id)?.ok_or_else(|| Error::not_found(texts::issued_paper()))?;
    let bytes = attachments::bytes(connection, &paper.sha256.0)?;
    let bytes = bytes.ok_or_else(|| Error::not_found(texts::issued_paper()))?;
    Ok((paper, bytes))
}

/// A version's paper left the room: nothing that made it can be undone any more.
pub fn let_go(connection: &Connection, id: PlanId) -> Result<()> {
    journal::let_go(connection, "plan", id.into())?;
    for table in ["plan_section", "plan_opinion", "plan_task", "plan_paper"] {
        let ids: Vec<Id> = {
            let mut statement = connection.prepare_cached(&format!("SELECT id FROM {table} WHERE plan_id=?"))?;
            let ids = statement.query_map([id], |row| row.get(0))?;
            ids.collect::<rusqlite::Result<_>>()?
        };
        for id in ids {
            journal::let_go(connection, table, id)?;
        }
    }
    Ok(())
}

/// 征求意见 as stored, in the order of asking.
pub fn opinion_rows(connection: &Connection, id: PlanId) -> Result<Vec<PlanOpinion>> {
    all(connection, "WHERE t.plan_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// 征求意见 of a version, units in 机构序列; `late` by `as_of`.
pub fn opinions_on(connection: &Connection, id: PlanId, as_of: NaiveDate) -> Result<Vec<PlanOpinionRow>> {
    let sql = "SELECT o.id, o.department_id, d.short, o.asked_on, o.due, o.answered_on, o.text, o.verdict, o.reason
               FROM plan_opinion o LEFT JOIN department d ON d.id=o.department_id
               WHERE o.plan_id=? AND o.deleted=0 ORDER BY d.position, o.position, o.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id], |row| {
        let (due, answered_on): (Option<NaiveDate>, Option<NaiveDate>) = (row.get(4)?, row.get(5)?);
        Ok(PlanOpinionRow {
            id: row.get::<_, PlanOpinionId>(0)?,
            department: row.get::<_, DepartmentId>(1)?,
            unit: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            asked_on: row.get(3)?,
            due,
            answered_on,
            text: row.get(6)?,
            verdict: row.get(7)?,
            reason: row.get(8)?,
            late: answered_on.is_none() && due.is_some_and(|due| due < as_of),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// 征求意见 of a version, when no day matters.
pub fn opinions(connection: &Connection, id: PlanId) -> Result<Vec<PlanOpinionRow>> {
    opinions_on(connection, id, NaiveDate::MIN)
}

/// A version to compare: as it was frozen, or a draft as it stands on a day.
pub fn side(connection: &Connection, id: PlanId, as_of: NaiveDate) -> Result<Side> {
    let plan: Plan = live(connection, id)?;
    if !plan.status.is_editable() {
        return Ok(Side { sections: frozen(connection, id)?.sections, tasks: tasks(connection, id)?, plan });
    }
    let data = plans::gather(connection, id, as_of)?;
    let mut tasks = Vec::new();
    for task in data.tasks() {
        let phase = phase_of(connection, task.id)?.map(|phase| phase.label().to_string()).unwrap_or_default();
        tasks.push(PlanTask { phase, ..as_agreed(id, task) });
    }
    Ok(Side { sections: FrozenPaper::of(&data).sections, tasks, plan })
}

/// Who changed what between two versions: the newer one's text, and the tasks of either, newest first.
pub fn changes_between(connection: &Connection, old: &Side, new: &Side) -> Result<Vec<HistoryEntry>> {
    let (since, until) = (frozen_at(connection, old.plan.id)?, frozen_at(connection, new.plan.id)?);
    let mut entries = history::of(connection, new.plan.id.into(), MOST_CHANGES)?;
    let mut seen = Vec::new();
    for task in old.tasks.iter().chain(&new.tasks).map(|task| task.task_id) {
        if !seen.contains(&task) {
            seen.push(task);
            entries.extend(history::of(connection, task.into(), MOST_CHANGES)?);
        }
    }
    let within =
        |at: &str| since.as_deref().is_none_or(|since| at > since) && until.as_deref().is_none_or(|until| at < until);
    entries.retain(|entry| within(&entry.at));
    entries.sort_by(|a, b| b.at.cmp(&a.at));
    entries.dedup_by(|a, b| a.at == b.at && a.action == b.action && a.changes == b.changes);
    entries.truncate(MOST_CHANGES);
    Ok(entries)
}

/// The moment a version was frozen, as histories tell it.
fn frozen_at(connection: &Connection, id: PlanId) -> Result<Option<String>> {
    let Some(paper) = paper(connection, id)? else { return Ok(None) };
    let lines = journal::history(connection, PlanPaper::NUMBER, paper.id.bytes(), MOST_CHANGES)?;
    Ok(lines.last().map(|line| history::moment(line.wall_ms)))
}

/// Units in use by 机构序列.
pub fn units(connection: &Connection) -> Result<Vec<(DepartmentId, String)>> {
    let sql = "SELECT id, short FROM department WHERE deleted=0 ORDER BY position, id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the newest version issued by a day and not repealed by it says about a task. A task the newest version no
/// longer holds has none.
pub fn baseline(
    connection: &Connection,
    task: TaskId,
    due: Option<PartialDate>,
    as_of: NaiveDate,
) -> Result<Option<TaskBaseline>> {
    // A version holds from its day on; 已修订 still does, until the next is issued.
    let sql = "SELECT p.id, p.version, p.issued_on, b.start_on, b.due FROM plan_task b JOIN plan p ON p.id=b.plan_id
               WHERE b.task_id=?1 AND b.deleted=0 AND p.deleted=0 AND p.issued_on<=?2
                 AND (p.repealed_on IS NULL OR p.repealed_on>?2)
                 AND NOT EXISTS (SELECT 1 FROM plan x WHERE x.deleted=0 AND x.version>p.version AND x.issued_on<=?2
                   AND (x.repealed_on IS NULL OR x.repealed_on>?2)
                   AND (x.project_id=p.project_id OR x.enterprise_id=p.enterprise_id))
               ORDER BY p.issued_on DESC, p.version DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(params![task, as_of], |row| {
        let agreed: Option<PartialDate> = row.get(4)?;
        let late = agreed.and_then(|agreed| agreed.date).zip(due.and_then(|due| due.date));
        Ok(TaskBaseline {
            plan: row.get(0)?,
            version: row.get(1)?,
            issued_on: row.get(2)?,
            start_on: row.get(3)?,
            due: agreed.map(|due| DueText { text: due.grid(as_of.year()), encoded: due.encode(), day: due.date }),
            late_days: late.map(|(agreed, now)| now.signed_duration_since(agreed).num_days()),
        })
    });
    Ok(found.optional()?)
}
