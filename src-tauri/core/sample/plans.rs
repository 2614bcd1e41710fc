//! The version of 示例项目20's plan that was issued before the draft in hand: what units said about it, and what it
//! froze of the tasks of that day.

use chrono::{DateTime, NaiveDate, Utc};

use crate::error::{Error, Result};
use crate::ids::{Id, PlanId, PlanOpinionId};
use crate::plans::issue;
use crate::plans::outline::PlanSection;
use crate::plans::status::{OpinionVerdict, PlanStatus};
use crate::storage::rows::{Plan, PlanOpinion, PlanText};
use crate::storage::table::{all, insert, update};
use crate::storage::{plan_versions as versions, plans as stored};
use crate::workbook::Tx;

/// When it was asked about, when answers were due, and when it was issued.
const ASKED: &str = "2021-01-12";
const ANSWER_BY: &str = "2021-01-19";
const ISSUED: &str = "2021-01-22";
const NUMBER: &str = "青民创办〔2021〕2号";
/// What it said where the draft says something else.
const GOALS: &str =
    "总体目标：2022年底前竣工投产。\n阶段目标：2021年4月底前完成土地招拍挂，上半年开工建设，2022年底前竣工投产。";
const SCHEDULE: &str = "项目分前期、要素保障、开工建设、投产见效四个阶段推进。";
/// In the order of the units' tasks: the day of the answer, what was said, what became of it and why.
const SAID: [(&str, &str, Option<OpinionVerdict>, &str); 4] = [
    (
        "2021-01-15",
        "建议将用地预审时限放宽到2月底。",
        Some(OpinionVerdict::Declined),
        "企业计划上半年开工，用地预审不能再推后。",
    ),
    ("2021-01-18", "", None, ""),
    ("2021-01-18", "建议由区供电公司配合供电增容。", Some(OpinionVerdict::Taken), ""),
    (
        "2021-01-19",
        "建议增加银企对接场次，并明确授信额度。",
        Some(OpinionVerdict::Partly),
        "增加对接场次，授信额度由银行确定。",
    ),
];

/// Writes it in front of the draft. The tasks must be in the workbook already.
pub fn write(tx: &Tx<'_>) -> Result<()> {
    let drafts: Vec<Plan> = all(tx, "WHERE t.sample=1 AND t.deleted=0 ORDER BY t.id", &[])?;
    for draft in drafts {
        former(tx, &draft)?;
    }
    Ok(())
}

fn former(tx: &Tx<'_>, draft: &Plan) -> Result<()> {
    let (asked, answer_by, issued) = (day(ASKED)?, day(ANSWER_BY)?, day(ISSUED)?);
    update(tx, draft, &Plan { version: 2, ..draft.clone() })?;
    let plan = Plan {
        id: PlanId::new(),
        version: 1,
        status: PlanStatus::Revised,
        dated: Some(issued),
        issued_on: Some(issued),
        document_number: NUMBER.into(),
        ..draft.clone()
    };
    insert(tx, &plan)?;
    for row in versions::texts(tx, draft.id)? {
        let text = match row.part {
            PlanSection::Goals => GOALS.into(),
            PlanSection::Schedule => SCHEDULE.into(),
            _ => row.text.clone(),
        };
        insert(tx, &PlanText { id: Id::new(), plan_id: plan.id, text, ..row })?;
    }
    let mut data = stored::gather(tx, plan.id, issued)?;
    for project in &mut data.projects {
        project.tasks.retain(|task| task.due.is_some());
    }
    let mut units = Vec::new();
    for unit in data.tasks().filter_map(|task| task.lead.as_ref()) {
        if !units.contains(&unit.id) {
            units.push(unit.id);
        }
    }
    let mut places = super::write::Places::default();
    for (unit, (on, text, verdict, reason)) in units.into_iter().zip(SAID) {
        let opinion = PlanOpinion {
            id: PlanOpinionId::new(),
            plan_id: plan.id,
            department_id: unit,
            asked_on: Some(asked),
            due: Some(answer_by),
            answered_on: Some(day(on)?),
            text: text.into(),
            verdict,
            reason: reason.into(),
            position: places.next(),
            deleted: false,
        };
        insert(tx, &opinion)?;
    }
    let noon = issued.and_hms_opt(4, 0, 0).unwrap_or_default();
    issue::freeze(tx, &data, issued, DateTime::<Utc>::from_naive_utc_and_offset(noon, Utc))
}

fn day(text: &str) -> Result<NaiveDate> {
    text.parse().map_err(|error| Error::internal("a day of the sample").because(error))
}
