//! What is said about demands.

use chrono::NaiveDate;

use crate::demands::transitions::Need;

/// Neither a project nor an enterprise.
pub fn demand_of_whom() -> &'static str {
    "请说明是哪个项目或哪家企业的需求"
}

/// Several demands at once.
pub fn so_many_demands(count: usize) -> String {
    format!("{count} 项需求")
}

/// Not a step of the table.
pub fn demand_step_not_allowed(from: &str, to: &str, allowed: &str) -> String {
    match allowed.is_empty() {
        true => format!("这项需求已是“{from}”，不能再改为“{to}”"),
        false => format!("现在是“{from}”，不能直接改为“{to}”；可以改为：{allowed}"),
    }
}

/// Nothing to split into.
pub fn no_steps() -> &'static str {
    "请至少写一个步骤"
}

/// 其他 without words.
pub fn other_needs_words() -> &'static str {
    "类别为“其他”的需求，请先写明需求内容或备注"
}

/// What a step lacks, all of it.
pub fn demand_step_lacks(to: &str, needs: &str) -> String {
    format!("改为“{to}”还差：{needs}")
}

/// One thing a step lacks.
pub fn demand_need(need: Need) -> &'static str {
    match need {
        Need::Lead => "先写牵头单位",
        Need::Result => "写明办理结果",
        Need::Basis => "写明为什么无法解决（政策依据）",
        Need::Dissatisfied => "写明企业哪里不满意，或先登记一次“不满意”的回访",
        Need::Visit => "先登记一次企业满意或基本满意的回访",
    }
}

/// A step dated before the demand was raised.
pub fn before_raised(on: NaiveDate, raised_on: NaiveDate) -> String {
    format!("日期 {on} 早于提出日期 {raised_on}；请改用提出日期或以后的日期")
}

/// A 回访 in which nothing was answered.
pub fn visit_without_answer() -> &'static str {
    "请选择回访的满意度：满意、基本满意或不满意"
}

/// A 回访 by name.
pub fn visit_of(name: &str) -> String {
    format!("“{name}”的回访")
}

/// A 回访 and the step taken with it.
pub fn visit_and_step(to: &str, name: &str) -> String {
    format!("“{name}”的回访，转为{to}")
}

/// A closed demand rests on a 回访.
pub fn closed_needs_visit() -> &'static str {
    "这项需求已销号，要留着最近一次满意或基本满意的回访；需要更改请先撤销销号"
}

/// 满意度 follows the visits.
pub fn satisfaction_follows_visits() -> &'static str {
    "满意度以最近一次回访为准；请在回访记录里修改或删除"
}

/// A result that a status claims may not be emptied.
pub fn result_is_claimed(status: &str) -> String {
    format!("这项需求已是“{status}”，办理结果不能清空")
}

/// A time limit as it can be typed.
pub fn so_many_working_days(days: i32) -> String {
    format!("{days}个工作日")
}
