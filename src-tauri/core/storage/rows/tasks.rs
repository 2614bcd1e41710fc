//! Tasks with their links, dated facts, notes and dependencies, and the rules of their lights.

use chrono::NaiveDate;

use crate::demands::source::DemandSource;
use crate::departments::person_role::PersonRole;
use crate::ids::*;
use crate::partial_date::PartialDate;
use crate::storage::table::table;
use crate::tasks::status::TaskStatus;

table! {
    /// A task. Its status and its due date are dated facts in rows of their own; its percent is that of its notes.
    pub struct Task in "task" = 10, "任务", keys 1 {
        id: TaskId => "标识",
        project_id: Option<ProjectId> => "项目",
        enterprise_id: Option<EnterpriseId> => "企业",
        demand_id: Option<DemandId> => "需求",
        milestone_id: Option<MilestoneId> => "路线图节点",
        title: String => "重点任务",
        measure: String => "具体措施",
        deliverable: String => "成果",
        lead_department_id: Option<DepartmentId> => "牵头单位",
        start_on: Option<NaiveDate> => "开始日期",
        /// The rule the due date came from: 15个工作日自交办.
        due_rule: String => "时限依据",
        weight: i64 => "权重",
        assigned_on: Option<NaiveDate> => "交办日期",
        submitted_on: Option<NaiveDate> => "申请销号日期",
        closed_on: Option<NaiveDate> => "销号日期",
        note: String => "备注",
        position: String => "顺序",
        sample: bool => "示例",
        deleted: bool => "回收站",
        source: Option<DemandSource> => "任务来源",
    }
}

table! {
    /// An assisting unit of a task.
    pub struct TaskDepartment in "task_department" = 11, "配合单位", keys 2 {
        task_id: TaskId => "任务",
        department_id: DepartmentId => "配合单位",
        position: String => "顺序",
        deleted: bool => "移除",
    }
}

table! {
    /// A person responsible for a task.
    pub struct TaskPerson in "task_person" = 12, "责任人", keys 2 {
        task_id: TaskId => "任务",
        person_id: PersonId => "责任人",
        role: Option<PersonRole> => "角色",
        position: String => "顺序",
        deleted: bool => "移除",
    }
}

table! {
    /// From this day on a task has this status.
    pub struct TaskStatusFact in "task_status" = 13, "任务状态", keys 1 {
        id: Id => "标识",
        task_id: TaskId => "任务",
        on_day: NaiveDate => "日期",
        from_status: Option<TaskStatus> => "原状态",
        to_status: TaskStatus => "状态",
        reason: String => "理由",
        deleted: bool => "回收站",
        /// What shows that the work is done, for 待销号.
        evidence: String => "佐证",
    }
}

table! {
    /// From this day on a task is due then.
    pub struct TaskDueFact in "task_due" = 14, "完成时限", keys 1 {
        id: Id => "标识",
        task_id: TaskId => "任务",
        on_day: NaiveDate => "日期",
        old_due: Option<PartialDate> => "原时限",
        new_due: Option<PartialDate> => "完成时限",
        reason: String => "理由",
        deleted: bool => "回收站",
    }
}

table! {
    /// A progress note. A task's percent at a day is that of its latest note up to that day.
    pub struct Progress in "progress" = 15, "进展", keys 1 {
        id: Id => "标识",
        task_id: TaskId => "任务",
        as_of: NaiveDate => "截至日期",
        /// 0–100.
        percent: Option<i64> => "进度",
        done_text: String => "进展情况",
        problem: String => "存在问题",
        next_step: String => "下一步",
        need_coordination: bool => "需协调",
        reporter: String => "填报人",
        deleted: bool => "回收站",
    }
}

table! {
    /// A task that cannot begin before another is finished.
    pub struct TaskDependency in "task_dependency" = 42, "前置任务", keys 2 {
        task_id: TaskId => "任务",
        depends_on_id: TaskId => "前置任务",
        deleted: bool => "移除",
    }
}

table! {
    /// The bounds of the lights from a day on (domain.md §3.3); the shipped ones hold before the first.
    pub struct LightRule in "light_rule" = 43, "亮灯规则", keys 1 {
        id: LightRuleId => "标识",
        valid_from: NaiveDate => "启用日期",
        /// Percentage points: 滞后 above.
        behind_above: i64 => "滞后界限",
        /// Percentage points: 偏慢 from here on.
        slow_from: i64 => "偏慢界限",
        /// Working days: 临期 with at most so many left.
        due_soon_days: i64 => "临期天数",
        note: String => "说明",
        deleted: bool => "回收站",
    }
}
