//! 会后: replies become tasks, and needs that were only spoken of are written down, in one action.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::demands::advance::DemandStep;
use crate::demands::category::DemandCategory;
use crate::demands::source::DemandSource;
use crate::demands::status::DemandStatus;
use crate::error::{Error, Result};
use crate::ids::{DemandId, ReplyId, SessionId, TaskId};
use crate::sessions::said::{self, said_on};
use crate::storage::rows::{Demand, Presentation, Session, SessionReply, Task};
use crate::storage::table::{live, update};
use crate::tasks::create::{NewTask, create};
use crate::workbook::Tx;
use crate::{demands, texts};

/// A reply that is to become a task.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ConvertReply {
    pub id: ReplyId,
    /// It answers a need nobody has written down: a demand is made of its words.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub raise: bool,
    /// 责任人 as typed.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub persons: String,
}

/// What was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Converted {
    pub tasks: Vec<TaskId>,
    pub demands: Vec<DemandId>,
    /// What was done besides, in sentences: a person added to a unit.
    pub notices: Vec<String>,
}

/// Makes a task of each reply: its words, its unit as 牵头单位, its time limit (without one the default of the source),
/// linked to the need it answers. Replies that have a task already are passed over.
pub fn convert(tx: &Tx<'_>, id: SessionId, replies: &[ConvertReply]) -> Result<(String, Converted)> {
    let session: Session = live(tx, id)?;
    let day = said_on(&session, tx.today);
    let mut converted = Converted { tasks: Vec::new(), demands: Vec::new(), notices: Vec::new() };
    for wanted in replies {
        let reply: SessionReply = live(tx, wanted.id)?;
        if reply.task_id.is_some() {
            continue;
        }
        let presentation: Presentation = live(tx, reply.presentation_id)?;
        if presentation.session_id != id {
            return Err(Error::not_found("现场答复"));
        }
        let Some(unit) = reply.department_id else {
            return Err(Error::invalid(texts::reply_without_unit(&reply.text)));
        };
        let demand_id = match reply.demand_id {
            Some(demand) => Some(demand),
            None if wanted.raise => {
                let category = DemandCategory::from_text(&reply.text);
                let (_, made) = said::raise(tx, presentation.id, &one_line(&reply.text), category)?;
                converted.demands.extend(&made);
                made.first().copied()
            }
            None => None,
        };
        let due = match (&reply.due, reply.due_rule.is_empty()) {
            (None, _) => default_due(),
            (Some(due), true) => due.prose(),
            (Some(_), false) => reply.due_rule.clone(),
        };
        let new = NewTask {
            project: Some(presentation.project_id),
            demand: demand_id,
            title: title_of(&reply.text),
            measure: if title_of(&reply.text) == reply.text { String::new() } else { reply.text.clone() },
            lead: unit.to_string(),
            persons: wanted.persons.clone(),
            due,
            assigned_on: Some(day),
            ..NewTask::default()
        };
        let made = create(tx, &new)?;
        converted.notices.extend(made.notices);
        let task: Task = live(tx, made.id)?;
        update(tx, &task, &Task { source: Some(DemandSource::Session), ..task.clone() })?;
        update(tx, &reply, &SessionReply { task_id: Some(made.id), demand_id, ..reply.clone() })?;
        if let Some(demand) = demand_id {
            hand_over(tx, demand, &reply, day)?;
        }
        converted.tasks.push(made.id);
    }
    match converted.tasks.len() {
        0 => Err(Error::invalid(texts::nothing_to_convert())),
        count => Ok((texts::so_many_replies(&session.theme, count), converted)),
    }
}

/// The time limit of what was answered without one.
pub fn default_due() -> String {
    texts::tasks::due_rule(DemandSource::Session.default_working_days().into())
}

/// The need is with the unit that answered: 交办, with its time limit.
fn hand_over(tx: &Tx<'_>, id: DemandId, reply: &SessionReply, day: NaiveDate) -> Result<()> {
    let before: Demand = live(tx, id)?;
    let after = Demand {
        lead_department_id: reply.department_id.or(before.lead_department_id),
        due: before.due.max(reply.due),
        ..before.clone()
    };
    update(tx, &before, &after)?;
    if before.status == DemandStatus::Registered {
        let step = DemandStep::to(DemandStatus::Assigned).on(Some(day.max(before.raised_on.unwrap_or(day))));
        demands::advance::advance(tx, id, step)?;
    }
    Ok(())
}

/// A title is one line of at most 60 characters; what is longer ends at a clause.
pub(crate) fn title_of(text: &str) -> String {
    const MOST: usize = 60;
    let line = one_line(text);
    if line.chars().count() <= MOST {
        return line;
    }
    let cut: String = line.chars().take(MOST).collect();
    let end = cut.rfind(['，', '；', '。', ',', ';']).filter(|end| *end > 0).unwrap_or(cut.len());
    cut[..end].to_string()
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::title_of;

    #[test]
    fn a_long_answer_is_cut_at_a_clause() {
        assert_eq!(title_of("完成用地预审"), "完成用地预审");
        let long = format!("{}，{}", "纳入土地供应计划".repeat(6), "完成招拍挂".repeat(6));
        assert_eq!(title_of(&long), "纳入土地供应计划".repeat(6));
        assert_eq!(title_of(&"长".repeat(100)).chars().count(), 60);
    }
}
