//! The state of a demand, by the table of domain.md §1.6.

use crate::action::{Action, Kind};
use crate::demands::set::name_of;
use crate::demands::status::DemandStatus;
use crate::error::{Error, Result};
use crate::ids::DemandId;
use crate::storage::rows::Demand;
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

/// Moves a demand to a state. What was done (or why it cannot be done) is needed where the state claims it; returns
/// the action by name.
pub fn advance(tx: &Tx<'_>, id: DemandId, to: DemandStatus, result: &str) -> Result<Action> {
    let before: Demand = live(tx, id)?;
    if !before.status.allowed_next().contains(&to) {
        let allowed: Vec<&str> = before.status.allowed_next().iter().map(|status| status.label()).collect();
        return Err(Error::invalid(texts::demand_step_not_allowed(
            before.status.label(),
            to.label(),
            &allowed.join("、"),
        )));
    }
    let said = input::text(result, "办理结果", input::LONG)?;
    // What was answered before is no reason why it cannot be done (domain.md §1.6: 说明政策依据).
    if to == DemandStatus::Unsolvable && said.is_empty() {
        return Err(Error::invalid(texts::demand_needs_result(to.label())));
    }
    let result = if said.is_empty() { before.result.clone() } else { said };
    let claims = matches!(to, DemandStatus::Answered | DemandStatus::Solved);
    if claims && result.is_empty() {
        return Err(Error::invalid(texts::demand_needs_result(to.label())));
    }
    let resolved_on = if to.is_solved() { before.resolved_on.or(Some(tx.today)) } else { None };
    update(tx, &before, &Demand { status: to, result, resolved_on, ..before.clone() })?;
    Ok(Action::set(Kind::Demand, format!("状态为{}", to.label()), name_of(&before)))
}
