//! 议程: which projects are presented at a session, in which order, by whom, for how long, and what the experts said.

use fractional_index::FractionalIndex;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{PresentationId, ProjectId, SessionId};
use crate::place;
use crate::storage::rows::{Demand, Presentation, Project, Session};
use crate::storage::sessions as stored;
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a presentation that can be typed into.
    pub enum PresentationField {
        Presenter => "presenter", "发布人";
        Minutes => "minutes", "时长（分钟）";
        ExpertComments => "expert_comments", "专家点评";
        Note => "note", "备注";
    }
}

/// Puts projects on the agenda, in this order, after those that stand there; returns what they are called together
/// and their presentations. A project that stands there already is refused by name.
pub fn add(tx: &Tx<'_>, session: SessionId, projects: &[ProjectId]) -> Result<(String, Vec<PresentationId>)> {
    live::<Session>(tx, session)?;
    let there = stored::presentations(tx, session)?;
    let mut place = there.last().and_then(|last| FractionalIndex::from_string(&last.position).ok());
    let mut made = Vec::new();
    let mut names = Vec::new();
    for (at, id) in projects.iter().enumerate() {
        let project: Project = live(tx, *id)?;
        if there.iter().any(|one| one.project_id == *id) || projects[..at].contains(id) {
            return Err(Error::invalid(texts::already_on_agenda(&project.name)));
        }
        let next = place.as_ref().map(FractionalIndex::new_after).unwrap_or_default();
        let presentation = Presentation {
            id: PresentationId::new(),
            session_id: session,
            project_id: *id,
            presenter: String::new(),
            minutes: None,
            expert_comments: String::new(),
            note: String::new(),
            position: next.to_string(),
            deleted: false,
        };
        insert(tx, &presentation)?;
        place = Some(next);
        made.push(presentation.id);
        names.push(project.name);
    }
    let first = names.first().ok_or_else(|| Error::invalid(texts::no_project_chosen()))?;
    Ok((texts::tasks::and_others(first, names.len()), made))
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: PresentationId, field: PresentationField, typed: &str) -> Result<Action> {
    let before: Presentation = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        PresentationField::Presenter => after.presenter = input::line(typed, word)?,
        PresentationField::Minutes => {
            after.minutes = input::number(typed.trim().trim_end_matches('钟').trim_end_matches('分'), word, 1, 600)?
        }
        PresentationField::ExpertComments => after.expert_comments = input::text(typed, word, input::LONG)?,
        PresentationField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Presentation, word, name_of(tx, &before)?))
}

/// Puts a presentation behind another of its session, or first; returns its project's name.
pub fn place_after(tx: &Tx<'_>, id: PresentationId, after: Option<PresentationId>) -> Result<String> {
    let moved: Presentation = live(tx, id)?;
    let rows = stored::presentations(tx, moved.session_id)?;
    let mut rows: Vec<Presentation> = rows.into_iter().filter(|row| row.id != id).collect();
    let at = after.and_then(|after| rows.iter().position(|row| row.id == after)).map_or(0, |at| at + 1);
    let places = place::arrange(&rows.iter().map(|row| row.position.as_str()).collect::<Vec<_>>(), at);
    let name = name_of(tx, &moved)?;
    rows.insert(at, moved);
    for (row, position) in rows.iter().zip(places) {
        update(tx, row, &Presentation { position, ..row.clone() })?;
    }
    Ok(name)
}

/// Takes a project off the agenda; the demands it raised there stay with the project. Returns the project's name.
pub fn trash(tx: &Tx<'_>, id: PresentationId) -> Result<String> {
    let before: Presentation = live(tx, id)?;
    for demand in stored::demands_raised(tx, id)? {
        update(tx, &demand, &Demand { presentation_id: None, ..demand.clone() })?;
    }
    update(tx, &before, &Presentation { deleted: true, ..before.clone() })?;
    name_of(tx, &before)
}

/// What a presentation is called: its project.
pub fn name_of(tx: &Tx<'_>, presentation: &Presentation) -> Result<String> {
    let project: Option<Project> = crate::storage::table::find(tx, &[&presentation.project_id])?;
    Ok(project.map(|project| project.name).unwrap_or_default())
}
