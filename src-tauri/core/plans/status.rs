//! 方案类别, 方案状态 and which state may follow which (domain.md §1.5–1.6).

codes! {
    /// What a plan is for.
    pub enum PlanKind {
        /// All projects of one enterprise.
        Enterprise => "enterprise", "一企一策";
        /// One project.
        Project => "project", "一项目一策";
    }
}

codes! {
    /// Where a plan stands.
    pub enum PlanStatus {
        Draft => "draft", "草拟";
        Consultation => "consultation", "征求意见";
        Signing => "signing", "审签";
        Issued => "issued", "已印发";
        /// A newer version was begun; this one stays readable.
        Revised => "revised", "已修订";
        Repealed => "repealed", "已废止";
    }
}

codes! {
    /// What became of a unit's opinion.
    pub enum OpinionVerdict {
        Taken => "taken", "采纳";
        Partly => "partly", "部分采纳";
        Declined => "declined", "不采纳";
    }
}

impl OpinionVerdict {
    /// The unit is owed a word why.
    pub fn needs_reason(self) -> bool {
        self != Self::Taken
    }
}

impl PlanStatus {
    /// The states that may follow, the usual one first. Until it is issued a plan may always go back to the desk, and
    /// a small one need not be asked about or signed on paper first.
    pub fn allowed_next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Consultation, Self::Signing, Self::Issued],
            Self::Consultation => &[Self::Signing, Self::Issued, Self::Draft],
            Self::Signing => &[Self::Issued, Self::Consultation, Self::Draft],
            Self::Issued => &[Self::Revised, Self::Repealed],
            Self::Revised => &[Self::Repealed],
            Self::Repealed => &[],
        }
    }

    /// The text may still be edited.
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Consultation | Self::Signing)
    }
}

#[cfg(test)]
mod tests {
    use super::PlanStatus::*;

    #[test]
    fn what_is_issued_is_never_edited_again() {
        assert_eq!(Draft.allowed_next().first(), Some(&Consultation));
        assert_eq!(Signing.allowed_next().first(), Some(&Issued));
        assert!([Draft, Consultation, Signing].iter().all(|status| status.allowed_next().contains(&Issued)));
        assert!(!Issued.is_editable() && !Revised.is_editable());
        assert!(Issued.allowed_next().iter().all(|next| !next.is_editable()));
    }
}
