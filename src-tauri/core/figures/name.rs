//! The figures by name, each with what it counts (domain.md §1.7).

use serde::Serialize;
use ts_rs::TS;

use crate::figures::DEFINITION_VERSION;
use crate::texts::figures as texts;

codes! {
    /// A derived figure.
    pub enum FigureName {
        LibraryProjects => "library_projects", "库内项目数";
        Landed => "landed", "已落地数";
        NotLanded => "not_landed", "未落地数";
        LandingRate => "landing_rate", "落地率（按项目）";
        EnterpriseLandingRate => "enterprise_landing_rate", "落地率（按企业）";
        LibraryInvestment => "library_investment", "库内项目总投资";
        Projects => "projects", "项目数";
        Sessions => "sessions", "创意会场次";
        Outcomes => "outcomes", "成效项数";
        Orders => "orders", "合同/订单金额";
        Intentions => "intentions", "投资意向金额";
        Financing => "financing", "融资金额";
        Demands => "demands", "需求数";
        DemandSolvedRate => "demand_solved_rate", "需求解决率";
        SatisfactionRate => "satisfaction_rate", "满意率";
        Tasks => "tasks", "任务数";
        TaskDoneRate => "task_done_rate", "任务完成率";
        DueDoneRate => "due_done_rate", "应完成完成率";
        OnTimeRate => "on_time_rate", "按期完成率";
        Overdue => "overdue", "逾期数";
        Behind => "behind", "滞后数";
        Submitted => "submitted", "待销号数";
        HandlingDays => "handling_days", "平均办结时长";
    }
}

codes! {
    /// What sort of number a figure is.
    pub enum FigureKind {
        Count => "count", "个数";
        /// Numerator ÷ denominator, in tenths of a percent.
        Rate => "rate", "比率";
        /// A sum of amounts with their qualifiers.
        Money => "money", "金额";
        /// A sum ÷ a count, in tenths.
        Average => "average", "平均";
    }
}

impl FigureName {
    /// What sort of number it is.
    pub fn kind(self) -> FigureKind {
        match self {
            Self::LandingRate
            | Self::EnterpriseLandingRate
            | Self::DemandSolvedRate
            | Self::SatisfactionRate
            | Self::TaskDoneRate
            | Self::DueDoneRate
            | Self::OnTimeRate => FigureKind::Rate,
            Self::LibraryInvestment | Self::Orders | Self::Intentions | Self::Financing => FigureKind::Money,
            Self::HandlingDays => FigureKind::Average,
            _ => FigureKind::Count,
        }
    }
}

/// What a figure counts, in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FigureDefinition {
    pub name: FigureName,
    pub title: String,
    pub kind: FigureKind,
    /// 个, 场, 项 …; empty for rates and money, which carry their own.
    pub unit: String,
    /// 口径.
    pub definition: String,
    /// Of the definitions; see [`DEFINITION_VERSION`].
    pub version: i64,
}

/// All definitions, in the order of the list.
pub fn definitions() -> Vec<FigureDefinition> {
    let of = |name: &FigureName| FigureDefinition {
        name: *name,
        title: name.label().into(),
        kind: name.kind(),
        unit: texts::unit(*name).into(),
        definition: texts::definition(*name).into(),
        version: DEFINITION_VERSION,
    };
    FigureName::ALL.iter().map(of).collect()
}
