//! 企业规模, 所有制, 称号.

codes! {
    /// 统计上大中小微型企业: picked by hand, never worked out (domain.md §2.5).
    pub enum SizeClass {
        Large => "large", "大型";
        Medium => "medium", "中型";
        Small => "small", "小型";
        Micro => "micro", "微型";
    }
}

impl SizeClass {
    /// The lower bounds of 工业 and of 软件和信息技术服务业, as a hint beside the choice; both bounds must be met.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Large => "工业：1000人以上且营业收入4亿元以上；软件信息：300人以上且1亿元以上",
            Self::Medium => "工业：300人以上且营业收入2000万元以上；软件信息：100人以上且1000万元以上",
            Self::Small => "工业：20人以上且营业收入300万元以上；软件信息：10人以上且50万元以上",
            Self::Micro => "低于小型企业的任一标准",
        }
    }
}

codes! {
    /// Who owns the enterprise.
    pub enum Ownership {
        Private => "private", "民营";
        StateOwned => "state_owned", "国有";
        Mixed => "mixed", "混合所有制";
        Foreign => "foreign", "外资";
        Collective => "collective", "集体";
        Other => "other", "其他";
    }
}

codes! {
    /// Titles an enterprise may hold; several at once (domain.md §1.5).
    pub enum EnterpriseLabel {
        Specialised => "specialised", "专精特新";
        LittleGiant => "little_giant", "小巨人";
        Champion => "champion", "单项冠军";
        Gazelle => "gazelle", "瞪羚";
        Unicorn => "unicorn", "独角兽";
        HiddenChampion => "hidden_champion", "隐形冠军";
    }
}
