//! What is said about 重点项目库, 落地认定, 成效 and 引述数.

use chrono::NaiveDate;

/// What a landing still lacks.
pub struct Missing {
    pub basis: bool,
    pub day: bool,
    pub evidence: bool,
    /// The ground is 其他, which says nothing by itself.
    pub note: bool,
}

impl Missing {
    /// Is anything missing?
    pub fn any(&self) -> bool {
        self.basis || self.day || self.evidence || self.note
    }
}

/// Everything a landing lacks, at once.
pub fn landing_lacks(missing: &Missing) -> String {
    let parts = [
        (missing.basis, "认定依据"),
        (missing.day, "落地日期"),
        (missing.evidence, "至少一件佐证（写明佐证，或附上文件）"),
        (missing.note, "说明（依据是“其他”时要写明）"),
    ];
    let words: Vec<&str> = parts.iter().filter(|(missing, _)| *missing).map(|(_, word)| *word).collect();
    format!("落地认定还缺：{}；请补上再认定", words.join("、"))
}

/// It has landed already.
pub fn landed_already(on: NaiveDate) -> String {
    format!("这个项目已有落地认定（{on}）；要重新认定，先撤销认定")
}

/// Only a project that is being pushed can land.
pub fn lands_only_when_advancing(stage: &str) -> String {
    format!("现在是“{stage}”，“推进中”的项目才能认定落地；请先推进到“推进中”")
}

/// 需求全部解决 without any demand.
pub fn no_demand_to_solve() -> &'static str {
    "依据是“需求全部解决”，但这个项目没有登记需求；请换一个依据，或先登记需求"
}

/// 需求全部解决 while some are not.
pub fn demands_not_solved(count: usize, first: &str) -> String {
    format!("依据是“需求全部解决”，还有 {count} 项需求没有解决（{first}）；请先办结，或换一个依据")
}

/// 其他 says nothing by itself.
pub fn other_basis_needs_note() -> &'static str {
    "认定依据是“其他”时，要在说明里写明"
}

/// It was revoked before.
pub fn revoked_already(on: NaiveDate) -> String {
    format!("这项认定已于 {on} 撤销")
}

/// It is not revoked, so there is nothing to date.
pub fn not_revoked() -> &'static str {
    "这项认定没有撤销；要撤销请用“撤销认定”"
}

/// 撤销认定 must be explained.
pub fn revoking_needs_reason() -> &'static str {
    "撤销认定要写明理由，会留在历史里"
}

/// Revoked before it was decided.
pub fn revoked_before_landed(on: NaiveDate, landed_on: NaiveDate) -> String {
    format!("撤销日期 {on} 早于落地日期 {landed_on}，请改正")
}

/// As the undo menu says it.
pub fn revoked_for(reason: &str) -> String {
    format!("落地认定为撤销（{reason}）")
}

/// Neither words nor a file.
pub fn evidence_is_empty() -> &'static str {
    "请写明佐证是什么，或附上文件"
}

/// A landing that stands keeps its evidence.
pub fn last_evidence() -> &'static str {
    "落地认定至少要有一件佐证，这是最后一件；请先补上别的佐证，或撤销认定"
}

/// In the library at that time already.
pub fn in_library_already(name: &str, in_on: NaiveDate, out_on: Option<NaiveDate>) -> String {
    match out_on {
        Some(out_on) => format!("“{name}”{in_on} 到 {out_on} 已在库内，日期不能重叠，请改日期"),
        None => format!("“{name}”从 {in_on} 起已在库内，不用再入库（日期不能重叠）"),
    }
}

/// Not in the library, so it cannot leave.
pub fn not_in_library(name: &str) -> String {
    format!("“{name}”现在不在库内，不能出库")
}

/// 出库 must be explained.
pub fn leaving_needs_reason() -> &'static str {
    "出库要写明理由，会留在历史里"
}

/// Out before in.
pub fn out_before_in(name: &str, out_on: NaiveDate, in_on: NaiveDate) -> String {
    format!("“{name}”的出库日期 {out_on} 早于入库日期 {in_on}，请改正")
}

/// As the undo menu says it.
pub fn out_for(reason: &str) -> String {
    format!("重点项目库为出库（{reason}）")
}

/// 投资意向 is no contract.
pub fn intent_is_intention() -> &'static str {
    "“投资意向”的金额只能记为“意向”；签了合同或到了位，请把成效类别改成融资或订单"
}

/// 其他 says nothing by itself.
pub fn other_outcome_needs_words() -> &'static str {
    "成效类别是“其他”时，要写明是什么成效"
}

/// 引述数 without what was stated.
pub fn stated_needs_text() -> &'static str {
    "请照原文写下引述数，例如：超200亿元、千余人次"
}

/// Nothing whose certainty could be said.
pub fn certainty_needs_amount() -> &'static str {
    "先填金额，再选金额性质"
}

/// The demand belongs elsewhere.
pub fn demand_of_another_project() -> &'static str {
    "这项需求不是这个项目的，请从本项目的需求里选"
}
