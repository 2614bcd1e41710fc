//! What is said about 征集.

use chrono::NaiveDate;

/// The code told that it is a firm known by another name.
pub fn taken_for_enterprise(typed: &str, known: &str) -> String {
    format!("“{typed}”已归到现有企业“{known}”名下；如果不是同一家，请撤销后另选企业")
}

/// The firm has another code.
pub fn other_code_kept(name: &str, code: &str) -> String {
    format!("“{name}”原有统一社会信用代码 {code}，与来件不同，保留原有的，请核对")
}

/// Received after today.
pub fn received_in_future(day: NaiveDate, today: NaiveDate) -> String {
    format!("收到日期 {day} 还没到（今天是 {today}），请填写实际收到的日期")
}

/// Screened after today.
pub fn screened_in_future(day: NaiveDate, today: NaiveDate) -> String {
    format!("初筛日期 {day} 还没到（今天是 {today}），请填写实际初筛的日期")
}

/// Screened before it came.
pub fn screened_before_receipt(name: &str, day: NaiveDate, received: NaiveDate) -> String {
    format!("“{name}”{received} 才收到，初筛日期不能是 {day}")
}

/// Not passing says why.
pub fn screening_needs_reason(to: &str) -> String {
    format!("“{to}”要写明理由或要补充的内容，好答复企业")
}

/// Not one of the ten.
pub fn no_such_district(typed: &str) -> String {
    format!("青岛没有“{typed}”这个区市，请写区市的名称，例如 崂山区、胶州市")
}

/// Several entries at once.
pub fn so_many_submissions(count: usize) -> String {
    format!("{count}个征集项目")
}

/// Several forms at once.
pub fn so_many_forms(count: usize) -> String {
    format!("{count}份申报表")
}

/// Entries without a district.
pub fn no_district() -> &'static str {
    "未填区市"
}

/// Entries without a batch.
pub fn no_batch() -> &'static str {
    "未分批"
}

// ── The form ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// Over the form for many.
pub fn form_list_title() -> &'static str {
    "民营企业创意项目申报汇总表"
}

/// How the Excel form is filled.
pub fn form_excel_how() -> &'static str {
    "一行一个项目，从第4行填起，不要改动第3行的列名；不清楚的可以不填，各列怎么填见“填写说明”。请勿填写涉密信息。"
}

/// The sheet with the lines.
pub fn form_sheet() -> &'static str {
    "申报汇总表"
}

/// The sheet with the explanations.
pub fn form_how_sheet() -> &'static str {
    "填写说明"
}

/// Head of the labels.
pub fn form_head_field() -> &'static str {
    "填报项目"
}

/// Head of the explanations.
pub fn form_head_hint() -> &'static str {
    "填写说明"
}

/// A column of the form, where it is explained.
pub fn form_column(label: &str) -> String {
    format!("“{label}”栏")
}

/// Another ending than the form has.
pub fn form_ending(ending: &str) -> String {
    format!("申报表只能存为 .docx（一个项目一份）或 .xlsx（一行一个项目），不能是 .{ending}")
}

/// The phase of reading.
pub fn reading_forms() -> &'static str {
    "读取申报表"
}

/// Where a line stands.
pub fn form_place(file: &str, row: usize) -> String {
    format!("{file} 第{row}行")
}

/// A box with one choice has several.
pub fn several_chosen(field: &str, chosen: &str) -> String {
    format!("“{field}”只能选一项，来件选了：{chosen}")
}

/// A line kept as typed in the project's note.
pub fn form_not_read(field: &str, typed: &str) -> String {
    format!("申报表原文——{field}：{typed}")
}

/// Why a project is 待核实.
pub fn form_verify() -> &'static str {
    "申报表有几项没有读懂，原文在备注里"
}

/// Nothing chosen.
pub fn no_form_files() -> &'static str {
    "没有找到文件。请选择企业或区市交回的申报表（.docx、.xlsx），或放着它们的文件夹"
}

/// A whole disk was chosen.
pub fn too_many_form_files(most: usize) -> String {
    format!("文件超过{most}个，不像是放申报表的文件夹；请换一个文件夹，或分几次收取")
}

/// The folder cannot be read.
pub fn form_folder_unreadable(folder: &str) -> String {
    format!("打不开文件夹“{folder}”，可能已被移动，或没有读取权限；请重新选择")
}

/// All were put aside.
pub fn no_form_to_take() -> &'static str {
    "没有要收取的申报表，请至少勾选一份"
}

/// A form needs a title.
pub fn form_without_title() -> &'static str {
    "没有填写项目名称，不能登记；请企业补填后再收，或手工登记"
}

/// Gone, or held by another program.
pub fn form_unreadable() -> &'static str {
    "打不开：文件可能已被移动，或正在Word、WPS里打开；请关闭后再试"
}

/// Larger than any form.
pub fn form_too_large(megabytes: u64) -> String {
    format!("超过{megabytes}MB，不像申报表，没有读取；照片请另作附件")
}

/// No bytes.
pub fn form_file_empty() -> &'static str {
    "文件是空的，请企业重新发送"
}

/// A picture, whatever its name says.
pub fn form_is_picture() -> &'static str {
    "这是图片，不是申报表（可能只改了扩展名）；请企业交Word或Excel文件，或手工登记"
}

/// A PDF.
pub fn form_is_pdf() -> &'static str {
    "这是PDF，读不出填写的内容；请企业交Word或Excel文件，或手工登记"
}

/// A .doc.
pub fn form_is_old_word() -> &'static str {
    "这是旧版Word文件（.doc）或WPS文件；请用Word或WPS打开，另存为 .docx 再收"
}

/// Something else.
pub fn not_a_form_file() -> &'static str {
    "不是Word或Excel文件；能收取的是 .docx 和 .xlsx 的申报表"
}

/// Word or Excel, but no lines of the form.
pub fn not_a_form() -> &'static str {
    "里面没有申报表的项目（项目名称、企业名称……），可能是别的文件；请核对，或手工登记"
}

/// Broken.
pub fn form_damaged() -> &'static str {
    "文件已损坏或没有传完，读不出来；请企业重新发送"
}

/// With a password.
pub fn form_locked() -> &'static str {
    "文件有密码，请企业去掉密码后重新发送"
}

/// As it was handed out.
pub fn form_blank() -> &'static str {
    "这份申报表还没有填写"
}
