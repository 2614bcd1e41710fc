//! What is said about Word templates.

use std::collections::BTreeSet;

use crate::documents::template::Level;

/// Parts of a Word file, as people call them.
pub const BODY: &str = "正文";
pub const HEADER: &str = "页眉";
pub const FOOTER: &str = "页脚";
pub const FOOTNOTES: &str = "脚注";
pub const ENDNOTES: &str = "尾注";
pub const PROPERTIES: &str = "文档属性";

/// Between the items of a list.
pub const LIST_SEPARATOR: &str = "、";

/// A yes-or-no value in running text.
pub fn yes_or_no(yes: bool) -> &'static str {
    if yes { "是" } else { "否" }
}

/// 2021年2月.
pub fn year_and_month(year: u32, month: u32) -> String {
    format!("{year}年{month}月")
}

/// Where in a part: outside tables.
pub fn nth_paragraph(number: usize) -> String {
    format!("第{number}段")
}

/// Where in a part: in a table.
pub fn nth_cell(table: usize, row: usize, cell: usize) -> String {
    format!("第{table}个表格第{row}行第{cell}格")
}

/// Where in a part: in a text box.
pub fn in_text_box() -> String {
    "文本框里".to_owned()
}

/// Something is wrong with a placeholder.
pub fn placeholder(template: &str, part: &str, place: &str, shown: &str, what: &str) -> String {
    format!("模板“{template}”{part}{place}的“{shown}”：{what}")
}

/// A placeholder has no end.
pub fn unclosed(template: &str, part: &str, place: &str, shown: &str) -> String {
    format!(
        "模板“{template}”{part}{place}的“{shown}”没有写完：请在同一段里补上 }}}} 或 %}}；要原样印出大括号，请写成 {{_{{"
    )
}

/// The template asks for a field that is not there.
pub fn unknown_field(name: &str, nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("没有“{name}”这个字段，是不是“{nearest}”？"),
        None => format!("没有“{name}”这个字段，请对照字段清单改正；可有可无的字段请写成 {{{{ {name}|默认(\"\") }}}}"),
    }
}

/// A tag stands where its row, cell, paragraph or run is not.
pub(crate) fn not_in(level: Level) -> &'static str {
    match level {
        Level::Row => "{%tr … %} 只能写在表格的行里",
        Level::Cell => "这个标记只能写在表格的单元格里",
        Level::Paragraph => "{%p … %} 只能写在段落里",
        Level::Run | Level::Text => "{%r … %} 只能写在段落的文字里",
    }
}

/// `{{tr x }}`.
pub fn no_such_value() -> &'static str {
    "整行、整格不能由一个字段给出，请改用 {%tr for … %} 循环，或在单元格里写 {{ … }}"
}

/// A tag in the middle of what it would repeat.
pub fn amid_content() -> &'static str {
    "同一行（段、格）里既写了开头又写了结尾的标记，要么都在内容之前，要么都在内容之后"
}

/// `{% colspan %}` of nothing.
pub fn wants_argument() -> &'static str {
    "后面要写数目或颜色，例如 {% colspan 3 %}、{% cellbg \"FFDD00\" %}"
}

/// Not a number of cells.
pub fn not_a_number_of_cells(value: &str) -> String {
    format!("合并的列数应是 1 到 63 的整数，现在是“{value}”")
}

/// Not a colour.
pub fn not_a_colour(value: &str) -> String {
    format!("颜色应是六位十六进制，例如 FFDD00，现在是“{value}”")
}

/// `{% for %}` without an end.
pub fn never_ends(keyword: &str) -> String {
    format!("后面缺少对应的 {{% end{keyword} %}}")
}

/// `{% endif %}` where a `for` is open.
pub fn ends_another(ended: &str, begun: &str) -> String {
    format!("这里应先写 {{% end{begun} %}}，再写 {{% end{ended} %}}，请检查循环和条件的先后")
}

/// `{% endif %}` without a beginning.
pub fn ends_nothing(keyword: &str) -> String {
    format!("前面没有对应的 {{% {keyword} … %}}")
}

/// `{% fro x in y %}`.
pub fn unknown_tag(keyword: &str) -> String {
    match keyword {
        "include" | "import" | "from" | "extends" | "block" => format!("模板里不能用“{keyword}”引入其他文件"),
        _ => format!("不认识“{keyword}”这个标记；可用 for、if、set、macro 等"),
    }
}

/// No such filter.
pub fn unknown_filter(name: &str) -> String {
    format!("没有“{name}”这个过滤器；可用 日期、金额、中文数字、掩码、默认、连接 等")
}

/// No such function, test or method.
pub fn unknown_function(name: &str) -> String {
    format!("没有“{name}”这个用法，请检查写法")
}

/// The language cannot read it.
pub fn bad_syntax() -> String {
    "写法有误，请检查括号、引号是否成对，以及字段之间有没有多余的字".to_owned()
}

/// A loop over something that is no list.
pub fn no_list() -> String {
    "循环的不是清单，请检查 in 后面的字段".to_owned()
}

/// The values do not go with one another.
pub fn cannot_be_worked_out() -> String {
    "按现在的数据算不出来，请检查运算和过滤器用得对不对".to_owned()
}

/// A number formatted wider than any paper.
pub fn too_wide() -> &'static str {
    "format 里的宽度太大，请改成 999 以内"
}

/// A group of fields where one is wanted.
pub fn not_printable() -> &'static str {
    "这里是一组字段，请写明要其中哪一个，例如 {{ 项目.名称 }}"
}

/// Loops without end, or more text than any paper has.
pub fn unfolds_too_far(template: &str) -> String {
    format!("模板“{template}”展开得太长，可能有不会结束的循环，没有生成文件；请检查 {{% for %}} 的范围")
}

/// A loop begins in one element and ends in another.
pub fn tangled(template: &str, part: &str, before: &str) -> String {
    format!(
        "模板“{template}”{part}“{before}”附近：循环或条件的开头和结尾不在同一层；\
         循环整段请写 {{%p …%}}，循环表格的行请写 {{%tr …%}}，开头和结尾要同一种写法"
    )
}

/// Paragraphs or a picture where only text can stand.
pub fn misplaced(template: &str, part: &str, before: &str) -> String {
    format!("模板“{template}”{part}“{before}”附近：图片和整段内容只能放在段落的文字里")
}

/// Not XML as Word writes it.
pub fn part_broken(template: &str, part: &str) -> String {
    format!("模板“{template}”的{part}读不出来，文件可能已损坏；请用 Word 或 WPS 打开后另存为 .docx 再试")
}

/// Entities.
pub fn has_entities(template: &str, part: &str) -> String {
    format!("模板“{template}”的{part}里有文档类型声明，可能不安全，没有打开；请用 Word 或 WPS 另存为 .docx 再试")
}

/// Larger than any template.
pub fn too_large(template: &str) -> String {
    format!("模板“{template}”太大，或是解开后大得异常，没有打开；请换一份正常的 .docx")
}

/// Not a Word file.
pub fn not_a_word_file(template: &str) -> String {
    format!("“{template}”不是 Word 文档（.docx）；请选 .docx 文件作模板")
}

/// .doc.
pub fn old_word_file(template: &str) -> String {
    format!("“{template}”是旧格式的 Word 文档（.doc）；请用 Word 或 WPS 另存为 .docx 再试")
}

/// With a password.
pub fn locked(template: &str) -> String {
    format!("模板“{template}”加了打开密码；请去掉密码再试")
}

/// The package cannot be read.
pub fn file_damaged(template: &str) -> String {
    format!("模板“{template}”已损坏，读不出来；请重新保存一份再试")
}

/// Two parts of one name.
pub fn same_name_twice(template: &str) -> String {
    format!("模板“{template}”里有两个同名的部件，可能被改动过，没有打开；请用 Word 或 WPS 另存为 .docx 再试")
}

/// A part's name leads out of the file.
pub fn name_strays(template: &str) -> String {
    format!("模板“{template}”里有指向文件以外的部件名，可能不安全，没有打开")
}

/// Macros.
pub fn has_macros(template: &str) -> String {
    format!("模板“{template}”带有宏，不能使用；请用 Word 或 WPS 另存为不带宏的 .docx 再试")
}

/// References to other files.
pub fn refers_outside(template: &str, kind: &str, target: &str) -> String {
    let what = match kind {
        "image" => "图片",
        "oleObject" | "package" => "嵌入对象",
        _ => "内容",
    };
    format!("模板“{template}”里有{what}链接到外部文件“{target}”，没有打开；请在 Word 里把它嵌入文档（断开链接）再试")
}

/// Parts that refer to one another in a circle.
pub fn circular(template: &str) -> String {
    format!("模板“{template}”的部件互相引用成环，可能被改动过，没有打开；请用 Word 或 WPS 另存为 .docx 再试")
}

/// Comments and tracked changes.
pub fn has_reviewers(template: &str, names: &BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    format!(
        "模板“{template}”里有批注或修订，会带上署名（{}）；发出去之前请在 Word 里接受修订、删除批注",
        names.join("、")
    )
}

/// Not a picture we can put on a paper.
pub fn not_a_picture(description: &str) -> String {
    format!("图片“{description}”读不出来；请换成 PNG、JPEG、GIF、BMP 或 WebP 格式")
}
