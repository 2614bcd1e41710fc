//! 落地认定表.

use minijinja::{Value, context};

use crate::landings::list::LandingRow;
use crate::outcomes::list::OutcomeTotal;
use crate::papers::words::day;
use crate::projects::list::ProjectPage;
use crate::texts::papers as texts;

/// What the form says of a landing.
pub fn values(project: &ProjectPage, landing: &LandingRow, outcomes: &[OutcomeTotal], solved: (usize, usize)) -> Value {
    let evidence = (1..).zip(&landing.evidence).map(|(number, one)| texts::evidence(number, &one.text, one.files));
    let outcomes = outcomes.iter().map(|one| match one.certainty {
        Some(certainty) => format!("{} {}", certainty.label(), one.text),
        None => one.text.clone(),
    });
    let revoked = landing.revoked_on.map(|on| texts::landing_revoked(&day(Some(on)), &landing.revoke_reason));
    context! {
        项目 => &project.name,
        编号 => &project.code,
        企业 => lead(project),
        区市 => &project.district,
        总投资 => &project.investment_text,
        入库日期 => day(project.in_library),
        依据 => landing.basis.label(),
        落地日期 => day(Some(landing.landed_on)),
        认定单位 => &landing.decided_by,
        佐证 => evidence.collect::<Vec<_>>().join("\n"),
        需求情况 => texts::demands_solved(solved.0, solved.1),
        成效 => outcomes.collect::<Vec<_>>().join("\n"),
        说明 => &landing.note,
        撤销 => revoked.unwrap_or_default(),
    }
}

fn lead(project: &ProjectPage) -> &str {
    project.enterprises.iter().find(|one| one.is_lead).or(project.enterprises.first()).map_or("", |one| &one.name)
}
