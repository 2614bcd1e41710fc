//! Which status of a demand may follow which, and what must be there first: one table (domain.md §1.6), decided on
//! plain values.

use crate::demands::status::{DemandStatus, Satisfaction};

/// What a step asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// 牵头单位: somebody to hand it to.
    Lead,
    /// 办理结果: what was answered or done, now or before.
    Result,
    /// 政策依据: why it cannot be done. What was answered before is no reason.
    Basis,
    /// The enterprise is not satisfied: a 回访 says so, or it is told now.
    Dissatisfied,
    /// A 回访 since work on it last began, in which the enterprise is satisfied.
    Visit,
}

/// How a demand stands when it is to take a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    pub lead: bool,
    /// 办理结果 has been written.
    pub result: bool,
    /// What the latest 回访 said since work on it last began.
    pub visit: Option<Satisfaction>,
    /// Something is said with the step.
    pub said: bool,
}

/// A step and what it asks for.
struct Step {
    from: DemandStatus,
    to: DemandStatus,
    needs: &'static [Need],
}

const fn step(from: DemandStatus, to: DemandStatus, needs: &'static [Need]) -> Step {
    Step { from, to, needs }
}

/// The usual step of each status first. 已解决 → 办理中 is this program's own: a 回访 after the solution may be 不满意 as
/// well as one after the answer.
const TABLE: &[Step] = {
    use DemandStatus::*;
    &[
        step(Registered, Assigned, &[Need::Lead]),
        step(Registered, Unsolvable, &[Need::Basis]),
        step(Assigned, InProgress, &[Need::Lead]),
        step(Assigned, Unsolvable, &[Need::Basis]),
        step(InProgress, Answered, &[Need::Lead, Need::Result]),
        step(InProgress, Unsolvable, &[Need::Basis]),
        step(Answered, Solved, &[Need::Lead, Need::Result]),
        step(Answered, InProgress, &[Need::Lead, Need::Dissatisfied]),
        step(Answered, Unsolvable, &[Need::Basis]),
        step(Solved, Closed, &[Need::Result, Need::Visit]),
        step(Solved, InProgress, &[Need::Lead, Need::Dissatisfied]),
        step(Solved, Unsolvable, &[Need::Basis]),
    ]
};

impl Need {
    fn is_met(self, standing: &Standing) -> bool {
        match self {
            Self::Lead => standing.lead,
            Self::Result => standing.result || standing.said,
            Self::Basis => standing.said,
            Self::Dissatisfied => standing.said || standing.visit == Some(Satisfaction::Dissatisfied),
            Self::Visit => {
                matches!(standing.visit, Some(Satisfaction::Satisfied | Satisfaction::RatherSatisfied))
            }
        }
    }
}

impl DemandStatus {
    /// The statuses that may follow, the usual one first; empty when the need has ended.
    pub fn allowed_next(self) -> Vec<Self> {
        TABLE.iter().filter(|step| step.from == self).map(|step| step.to).collect()
    }
}

/// What a step still lacks; nothing: it may be taken. `None`: there is no such step.
pub fn missing(from: DemandStatus, to: DemandStatus, standing: &Standing) -> Option<Vec<Need>> {
    let step = TABLE.iter().find(|step| step.from == from && step.to == to)?;
    Some(step.needs.iter().copied().filter(|need| !need.is_met(standing)).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use DemandStatus::*;

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
        let open: Vec<_> = DemandStatus::ALL.iter().filter(|status| !status.allowed_next().is_empty()).collect();
        assert_eq!(open.len(), 5);
        assert!(open.iter().all(|status| status.allowed_next().contains(&Unsolvable)));
        assert!(!Registered.allowed_next().contains(&Solved), "a need is not solved before anybody had it");
    }

    #[test]
    fn each_step_says_what_it_lacks() {
        let nothing = Standing::default();
        assert_eq!(missing(Registered, Assigned, &nothing), Some(vec![Need::Lead]));
        assert_eq!(missing(Solved, Closed, &nothing), Some(vec![Need::Result, Need::Visit]));
        assert_eq!(missing(Registered, Closed, &nothing), None);
        let answered = Standing { lead: true, result: true, ..Standing::default() };
        assert_eq!(missing(InProgress, Answered, &answered), Some(vec![]));
        assert_eq!(missing(Answered, Unsolvable, &answered), Some(vec![Need::Basis]), "an answer is no reason");
        assert_eq!(missing(Answered, InProgress, &answered), Some(vec![Need::Dissatisfied]));
        let visit = Some(Satisfaction::Dissatisfied);
        let unhappy = Standing { visit, ..answered.clone() };
        assert_eq!(missing(Answered, InProgress, &unhappy), Some(vec![]));
        assert_eq!(missing(Solved, Closed, &unhappy), Some(vec![Need::Visit]));
    }

    /// What a person may do to a demand.
    #[derive(Debug, Clone)]
    enum Do {
        Lead(bool),
        Visit(Satisfaction),
        Step(DemandStatus, bool),
    }

    fn anything() -> impl Strategy<Value = Do> {
        prop_oneof![
            any::<bool>().prop_map(Do::Lead),
            prop::sample::select(Satisfaction::ALL).prop_map(Do::Visit),
            (prop::sample::select(DemandStatus::ALL), any::<bool>()).prop_map(|(to, said)| Do::Step(to, said)),
        ]
    }

    /// What each status claims, told apart from the table.
    fn claims_hold(status: DemandStatus, standing: &Standing) -> bool {
        match status {
            Registered => true,
            Assigned | InProgress => standing.lead,
            Answered | Solved => standing.lead && standing.result,
            Closed => {
                let pleased = [Some(Satisfaction::Satisfied), Some(Satisfaction::RatherSatisfied)];
                standing.result && pleased.contains(&standing.visit)
            }
            Unsolvable => standing.result,
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn no_sequence_of_allowed_steps_reaches_a_status_whose_guard_is_false(
            actions in prop::collection::vec(anything(), 1..40),
        ) {
            let (mut status, mut standing) = (Registered, Standing::default());
            for action in actions {
                match action {
                    Do::Lead(lead) => standing.lead = lead,
                    Do::Visit(said) => standing.visit = Some(said),
                    Do::Step(to, said) => {
                        let now = Standing { said, ..standing.clone() };
                        if missing(status, to, &now).is_none_or(|lacking| !lacking.is_empty()) {
                            continue;
                        }
                        // As `advance` keeps what was said: work that begins again forgets the 回访.
                        standing.result |= said && to != InProgress;
                        if to == InProgress {
                            standing.visit = None;
                        }
                        status = to;
                        prop_assert!(claims_hold(status, &standing), "{status:?} {standing:?}");
                    }
                }
            }
        }
    }
}
