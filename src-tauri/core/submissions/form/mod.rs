//! 申报表: the form enterprises and districts fill in, written by the program and taken back.
//!
//! [`write`] makes it, in Word for one project and in Excel for many; [`read`] takes any file and says what stands in
//! it; [`values`] reads each cell; [`draft`] puts together what taking the files in would do, for a person to look at;
//! [`take_in`] does it, in one action.

mod docx;
pub mod draft;
pub mod read;
pub mod take_in;
pub mod values;
pub mod write;

use crate::departments::districts::DISTRICTS;
use crate::projects::classification::{BusinessFormat, FourNew, Industry, ProjectKind};
use crate::search::text::fold;

codes! {
    /// A line of the form. The words on paper are the labels.
    pub enum FormField {
        Title => "title", "项目名称";
        Enterprise => "enterprise", "企业名称";
        Uscc => "uscc", "统一社会信用代码";
        District => "district", "所属区市";
        Address => "address", "企业地址";
        Contact => "contact", "联系人";
        Post => "post", "联系人职务";
        Phone => "phone", "联系电话";
        Kind => "kind", "创意类别";
        FourNew => "four_new", "四新";
        Industry => "industry", "新技术新产业领域";
        Format => "format", "新业态新模式领域";
        Chain => "chain", "所属产业链";
        Investment => "investment", "总投资";
        Summary => "summary", "创意内容";
        Demands => "demands", "需要协调解决的事项";
        FilledBy => "filled_by", "填报人";
        Batch => "batch", "征集批次";
    }
}

impl FormField {
    /// The line a label means, as it stands in the form or as somebody rewrote it: numbers, marks and what stands in
    /// brackets aside.
    pub fn of_label(text: &str) -> Option<Self> {
        let folded = fold(text);
        let cut = folded.split(['(', '（']).next().unwrap_or_default();
        let plain: String = cut.chars().filter(|c| c.is_alphanumeric()).collect();
        let plain = plain.trim_start_matches(|c: char| c.is_ascii_digit());
        let known =
            |field: &&Self| field.label() == plain || field.code() == plain || field.other_labels().contains(&plain);
        Self::ALL.iter().find(known).copied()
    }

    fn other_labels(self) -> &'static [&'static str] {
        match self {
            Self::Title => &["创意项目名称", "创意名称", "创意项目"],
            Self::Enterprise => &["企业", "单位名称", "申报企业", "申报单位", "企业全称"],
            Self::Uscc => &["信用代码", "社会信用代码"],
            Self::District => &["区市", "推荐区市", "所在区市", "项目所在区市"],
            Self::Address => &["地址", "单位地址"],
            Self::Contact => &["联系人姓名", "项目联系人"],
            Self::Post => &["职务"],
            Self::Phone => &["电话", "手机", "手机号", "联系方式", "手机号码"],
            Self::Kind => &["项目类型", "项目类别", "类别"],
            Self::FourNew => &["四新类别"],
            Self::Industry => &["新技术新产业", "产业领域"],
            Self::Format => &["新业态新模式"],
            Self::Chain => &["产业链"],
            Self::Investment => &["计划总投资", "投资额", "总投资额", "项目总投资"],
            Self::Summary => &["项目简介", "创意简介", "项目内容", "创意内容简介", "主要内容"],
            Self::Demands => &["需求", "企业需求", "需协调事项", "需要协调的事项", "存在困难", "诉求"],
            Self::FilledBy => &["填表人"],
            Self::Batch => &["批次"],
        }
    }

    /// What the form says about how to fill the line.
    pub fn hint(self) -> String {
        match self {
            Self::Title => "必填".into(),
            Self::Enterprise => "营业执照上的全称".into(),
            Self::Uscc => "18位，可不填".into(),
            Self::District => words(DISTRICTS.iter().map(|one| one.name)),
            Self::Address | Self::Post | Self::FilledBy => String::new(),
            Self::Contact => "有一位即可".into(),
            Self::Phone => "手机或固定电话".into(),
            Self::Kind => one_of(ProjectKind::labels()),
            Self::FourNew => format!("可多选：{}", words(FourNew::labels().into_iter().map(|(_, word)| word))),
            Self::Industry => one_of(Industry::labels()),
            Self::Format => one_of(BusinessFormat::labels()),
            Self::Chain => "不清楚可不填".into(),
            Self::Investment => "写明单位，如 1.5亿元、3000万元；只写数字按万元计".into(),
            Self::Summary => "创意是什么、新在哪里、怎样落地".into(),
            Self::Demands => "每行一项，如：二期用地60亩".into(),
            Self::Batch => "由征集单位填写".into(),
        }
    }

    /// Values to choose from, where there are such.
    pub fn choices(self) -> Vec<&'static str> {
        let labels = match self {
            Self::District => return DISTRICTS.iter().map(|one| one.name).collect(),
            Self::Kind => ProjectKind::labels(),
            Self::Industry => Industry::labels(),
            Self::Format => BusinessFormat::labels(),
            _ => Vec::new(),
        };
        labels.into_iter().map(|(_, word)| word).collect()
    }
}

fn words<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join("、")
}

fn one_of(labels: Vec<(&'static str, &'static str)>) -> String {
    format!("选一：{}", words(labels.into_iter().map(|(_, word)| word)))
}

#[cfg(test)]
mod tests {
    use super::FormField::{self, *};

    #[test]
    fn a_label_is_known_however_it_is_dressed() {
        for (typed, field) in [
            ("项目名称", Title),
            ("1. 项目名称（必填）*", Title),
            ("项目　名称：", Title),
            ("总投资(万元)", Investment),
            ("１２、联系电话", Phone),
            ("企业名称", Enterprise),
        ] {
            assert_eq!(FormField::of_label(typed), Some(field), "{typed}");
        }
        for typed in ["", "备注", "示例企业", "项目名称与简介"] {
            assert_eq!(FormField::of_label(typed), None, "{typed}");
        }
    }

    #[test]
    fn no_label_means_two_lines() {
        for field in FormField::ALL {
            for word in field.other_labels() {
                assert_eq!(FormField::of_label(word), Some(*field), "{word}");
            }
        }
    }
}
