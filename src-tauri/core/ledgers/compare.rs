//! A task of the ledger beside the workbook's: whether it is the same one, and what would change. A blank in the
//! ledger never takes anything away.

use super::columns::Column;
use super::draft::{DraftChange, DraftNote, DraftTask};
use super::known::{Known, KnownNote, KnownTask};
use super::rows::without_number;
use crate::partial_date::PartialDate;
use crate::tasks::status::TaskStatus;
use crate::typed::compact;

/// The same title without its number, and the same leading unit (domain.md §1.8); the owner was compared before.
pub(super) fn is_same(known: &KnownTask, task: &DraftTask) -> bool {
    let lead = task.lead.as_ref().map(|unit| unit.id);
    // A new unit leads no task of the workbook.
    lead != Some(None)
        && known.lead == lead.flatten()
        && compact(without_number(&known.title)) == compact(without_number(&task.title))
}

/// What the ledger would change in the task.
pub(super) fn changes(known: &KnownTask, task: &DraftTask, workbook: &dyn Known) -> Vec<DraftChange> {
    let mut changes = Vec::new();
    let mut differ = |column, from: String, to: String| {
        if !to.is_empty() && from != to {
            changes.push(DraftChange { column, from, to });
        }
    };
    differ(Column::Start, date(known.start), date(task.start));
    differ(Column::Due, date(known.due), date(task.due));
    differ(Column::Measure, known.measure.clone(), task.measure.clone());
    let mut before: Vec<String> = known.assisting.iter().map(|id| workbook.unit_name(*id)).collect();
    let mut after: Vec<String> = task.assisting.iter().map(|unit| unit.name.clone()).collect();
    let same_units = sorted(&mut before) == sorted(&mut after);
    if !same_units {
        differ(Column::Assisting, before.join("、"), after.join("、"));
    }
    let (mut before, mut after) =
        (known.persons.clone(), task.persons.iter().map(|person| person.name.clone()).collect::<Vec<_>>());
    if sorted(&mut before) != sorted(&mut after) {
        differ(Column::Person, before.join("、"), after.join("、"));
    }
    // A task that was closed is not opened again by a ledger that still says 已完成.
    let closed_already = known.status == TaskStatus::Closed && task.status == TaskStatus::Submitted;
    if task.status_stated && !closed_already {
        differ(Column::Status, known.status.label().to_owned(), task.status.label().to_owned());
    }
    for note in &task.notes {
        let latest = known.notes.iter().rev().find(|known| known.as_of <= note.as_of);
        note_changes(latest, note, &mut differ);
    }
    changes
}

/// A note that says what was known by its date already changes nothing.
fn note_changes(known: Option<&KnownNote>, note: &DraftNote, differ: &mut impl FnMut(Column, String, String)) {
    let percent = |percent: Option<u8>| percent.map(|percent| format!("{percent}%")).unwrap_or_default();
    let of = |text: fn(&KnownNote) -> &String| known.map(text).cloned().unwrap_or_default();
    differ(Column::Progress, percent(known.and_then(|known| known.percent)), percent(note.percent));
    differ(Column::Progress, of(|known| &known.text), note.text.clone());
    differ(Column::Problem, of(|known| &known.problem), note.problem.clone());
    differ(Column::NextStep, of(|known| &known.next_step), note.next_step.clone());
}

fn date(date: Option<PartialDate>) -> String {
    date.map(|date| date.prose()).unwrap_or_default()
}

fn sorted(texts: &mut [String]) -> &[String] {
    texts.sort();
    texts
}
