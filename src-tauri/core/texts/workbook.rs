//! What is said about the workbook as a whole.

/// A record is gone; `what` is its kind, such as 任务.
pub fn not_found(what: &str) -> String {
    format!("找不到这条{what}，可能已被删除；请到回收站看看，或刷新后再试")
}

/// Our own mistake.
pub fn internal() -> &'static str {
    "程序内部出错，这一步没有做成，数据没有改动；请再试一次，仍不行请把日志交给维护人员"
}

/// Another connection is writing.
pub fn workbook_busy() -> &'static str {
    "工作簿正被另一个程序使用，请关闭那个程序后再试；也可以只读方式打开"
}

/// The file is broken.
pub fn workbook_damaged() -> &'static str {
    "工作簿文件已损坏，请不要再往里写；可以从备份恢复，或到设置里运行“检查工作簿”"
}

/// Not ours.
pub fn workbook_foreign() -> &'static str {
    "这不是场务的工作簿，或者它已加密；请选择扩展名为 .changwu 的文件"
}

/// Opened for reading.
pub fn workbook_read_only() -> &'static str {
    "工作簿是以只读方式打开的，不能修改"
}

/// No room.
pub fn disk_full() -> &'static str {
    "磁盘已满，这一步没有保存；请腾出空间后再试"
}

/// The disk refuses.
pub fn disk_failing() -> &'static str {
    "读写文件失败；请检查磁盘是否还在、是否可写，然后再试"
}

/// A long job was stopped by the person.
pub fn cancelled() -> &'static str {
    "已取消，没有做任何改动"
}
