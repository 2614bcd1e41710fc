//! The steps a project may take from stage to stage, with what each needs first (domain.md §1.6). A table and plain
//! functions over it: nothing here reads a workbook. [`super::advance`] takes the step and keeps its day.

use crate::projects::stage::Stage::{self, *};
use crate::reviews::conclusion::Conclusion;

codes! {
    /// What must be there before a project may take a step.
    pub enum StageNeed {
        ReviewPassed => "review_passed", "最近一轮评审的结论为“通过”";
        ReviewToRevise => "review_to_revise", "最近一轮评审的结论为“修改后再审”";
        HeldSession => "held_session", "已举办的创意会";
        Work => "work", "需求或任务";
        Landing => "landing", "落地认定和佐证";
    }
}

/// What is known of a project when it is to take a step.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Of its latest round of review; none while that round is open, or without any.
    pub conclusion: Option<Conclusion>,
    /// It was presented at a session that was held.
    pub presented: bool,
    /// It has a demand or a task.
    pub work: bool,
    /// It has a landing that is not revoked, with evidence.
    pub landing: bool,
}

impl StageNeed {
    /// Is it there?
    pub fn is_met(self, standing: &Standing) -> bool {
        match self {
            Self::ReviewPassed => standing.conclusion == Some(Conclusion::Passed),
            Self::ReviewToRevise => standing.conclusion == Some(Conclusion::Revise),
            Self::HeldSession => standing.presented,
            Self::Work => standing.work,
            Self::Landing => standing.landing,
        }
    }
}

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    pub from: Stage,
    pub to: Stage,
    /// What must be there first.
    pub needs: Option<StageNeed>,
    /// Must be explained.
    pub reason: bool,
    /// Asks when work will go on.
    pub resume: bool,
}

const fn plain(from: Stage, to: Stage) -> Transition {
    Transition { from, to, needs: None, reason: false, resume: false }
}

const fn needing(from: Stage, to: Stage, need: StageNeed) -> Transition {
    Transition { needs: Some(need), ..plain(from, to) }
}

const fn explained(from: Stage, to: Stage) -> Transition {
    Transition { reason: true, ..plain(from, to) }
}

/// Every step, the usual one of a stage first. 终止 is always explained: nobody remembers in a year why it was.
pub const TRANSITIONS: &[Transition] = &[
    plain(Collected, Review),
    explained(Collected, Stopped),
    needing(Review, Ready, StageNeed::ReviewPassed),
    needing(Review, Revision, StageNeed::ReviewToRevise),
    explained(Review, Stopped),
    plain(Revision, Review),
    explained(Revision, Stopped),
    needing(Ready, Published, StageNeed::HeldSession),
    explained(Ready, Advancing),
    explained(Ready, Stopped),
    needing(Published, Advancing, StageNeed::Work),
    explained(Published, Stopped),
    needing(Advancing, Landed, StageNeed::Landing),
    Transition { resume: true, ..explained(Advancing, Paused) },
    explained(Advancing, Stopped),
    plain(Landed, Archived),
    explained(Landed, Advancing),
    plain(Paused, Advancing),
    explained(Paused, Stopped),
    explained(Stopped, Advancing),
    explained(Archived, Advancing),
];

/// The step from a stage to another, if there is one.
pub fn transition(from: Stage, to: Stage) -> Option<&'static Transition> {
    TRANSITIONS.iter().find(|one| one.from == from && one.to == to)
}

impl Transition {
    /// What staff call the step: mostly the stage it leads to.
    pub fn word(&self) -> &'static str {
        match (self.from, self.to) {
            (Advancing, Landed) => "认定落地",
            (Landed, Advancing) => "撤销认定",
            (Stopped | Archived, Advancing) => "重启",
            (Paused, Advancing) => "恢复推进",
            (Ready, Advancing) => "不上会直接推进",
            (_, Archived) => "归档",
            (_, to) => to.label(),
        }
    }

    /// What is still missing for it.
    pub fn missing(&self, standing: &Standing) -> Option<StageNeed> {
        self.needs.filter(|need| !need.is_met(standing))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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

    #[test]
    fn what_each_step_needs() {
        let need = |from, to| transition(from, to).and_then(|one| one.needs);
        assert_eq!(need(Review, Ready), Some(StageNeed::ReviewPassed));
        assert_eq!(need(Review, Revision), Some(StageNeed::ReviewToRevise));
        assert_eq!(need(Ready, Published), Some(StageNeed::HeldSession));
        assert_eq!(need(Published, Advancing), Some(StageNeed::Work));
        assert_eq!(need(Advancing, Landed), Some(StageNeed::Landing));
        let without = TRANSITIONS.iter().filter(|one| one.needs.is_none()).count();
        assert_eq!(without, TRANSITIONS.len() - 5, "the other steps need nothing but a reason");
    }

    #[test]
    fn revoking_a_landing_restarting_pausing_and_stopping_ask_why() {
        let explained = |from, to| transition(from, to).is_some_and(|one| one.reason);
        assert!(explained(Landed, Advancing) && explained(Archived, Advancing) && explained(Stopped, Advancing));
        assert!(explained(Ready, Advancing) && explained(Advancing, Paused));
        assert!(TRANSITIONS.iter().filter(|one| one.to == Stopped).all(|one| one.reason));
        assert!(!explained(Published, Advancing) && !explained(Paused, Advancing) && !explained(Advancing, Landed));
        assert!(TRANSITIONS.iter().all(|one| one.resume == (one.to == Paused)), "only 暂缓 asks when it goes on");
    }

    /// Scenario 16.
    #[test]
    fn an_idea_is_not_published_without_review() {
        assert!(transition(Collected, Published).is_none());
    }

    fn standings() -> impl Strategy<Value = Standing> {
        let conclusion = prop::option::of(prop::sample::select(Conclusion::ALL));
        (conclusion, any::<bool>(), any::<bool>(), any::<bool>())
            .prop_map(|(conclusion, presented, work, landing)| Standing { conclusion, presented, work, landing })
    }

    proptest! {
        /// Whatever happens around a project, no run of allowed steps enters a stage whose guard is false.
        #[test]
        fn no_run_of_steps_enters_a_stage_whose_guard_is_false(
            run in prop::collection::vec((standings(), prop::sample::select(Stage::ALL)), 1..40)
        ) {
            let (mut stage, mut published_once, mut passed_once) = (Collected, false, false);
            for (standing, to) in run {
                let Some(step) = transition(stage, to).filter(|step| step.missing(&standing).is_none()) else { continue };
                match (stage, to) {
                    (_, Landed) => prop_assert!(standing.landing),
                    (_, Ready) => prop_assert!(standing.conclusion == Some(Conclusion::Passed)),
                    (_, Revision) => prop_assert!(standing.conclusion == Some(Conclusion::Revise)),
                    (_, Published) => prop_assert!(standing.presented && passed_once, "published without a passed review"),
                    (Published, Advancing) => prop_assert!(standing.work && published_once),
                    (_, Archived) => prop_assert!(stage == Landed),
                    _ => {}
                }
                passed_once |= to == Ready;
                published_once |= to == Published;
                stage = step.to;
            }
        }
    }
}
