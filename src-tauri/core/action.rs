//! What people do, by name: the undo menu, the history and the journal all say it in these words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

codes! {
    /// The kinds of thing a person can name. What an action changed is told to the window in these.
    pub enum Kind {
        Enterprise => "enterprise", "企业";
        Contact => "contact", "联系人";
        Project => "project", "项目";
        Department => "department", "单位";
        Person => "person", "人员";
        Demand => "demand", "需求";
        Task => "task", "任务";
        Progress => "progress", "进展";
        Milestone => "milestone", "路线图节点";
        Plan => "plan", "实施方案";
        Library => "library", "重点项目库";
        Landing => "landing", "落地认定";
        Outcome => "outcome", "成效";
        StatedFigure => "stated_figure", "引述数";
        Submission => "submission", "征集";
        Expert => "expert", "专家";
        Review => "review", "评审论证";
        Session => "session", "创意会";
        Presentation => "presentation", "发布项目";
        WorkGroup => "work_group", "推进小组";
        Attachment => "attachment", "附件";
        Snapshot => "snapshot", "通报快照";
        Dictionary => "dictionary", "字典";
        Calendar => "calendar", "日历";
        LightRule => "light_rule", "亮灯规则";
        Meeting => "meeting", "调度会";
        Supervision => "supervision", "督办单";
        Coordination => "coordination", "协调";
        SentSheet => "sent_sheet", "报送";
        Template => "template", "文书模板";
        Ledger => "ledger", "台账";
        Workbook => "workbook", "工作簿";
    }
}

codes! {
    /// What is done to it.
    pub enum Verb {
        Create => "create", "新增";
        Set => "set", "修改";
        Trash => "trash", "删除";
        Restore => "restore", "恢复";
        Import => "import", "导入";
        Move => "move", "移动";
        Merge => "merge", "合并";
        Remove => "remove", "移除";
        /// A paper becomes valid.
        Issue => "issue", "印发";
        /// A paper that left the room is no longer valid.
        Void => "void", "作废";
        /// A paper leaves the room.
        Export => "export", "导出";
        Undo => "undo", "撤销";
        Redo => "redo", "重做";
    }
}

/// One action of one person: 修改 · 任务 · 完成时限 · 用地预审.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Action {
    pub verb: Verb,
    pub kind: Kind,
    /// Which part of it, in words (完成时限); empty for the whole.
    pub part: String,
    /// What the record is called.
    pub subject: String,
}

impl Action {
    /// An action on a whole record.
    pub fn new(verb: Verb, kind: Kind, subject: impl Into<String>) -> Self {
        Self { verb, kind, part: String::new(), subject: subject.into() }
    }

    /// 修改 of one field; `part` is the field's word.
    pub fn set(kind: Kind, part: impl Into<String>, subject: impl Into<String>) -> Self {
        Self { verb: Verb::Set, kind, part: part.into(), subject: subject.into() }
    }

    /// As the undo menu and the history say it: 修改完成时限：用地预审.
    pub fn label(&self) -> String {
        let what = if self.part.is_empty() { self.kind.label() } else { &self.part };
        let subject: String = self.subject.chars().take(30).collect();
        let more = if self.subject.chars().nth(30).is_some() { "…" } else { "" };
        match subject.is_empty() {
            true => format!("{}{what}", self.verb.label()),
            false => format!("{}{what}：{subject}{more}", self.verb.label()),
        }
    }
}
