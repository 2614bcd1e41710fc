//! What is said about the timetable: 前置任务 and moving.

/// What a task must wait for.
pub fn predecessor() -> &'static str {
    "前置任务"
}

/// A link as the undo menu names it: 用地预审 → 土地招拍挂.
pub fn link_of(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// A task cannot wait for itself.
pub fn waits_for_itself(title: &str) -> String {
    format!("“{title}”不能以自己为前置任务；请另选一项")
}

/// The link would make tasks wait for each other in a circle.
pub fn circle(titles: &[String]) -> String {
    let round: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
    format!("这样会互相等待：任务{}；请先移除其中一个前置关系", round.join("→"))
}

/// A title with a note that its task lies in the recycle bin.
pub fn in_recycle_bin(title: &str) -> String {
    format!("{title}（在回收站）")
}

/// What is moved, as the undo menu names it.
pub fn dates() -> &'static str {
    "起止时间"
}

/// Why a task could not be moved; named when several were to be.
pub fn of_task(title: &str, why: &str, count: usize) -> String {
    match count {
        0 | 1 => why.to_owned(),
        _ => format!("{title}：{why}；各项都没有移动"),
    }
}
