//! The name proposed for a paper's file.

/// 名称 + 文种 + 日期, such as “示例智工厂实施方案2021年2月25日.docx”. Characters that Windows, Linux or a stick
/// formatted for either would refuse are left out; a long name is shortened, its kind and date never.
pub fn propose(name: &str, kind: &str, date: &str, extension: &str) -> String {
    const REFUSED: &str = "\\/:*?\"<>|";
    // ext4 allows 255 bytes, a Chinese character takes 3; the rest is left for kind, date and “(1)”.
    const LONGEST: usize = 60;
    let clean = |text: &str| -> String {
        text.chars().filter(|c| !c.is_control() && !REFUSED.contains(*c)).collect::<String>().trim().to_owned()
    };
    let name: String = clean(name).trim_start_matches('.').chars().take(LONGEST).collect();
    format!("{}{}{}.{extension}", name, clean(kind), clean(date))
}

#[cfg(test)]
mod tests {
    use super::propose;

    #[test]
    fn proposes_name_kind_and_date() {
        let name = propose("示例智工厂", "实施方案", "2021年2月25日", "docx");
        assert_eq!(name, "示例智工厂实施方案2021年2月25日.docx");
    }

    #[test]
    fn leaves_out_what_file_systems_refuse() {
        let name = propose(" ../A/B:“智”\n?", "方案", "2021年2月25日", "docx");
        assert_eq!(name, "AB“智”方案2021年2月25日.docx");
        let long = propose(&"长".repeat(300), "方案", "2021年2月25日", "docx");
        assert!(long.len() < 255 && long.ends_with("方案2021年2月25日.docx"));
    }
}
