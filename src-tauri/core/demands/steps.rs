//! The chain of steps a need of each category starts with, so that nobody starts from a blank page (domain.md §1.8).
//! Titles, order and days are this program's proposal, to be edited; no page sets them.

use super::category::DemandCategory;

/// A step of the chain a category starts with.
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

impl DemandCategory {
    /// The steps a new need of this category is offered, in order; empty for 其他.
    #[rustfmt::skip]
    pub fn steps(self) -> &'static [Step] {
        match self {
            Self::Land => const { &[local("项目选址", 15), step("用地预审", 20, PLANNING), step("土地招拍挂", 45, PLANNING), step("不动产登记", 10, PLANNING)] },
            Self::Premises => const { &[step("梳理可用厂房场地", 10, INDUSTRY), local("现场对接看址", 10), local("签订租赁或购置协议", 15)] },
            Self::Loan => const { &[step("摸清融资需求", 5, FINANCE), step("组织银企对接", 10, FINANCE), step("授信审批", 20, FINANCE), step("贷款发放", 10, FINANCE)] },
            Self::Equity => const { &[step("编制融资说明材料", 10, PRIVATE), step("组织投融资对接", 15, FINANCE), step("尽职调查", 30, FINANCE), step("签订投资协议", 20, FINANCE)] },
            Self::Talent => const { &[step("制定人才需求清单", 5, PEOPLE), step("组织专场招引", 20, PEOPLE), step("办理引进和落户手续", 15, PEOPLE), step("兑现人才政策", 20, PEOPLE)] },
            Self::Labour => const { &[step("发布用工信息", 5, PEOPLE), step("组织专场招聘", 15, PEOPLE), step("开展岗前培训", 20, PEOPLE)] },
            Self::Orders => const { &[step("梳理产品目录和目标客户", 10, INDUSTRY), step("组织供需对接会", 20, INDUSTRY), step("跟踪订单签约", 20, PRIVATE)] },
            Self::Scenario => const { &[step("征集应用场景", 15, INDUSTRY), step("组织场景对接", 15, INDUSTRY), step("开展示范应用", 60, INDUSTRY)] },
            Self::Policy => const { &[step("梳理适用政策", 5, PRIVATE), step("辅导申报", 10, PRIVATE), step("审核公示", 20, PRIVATE), step("资金拨付", 15, "市财政局")] },
            Self::Approval => const { &[step("明确审批事项和材料清单", 3, APPROVAL), step("受理申请", 5, APPROVAL), step("办结发证", 15, APPROVAL)] },
            Self::Utilities => const { &[step("受理报装", 3, GRID), step("现场勘查和方案答复", 10, GRID), step("配套工程施工", 30, GRID), step("验收接入", 5, GRID)] },
            Self::Environment => const { &[step("编制环评能评文件", 20, NATURE), step("受理和技术评估", 15, NATURE), step("公示和批复", 10, NATURE)] },
            Self::Park => const { &[local("现场核实配套缺口", 5), local("制定建设方案", 15), local("组织实施", 60)] },
            Self::Research => const { &[step("凝练技术难题", 10, SCIENCE), step("对接高校院所", 20, SCIENCE), step("签订合作协议", 20, SCIENCE), step("立项支持", 30, SCIENCE)] },
            Self::Patents => const { &[step("知识产权辅导", 10, MARKET), step("提交预审", 10, MARKET), step("授权或登记", 45, MARKET)] },
            Self::Brand => const { &[step("制定宣传方案", 10, PRIVATE), step("组织媒体宣传推介", 20, PRIVATE)] },
            Self::Other => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::departments::reference::shipped_units;

    #[test]
    fn every_category_has_a_chain_led_by_shipped_units() {
        let shorts: Vec<_> = shipped_units().iter().map(|unit| unit.short).collect();
        for category in DemandCategory::ALL {
            assert!(category.steps().iter().filter_map(|step| step.lead).all(|lead| shorts.contains(&lead)));
            assert!(category.steps().iter().all(|step| step.working_days > 0));
            assert_eq!(category.steps().is_empty(), *category == DemandCategory::Other);
        }
        let land: Vec<_> = DemandCategory::Land.steps().iter().map(|step| step.title).collect();
        assert_eq!(land, ["项目选址", "用地预审", "土地招拍挂", "不动产登记"]);
    }
}
