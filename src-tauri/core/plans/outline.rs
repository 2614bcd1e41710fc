//! The sections a 实施方案 has (domain.md §3.1), what belongs into each, and the paragraphs it starts with.

codes! {
    /// A section of a plan, in the order of the paper; its label is the heading without a number.
    pub enum PlanSection {
        Basics => "basics", "基本情况";
        Enterprise => "enterprise", "企业概况";
        Content => "content", "项目内容";
        Opinion => "opinion", "专家论证意见";
        Goals => "goals", "工作目标";
        Needs => "needs", "需求事项及解决措施";
        Duties => "duties", "责任分工";
        Schedule => "schedule", "时间表和路线图";
        Safeguards => "safeguards", "保障措施";
        Leadership => "leadership", "组织领导";
        Dispatch => "dispatch", "统筹调度";
        Supervision => "supervision", "督查督办";
        Adjustment => "adjustment", "动态调整";
    }
}

codes! {
    /// The tables behind a plan, in the order of their numbers.
    pub enum PlanAttachment {
        Duties => "duties", "责任分工表";
        Timetable => "timetable", "时间表";
        Roadmap => "roadmap", "路线图";
        Contacts => "contacts", "联系表";
    }
}

impl PlanSection {
    /// 1 for 一、 and 2 for （一）.
    pub fn level(self) -> u8 {
        match self {
            Self::Basics | Self::Goals | Self::Needs | Self::Duties | Self::Schedule | Self::Safeguards => 1,
            _ => 2,
        }
    }

    /// The section has paragraphs of its own (and not only sections below it).
    pub fn has_text(self) -> bool {
        !matches!(self, Self::Basics | Self::Safeguards)
    }

    /// What to write here, shown in place of the text while there is none.
    pub fn guide(self) -> &'static str {
        match self {
            Self::Basics => "概述企业和项目的基本情况。",
            Self::Enterprise => "填写企业成立时间、所在区市、主营业务、人员规模、经营情况和荣誉称号。",
            Self::Content => "填写项目名称、建设地点、总投资、建设内容、创新点和预期效益。",
            Self::Opinion => "填写评审论证的轮次、结论、专家主要意见和修改完善情况。",
            Self::Goals => "填写总体目标和阶段目标，写明可量化的指标和完成时间。",
            Self::Needs => "逐项写明需求、解决措施、牵头单位、配合单位、责任人和完成时限。",
            Self::Duties => "填写推进小组的组成和各单位的职责分工。",
            Self::Schedule => "填写各阶段的主要节点和完成时间。",
            Self::Safeguards => "填写组织领导、统筹调度、督查督办和动态调整的要求。",
            Self::Leadership => "填写推进小组的领导方式和各单位的工作要求。",
            Self::Dispatch => "填写调度的频次、方式和报送要求。",
            Self::Supervision => "填写对临期、滞后、逾期事项的督办办法。",
            Self::Adjustment => "填写方案调整的条件和程序。",
        }
    }

    /// The paragraph a new plan starts with where one wording serves every plan; it may be edited.
    pub fn draft(self) -> Option<&'static str> {
        match self {
            Self::Leadership => Some(
                "市民营企业创意工作专班负责统筹，推进小组具体实施。各牵头单位对承担事项负总责，明确分管负责人和具体责任人；各配合单位按职责分工抓好落实。",
            ),
            Self::Dispatch => Some(
                "建立工作台账，实行按月调度。各牵头单位每月底前报送进展情况、存在问题和下步打算，需要协调的事项随时提报，由专班分级协调解决。",
            ),
            Self::Supervision => Some(
                "对临近时限的事项及时提示，对滞后序时进度的事项跟踪督办，对逾期未完成的事项予以通报。事项完成后经核实销号。",
            ),
            Self::Adjustment => Some(
                "项目建设条件发生变化，确需调整任务、时限或责任单位的，由牵头单位说明理由，经推进小组研究后调整，并及时告知企业。",
            ),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_chapters_and_what_lies_under_them() {
        let chapters: Vec<_> = PlanSection::ALL.iter().filter(|s| s.level() == 1).map(|s| s.label()).collect();
        assert_eq!(chapters, ["基本情况", "工作目标", "需求事项及解决措施", "责任分工", "时间表和路线图", "保障措施"]);
        assert_eq!(PlanSection::ALL.iter().filter(|s| s.has_text()).count(), 11);
        assert!(
            PlanSection::ALL.iter().all(|s| s.guide().ends_with('。') && s.draft().is_none_or(|d| d.ends_with('。')))
        );
    }
}
