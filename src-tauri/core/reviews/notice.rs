//! The paper of a round: 修改完善通知 to the enterprise when it must be reviewed again, otherwise 评审论证意见.

use crate::documents::{Align, Column, Document, Level, Table, file_name as names};
use crate::partial_date::PartialDate;
use crate::reviews::conclusion::Conclusion;
use crate::reviews::list::RoundRow;
use crate::texts;

/// What the paper says. Experts are not named to the enterprise.
pub fn document(project: &str, enterprise: &str, round: &RoundRow, today: chrono::NaiveDate) -> Document {
    let revise = round.conclusion == Some(Conclusion::Revise);
    let mut paper = Document::new(texts::review_paper_title(project, revise));
    if revise && !enterprise.is_empty() {
        paper.salutation(format!("{enterprise}："));
    }
    let day = round.held_on.map(|day| PartialDate::day(day).prose()).unwrap_or_default();
    let conclusion = round.conclusion.map(Conclusion::label).unwrap_or_default();
    paper.text(&texts::review_paper_opening(
        project,
        &day,
        round.round,
        round.kind.label(),
        &round.organiser,
        conclusion,
    ));
    if !round.opinion.is_empty() {
        paper.heading(Level::One, texts::review_paper_opinion());
        paper.text(&round.opinion);
    }
    if revise {
        paper.heading(Level::One, texts::review_paper_to_change());
        paper.text(&round.to_change);
    }
    if round.opinions.iter().any(|one| one.said) {
        paper.heading(Level::One, texts::review_paper_experts());
        paper.table(table(round, revise));
    }
    if revise {
        paper.text(texts::review_paper_closing());
    }
    paper.signature(texts::review_signer(), PartialDate::day(today).prose());
    paper
}

fn table(round: &RoundRow, anonymous: bool) -> Table {
    let heads = texts::review_paper_heads();
    let mut table = Table::new(
        heads
            .into_iter()
            .zip([14, 21, 21, 21, 23])
            .enumerate()
            .map(|(at, (head, width))| Column::new(head, width, if at == 0 { Align::Centre } else { Align::Left })),
    );
    for (at, one) in round.opinions.iter().filter(|one| one.said && !one.declined).enumerate() {
        let who = if anonymous { texts::expert_number(at + 1) } else { one.expert.clone() };
        table.row([&who, &one.idea, &one.argument, &one.feasible, &one.overall]);
    }
    let means = [&round.mean_idea, &round.mean_argument, &round.mean_feasible];
    if means.iter().any(|mean| !mean.is_empty()) {
        let [idea, argument, feasible] = means;
        table.row([texts::mean_score(), idea.as_str(), argument.as_str(), feasible.as_str(), ""]);
    }
    table
}

/// What the save dialog proposes.
pub fn file_name(project: &str, round: &RoundRow, today: chrono::NaiveDate) -> String {
    let revise = round.conclusion == Some(Conclusion::Revise);
    names::propose(project, texts::review_paper_kind(revise), &PartialDate::day(today).prose(), "docx")
}
