//! What synthetic tasks, needs and progress notes say.

use crate::demands::category::DemandCategory::{self, *};
use crate::projects::phase::MilestonePhase::{self, *};

/// A task as offices write it.
#[derive(Debug)]
pub struct TaskTemplate {
    /// 重点任务.
    pub title: &'static str,
    /// 具体措施.
    pub measure: &'static str,
    /// 交付成果.
    pub deliverable: &'static str,
    /// 简称 of the unit that leads.
    pub lead: &'static str,
    /// 简称 of the units that assist.
    pub assisting: &'static [&'static str],
    /// The need it serves.
    pub category: DemandCategory,
    /// The phase of the 路线图 it belongs to.
    pub phase: MilestonePhase,
}

const PLANNING: &str = "市自然资源和规划局";
const NATURE: &str = "市生态环境局";
const APPROVAL: &str = "市行政审批局";
const BUILDING: &str = "市住房和城乡建设局";
const GRID: &str = "国网供电";
const FINANCE: &str = "市地方金融监管局";
const PEOPLE: &str = "市人力资源社会保障局";
const SCIENCE: &str = "市科技局";
const INDUSTRY: &str = "市工业和信息化局";
const PRIVATE: &str = "市民营经济局";
const MARKET: &str = "市市场监管局";
const TRADE: &str = "市商务局";

#[rustfmt::skip]
macro_rules! templates {
    ($($title:literal $category:ident $phase:ident $lead:ident [$($assisting:ident)*] $measure:literal => $deliverable:literal;)*) => {
        &[$(TaskTemplate { title: $title, measure: $measure, deliverable: $deliverable, lead: $lead, assisting: &[$($assisting),*], category: $category, phase: $phase }),*]
    };
}

/// Tasks of every usual kind.
#[rustfmt::skip]
pub static TASK_TEMPLATES: &[TaskTemplate] = templates! {
    "用地预审与规划选址" Land Preparation PLANNING [APPROVAL] "会同区市现场踏勘，核对国土空间规划，一次性告知所需材料" => "用地预审与选址意见书";
    "土地招拍挂" Land Resources PLANNING [] "编制供地方案，组织净地出让" => "土地成交确认书";
    "不动产登记" Land Resources PLANNING [] "开通绿色通道，压缩登记时限" => "不动产权证书";
    "环评批复" Environment Preparation NATURE [APPROVAL] "提前介入指导编制环评文件，受理后限时办结" => "环评批复文件";
    "排污许可办理" Environment Resources NATURE [] "指导企业填报，组织技术核查" => "排污许可证";
    "施工许可办理" Approval Construction APPROVAL [BUILDING] "实行容缺受理、并联审批" => "建筑工程施工许可证";
    "施工图审查" Approval Preparation BUILDING [] "组织联合审图，一次性反馈意见" => "施工图审查合格书";
    "道路管网配套" Park Resources BUILDING [] "将项目周边道路和管网纳入年度建设计划" => "配套工程竣工验收单";
    "供电增容" Utilities Resources GRID [INDUSTRY] "上门勘查，制定供电方案，同步实施外线工程" => "供电方案答复书";
    "正式供电接入" Utilities Production GRID [] "组织竣工检验和装表接电" => "供用电合同";
    "银企对接" Loan Resources FINANCE [PRIVATE] "梳理融资需求，组织合作银行上门对接" => "授信批复";
    "投融资对接" Equity Resources FINANCE [PRIVATE] "组织投资机构路演，跟踪尽职调查" => "投资协议";
    "高端人才引进" Talent Resources PEOPLE [SCIENCE] "制定人才需求清单，组织专场招引，落实安居政策" => "人才引进协议";
    "专场招聘" Labour Production PEOPLE [] "发布岗位信息，组织线上线下招聘" => "招聘情况报告";
    "研发补助兑现" Policy Production SCIENCE [] "辅导归集研发费用，按程序审核拨付" => "补助资金拨付凭证";
    "校企联合攻关" Research Preparation SCIENCE [INDUSTRY] "凝练技术难题，对接高校院所揭榜" => "产学研合作协议";
    "应用场景推荐" Scenario Production INDUSTRY [] "征集场景需求，推荐产品进入应用场景清单" => "场景清单";
    "上下游供需对接" Orders Production INDUSTRY [PRIVATE] "编制产品目录，组织链上企业对接会" => "合作订单";
    "技改项目备案" Approval Preparation INDUSTRY [APPROVAL] "指导在线备案，同步辅导设备补助申报" => "项目备案证明";
    "惠企政策辅导" Policy Preparation PRIVATE [] "逐条比对政策，列出可享清单，一对一辅导申报" => "政策兑现清单";
    "媒体宣传推介" Brand Production PRIVATE [] "组织媒体采访，推荐参加展会" => "宣传报道";
    "专利快速预审" Patents Preparation MARKET [] "开展知识产权辅导，进入快速预审通道" => "专利授权通知书";
    "境外市场开拓" Orders Production TRADE [] "组织参加境外展会，落实出口信用保险" => "外贸订单";
};

/// The template of a title.
pub fn task_template(title: &str) -> Option<&'static TaskTemplate> {
    TASK_TEMPLATES.iter().find(|template| template.title == title)
}

/// What was done, by how far the task is: below 30, below 60, below 100, 100 percent.
pub const DONE: [&[&str]; 4] = [
    &["已与企业对接，明确需求和联系人。", "已制定工作计划，分解到责任处室。", "已召开碰头会，列出材料清单。"],
    &["企业已提交主要材料，正在审核。", "已完成现场勘查，方案征求意见中。", "已组织对接两次，初步达成意向。"],
    &["主要手续已办完，剩余一项待批复。", "方案已确定，正在组织实施。", "已签订意向，正在办理正式手续。"],
    &["全部完成，材料已归档。", "已办结，成果已交企业。", "已完成并通过企业确认。"],
];

/// Why it does not move.
pub const PROBLEMS: &[&str] = &[
    "涉及控规调整，需区市和市级部门共同研究。",
    "外线通道占用绿化带，需园林和道路部门协同。",
    "企业抵押物不足，银行授信额度低于需求。",
    "材料反复补正，办理周期拉长。",
    "资金来源尚未落实，需提请专班协调。",
];

/// What comes next.
pub const NEXT_STEPS: &[&str] = &[
    "每周调度一次，推动尽快取得批复。",
    "近期组织专题会商，明确解决路径。",
    "跟踪企业补齐材料，限时办结。",
    "与区市共同上门服务，现场解决问题。",
];

/// What was done, as a note about a task at `percent` may say; `turn` varies the words.
pub fn done(percent: u8, turn: usize) -> &'static str {
    let band = match percent {
        0..30 => 0,
        30..60 => 1,
        60..100 => 2,
        _ => 3,
    };
    DONE[band][turn % DONE[band].len()]
}

/// What shows that a task is done.
pub fn evidence(deliverable: &str) -> String {
    format!("已取得{deliverable}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::departments::reference::shipped_units;

    #[test]
    fn leads_and_assisting_units_are_shipped() {
        let shorts: Vec<_> = shipped_units().iter().map(|unit| unit.short).collect();
        for template in TASK_TEMPLATES {
            assert!(shorts.contains(&template.lead), "{}", template.title);
            assert!(template.assisting.iter().all(|unit| shorts.contains(unit) && *unit != template.lead));
            assert_eq!(task_template(template.title).map(|t| t.lead), Some(template.lead));
        }
    }
}
