//! The tables that travel, one row type each. What a column means: domain.md §1.5.

mod dispatch;
mod facts;
mod lists;
mod outcomes;
mod plans;
mod reviews;
mod sessions;
mod tasks;

pub use dispatch::*;
pub use facts::*;
pub use lists::*;
pub use outcomes::*;
pub use plans::*;
pub use reviews::*;
pub use sessions::*;
pub use tasks::*;

use chrono::NaiveDate;

use crate::action::Kind;
use crate::amount::Amount;
use crate::demands::category::DemandCategory;
use crate::demands::source::DemandSource;
use crate::demands::status::{DemandStatus, Satisfaction};
use crate::departments::kind::DepartmentKind;
use crate::departments::person_role::PersonRole;
use crate::enterprises::classification::{EnterpriseLabel, Ownership, SizeClass};
use crate::error::{Error, Result};
use crate::ids::*;
use crate::partial_date::PartialDate;
use crate::projects::classification::{FourNew, ListedFormat, ListedIndustry, ProblemKind, ProjectKind};
use crate::projects::phase::MilestonePhase;
use crate::projects::stage::Stage;
use crate::storage::shown::Many;
use crate::storage::table::{TableInfo, table};

table! {
    /// An enterprise.
    pub struct Enterprise in "enterprise" = 1, "企业", keys 1 {
        id: EnterpriseId => "标识",
        name_full: String => "企业名称",
        name_short: String => "简称",
        uscc: Option<String> => "统一社会信用代码",
        /// GB/T 2260 code.
        district: Option<String> => "区市",
        district_as_stated: String => "区市原文",
        address: String => "地址",
        size_class: Option<SizeClass> => "规模",
        ownership: Option<Ownership> => "所有制",
        labels: Many<EnterpriseLabel> => "称号",
        /// Persons.
        employees: Option<i64> => "从业人数",
        /// A year's.
        revenue: Option<Amount> => "年营业收入",
        verify: String => "待核实",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// Another name an enterprise goes by.
    pub struct EnterpriseAlias in "enterprise_alias" = 2, "企业别名", keys 1 {
        id: Id => "标识",
        enterprise_id: EnterpriseId => "企业",
        name: String => "别名",
        deleted: bool => "回收站",
    }
}

table! {
    /// A person of an enterprise to talk to.
    pub struct Contact in "contact" = 3, "联系人", keys 1 {
        id: ContactId => "标识",
        enterprise_id: EnterpriseId => "企业",
        name: String => "姓名",
        post: String => "职务",
        mobile: String => "手机",
        tel: String => "电话",
        is_primary: bool => "主要联系人",
        note: String => "备注",
        deleted: bool => "回收站",
    }
}

table! {
    /// A project.
    pub struct Project in "project" = 4, "项目", keys 1 {
        id: ProjectId => "标识",
        code: String => "项目编号",
        name: String => "项目名称",
        kind: Option<ProjectKind> => "项目类型",
        summary: String => "项目简介",
        four_new: Many<FourNew> => "四新",
        industry: Option<ListedIndustry> => "新技术新产业",
        format: Option<ListedFormat> => "新业态新模式",
        chain: String => "产业链",
        district: Option<String> => "区市",
        district_as_stated: String => "区市原文",
        investment: Option<Amount> => "总投资",
        stage: Stage => "阶段",
        lead_department_id: Option<DepartmentId> => "牵头单位",
        problems: Many<ProblemKind> => "问题类型",
        verify: String => "待核实",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
        work_group_id: Option<WorkGroupId> => "推进小组",
        /// The list of chains it was classified under.
        chain_version: String => "产业链版本",
    }
}

table! {
    /// An enterprise takes part in a project; one of them leads it.
    pub struct ProjectEnterprise in "project_enterprise" = 5, "参与企业", keys 2 {
        project_id: ProjectId => "项目",
        enterprise_id: EnterpriseId => "企业",
        is_lead: bool => "牵头企业",
        deleted: bool => "移除",
    }
}

table! {
    /// A unit that may be made responsible: a bureau, a district, a state-owned company …
    pub struct Department in "department" = 6, "单位", keys 1 {
        id: DepartmentId => "标识",
        short: String => "简称",
        full: String => "全称",
        kind: DepartmentKind => "类别",
        /// Place in 机构序列, a fractional index.
        position: String => "机构序列",
        valid_from: Option<NaiveDate> => "启用日期",
        valid_to: Option<NaiveDate> => "停用日期",
        tel: String => "电话",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
        /// The unit that took its place; old papers keep the old name.
        merged_into_id: Option<DepartmentId> => "并入单位",
    }
}

table! {
    /// Another name a unit goes by: full, old, colloquial.
    pub struct DepartmentAlias in "department_alias" = 7, "单位别名", keys 1 {
        id: Id => "标识",
        department_id: DepartmentId => "单位",
        name: String => "别名",
        deleted: bool => "回收站",
    }
}

table! {
    /// A person of a unit.
    pub struct Person in "person" = 8, "人员", keys 1 {
        id: PersonId => "标识",
        department_id: Option<DepartmentId> => "单位",
        name: String => "姓名",
        post: String => "职务",
        mobile: String => "手机",
        tel: String => "电话",
        role: Option<PersonRole> => "角色",
        note: String => "备注",
        sample: bool => "示例",
        deleted: bool => "回收站",
    }
}

table! {
    /// What a project or an enterprise needs.
    pub struct Demand in "demand" = 9, "需求", keys 1 {
        id: DemandId => "标识",
        project_id: Option<ProjectId> => "项目",
        enterprise_id: Option<EnterpriseId> => "企业",
        category: DemandCategory => "需求类别",
        text: String => "需求内容",
        /// Number and unit as stated: 120亩.
        quantity: String => "数量",
        raised_on: Option<NaiveDate> => "提出日期",
        source: Option<DemandSource> => "来源",
        source_date: Option<NaiveDate> => "来文日期",
        source_number: String => "来文字号",
        lead_department_id: Option<DepartmentId> => "牵头单位",
        due: Option<PartialDate> => "办结时限",
        status: DemandStatus => "办理状态",
        result: String => "办理结果",
        resolved_on: Option<NaiveDate> => "解决日期",
        satisfaction: Option<Satisfaction> => "满意度",
        verify: String => "待核实",
        note: String => "备注",
        position: String => "顺序",
        sample: bool => "示例",
        deleted: bool => "回收站",
        /// Raised when the project was presented there.
        presentation_id: Option<PresentationId> => "发布项目",
        /// The rule the time limit came from: 15个工作日自交办.
        due_rule: String => "时限依据",
    }
}

table! {
    /// A point of a project's road map.
    pub struct Milestone in "milestone" = 16, "路线图节点", keys 1 {
        id: MilestoneId => "标识",
        project_id: ProjectId => "项目",
        phase: MilestonePhase => "阶段",
        name: String => "节点",
        plan_on: Option<PartialDate> => "计划时间",
        actual_on: Option<NaiveDate> => "实际时间",
        note: String => "备注",
        position: String => "顺序",
        deleted: bool => "回收站",
    }
}

/// Every travelling table, by number.
pub const TABLES: &[TableInfo] = &[
    TableInfo::of::<Enterprise>(),
    TableInfo::of::<EnterpriseAlias>(),
    TableInfo::of::<Contact>(),
    TableInfo::of::<Project>(),
    TableInfo::of::<ProjectEnterprise>(),
    TableInfo::of::<Department>(),
    TableInfo::of::<DepartmentAlias>(),
    TableInfo::of::<Person>(),
    TableInfo::of::<Demand>(),
    TableInfo::of::<Task>(),
    TableInfo::of::<TaskDepartment>(),
    TableInfo::of::<TaskPerson>(),
    TableInfo::of::<TaskStatusFact>(),
    TableInfo::of::<TaskDueFact>(),
    TableInfo::of::<Progress>(),
    TableInfo::of::<Milestone>(),
    TableInfo::of::<Plan>(),
    TableInfo::of::<PlanText>(),
    TableInfo::of::<ProjectStageFact>(),
    TableInfo::of::<DemandStatusFact>(),
    TableInfo::of::<DemandVisit>(),
    TableInfo::of::<LibraryEntry>(),
    TableInfo::of::<Landing>(),
    TableInfo::of::<Evidence>(),
    TableInfo::of::<Outcome>(),
    TableInfo::of::<StatedFigure>(),
    TableInfo::of::<Submission>(),
    TableInfo::of::<Expert>(),
    TableInfo::of::<Review>(),
    TableInfo::of::<ReviewOpinion>(),
    TableInfo::of::<Session>(),
    TableInfo::of::<Presentation>(),
    TableInfo::of::<SessionReply>(),
    TableInfo::of::<SessionItem>(),
    TableInfo::of::<SessionGuest>(),
    TableInfo::of::<WorkGroup>(),
    TableInfo::of::<WorkGroupMember>(),
    TableInfo::of::<Attachment>(),
    TableInfo::of::<Snapshot>(),
    TableInfo::of::<DictionaryEntry>(),
    TableInfo::of::<CalendarDay>(),
    TableInfo::of::<TaskDependency>(),
    TableInfo::of::<LightRule>(),
    TableInfo::of::<PlanOpinion>(),
    TableInfo::of::<PlanTask>(),
    TableInfo::of::<PlanPaper>(),
    TableInfo::of::<Meeting>(),
    TableInfo::of::<MeetingItem>(),
    TableInfo::of::<Decision>(),
    TableInfo::of::<Supervision>(),
    TableInfo::of::<SupervisionStep>(),
    TableInfo::of::<Coordination>(),
    TableInfo::of::<SentSheet>(),
    TableInfo::of::<PaperTemplate>(),
];

/// A column that names a row of another table. Not enforced by the database (merge.md §7): checked at the action and
/// by 检查工作簿.
pub struct Reference {
    pub from: &'static str,
    pub column: &'static str,
    pub to: &'static str,
    /// The row is part of the other and follows it: into the recycle bin and back, without a mark of its own.
    pub part: bool,
    /// The row tells what happened to the other, and goes on telling it when the other lies in the recycle bin.
    pub record: bool,
}

const fn reference(from: &'static str, column: &'static str, to: &'static str) -> Reference {
    Reference { from, column, to, part: false, record: false }
}

const fn part(from: &'static str, column: &'static str, of: &'static str) -> Reference {
    Reference { from, column, to: of, part: true, record: false }
}

const fn record(from: &'static str, column: &'static str, of: &'static str) -> Reference {
    Reference { from, column, to: of, part: false, record: true }
}

/// Every reference between travelling tables.
pub const REFERENCES: &[Reference] = &[
    part("enterprise_alias", "enterprise_id", "enterprise"),
    part("contact", "enterprise_id", "enterprise"),
    reference("project", "lead_department_id", "department"),
    part("project_enterprise", "project_id", "project"),
    reference("project_enterprise", "enterprise_id", "enterprise"),
    part("department_alias", "department_id", "department"),
    reference("person", "department_id", "department"),
    reference("demand", "project_id", "project"),
    reference("demand", "enterprise_id", "enterprise"),
    reference("demand", "lead_department_id", "department"),
    reference("task", "project_id", "project"),
    reference("task", "enterprise_id", "enterprise"),
    reference("task", "demand_id", "demand"),
    reference("task", "milestone_id", "milestone"),
    reference("task", "lead_department_id", "department"),
    part("task_department", "task_id", "task"),
    reference("task_department", "department_id", "department"),
    part("task_person", "task_id", "task"),
    reference("task_person", "person_id", "person"),
    part("task_status", "task_id", "task"),
    part("task_due", "task_id", "task"),
    part("progress", "task_id", "task"),
    part("milestone", "project_id", "project"),
    reference("plan", "project_id", "project"),
    reference("plan", "enterprise_id", "enterprise"),
    part("plan_section", "plan_id", "plan"),
    part("project_stage_fact", "project_id", "project"),
    part("demand_status", "demand_id", "demand"),
    part("demand_visit", "demand_id", "demand"),
    part("library_entry", "project_id", "project"),
    part("landing", "project_id", "project"),
    part("evidence", "landing_id", "landing"),
    part("outcome", "project_id", "project"),
    reference("outcome", "demand_id", "demand"),
    reference("outcome", "task_id", "task"),
    part("stated_figure", "project_id", "project"),
    part("submission", "project_id", "project"),
    part("review", "project_id", "project"),
    part("review_opinion", "review_id", "review"),
    reference("review_opinion", "expert_id", "expert"),
    part("presentation", "session_id", "session"),
    reference("presentation", "project_id", "project"),
    part("session_reply", "presentation_id", "presentation"),
    reference("session_reply", "demand_id", "demand"),
    reference("session_reply", "department_id", "department"),
    reference("session_reply", "task_id", "task"),
    part("session_item", "session_id", "session"),
    part("session_guest", "session_id", "session"),
    reference("session_guest", "expert_id", "expert"),
    reference("session_guest", "department_id", "department"),
    reference("session_guest", "enterprise_id", "enterprise"),
    reference("work_group", "leader_id", "person"),
    part("work_group_member", "work_group_id", "work_group"),
    reference("work_group_member", "department_id", "department"),
    reference("work_group_member", "person_id", "person"),
    reference("project", "work_group_id", "work_group"),
    reference("demand", "presentation_id", "presentation"),
    reference("department", "merged_into_id", "department"),
    part("task_dependency", "task_id", "task"),
    reference("task_dependency", "depends_on_id", "task"),
    part("plan_opinion", "plan_id", "plan"),
    reference("plan_opinion", "department_id", "department"),
    part("plan_task", "plan_id", "plan"),
    record("plan_task", "task_id", "task"),
    part("plan_paper", "plan_id", "plan"),
    part("meeting_item", "meeting_id", "meeting"),
    record("meeting_item", "task_id", "task"),
    record("meeting_item", "project_id", "project"),
    part("decision", "meeting_item_id", "meeting_item"),
    part("decision", "coordination_id", "coordination"),
    reference("decision", "department_id", "department"),
    record("decision", "task_id", "task"),
    record("decision", "supervision_id", "supervision"),
    record("supervision", "task_id", "task"),
    record("supervision", "demand_id", "demand"),
    record("supervision", "meeting_id", "meeting"),
    reference("supervision", "department_id", "department"),
    part("supervision_step", "supervision_id", "supervision"),
    record("coordination", "project_id", "project"),
    record("coordination", "task_id", "task"),
    record("coordination", "demand_id", "demand"),
    record("coordination", "meeting_id", "meeting"),
    reference("sent_sheet", "department_id", "department"),
];

/// A travelling table by its name.
pub fn by_name(name: &str) -> Result<&'static TableInfo> {
    TABLES.iter().find(|table| table.name == name).ok_or_else(|| Error::internal(format!("no table {name}")))
}

/// A travelling table by its number.
pub fn by_number(number: i64) -> Result<&'static TableInfo> {
    TABLES.iter().find(|table| table.number == number).ok_or_else(|| Error::internal(format!("no table {number}")))
}

/// The names of all travelling tables, for the session.
pub fn names() -> Vec<&'static str> {
    TABLES.iter().map(|table| table.name).collect()
}

/// What kind of thing a change to a table is a change of, for the window.
pub fn kind_of(table: &str) -> Kind {
    match table {
        "enterprise" | "enterprise_alias" => Kind::Enterprise,
        "contact" => Kind::Contact,
        "project" | "project_enterprise" | "project_stage_fact" => Kind::Project,
        "department" | "department_alias" => Kind::Department,
        "person" => Kind::Person,
        "demand" | "demand_status" | "demand_visit" => Kind::Demand,
        "task" | "task_department" | "task_person" | "task_status" | "task_due" | "task_dependency" => Kind::Task,
        "progress" => Kind::Progress,
        "milestone" => Kind::Milestone,
        "plan" | "plan_section" | "plan_opinion" | "plan_task" | "plan_paper" => Kind::Plan,
        "library_entry" => Kind::Library,
        "landing" | "evidence" => Kind::Landing,
        "outcome" => Kind::Outcome,
        "stated_figure" => Kind::StatedFigure,
        "submission" => Kind::Submission,
        "expert" => Kind::Expert,
        "review" | "review_opinion" => Kind::Review,
        "session" | "session_item" | "session_guest" => Kind::Session,
        "presentation" | "session_reply" => Kind::Presentation,
        "work_group" | "work_group_member" => Kind::WorkGroup,
        "attachment" => Kind::Attachment,
        "snapshot" => Kind::Snapshot,
        "dictionary_entry" => Kind::Dictionary,
        "calendar_day" => Kind::Calendar,
        "light_rule" => Kind::LightRule,
        "meeting" | "meeting_item" | "decision" => Kind::Meeting,
        "supervision" | "supervision_step" => Kind::Supervision,
        "coordination" => Kind::Coordination,
        "sent_sheet" => Kind::SentSheet,
        "paper_template" => Kind::Template,
        _ => Kind::Workbook,
    }
}
