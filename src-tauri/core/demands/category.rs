//! 需求类别: their words and who usually leads (domain.md §2.6).

use crate::search::text::fold;

codes! {
    /// What a need is about, in the order of domain.md §2.6.
    pub enum DemandCategory {
        Land => "land", "用地";
        Premises => "premises", "厂房场地";
        Loan => "loan", "融资信贷";
        Equity => "equity", "股权投资";
        Talent => "talent", "人才引进";
        Labour => "labour", "劳动用工";
        Orders => "orders", "市场订单";
        Scenario => "scenario", "应用场景";
        Policy => "policy", "政策兑现";
        Approval => "approval", "行政审批";
        Utilities => "utilities", "水电气热";
        Environment => "environment", "环评能评";
        Park => "park", "园区配套";
        Research => "research", "技术攻关/产学研";
        Patents => "patents", "知识产权";
        Brand => "brand", "品牌宣传";
        /// A remark is required, so that many of one kind can be given a category of their own.
        Other => "other", "其他";
    }
}

impl DemandCategory {
    /// The category a word means, such as 融资 or 环评; none when no category's words occur in it.
    pub fn from_text(text: &str) -> Option<Self> {
        let text: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
        let exact =
            Self::ALL.iter().find(|c| c.label() == text || c.code() == text || c.synonyms().contains(&text.as_str()));
        if exact.is_some() {
            return exact.copied();
        }
        // The longest word that occurs decides: 人才公寓 is 园区配套, not 人才引进.
        let words = Self::ALL.iter().flat_map(|c| c.synonyms().iter().map(move |word| (*c, *word)));
        words
            .filter(|(_, word)| text.contains(word))
            .max_by_key(|(category, word)| (word.len(), std::cmp::Reverse(*category)))
            .map(|(category, _)| category)
    }

    /// Words offices use for it. A word stands in one category only.
    fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Land => &["用地", "土地", "土地支持", "土地指标", "用地指标", "供地", "拿地"],
            Self::Premises => &["厂房", "场地", "厂房场地", "车间", "办公场所", "办公用房", "仓库"],
            Self::Loan => &["融资", "融资扩能", "融资信贷", "贷款", "信贷", "资金", "资金支持", "续贷", "授信", "担保"],
            Self::Equity => &["投资", "股权", "股权投资", "股权融资", "基金", "引资", "上市", "投融资"],
            Self::Talent => &["人才", "高端人才", "人才引进", "人才支持", "专家引进", "引才", "人才落户"],
            Self::Labour => &["用工", "劳动用工", "招工", "招聘", "普工", "技工"],
            Self::Orders => &["市场", "订单", "市场订单", "市场推广", "市场开拓", "销路", "采购对接", "供需对接"],
            Self::Scenario => &["场景", "应用场景", "示范应用", "试点应用", "首台套应用"],
            Self::Policy => &["政策", "政策支持", "政策兑现", "奖补", "补贴", "补助", "政策咨询", "税收优惠"],
            Self::Approval => &["审批", "行政审批", "手续", "手续办理", "许可", "证照", "施工许可", "规划许可"],
            Self::Utilities => &[
                "水电气",
                "水电气热",
                "水电气暖",
                "供电",
                "供水",
                "供气",
                "供热",
                "用电",
                "增容",
                "供电增容",
                "电力",
                "燃气",
            ],
            Self::Environment => &["环评", "能评", "环评能评", "环保手续", "能耗指标", "排污", "环评手续"],
            Self::Park => &["配套", "园区配套", "园区", "道路", "公交", "职工宿舍", "人才公寓", "子女入学", "基础设施"],
            Self::Research => {
                &["技术攻关", "产学研", "技术攻关/产学研", "技术", "研发", "科研", "校企合作", "成果转化", "技术改造"]
            }
            Self::Patents => &["知识产权", "专利", "商标", "标准制定"],
            Self::Brand => &["品牌", "宣传", "品牌宣传", "推介", "展会"],
            Self::Other => &["其他", "其它"],
        }
    }

    /// 简称 of the unit that usually leads; none for 园区配套 (the 区市 of the project) and 其他.
    pub fn usual_lead(self) -> Option<&'static str> {
        match self {
            Self::Land => Some("市自然资源和规划局"),
            Self::Premises | Self::Scenario | Self::Orders => Some("市工业和信息化局"),
            Self::Loan | Self::Equity => Some("市地方金融监管局"),
            Self::Talent | Self::Labour => Some("市人力资源社会保障局"),
            Self::Policy | Self::Brand => Some("市民营经济局"),
            Self::Approval => Some("市行政审批局"),
            Self::Utilities => Some("国网供电"),
            Self::Environment => Some("市生态环境局"),
            Self::Research => Some("市科技局"),
            Self::Patents => Some("市市场监管局"),
            Self::Park | Self::Other => None,
        }
    }

    /// The unit its quantity is usually given in.
    pub fn usual_unit(self) -> Option<&'static str> {
        match self {
            Self::Land => Some("亩"),
            Self::Premises => Some("㎡"),
            Self::Loan | Self::Equity | Self::Orders | Self::Policy => Some("万元"),
            Self::Talent | Self::Labour => Some("人"),
            Self::Utilities => Some("千瓦"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::departments::reference::shipped_units;

    #[test]
    fn the_words_of_the_article_and_of_offices() {
        for (text, category) in [
            ("用地", DemandCategory::Land),
            ("土地支持", DemandCategory::Land),
            ("融资", DemandCategory::Loan),
            ("融资扩能", DemandCategory::Loan),
            ("高端人才", DemandCategory::Talent),
            ("人才引进", DemandCategory::Talent),
            ("市场订单", DemandCategory::Orders),
            ("市场推广", DemandCategory::Orders),
            ("投资", DemandCategory::Equity),
            ("政策支持", DemandCategory::Policy),
            ("水电气热", DemandCategory::Utilities),
            ("环评", DemandCategory::Environment),
            ("产学研", DemandCategory::Research),
            (" 用 地 ", DemandCategory::Land),
            ("协调解决供电增容问题", DemandCategory::Utilities),
            ("解决人才公寓", DemandCategory::Park),
        ] {
            assert_eq!(DemandCategory::from_text(text), Some(category), "{text}");
        }
        assert_eq!(DemandCategory::from_text(""), None);
        assert_eq!(DemandCategory::from_text("天气"), None);
    }

    #[test]
    fn every_label_is_itself_and_no_word_means_two_things() {
        let mut seen = std::collections::HashSet::new();
        for category in DemandCategory::ALL {
            assert_eq!(DemandCategory::from_text(category.label()), Some(*category));
            assert!(category.synonyms().iter().all(|word| seen.insert(*word)), "{category:?}");
        }
    }

    #[test]
    fn usual_leads_are_shipped_units() {
        let shorts: Vec<_> = shipped_units().iter().map(|unit| unit.short).collect();
        assert!(DemandCategory::ALL.iter().filter_map(|c| c.usual_lead()).all(|lead| shorts.contains(&lead)));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".{0,30}") {
            let _ = DemandCategory::from_text(&text);
        }
    }
}
