//! 导入: a checked draft becomes records. One action, so one 撤销 takes it all back; the same file again changes
//! nothing (domain.md §1.8).

use std::collections::HashMap;

use chrono::NaiveDate;
use fractional_index::FractionalIndex;

use super::columns::Column;
use super::draft::{DraftChange, DraftNote, DraftRow, DraftTask, DraftUnit, LedgerDraft, Verdict};
use super::questions::{Question, QuestionKind};
use crate::demands::status::DemandStatus;
use crate::departments::{create as units, kind::DepartmentKind, people, set::add_alias};
use crate::enterprises::set::add_alias as add_enterprise_alias;
use crate::error::Result;
use crate::ids::{DemandId, DepartmentId, EnterpriseId, Id, ProjectId, TaskId};
use crate::progress::Watch;
use crate::projects::stage::Stage;
use crate::storage::rows::{
    Contact, Demand, Enterprise, Progress, Project, ProjectEnterprise, Task, TaskDepartment, TaskDueFact, TaskPerson,
    TaskStatusFact,
};
use crate::storage::shown::Many;
use crate::storage::table::{all, find, insert, live, update};
use crate::storage::{enterprises, ledgers as stored};
use crate::tasks::status::TaskStatus;
use crate::texts::ledgers as texts;
use crate::workbook::Tx;

/// Writes a draft into the workbook. Cancelling leaves everything as it was.
pub fn apply(tx: &Tx<'_>, draft: &LedgerDraft, watch: &dyn Watch) -> Result<()> {
    let mut import = Import {
        tx,
        draft,
        on: draft.as_of.unwrap_or(tx.today),
        units: HashMap::new(),
        people: HashMap::new(),
        enterprises: Vec::new(),
        projects: Vec::new(),
        demands: Vec::new(),
        places: HashMap::new(),
    };
    import.remember_nicknames()?;
    import.enterprises()?;
    import.projects()?;
    import.demands()?;
    let total = draft.rows.len() as u64;
    for (done, row) in draft.rows.iter().enumerate() {
        if done % 64 == 0 {
            watch.progress(done as u64, total, texts::writing());
            watch.check()?;
        }
        import.row(row)?;
    }
    watch.progress(total, total, texts::writing());
    Ok(())
}

/// An import under way. Positions of the draft's lists lead to the records made for them.
struct Import<'a> {
    tx: &'a Tx<'a>,
    draft: &'a LedgerDraft,
    /// The day its facts are of: 截至 of the ledger, else today.
    on: NaiveDate,
    units: HashMap<String, DepartmentId>,
    people: HashMap<(Option<DepartmentId>, String), crate::ids::PersonId>,
    enterprises: Vec<EnterpriseId>,
    projects: Vec<ProjectId>,
    demands: Vec<DemandId>,
    /// The last place among the tasks of each project.
    places: HashMap<Option<ProjectId>, FractionalIndex>,
}

impl Import<'_> {
    /// A nickname a person explained, and a firm's name a person recognised, are asked once and remembered.
    fn remember_nicknames(&mut self) -> Result<()> {
        for Question { kind, value, chosen, .. } in &self.draft.questions {
            if let (QuestionKind::Department, Some(id)) = (kind, chosen.strip_prefix("unit=").and_then(Id::parse)) {
                add_alias(self.tx, DepartmentId(id), value)?;
            }
        }
        Ok(())
    }

    fn enterprises(&mut self) -> Result<()> {
        for (at, drafted) in self.draft.enterprises.iter().enumerate() {
            // 所属区市 of a ledger stands beside the project; it is the enterprise's too unless it says otherwise.
            let of_project = self.draft.projects.iter().find(|project| project.enterprise == Some(at));
            let district = drafted.district_code.clone().or_else(|| of_project?.district_code.clone());
            let stated = of_project.map(|project| project.district_text.clone()).unwrap_or_default();
            let id = match drafted.existing {
                Some(id) => {
                    if !enterprises::names_of(self.tx, id)?.contains(&drafted.name) {
                        add_enterprise_alias(self.tx, id, &drafted.name)?;
                    }
                    let before: Enterprise = live(self.tx, id)?;
                    let after = Enterprise {
                        uscc: before.uscc.clone().or_else(|| drafted.uscc.clone()),
                        district: before.district.clone().or_else(|| district.clone()),
                        district_as_stated: match before.district_as_stated.is_empty() {
                            true => stated,
                            false => before.district_as_stated.clone(),
                        },
                        ..before.clone()
                    };
                    update(self.tx, &before, &after)?;
                    id
                }
                None => {
                    let blank = crate::enterprises::create::blank(drafted.name.clone());
                    let row = Enterprise { uscc: drafted.uscc.clone(), district, district_as_stated: stated, ..blank };
                    insert(self.tx, &row)?;
                    row.id
                }
            };
            self.contacts(id, &drafted.contacts, &drafted.phone)?;
            self.enterprises.push(id);
        }
        Ok(())
    }

    fn contacts(&self, enterprise: EnterpriseId, named: &[super::cells::NamedPerson], phone: &str) -> Result<()> {
        let known = enterprises::contacts(self.tx, enterprise)?;
        for (at, person) in named.iter().enumerate() {
            if known.iter().any(|contact| contact.name == person.name) {
                continue;
            }
            let contact = crate::enterprises::contacts::create(self.tx, enterprise, &person.name)?;
            let mobile = if at == 0 { crate::input::phone(phone).unwrap_or_default() } else { String::new() };
            update(self.tx, &contact, &Contact { post: person.post.clone(), mobile, ..contact.clone() })?;
        }
        Ok(())
    }

    /// Imported projects enter at 推进中 (导入接手), their code empty until given.
    fn projects(&mut self) -> Result<()> {
        for drafted in &self.draft.projects {
            let enterprise = drafted.enterprise.map(|at| self.enterprises[at]);
            let id = match drafted.existing {
                Some(id) => {
                    let before: Project = live(self.tx, id)?;
                    let mut after = before.clone();
                    after.investment = after.investment.or_else(|| drafted.investment.clone());
                    if after.district.is_none() && after.district_as_stated.is_empty() {
                        after.district = drafted.district_code.clone();
                        after.district_as_stated = drafted.district_text.clone();
                    }
                    update(self.tx, &before, &after)?;
                    id
                }
                None => {
                    let row = Project {
                        id: ProjectId::new(),
                        code: String::new(),
                        name: drafted.name.clone(),
                        kind: None,
                        summary: String::new(),
                        four_new: Many(Vec::new()),
                        industry: None,
                        format: None,
                        chain: String::new(),
                        district: drafted.district_code.clone(),
                        district_as_stated: drafted.district_text.clone(),
                        investment: drafted.investment.clone(),
                        stage: Stage::Advancing,
                        lead_department_id: None,
                        problems: Many(Vec::new()),
                        verify: String::new(),
                        note: String::new(),
                        sample: false,
                        deleted: false,
                        work_group_id: None,
                        chain_version: String::new(),
                    };
                    insert(self.tx, &row)?;
                    row.id
                }
            };
            if let Some(enterprise) = enterprise {
                self.link(id, enterprise)?;
            }
            self.projects.push(id);
        }
        Ok(())
    }

    fn link(&self, project: ProjectId, enterprise: EnterpriseId) -> Result<()> {
        match find::<ProjectEnterprise>(self.tx, &[&project, &enterprise])? {
            Some(link) => {
                update(self.tx, &link, &ProjectEnterprise { deleted: false, ..link.clone() })?;
            }
            None => {
                let others: Vec<ProjectEnterprise> = all(self.tx, "WHERE t.project_id=? AND t.deleted=0", &[&project])?;
                let is_lead = others.is_empty();
                insert(
                    self.tx,
                    &ProjectEnterprise { project_id: project, enterprise_id: enterprise, is_lead, deleted: false },
                )?;
            }
        }
        Ok(())
    }

    fn demands(&mut self) -> Result<()> {
        for drafted in &self.draft.demands {
            let project = drafted.project.map(|at| self.projects[at]);
            let enterprise = drafted.enterprise.filter(|_| project.is_none()).map(|at| self.enterprises[at]);
            let id = match stored::demand_of(self.tx, project, enterprise, drafted.category, &drafted.text)? {
                Some(demand) => demand.id,
                None => {
                    let row = Demand {
                        id: DemandId::new(),
                        project_id: project,
                        enterprise_id: enterprise,
                        category: drafted.category,
                        text: drafted.text.clone(),
                        quantity: String::new(),
                        raised_on: None,
                        source: None,
                        source_date: None,
                        source_number: String::new(),
                        lead_department_id: None,
                        due: None,
                        status: DemandStatus::InProgress,
                        result: String::new(),
                        resolved_on: None,
                        satisfaction: None,
                        verify: String::new(),
                        note: String::new(),
                        position: String::new(),
                        sample: false,
                        deleted: false,
                        presentation_id: None,
                        due_rule: String::new(),
                    };
                    insert(self.tx, &row)?;
                    row.id
                }
            };
            self.demands.push(id);
        }
        Ok(())
    }

    fn row(&mut self, row: &DraftRow) -> Result<()> {
        let Some(task) = &row.task else { return Ok(()) };
        match (row.existing, row.verdict) {
            (_, Verdict::Skip | Verdict::Same) => Ok(()),
            (Some(id), _) => self.change(id, task, &row.changes),
            (None, _) => self.create(task),
        }
    }

    fn create(&mut self, drafted: &DraftTask) -> Result<()> {
        let project = drafted.project.map(|at| self.projects[at]);
        let lead = self.unit_or_none(drafted.lead.as_ref())?;
        let id = TaskId::new();
        let row = Task {
            id,
            project_id: project,
            enterprise_id: drafted.enterprise.filter(|_| project.is_none()).map(|at| self.enterprises[at]),
            demand_id: drafted.demand.map(|at| self.demands[at]),
            milestone_id: None,
            title: drafted.title.clone(),
            measure: drafted.measure.clone(),
            deliverable: String::new(),
            lead_department_id: lead,
            start_on: drafted.start.and_then(|start| start.first_day()),
            due_rule: String::new(),
            weight: 1,
            assigned_on: None,
            submitted_on: (drafted.status == TaskStatus::Submitted).then_some(self.on),
            closed_on: (drafted.status == TaskStatus::Closed).then_some(self.on),
            note: drafted.remark.clone(),
            position: self.next_place(project)?,
            sample: false,
            deleted: false,
            source: None,
        };
        insert(self.tx, &row)?;
        if drafted.status != TaskStatus::NotStarted {
            self.status(id, None, drafted.status)?;
        }
        if drafted.due.is_some() {
            self.due(id, None, drafted)?;
        }
        self.assisting(id, &drafted.assisting)?;
        self.persons(id, lead, drafted)?;
        drafted.notes.iter().try_for_each(|note| self.note(id, note))
    }

    fn change(&mut self, id: TaskId, drafted: &DraftTask, changes: &[DraftChange]) -> Result<()> {
        let before: Task = live(self.tx, id)?;
        let mut after = before.clone();
        let changed = |column: Column| changes.iter().any(|change| change.column == column);
        if changed(Column::Measure) {
            after.measure = drafted.measure.clone();
        }
        if changed(Column::Start) {
            after.start_on = drafted.start.and_then(|start| start.first_day());
        }
        if changed(Column::Status) {
            let now: Option<TaskStatusFact> = crate::storage::table::one(
                self.tx,
                "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1",
                &[&id],
            )?;
            self.status(id, now.map(|fact| fact.to_status), drafted.status)?;
            after.submitted_on = (drafted.status == TaskStatus::Submitted).then_some(self.on);
            after.closed_on = (drafted.status == TaskStatus::Closed).then_some(self.on);
        }
        if changed(Column::Due) {
            let now: Option<TaskDueFact> = crate::storage::table::one(
                self.tx,
                "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1",
                &[&id],
            )?;
            self.due(id, now, drafted)?;
        }
        if changed(Column::Assisting) {
            self.assisting(id, &drafted.assisting)?;
        }
        if changed(Column::Person) {
            self.persons(id, before.lead_department_id, drafted)?;
        }
        if changed(Column::Progress) || changed(Column::Problem) || changed(Column::NextStep) {
            drafted.notes.iter().try_for_each(|note| self.note(id, note))?;
        }
        update(self.tx, &before, &after)?;
        Ok(())
    }

    fn status(&self, task: TaskId, from: Option<TaskStatus>, to: TaskStatus) -> Result<()> {
        let reason = texts::by_import().to_string();
        let fact = TaskStatusFact {
            id: Id::new(),
            task_id: task,
            on_day: self.on,
            from_status: from,
            to_status: to,
            reason,
            deleted: false,
            evidence: String::new(),
        };
        insert(self.tx, &fact)
    }

    fn due(&self, task: TaskId, before: Option<TaskDueFact>, drafted: &DraftTask) -> Result<()> {
        let fact = TaskDueFact {
            id: Id::new(),
            task_id: task,
            on_day: self.on,
            old_due: before.and_then(|fact| fact.new_due),
            new_due: drafted.due,
            reason: texts::by_import().to_string(),
            deleted: false,
        };
        insert(self.tx, &fact)
    }

    fn note(&self, task: TaskId, note: &DraftNote) -> Result<()> {
        let row = Progress {
            id: Id::new(),
            task_id: task,
            as_of: note.as_of,
            percent: note.percent.map(i64::from),
            done_text: note.text.clone(),
            problem: note.problem.clone(),
            next_step: note.next_step.clone(),
            need_coordination: false,
            reporter: String::new(),
            deleted: false,
        };
        insert(self.tx, &row)
    }

    /// The assisting units become exactly these.
    fn assisting(&mut self, task: TaskId, drafted: &[DraftUnit]) -> Result<()> {
        let mut wanted = Vec::new();
        for unit in drafted {
            wanted.extend(self.unit(unit)?);
        }
        for link in all::<TaskDepartment>(self.tx, "WHERE t.task_id=? AND t.deleted=0", &[&task])? {
            if !wanted.contains(&link.department_id) {
                update(self.tx, &link, &TaskDepartment { deleted: true, ..link.clone() })?;
            }
        }
        let mut place = FractionalIndex::default();
        for unit in wanted {
            let link =
                TaskDepartment { task_id: task, department_id: unit, position: place.to_string(), deleted: false };
            match find::<TaskDepartment>(self.tx, &[&task, &unit])? {
                Some(before) => drop(update(self.tx, &before, &link)?),
                None => insert(self.tx, &link)?,
            }
            place = FractionalIndex::new_after(&place);
        }
        Ok(())
    }

    /// The persons responsible become exactly these; one nobody knows is added to the leading unit.
    fn persons(&mut self, task: TaskId, lead: Option<DepartmentId>, drafted: &DraftTask) -> Result<()> {
        let mut wanted = Vec::new();
        for person in &drafted.persons {
            let key = (lead, person.name.clone());
            let id = match self.people.get(&key) {
                Some(id) => *id,
                None => {
                    let named = match person.post.is_empty() {
                        true => person.name.clone(),
                        false => format!("{}（{}）", person.name, person.post),
                    };
                    let id = people::find_or_create(self.tx, lead, &named)?.id;
                    self.people.insert(key, id);
                    id
                }
            };
            wanted.push(id);
        }
        for link in all::<TaskPerson>(self.tx, "WHERE t.task_id=? AND t.deleted=0", &[&task])? {
            if !wanted.contains(&link.person_id) {
                update(self.tx, &link, &TaskPerson { deleted: true, ..link.clone() })?;
            }
        }
        let mut place = FractionalIndex::default();
        for person in wanted {
            let link = TaskPerson {
                task_id: task,
                person_id: person,
                role: None,
                position: place.to_string(),
                deleted: false,
            };
            match find::<TaskPerson>(self.tx, &[&task, &person])? {
                Some(before) => drop(update(self.tx, &before, &TaskPerson { role: before.role, ..link })?),
                None => insert(self.tx, &link)?,
            }
            place = FractionalIndex::new_after(&place);
        }
        Ok(())
    }

    fn unit_or_none(&mut self, unit: Option<&DraftUnit>) -> Result<Option<DepartmentId>> {
        match unit {
            Some(unit) => self.unit(unit),
            None => Ok(None),
        }
    }

    /// The unit, made if the person said it is a new one.
    fn unit(&mut self, unit: &DraftUnit) -> Result<Option<DepartmentId>> {
        if unit.id.is_some() {
            return Ok(unit.id);
        }
        if let Some(id) = self.units.get(&unit.name) {
            return Ok(Some(*id));
        }
        let id = units::create(self.tx, &unit.name, DepartmentKind::Other)?.id;
        self.units.insert(unit.name.clone(), id);
        Ok(Some(id))
    }

    fn next_place(&mut self, project: Option<ProjectId>) -> Result<String> {
        let next = match self.places.get(&project) {
            Some(last) => FractionalIndex::new_after(last),
            None => {
                let last = stored::last_task_position(self.tx, project)?;
                match last.and_then(|text| FractionalIndex::from_string(&text).ok()) {
                    Some(last) => FractionalIndex::new_after(&last),
                    None => FractionalIndex::default(),
                }
            }
        };
        let text = next.to_string();
        self.places.insert(project, next);
        Ok(text)
    }
}
