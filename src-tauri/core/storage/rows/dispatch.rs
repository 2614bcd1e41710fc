//! 调度会 with its items and decisions, 督办单, 协调 and 报送.

use chrono::NaiveDate;

use crate::coordinations::status::{CoordinationLevel, CoordinationStatus};
use crate::ids::*;
use crate::meetings::status::{ItemState, MeetingStatus};
use crate::partial_date::PartialDate;
use crate::storage::table::table;
use crate::supervisions::status::{SupervisionLevel, SupervisionStatus};

table! {
    /// 调度会.
    pub struct Meeting in "meeting" = 47, "调度会", keys 1 {
        id: MeetingId => "标识",
        held_on: NaiveDate => "日期",
        /// As on the paper: 2021年第8次.
        number: String => "次数",
        title: String => "名称",
        place: String => "地点",
        chair: String => "主持人",
        recorder: String => "记录人",
        attendees: String => "参会人员",
        status: MeetingStatus => "状态",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// What a meeting goes through: a task, a project, or something without a record of its own.
    pub struct MeetingItem in "meeting_item" = 48, "议题", keys 1 {
        id: MeetingItemId => "标识",
        meeting_id: MeetingId => "调度会",
        task_id: Option<TaskId> => "任务",
        project_id: Option<ProjectId> => "项目",
        title: String => "议题",
        /// How it stood that day, in words: 逾期 6 天（5 个工作日）.
        standing: String => "当时情况",
        said: String => "会上说明",
        state: ItemState => "状态",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// One line that was decided, at a meeting or in a coordination, and what became of it.
    pub struct Decision in "decision" = 49, "决定", keys 1 {
        id: DecisionId => "标识",
        meeting_item_id: Option<MeetingItemId> => "议题",
        coordination_id: Option<CoordinationId> => "协调",
        /// The line as it was typed.
        typed: String => "原话",
        department_id: Option<DepartmentId> => "单位",
        text: String => "事项",
        due: Option<PartialDate> => "时限",
        due_rule: String => "时限依据",
        task_id: Option<TaskId> => "任务",
        supervision_id: Option<SupervisionId> => "督办单",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// 督办单 (domain.md §3.2). Its days overdue are told from `issued_on` and `task_due`.
    pub struct Supervision in "supervision" = 50, "督办单", keys 1 {
        id: SupervisionId => "标识",
        /// DB-2021-A003: the laptop's letter keeps numbers apart.
        number: String => "编号",
        level: SupervisionLevel => "级别",
        task_id: Option<TaskId> => "任务",
        demand_id: Option<DemandId> => "需求",
        meeting_id: Option<MeetingId> => "调度会",
        department_id: Option<DepartmentId> => "牵头单位",
        assisting: String => "配合单位",
        matter: String => "督办事项",
        basis: String => "来源依据",
        requirement: String => "办理要求",
        /// The deadline that is near or was missed, as it stood when the paper was issued.
        task_due: Option<PartialDate> => "办结时限",
        issued_on: Option<NaiveDate> => "发出日期",
        reply_due: Option<NaiveDate> => "反馈时限",
        received_on: Option<NaiveDate> => "签收日期",
        replied_on: Option<NaiveDate> => "反馈日期",
        reply: String => "办理情况",
        verdict: String => "审核意见",
        closed_on: Option<NaiveDate> => "销号日期",
        status: SupervisionStatus => "状态",
        /// When its paper left the room; from then on it is voided, not undone (domain.md §1.8).
        exported_on: Option<NaiveDate> => "导出日期",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// From this day on a 督办单 has this status.
    pub struct SupervisionStep in "supervision_step" = 51, "督办步骤", keys 1 {
        id: Id => "标识",
        supervision_id: SupervisionId => "督办单",
        on_day: NaiveDate => "日期",
        from_status: Option<SupervisionStatus> => "原状态",
        to_status: SupervisionStatus => "状态",
        text: String => "说明",
        deleted: bool => "回收站",
    }
}

table! {
    /// 协调, up to 顶格协调.
    pub struct Coordination in "coordination" = 52, "协调", keys 1 {
        id: CoordinationId => "标识",
        level: CoordinationLevel => "层级",
        project_id: Option<ProjectId> => "项目",
        task_id: Option<TaskId> => "任务",
        demand_id: Option<DemandId> => "需求",
        meeting_id: Option<MeetingId> => "调度会",
        raised_on: NaiveDate => "提请日期",
        held_on: Option<NaiveDate> => "协调日期",
        convener: String => "召集人",
        attendees: String => "参加人员",
        issue: String => "协调事项",
        decision: String => "议定情况",
        status: CoordinationStatus => "状态",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// 报送: a sheet that went to a unit and is to come back.
    pub struct SentSheet in "sent_sheet" = 53, "报送", keys 1 {
        id: SentSheetId => "标识",
        department_id: DepartmentId => "单位",
        title: String => "报送内容",
        sent_on: NaiveDate => "发出日期",
        due: Option<NaiveDate> => "反馈时限",
        returned_on: Option<NaiveDate> => "反馈日期",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}
