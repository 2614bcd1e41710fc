//! 需求类别: their words, who usually leads, and the chain of steps each starts with (domain.md §1.8, §2.6).

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

/// A step of the chain a category starts with. Titles, order and days are this program's proposal, to be edited;
/// no page sets them.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// The task's title.
    pub title: &'static str,
    /// How long it usually takes, in working days.
    pub working_days: u16,
    /// 简称 of the unit that usually leads; none when it is the 区市 of the project.
    pub lead: Option<&'static str>,
}

const fn step(title: &'static str, working_days: u16, lead: &'static str) -> Step {
    Step { title, working_days, lead: Some(lead) }
}

const fn local(title: &'static str, working_days: u16) -> Step {
    Step { title, working_days, lead: None }
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

    /// The chain of steps a new need of this category is offered; empty for 其他.
    pub fn steps(self) -> &'static [Step] {
        const PLANNING: &str = "市自然资源和规划局";
        const FINANCE: &str = "市地方金融监管局";
        const PEOPLE: &str = "市人力资源社会保障局";
        const INDUSTRY: &str = "市工业和信息化局";
        const PRIVATE: &str = "市民营经济局";
        const APPROVAL: &str = "市行政审批局";
        const NATURE: &str = "市生态环境局";
        const SCIENCE: &str = "市科技局";
        const MARKET: &str = "市市场监管局";
        const GRID: &str = "国网供电";
        match self {
            Self::Land => {
                const {
                    &[
                        local("项目选址", 15),
                        step("用地预审", 20, PLANNING),
                        step("土地招拍挂", 45, PLANNING),
                        step("不动产登记", 10, PLANNING),
                    ]
                }
            }
            Self::Premises => {
                const {
                    &[
                        step("梳理可用厂房场地", 10, INDUSTRY),
                        local("现场对接看址", 10),
                        local("签订租赁或购置协议", 15),
                    ]
                }
            }
            Self::Loan => {
                const {
                    &[
                        step("摸清融资需求", 5, FINANCE),
                        step("组织银企对接", 10, FINANCE),
                        step("授信审批", 20, FINANCE),
                        step("贷款发放", 10, FINANCE),
                    ]
                }
            }
            Self::Equity => {
                const {
                    &[
                        step("编制融资说明材料", 10, PRIVATE),
                        step("组织投融资对接", 15, FINANCE),
                        step("尽职调查", 30, FINANCE),
                        step("签订投资协议", 20, FINANCE),
                    ]
                }
            }
            Self::Talent => {
                const {
                    &[
                        step("制定人才需求清单", 5, PEOPLE),
                        step("组织专场招引", 20, PEOPLE),
                        step("办理引进和落户手续", 15, PEOPLE),
                        step("兑现人才政策", 20, PEOPLE),
                    ]
                }
            }
            Self::Labour => {
                const {
                    &[
                        step("发布用工信息", 5, PEOPLE),
                        step("组织专场招聘", 15, PEOPLE),
                        step("开展岗前培训", 20, PEOPLE),
                    ]
                }
            }
            Self::Orders => {
                const {
                    &[
                        step("梳理产品目录和目标客户", 10, INDUSTRY),
                        step("组织供需对接会", 20, INDUSTRY),
                        step("跟踪订单签约", 20, PRIVATE),
                    ]
                }
            }
            Self::Scenario => {
                const {
                    &[
                        step("征集应用场景", 15, INDUSTRY),
                        step("组织场景对接", 15, INDUSTRY),
                        step("开展示范应用", 60, INDUSTRY),
                    ]
                }
            }
            Self::Policy => {
                const {
                    &[
                        step("梳理适用政策", 5, PRIVATE),
                        step("辅导申报", 10, PRIVATE),
                        step("审核公示", 20, PRIVATE),
                        step("资金拨付", 15, "市财政局"),
                    ]
                }
            }
            Self::Approval => {
                const {
                    &[
                        step("明确审批事项和材料清单", 3, APPROVAL),
                        step("受理申请", 5, APPROVAL),
                        step("办结发证", 15, APPROVAL),
                    ]
                }
            }
            Self::Utilities => {
                const {
                    &[
                        step("受理报装", 3, GRID),
                        step("现场勘查和方案答复", 10, GRID),
                        step("配套工程施工", 30, GRID),
                        step("验收接入", 5, GRID),
                    ]
                }
            }
            Self::Environment => {
                const {
                    &[
                        step("编制环评能评文件", 20, NATURE),
                        step("受理和技术评估", 15, NATURE),
                        step("公示和批复", 10, NATURE),
                    ]
                }
            }
            Self::Park => {
                const { &[local("现场核实配套缺口", 5), local("制定建设方案", 15), local("组织实施", 60)] }
            }
            Self::Research => {
                const {
                    &[
                        step("凝练技术难题", 10, SCIENCE),
                        step("对接高校院所", 20, SCIENCE),
                        step("签订合作协议", 20, SCIENCE),
                        step("立项支持", 30, SCIENCE),
                    ]
                }
            }
            Self::Patents => {
                const {
                    &[step("知识产权辅导", 10, MARKET), step("提交预审", 10, MARKET), step("授权或登记", 45, MARKET)]
                }
            }
            Self::Brand => {
                const { &[step("制定宣传方案", 10, PRIVATE), step("组织媒体宣传推介", 20, PRIVATE)] }
            }
            Self::Other => &[],
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
    fn leads_are_shipped_units_and_every_chain_has_days() {
        let shorts: Vec<_> = shipped_units().iter().map(|unit| unit.short).collect();
        for category in DemandCategory::ALL {
            let leads = category.usual_lead().into_iter().chain(category.steps().iter().filter_map(|s| s.lead));
            leads.for_each(|lead| assert!(shorts.contains(&lead), "{lead}"));
            assert!(category.steps().iter().all(|s| s.working_days > 0));
            assert_eq!(category.steps().is_empty(), *category == DemandCategory::Other);
        }
        let land: Vec<_> = DemandCategory::Land.steps().iter().map(|s| s.title).collect();
        assert_eq!(land, ["项目选址", "用地预审", "土地招拍挂", "不动产登记"]);
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in ".{0,30}") {
            let _ = DemandCategory::from_text(&text);
        }
    }
}
