//! 修改督办单: one field at a time, until its paper left the room.

use crate::action::{Action, Kind};
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::SupervisionId;
use crate::storage::rows::Supervision;
use crate::storage::supervisions as stored;
use crate::storage::table::{live, update};
use crate::supervisions::issue::stored_reply_due;
use crate::supervisions::status::SupervisionLevel;
use crate::texts::supervisions as texts;
use crate::workbook::Tx;
use crate::{input, texts as common};

codes! {
    /// A field of a 督办单 that can be typed into.
    pub enum SupervisionField {
        Number => "number", "编号";
        Level => "level", "级别";
        Department => "department", "牵头单位";
        Assisting => "assisting", "配合单位";
        Matter => "matter", "督办事项";
        Basis => "basis", "来源依据";
        Requirement => "requirement", "办理要求";
        IssuedOn => "issued_on", "发出日期";
        ReplyDue => "reply_due", "反馈时限";
        Reply => "reply", "办理情况";
        Verdict => "verdict", "审核意见";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: SupervisionId, field: SupervisionField, typed: &str) -> Result<Action> {
    use SupervisionField as Field;
    let before: Supervision = live(tx, id)?;
    let word = field.label();
    if before.exported_on.is_some() && !matches!(field, Field::Reply | Field::Verdict | Field::Note) {
        return Err(Error::invalid(texts::left_the_room(&before.number, word)));
    }
    let mut after = before.clone();
    match field {
        Field::Number => after.number = input::required(typed, word)?,
        Field::Level => {
            let level = input::choice(typed, word, SupervisionLevel::from_label, SupervisionLevel::labels())?;
            after.level = level.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
        }
        Field::Department => {
            after.department_id = find_unit(tx, typed)?;
            if after.department_id.is_none() {
                return Err(Error::invalid(texts::needs_unit(&before.matter)));
            }
        }
        Field::Assisting => after.assisting = input::line(typed, word)?,
        Field::Matter => {
            after.matter = input::text(typed, word, input::LONG)?;
            if after.matter.is_empty() {
                return Err(Error::invalid(common::must_not_be_empty(word)));
            }
        }
        Field::Basis => after.basis = input::text(typed, word, input::LONG)?,
        Field::Requirement => after.requirement = input::text(typed, word, input::LONG)?,
        Field::IssuedOn => {
            let day =
                input::day(typed, word, tx.today)?.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
            stored::move_issue(tx, &before, day, tx.today)?;
            after.issued_on = Some(day);
        }
        Field::ReplyDue => {
            after.reply_due = Some(stored_reply_due(typed, before.issued_on.unwrap_or(tx.today))?);
        }
        Field::Reply => after.reply = input::text(typed, word, input::LONG)?,
        Field::Verdict => after.verdict = input::text(typed, word, input::LONG)?,
        Field::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    refuse_number_taken(tx, &after)?;
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Supervision, word, before.number))
}

/// Two papers of one number would be taken for the same.
pub(super) fn refuse_number_taken(tx: &Tx<'_>, row: &Supervision) -> Result<()> {
    match stored::with_number(tx, &row.number)?.filter(|other| other.id != row.id) {
        Some(other) => Err(Error::invalid(texts::number_taken(&other.number, &other.matter))),
        None => Ok(()),
    }
}
