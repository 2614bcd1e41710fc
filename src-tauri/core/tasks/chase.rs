//! 催办语: what is overdue or nearly so, as a short polite message to a unit or a person. Pure words over rows of the
//! list.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::ids::{PersonId, TaskId};
use crate::tasks::light::LightKind;
use crate::tasks::list::{TaskFilter, TaskRow};
use crate::texts::chase as texts;

/// Whose work is to be chased.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct ChaseQuery {
    /// Of these tasks everything open; without them, what is 逾期 or 临期 of the filter.
    #[ts(optional)]
    pub ids: Option<Vec<TaskId>>,
    #[ts(optional, as = "Option<_>")]
    pub filter: TaskFilter,
    /// Addressed to this person rather than to the lead unit.
    #[ts(optional)]
    pub person: Option<PersonId>,
}

/// The message.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChaseText {
    /// Empty when there is nothing to chase.
    pub text: String,
    pub count: usize,
    pub overdue: usize,
    pub due_soon: usize,
    /// How many units it speaks to.
    pub units: usize,
}

/// More lines than this are a ledger, not a message: the rest is counted.
const MOST_LINES: usize = 50;

/// The message about these rows, which stand in the order of their units. `sender` signs it; `addressee` is spoken to
/// instead of the units.
pub fn compose(rows: &[TaskRow], sender: &str, addressee: Option<&str>, as_of: NaiveDate) -> ChaseText {
    let mut units: Vec<(Option<&str>, Vec<&TaskRow>)> = Vec::new();
    for row in rows.iter().filter(|row| row.status.is_open()) {
        let unit = match addressee {
            Some(name) => Some(name),
            None => row.lead.as_ref().map(|lead| lead.name.as_str()),
        };
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, of_unit)) => of_unit.push(row),
            None => units.push((unit, vec![row])),
        }
    }
    let count_of = |kind| rows.iter().filter(|row| row.light.kind == kind).count();
    let reply_by = Calendar::current().add_working_days(as_of, 3);
    let messages: Vec<String> =
        units.iter().map(|(unit, rows)| message(*unit, addressee.is_some(), rows, sender, as_of, reply_by)).collect();
    ChaseText {
        text: messages.join("\n\n"),
        count: units.iter().map(|(_, rows)| rows.len()).sum(),
        overdue: count_of(LightKind::Overdue),
        due_soon: count_of(LightKind::DueSoon),
        units: units.len(),
    }
}

fn message(
    to: Option<&str>,
    is_person: bool,
    rows: &[&TaskRow],
    sender: &str,
    as_of: NaiveDate,
    reply_by: NaiveDate,
) -> String {
    let of = |kinds: &[LightKind]| -> Vec<&TaskRow> {
        let mut rows: Vec<&TaskRow> = rows.iter().copied().filter(|row| kinds.contains(&row.light.kind)).collect();
        // What has been late longest, or falls due first, comes first.
        rows.sort_by_key(|row| row.due.as_ref().and_then(|due| due.day).unwrap_or(NaiveDate::MAX));
        rows
    };
    let parts = [
        (texts::OVERDUE, of(&[LightKind::Overdue])),
        (texts::DUE_SOON, of(&[LightKind::DueSoon])),
        (texts::BEHIND, of(&[LightKind::Behind, LightKind::Slow])),
        (texts::OTHERS, of(&[LightKind::Normal, LightKind::OnHold])),
    ];
    let counts: Vec<(&str, usize)> = parts.iter().map(|(word, rows)| (*word, rows.len())).collect();
    let mut lines = vec![texts::greeting(to, is_person), texts::opening(as_of, is_person, &counts)];
    let mut said = 0;
    for (word, rows) in parts.iter().filter(|(_, rows)| !rows.is_empty()) {
        lines.push(texts::heading(word));
        for (number, row) in rows.iter().enumerate().take(MOST_LINES.saturating_sub(said)) {
            lines.push(line(number + 1, row, is_person));
        }
        said += rows.len();
    }
    if said > MOST_LINES {
        lines.push(texts::and_more(said - MOST_LINES));
    }
    lines.push(texts::closing(reply_by));
    lines.push(texts::signature(sender, as_of));
    lines.join("\n")
}

fn line(number: usize, row: &TaskRow, is_person: bool) -> String {
    let of = row.project.as_ref().or(row.enterprise.as_ref()).map(|of| of.name.as_str());
    let persons: Vec<&str> = row.persons.iter().map(|person| person.name.as_str()).collect();
    let due = row.due.as_ref().map(|due| due.text.as_str());
    let persons = if is_person { String::new() } else { persons.join("、") };
    texts::line(number, &row.title, of, due, row.light.kind, &row.light.word, &persons)
}
