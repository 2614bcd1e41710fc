//! How the fixture's 示例 projects came in and were reviewed, written.

use super::fixture::day;
use super::fixture::reviews::{ENTRIES, EXPERTS, ROUNDS, organiser};
use super::write::Places;
use crate::error::Result;
use crate::ids::{ExpertId, ProjectId};
use crate::reviews::{create, experts, opinions};
use crate::storage::rows::{Expert, Project, Review, ReviewOpinion, Submission};
use crate::storage::table::{insert, live};
use crate::submissions::create::blank;
use crate::submissions::screening::Screening;
use crate::workbook::Tx;

/// Writes entries, experts and rounds; `sample_project` answers for the number of a 示例项目.
pub(super) fn write(tx: &Tx<'_>, sample_project: impl Fn(usize) -> ProjectId) -> Result<()> {
    for told in &ENTRIES {
        let project: Project = live(tx, sample_project(told.number))?;
        let row = Submission {
            channel: told.channel,
            district: project.district,
            filled_by: "示例填报人".into(),
            batch: told.batch.into(),
            screening: Screening::Passed,
            screened_on: Some(day(told.screened_on)?),
            ..blank(project.id, day(told.received_on)?)
        };
        insert(tx, &row)?;
    }
    let mut people: Vec<ExpertId> = Vec::new();
    for (name, organisation, kind) in EXPERTS {
        let row = Expert { organisation: organisation.into(), kind, sample: true, ..experts::blank(name.into()) };
        insert(tx, &row)?;
        people.push(row.id);
    }
    for told in &ROUNDS {
        let row = Review {
            kind: told.kind,
            held_on: Some(day(told.held_on)?),
            organiser: organiser().into(),
            conclusion: Some(told.conclusion),
            opinion: told.opinion.into(),
            to_change: told.to_change.into(),
            how_met: told.how_met.into(),
            met_on: told.met_on.map(day).transpose()?,
            ..create::blank(sample_project(told.number), told.round)
        };
        insert(tx, &row)?;
        let mut places = Places::default();
        for said in told.opinions {
            let opinion = ReviewOpinion {
                score_idea: Some(said.idea.0),
                score_argument: Some(said.argument.0),
                score_feasible: Some(said.feasible.0),
                text_idea: said.idea.1.into(),
                text_argument: said.argument.1.into(),
                text_feasible: said.feasible.1.into(),
                text: said.text.into(),
                advice: Some(said.advice),
                position: places.next(),
                ..opinions::blank(row.id, people[said.expert])
            };
            insert(tx, &opinion)?;
        }
    }
    Ok(())
}
