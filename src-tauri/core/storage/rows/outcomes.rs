//! What came of projects: 重点项目库, 落地认定, 成效, and figures others stated.

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::ids::*;
use crate::outcomes::kind::{LandingBasis, OutcomeKind};
use crate::storage::table::table;

table! {
    /// A project is in 重点项目库 from `in_on` until before `out_on`, whatever its stage.
    pub struct LibraryEntry in "library_entry" = 22, "重点项目库", keys 1 {
        id: LibraryEntryId => "标识",
        project_id: ProjectId => "项目",
        in_on: NaiveDate => "入库日期",
        out_on: Option<NaiveDate> => "出库日期",
        in_reason: String => "入库理由",
        out_reason: String => "出库理由",
        batch: String => "批次",
        deleted: bool => "回收站",
    }
}

table! {
    /// 落地认定: active from `landed_on` until before `revoked_on`.
    pub struct Landing in "landing" = 23, "落地认定", keys 1 {
        id: LandingId => "标识",
        project_id: ProjectId => "项目",
        basis: LandingBasis => "认定依据",
        landed_on: NaiveDate => "落地日期",
        decided_by: String => "认定单位",
        note: String => "说明",
        revoked_on: Option<NaiveDate> => "撤销日期",
        revoke_reason: String => "撤销理由",
        deleted: bool => "回收站",
    }
}

table! {
    /// One piece of evidence for a landing; its files are attachments of this row.
    pub struct Evidence in "evidence" = 24, "佐证", keys 1 {
        id: EvidenceId => "标识",
        landing_id: LandingId => "落地认定",
        text: String => "佐证说明",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// 成效 of a project.
    pub struct Outcome in "outcome" = 25, "成效", keys 1 {
        id: OutcomeId => "标识",
        project_id: ProjectId => "项目",
        demand_id: Option<DemandId> => "需求",
        task_id: Option<TaskId> => "任务",
        kind: OutcomeKind => "成效类别",
        /// With qualifier and certainty; 意向 is never added to 合同.
        amount: Option<Amount> => "金额",
        counterparty: String => "合作方",
        on_day: Option<NaiveDate> => "日期",
        source_text: String => "原文",
        verify: String => "待核实",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// 引述数: a figure somebody stated. Shown as stated; never summed, divided or sorted as a number.
    pub struct StatedFigure in "stated_figure" = 26, "引述数", keys 1 {
        id: StatedFigureId => "标识",
        name: String => "名称",
        /// What it covers: 六场创意会合计.
        scope: String => "口径",
        as_of: Option<NaiveDate> => "截至日期",
        /// When it is money.
        amount: Option<Amount> => "金额",
        /// 人次, 元 …
        unit: String => "单位",
        /// As stated: 超200亿元.
        text: String => "原文",
        source: String => "来源",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
        /// Of one project; none for a figure of the whole work.
        project_id: Option<ProjectId> => "项目",
    }
}
