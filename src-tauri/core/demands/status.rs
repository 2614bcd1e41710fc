//! 需求状态 (domain.md §1.6); which one may follow which stands in [`super::transitions`].

codes! {
    /// Where a need stands.
    pub enum DemandStatus {
        Registered => "registered", "登记";
        Assigned => "assigned", "交办";
        InProgress => "in_progress", "办理中";
        Answered => "answered", "已答复";
        Solved => "solved", "已解决";
        Closed => "closed", "已销号";
        Unsolvable => "unsolvable", "无法解决";
    }
}

codes! {
    /// What the enterprise said when asked afterwards (回访).
    pub enum Satisfaction {
        Satisfied => "satisfied", "满意";
        RatherSatisfied => "rather_satisfied", "基本满意";
        Dissatisfied => "dissatisfied", "不满意";
        NotAsked => "not_asked", "未回访";
    }
}

impl DemandStatus {
    /// Counts in the numerator of 需求解决率 (domain.md §1.7).
    pub fn is_solved(self) -> bool {
        matches!(self, Self::Solved | Self::Closed)
    }

    /// Work on it has ended, well or not.
    pub fn has_ended(self) -> bool {
        self.is_solved() || self == Self::Unsolvable
    }
}
