//! What is said about attachments.

/// The record it should belong to is gone.
pub fn owner_gone() -> &'static str {
    "要加附件的记录不存在了，可能已被删除；请返回后再试"
}

/// Nothing was chosen.
pub fn nothing_chosen() -> &'static str {
    "没有选择文件"
}

/// A folder instead of a file.
pub fn is_folder(name: &str) -> String {
    format!("“{name}”是文件夹；请选里面的文件，或先压缩成一个文件")
}

/// The file could not be read.
pub fn cannot_read(name: &str) -> String {
    format!("读不到“{name}”；请看文件是否还在、是否正被别的程序独占，再试一次")
}

/// A file of no bytes.
pub fn is_empty(name: &str) -> String {
    format!("“{name}”是空文件（0 字节）；请检查原文件是否保存好了")
}

/// Too large for the workbook.
pub fn too_large(name: &str, most_mb: u64) -> String {
    format!("“{name}”超过 {most_mb} MB，放进工作簿会使它难以复制；请压缩后再加，或只在说明里写明存放位置")
}

/// The file changed while it was read.
pub fn changed_meanwhile(name: &str) -> String {
    format!("“{name}”在读取时被改动了；请关闭正在编辑它的程序，再加一次")
}

/// What was pasted is not what it should be.
pub fn bad_paste() -> &'static str {
    "粘贴的内容读不出来；请先存成文件，再用“添加附件”选择"
}

/// The bytes are not in this workbook.
pub fn bytes_missing(name: &str) -> String {
    format!("“{name}”的内容不在这个工作簿里或已损坏；请从备份或原文件重新添加")
}

/// While files are read.
pub fn reading(name: &str) -> String {
    format!("正在读取“{name}”")
}

/// Several files at once.
pub fn so_many_files(count: usize) -> String {
    format!("{count} 个文件")
}

/// A pasted picture without a name.
pub fn pasted_picture(day: &str) -> String {
    format!("粘贴图片{day}.png")
}
