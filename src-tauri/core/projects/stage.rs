//! 项目阶段 and which one may follow which (domain.md §1.6). The table alone: guards (a passed review, a landing
//! with evidence, a reason) are checked by the action that changes the stage.

codes! {
    /// Where a project stands on its way from an idea to landing.
    pub enum Stage {
        Collected => "collected", "征集登记";
        Review => "review", "评审论证";
        Revision => "revision", "修改完善";
        Ready => "ready", "待发布";
        Published => "published", "已发布";
        Advancing => "advancing", "推进中";
        Landed => "landed", "已落地";
        Paused => "paused", "暂缓";
        Stopped => "stopped", "终止";
        Archived => "archived", "已归档";
    }
}

impl Stage {
    /// The stages that may follow, the usual one first.
    pub fn allowed_next(self) -> &'static [Self] {
        match self {
            Self::Collected => &[Self::Review, Self::Stopped],
            Self::Review => &[Self::Ready, Self::Revision, Self::Stopped],
            Self::Revision => &[Self::Review, Self::Stopped],
            Self::Ready => &[Self::Published, Self::Advancing, Self::Stopped],
            Self::Published => &[Self::Advancing, Self::Stopped],
            Self::Advancing => &[Self::Landed, Self::Paused, Self::Stopped],
            Self::Landed => &[Self::Archived, Self::Advancing],
            Self::Paused => &[Self::Advancing, Self::Stopped],
            Self::Stopped | Self::Archived => &[Self::Advancing],
        }
    }

    /// Whether changing to `next` needs a reason in words: going on without a session, pausing, stopping, revoking
    /// a landing, taking up again.
    pub fn needs_reason(self, next: Self) -> bool {
        match next {
            Self::Stopped | Self::Paused => true,
            Self::Advancing => matches!(self, Self::Ready | Self::Landed | Self::Stopped | Self::Archived),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stage::{self, *};

    #[test]
    fn the_table_of_the_dossier() {
        let table: [(Stage, &[Stage]); 10] = [
            (Collected, &[Review, Stopped]),
            (Review, &[Ready, Revision, Stopped]),
            (Revision, &[Review, Stopped]),
            (Ready, &[Published, Advancing, Stopped]),
            (Published, &[Advancing, Stopped]),
            (Advancing, &[Landed, Paused, Stopped]),
            (Landed, &[Archived, Advancing]),
            (Paused, &[Advancing, Stopped]),
            (Stopped, &[Advancing]),
            (Archived, &[Advancing]),
        ];
        assert!(table.iter().all(|(stage, next)| stage.allowed_next() == *next));
        assert_eq!(table.len(), Stage::ALL.len());
    }

    /// Scenario 16.
    #[test]
    fn an_idea_is_not_published_without_review() {
        assert!(!Collected.allowed_next().contains(&Published));
    }

    #[test]
    fn revoking_a_landing_and_restarting_ask_why() {
        assert!(Landed.needs_reason(Advancing) && Archived.needs_reason(Advancing) && Ready.needs_reason(Advancing));
        assert!(
            !Published.needs_reason(Advancing) && !Paused.needs_reason(Advancing) && !Advancing.needs_reason(Landed)
        );
    }
}
