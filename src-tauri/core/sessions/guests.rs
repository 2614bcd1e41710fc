//! 参会: who is invited, as what, and who came.

use fractional_index::FractionalIndex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::departments::resolve::Resolution;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, EnterpriseId, ExpertId, Id, SessionId};
use crate::sessions::status::{Attendance, GuestKind};
use crate::storage::rows::{Department, Enterprise, Expert, Session, SessionGuest};
use crate::storage::table::{insert, live, update};
use crate::storage::{departments as units, sessions as stored};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a guest that can be typed into.
    pub enum GuestField {
        Kind => "kind", "类别";
        Name => "name", "姓名";
        Post => "post", "职务";
        Organisation => "organisation", "单位";
        Attendance => "attendance", "参会情况";
        Seat => "seat", "席位";
        Note => "note", "备注";
    }
}

/// Which guests.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GuestQuery {
    pub session: SessionId,
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<GuestKind>,
    #[serde(flatten)]
    pub paging: Paging,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GuestRow {
    pub id: Id,
    pub kind: GuestKind,
    pub name: String,
    pub post: String,
    pub organisation: String,
    /// The record it is of, when it is of one: kind and identity.
    pub record: Option<(crate::action::Kind, Id)>,
    pub attendance: Attendance,
    pub seat: String,
    pub note: String,
}

/// How many of a kind were invited, will come, came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuestCount {
    pub kind: GuestKind,
    pub invited: i64,
    /// 确认参会 or 已到会.
    pub coming: i64,
    /// 已到会.
    pub present: i64,
}

/// Somebody who could be invited.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Candidate {
    pub id: Id,
    pub name: String,
    /// What tells it from others: post, enterprise, project.
    pub note: String,
    /// Invited already.
    pub there: bool,
    /// Has to do with the agenda: presents a project, leads a demand or a project presented.
    pub concerned: bool,
}

/// A cell of a block.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GuestCell {
    pub id: Id,
    pub field: GuestField,
    pub text: String,
}

fn blank(session: SessionId, kind: GuestKind, position: String) -> SessionGuest {
    SessionGuest {
        id: Id::new(),
        session_id: session,
        kind,
        name: String::new(),
        post: String::new(),
        organisation: String::new(),
        expert_id: None,
        department_id: None,
        enterprise_id: None,
        attendance: Attendance::Invited,
        seat: String::new(),
        note: String::new(),
        position,
        deleted: false,
    }
}

/// Places after the last guest.
fn places(tx: &Tx<'_>, session: SessionId) -> Result<impl Iterator<Item = String> + use<>> {
    let last = stored::last_guest_position(tx, session)?;
    let first = last.and_then(|text| FractionalIndex::from_string(&text).ok());
    let first = first.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    Ok(std::iter::successors(Some(first), |place| Some(FractionalIndex::new_after(place)))
        .map(|place| place.to_string()))
}

/// Invites records of a kind: units, experts, enterprises. Those invited already are passed over. Returns how many.
pub fn invite(tx: &Tx<'_>, session: SessionId, kind: GuestKind, ids: &[Id]) -> Result<usize> {
    live::<Session>(tx, session)?;
    let there = stored::guests(tx, session)?;
    let mut places = places(tx, session)?;
    let mut invited = 0;
    for id in ids {
        let known = |guest: &SessionGuest| {
            [guest.expert_id.map(Id::from), guest.department_id.map(Id::from), guest.enterprise_id.map(Id::from)]
                .contains(&Some(*id))
        };
        if there.iter().any(known) {
            continue;
        }
        let mut guest = blank(session, kind, places.next().unwrap_or_default());
        match kind {
            GuestKind::Expert => {
                let expert: Expert = live(tx, *id)?;
                (guest.expert_id, guest.name, guest.post, guest.organisation) =
                    (Some(expert.id), expert.name, expert.post, expert.organisation);
            }
            GuestKind::Enterprise => {
                let enterprise: Enterprise = live(tx, *id)?;
                (guest.enterprise_id, guest.organisation) = (Some(enterprise.id), enterprise.name_full);
            }
            _ => {
                let unit: Department = live(tx, *id)?;
                (guest.department_id, guest.organisation) = (Some(unit.id), unit.short);
            }
        }
        insert(tx, &guest)?;
        invited += 1;
    }
    match invited {
        0 => Err(Error::invalid(texts::nobody_to_invite())),
        _ => Ok(invited),
    }
}

/// Invites what was typed or pasted, one a line: 单位 姓名 职务, separated by tabs, commas or blanks. Units, enterprises
/// and experts are recognised by name. Returns how many.
pub fn invite_typed(tx: &Tx<'_>, session: SessionId, kind: GuestKind, typed: &str) -> Result<usize> {
    live::<Session>(tx, session)?;
    let resolver = units::resolver(tx)?;
    let mut places = places(tx, session)?;
    let mut invited = 0;
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts: Vec<&str> = line.split(['\t', ',', '，', ' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
        let mut guest = blank(session, kind, places.next().unwrap_or_default());
        // The part that is a unit, or else looks like one, is whom the guest comes for.
        let organisation = parts.iter().position(|part| is_organisation(&resolver.resolve(part), part));
        if let Some(at) = organisation {
            guest.organisation = input::line(parts[at], GuestField::Organisation.label())?;
            guest.department_id = resolver.exactly(parts[at]);
            guest.enterprise_id = stored::enterprise_named(tx, parts[at])?;
        }
        let rest: Vec<&str> =
            parts.iter().enumerate().filter(|(at, _)| Some(*at) != organisation).map(|(_, part)| *part).collect();
        guest.name = input::line(rest.first().copied().unwrap_or_default(), GuestField::Name.label())?;
        guest.post = input::line(&rest.get(1..).unwrap_or_default().join(" "), GuestField::Post.label())?;
        if kind == GuestKind::Expert {
            guest.expert_id = stored::expert_named(tx, &guest.name)?;
        }
        insert(tx, &guest)?;
        invited += 1;
    }
    match invited {
        0 => Err(Error::invalid(texts::nobody_to_invite())),
        _ => Ok(invited),
    }
}

fn is_organisation(resolution: &Resolution, part: &str) -> bool {
    const ENDINGS: [&str; 14] =
        ["公司", "集团", "银行", "局", "委", "社", "报", "台", "中心", "协会", "大学", "学院", "研究院", "基金"];
    matches!(resolution, Resolution::Exact(_))
        || part.chars().count() > 3 && ENDINGS.iter().any(|end| part.ends_with(end))
}

/// Sets cells from what was typed, all or none; returns what was changed: the field and of whom.
pub fn set_cells(tx: &Tx<'_>, cells: &[GuestCell]) -> Result<(&'static str, String)> {
    let mut subject = String::new();
    for cell in cells {
        let before: SessionGuest = live(tx, cell.id)?;
        let mut after = before.clone();
        let (word, typed) = (cell.field.label(), cell.text.as_str());
        match cell.field {
            GuestField::Kind => {
                let kind = input::choice(typed, word, GuestKind::from_label, GuestKind::labels())?;
                after.kind = kind.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
            }
            GuestField::Name => after.name = input::line(typed, word)?,
            GuestField::Post => after.post = input::line(typed, word)?,
            GuestField::Organisation => {
                after.organisation = input::line(typed, word)?;
                after.department_id = units::resolver(tx)?.exactly(&after.organisation);
                after.enterprise_id = stored::enterprise_named(tx, &after.organisation)?;
            }
            GuestField::Attendance => {
                let attendance = input::choice(typed, word, Attendance::from_label, Attendance::labels())?;
                after.attendance = attendance.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
            }
            GuestField::Seat => after.seat = input::line(typed, word)?,
            GuestField::Note => after.note = input::text(typed, word, input::LONG)?,
        }
        if after.name.is_empty() && after.organisation.is_empty() {
            return Err(Error::invalid(texts::guest_needs_a_name()));
        }
        update(tx, &before, &after)?;
        if subject.is_empty() {
            subject = called(&before);
        }
    }
    let field = cells.first().map_or("", |cell| cell.field.label());
    Ok((field, texts::so_many_guests(&subject, cells.len())))
}

/// Takes guests off the list; returns what they are called together.
pub fn trash(tx: &Tx<'_>, ids: &[Id]) -> Result<String> {
    let mut first = String::new();
    for id in ids {
        let before: SessionGuest = live(tx, *id)?;
        update(tx, &before, &SessionGuest { deleted: true, ..before.clone() })?;
        if first.is_empty() {
            first = called(&before);
        }
    }
    Ok(texts::so_many_guests(&first, ids.len()))
}

fn called(guest: &SessionGuest) -> String {
    if guest.name.is_empty() { guest.organisation.clone() } else { guest.name.clone() }
}

/// A record that guests came for is gone: they stay on the list by name.
pub fn let_go(tx: &Tx<'_>, gone: Id) -> Result<()> {
    for guest in stored::guests_of_record(tx, gone)? {
        let mut after = guest.clone();
        after.expert_id = after.expert_id.filter(|id| *id != ExpertId(gone));
        after.department_id = after.department_id.filter(|id| *id != DepartmentId(gone));
        after.enterprise_id = after.enterprise_id.filter(|id| *id != EnterpriseId(gone));
        update(tx, &guest, &after)?;
    }
    Ok(())
}
