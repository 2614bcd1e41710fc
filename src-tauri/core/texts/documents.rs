//! What is said about papers.

use crate::documents::fonts::Face;

/// What a typeface is used for on the paper.
pub fn font_use(face: Face) -> &'static str {
    match face {
        Face::Title => "标题",
        Face::Body => "正文",
        Face::Kai => "二级标题",
        Face::Hei => "一级标题",
        Face::Song => "页码",
    }
}

/// A font of the paper is not on this computer.
pub fn missing_font(name: &str, used_for: &str, shown_as: Option<&str>) -> String {
    let shown = match shown_as {
        Some(other) => format!("预览中{used_for}暂用“{other}”显示"),
        None => format!("预览中{used_for}可能显示不出来"),
    };
    format!(
        "本机缺少字体“{name}”（用于{used_for}）：{shown}，导出的 Word 仍指定“{name}”，在装有它的电脑上显示正常；\
         请安装单位有授权的该字体，再重新打开程序"
    )
}

/// The preview could not be made.
pub fn preview_failed() -> &'static str {
    "预览没有生成，文档内容没有改动；可以先导出 Word 查看，仍不行请把日志交给维护人员"
}
