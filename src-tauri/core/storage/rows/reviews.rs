//! 征集 and 评审论证.

use chrono::NaiveDate;

use crate::ids::*;
use crate::reviews::conclusion::{Conclusion, ExpertKind, ReviewKind};
use crate::storage::table::table;
use crate::submissions::screening::{Channel, Screening};

table! {
    /// How a project came in, and what 初筛 said.
    pub struct Submission in "submission" = 27, "征集", keys 1 {
        id: SubmissionId => "标识",
        project_id: ProjectId => "项目",
        received_on: NaiveDate => "收到日期",
        channel: Channel => "来源渠道",
        /// GB/T 2260 code of the district that recommends it.
        district: Option<String> => "推荐区市",
        filled_by: String => "填报人",
        /// Which call it answers: 2021年第一季.
        batch: String => "征集批次",
        file_name: String => "来件文件",
        screening: Screening => "初筛结果",
        screened_on: Option<NaiveDate> => "初筛日期",
        screening_note: String => "初筛意见",
        deleted: bool => "回收站",
    }
}

table! {
    /// Somebody who reviews.
    pub struct Expert in "expert" = 28, "专家", keys 1 {
        id: ExpertId => "标识",
        name: String => "姓名",
        organisation: String => "单位",
        post: String => "职务职称",
        field: String => "专业领域",
        kind: ExpertKind => "专家类别",
        mobile: String => "手机",
        tel: String => "电话",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// One round of review of a project.
    pub struct Review in "review" = 29, "评审论证", keys 1 {
        id: ReviewId => "标识",
        project_id: ProjectId => "项目",
        /// 1, 2 …
        round: i64 => "轮次",
        kind: ReviewKind => "评审方式",
        held_on: Option<NaiveDate> => "评审日期",
        /// The third party that runs it, if one does.
        organiser: String => "组织机构",
        conclusion: Option<Conclusion> => "结论",
        opinion: String => "论证意见",
        to_change: String => "修改要求",
        how_met: String => "修改情况",
        met_on: Option<NaiveDate> => "修改完成日期",
        note: String => "备注",
        deleted: bool => "回收站",
    }
}

table! {
    /// What one expert said in a round. Scores 0–100 for 创意好, 论证实, 可落地, each optional.
    pub struct ReviewOpinion in "review_opinion" = 30, "专家意见", keys 1 {
        id: OpinionId => "标识",
        review_id: ReviewId => "评审论证",
        expert_id: ExpertId => "专家",
        score_idea: Option<i64> => "创意好分",
        score_argument: Option<i64> => "论证实分",
        score_feasible: Option<i64> => "可落地分",
        text_idea: String => "创意好意见",
        text_argument: String => "论证实意见",
        text_feasible: String => "可落地意见",
        /// On the whole.
        text: String => "总体意见",
        advice: Option<Conclusion> => "建议",
        /// Stands aside (回避).
        declined: bool => "回避",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}
