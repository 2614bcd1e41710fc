//! 推进小组, attachments, kept figures, and the reference lists staff may edit.

use chrono::NaiveDate;

use crate::calendar::DayKind;
use crate::dictionaries::list::DictionaryList;
use crate::ids::*;
use crate::papers::PaperKind;
use crate::storage::table::{Bytes, table};

table! {
    /// 推进小组 of a domain.
    pub struct WorkGroup in "work_group" = 36, "推进小组", keys 1 {
        id: WorkGroupId => "标识",
        name: String => "名称",
        domain: String => "领域",
        leader_id: Option<PersonId> => "组长",
        note: String => "备注",
        position: String => "顺序",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// A member of a 推进小组: a unit, a person, or a person of a unit.
    pub struct WorkGroupMember in "work_group_member" = 37, "小组成员", keys 1 {
        id: Id => "标识",
        work_group_id: WorkGroupId => "推进小组",
        department_id: Option<DepartmentId> => "单位",
        person_id: Option<PersonId> => "人员",
        role: String => "职责",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// A file of a record. The bytes lie in the workbook once per content, outside the journal.
    pub struct Attachment in "attachment" = 38, "附件", keys 1 {
        id: AttachmentId => "标识",
        /// The record it belongs to, of whatever kind.
        owner: Id => "所属",
        sha256: Bytes => "校验值",
        name: String => "文件名",
        mime: String => "类型",
        bytes: i64 => "大小",
        taken_on: Option<NaiveDate> => "拍摄日期",
        caption: String => "说明",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// 通报快照: figures as they were reported; reopened unchanged.
    pub struct Snapshot in "snapshot" = 39, "通报快照", keys 1 {
        id: SnapshotId => "标识",
        title: String => "名称",
        as_of: NaiveDate => "数据截至",
        definition_version: i64 => "口径版本",
        /// JSON of every figure.
        figures: String => "数据",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// An entry of a reference list.
    pub struct DictionaryEntry in "dictionary_entry" = 40, "字典", keys 1 {
        id: DictionaryEntryId => "标识",
        list: DictionaryList => "列表",
        /// Of which list it is: 13条产业链（2020—2021）.
        version: String => "版本",
        code: String => "代码",
        name: String => "名称",
        /// What the entry sets, if it sets something: working days of a source.
        value: String => "取值",
        valid_from: Option<NaiveDate> => "启用日期",
        valid_to: Option<NaiveDate> => "停用日期",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

table! {
    /// A day off, or a working day at a weekend, of an imported calendar. Its id is made of the day, so that two
    /// laptops that import the same calendar hold the same rows.
    pub struct CalendarDay in "calendar_day" = 41, "日历", keys 1 {
        id: Id => "标识",
        on_day: NaiveDate => "日期",
        kind: DayKind => "休班",
        name: String => "节日",
        source: String => "来源",
        deleted: bool => "回收站",
    }
}

table! {
    /// A template of the bureau's own that stands in the place of a paper's layout; its bytes lie in
    /// `attachment_chunk` by hash.
    pub struct PaperTemplate in "paper_template" = 54, "文书模板", keys 1 {
        id: Id => "标识",
        paper: PaperKind => "文书",
        name: String => "文件名",
        sha256: Bytes => "校验值",
        bytes: i64 => "字节数",
        set_on: NaiveDate => "启用日期",
        deleted: bool => "回收站",
    }
}
