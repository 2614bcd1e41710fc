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
/// A deletion that cannot be found.
pub fn nothing_to_restore() -> &'static str {
    "回收站里已没有这一项，可能已经恢复过了"
}

pub fn disk_failing() -> &'static str {
    "读写文件失败；请检查磁盘是否还在、是否可写，然后再试"
}

/// A file of that name is there already.
pub fn file_exists(name: &str) -> String {
    format!("“{name}”已经存在，不会覆盖；请换一个文件名")
}

/// The folder does not take the file.
pub fn cannot_create(name: &str) -> String {
    format!("无法建立“{name}”；请检查文件夹是否存在、是否可写")
}

/// No such file.
pub fn file_missing(name: &str) -> String {
    format!("找不到“{name}”，可能已被移动或删除；请重新选择文件")
}

/// The file cannot be read at all.
pub fn cannot_read(name: &str) -> String {
    format!("无法读取“{name}”；请检查文件权限和磁盘")
}

/// A file of a later version.
pub fn workbook_newer() -> &'static str {
    "这个工作簿由更新版本的场务建立，本机版本打不开，文件没有改动；请先升级场务"
}

/// An older file opened for reading only.
pub fn older_needs_writing() -> &'static str {
    "这个工作簿由旧版本建立，要先升级才能看；请以可写方式打开一次（升级前会自动留一份副本）"
}

/// Another program holds the file; `who` may be empty.
pub fn workbook_held(who: &str) -> String {
    match who.is_empty() {
        true => "这个工作簿正被另一个程序打开；请先关闭那个程序，或以只读方式打开".to_string(),
        false => format!("这个工作簿正被另一个程序打开（{who}）；请先关闭那个程序，或以只读方式打开"),
    }
}

/// First start.
pub fn no_identity() -> &'static str {
    "还不知道您是谁：请先填写姓名和电脑名，每次修改都会记下是谁改的"
}

/// Nothing to undo.
pub fn nothing_to_undo() -> &'static str {
    "没有可以撤销的操作"
}

/// Nothing to redo.
pub fn nothing_to_redo() -> &'static str {
    "没有可以重做的操作"
}

/// Everything an undo would take back was changed since.
pub fn all_changed_since() -> &'static str {
    "这一步改过的内容后来都又改了，没有可撤销的；已保留现在的内容"
}

/// No workbook is open.
pub fn no_workbook() -> &'static str {
    "还没有打开工作簿"
}

/// A long job was stopped.
pub fn cancelled() -> &'static str {
    "已取消，数据没有改动"
}

/// The window asked for something this program does not know.
pub fn unknown_request(name: &str) -> String {
    format!("没有名为“{name}”的请求；请用 changwu-cli call --list 查看全部名称")
}

/// The window asked in a form this program does not understand.
pub fn bad_request(name: &str) -> String {
    format!("请求“{name}”的内容不合要求；请检查字段名和取值")
}

/// What 移除示例 removes.
pub fn sample() -> &'static str {
    "示例"
}

/// A file for people could not be written.
pub fn cannot_write(name: &str) -> String {
    format!("“{name}”没有写成；可能正在 Word 或 WPS 里打开，或磁盘已满、文件夹不可写。请关闭后再试，或换个位置")
}

/// What is being done.
pub fn generating() -> &'static str {
    "正在生成"
}
