//! What is said about 评审论证 and 专家.

use chrono::NaiveDate;

/// A score as it stands before the words.
pub fn score(score: i64) -> String {
    format!("{score}分")
}

/// Not 0 to 100.
pub fn score_out_of_range(field: &str, typed: &str) -> String {
    format!("“{field}”的分数要是0到100的整数，现在是“{typed}”；不打分可以只写意见")
}

/// Its opinions stand in rounds.
pub fn expert_in_use(name: &str, rounds: i64) -> String {
    format!("“{name}”参加过{rounds}轮评审，意见要留存，不能删除")
}

/// Several at once.
pub fn so_many_experts(count: usize) -> String {
    format!("{count}位专家")
}

/// Two of one name.
pub fn several_experts(name: &str) -> String {
    format!("有几位专家叫“{name}”，请写明单位，例如 {name}（青岛大学）")
}

/// One round after the other.
pub fn round_still_open(round: i64) -> String {
    format!("第{round}轮评审还没有结论，先作出结论再开始下一轮")
}

/// Ended projects are not reviewed.
pub fn no_review_of_ended(stage: &str) -> String {
    format!("项目已“{stage}”，不再评审；要继续请先重启项目")
}

/// 初筛 said no, or asked for more.
pub fn screening_stands_against(screening: &str) -> String {
    format!("初筛结果是“{screening}”，还不能评审；已经补充或重新考虑的，请先到“征集”改初筛结果")
}

/// Why a project came to 评审论证.
pub fn round_begins(round: i64) -> String {
    format!("第{round}轮评审论证")
}

/// Why a project left it.
pub fn concluded(round: i64, conclusion: &str) -> String {
    format!("第{round}轮评审结论：{conclusion}")
}

/// What a round is called.
pub fn round_of(project: &str, round: i64) -> String {
    format!("{project} 第{round}轮")
}

/// 修改后再审 says what.
pub fn revise_needs_what() -> &'static str {
    "“修改后再审”要写明修改要求，企业才知道改什么"
}

/// 不通过 says why.
pub fn failed_needs_why() -> &'static str {
    "“不通过”要写明论证意见，项目会转为“终止”"
}

/// A conclusion has a day that has come.
pub fn concluded_needs_day(today: NaiveDate) -> String {
    format!("有结论的评审要有已经到了的评审日期（今天是 {today}）")
}

/// The revision is done by today at the latest.
pub fn met_in_future(today: NaiveDate) -> String {
    format!("修改完成日期不能晚于今天（{today}）")
}

/// An earlier round is settled.
pub fn only_last_round_concluded() -> &'static str {
    "后面已经有新的一轮，前面各轮的结论不能再改"
}

/// The project has gone on.
pub fn conclusion_built_upon(stage: &str) -> String {
    format!("项目已经到了“{stage}”，结论不能再改；确实有误请再开一轮评审")
}

/// Only an open last round may go.
pub fn concluded_round_stays() -> &'static str {
    "只能删除最后一轮、还没有结论的评审；有结论的请先撤回结论"
}

/// Standing aside after an opinion.
pub fn has_said_already() -> &'static str {
    "这位专家已经提了意见；要改为回避，请先清空他的分数和意见"
}

// ── The paper ────────────────────────────────────────────────────────────────────────────────────────────────────

/// Over the paper.
pub fn review_paper_title(project: &str, revise: bool) -> String {
    match revise {
        true => format!("关于修改完善“{project}”创意方案的通知"),
        false => format!("“{project}”评审论证意见"),
    }
}

/// What kind of paper it is, for its file's name.
pub fn review_paper_kind(revise: bool) -> &'static str {
    if revise { "修改完善通知" } else { "评审论证意见" }
}

/// When and how it was reviewed, and what came of it.
pub fn review_paper_opening(
    project: &str,
    day: &str,
    round: i64,
    kind: &str,
    organiser: &str,
    conclusion: &str,
) -> String {
    let by = if organiser.is_empty() { String::new() } else { format!("由{organiser}组织，") };
    let when = if day.is_empty() { String::new() } else { format!("{day}，") };
    let end =
        if conclusion.is_empty() { "尚未作出结论".to_string() } else { format!("结论为“{conclusion}”") };
    format!(
        "{when}对“{project}”创意方案进行了第{round}轮评审论证（{kind}）。{by}从创意好、论证实、可落地三个方面评议，{end}。"
    )
}

/// Who signs.
pub fn review_signer() -> &'static str {
    "市民营企业创意工作专班"
}

/// An expert who is not named.
pub fn expert_number(number: usize) -> String {
    format!("专家{number}")
}
