//! Plans: the version that is worked on, the opinions asked for it, and what 印发 froze.

use chrono::NaiveDate;

use crate::ids::*;
use crate::partial_date::PartialDate;
use crate::plans::outline::PlanSection;
use crate::plans::status::{OpinionVerdict, PlanKind, PlanStatus};
use crate::storage::table::{Bytes, table};

table! {
    /// An implementation plan of a project or of an enterprise.
    pub struct Plan in "plan" = 17, "实施方案", keys 1 {
        id: PlanId => "标识",
        project_id: Option<ProjectId> => "项目",
        enterprise_id: Option<EnterpriseId> => "企业",
        kind: PlanKind => "类别",
        version: i64 => "版本",
        status: PlanStatus => "状态",
        title: String => "标题",
        document_number: String => "发文字号",
        signer: String => "署名",
        dated: Option<NaiveDate> => "成文日期",
        issued_on: Option<NaiveDate> => "印发日期",
        sample: bool => "示例",
        deleted: bool => "回收站",
        repealed_on: Option<NaiveDate> => "废止日期",
        repeal_reason: String => "废止理由",
    }
}

table! {
    /// One section of a plan.
    pub struct PlanText in "plan_section" = 18, "方案章节", keys 1 {
        id: Id => "标识",
        plan_id: PlanId => "实施方案",
        part: PlanSection => "章节",
        heading: String => "标题",
        text: String => "正文",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// 征求意见: a unit that was asked about a version, and what it answered.
    pub struct PlanOpinion in "plan_opinion" = 44, "征求意见", keys 1 {
        id: PlanOpinionId => "标识",
        plan_id: PlanId => "实施方案",
        department_id: DepartmentId => "单位",
        asked_on: Option<NaiveDate> => "征求日期",
        due: Option<NaiveDate> => "反馈时限",
        answered_on: Option<NaiveDate> => "反馈日期",
        text: String => "意见",
        /// None until it was decided, or when the unit had none.
        verdict: Option<OpinionVerdict> => "采纳情况",
        reason: String => "理由",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// A task as it stood when its plan was issued: the baseline of the Gantt. Names are copied, not linked.
    pub struct PlanTask in "plan_task" = 45, "方案任务", keys 1 {
        id: Id => "标识",
        plan_id: PlanId => "实施方案",
        task_id: TaskId => "任务",
        title: String => "重点任务",
        measure: String => "具体措施",
        lead: String => "牵头单位",
        assisting: String => "配合单位",
        persons: String => "责任人",
        start_on: Option<NaiveDate> => "开始日期",
        due: Option<PartialDate> => "完成时限",
        phase: String => "阶段",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// The paper of an issued version; its bytes lie in `attachment_chunk` by hash.
    pub struct PlanPaper in "plan_paper" = 46, "印发稿", keys 1 {
        id: Id => "标识",
        plan_id: PlanId => "实施方案",
        name: String => "文件名",
        sha256: Bytes => "校验值",
        bytes: i64 => "字节数",
        /// The paper's paragraphs and tables as JSON, to compare and to draw without the data of then.
        content: String => "内容",
        made_on: NaiveDate => "生成日期",
        /// When it left the room; from then on 印发 cannot be undone (domain.md §1.8).
        exported_on: Option<NaiveDate> => "导出日期",
        deleted: bool => "回收站",
    }
}
