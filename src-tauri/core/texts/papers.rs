//! What is said on papers that have no file of their own here, and about papers and their templates.

use crate::board::flag::Flag;
use crate::meetings::week::{ChangeKind, WeekCounts};
use crate::tasks::light::LightKind;

// ── Words shared by papers ───────────────────────────────────────────────────────────────────────────────────────

/// Behind the name of what is made up.
pub fn sample() -> &'static str {
    "（示例）"
}

/// Behind what nobody has verified.
pub fn to_verify() -> &'static str {
    "待核实"
}

/// Room to write by hand.
pub fn or_blank(text: &str) -> &str {
    if text.is_empty() { "＿＿＿＿＿＿" } else { text }
}

/// Colour, shape and word of a light (screens.md §1): the shape.
pub fn light_mark(kind: LightKind) -> &'static str {
    match kind {
        LightKind::Overdue | LightKind::Behind => "■",
        LightKind::DueSoon | LightKind::Slow => "▲",
        LightKind::Normal => "●",
        LightKind::OnHold => "◆",
        LightKind::Done => "✓",
    }
}

/// A task with its project.
pub fn task_of(title: &str, project: &str) -> String {
    if project.is_empty() { title.to_owned() } else { format!("{project}：{title}") }
}

/// A task to be done: 办理用地预审（市自然资源和规划局牵头，2021年3月31日前完成）.
pub fn to_do(title: &str, lead: &str, due: &str) -> String {
    let title = title.trim_end_matches('。');
    let lead = if lead.is_empty() { String::new() } else { format!("{lead}牵头") };
    let due = match due {
        "" => String::new(),
        due if due.ends_with('前') || due.ends_with("长期") => format!("{due}完成"),
        due => format!("{due}前完成"),
    };
    let both = [lead, due].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，");
    if both.is_empty() { title.to_owned() } else { format!("{title}（{both}）") }
}

/// A task in trouble.
pub fn trouble(title: &str, lead: &str, light: &str, coordination: bool) -> String {
    let lead = if lead.is_empty() { String::new() } else { format!("（{lead}）") };
    let coordination = if coordination { "，需要协调" } else { "" };
    format!("{}{lead}：{light}{coordination}", title.trim_end_matches('。'))
}

/// What was noted about a task.
pub fn noted(title: &str, text: &str) -> String {
    format!("{}：{}", title.trim_end_matches('。'), text.replace('\n', "；"))
}

/// More than a paper holds.
pub fn and_more(count: usize) -> String {
    format!("另有{count}项，从略。")
}

/// 6天.
pub fn days(days: i64) -> String {
    format!("{days}天")
}

/// 2021年2月.
pub fn month(year: i32, month: u32) -> String {
    format!("{year}年{month}月")
}

/// 65.5%（19/29）.
pub fn rate_of(rate: &str, numerator: i64, denominator: i64) -> String {
    format!("{rate}（{numerator}/{denominator}）")
}

/// 用地：拟新增用地，120亩.
pub fn demand(category: &str, text: &str, quantity: &str) -> String {
    let said = [text, quantity].into_iter().filter(|part| !part.is_empty() && *part != category);
    let said = said.map(|part| part.trim_end_matches('。')).collect::<Vec<_>>().join("，");
    if said.is_empty() { category.to_owned() } else { format!("{category}：{said}") }
}

/// The same with where it stands.
pub fn demand_stands(said: &str, lead: &str, status: &str, result: &str, note: &str) -> String {
    let lead = if lead.is_empty() { String::new() } else { format!("，{lead}牵头") };
    let result = if result.is_empty() { String::new() } else { format!("：{}", result.trim_end_matches('。')) };
    let note = if note.is_empty() { String::new() } else { format!("（{note}）") };
    format!("{said}{lead}，{status}{result}{note}")
}

/// The text of a demand with its quantity.
pub fn said_with_quantity(text: &str, quantity: &str, verify: bool) -> String {
    let quantity = if quantity.is_empty() { String::new() } else { format!("（{quantity}）") };
    let verify = if verify { "【待核实】" } else { "" };
    format!("{text}{quantity}{verify}")
}

/// What the enterprise said when it was asked.
pub fn satisfied(word: &str) -> String {
    format!("回访：{word}")
}

/// An outcome in a sentence.
pub fn outcome(
    on: &str,
    kind: &str,
    amount: &str,
    certainty: &str,
    counterparty: &str,
    source: &str,
    note: &str,
) -> String {
    let on = if on.is_empty() { String::new() } else { format!("{on}，") };
    let amount = match (amount.is_empty(), certainty.is_empty()) {
        (true, _) => String::new(),
        (false, true) => amount.to_owned(),
        (false, false) => format!("{amount}（{certainty}）"),
    };
    let said = [amount, counterparty.to_owned(), source.trim_end_matches('。').to_owned()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，");
    let note = if note.is_empty() { String::new() } else { format!("（{note}）") };
    if said.is_empty() { format!("{on}{kind}{note}") } else { format!("{on}{kind}：{said}{note}") }
}

// ── 协调会纪要, 评审 ─────────────────────────────────────────────────────────────────────────────────────────────

/// Words before a fact of a 协调.
pub fn level() -> &'static str {
    "层级："
}

/// The same.
pub fn convener() -> &'static str {
    "召集："
}

/// Over the paper.
pub fn coordination_title(issue: &str, level: &str) -> String {
    let issue: String = issue.trim_end_matches('。').chars().take(40).collect();
    format!("关于“{issue}”的协调会纪要（{level}）")
}

/// What the issue belongs to.
pub fn coordination_of(names: &str) -> String {
    format!("涉及：{}。", names.trim_end_matches('。'))
}

/// 3人建议通过.
pub fn advised(count: i64, advice: &str) -> String {
    format!("{count}人建议{advice}")
}

/// No round to make a paper of.
pub fn no_round() -> &'static str {
    "这个项目还没有评审论证；请先在评审页组织一轮"
}

/// 第2轮（会议评审）.
pub fn round(round: i64, kind: &str) -> String {
    format!("第{round}轮（{kind}）")
}

// ── 创意会 ───────────────────────────────────────────────────────────────────────────────────────────────────────

/// 第7场（深圳专场）.
pub fn session_number(number: i64, special: &str) -> String {
    if special.is_empty() { format!("第{number}场") } else { format!("第{number}场（{special}）") }
}

/// How long it takes.
pub fn minutes(minutes: i64) -> String {
    format!("{minutes}分钟")
}

/// 专家5人.
pub fn so_many_of(kind: &str, count: usize) -> String {
    format!("{kind}{count}人")
}

/// Everybody.
pub fn so_many_guests_in_all(count: usize, kinds: &str) -> String {
    format!("共{count}人，其中{kinds}")
}

/// How many were asked and answered.
pub fn invited(all: usize, coming: usize, declined: usize) -> String {
    let declined = if declined == 0 { String::new() } else { format!("，不能参会{declined}人") };
    format!("共邀请{all}人，确认参会{coming}人{declined}。")
}

// ── 责任分工表, 需求清单, 落地认定表 ─────────────────────────────────────────────────────────────────────────────

/// Over the table.
pub fn duties_title(of: &str) -> String {
    format!("{of}责任分工表")
}

/// Below its title.
pub fn duties_note(count: usize, as_of: &str) -> String {
    format!("共{count}项，不含已取消　数据截至{as_of}")
}

/// Over the list.
pub fn demands_title(of: &str) -> String {
    format!("{of}需求清单")
}

/// Below its title.
pub fn demands_note(solved: usize, all: usize, as_of: &str) -> String {
    match all {
        0 => format!("没有需求　数据截至{as_of}"),
        _ => format!("共{all}件，已解决和已销号{solved}件（{solved}/{all}）　数据截至{as_of}"),
    }
}

/// Tasks and demands of everybody.
pub fn everybody() -> &'static str {
    "民营企业创意项目"
}

/// A piece of evidence.
pub fn evidence(number: usize, text: &str, files: i64) -> String {
    let files = if files > 0 { format!("（附件{files}份）") } else { String::new() };
    format!("{number}.{text}{files}")
}

/// How many of its demands are solved.
pub fn demands_solved(solved: usize, all: usize) -> String {
    if all == 0 {
        "没有登记需求".to_owned()
    } else {
        format!("提出{all}件，已解决{solved}件（{solved}/{all}）")
    }
}

/// On the form of a landing that no longer stands.
pub fn landing_revoked(on: &str, reason: &str) -> String {
    format!("{on}撤销认定：{reason}")
}

/// No landing to make the form of.
pub fn no_landing(project: &str) -> String {
    format!("“{project}”还没有落地认定，不能出落地认定表；请先在项目页认定落地")
}

// ── 简报, 项目一页纸 ─────────────────────────────────────────────────────────────────────────────────────────────

/// 工业互联网.
pub fn industry(industry: Option<&str>, format: Option<&str>) -> String {
    [industry, format].into_iter().flatten().collect::<Vec<_>>().join("、")
}

/// 智能制造推进小组（组长：李示例）.
pub fn group(group: &str, leader: &str) -> String {
    match (group.is_empty(), leader.is_empty()) {
        (true, _) => String::new(),
        (false, true) => group.to_owned(),
        (false, false) => format!("{group}（组长：{leader}）"),
    }
}

/// Who, where, how much, how far.
pub fn profile(
    enterprise: &str,
    district: &str,
    investment: &str,
    stage: &str,
    in_library: &str,
    landed_on: &str,
) -> String {
    let mut said = Vec::new();
    if !enterprise.is_empty() {
        said.push(format!("项目由{enterprise}提出"));
    }
    if !district.is_empty() {
        said.push(format!("位于{district}"));
    }
    if !investment.is_empty() {
        said.push(format!("总投资{investment}"));
    }
    if !in_library.is_empty() {
        said.push(format!("{in_library}列入重点项目库"));
    }
    said.push(match landed_on.is_empty() {
        true => format!("目前处于“{stage}”阶段"),
        false => format!("{landed_on}认定落地，目前处于“{stage}”阶段"),
    });
    format!("{}。", said.join("，"))
}

/// How far the tasks are.
pub fn standing(all: usize, closed: usize, submitted: usize, overdue: usize) -> String {
    if all == 0 {
        return "尚未分解任务。".to_owned();
    }
    let submitted = if submitted == 0 { String::new() } else { format!("，待销号{submitted}项") };
    let overdue = if overdue == 0 { "，没有逾期".to_owned() } else { format!("，逾期{overdue}项") };
    format!("共分解任务{all}项，已销号{closed}项（{closed}/{all}）{submitted}{overdue}。")
}

/// A node that is still ahead.
pub fn node_to_reach(name: &str, plan: &str) -> String {
    if plan.is_empty() { format!("完成“{name}”节点") } else { format!("{plan}完成“{name}”节点") }
}

/// A node that was reached.
pub fn node_reached(name: &str, on: &str) -> String {
    format!("✓ {name}（{on}）")
}

/// A node with its plan.
pub fn node_planned(name: &str, plan: &str) -> String {
    if plan.is_empty() { format!("○ {name}") } else { format!("○ {name}（{plan}）") }
}

// ── 周报, 月报, 通报, 挂图 ───────────────────────────────────────────────────────────────────────────────────────

/// From when to when.
pub fn period(since: &str, until: &str) -> String {
    format!("{since}至{until}")
}

/// What changed, in numbers.
pub fn changes(counts: &WeekCounts) -> String {
    format!(
        "期间新增任务{}项，销号{}项，延期{}项，新逾期{}项，记录进展{}条。",
        counts.created, counts.closed, counts.extended, counts.overdue, counts.noted
    )
}

/// A unit, or none.
pub fn unit_name(name: &str) -> &str {
    if name.is_empty() { "未定牵头单位" } else { name }
}

/// A change in a sentence.
pub fn change(kind: ChangeKind, task: &str, project: &str, lead: &str, words: &str) -> String {
    let task = task_of(task.trim_end_matches('。'), project);
    let lead = if lead.is_empty() { String::new() } else { format!("（{lead}）") };
    let words = words.replace('\n', "；");
    let words = if words.is_empty() { String::new() } else { format!("：{}", words.trim_end_matches('。')) };
    match kind {
        ChangeKind::Closed => format!("{task}{lead}已销号{words}"),
        ChangeKind::Created => format!("新增“{task}”{lead}"),
        ChangeKind::Extended => format!("{task}{lead}延期{words}"),
        ChangeKind::Overdue => format!("{task}{lead}逾期{words}"),
        ChangeKind::Noted => format!("{task}{lead}{words}"),
    }
}

/// The rates of tasks in a sentence.
pub fn task_rates(tasks: &str, due: &str, on_time: &str, overdue: &str) -> String {
    format!("台账共有任务{tasks}，应完成任务完成率{due}，按期完成率{on_time}，逾期{overdue}。")
}

/// Against the end of the month before.
pub fn landed_since(more: i64) -> String {
    match more {
        0 => "与上月末相比，落地项目数持平。".to_owned(),
        more if more > 0 => format!("与上月末相比，新增落地项目{more}个。"),
        less => format!("与上月末相比，落地项目减少{}个（撤销认定或出库）。", -less),
    }
}

/// Over 通报.
pub fn bulletin_title(year: i32, month: u32) -> String {
    format!("关于{year}年{month}月民营企业创意项目推进情况的通报")
}

/// The rates of demands in a sentence.
pub fn demand_rates(solved: &str, satisfied: &str, remark: &str) -> String {
    let remark = if remark.is_empty() { String::new() } else { format!("；{remark}") };
    format!("企业需求解决率{solved}，满意率{satisfied}{remark}。")
}

/// What the rates count.
pub fn definitions(definitions: &[String]) -> String {
    format!("口径　{}。", definitions.join("；"))
}

/// What is wrong with a project, in numbers.
pub fn late_and_behind(late: usize, behind: usize) -> String {
    let late = (late > 0).then(|| format!("逾期{late}项"));
    let behind = (behind > 0).then(|| format!("滞后{behind}项"));
    [late, behind].into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// Over the board.
pub fn board_title(years: Option<(i32, i32)>) -> String {
    let years = match years {
        Some((first, last)) if first == last => format!("{first}年"),
        Some((first, last)) => format!("{first}—{last}年"),
        None => String::new(),
    };
    format!("{years}民营企业创意项目挂图作战图")
}

/// What the flags mean.
pub fn board_note(as_of: &str) -> String {
    format!(
        "红旗：当月到期任务全部按时销号；黑旗：当月有任务逾期；○：未到期或待核验。数字为当月到期任务数。数据截至{as_of}"
    )
}

/// A column: 2月; the month of the day asked stands out.
pub fn board_month(month: u32, now: bool) -> String {
    if now { format!("{month}月（本月）") } else { format!("{month}月") }
}

/// A cell: colour, word and number.
pub fn board_flag(flag: Flag, due: usize) -> String {
    match flag {
        Flag::Red => format!("红旗 {due}"),
        Flag::Black => format!("黑旗 {due}"),
        Flag::Pending => format!("○ {due}"),
        Flag::Blank => String::new(),
    }
}

/// The foot of a column.
pub fn board_sum(red: usize, black: usize) -> String {
    match (red, black) {
        (0, 0) => String::new(),
        _ => format!("红{red} 黑{black}"),
    }
}

/// An entry of 到期日历.
pub fn calendar_title(task: &str, project: &str) -> String {
    format!("到期：{}", task_of(task.trim_end_matches('。'), project))
}

/// What stands in it.
pub fn calendar_text(lead: &str, persons: &str, due: &str) -> String {
    let persons = if persons.is_empty() { String::new() } else { format!("\n责任人：{persons}") };
    format!("牵头单位：{}{persons}\n完成时限：{due}", unit_name(lead))
}

// ── Papers and templates ─────────────────────────────────────────────────────────────────────────────────────────

/// A field every paper has.
pub fn common_fields() -> [(&'static str, &'static str); 3] {
    [("数据截至", "数据截至的日期，如 2021年2月25日"), ("署名", "专班的名称"), ("制表日期", "出这份文书的日期")]
}

/// Nothing was named that the paper could be of.
pub fn paper_of_what(paper: &str, of: &str) -> String {
    format!("“{paper}”要指明是哪一个：{of}")
}

/// A format the paper does not come in.
pub fn no_such_format(paper: &str, ending: &str, formats: &str) -> String {
    let ending = if ending.is_empty() { "没有扩展名".to_owned() } else { format!("不能是 .{ending}") };
    format!("“{paper}”可以存为 {formats}，{ending}；请改扩展名")
}

/// This build draws no pages.
pub fn no_pdf() -> &'static str {
    "这个版本没有带排版功能，不能存为PDF或图片；请用窗口程序，或存为Word文件（.docx）"
}

/// The phase of writing many.
pub fn exporting_papers() -> &'static str {
    "导出文书"
}

/// A batch of a paper that is one of its kind.
pub fn no_batch(paper: &str) -> String {
    format!("“{paper}”不能批量导出；请一份一份出")
}

/// A file that is no template.
pub fn only_docx_template(name: &str) -> String {
    format!("“{name}”不是Word文件（.docx）；模板请用Word或WPS另存为 .docx")
}

/// A template that is far larger than any paper.
pub fn template_too_large(name: &str, megabytes: u64) -> String {
    format!("“{name}”超过{megabytes}MB，不像文书模板，没有采用；请把大图片压缩后再试")
}

/// A template that asks for what the paper does not have.
pub fn unknown_fields(name: &str, fields: &str, near: &str) -> String {
    let near = if near.is_empty() { String::new() } else { format!("；是不是想写：{near}") };
    format!("模板“{name}”里有这种文书没有的字段：{fields}{near}。请对照字段表改好再放回")
}

/// A template's bytes are gone.
pub fn template_gone(paper: &str) -> String {
    format!("“{paper}”的单位模板读不出来，文件可能已损坏；请重新放入模板，或恢复标准版式")
}

/// The standard layout is in force already.
pub fn no_template(paper: &str) -> String {
    format!("“{paper}”用的就是标准版式，没有单位模板")
}

/// What the name of an exported template ends in.
pub fn template_kind() -> &'static str {
    "模板"
}
