//! 修改创意会: one field at a time, as it is left. The status has a verb of its own.

use chrono::Datelike;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::SessionId;
use crate::projects::classification::FourNew;
use crate::sessions::clock;
use crate::sessions::status::SessionStatus;
use crate::storage::rows::Session;
use crate::storage::shown::Many;
use crate::storage::table::{live, update};
use crate::typed::{compact, take_number};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a session that can be typed into.
    pub enum SessionField {
        Theme => "theme", "主题";
        Year => "year", "年度";
        Season => "season", "季度";
        Special => "special", "专场";
        HeldOn => "held_on", "举办时间";
        StartsAt => "starts_at", "开始时刻";
        Venue => "venue", "地点";
        Organiser => "organiser", "承办单位";
        Onsite => "onsite", "现场参会";
        Online => "online", "在线观看";
        Focus => "focus", "四新";
        Verify => "verify", "待核实";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: SessionId, field: SessionField, typed: &str) -> Result<Action> {
    let before: Session = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        SessionField::Theme => after.theme = input::required(typed, word)?,
        SessionField::Year => after.year = input::number(typed.trim_end_matches(['年', '度']), word, 2000, 2199)?,
        SessionField::Season => after.season = season(typed)?,
        SessionField::Special => after.special = input::line(typed, word)?,
        SessionField::HeldOn => {
            after.held_on = input::due(typed, tx.today)?;
            if after.status == SessionStatus::Held {
                refuse_future(&after, tx.today)?;
            }
            let date = after.held_on.and_then(|held_on| held_on.date);
            // The first date typed says year and quarter too; what somebody set stays.
            if let (Some(date), None, None) = (date, before.year, before.season) {
                after.year = Some(i64::from(date.year()));
                after.season = Some(i64::from(date.month0() / 3 + 1));
            }
        }
        SessionField::StartsAt => after.starts_at = clock::read(typed)?,
        SessionField::Venue => after.venue = input::line(typed, word)?,
        SessionField::Organiser => after.organiser = input::line(typed, word)?,
        SessionField::Onsite => after.onsite = with_unit(&input::line(typed, word)?),
        SessionField::Online => after.online = with_unit(&input::line(typed, word)?),
        SessionField::Focus => after.focus = Many(input::choices(typed, word, FourNew::from_label, FourNew::labels())?),
        SessionField::Verify => after.verify = input::line(typed, word)?,
        SessionField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Session, word, before.theme))
}

/// 已举办 on a day that is still to come is a contradiction.
pub(super) fn refuse_future(session: &Session, today: chrono::NaiveDate) -> Result<()> {
    match session.held_on {
        Some(held_on) if held_on.date.is_none_or(|date| date > today) => {
            Err(Error::invalid(texts::session_still_to_come(&held_on.prose(), today)))
        }
        _ => Ok(()),
    }
}

/// 1, 一, 第一季, 一季度, Q1; or nothing.
fn season(typed: &str) -> Result<Option<i64>> {
    let text = compact(typed);
    let plain = text.trim_start_matches(['第', 'Q', 'q']).trim_end_matches(['度', '季']);
    match take_number(plain) {
        Some((number @ 1..=4, "")) => Ok(Some(number.into())),
        _ if plain.is_empty() => Ok(None),
        _ => Err(Error::invalid(texts::not_a_season(typed.trim()))),
    }
}

/// 人次 is not 人: a bare number of people who came gets the unit it is counted in (domain.md §1.7).
fn with_unit(stated: &str) -> String {
    match !stated.is_empty() && compact(stated).chars().all(|c| c.is_ascii_digit() || c == ',') {
        true => format!("{stated}人次"),
        false => stated.to_string(),
    }
}
