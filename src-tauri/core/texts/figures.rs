//! What is said about figures: their 口径, the headline, snapshots.

use chrono::{Datelike, NaiveDate};

use crate::figures::name::FigureName::{self, *};
use crate::figures::value::CertaintyTotal;

/// A chart's picture that is none.
pub const NO_PICTURE: &str = "图表没有画出来，不能存为图片；请等图画完再试";

/// What a figure is counted in; empty where the number carries its own.
pub fn unit(name: FigureName) -> &'static str {
    match name {
        LibraryProjects | Landed | NotLanded | Projects => "个",
        Sessions => "场",
        Outcomes | Demands | Tasks | Overdue | Behind | Submitted => "项",
        HandlingDays => "个工作日",
        _ => "",
    }
}

/// 口径 of a figure (domain.md §1.7).
pub fn definition(name: FigureName) -> &'static str {
    match name {
        LibraryProjects => "截至当日在重点项目库内（已入库、尚未出库）的项目",
        Landed => "库内项目中，截至当日有有效落地认定（已认定、未撤销）的项目",
        NotLanded => "库内项目中，截至当日没有有效落地认定的项目；已终止但未出库的也在内",
        LandingRate => "已落地数 ÷ 库内项目数，按项目",
        EnterpriseLandingRate => "按企业：库内项目的牵头企业中，至少有一个项目已落地的企业占比",
        LibraryInvestment => "库内项目总投资之和，按确定程度分列；没有数字的另计项数，意向不与合同、到位相加",
        Projects => "截至当日已登记的全部项目，不论阶段",
        Sessions => "截至当日已举办的创意会；只写到月份的自当月起计",
        Outcomes => "截至当日已登记的成效；没有写日期的也在内",
        Orders => "成效类别为订单、且不是意向的金额之和",
        Intentions => "成效类别为投资意向、或标明为意向的金额之和，不与合同、订单相加",
        Financing => "成效类别为融资的金额之和，按确定程度分列",
        Demands => "截至当日已提出的需求",
        DemandSolvedRate => "已解决和已销号的需求 ÷ 全部需求",
        SatisfactionRate => "满意和基本满意 ÷ 已回访，以最近一次回访为准；未回访的另计",
        Tasks => "台账中的全部任务，不含取消",
        TaskDoneRate => "已销号 ÷（全部任务 − 取消）",
        DueDoneRate => "到期任务中已销号的 ÷ 截至当日到期的任务；暂缓、取消、长期不计",
        OnTimeRate => "销号日期不晚于完成时限的 ÷ 截至当日到期的任务；暂缓、取消、长期不计",
        Overdue => "完成时限已过、仍未启动或进行中的任务；待销号不计逾期",
        Behind => "未到期任务中，实际进度落后序时进度超过滞后界限的；界限见当日的亮灯规则，未另定时为30个百分点",
        Submitted => "已申请销号、等待核验的任务",
        HandlingDays => "已销号任务从交办到销号的工作日（交办次日为第1天）的平均数",
    }
}

/// Tenths of a percent: 655 → 65.5%.
pub fn rate(tenths: i64) -> String {
    format!("{}%", self::tenths(tenths))
}

/// 655 → 65.5; −12 → -1.2.
pub fn tenths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{}", value.abs() / 10, value.abs() % 10)
}

/// 汇报用语 of 落地率: exact → 达到, else 超过 with the whole percent below.
pub fn landing_prose(landed: i64, library: i64) -> String {
    if library == 0 {
        return "重点项目库中还没有项目".into();
    }
    if landed == 0 {
        return format!("{library}个项目中尚无项目落地");
    }
    let percent = 100 * landed / library;
    let word = if 100 * landed % library == 0 { "达到" } else { "超过" };
    format!("{library}个项目中已有{landed}个完成落地，落地率{word}{percent}%")
}

/// Sums side by side: 合同/订单 超3000万元；意向 2亿元.
pub fn by_certainty(totals: &[CertaintyTotal]) -> String {
    let one = |total: &CertaintyTotal| {
        let certainty = total.certainty.map_or(certainty_unknown(), |certainty| certainty.label());
        format!("{certainty} {}", total.text)
    };
    totals.iter().map(one).collect::<Vec<_>>().join("；")
}

/// How certain an amount is, when nobody said.
pub fn certainty_unknown() -> &'static str {
    "未注明"
}

/// Beside 满意率.
pub fn not_visited(count: i64) -> String {
    format!("已解决、已销号但未回访 {count} 项")
}

/// Beside an average.
pub fn of_so_many(count: i64) -> String {
    format!("按 {count} 项已销号任务计算")
}

/// A district, industry … that is not filled in.
pub fn not_filled_in() -> &'static str {
    "未填"
}

/// The proposed name of a snapshot.
pub fn snapshot_title(as_of: NaiveDate) -> String {
    format!("{}年{}月通报", as_of.year(), as_of.month())
}

/// A snapshot that cannot be read any more.
pub fn snapshot_unreadable(title: &str) -> String {
    format!("快照“{title}”的内容读不出来，可能由更新版本的程序留存；请升级程序后再打开")
}

/// Why a project counts as landed, or at which stage it stands.
pub fn landed_because(basis: &str, on: &str) -> String {
    format!("{on} 认定，依据：{basis}")
}

/// 办结时长 of a task.
pub fn handled_in(days: i64) -> String {
    format!("{days} 个工作日")
}

/// On time, or when it was closed, or not yet.
pub fn closed_on(day: Option<&str>) -> String {
    day.map_or_else(|| "未销号".into(), |day| format!("{day} 销号"))
}

/// A difference of rates: +6.9 个百分点.
pub fn points(tenths_more: i64) -> String {
    format!("{}{} 个百分点", plus(tenths_more), tenths(tenths_more))
}

/// A difference: +2, -1, 持平.
pub fn more(count: i64) -> String {
    format!("{}{count}", plus(count))
}

/// No difference.
pub fn same() -> &'static str {
    "持平"
}

fn plus(number: i64) -> &'static str {
    if number > 0 { "+" } else { "" }
}

/// A difference of averages or money, with its unit.
pub fn more_of(sign: i64, text: &str) -> String {
    format!("{}{text}", if sign > 0 { "+" } else { "" })
}

/// Two figures whose difference means nothing: qualified amounts, or one of them is missing.
pub fn not_comparable() -> &'static str {
    "不可比"
}

/// Now, in place of a snapshot's name.
pub fn now(as_of: NaiveDate) -> String {
    format!("现在（截至 {as_of}）")
}

/// What changed since the last snapshot, on 总览.
pub fn since_snapshot(title: &str, landed: &str, rate: &str) -> String {
    format!("与“{title}”比：已落地 {landed}，落地率 {rate}")
}

/// What is being prepared: 第7场创意会（2021年第1季）筹备中，拟3月底前举办.
pub fn preparing(number: usize, year: Option<i64>, season: Option<i64>, when: Option<&str>) -> String {
    let season = match (year, season) {
        (Some(year), Some(season)) => {
            format!("（{year}年第{}季）", ["一", "二", "三", "四"].get(season as usize - 1).unwrap_or(&""))
        }
        (Some(year), None) => format!("（{year}年）"),
        _ => String::new(),
    };
    let when = when.map(|when| format!("，拟{when}举办")).unwrap_or_default();
    format!("第{number}场创意会{season}筹备中{when}")
}

/// Words of the Excel file.
pub mod sheet {
    /// Names of the sheets.
    pub const FIGURES: &str = "统计指标";
    pub const STATED: &str = "引述数";
    pub const SPREAD: &str = "分布";
    pub const TREND: &str = "趋势";

    /// Heads of the columns.
    pub const FIGURE_HEAD: [&str; 8] = ["指标", "数值", "单位", "分子", "分母", "备注", "口径", "数据截至"];
    pub const STATED_HEAD: [&str; 5] = ["名称", "原文", "口径", "截至", "来源"];
    pub const SPREAD_HEAD: [&str; 6] = ["分类", "名称", "项数", "其中已落地或已销号", "未办结", "其中逾期"];
    pub const TREND_HEAD: [&str; 4] = ["月份", "库内项目数", "已落地数", "落地率"];

    /// What a line of the spread is of.
    pub const STAGES: &str = "项目阶段";
    pub const DISTRICTS: &str = "库内项目·区市";
    pub const INDUSTRIES: &str = "库内项目·产业";
    pub const DEPARTMENTS: &str = "任务·牵头单位";
    pub const OUTCOMES: &str = "成效";

    /// The title line.
    pub fn title(title: &str, as_of: &str, version: i64) -> String {
        format!("{title}　数据截至 {as_of}　口径版本 {version}")
    }

    /// Under 引述数.
    pub const STATED_NOTE: &str = "引述数照原文列出，不参与加总、计算和排序。";
}
