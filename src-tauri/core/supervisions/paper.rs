//! The paper: one matter, its parts as in domain.md §3.2.

use crate::documents::{Align, Column, Document, Table};
use crate::partial_date::PartialDate;
use crate::supervisions::list::SupervisionPage;
use crate::supervisions::status::SupervisionStatus;
use crate::texts::supervisions as texts;

/// What the paper says as things stand.
pub fn document(page: &SupervisionPage) -> Document {
    let row = &page.row;
    let day = |on: Option<chrono::NaiveDate>| on.map(|on| PartialDate::day(on).prose()).unwrap_or_default();
    let unit = row.department.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let mut paper = Document::new(texts::paper_title(row.level));
    paper.salutation(format!("{unit}："));
    paper.text(&texts::paper_opening(&row.matter, &row.task_due, &page.overdue, &day(row.reply_due)));
    let mut table = Table::new([
        Column::new(texts::head_part(), 22, Align::Centre),
        Column::new(texts::head_text(), 78, Align::Left),
    ]);
    let project = row.project.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    let due = match page.overdue.is_empty() {
        true => row.task_due.clone(),
        false => format!("{}（{}）", row.task_due, page.overdue),
    };
    let parts = texts::paper_parts();
    let cells = [
        row.number.clone(),
        texts::level_with_colour(row.level),
        row.matter.clone(),
        project,
        page.basis.clone(),
        unit,
        page.assisting.clone(),
        page.requirement.clone(),
        due,
        day(row.reply_due),
        day(page.received_on),
        page.reply.clone(),
        page.verdict.clone(),
        day(row.closed_on),
    ];
    for (part, cell) in parts.into_iter().zip(cells) {
        table.row([part.to_string(), cell]);
    }
    paper.table(table);
    if row.status == SupervisionStatus::Voided {
        paper.note(texts::paper_voided());
    }
    paper.signature(crate::texts::review_signer(), day(row.issued_on));
    paper
}
