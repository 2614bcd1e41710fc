//! File names that Windows, Linux and a stick formatted for either take.

/// Characters of a name at most: ext4 allows 255 bytes, a Chinese character takes 3.
const LONGEST: usize = 80;

/// A name safe everywhere: no folder, no refused character, no name of a device, no dot or blank at the end; shortened
/// before its ending. `fallback` is the name when nothing is left.
pub fn safe(typed: &str, fallback: &str) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control() && !":*?\"<>|".contains(*c)).collect();
    let clean = clean.trim().trim_end_matches(['.', ' ']).trim_start_matches('.').trim();
    if clean.is_empty() {
        return fallback.to_owned();
    }
    let (stem, ending) = split(clean);
    let room = LONGEST.saturating_sub(ending.chars().count());
    let stem: String = stem.chars().take(room).collect();
    let mark = if is_device(&stem) { "_" } else { "" };
    format!("{mark}{}{ending}", stem.trim_end())
}

/// Name and ending with its dot; an “ending” of more than 10 characters is none.
pub fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && name[at..].chars().count() <= 11 => name.split_at(at),
        _ => (name, ""),
    }
}

/// Names Windows keeps for devices, with whatever ending.
fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (first.len() == 4
            && (first.starts_with("COM") || first.starts_with("LPT"))
            && first.ends_with(|c: char| c.is_ascii_digit()))
}

/// The media type by the ending; empty if it is none of the usual.
pub fn mime(name: &str) -> &'static str {
    match split(name).1.to_ascii_lowercase().as_str() {
        ".jpg" | ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".gif" => "image/gif",
        ".pdf" => "application/pdf",
        ".doc" => "application/msword",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xls" => "application/vnd.ms-excel",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".txt" => "text/plain",
        ".csv" => "text/csv",
        ".zip" => "application/zip",
        ".mp4" => "video/mp4",
        ".mp3" => "audio/mpeg",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn names_every_system_takes() {
        for (typed, expected) in [
            ("现场照片.jpg", "现场照片.jpg"),
            ("../../etc/passwd", "passwd"),
            ("C:\\资料\\营业执照.pdf", "营业执照.pdf"),
            ("A:B*C?\"<>|.docx", "ABC.docx"),
            ("con.txt", "_con.txt"),
            ("COM1", "_COM1"),
            ("LPT9.tar.gz", "_LPT9.tar.gz"),
            ("结尾有点. . ", "结尾有点"),
            (".bashrc", "bashrc"),
            ("\u{7}\n", "附件"),
            ("...", "附件"),
            ("", "附件"),
        ] {
            assert_eq!(safe(typed, "附件"), expected, "{typed:?}");
        }
        let long = safe(&format!("{}.jpeg", "长".repeat(300)), "附件");
        assert!(long.len() < 255 && long.ends_with("长.jpeg"));
    }
}
