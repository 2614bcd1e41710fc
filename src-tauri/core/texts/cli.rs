//! What the command line says.

/// A file was made.
pub fn made(path: &str) -> String {
    format!("已生成 {path}")
}

/// No `--workbook`.
pub fn name_the_workbook() -> &'static str {
    "请用 --workbook FILE 指明工作簿"
}

/// Not JSON.
pub fn not_json() -> &'static str {
    "内容不是合法的 JSON，请检查引号和逗号"
}

/// No such list.
pub fn no_such_list(kind: &str, known: &str) -> String {
    format!("没有“{kind}”这种列表；可用：{known}")
}

/// Not `field=value`.
pub fn not_a_condition(typed: &str) -> String {
    format!("条件“{typed}”应写成 字段=值")
}

/// How many rows there are on all pages.
pub fn rows_in_all(total: u64) -> String {
    format!("共 {total} 条")
}

/// No such paper.
pub fn no_such_paper(known: &str) -> String {
    format!("没有这种文书；可用：{known}")
}

/// No such sheet of paper.
pub fn no_such_sheet(typed: &str) -> String {
    format!("没有“{typed}”这种纸张；可用：A3横、A4横、屏幕")
}

/// No `--out`.
pub fn name_the_file() -> &'static str {
    "请用 --out FILE 指明存到哪里"
}

/// Many files were made.
pub fn made_files(count: usize) -> String {
    format!("已生成 {count} 份")
}

/// Nothing found.
pub fn none_of_that_name(named: &str) -> String {
    format!("没有找到“{named}”；请用完整名称、编号或标识")
}

/// More than one found.
pub fn several_of_that_name(named: &str) -> String {
    format!("“{named}”对应不止一条；请用编号或标识")
}
