//! The things a row names: its enterprise, project, demand and units, each made once and looked up in the workbook.

use std::collections::HashMap;

use super::assemble::{Assembly, RowState};
use super::cells;
use super::columns::Column;
use super::draft::{DraftDemand, DraftEnterprise, DraftProject, DraftUnit};
use super::known::KnownEnterprise;
use super::questions::{Doubt, Input, Offer, QuestionKind};
use super::rows::Line;
use crate::amount::{Amount, AmountUnit};
use crate::demands::category::DemandCategory;
use crate::departments::districts::resolve_district;
use crate::departments::resolve::Resolution;
use crate::ids::{DepartmentId, Id};
use crate::texts::ledgers as texts;
use crate::typed::compact;
use crate::uscc::Uscc;

/// The things named so far.
#[derive(Default)]
pub(super) struct Nouns {
    pub enterprises: Vec<DraftEnterprise>,
    pub projects: Vec<DraftProject>,
    pub demands: Vec<DraftDemand>,
    enterprise_by_name: HashMap<String, usize>,
    project_by_name: HashMap<(Option<usize>, String), usize>,
    /// For each project the text its investment was read from: a merged cell is read, and asked about, once.
    investments_read: Vec<String>,
    /// 其他 is kept apart by its words, which say what it is.
    demand_by_category: HashMap<(Option<usize>, Option<usize>, DemandCategory, String), usize>,
    units: HashMap<String, Resolution>,
}

impl Assembly<'_> {
    pub fn enterprise(&mut self, line: &Line, state: &mut RowState) -> Option<usize> {
        let (column, _) = self.columns().find(|(_, column)| *column == Column::Enterprise)?;
        let name = line.cells[column].text().replace('\n', "");
        let key = compact(&name);
        if key.is_empty() {
            return None;
        }
        let index = match self.nouns.enterprise_by_name.get(&key) {
            Some(index) => *index,
            None => {
                let existing = match self.known.find_enterprise(&name) {
                    KnownEnterprise::Same(id) => Some(id),
                    KnownEnterprise::Unknown => None,
                    KnownEnterprise::Like(id, known) => {
                        let doubt = Doubt {
                            kind: QuestionKind::Enterprise,
                            key: key.clone(),
                            value: name.clone(),
                            text: texts::like_enterprise(&known),
                            offers: vec![
                                Offer::new("same", texts::same_enterprise(), Some(id)),
                                Offer::new("other", texts::another_enterprise(), None),
                            ],
                            proposed: 0,
                            sure: false,
                            input: None,
                        };
                        self.settle(column, doubt, state)
                    }
                };
                let contacts = Vec::new();
                self.nouns.enterprises.push(DraftEnterprise {
                    name,
                    existing,
                    district_code: None,
                    uscc: None,
                    contacts,
                    phone: String::new(),
                });
                self.nouns.enterprise_by_name.insert(key, self.nouns.enterprises.len() - 1);
                self.nouns.enterprises.len() - 1
            }
        };
        self.enterprise_details(line, index, state);
        Some(index)
    }

    fn enterprise_details(&mut self, line: &Line, index: usize, state: &mut RowState) {
        let (uscc, contact, phone) =
            (self.text(line, Column::Uscc), self.text(line, Column::Contact), self.phone(line, Column::Contact));
        let enterprise = &mut self.nouns.enterprises[index];
        if enterprise.uscc.is_none() && !uscc.is_empty() {
            match Uscc::parse(&uscc) {
                Ok(code) => enterprise.uscc = code.map(|code| code.as_str().to_owned()),
                Err(error) => state.remarks.push(texts::uscc_dropped(error.message())),
            }
        }
        if enterprise.contacts.is_empty() {
            enterprise.contacts = cells::persons(&contact);
            enterprise.phone = phone;
        }
    }

    /// The telephone in the column that follows the persons or contacts.
    pub fn phone(&self, line: &Line, of: Column) -> String {
        let mut last = None;
        for (index, column) in self.columns() {
            match column {
                Column::Person | Column::Contact => last = Some(column),
                Column::Phone if last == Some(of) => return line.cells[index].text().into_owned(),
                _ => {}
            }
        }
        String::new()
    }

    pub fn project(&mut self, line: &Line, enterprise: Option<usize>, state: &mut RowState) -> Option<usize> {
        let name = self.text(line, Column::Project).replace('\n', "");
        let district_text = self.text(line, Column::District);
        let district_code = resolve_district(&district_text).map(|district| district.code.to_owned());
        if district_code.is_none() && !district_text.is_empty() {
            state.remarks.push(texts::unknown_district(&district_text));
        }
        if let Some(index) = enterprise {
            let enterprise = &mut self.nouns.enterprises[index];
            enterprise.district_code = enterprise.district_code.take().or_else(|| district_code.clone());
        }
        if name.is_empty() {
            return None;
        }
        let key = (enterprise, compact(&name));
        let index = match self.nouns.project_by_name.get(&key) {
            Some(index) => *index,
            None => {
                let existing = match enterprise.map(|index| self.nouns.enterprises[index].existing) {
                    Some(None) => None,
                    Some(Some(id)) => self.known.find_project(&name, Some(id)),
                    None => self.known.find_project(&name, None),
                };
                let (district_code, district_text) = (None, String::new());
                let project =
                    DraftProject { name, enterprise, existing, district_code, district_text, investment: None };
                self.nouns.projects.push(project);
                self.nouns.investments_read.push(String::new());
                self.nouns.project_by_name.insert(key, self.nouns.projects.len() - 1);
                self.nouns.projects.len() - 1
            }
        };
        let stated = self.text(line, Column::Investment);
        if !stated.is_empty() && self.nouns.investments_read[index] != stated {
            let investment = self.investment(line, state);
            let project = &mut self.nouns.projects[index];
            project.investment = project.investment.take().or(investment);
            self.nouns.investments_read[index] = stated;
        }
        let project = &mut self.nouns.projects[index];
        if project.district_text.is_empty() {
            (project.district_code, project.district_text) = (district_code, district_text);
        }
        Some(index)
    }

    fn investment(&mut self, line: &Line, state: &mut RowState) -> Option<Amount> {
        let (column, _) = self.columns().find(|(_, column)| *column == Column::Investment)?;
        let cell = &line.cells[column];
        let mut unit = self.head.unit_of(column);
        if unit.is_none() && cells::is_bare_number(cell) {
            let offers = [AmountUnit::Wan, AmountUnit::Yi, AmountUnit::Yuan];
            let doubt = Doubt {
                kind: QuestionKind::AmountUnit,
                key: String::new(),
                value: cell.text().into_owned(),
                text: texts::amount_without_unit().to_owned(),
                offers: offers.into_iter().map(|unit| Offer::new(unit.code(), unit.label(), unit)).collect(),
                proposed: 0,
                sure: false,
                input: None,
            };
            unit = Some(self.settle(column, doubt, state));
        }
        self.value(column, cells::amount(cell, unit), state)
    }

    /// The demands a cell names, each once for a project and category; the first is the task's.
    pub fn demand(&mut self, text: &str, enterprise: Option<usize>, project: Option<usize>) -> Option<usize> {
        let names = text.split(['、', '，', ',', '；', ';', '/', '\n']).map(str::trim).filter(|name| !name.is_empty());
        let mut first = None;
        for name in names {
            let category = DemandCategory::from_text(name).unwrap_or(DemandCategory::Other);
            let words = if category == DemandCategory::Other { name } else { "" };
            let key = (enterprise, project, category, words.to_owned());
            let index = *self.nouns.demand_by_category.entry(key).or_insert_with(|| {
                self.nouns.demands.push(DraftDemand { enterprise, project, category, text: name.to_owned() });
                self.nouns.demands.len() - 1
            });
            first = first.or(Some(index));
        }
        first
    }

    /// The unit of a name; an unknown one is asked.
    pub fn unit(&mut self, column: usize, name: &str, state: &mut RowState) -> Option<DraftUnit> {
        let known = self.known;
        let resolution = self.nouns.units.entry(name.to_owned()).or_insert_with(|| known.resolve_unit(name)).clone();
        let named = |id: DepartmentId| DraftUnit { id: Some(id), name: known.unit_name(id) };
        let guesses = match resolution {
            Resolution::Exact(id) => return Some(named(id)),
            Resolution::Guess(guesses) => guesses,
            Resolution::Unknown => Vec::new(),
        };
        let guessed = guesses.into_iter().take(3).map(|(id, _)| {
            let unit = named(id);
            Offer::new(format!("unit={id}"), unit.name.clone(), Some(unit))
        });
        let new = DraftUnit { id: None, name: name.to_owned() };
        let others = [Offer::new("new", texts::new_unit(), Some(new)), Offer::new("blank", texts::leave_blank(), None)];
        let doubt = Doubt {
            kind: QuestionKind::Department,
            key: name.to_owned(),
            value: name.to_owned(),
            text: texts::which_unit().to_owned(),
            offers: guessed.chain(others).collect(),
            proposed: 0,
            sure: false,
            input: Some(Input {
                id: "unit=",
                label: texts::pick_unit(),
                read: |picked| Some(Some(DraftUnit { id: Some(Id::parse(picked)?.into()), name: String::new() })),
            }),
        };
        let unit = self.settle(column, doubt, state)?;
        Some(match unit.id {
            Some(id) => named(id),
            None => unit,
        })
    }
}
