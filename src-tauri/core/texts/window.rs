//! What the window itself says, beside what the core answers.

/// The page asked for a file that no dialog of this session gave.
pub fn not_ours_to_open() -> &'static str {
    "只能打开本次启动后导出的文件；请在文件管理器里找到它再打开"
}

/// The exported file was moved or deleted since.
pub fn file_gone() -> &'static str {
    "找不到这个文件，可能已被移动、改名或删除；请重新导出"
}

/// The system has no program for this kind of file, or refuses to start one.
pub fn cannot_open_file() -> &'static str {
    "系统没能打开这个文件，请确认装有对应的软件（如 WPS），或在文件管理器里打开"
}

/// What the desktop calls the program.
pub fn program() -> &'static str {
    "场务"
}
