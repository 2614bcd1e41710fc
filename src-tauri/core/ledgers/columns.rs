//! What a column of a ledger means: the words offices put above it, the first guess, what the user changes it to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::header::Head;
use crate::typed::compact;

crate::codes! {
    /// What stands in a column.
    pub enum Column {
        Ignore => "ignore", "不导入";
        Number => "number", "序号";
        Enterprise => "enterprise", "企业";
        Project => "project", "项目名称";
        District => "district", "区市";
        Investment => "investment", "投资额";
        Demand => "demand", "需求类别";
        Task => "task", "任务";
        Measure => "measure", "具体措施";
        Lead => "lead", "牵头单位";
        Assisting => "assisting", "配合单位";
        /// Both in one cell: 市科技局牵头，市工信局配合.
        LeadAndAssisting => "lead_and_assisting", "牵头和配合单位";
        Person => "person", "责任人";
        Contact => "contact", "企业联系人";
        /// Of the person or contact in the nearest such column before it.
        Phone => "phone", "联系电话";
        Start => "start", "开始时间";
        Due => "due", "时限";
        /// One month of a row of months; which one is read from the heading.
        Month => "month", "月份";
        Progress => "progress", "进度";
        Status => "status", "状态";
        Problem => "problem", "存在问题";
        NextStep => "next_step", "下一步打算";
        Uscc => "uscc", "统一社会信用代码";
        Note => "note", "备注";
    }
}

impl Column {
    /// Headings that mean this column and nothing else, the usual one first.
    fn headings(self) -> impl Iterator<Item = &'static str> {
        let words = match self {
            Self::Ignore => "",
            Self::Number => "序号 序 编号 项目序号 任务序号 no no.",
            Self::Enterprise => {
                "企业名称 企业 公司名称 公司 单位名称 民营企业 申报企业 申报单位 实施企业 项目单位 项目业主 \
                 建设单位 企业全称 发布企业 所属企业 业主单位"
            }
            Self::Project => "项目名称 创意项目 项目 创意项目名称 创意名称 创意方案 重点项目 项目名 创意创新项目",
            Self::District => {
                "所属区市 区市 属地 所在区市 所属区域 所在地 所在区 区域 辖区 区(市) 区县 落地区市 建设地点 \
                 所属功能区 区市功能区 项目属地"
            }
            Self::Investment => {
                "总投资 投资额 投资 总投资额 计划总投资 投资总额 投资金额 项目总投资 投资规模 计划投资 \
                 预计总投资 金额"
            }
            Self::Demand => {
                "需求事项 需求类别 需求 需求类型 企业需求 诉求 企业诉求 诉求事项 问题诉求 企业问题诉求 问题类别 \
                 需求内容 需协调事项 要素需求"
            }
            Self::Task => {
                "重点任务 任务 工作任务 任务名称 任务事项 工作事项 主要任务 事项 任务内容 工作内容 推进事项 \
                 目标任务 重点工作 具体任务 工作任务和目标 年度工作任务和目标 督办事项 公开挂牌督办事项 工作要点 \
                 任务清单"
            }
            Self::Measure => {
                "具体措施 措施 工作措施 推进措施 解决措施 工作举措 具体举措 主要措施 落实措施 办理措施 工作要求"
            }
            Self::Lead => {
                "牵头单位 牵头部门 责任单位 责任部门 主办单位 主办部门 承办单位 承办部门 主责单位 主责部门 \
                 主管部门 负责单位 负责部门 落实单位 问题交办单位 交办单位 单位 部门 牵头责任单位"
            }
            Self::Assisting => {
                "配合单位 配合部门 协办单位 协办部门 协同单位 协助单位 参与单位 责任(配合)单位 配合责任单位 \
                 参加单位 协同部门 协作单位 会办单位 相关单位 其他责任单位"
            }
            Self::LeadAndAssisting => {
                "牵头及配合单位 牵头和配合单位 牵头(配合)单位 牵头单位及配合单位 牵头、配合单位 责任分工 \
                 责任单位及分工 牵头配合单位 牵头/配合单位 主办及协办单位 主协办单位 主(协)办单位"
            }
            Self::Person => {
                "责任人 负责人 具体责任人 直接责任人 责任领导 分管领导 牵头领导 责任人员 经办人 承办人 包联领导 \
                 联系领导 部门责任人 责任人及职务 项目负责人 联络员 首席服务官"
            }
            Self::Contact => "联系人 企业联系人 企业负责人 法定代表人 联系人姓名",
            Self::Phone => "联系电话 联系方式 电话 手机 手机号 手机号码 责任人电话 电话号码",
            Self::Start => "开始时间 启动时间 起始时间 开工时间 开始日期 计划开始时间 计划开工时间 起始日期",
            Self::Due => {
                "完成时限 完成时间 时限 办结时限 截止时间 截止日期 完成日期 时间节点 时限要求 计划完成时间 \
                 办理时限 完成期限 要求完成时间 解决问题时限 解决时限 时间要求 办结时间 预计完成时间 时间进度 \
                 到期日 计划完成时限 推进时限"
            }
            Self::Month => "",
            Self::Progress => {
                "进展情况 进度 完成情况 工作进展 推进情况 当前进展情况 当前进展 办理情况 落实情况 进展 完成进度 \
                 完成率 完成比例 工作进度 目前进展 最新进展 项目进展 形象进度 办理进展 上半年进展 任务进展 \
                 本周进展 本月进展 进展情况及成效"
            }
            Self::Status => "状态 任务状态 办理状态 完成状态 是否完成 是否办结 销号情况 是否销号 当前状态",
            Self::Problem => "存在问题 问题 困难问题 存在的问题 问题及困难 存在困难 主要问题 堵点 存在问题及困难",
            Self::NextStep => {
                "下一步打算 下步打算 下一步工作 下步工作 下一步计划 下步计划 下一步措施 下一步工作打算 工作计划 \
                 下一步工作计划 下一步举措"
            }
            Self::Uscc => "统一社会信用代码 社会信用代码 信用代码 统一信用代码",
            Self::Note => "备注 说明 其他 其他说明 回访情况",
        };
        words.split_whitespace()
    }

    /// Words that give the column away inside a longer heading, such as 2021年工作进展; tried in this order.
    const HINTS: &'static [(&'static str, Self)] = &[
        ("信用代码", Self::Uscc),
        ("电话 手机", Self::Phone),
        ("配合 协办", Self::Assisting),
        ("牵头单位 牵头部门 责任单位 责任部门 主办 承办", Self::Lead),
        ("责任人 负责人", Self::Person),
        ("联系人", Self::Contact),
        ("下一步 下步", Self::NextStep),
        ("存在问题", Self::Problem),
        ("进展 完成情况 进度", Self::Progress),
        ("时限 完成时间 截止", Self::Due),
        ("投资", Self::Investment),
        ("需求 诉求", Self::Demand),
        ("措施", Self::Measure),
        ("任务", Self::Task),
        ("企业 公司", Self::Enterprise),
        ("项目", Self::Project),
        ("区市", Self::District),
        ("备注", Self::Note),
    ];

    /// Several columns of it make one text; of all others only the surest is used.
    fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Ignore | Self::Month | Self::Note | Self::Measure | Self::Phone | Self::Person | Self::Assisting
        )
    }
}

/// A heading as it is compared: half-width, lower case, without white space and without its unit in brackets.
pub fn normalise_heading(text: &str) -> String {
    let text = compact(text).to_lowercase();
    let text = text.trim_end_matches([':', '*']);
    match text.rsplit_once('(') {
        Some((name, unit)) if !name.is_empty() && is_remark(unit.trim_end_matches(')')) => name.to_owned(),
        _ => text.to_owned(),
    }
}

/// What stands in brackets behind a heading and says nothing about the column.
fn is_remark(text: &str) -> bool {
    text.ends_with('元')
        || text.contains('%')
        || text.contains("单位:")
        || text.contains("必填")
        || text.contains("选填")
}

/// The month a heading names: 3月, 3月份, 2021年3月, 三月 → (year if given, 3).
pub fn month_of(heading: &str) -> Option<(Option<i32>, u32)> {
    let text = compact(heading);
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (Some(year.parse().ok().filter(|year| (1900..2200).contains(year))?), rest),
        None => (None, text.as_str()),
    };
    let name = rest.strip_suffix("月份").or_else(|| rest.strip_suffix('月'))?;
    const NAMES: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let month = name.parse().ok().or_else(|| Some(NAMES.iter().position(|n| *n == name)? as u32 + 1))?;
    (1..=12).contains(&month).then_some((year, month))
}

/// A guess, and how sure it is, 0–100; 100 is a heading that means nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ColumnGuess {
    pub column: Column,
    pub confidence: u8,
}

const NO_GUESS: ColumnGuess = ColumnGuess { column: Column::Ignore, confidence: 0 };

/// What a single heading most likely means.
pub fn guess(heading: &str) -> ColumnGuess {
    let name = normalise_heading(heading);
    if name.is_empty() || name.chars().count() > 20 {
        return NO_GUESS;
    }
    if month_of(&name).is_some() {
        return ColumnGuess { column: Column::Month, confidence: 90 };
    }
    if let Some(column) = Column::ALL.iter().find(|column| column.headings().any(|word| word == name)) {
        return ColumnGuess { column: *column, confidence: 100 };
    }
    let hint = Column::HINTS.iter().find(|(words, _)| words.split_whitespace().any(|word| name.contains(word)));
    hint.map_or(NO_GUESS, |(_, column)| ColumnGuess { column: *column, confidence: 60 })
}

/// What all columns of a head most likely mean. No column that can be read once only is guessed twice, and 责任单位
/// beside 牵头单位 are the assisting ones (domain.md §3.2).
pub fn guess_all(head: &Head) -> Vec<ColumnGuess> {
    let mut guesses: Vec<ColumnGuess> = head
        .labels
        .iter()
        .zip(&head.groups)
        .map(|(label, group)| {
            let own = guess(label);
            // A lower heading such as 名称 under 企业 means what the group means.
            if own.confidence == 0 { ColumnGuess { confidence: 50, ..guess(group) } } else { own }
        })
        .map(|guess| if guess.column == Column::Ignore { NO_GUESS } else { guess })
        .collect();
    let leads: Vec<usize> = positions(&guesses, Column::Lead);
    let names_lead = |index: &&usize| ["牵头", "主办", "主责"].iter().any(|word| head.labels[**index].contains(word));
    if let Some(lead) = leads.iter().find(names_lead).filter(|_| positions(&guesses, Column::Assisting).is_empty()) {
        for other in leads.iter().filter(|other| *other != lead) {
            guesses[*other] = ColumnGuess { column: Column::Assisting, confidence: 70 };
        }
    }
    for column in Column::ALL.iter().filter(|column| !column.may_repeat()) {
        let same = positions(&guesses, *column);
        // The first of the surest.
        let Some(best) = same.iter().min_by_key(|index| u8::MAX - guesses[**index].confidence) else { continue };
        for other in same.iter().filter(|other| *other != best) {
            guesses[*other] = NO_GUESS;
        }
    }
    guesses
}

fn positions(guesses: &[ColumnGuess], column: Column) -> Vec<usize> {
    guesses.iter().enumerate().filter(|(_, guess)| guess.column == column).map(|(index, _)| index).collect()
}

/// How the user wants a sheet read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mapping {
    /// The last row of the head, as Excel numbers it; rows below are read.
    pub header_row: u32,
    /// What each column means, from column A on.
    pub columns: Vec<Column>,
}

/// By what a mapping is remembered: the normalised headings. The same ledger next month has the same signature.
pub fn signature(head: &Head) -> String {
    head.labels.iter().map(|label| normalise_heading(label)).collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_means_one_column() {
        for column in Column::ALL {
            for heading in column.headings() {
                let found = guess(heading);
                assert_eq!((found.column, found.confidence), (*column, 100), "{heading}");
            }
        }
    }

    #[test]
    fn headings_are_told_whatever_stands_around_them() {
        for (heading, column) in [
            ("序\n号", Column::Number),
            ("所属\n区市", Column::District),
            ("总投资（万元）", Column::Investment),
            ("完成 时限：", Column::Due),
            ("责任（配合）单位", Column::Assisting),
            ("2021年工作进展（截至2月）", Column::Progress),
            ("3月份", Column::Month),
            ("2021年12月", Column::Month),
            ("十一月", Column::Month),
            ("天气", Column::Ignore),
        ] {
            assert_eq!(guess(heading).column, column, "{heading}");
        }
        assert_eq!(month_of("2021年3月"), Some((Some(2021), 3)));
        assert_eq!(month_of("13月"), None);
    }
}
