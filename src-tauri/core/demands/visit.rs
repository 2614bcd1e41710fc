//! 回访: the enterprise is asked whether it is satisfied. The latest says what the demand's 满意度 is.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::demands::advance::{DemandStep, advance};
use crate::demands::set::name_of;
use crate::demands::status::{DemandStatus, Satisfaction};
use crate::error::{Error, Result};
use crate::ids::{DemandId, Id};
use crate::storage::demands as stored;
use crate::storage::rows::{Demand, DemandVisit};
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a 回访 that can be typed into.
    pub enum VisitField {
        OnDay => "on_day", "回访日期";
        Manner => "manner", "回访方式";
        Satisfaction => "satisfaction", "满意度";
        Text => "text", "回访意见";
        Visitor => "visitor", "回访人";
    }
}

/// A new 回访 as filled in.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewVisit {
    pub demand: DemandId,
    /// As typed; empty: today.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    pub satisfaction: Satisfaction,
    /// 电话, 上门 …
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub manner: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub visitor: String,
    /// The step taken with it, in the same action: 销号, or back to 办理中.
    #[serde(default)]
    #[ts(optional)]
    pub then: Option<DemandStatus>,
}

/// Writes a 回访, and takes the step that follows from it; returns the action by name and the 回访.
pub fn add(tx: &Tx<'_>, new: &NewVisit) -> Result<(Action, Id)> {
    let demand: Demand = live(tx, new.demand)?;
    if new.satisfaction == Satisfaction::NotAsked {
        return Err(Error::invalid(texts::visit_without_answer()));
    }
    let on = day(tx, &new.on)?;
    let visit = DemandVisit {
        id: Id::new(),
        demand_id: new.demand,
        on_day: on,
        manner: input::line(&new.manner, VisitField::Manner.label())?,
        satisfaction: new.satisfaction,
        text: input::text(&new.text, VisitField::Text.label(), input::LONG)?,
        visitor: input::line(&new.visitor, VisitField::Visitor.label())?,
        deleted: false,
    };
    insert(tx, &visit)?;
    follow(tx, new.demand)?;
    match new.then {
        Some(to) => {
            let said = if to == DemandStatus::InProgress { visit.text.as_str() } else { "" };
            advance(tx, new.demand, DemandStep::to(to).on(Some(on)).said(said))?;
            Ok((
                Action::new(Verb::Create, Kind::Demand, texts::visit_and_step(to.label(), &name_of(&demand))),
                visit.id,
            ))
        }
        None => Ok((Action::new(Verb::Create, Kind::Demand, texts::visit_of(&name_of(&demand))), visit.id)),
    }
}

fn day(tx: &Tx<'_>, typed: &str) -> Result<NaiveDate> {
    let word = VisitField::OnDay.label();
    let on = input::day(typed, word, tx.today)?.unwrap_or(tx.today);
    if on > tx.today {
        return Err(Error::invalid(texts::tasks::not_yet(word, on, tx.today)));
    }
    Ok(on)
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: Id, field: VisitField, typed: &str) -> Result<Action> {
    let before: DemandVisit = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        VisitField::OnDay => after.on_day = day(tx, typed)?,
        VisitField::Manner => after.manner = input::line(typed, word)?,
        VisitField::Satisfaction => {
            let asked = input::choice(typed, word, Satisfaction::from_label, Satisfaction::labels())?;
            let asked = asked.filter(|asked| *asked != Satisfaction::NotAsked);
            after.satisfaction = asked.ok_or_else(|| Error::invalid(texts::visit_without_answer()))?;
        }
        VisitField::Text => after.text = input::text(typed, word, input::LONG)?,
        VisitField::Visitor => after.visitor = input::line(typed, word)?,
    }
    update(tx, &before, &after)?;
    let demand = follow(tx, before.demand_id)?;
    Ok(Action::set(Kind::Demand, word, name_of(&demand)))
}

/// Takes a 回访 away; returns the action by name.
pub fn trash(tx: &Tx<'_>, id: Id) -> Result<Action> {
    let before: DemandVisit = live(tx, id)?;
    update(tx, &before, &DemandVisit { deleted: true, ..before.clone() })?;
    let demand = follow(tx, before.demand_id)?;
    Ok(Action::new(Verb::Trash, Kind::Demand, texts::visit_of(&name_of(&demand))))
}

/// The demand's 满意度 is that of the latest 回访. A closed demand keeps one that lets it be closed.
fn follow(tx: &Tx<'_>, id: DemandId) -> Result<Demand> {
    let before: Demand = live(tx, id)?;
    let satisfaction = stored::last_visit(tx, id)?.map(|visit| visit.satisfaction);
    let pleased = matches!(satisfaction, Some(Satisfaction::Satisfied | Satisfaction::RatherSatisfied));
    if before.status == DemandStatus::Closed && !pleased {
        return Err(Error::invalid(texts::closed_needs_visit()));
    }
    let after = Demand { satisfaction, ..before.clone() };
    update(tx, &before, &after)?;
    Ok(after)
}
