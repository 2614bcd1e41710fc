//! 创意会.

use crate::ids::*;
use crate::partial_date::PartialDate;
use crate::projects::classification::FourNew;
use crate::sessions::status::{Attendance, GuestKind, SessionStatus};
use crate::storage::shown::Many;
use crate::storage::table::table;

use chrono::NaiveDate;

table! {
    /// A session. Which in a row it is (第N场) is told from the order, not stored.
    pub struct Session in "session" = 31, "创意会", keys 1 {
        id: SessionId => "标识",
        theme: String => "主题",
        year: Option<i64> => "年度",
        /// 1–4.
        season: Option<i64> => "季度",
        /// 深圳专场 …; empty for an ordinary one.
        special: String => "专场",
        held_on: Option<PartialDate> => "举办时间",
        /// 24-hour clock, HH:MM; empty while it is not fixed.
        starts_at: String => "开始时刻",
        status: SessionStatus => "状态",
        venue: String => "地点",
        organiser: String => "承办单位",
        /// As stated, with its unit: 千余人次.
        onsite: String => "现场参会",
        online: String => "在线观看",
        focus: Many<FourNew> => "四新",
        verify: String => "待核实",
        note: String => "备注",
        position: String => "顺序",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// A project is presented at a session.
    pub struct Presentation in "presentation" = 32, "发布项目", keys 1 {
        id: PresentationId => "标识",
        session_id: SessionId => "创意会",
        project_id: ProjectId => "项目",
        presenter: String => "发布人",
        minutes: Option<i64> => "时长（分钟）",
        expert_comments: String => "专家点评",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// What a unit answered on the spot.
    pub struct SessionReply in "session_reply" = 33, "现场答复", keys 1 {
        id: ReplyId => "标识",
        presentation_id: PresentationId => "发布项目",
        demand_id: Option<DemandId> => "需求",
        department_id: Option<DepartmentId> => "答复单位",
        text: String => "答复内容",
        due: Option<PartialDate> => "承诺时限",
        due_rule: String => "时限依据",
        /// The line as it was typed.
        typed: String => "原文",
        /// The task it became.
        task_id: Option<TaskId> => "任务",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// Something to prepare, counted back from the day in working days.
    pub struct SessionItem in "session_item" = 34, "筹备事项", keys 1 {
        id: Id => "标识",
        session_id: SessionId => "创意会",
        title: String => "事项",
        days_before: Option<i64> => "提前工作日",
        owner: String => "负责",
        done_on: Option<NaiveDate> => "完成日期",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// Somebody invited.
    pub struct SessionGuest in "session_guest" = 35, "参会人员", keys 1 {
        id: Id => "标识",
        session_id: SessionId => "创意会",
        kind: GuestKind => "类别",
        name: String => "姓名",
        post: String => "职务",
        organisation: String => "单位",
        expert_id: Option<ExpertId> => "专家",
        department_id: Option<DepartmentId> => "部门",
        enterprise_id: Option<EnterpriseId> => "企业",
        attendance: Attendance => "参会情况",
        seat: String => "席位",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}
