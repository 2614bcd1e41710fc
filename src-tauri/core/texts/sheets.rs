//! What sheets of Excel say, going out and coming back.

use chrono::NaiveDate;

/// 序号.
pub const NUMBER: &str = "序号";
/// The foot of a printed page, in Excel's codes.
pub const FOOTER: &str = "&C第 &P 页，共 &N 页";
/// What a unit writes where help is needed.
pub const YES: &str = "是";
/// … and where it is not.
pub const NO: &str = "否";

/// Headings of lists.
pub mod head {
    pub const SAMPLE: &str = "示例";
    pub const TASK: &str = "重点任务";
    pub const MEASURE: &str = "具体措施";
    pub const DELIVERABLE: &str = "成果";
    pub const PROJECT: &str = "项目名称";
    pub const ENTERPRISE: &str = "企业名称";
    pub const LEAD: &str = "牵头单位";
    pub const ASSISTING: &str = "配合单位";
    pub const PERSONS: &str = "责任人";
    pub const START_ON: &str = "开始日期";
    pub const DUE: &str = "完成时限";
    pub const BASELINE: &str = "比印发方案";
    pub const PERCENT: &str = "进度";
    pub const STATUS: &str = "状态";
    pub const LIGHT: &str = "亮灯";
    pub const PROGRESS: &str = "进展情况";
    pub const DEMAND: &str = "需求";
    pub const MILESTONE: &str = "路线图节点";
    pub const NOTE: &str = "备注";
    pub const CODE: &str = "项目编号";
    pub const DISTRICT: &str = "区市";
    pub const INVESTMENT: &str = "总投资";
    pub const STAGE: &str = "阶段";
    pub const OPEN_TASKS: &str = "未办结任务";
    pub const OVERDUE_TASKS: &str = "逾期任务";
    pub const NEXT_NODE: &str = "下一节点";
    pub const NEXT_DUE: &str = "最近时限";
    pub const VERIFY: &str = "待核实";
    pub const SHORT: &str = "简称";
    pub const FULL: &str = "全称";
    pub const PROJECTS: &str = "项目数";
    pub const OPEN_DEMANDS: &str = "未办结需求";
    pub const CATEGORY: &str = "需求类别";
    pub const QUANTITY: &str = "数量";
    pub const SOURCE: &str = "来源";
    pub const RAISED_ON: &str = "提出日期";
    pub const RESULT: &str = "办理结果";
    pub const RESOLVED_ON: &str = "解决日期";
    pub const SATISFACTION: &str = "满意度";
    pub const TASKS: &str = "任务数";
    pub const BATCH: &str = "批次";
    pub const IN_ON: &str = "入库日期";
    pub const IN_REASON: &str = "入库说明";
    pub const OUT_ON: &str = "出库日期";
    pub const OUT_REASON: &str = "出库理由";
    pub const LANDED_ON: &str = "落地日期";
    pub const BASIS: &str = "落地依据";
    pub const OUTCOME: &str = "成效类别";
    pub const AMOUNT: &str = "金额";
    pub const CERTAINTY: &str = "落实程度";
    pub const COUNTERPARTY: &str = "合作方";
    pub const DAY: &str = "日期";
    pub const SOURCE_TEXT: &str = "原文";
    pub const IDEA: &str = "创意名称";
    pub const SUMMARY: &str = "内容摘要";
    pub const RECEIVED_ON: &str = "收到日期";
    pub const CHANNEL: &str = "征集渠道";
    pub const SCREENING: &str = "初筛";
    pub const SCREENING_NOTE: &str = "初筛意见";
    pub const ROUNDS: &str = "评审轮次";
    pub const PERSON: &str = "姓名";
    pub const ORGANISATION: &str = "工作单位";
    pub const POST: &str = "职务职称";
    pub const FIELD: &str = "专业领域";
    pub const KIND: &str = "类别";
    pub const MOBILE: &str = "手机";
    pub const TEL: &str = "电话";
    pub const LAST_REVIEW: &str = "最近评审";
    pub const SESSION_NUMBER: &str = "场次";
    pub const THEME: &str = "主题";
    pub const SPECIAL: &str = "专场";
    pub const HELD_ON: &str = "召开日期";
    pub const VENUE: &str = "地点";
    pub const FOUR_NEW: &str = "四新";
    pub const PRESENTED: &str = "发布项目";
    pub const RAISED: &str = "提出需求";
    pub const REPLIES: &str = "现场答复";
    pub const CONVERTED: &str = "已转任务";
    pub const ONSITE: &str = "现场人数";
    pub const ONLINE: &str = "在线人数";
    pub const ALIASES: &str = "别名";
    pub const PEOPLE: &str = "人数";
    pub const UNIT: &str = "单位";
    pub const ROLE: &str = "角色";
    pub const PAPER_NUMBER: &str = "编号";
    pub const LEVEL: &str = "级别";
    pub const MATTER: &str = "督办事项";
    pub const TASK_DUE: &str = "办结时限";
    pub const ISSUED_ON: &str = "发出日期";
    pub const REPLY_DUE: &str = "反馈时限";
    pub const REPLY_STATE: &str = "反馈情况";
    pub const REPLIED_ON: &str = "反馈日期";
    pub const CLOSED_ON: &str = "销号日期";
    pub const LAYER: &str = "层级";
    pub const ISSUE: &str = "协调事项";
    pub const RAISED_TO: &str = "提请日期";
    pub const CONVENER: &str = "召集人";
    pub const DECISIONS: &str = "议定事项";
    pub const SENT: &str = "报送内容";
    pub const SENT_ON: &str = "发出日期";
    pub const STANDING: &str = "情况";
}

/// What stands under the title of a list.
pub fn remark(as_of: NaiveDate, rows: usize) -> String {
    format!("数据截至：{as_of}　　共 {rows} 项")
}

/// A column nobody has.
pub fn no_such_column(key: &str) -> String {
    format!("这张表没有“{key}”列；请重新选择要导出的列")
}

/// More rows than Excel takes.
pub fn too_many_rows() -> &'static str {
    "超过了 Excel 一张表能放的 1048576 行；请先筛选再导出"
}

/// How a deadline stands to the one of the issued plan.
pub fn against_plan(days: i64) -> String {
    match days {
        0 => "一致".to_owned(),
        1.. => format!("晚{days}天"),
        _ => format!("早{}天", -days),
    }
}

/// A sheet without a name of its own.
pub const SHEET: &str = "表";
/// What may stand in 当前进展.
pub const PERCENT_HINT: &str = "请填 0%–100%；已经办结的也可以填“已完成”";
/// What may stand in 需协调.
pub const COORDINATION_HINT: &str = "请填“是”或“否”";

/// What sheets are called that nobody gave a name.
pub fn default_title(year: i32, month: u32) -> String {
    format!("{year}年{month}月责任分工表")
}

/// The title of a unit's sheet.
pub fn unit_title(title: &str, unit: &str) -> String {
    format!("{title}（{unit}）")
}

/// What stands under it.
pub fn how_to_fill(sent_on: NaiveDate, due: Option<NaiveDate>) -> String {
    let by = due.map(|due| format!("请于{due}前填好发回。")).unwrap_or_default();
    format!("发出日期：{sent_on}　　{by}浅黄色格由单位填写，其余各列请勿改动；需要增加的事项填在表末空行。")
}

/// A row of the sample says so.
pub fn marked_sample(owner: &str) -> String {
    format!("{owner}{SAMPLE_MARK}")
}
/// Behind the project of a row of the sample.
pub const SAMPLE_MARK: &str = "（示例）";

/// No task, or none with a unit.
pub fn nothing_to_send(without_lead: usize) -> String {
    match without_lead {
        0 => "没有符合条件的任务，没有下发；请先选中任务或调整筛选".to_owned(),
        some => format!("这 {some} 项任务都没有牵头单位，没有下发；请先填牵头单位"),
    }
}

/// Where a row stands.
pub fn place(sheet: &str, row: u32) -> String {
    format!("工作表“{sheet}”第{row}行")
}

/// A formula that broke.
pub fn formula_error() -> String {
    "公式出错的结果；请在表里改成文字或数字后重新导入".to_owned()
}

/// No percentage can be told.
pub fn no_percent() -> String {
    "看不出百分比；请填 0%–100%，文字请写在“进展情况”列".to_owned()
}

/// No date can be told.
pub fn no_date() -> String {
    "看不出日期；可以写 2021-03-31、3月底前、长期".to_owned()
}

/// Neither yes nor no.
pub fn no_yes_or_no() -> String {
    "看不出需不需要协调；请填“是”或“否”，原因写在“存在问题”列".to_owned()
}

/// A row without a title that is no task of ours.
pub fn row_without_title() -> String {
    "没有重点任务，不知道是哪一项".to_owned()
}

/// A row that stands there twice.
pub fn same_row_twice(sheet: &str, row: u32) -> String {
    format!("与{}是同一项任务；以那一行为准", place(sheet, row))
}

/// An identity of a task that is not (or no longer) here.
pub fn task_not_here() -> String {
    "本机没有这项任务（可能已删除，或是别的工作簿发出的表）".to_owned()
}

/// A row the unit added.
pub fn row_added() -> String {
    "发出时没有这一行；要办的话可以新增为任务".to_owned()
}

/// A row that may be several tasks.
pub fn several_tasks(several: usize) -> String {
    format!("有 {several} 项同名任务，分不清是哪一项；请在任务台账里改")
}

/// A row that did not come back.
pub fn row_missing() -> String {
    "发出时有、收回的表里没有；本机这项任务不动".to_owned()
}

/// It was changed on both sides.
pub fn changed_here() -> String {
    "发出以后本机也改过；不选就保留本机的".to_owned()
}

/// The work is over here.
pub fn ended_here(status: &str) -> String {
    format!("这项任务在本机已是“{status}”；不选就保留本机的")
}

/// A column that was locked.
pub fn locked(column: crate::sheets::columns::SheetColumn) -> String {
    format!("“{}”不由单位填写；不选就保留本机的", column.label())
}

/// A value that most likely means this.
pub fn perhaps() -> String {
    "写得不确切，按最可能的意思读".to_owned()
}

/// No sheet with a head of ours.
pub fn no_sheet_of_ours() -> &'static str {
    "没有找到责任分工表的表头（重点任务、进展情况等列）；请选择下发后填回的表，或用“导入台账”导入别的表"
}

/// Why something changed that must say why.
pub fn by_return(unit: &str) -> String {
    match unit {
        "" => "单位回填".to_owned(),
        unit => format!("{unit}回填"),
    }
}

/// A problem that is no more, where nothing else is said.
pub fn problem_settled() -> String {
    "存在问题已解决".to_owned()
}

/// A new row whose project nobody knows.
pub fn no_such_owner(owner: &str) -> String {
    format!("没有叫“{owner}”的项目或企业；请先新增项目，或不处理这一行")
}

/// A refusal with where it happened; nothing of the file was written.
pub fn refused(place: &str, why: &str) -> String {
    format!("{place}：{why}；整张表都没有写入")
}

/// What the action of taking a sheet back is called.
pub const RETURN: &str = "回填";

/// What was sent, and what was not.
pub fn sent(units: u64, tasks: u64, without_lead: u64) -> String {
    match without_lead {
        0 => format!("已下发 {units} 家单位，{tasks} 项任务"),
        some => format!("已下发 {units} 家单位，{tasks} 项任务；另有 {some} 项没有牵头单位，没有下发"),
    }
}

/// What a filled sheet holds.
pub fn summary(changed: u64, conflicts: u64, unknown: u64, unchanged: u64) -> String {
    format!("{changed} 处有改动（其中 {conflicts} 处两边都改过），{unknown} 处认不出，{unchanged} 处没有变化")
}

/// What is written of it.
pub fn to_write(cells: u64, tasks: u64) -> String {
    match tasks {
        0 => format!("写入 {cells} 处"),
        tasks => format!("写入 {cells} 处，新增 {tasks} 项任务"),
    }
}
