//! The phrases of 实施方案, and what is said about it.

/// Heads of 责任分工表 (domain.md §3.2).
pub const DUTY_COLUMNS: [&str; 8] =
    ["序号", "重点任务", "具体措施", "牵头单位", "责任（配合）单位", "责任人", "完成时限", "备注"];
/// Heads of 时间表.
pub const TIMETABLE_COLUMNS: [&str; 6] = ["序号", "重点任务", "牵头单位", "开始时间", "完成时限", "状态"];
/// Heads of 路线图.
pub const ROADMAP_COLUMNS: [&str; 5] = ["序号", "阶段", "节点", "计划时间", "实际时间"];
/// Heads of 联系表.
pub const CONTACT_COLUMNS: [&str; 5] = ["序号", "单位", "姓名", "职务", "联系电话"];

/// What of a plan's head is compared.
pub const HEAD_FIELDS: [&str; 4] = ["标题", "署名", "成文日期", "发文字号"];
/// What of a task is compared.
pub const TASK_FIELDS: [&str; 8] =
    ["重点任务", "具体措施", "牵头单位", "配合单位", "责任人", "开始日期", "完成时限", "阶段"];

/// The title of 一项目一策.
pub fn project_title(enterprise: &str, project: &str) -> String {
    let project = project.trim_matches(['“', '”']);
    match enterprise.is_empty() {
        true => format!("关于推进“{project}”创意项目落地的实施方案"),
        false => format!("关于推进{enterprise}“{project}”创意项目落地的实施方案"),
    }
}

/// The title of 一企一策.
pub fn enterprise_title(enterprise: &str) -> String {
    format!("关于推进{enterprise}创意项目落地的实施方案")
}

/// The kind of paper, in file names.
pub fn kind_of_paper() -> &'static str {
    "实施方案"
}

/// ××牵头.
pub fn led_by(lead: &str) -> String {
    format!("{lead}牵头")
}

/// ××牵头，××、××配合.
pub fn led_and_assisted(lead: &str, assisting: &str) -> String {
    format!("{lead}牵头，{assisting}配合")
}

/// ××配合.
pub fn assisted_by(assisting: &str) -> String {
    format!("{assisting}配合")
}

/// 2021年6月底前完成; 长期坚持 stands by itself.
pub fn to_be_done(due: &str) -> String {
    if due.starts_with("长期") { due.to_string() } else { format!("{due}完成") }
}

/// 用地需求.
pub fn need_of(category: &str) -> String {
    format!("{category}需求")
}

/// Tasks that serve no demand in particular.
pub fn other_tasks() -> &'static str {
    "其他推进事项"
}

/// A heading of one of several projects.
pub fn of_project(project: &str, heading: &str) -> String {
    format!("“{}”{heading}", project.trim_matches(['“', '”']))
}

/// 位于城阳区.
pub fn located_in(district: &str) -> String {
    format!("位于{district}")
}

/// 为大型民营企业.
pub fn is_a(kind: &str) -> String {
    format!("为{kind}企业")
}

/// 现有从业人员360人.
pub fn employs(persons: i64) -> String {
    format!("现有从业人员{persons}人")
}

/// 年营业收入超2亿元.
pub fn earns(amount: &str) -> String {
    format!("年营业收入{amount}")
}

/// 为专精特新、瞪羚企业.
pub fn holds(labels: &str) -> String {
    format!("获评{labels}企业")
}

/// “××”项目.
pub fn project_named(name: &str) -> String {
    format!("“{}”项目", name.trim_matches(['“', '”']))
}

/// 总投资超2亿元.
pub fn costs(amount: &str) -> String {
    format!("总投资{amount}")
}

/// 属于医养健康领域.
pub fn belongs_to(industry: &str) -> String {
    format!("属于{industry}领域")
}

/// 市××局牵头负责…….
pub fn leads(unit: &str, tasks: &str) -> String {
    format!("{unit}牵头负责{tasks}。")
}

/// 2021年3月底前完成备案.
pub fn node_by(time: &str, node: &str) -> String {
    format!("{time}{node}")
}

/// 前期阶段：…….
pub fn phase_with(phase: &str, nodes: &str) -> String {
    format!("{phase}阶段：{nodes}。")
}

/// Where a task stands on paper.
pub fn duty_row(row: usize) -> String {
    format!("附件1 第{row}行")
}

/// The table of tasks.
pub fn duty_table() -> &'static str {
    "附件1 责任分工表"
}

/// The head of a plan.
pub fn head() -> &'static str {
    "标题与署名"
}

/// Neither a project nor an enterprise.
pub fn plan_of_whom() -> &'static str {
    "请说明是哪个项目或哪家企业的实施方案"
}

/// Issued papers stay as they are.
pub fn plan_not_editable(status: &str) -> String {
    format!("这份方案{status}，不能再改；需要调整请修订为新版本")
}

/// Another format.
pub fn only_word(ending: &str) -> String {
    format!("实施方案导出为 Word 文件（.docx），不能存为 .{ending}")
}

/// The program was built without the preview.
pub fn no_preview() -> &'static str {
    "这个版本不带版面预览，请导出 Word 查看"
}

/// What is being done.
pub fn exporting() -> &'static str {
    "正在导出"
}

/// Where to read more about missing fonts.
pub fn fonts_beside() -> &'static str {
    "预览旁“怎么办”里有办法"
}

/// The field.
pub fn issued_on() -> &'static str {
    "印发日期"
}

/// The field.
pub fn repealed_on() -> &'static str {
    "作废日期"
}

/// The field.
pub fn repeal_reason() -> &'static str {
    "作废理由"
}

/// The field.
pub fn verdict() -> &'static str {
    "采纳情况"
}

/// The field.
pub fn verdict_reason() -> &'static str {
    "理由"
}

/// What is missing, for 检查工作簿 and where it is asked for.
pub fn issued_paper() -> &'static str {
    "印发稿"
}

/// The step.
pub fn consultation() -> &'static str {
    "征求意见"
}

/// The answer.
pub fn no_opinion() -> &'static str {
    "无意见"
}

/// What was begun.
pub fn nth_version(version: i64) -> String {
    format!("实施方案第{version}版")
}

/// 缺责任人：供电增容.
pub fn finding(kind: &str, about: &str) -> String {
    if about.is_empty() { kind.to_string() } else { format!("{kind}：{about}") }
}

/// What is missing must be seen before a version is issued.
pub fn confirm_findings(count: usize, said: &[String]) -> String {
    let shown = said.iter().take(5).cloned().collect::<Vec<_>>().join("；");
    let more = if count > 5 { "……" } else { "" };
    format!("有 {count} 处需要先处理：{shown}{more}。处理后再印发，或确认“已知悉，仍然印发”")
}

/// Already issued, or repealed.
pub fn cannot_issue(status: &str) -> String {
    format!("这一版{status}，不能再印发；需要调整请修订为新版本")
}

/// Not one of the steps.
pub fn cannot_step(from: &str, to: &str) -> String {
    format!("这一版正处于“{from}”，不能直接转到“{to}”")
}

/// Only what was issued can be revised.
pub fn cannot_revise(status: &str) -> String {
    format!("这一版正处于“{status}”，可以直接修改，不必修订为新版本")
}

/// A newer version is there.
pub fn newer_version(version: i64, status: &str) -> String {
    format!("已有第{version}版（{status}），请在那一版上继续")
}

/// Only what was issued can be repealed.
pub fn cannot_repeal(status: &str) -> String {
    format!("这一版正处于“{status}”，没有印发过或已经作废，不需要作废；不要的草稿可以删除")
}

/// Papers that went out stay.
pub fn issued_is_not_deleted(status: &str) -> String {
    format!("这一版{status}，不能删除；不再执行请作废并写明理由")
}

/// The day of repeal is neither before it was issued nor to come.
pub fn repealed_when(on: chrono::NaiveDate) -> String {
    format!("作废日期 {on} 应在印发之后、今天或以前")
}

/// A paper is not issued tomorrow.
pub fn issued_in_future(on: chrono::NaiveDate) -> String {
    format!("印发日期 {on} 还没有到，请填今天或以前的日期")
}

/// Versions follow one another.
pub fn issued_before_former(on: chrono::NaiveDate, former: chrono::NaiveDate) -> String {
    format!("印发日期 {on} 早于上一版的 {former}，请核对")
}

/// The day is asked for when it is issued.
pub fn not_issued_yet(status: &str) -> String {
    format!("这一版正处于“{status}”，印发时再填印发日期")
}

/// Nobody was chosen.
pub fn consult_whom() -> &'static str {
    "请选择征求哪些单位的意见"
}

/// No day was given.
pub fn consult_until_when() -> &'static str {
    "请填写反馈时限，如 3月5日"
}

/// The day is past.
pub fn answer_due_is_past(due: chrono::NaiveDate) -> String {
    format!("反馈时限 {due} 已经过去，请填今天或以后的日期")
}

/// The day cannot be.
pub fn answered_when(asked: chrono::NaiveDate, today: chrono::NaiveDate) -> String {
    format!("反馈日期应在 {asked} 征求之后、{today} 或以前")
}

/// An answer has a day.
pub fn answer_has_words() -> &'static str {
    "已有意见内容，反馈日期不能空着；没有反馈请先清空意见"
}

/// The unit had none.
pub fn nothing_to_decide(unit: &str) -> String {
    format!("{unit}还没有意见，请先填写意见内容")
}

/// Why not, or why only in part.
pub fn verdict_needs_reason(unit: &str, verdict: &str) -> String {
    format!("{unit}的意见{verdict}，请写明理由")
}
