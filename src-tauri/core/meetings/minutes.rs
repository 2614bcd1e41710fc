//! 纪要: the paper of a meeting.

use crate::documents::{Align, Column, Document, Level, Run, Table, file_name as names};
use crate::meetings::list::{MeetingItemRow, MeetingPage};
use crate::meetings::status::ItemState;
use crate::partial_date::PartialDate;
use crate::texts::dispatch as texts;

/// What the paper says as the meeting stands.
pub fn document(page: &MeetingPage) -> Document {
    let row = &page.row;
    let day = PartialDate::day(row.held_on).prose();
    let mut paper = Document::new(texts::minutes_title(&row.title, &row.number));
    let facts = [
        (texts::minutes_when(), day.as_str()),
        (texts::minutes_where(), row.place.as_str()),
        (texts::minutes_chair(), row.chair.as_str()),
        (texts::minutes_recorder(), page.recorder.as_str()),
        (texts::minutes_attendees(), page.attendees.as_str()),
    ];
    for (word, text) in facts.into_iter().filter(|(_, text)| !text.is_empty()) {
        paper.paragraph([Run::strong(word), Run::plain(one_line(text))]);
    }
    let discussed: Vec<&MeetingItemRow> = page.items.iter().filter(|item| item.state == ItemState::Decided).collect();
    paper.text(&texts::minutes_opening(page.items.len(), discussed.len(), row.decisions, row.supervisions));
    if !discussed.is_empty() {
        paper.heading(Level::One, texts::minutes_items());
    }
    for item in discussed {
        paper.heading(Level::Two, &heading(item));
        if !item.standing.is_empty() {
            paper.text(&texts::minutes_standing(&item.standing));
        }
        paper.text(&item.said);
        for (at, decision) in item.decisions.iter().enumerate() {
            let unit = decision.unit.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
            paper.text(&format!("{}.{}", at + 1, texts::responsibility(&decision.text, unit, &decision.due)));
        }
    }
    let decisions: Vec<_> =
        page.items.iter().flat_map(|item| item.decisions.iter().map(move |one| (item, one))).collect();
    if !decisions.is_empty() {
        paper.heading(Level::One, texts::minutes_table());
        let heads = texts::minutes_heads();
        let widths = [8, 40, 24, 28];
        let mut table =
            Table::new(heads.into_iter().zip(widths).enumerate().map(|(at, (head, width))| {
                Column::new(head, width, if at == 1 { Align::Left } else { Align::Centre })
            }));
        for (at, (item, decision)) in decisions.iter().enumerate() {
            let unit = decision.unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
            let matter = texts::minutes_matter(&heading(item), &decision.text);
            table.row([(at + 1).to_string(), matter, unit, decision.due.clone()]);
        }
        paper.table(table);
    }
    if !page.supervisions.is_empty() {
        paper.heading(Level::One, texts::minutes_supervisions());
        for one in page.supervisions.iter().rev() {
            let unit = one.department.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
            let due = one.reply_due.map(|due| PartialDate::day(due).prose()).unwrap_or_default();
            paper.text(&texts::minutes_supervision(&one.number, one.level, &one.matter, unit, &due));
        }
    }
    if !page.coordinations.is_empty() {
        paper.heading(Level::One, texts::minutes_coordinations());
        for one in &page.coordinations {
            paper.text(&texts::minutes_coordination(one.level.label(), &one.issue));
        }
    }
    paper.signature(crate::texts::review_signer(), day);
    paper
}

fn heading(item: &MeetingItemRow) -> String {
    let project = item.project.as_ref().filter(|_| item.task.is_some()).map(|project| project.name.as_str());
    texts::item_heading(&item.title, project.unwrap_or_default())
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("；")
}

/// What the save dialog proposes.
pub fn file_name(page: &MeetingPage) -> String {
    let date = PartialDate::day(page.row.held_on).prose();
    names::propose(&page.row.number, texts::minutes_kind(), &date, "docx")
}
