//! The columns of the 责任分工表 (domain.md §3.2, with what a unit reports back), and how a heading that came back is told.

use crate::ledgers::columns::{Column, guess, normalise_heading};
use crate::tasks::set::TaskField;
use crate::typed::compact;

codes! {
    /// A column of the 责任分工表.
    pub enum SheetColumn {
        Number => "number", "序号";
        /// The project, or the enterprise of a task without one: titles such as 用地预审 repeat from project to project.
        Owner => "owner", "项目名称";
        Title => "title", "重点任务";
        Measure => "measure", "具体措施";
        Lead => "lead", "牵头单位";
        Assisting => "assisting", "责任（配合）单位";
        Persons => "persons", "责任人";
        Due => "due", "完成时限";
        Percent => "percent", "当前进展（%）";
        Done => "done", "进展情况";
        Problem => "problem", "存在问题";
        Coordination => "coordination", "需协调";
        Note => "note", "备注";
        /// Hidden: which task the row is.
        Id => "id", "标识";
    }
}

impl SheetColumn {
    /// What a unit is asked to fill in; the rest is locked.
    pub fn is_filled_in(self) -> bool {
        matches!(self, Self::Persons | Self::Percent | Self::Done | Self::Problem | Self::Coordination | Self::Note)
    }

    /// What is told from dated notes, so that it is known for any day.
    pub fn is_dated(self) -> bool {
        matches!(self, Self::Percent | Self::Done | Self::Problem | Self::Coordination)
    }

    /// The columns that say something about the task, in their order.
    pub fn of_task() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|column| !matches!(column, Self::Number | Self::Id))
    }

    /// The field of the task a changed cell sets. What belongs to a progress note has none.
    pub fn field(self) -> Option<TaskField> {
        match self {
            Self::Title => Some(TaskField::Title),
            Self::Measure => Some(TaskField::Measure),
            Self::Lead => Some(TaskField::Lead),
            Self::Assisting => Some(TaskField::Assisting),
            Self::Persons => Some(TaskField::Persons),
            Self::Due => Some(TaskField::Due),
            Self::Note => Some(TaskField::Note),
            _ => None,
        }
    }

    /// Its width in characters; together they fill an A4 page on its side, scaled to one page.
    pub fn width(self) -> f64 {
        match self {
            Self::Number => 5.0,
            Self::Owner => 14.0,
            Self::Title => 18.0,
            Self::Measure => 20.0,
            Self::Lead => 11.0,
            Self::Assisting => 12.0,
            Self::Persons => 9.0,
            Self::Due => 12.0,
            Self::Percent => 9.0,
            Self::Done => 24.0,
            Self::Problem => 15.0,
            Self::Coordination => 7.0,
            Self::Note => 10.0,
            Self::Id => 8.0,
        }
    }

    /// What a heading of a filled sheet means: our own words, also slightly changed, else those of any ledger.
    pub fn of_heading(heading: &str) -> Option<Self> {
        let name = normalise_heading(heading);
        if name.is_empty() {
            return None;
        }
        // ％ of any width is ours.
        let percent = compact(heading).contains('%') || name.contains("进度") || name.contains("完成率");
        let plain = |text: &str| -> String { normalise_heading(text).chars().filter(|c| c.is_alphabetic()).collect() };
        let own = Self::ALL.iter().copied().find(|column| plain(column.label()) == plain(heading));
        let own = own.or_else(|| name.contains("协调").then_some(Self::Coordination));
        if own.is_some() {
            return own;
        }
        Some(match guess(heading).column {
            Column::Number => Self::Number,
            Column::Project | Column::Enterprise => Self::Owner,
            Column::Task => Self::Title,
            Column::Measure => Self::Measure,
            Column::Lead => Self::Lead,
            Column::Assisting => Self::Assisting,
            Column::Person => Self::Persons,
            Column::Due => Self::Due,
            Column::Progress if percent => Self::Percent,
            Column::Progress => Self::Done,
            Column::Problem => Self::Problem,
            Column::Note => Self::Note,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::SheetColumn::{self, *};

    #[test]
    fn headings_are_told_as_sent_and_slightly_changed() {
        for column in SheetColumn::ALL {
            assert_eq!(SheetColumn::of_heading(column.label()), Some(*column), "{}", column.label());
        }
        for (heading, column) in [
            ("当前\n进展(%)", Percent),
            ("目前进展％", Percent),
            ("完成进度", Percent),
            ("进展情况（截至3月）", Done),
            ("本月进展", Done),
            ("存在的问题", Problem),
            ("是否需要协调", Coordination),
            ("责任(配合)单位", Assisting),
            ("配合单位", Assisting),
            ("完成时间", Due),
            ("任务名称", Title),
            (" 备 注：", Note),
            ("具体责任人", Persons),
        ] {
            assert_eq!(SheetColumn::of_heading(heading), Some(column), "{heading}");
        }
        assert_eq!(SheetColumn::of_heading("天气"), None);
        assert_eq!(SheetColumn::of_heading(" "), None);
    }
}
