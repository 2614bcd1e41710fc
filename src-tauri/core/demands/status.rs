//! 需求状态 and which one may follow which (domain.md §1.6).

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
    /// The states that may follow, the usual one first; empty when the need has ended.
    pub fn allowed_next(self) -> &'static [Self] {
        match self {
            Self::Registered => &[Self::Assigned, Self::Unsolvable],
            Self::Assigned => &[Self::InProgress, Self::Unsolvable],
            Self::InProgress => &[Self::Answered, Self::Unsolvable],
            // Back to work when the enterprise is not satisfied with the answer.
            Self::Answered => &[Self::Solved, Self::InProgress, Self::Unsolvable],
            Self::Solved => &[Self::Closed, Self::Unsolvable],
            Self::Closed | Self::Unsolvable => &[],
        }
    }

    /// Counts in the numerator of 需求解决率 (domain.md §1.7).
    pub fn is_solved(self) -> bool {
        matches!(self, Self::Solved | Self::Closed)
    }

    /// Work on it has ended, well or not.
    pub fn has_ended(self) -> bool {
        self.is_solved() || self == Self::Unsolvable
    }
}

#[cfg(test)]
mod tests {
    use super::DemandStatus::{self, *};

    #[test]
    fn the_usual_path_leads_to_the_end() {
        let mut path = vec![Registered];
        while let Some(next) = path[path.len() - 1].allowed_next().first() {
            path.push(*next);
        }
        assert_eq!(path, [Registered, Assigned, InProgress, Answered, Solved, Closed]);
    }

    #[test]
    fn an_unsatisfying_answer_goes_back_and_any_open_need_can_fail() {
        assert!(Answered.allowed_next().contains(&InProgress));
        let open = DemandStatus::ALL.iter().filter(|s| !s.allowed_next().is_empty());
        assert_eq!(open.clone().count(), 5);
        assert!(open.clone().all(|status| status.allowed_next().contains(&Unsolvable)));
        assert!(!Registered.allowed_next().contains(&Solved), "a need is not solved before anybody had it");
    }
}
