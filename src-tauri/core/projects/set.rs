//! 修改项目: one field at a time, as it is left. The stage has a verb of its own ([`super::advance`]).

use crate::action::{Action, Kind};
use crate::amount::Amount;
use crate::departments::districts::resolve_district;
use crate::departments::set::find_unit;
use crate::dictionaries::list::DictionaryList;
use crate::dictionaries::read::{listed, refuse_out_of_use};
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use crate::projects::classification::{FourNew, ListedFormat, ListedIndustry, ProblemKind, ProjectKind};
use crate::storage::projects as stored;
use crate::storage::rows::Project;
use crate::storage::shown::Many;
use crate::storage::table::{live, update};
use crate::work_groups::edit::find_group;
use crate::workbook::Tx;
use crate::{dictionaries, input, texts};

codes! {
    /// A field of a project that can be typed into.
    pub enum ProjectField {
        Code => "code", "项目编号";
        Name => "name", "项目名称";
        Kind => "kind", "项目类型";
        Summary => "summary", "项目简介";
        FourNew => "four_new", "四新";
        Industry => "industry", "新技术新产业";
        Format => "format", "新业态新模式";
        Chain => "chain", "产业链";
        District => "district", "区市";
        Investment => "investment", "总投资";
        Lead => "lead", "牵头单位";
        WorkGroup => "work_group", "推进小组";
        Problems => "problems", "问题类型";
        Verify => "verify", "待核实";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: ProjectId, field: ProjectField, typed: &str) -> Result<Action> {
    let before: Project = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        ProjectField::Code => {
            after.code = input::line(typed, word)?;
            if let Some(other) = stored::by_code(tx, &after.code)?.filter(|other| other.id != id) {
                return Err(Error::invalid(texts::code_taken(&after.code, &other.name)));
            }
        }
        ProjectField::Name => after.name = input::required(typed, word)?,
        ProjectField::Kind => after.kind = input::choice(typed, word, ProjectKind::from_label, ProjectKind::labels())?,
        ProjectField::Summary => after.summary = input::text(typed, word, input::LONG)?,
        ProjectField::FourNew => {
            after.four_new = Many(input::choices(typed, word, FourNew::from_label, FourNew::labels())?)
        }
        ProjectField::Industry => {
            let now = before.industry.as_ref().map(ListedIndustry::code);
            after.industry = listed(tx, DictionaryList::Industry, typed, now, tx.today)?.map(ListedIndustry);
        }
        ProjectField::Format => {
            let now = before.format.as_ref().map(ListedFormat::code);
            after.format = listed(tx, DictionaryList::Format, typed, now, tx.today)?.map(ListedFormat);
        }
        ProjectField::Chain => (after.chain, after.chain_version) = dictionaries::read::chain(tx, typed, tx.today)?,
        ProjectField::District => {
            let stated = input::line(typed, word)?;
            after.district = resolve_district(&stated).map(|district| district.code.to_string());
            after.district_as_stated = stated;
            let (new, now) = (after.district.as_deref(), before.district.as_deref());
            refuse_out_of_use(tx, DictionaryList::District, new, now, tx.today)?;
        }
        ProjectField::Investment => {
            after.investment = if typed.trim().is_empty() { None } else { Some(Amount::parse(typed, None)?) }
        }
        ProjectField::Lead => after.lead_department_id = find_unit(tx, typed)?,
        ProjectField::WorkGroup => after.work_group_id = find_group(tx, typed)?,
        ProjectField::Problems => {
            after.problems = Many(input::choices(typed, word, ProblemKind::from_label, ProblemKind::labels())?)
        }
        ProjectField::Verify => after.verify = input::line(typed, word)?,
        ProjectField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Project, word, before.name))
}
