//! The typefaces an official paper wants, and which of them this computer lacks.
//!
//! Word files name them whatever is installed here: the computer that opens the file needs them. The preview
//! shows the nearest typeface there is and says so; nothing is replaced in silence. None is bundled: 方正小标宋
//! may not be passed on.

use serde::Serialize;
use ts_rs::TS;

use crate::texts::documents as texts;

/// A role that type plays on the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// 小标宋: titles.
    Title,
    /// 仿宋: body text, third and fourth headings, tables.
    Body,
    /// 楷体: second headings.
    Kai,
    /// 黑体: first headings, attachment labels, table heads.
    Hei,
    /// 宋体: page numbers.
    Song,
}

impl Face {
    /// All roles, in the order they are told to a person.
    pub const ALL: [Face; 5] = [Face::Title, Face::Body, Face::Kai, Face::Hei, Face::Song];

    /// The font's name as Word files give it.
    pub fn name(self) -> &'static str {
        self.genuine()[0]
    }

    /// The names under which systems list this very typeface; each counts as the font being there.
    pub fn genuine(self) -> &'static [&'static str] {
        match self {
            Face::Title => {
                &["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "FZXBSJW--GB1-0"]
            }
            Face::Body => &["仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312"],
            Face::Kai => &["楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312"],
            Face::Hei => &["黑体", "SimHei"],
            Face::Song => &["宋体", "SimSun"],
        }
    }

    /// What the preview shows instead, nearest first.
    pub fn substitutes(self) -> &'static [&'static str] {
        const SERIF: [&str; 4] = ["Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"];
        const SANS: [&str; 5] =
            ["Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC"];
        match self {
            Face::Title => &SERIF,
            Face::Body => &[
                "FandolFang R",
                "FandolFang",
                "STFangsong",
                "华文仿宋",
                "FZFangSong-Z02S",
                "CESI_FS_GB2312",
                "Noto Serif CJK SC",
                "Source Han Serif SC",
                "SimSun",
            ],
            Face::Kai => &[
                "FandolKai",
                "STKaiti",
                "华文楷体",
                "FZKai-Z03S",
                "CESI_KT_GB2312",
                "LXGW WenKai",
                "AR PL KaitiM GB",
                "AR PL UKai CN",
                "Noto Serif CJK SC",
            ],
            Face::Hei => &SANS,
            Face::Song => &SERIF,
        }
    }

    /// The font that shows this role here: itself, else the nearest there is.
    pub fn shown_as(self, installed: &[String]) -> Option<&'static str> {
        let there = |name: &&&'static str| installed.iter().any(|family| family.eq_ignore_ascii_case(name));
        self.genuine().iter().chain(self.substitutes()).find(there).copied()
    }
}

/// A font the paper wants and this computer does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingFont {
    /// The font's name, such as 方正小标宋简体.
    pub name: String,
    /// What the preview shows in its place; null when nothing suitable is there.
    pub shown_as: Option<String>,
    /// One sentence for the person: what is missing, what that means, what to do.
    pub advice: String,
}

/// Which fonts of the paper are missing among the installed families.
pub fn missing_fonts(installed: &[String]) -> Vec<MissingFont> {
    Face::ALL
        .into_iter()
        .filter_map(|face| {
            let shown_as = face.shown_as(installed);
            if shown_as.is_some_and(|name| face.genuine().contains(&name)) {
                return None;
            }
            let advice = texts::missing_font(face.name(), texts::font_use(face), shown_as);
            Some(MissingFont { name: face.name().to_owned(), shown_as: shown_as.map(str::to_owned), advice })
        })
        .collect()
}

/// The font families installed here, or None when this build cannot tell (it has no preview).
pub fn installed_families() -> Option<Vec<String>> {
    #[cfg(feature = "pdf")]
    return Some(super::preview::families());
    #[cfg(not(feature = "pdf"))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn families(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_bare_computer_lacks_all_five_by_name() {
        let missing = missing_fonts(&[]);
        let names: Vec<_> = missing.iter().map(|font| font.name.as_str()).collect();
        assert_eq!(names, ["方正小标宋简体", "仿宋", "楷体", "黑体", "宋体"]);
        for font in &missing {
            assert!(font.advice.contains(&font.name) && font.advice.contains("安装"), "{}", font.advice);
        }
    }

    #[test]
    fn an_office_windows_lacks_only_the_title_font() {
        let missing = missing_fonts(&families(&["FangSong", "KaiTi", "SimHei", "SimSun", "Arial"]));
        assert_eq!(missing.len(), 1);
        assert_eq!((missing[0].name.as_str(), missing[0].shown_as.as_deref()), ("方正小标宋简体", Some("SimSun")));
        assert!(missing[0].advice.contains("SimSun"));
    }

    #[test]
    fn a_substitute_never_counts_as_the_font() {
        let missing = missing_fonts(&families(&["Noto Serif CJK SC", "LXGW WenKai", "Noto Sans CJK SC"]));
        let shown: Vec<_> = missing.iter().filter_map(|font| font.shown_as.as_deref()).collect();
        let serif = "Noto Serif CJK SC";
        assert_eq!(shown, [serif, serif, "LXGW WenKai", "Noto Sans CJK SC", serif]);
    }

    #[test]
    fn all_there_nothing_missing() {
        let all: Vec<_> = Face::ALL.map(|face| face.name().to_owned()).into();
        assert!(missing_fonts(&all).is_empty());
    }
}
