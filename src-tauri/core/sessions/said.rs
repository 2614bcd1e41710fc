//! 现场: the needs an enterprise raises while its project is presented, and what units answer, typed one line each.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;
use serde::Serialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::demands::category::DemandCategory;
use crate::demands::source::DemandSource;
use crate::departments::set::{add_alias, find_unit};
use crate::error::{Error, Result};
use crate::ids::{DemandId, DepartmentId, Id, PresentationId, ReplyId};
use crate::sessions::line::{ReplyLine, SaidUnit, read_demand, read_reply};
use crate::storage::rows::{Demand, Department, Presentation, Session, SessionReply};
use crate::storage::table::{insert, live, update};
use crate::storage::{departments as units, sessions as stored};
use crate::tasks::due::TypedDue;
use crate::workbook::Tx;
use crate::{demands, input, texts};

codes! {
    /// A field of a reply that can be typed into.
    pub enum ReplyField {
        Department => "department", "答复单位";
        Text => "text", "答复内容";
        Due => "due", "承诺时限";
        Demand => "demand", "需求";
    }
}

/// A unit by name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedUnit {
    pub id: DepartmentId,
    pub name: String,
}

/// What a typed reply would be understood as.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReplyReading {
    /// The unit, when one is recognised.
    pub unit: Option<NamedUnit>,
    /// The name typed that is no unit's; empty otherwise.
    pub unknown: String,
    /// Units like it, best first.
    pub near: Vec<NamedUnit>,
    pub text: String,
    /// As a page says it: 2021年3月底前; with its rule, if it came from one.
    pub due: String,
    /// The words it was read from.
    pub due_words: String,
    /// The need it answers, as far as the words tell.
    pub demand: Option<DemandId>,
    pub demand_name: String,
}

/// What a typed need would be understood as.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DemandReading {
    pub category: DemandCategory,
    /// The category was recognised; otherwise it is 其他 for want of a better one.
    pub recognised: bool,
    pub text: String,
    pub quantity: String,
}

/// The day something was said: that of the session when it is a day that has come, else today.
pub fn said_on(session: &Session, today: NaiveDate) -> NaiveDate {
    use crate::partial_date::Precision::Day;
    session
        .held_on
        .filter(|held_on| held_on.precision == Day)
        .and_then(|held_on| held_on.date)
        .filter(|day| *day <= today)
        .unwrap_or(today)
}

/// Reads a reply without writing anything.
pub fn read(
    connection: &rusqlite::Connection,
    presentation: PresentationId,
    typed: &str,
    today: NaiveDate,
) -> Result<ReplyReading> {
    let presentation: Presentation = live(connection, presentation)?;
    let session: Session = live(connection, presentation.session_id)?;
    let said_on = said_on(&session, today);
    let line = read_reply(typed, &units::resolver(connection)?, said_on);
    let (unit, unknown, near) = recognised(connection, &line.unit)?;
    let raised = stored::demands_raised(connection, presentation.id)?;
    let demand = answers(&raised, &line, unit.as_ref().map(|unit| unit.name.as_str()));
    let rule = line.rule();
    let due = line.date(said_on).map(|due| due.prose()).unwrap_or_default();
    Ok(ReplyReading {
        unit,
        unknown,
        near,
        due: if rule.is_empty() { due } else { format!("{due}（{rule}）") },
        due_words: line.due_words,
        text: line.text,
        demand: demand.map(|demand| demand.id),
        demand_name: demand.map(demands::set::name_of).unwrap_or_default(),
    })
}

/// The unit a line names by its name; or the name nobody knows, and the units like it.
pub fn recognised(
    connection: &rusqlite::Connection,
    said: &SaidUnit,
) -> Result<(Option<NamedUnit>, String, Vec<NamedUnit>)> {
    let named = |id: DepartmentId| live::<Department>(connection, id).map(|unit| NamedUnit { id, name: unit.short });
    Ok(match said {
        SaidUnit::None => (None, String::new(), Vec::new()),
        SaidUnit::Known { id, .. } => (Some(named(*id)?), String::new(), Vec::new()),
        SaidUnit::Doubt { said, near } => {
            (None, said.clone(), near.iter().map(|id| named(*id)).collect::<Result<_>>()?)
        }
    })
}

/// The need a reply answers: the one of the category its words speak of, or that its unit usually leads; or the only
/// one there is.
fn answers<'d>(raised: &'d [Demand], line: &ReplyLine, unit: Option<&str>) -> Option<&'d Demand> {
    let only = |fits: &dyn Fn(&Demand) -> bool| {
        let mut fitting = raised.iter().filter(|demand| fits(demand));
        fitting.next().filter(|_| fitting.next().is_none())
    };
    let category = DemandCategory::from_text(&line.text);
    only(&|demand| category == Some(demand.category))
        .or_else(|| only(&|demand| unit.is_some() && demand.category.usual_lead() == unit))
        .or_else(|| only(&|_| true))
}

/// Reads a need without writing anything.
pub fn read_need(typed: &str) -> DemandReading {
    let line = read_demand(typed);
    DemandReading {
        category: line.category.unwrap_or(DemandCategory::Other),
        recognised: line.category.is_some(),
        text: line.text,
        quantity: line.quantity,
    }
}

/// Needs as typed or pasted, one a line; returns what they are called together and their identities. A category given
/// is that of all.
pub fn raise(
    tx: &Tx<'_>,
    id: PresentationId,
    typed: &str,
    category: Option<DemandCategory>,
) -> Result<(String, Vec<DemandId>)> {
    let presentation: Presentation = live(tx, id)?;
    let session: Session = live(tx, presentation.session_id)?;
    let day = said_on(&session, tx.today);
    let mut made = Vec::new();
    let mut first = String::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let reading = read_need(line);
        let category = category.unwrap_or(reading.category);
        let demand = demands::create::create(tx, Some(presentation.project_id), None, category, &reading.text)?;
        let after = Demand {
            quantity: input::line(&reading.quantity, "数量")?,
            presentation_id: Some(id),
            source: Some(DemandSource::Session),
            source_date: Some(day),
            raised_on: Some(day),
            ..demand.clone()
        };
        update(tx, &demand, &after)?;
        if first.is_empty() {
            first = demands::set::name_of(&demand);
        }
        made.push(demand.id);
    }
    match made.len() {
        0 => Err(Error::invalid(texts::must_not_be_empty("需求内容"))),
        count => Ok((texts::tasks::and_others(&first, count), made)),
    }
}

/// Replies as typed or pasted, one a line; the lines are kept as they were typed. A unit chosen for a name nobody knew
/// is remembered under that name. Returns what they are called together and their identities.
pub fn reply(
    tx: &Tx<'_>,
    id: PresentationId,
    typed: &str,
    unit: Option<DepartmentId>,
    demand: Option<DemandId>,
) -> Result<(String, Vec<ReplyId>)> {
    let presentation: Presentation = live(tx, id)?;
    let session: Session = live(tx, presentation.session_id)?;
    let day = said_on(&session, tx.today);
    let mut place = stored::replies(tx, id)?.last().and_then(|last| FractionalIndex::from_string(&last.position).ok());
    let raised = stored::demands_raised(tx, id)?;
    let mut made = Vec::new();
    let mut first = String::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = read_reply(line, &units::resolver(tx)?, day);
        let department_id = match (&read.unit, unit) {
            (SaidUnit::Doubt { said, .. }, Some(chosen)) => {
                live::<Department>(tx, chosen)?;
                add_alias(tx, chosen, said)?;
                Some(chosen)
            }
            (_, Some(chosen)) => Some(live::<Department>(tx, chosen)?.id),
            (SaidUnit::Known { id, .. }, None) => Some(*id),
            _ => None,
        };
        // A name that is no unit's stays in the words, so that nothing said is lost.
        let text = match (&read.unit, department_id) {
            (SaidUnit::Doubt { said, .. }, None) => format!("{said}：{}", read.text),
            _ => read.text.clone(),
        };
        let text = input::text(&text, ReplyField::Text.label(), input::LONG)?;
        if text.is_empty() {
            return Err(Error::invalid(texts::reply_says_nothing(line)));
        }
        let name = department_id.map(|id| live::<Department>(tx, id)).transpose()?.map(|unit| unit.short);
        let demand_id = match demand {
            Some(demand) => Some(live::<Demand>(tx, demand)?.id),
            None => answers(&raised, &read, name.as_deref()).map(|demand| demand.id),
        };
        let next = place.as_ref().map(FractionalIndex::new_after).unwrap_or_default();
        let row = SessionReply {
            id: ReplyId::new(),
            presentation_id: id,
            demand_id,
            department_id,
            text,
            due: read.date(day),
            due_rule: read.rule(),
            typed: input::text(line, ReplyField::Text.label(), input::LONG)?,
            task_id: None,
            position: next.to_string(),
            deleted: false,
        };
        insert(tx, &row)?;
        place = Some(next);
        if first.is_empty() {
            first.clone_from(&row.text);
        }
        made.push(row.id);
    }
    match made.len() {
        0 => Err(Error::invalid(texts::must_not_be_empty("答复"))),
        count => Ok((texts::tasks::and_others(&first, count), made)),
    }
}

/// Sets a field of a reply from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: ReplyId, field: ReplyField, typed: &str) -> Result<Action> {
    let before: SessionReply = live(tx, id)?;
    let presentation: Presentation = live(tx, before.presentation_id)?;
    let session: Session = live(tx, presentation.session_id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        ReplyField::Department => after.department_id = find_unit(tx, typed)?,
        ReplyField::Text => {
            after.text = input::text(typed, word, input::LONG)?;
            if after.text.is_empty() {
                return Err(Error::invalid(texts::must_not_be_empty(word)));
            }
        }
        ReplyField::Due => {
            let day = said_on(&session, tx.today);
            // What can be said can be typed here: 下周五, 15个工作日内, 3月底前.
            let said = read_reply(typed, &Default::default(), day);
            let due = match said.due.filter(|_| said.text.is_empty()) {
                Some(due) => due,
                None => TypedDue::read(typed, tx.today)?,
            };
            (after.due, after.due_rule) = (due.date(day), due.rule());
        }
        ReplyField::Demand => {
            let id = Id::parse(typed).map(DemandId);
            after.demand_id = id.map(|id| live::<Demand>(tx, id)).transpose()?.map(|demand| demand.id);
        }
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Presentation, format!("现场答复{word}"), before.text))
}

/// Takes a reply away; a task made of it stays. Returns its text.
pub fn trash(tx: &Tx<'_>, id: ReplyId) -> Result<String> {
    let before: SessionReply = live(tx, id)?;
    update(tx, &before, &SessionReply { deleted: true, ..before.clone() })?;
    Ok(before.text)
}
