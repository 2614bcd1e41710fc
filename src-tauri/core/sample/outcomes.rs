//! 重点项目库, 落地认定, 成效 and 引述数 of fixture F (domain.md §7), and the dated facts of projects and demands. What
//! the article says of its five enterprises stands in its own words; which nineteen have landed is made up.

use chrono::NaiveDate;

use super::fixture::{self, Fixture, day, sample_project};
use super::write::Places;
use crate::amount::{Amount, Certainty};
use crate::demands::status::{DemandStatus, Satisfaction};
use crate::error::Result;
use crate::ids::{DemandId, EvidenceId, Id, LandingId, LibraryEntryId, OutcomeId, ProjectId, StatedFigureId};
use crate::outcomes::kind::{LandingBasis, OutcomeKind};
use crate::projects::stage::Stage;
use crate::storage::rows::{
    DemandStatusFact, DemandVisit, Evidence, Landing, LibraryEntry, Outcome, ProjectStageFact, StatedFigure,
};
use crate::storage::table::insert;
use crate::workbook::Tx;

const IN_LIBRARY_ON: &str = "2020-06-30";
const SOURCE: &str = "青岛财经日报 2021年2月25日";

/// Of 示例项目 01–19, in order: landed when, on what ground, shown by what. Seventeen by the end of January.
#[rustfmt::skip]
const LANDINGS: [(&str, LandingBasis, &str); 19] = [
    ("2020-12-18", LandingBasis::Started, "示例：施工许可证和开工现场照片说明。"),
    ("2021-01-15", LandingBasis::Started, "示例：中试线开工报告。"),
    ("2020-10-15", LandingBasis::InProduction, "示例：首批产品交付记录。"),
    ("2020-10-22", LandingBasis::InProduction, "示例：洁净车间验收报告。"),
    ("2020-07-01", LandingBasis::Registered, "示例：项目公司营业执照。"),
    ("2021-01-08", LandingBasis::Started, "示例：二期开工报告。"),
    ("2020-12-31", LandingBasis::Signed, "示例：封装测试线建设合同。"),
    ("2020-09-25", LandingBasis::Registered, "示例：示范项目公司营业执照。"),
    ("2020-08-20", LandingBasis::Signed, "示例：虚拟影棚建设合同。"),
    ("2020-07-28", LandingBasis::Registered, "示例：平台公司营业执照。"),
    ("2020-11-06", LandingBasis::Started, "示例：生产线开工报告。"),
    ("2020-11-18", LandingBasis::Signed, "示例：设备采购合同。"),
    ("2020-12-03", LandingBasis::Started, "示例：中试基地施工许可证。"),
    ("2020-09-11", LandingBasis::InProduction, "示例：示范线试生产记录。"),
    ("2020-10-30", LandingBasis::Signed, "示例：成套设备合同。"),
    ("2020-11-27", LandingBasis::InProduction, "示例：冷链中心验收报告。"),
    ("2021-01-29", LandingBasis::Started, "示例：装配线开工报告。"),
    ("2021-02-05", LandingBasis::InProduction, "示例：生产线验收报告。"),
    ("2021-02-20", LandingBasis::Signed, "示例：园区入驻合同。"),
];

/// Of the article's projects, by their place: what came of it, as printed.
#[rustfmt::skip]
const TOLD: [(usize, OutcomeKind, &str, Option<Certainty>, &str, &str); 6] = [
    (0, OutcomeKind::Listed, "", None, "", "西海岸新区已将其“环球智工厂”项目列入全区人工智能智造专班重点项目"),
    (1, OutcomeKind::Talent, "", None, "", "解决了企业高端人才和企业融资扩能需求"),
    (1, OutcomeKind::Financing, "", None, "", "解决了企业高端人才和企业融资扩能需求"),
    (2, OutcomeKind::Order, "三千多万元", Some(Certainty::Contract), "", "签下了三千多万元的电机生产线订单"),
    (3, OutcomeKind::Intent, "2亿元", Some(Certainty::Intention), "深圳投融资机构", "现场与深圳投融资机构达成2亿元的投资意向"),
    (4, OutcomeKind::Order, "数千万元", Some(Certainty::Contract), "", "产品已获得数千万元订单"),
];

/// Of 示例项目: what came of it, when. No orders and no intentions, so that their totals are the article's.
#[rustfmt::skip]
const MADE_UP: [(usize, OutcomeKind, &str, &str); 5] = [
    (1, OutcomeKind::Started, "", "2020-12-18"),
    (1, OutcomeKind::Financing, "3000万元", "2020-09-30"),
    (3, OutcomeKind::InProduction, "", "2020-10-15"),
    (6, OutcomeKind::Land, "", "2020-12-31"),
    (7, OutcomeKind::Financing, "1亿元", "2020-12-31"),
];

/// Name, 口径, text as printed, unit.
const STATED: [(&str, &str, &str, &str); 3] = [
    ("创意项目总投资", "六场创意会发布项目", "超200亿元", "元"),
    ("现场参会", "六场创意会合计", "千余人次", "人次"),
    ("在线观看", "六场创意会合计", "百万人次", "人次"),
];

/// Writes them all.
pub(super) fn write(tx: &Tx<'_>, fixture: &Fixture, projects: &[ProjectId], demands: &[DemandId]) -> Result<()> {
    for project_id in projects {
        let (in_on, batch) = (day(IN_LIBRARY_ON)?, "首批".to_string());
        let (in_reason, out_reason) = (String::new(), String::new());
        let id = LibraryEntryId::new();
        insert(
            tx,
            &LibraryEntry {
                id,
                project_id: *project_id,
                in_on,
                out_on: None,
                in_reason,
                out_reason,
                batch,
                deleted: false,
            },
        )?;
    }
    for (number, landed) in (1..).zip(LANDINGS) {
        landing(tx, projects[sample_project(number)], landed)?;
    }
    let paused = (Some(Stage::Advancing), Stage::Paused, "示例：企业调整选址");
    stage(tx, projects[sample_project(23)], "2021-02-08", paused, Some(day("2021-04-30")?))?;
    let review = (Some(Stage::Collected), Stage::Review, "");
    stage(tx, projects[sample_project(24)], "2021-02-01", review, None)?;
    for (one, id) in fixture.demands.iter().zip(demands) {
        demand_facts(tx, one, *id)?;
    }
    outcomes(tx, projects)?;
    let mut places = Places::default();
    for (name, scope, text, unit) in STATED {
        let amount = if unit == "元" { Some(Amount::parse(text, None)?) } else { None };
        let row = StatedFigure {
            id: StatedFigureId::new(),
            name: name.into(),
            scope: scope.into(),
            as_of: Some(day(fixture::AS_OF)?),
            amount,
            unit: unit.into(),
            text: text.into(),
            source: SOURCE.into(),
            note: String::new(),
            position: places.next(),
            deleted: false,
        };
        insert(tx, &row)?;
    }
    Ok(())
}

fn landing(tx: &Tx<'_>, project_id: ProjectId, (on, basis, shown): (&str, LandingBasis, &str)) -> Result<()> {
    let id = LandingId::new();
    let row = Landing {
        id,
        project_id,
        basis,
        landed_on: day(on)?,
        decided_by: "市民营企业创意工作专班".into(),
        note: String::new(),
        revoked_on: None,
        revoke_reason: String::new(),
        deleted: false,
    };
    insert(tx, &row)?;
    let (text, position) = (shown.to_string(), Places::default().next());
    insert(tx, &Evidence { id: EvidenceId::new(), landing_id: id, text, position, deleted: false })?;
    stage(tx, project_id, on, (Some(Stage::Advancing), Stage::Landed, ""), None)
}

fn stage(
    tx: &Tx<'_>,
    project_id: ProjectId,
    on: &str,
    (from_stage, to_stage, reason): (Option<Stage>, Stage, &str),
    resume_on: Option<NaiveDate>,
) -> Result<()> {
    let (id, on_day, reason) = (Id::new(), day(on)?, reason.to_string());
    insert(tx, &ProjectStageFact { id, project_id, on_day, from_stage, to_stage, reason, resume_on, deleted: false })
}

/// The steps a need took until it stood as it does, spread between the day it was raised and its end. The article
/// gives no days, so its needs have no facts.
fn demand_facts(tx: &Tx<'_>, one: &fixture::Demand, demand_id: DemandId) -> Result<()> {
    use DemandStatus::{Answered, Assigned, Closed, InProgress, Registered, Solved};
    let Some(raised) = one.raised_on else { return Ok(()) };
    let path = [Registered, Assigned, InProgress, Answered, Solved];
    let last = path.iter().position(|status| *status == one.status).unwrap_or(path.len() - 1);
    let end = one.resolved_on.unwrap_or(day(fixture::AS_OF)?);
    let fact = |on_day, from_status, to_status| {
        let (id, reason) = (Id::new(), String::new());
        insert(tx, &DemandStatusFact { id, demand_id, on_day, from_status, to_status, reason, deleted: false })
    };
    let mut from = None;
    for (step, status) in path[..=last].iter().enumerate() {
        let share = (end - raised).num_days() * step as i64 / (last.max(1)) as i64;
        fact(raised + chrono::Days::new(share.max(0) as u64), from, *status)?;
        from = Some(*status);
    }
    if one.status == Closed {
        let on_day = end + chrono::Days::new(7);
        fact(on_day, Some(Solved), Closed)?;
        let visit = DemandVisit {
            id: Id::new(),
            demand_id,
            on_day,
            manner: "电话".into(),
            satisfaction: one.satisfaction.unwrap_or(Satisfaction::Satisfied),
            text: "示例：企业表示满意。".into(),
            visitor: "示例辛".into(),
            deleted: false,
        };
        insert(tx, &visit)?;
    }
    Ok(())
}

fn outcomes(tx: &Tx<'_>, projects: &[ProjectId]) -> Result<()> {
    let mut places = Places::default();
    let mut blank = |project_id, kind, source_text: &str| Outcome {
        id: OutcomeId::new(),
        project_id,
        demand_id: None,
        task_id: None,
        kind,
        amount: None,
        counterparty: String::new(),
        on_day: None,
        source_text: source_text.into(),
        verify: String::new(),
        note: String::new(),
        position: places.next(),
        deleted: false,
    };
    for (project, kind, amount, certainty, counterparty, words) in TOLD {
        let amount = match amount {
            "" => None,
            stated => Some(Amount { certainty, ..Amount::parse(stated, None)? }),
        };
        let (counterparty, verify) = (counterparty.into(), "日期待核实：原文未载。".into());
        insert(tx, &Outcome { amount, counterparty, verify, ..blank(projects[project], kind, words) })?;
    }
    for (number, kind, amount, on) in MADE_UP {
        let amount = match amount {
            "" => None,
            stated => Some(Amount::parse(stated, None)?.with_certainty(Certainty::Paid)),
        };
        let row = blank(projects[sample_project(number)], kind, "示例");
        insert(tx, &Outcome { amount, on_day: Some(day(on)?), ..row })?;
    }
    Ok(())
}
