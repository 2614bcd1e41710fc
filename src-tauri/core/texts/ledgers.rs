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
