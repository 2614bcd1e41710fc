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
