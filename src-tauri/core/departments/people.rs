//! 责任人: people of a unit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::api::list::Paging;
use crate::departments::person_role::PersonRole;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, PersonId};
use crate::storage::people as stored;
use crate::storage::rows::{Department, Person};
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a person that can be typed into.
    pub enum PersonField {
        Name => "name", "姓名";
        Department => "department", "单位";
        Post => "post", "职务";
        Mobile => "mobile", "手机";
        Tel => "tel", "电话";
        Role => "role", "角色";
        Note => "note", "备注";
    }
}

/// Which people.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct PersonQuery {
    #[serde(flatten)]
    pub paging: Paging,
    #[ts(optional)]
    pub department: Option<DepartmentId>,
    /// Part of the name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// A line of the list of people.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonRow {
    pub id: PersonId,
    pub name: String,
    pub department_id: Option<DepartmentId>,
    pub department: String,
    pub post: String,
    pub mobile: String,
    pub tel: String,
    pub role: Option<PersonRole>,
    pub note: String,
    pub open_tasks: i64,
    pub sample: bool,
}

/// A new person of a unit.
pub fn create(tx: &Tx<'_>, department: Option<DepartmentId>, name: &str) -> Result<Person> {
    if let Some(department) = department {
        live::<Department>(tx, department)?;
    }
    let person = Person {
        id: PersonId::new(),
        department_id: department,
        name: input::required(name, "姓名")?,
        post: String::new(),
        mobile: String::new(),
        tel: String::new(),
        role: None,
        note: String::new(),
        sample: false,
        deleted: false,
    };
    insert(tx, &person)?;
    Ok(person)
}

/// The person of this name in a unit, made if there is none. A post in brackets, 李四（处长）, is taken along.
pub fn find_or_create(tx: &Tx<'_>, department: Option<DepartmentId>, typed: &str) -> Result<Person> {
    let (name, post) = split_post(typed);
    if let Some(person) = stored::by_name(tx, department, name)? {
        return Ok(person);
    }
    let person = create(tx, department, name)?;
    let with_post = Person { post: input::line(post, "职务")?, ..person.clone() };
    update(tx, &person, &with_post)?;
    Ok(with_post)
}

/// 李四（处长） → 李四, 处长.
pub fn split_post(typed: &str) -> (&str, &str) {
    let typed = typed.trim();
    match typed.find(['（', '(']) {
        Some(at) => {
            let post = typed[at..].trim_start_matches(['（', '(']).trim_end_matches(['）', ')']);
            (typed[..at].trim(), post.trim())
        }
        None => (typed, ""),
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: PersonId, field: PersonField, typed: &str) -> Result<Action> {
    let before: Person = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        PersonField::Name => after.name = input::required(typed, word)?,
        PersonField::Department => after.department_id = crate::departments::set::find_unit(tx, typed)?,
        PersonField::Post => after.post = input::line(typed, word)?,
        PersonField::Mobile => after.mobile = input::phone(typed)?,
        PersonField::Tel => after.tel = input::phone(typed)?,
        PersonField::Role => after.role = input::choice(typed, word, PersonRole::from_label, PersonRole::labels())?,
        PersonField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Person, word, before.name))
}

/// Moves a person without open tasks to the recycle bin; returns the name.
pub fn trash(tx: &Tx<'_>, id: PersonId) -> Result<String> {
    let before: Person = live(tx, id)?;
    let tasks = stored::open_tasks(tx, id)?;
    if tasks > 0 {
        return Err(Error::invalid(texts::person_in_use(&before.name, tasks)));
    }
    update(tx, &before, &Person { deleted: true, ..before.clone() })?;
    Ok(before.name)
}
