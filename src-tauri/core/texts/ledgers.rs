//! What is said about reading a ledger: why a file cannot be read, which row or cell is meant, what to do next.

/// The phase of reading, for the progress bar.
pub fn reading() -> &'static str {
    "读取表格"
}

/// The file is not where it was.
pub fn file_gone(name: &str) -> String {
    format!("找不到文件“{name}”，可能已被移动、改名或U盘已拔出；请重新选择文件")
}

/// Another program, usually Excel, holds the file.
pub fn file_in_use(name: &str) -> String {
    format!("打不开“{name}”，可能正在Excel或WPS里打开，或没有读取权限；请关闭后再试")
}

/// The file is larger than is read.
pub fn file_too_large(megabytes: u64) -> String {
    format!("文件超过{megabytes}MB，不像一份台账；请只保留要导入的工作表，另存后再导入")
}

/// Nothing in it.
pub fn file_empty() -> &'static str {
    "文件是空的，没有可导入的内容；请检查是否选错了文件"
}

/// A workbook without a visible sheet.
pub fn no_sheets() -> &'static str {
    "文件里没有可见的工作表；请在Excel/WPS里取消隐藏，或另存为 .xlsx 后再导入"
}

/// Encrypted.
pub fn file_has_password() -> &'static str {
    "文件有密码，请在Excel/WPS里去掉密码再导入"
}

/// Of a known kind, but broken.
pub fn file_damaged() -> &'static str {
    "文件已损坏或没有复制完整，读不出来；请用Excel/WPS打开后另存为 .xlsx 再导入"
}

/// Something else altogether.
pub fn not_a_workbook() -> &'static str {
    "这不是表格文件（可能只是改了扩展名）；能导入的是 .xlsx、.xls、.ods 和 .csv"
}

/// A Word document.
pub fn word_document() -> &'static str {
    "这是Word文档，不是表格；请把其中的表格复制到Excel/WPS里，另存为 .xlsx 再导入"
}

/// A .xlsb workbook.
pub fn binary_workbook() -> &'static str {
    "这是二进制工作簿（.xlsb）；请在Excel里另存为 .xlsx 再导入"
}

/// A page saved with the name of a workbook, as some systems export.
pub fn web_page() -> &'static str {
    "这是网页或XML格式的表格（有的系统导出时用 .xls 作扩展名）；请用Excel/WPS打开后另存为 .xlsx 再导入"
}

/// A package that unpacks to more than any ledger.
pub fn zip_bomb(megabytes: u64) -> String {
    format!("文件解开后超过{megabytes}MB，不是正常的台账，没有读取；请检查文件来源")
}

/// More rows than a ledger has.
pub fn too_many_rows(sheet: &str, limit: usize) -> String {
    format!("工作表“{sheet}”超过{}万行，不像一份台账；请删去多余的行，或分成几个文件导入", limit / 10_000)
}

/// More columns than a ledger has.
pub fn too_many_columns(sheet: &str, limit: usize) -> String {
    format!("工作表“{sheet}”超过{limit}列，不像一份台账；请删去多余的列再导入")
}

/// More cells than are read.
pub fn too_many_cells() -> &'static str {
    "表格太大（超过500万格），没有读取；请只保留要导入的工作表和区域，另存后再导入"
}

/// A choice: nothing is written, and the check lists it later.
pub fn leave_blank() -> &'static str {
    "留空待核实"
}

/// A deadline nobody can read.
pub fn date_unreadable() -> &'static str {
    "看不出是哪一天"
}

/// A day the calendar does not have.
pub fn no_such_day() -> &'static str {
    "没有这一天"
}

/// A choice: the end of a month.
pub fn by_end_of_month(month: u32) -> String {
    format!("{month}月底前")
}

/// A date without its year.
pub fn no_year() -> &'static str {
    "没写年份"
}

/// A choice: this year.
pub fn in_year(year: i32) -> String {
    format!("{year}年")
}

/// An amount in another currency.
pub fn foreign_currency() -> &'static str {
    "不是人民币，金额不折算"
}

/// A choice: the words stay, no number is made of them.
pub fn keep_as_stated() -> &'static str {
    "原文照存"
}

/// A choice: the person types an amount.
pub fn type_amount() -> &'static str {
    "填元"
}

/// A bare number, and no unit named anywhere.
pub fn amount_without_unit() -> &'static str {
    "没写单位，按什么单位记？"
}

/// 约七成 and the like.
pub fn percent_guessed(percent: u8) -> String {
    format!("记作进度{percent}%？")
}

/// A choice: no percentage.
pub fn words_only() -> &'static str {
    "只记文字"
}

/// A name no unit bears.
pub fn which_unit() -> &'static str {
    "是哪个单位？"
}

/// A choice: pick another unit.
pub fn pick_unit() -> &'static str {
    "另选…"
}

/// A choice: a unit is added under this name.
pub fn new_unit() -> &'static str {
    "新单位"
}

/// An enterprise that looks like one in the workbook.
pub fn like_enterprise(known: &str) -> String {
    format!("像是已有的{known}")
}

/// A choice: it is that one.
pub fn same_enterprise() -> &'static str {
    "同一家"
}

/// A choice: it is another one.
pub fn another_enterprise() -> &'static str {
    "另一家"
}

/// No row looks like a head.
pub fn no_head(sheet: &str) -> String {
    format!("工作表“{sheet}”里没有找到表头（例如“任务”“牵头单位”“完成时限”）；请指定表头在第几行，或换一个工作表")
}

/// The sheet asked for is not there.
pub fn no_such_sheet() -> &'static str {
    "没有这个工作表；请重新选择"
}

/// The columns chosen make no ledger.
pub fn no_task_column() -> &'static str {
    "还没有指出哪一列是任务、项目或企业；请至少给一列选上"
}

/// A remark on a row: the leading unit also stood among the assisting ones.
pub fn lead_also_assists(unit: &str) -> String {
    format!("{unit}已是牵头单位，不再列为配合单位")
}

/// A remark on a row: the start is dropped.
pub fn start_after_due() -> &'static str {
    "开始时间晚于时限，开始时间留空"
}

/// A remark on a row: the district is kept as typed only.
pub fn unknown_district(text: &str) -> String {
    format!("“{text}”不在十个区市之内，区市留空")
}

/// A remark on a row: the credit code is not taken over.
pub fn uscc_dropped(reason: &str) -> String {
    format!("信用代码没有导入：{reason}")
}

/// What is being done.
pub fn writing() -> &'static str {
    "正在写入"
}

/// Why a status or a deadline is what it is.
pub fn by_import() -> &'static str {
    "台账导入"
}
