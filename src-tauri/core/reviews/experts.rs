//! 专家 and third-party reviewers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::api::list::Paging;
use crate::error::{Error, Result};
use crate::ids::ExpertId;
use crate::reviews::conclusion::ExpertKind;
use crate::storage::reviews as stored;
use crate::storage::rows::Expert;
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of an expert that can be typed into.
    pub enum ExpertField {
        Name => "name", "姓名";
        Organisation => "organisation", "单位";
        Post => "post", "职务职称";
        Field => "field", "专业领域";
        Kind => "kind", "专家类别";
        Mobile => "mobile", "手机";
        Tel => "tel", "电话";
        Note => "note", "备注";
    }
}

/// Which experts.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct ExpertQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of the name, the organisation or the field.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub kind: Option<ExpertKind>,
}

/// A line of the list of experts.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExpertRow {
    pub id: ExpertId,
    pub name: String,
    pub organisation: String,
    pub post: String,
    pub field: String,
    pub kind: ExpertKind,
    pub mobile: String,
    pub tel: String,
    pub note: String,
    /// Rounds taken part in.
    pub rounds: i64,
    /// The last one's day.
    pub last_on: Option<chrono::NaiveDate>,
    pub sample: bool,
}

/// A new expert of whom name and organisation are known.
pub fn create(tx: &Tx<'_>, name: &str, organisation: &str, kind: ExpertKind) -> Result<Expert> {
    let expert = Expert {
        organisation: input::line(organisation, ExpertField::Organisation.label())?,
        kind,
        ..blank(input::required(name, ExpertField::Name.label())?)
    };
    insert(tx, &expert)?;
    Ok(expert)
}

/// An expert of whom only the name is known.
pub fn blank(name: String) -> Expert {
    Expert {
        id: ExpertId::new(),
        name,
        organisation: String::new(),
        post: String::new(),
        field: String::new(),
        kind: ExpertKind::Other,
        mobile: String::new(),
        tel: String::new(),
        note: String::new(),
        sample: false,
        deleted: false,
    }
}

/// A cell of the list, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExpertCell {
    pub id: ExpertId,
    pub field: ExpertField,
    pub text: String,
}

/// Sets cells from what was typed, all or none; returns the action by name.
pub fn set(tx: &Tx<'_>, cells: &[ExpertCell]) -> Result<Action> {
    let names = cells.iter().map(|cell| set_one(tx, cell)).collect::<Result<Vec<_>>>()?;
    let word = match cells {
        [first, rest @ ..] if rest.iter().all(|cell| cell.field == first.field) => first.field.label(),
        _ => "",
    };
    Ok(Action::set(Kind::Expert, word, named(names)))
}

/// What the action is of: one name, or how many.
fn named(mut names: Vec<String>) -> String {
    names.dedup();
    match names.as_slice() {
        [one] => one.clone(),
        many => texts::so_many_experts(many.len()),
    }
}

fn set_one(tx: &Tx<'_>, cell: &ExpertCell) -> Result<String> {
    let before: Expert = live(tx, cell.id)?;
    let mut after = before.clone();
    let (word, typed) = (cell.field.label(), cell.text.as_str());
    match cell.field {
        ExpertField::Name => after.name = input::required(typed, word)?,
        ExpertField::Organisation => after.organisation = input::line(typed, word)?,
        ExpertField::Post => after.post = input::line(typed, word)?,
        ExpertField::Field => after.field = input::line(typed, word)?,
        ExpertField::Kind => {
            let kind = input::choice(typed, word, ExpertKind::from_label, ExpertKind::labels())?;
            after.kind = kind.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        ExpertField::Mobile => after.mobile = input::phone(typed)?,
        ExpertField::Tel => after.tel = input::phone(typed)?,
        ExpertField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(before.name)
}

/// Moves experts to the recycle bin; one whose opinions stand in rounds stays. Returns what they are called.
pub fn trash(tx: &Tx<'_>, ids: &[ExpertId]) -> Result<String> {
    Ok(named(ids.iter().map(|id| trash_one(tx, *id)).collect::<Result<Vec<_>>>()?))
}

fn trash_one(tx: &Tx<'_>, id: ExpertId) -> Result<String> {
    let before: Expert = live(tx, id)?;
    let rounds = stored::rounds_of(tx, id)?;
    if rounds > 0 {
        return Err(Error::invalid(texts::expert_in_use(&before.name, rounds)));
    }
    crate::sessions::guests::let_go(tx, id.into())?;
    update(tx, &before, &Expert { deleted: true, ..before.clone() })?;
    Ok(before.name)
}

/// Experts as typed, one a line or separated by 、: 王五（山东大学）. Those known by that name are found, the others
/// are new, of the kind given.
pub fn from_typed(tx: &Tx<'_>, typed: &str, kind: ExpertKind) -> Result<Vec<Expert>> {
    let mut experts: Vec<Expert> = Vec::new();
    for part in typed.split(['\n', '、', ',', '，', ';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        let part = part.replace('(', "（").replace(')', "）");
        let (name, organisation) = match part.split_once('（') {
            Some((name, rest)) => (name.trim().to_string(), rest.trim_end_matches('）').trim().to_string()),
            None => (part.trim().to_string(), String::new()),
        };
        let known = stored::experts_named(tx, &name)?;
        let same = |expert: &&Expert| {
            organisation.is_empty() || expert.organisation.is_empty() || expert.organisation == organisation
        };
        let found: Vec<&Expert> = known.iter().filter(same).collect();
        let expert = match found.as_slice() {
            [] => create(tx, &name, &organisation, kind)?,
            [one] => (*one).clone(),
            _ => return Err(Error::invalid(texts::several_experts(&name))),
        };
        if !experts.iter().any(|one| one.id == expert.id) {
            experts.push(expert);
        }
    }
    Ok(experts)
}
