//! The task of a row.

use chrono::NaiveDate;

use super::assemble::{Assembly, RowState};
use super::cells::{self, Progress, is_mark};
use super::columns::{Column, month_of};
use super::draft::{DraftNote, DraftTask, DraftUnit};
use super::rows::{Line, without_number};
use crate::partial_date::{PartialDate, Precision};
use crate::tasks::status::TaskStatus;
use crate::texts::ledgers as texts;

impl Assembly<'_> {
    /// The task a row holds; None if it names none. Without a column of tasks the measures are the tasks.
    pub fn task(
        &mut self,
        line: &Line,
        enterprise: Option<usize>,
        project: Option<usize>,
        state: &mut RowState,
    ) -> Option<DraftTask> {
        let mut measure = self.texts(line, Column::Measure).join("\n");
        let has_tasks = self.columns().any(|(_, column)| column == Column::Task);
        let typed = if has_tasks { self.text(line, Column::Task) } else { std::mem::take(&mut measure) };
        if typed.is_empty() {
            return None;
        }
        let title = without_number(&typed).split('\n').map(str::trim).collect::<Vec<_>>().join("；");
        let demand_text = self.text(line, Column::Demand);
        let demand = self.demand(&demand_text, enterprise, project);
        let (lead, assisting) = self.units_of_row(line, state);
        let mut start = self.date_of(line, Column::Start, state);
        let mut due = self.date_of(line, Column::Due, state);
        let Plan { first, last, mut notes } = self.months(line, &mut measure);
        start = start.or(first);
        due = due.or(last);
        if let (Some(from), Some(to)) = (start.and_then(|s| s.first_day()), due.and_then(|d| d.date))
            && from > to
        {
            start = None;
            state.remarks.push(texts::start_after_due().to_owned());
        }
        let progress = self.progress_of(line, state);
        let note = DraftNote {
            as_of: self.head.as_of.unwrap_or_else(|| self.known.today()),
            percent: progress.percent,
            text: progress.text,
            problem: self.texts(line, Column::Problem).join("\n"),
            next_step: self.texts(line, Column::NextStep).join("\n"),
        };
        if note.percent.is_some() || [&note.text, &note.problem, &note.next_step].iter().any(|text| !text.is_empty()) {
            notes.push(note);
        }
        notes.sort_by_key(|note| note.as_of);
        let percent = notes.iter().rev().find_map(|note| note.percent);
        let begun = percent.is_some_and(|percent| percent > 0);
        let inferred = if begun { TaskStatus::InProgress } else { TaskStatus::NotStarted };
        Some(DraftTask {
            enterprise,
            project,
            demand,
            title,
            measure,
            lead,
            assisting,
            persons: self.texts(line, Column::Person).iter().flat_map(|text| cells::persons(text)).collect(),
            phone: self.phone(line, Column::Person),
            start,
            due,
            status: progress.status.unwrap_or(inferred),
            status_stated: progress.status.is_some(),
            notes,
            remark: self.texts(line, Column::Note).join("\n"),
        })
    }

    fn date_of(&mut self, line: &Line, wanted: Column, state: &mut RowState) -> Option<PartialDate> {
        let (column, _) = self.columns().find(|(_, column)| *column == wanted)?;
        self.date(column, &line.cells[column], state)
    }

    fn progress_of(&mut self, line: &Line, state: &mut RowState) -> Progress {
        let column = self.columns().find(|(_, column)| *column == Column::Progress);
        let read = column.and_then(|(index, _)| self.value(index, cells::progress(&line.cells[index]), state));
        let mut progress = read.unwrap_or_default();
        let status = self.text(line, Column::Status);
        if let Some(status) = TaskStatus::from_label(&status).or_else(|| cells::status_word(&status)) {
            progress.status = Some(status);
            let done = matches!(status, TaskStatus::Submitted | TaskStatus::Closed);
            progress.percent = progress.percent.or(done.then_some(100));
        }
        progress
    }

    /// The leading unit, and the assisting ones without it and without repeats.
    fn units_of_row(&mut self, line: &Line, state: &mut RowState) -> (Option<DraftUnit>, Vec<DraftUnit>) {
        let mut lead: Option<DraftUnit> = None;
        let mut assisting: Vec<(bool, DraftUnit)> = Vec::new();
        for (index, column) in self.columns() {
            let assists = column == Column::Assisting;
            if !assists && !matches!(column, Column::Lead | Column::LeadAndAssisting) {
                continue;
            }
            let units = cells::units(&line.cells[index].text(), assists);
            for name in units.lead {
                let unit = self.unit(index, &name, state);
                if lead.is_none() && !assists {
                    lead = unit;
                } else {
                    assisting.extend(unit.map(|unit| (assists, unit)));
                }
            }
            for name in units.assisting {
                let unit = self.unit(index, &name, state);
                assisting.extend(unit.map(|unit| (true, unit)));
            }
        }
        let mut others: Vec<DraftUnit> = Vec::new();
        for (_, unit) in assisting {
            if lead.as_ref() == Some(&unit) {
                state.remarks.push(texts::lead_also_assists(&unit.name));
            } else if !others.contains(&unit) {
                others.push(unit);
            }
        }
        (lead, others)
    }

    /// What a row of months says: marks plan the task from the first marked month to the last; words and
    /// percentages are progress at the month's end, or, under a heading of plans, measures.
    fn months(&self, line: &Line, measure: &mut String) -> Plan {
        let mut plan = Plan::default();
        for (index, _) in self.columns().filter(|(_, column)| *column == Column::Month) {
            let cell = &line.cells[index];
            let label = self.head.labels.get(index).map_or("", String::as_str);
            let Some((year, month)) = month_of(label).filter(|_| !cell.is_blank()) else { continue };
            let Some(day) = NaiveDate::from_ymd_opt(year.unwrap_or(self.usual_year()), month, 1) else { continue };
            let whole = PartialDate::containing(day, Precision::Month);
            let group = self.head.groups.get(index).map_or("", String::as_str);
            let planned = ["计划", "安排", "时限", "节点"].iter().any(|word| group.contains(word));
            if is_mark(cell) {
                plan.first = plan.first.or(Some(PartialDate::day(day)));
                plan.last = Some(whole);
            } else if planned {
                if !measure.is_empty() {
                    measure.push('\n');
                }
                measure.push_str(&format!("{label}：{}", cell.text()));
                plan.last = Some(whole);
            } else if let (Some(as_of), cells::Reading::Value(progress)) = (whole.date, cells::progress(cell)) {
                let (problem, next_step) = (String::new(), String::new());
                plan.notes.push(DraftNote {
                    as_of,
                    percent: progress.percent,
                    text: progress.text,
                    problem,
                    next_step,
                });
            }
        }
        plan
    }
}

/// What the months of a row come to.
#[derive(Default)]
struct Plan {
    first: Option<PartialDate>,
    last: Option<PartialDate>,
    notes: Vec<DraftNote>,
}
