//! Dated facts of projects and demands: how things stood on a day is told from these alone (domain.md §1.7).

use chrono::NaiveDate;

use crate::demands::status::{DemandStatus, Satisfaction};
use crate::ids::*;
use crate::projects::stage::Stage;
use crate::storage::table::table;

table! {
    /// From this day on a project stands at this stage.
    pub struct ProjectStageFact in "project_stage_fact" = 19, "项目阶段", keys 1 {
        id: Id => "标识",
        project_id: ProjectId => "项目",
        on_day: NaiveDate => "日期",
        from_stage: Option<Stage> => "原阶段",
        to_stage: Stage => "阶段",
        reason: String => "理由",
        /// When work is expected to go on, for 暂缓.
        resume_on: Option<NaiveDate> => "预计恢复日期",
        deleted: bool => "回收站",
    }
}

table! {
    /// From this day on a demand has this status.
    pub struct DemandStatusFact in "demand_status" = 20, "需求状态", keys 1 {
        id: Id => "标识",
        demand_id: DemandId => "需求",
        on_day: NaiveDate => "日期",
        from_status: Option<DemandStatus> => "原状态",
        to_status: DemandStatus => "状态",
        reason: String => "理由",
        deleted: bool => "回收站",
    }
}

table! {
    /// 回访: the enterprise was asked whether it is satisfied.
    pub struct DemandVisit in "demand_visit" = 21, "回访", keys 1 {
        id: Id => "标识",
        demand_id: DemandId => "需求",
        on_day: NaiveDate => "回访日期",
        /// 电话, 上门 …
        manner: String => "回访方式",
        satisfaction: Satisfaction => "满意度",
        text: String => "回访意见",
        visitor: String => "回访人",
        deleted: bool => "回收站",
    }
}
