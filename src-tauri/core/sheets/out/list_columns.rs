//! How each list is read, and what its columns show: what the window's list shows; keys agree.

use super::list::{Column, Value};
use super::lists::Listed;
use crate::api::list::{Page, Paging};
use crate::coordinations::list::{CoordinationQuery, CoordinationRow};
use crate::demands::list::{DemandQuery, DemandRow};
use crate::departments::list::{DepartmentQuery, DepartmentRow};
use crate::departments::people::{PersonQuery, PersonRow};
use crate::enterprises::list::{EnterpriseQuery, EnterpriseRow};
use crate::error::Result;
use crate::library::list::{LibraryQuery, LibraryRow};
use crate::outcomes::list::{OutcomeQuery, OutcomeRow};
use crate::projects::list::{ProjectQuery, ProjectRow};
use crate::reviews::experts::{ExpertQuery, ExpertRow};
use crate::sent_sheets::list::{SheetQuery, SheetRow};
use crate::sessions::list::{SessionQuery, SessionRow};
use crate::storage;
use crate::submissions::list::{SubmissionQuery, SubmissionRow};
use crate::supervisions::list::{SupervisionQuery, SupervisionRow};
use crate::tasks::list::{TaskQuery, TaskRow};
use crate::texts::sheets::head;
use chrono::NaiveDate;
use rusqlite::Connection;

/// Says how a list is read: its query, whether it has samples, its page.
macro_rules! listed {
    ($row:ty, $query:ty, $page:expr $(; $sample:ident)?) => {
        type Query = $query;

        $(fn is_sample(&self) -> bool {
            self.$sample
        })?

        fn paging(query: &mut $query) -> &mut Paging {
            &mut query.paging
        }

        fn page(connection: &Connection, query: &$query, as_of: NaiveDate) -> Result<Page<$row>> {
            let page: fn(&Connection, &$query, NaiveDate) -> Result<Page<$row>> = $page;
            page(connection, query, as_of)
        }
    };
}

fn masked(number: &mut String) {
    if let Some(phone) = (!number.is_empty()).then(|| crate::phone::normalise(number).ok()).flatten() {
        *number = phone.masked();
    }
}

fn joined(names: impl IntoIterator<Item = impl AsRef<str>>) -> Value<'static> {
    Value::Made(names.into_iter().map(|name| name.as_ref().to_owned()).collect::<Vec<_>>().join("、"))
}

fn word(label: Option<&'static str>) -> Value<'static> {
    label.map_or(Value::Nothing, Value::Text)
}

impl Listed for TaskRow {
    listed!(TaskRow, TaskQuery, storage::task_list::list; sample);
    const COLUMNS: &'static [Column<Self>] = super::task_columns::COLUMNS;

    fn each(
        connection: &Connection,
        query: &mut TaskQuery,
        as_of: NaiveDate,
        columns: &[&'static Column<Self>],
        f: impl FnMut(Self, usize) -> Result<()>,
    ) -> Result<()> {
        let wanted = storage::task_rows::Wanted {
            units: columns.iter().any(|column| column.key == "assisting"),
            persons: columns.iter().any(|column| column.key == "persons"),
            progress: columns.iter().any(|column| column.key == "progress"),
            baseline: columns.iter().any(|column| column.key == "baseline"),
        };
        storage::task_list::each(connection, query, as_of, &wanted, f)
    }
}

impl Listed for ProjectRow {
    listed!(ProjectRow, ProjectQuery, storage::projects::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("code", head::CODE, 14.0, |row| (&row.code).into()),
        Column::text("name", head::PROJECT, 28.0, |row| (&row.name).into()),
        Column::text("enterprise", head::ENTERPRISE, 28.0, |row| (&row.enterprise).into()),
        Column::text("district", head::DISTRICT, 12.0, |row| (&row.district).into()),
        Column::text("investment", head::INVESTMENT, 14.0, |row| (&row.investment).into()),
        Column::text("stage", head::STAGE, 10.0, |row| Value::Text(row.stage.label())),
        Column::text("lead", head::LEAD, 16.0, |row| (&row.lead).into()),
        Column::text("light", head::LIGHT, 18.0, |row| {
            row.light.as_ref().map_or(Value::Nothing, |light| (&light.word).into())
        }),
        Column::number("open_tasks", head::OPEN_TASKS, |row| Value::Number(row.open_tasks)),
        Column::number("overdue_tasks", head::OVERDUE_TASKS, |row| Value::Number(row.overdue_tasks)),
        Column::text("next_node", head::NEXT_NODE, 20.0, |row| (&row.next_node).into()),
        Column::text("next_due", head::NEXT_DUE, 12.0, |row| (&row.next_due).into()),
        Column::text("verify", head::VERIFY, 16.0, |row| (&row.verify).into()),
    ];
}

impl Listed for EnterpriseRow {
    listed!(EnterpriseRow, EnterpriseQuery, storage::enterprises::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("name", head::ENTERPRISE, 34.0, |row| (&row.name).into()),
        Column::text("name_short", head::SHORT, 14.0, |row| (&row.name_short).into()),
        Column::text("district", head::DISTRICT, 12.0, |row| (&row.district).into()),
        Column::number("projects", head::PROJECTS, |row| Value::Number(row.projects)),
        Column::number("open_demands", head::OPEN_DEMANDS, |row| Value::Number(row.open_demands)),
        Column::number("open_tasks", head::OPEN_TASKS, |row| Value::Number(row.open_tasks)),
        Column::number("overdue_tasks", head::OVERDUE_TASKS, |row| Value::Number(row.overdue_tasks)),
        Column::text("verify", head::VERIFY, 18.0, |row| (&row.verify).into()),
    ];
}

impl Listed for DemandRow {
    listed!(DemandRow, DemandQuery, storage::demands::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("category", head::CATEGORY, 12.0, |row| Value::Text(row.category.label())),
        Column::text("text", head::DEMAND, 36.0, |row| (&row.text).into()),
        Column::text("quantity", head::QUANTITY, 12.0, |row| (&row.quantity).into()),
        Column::text("project", head::PROJECT, 22.0, |row| (&row.project).into()),
        Column::text("enterprise", head::ENTERPRISE, 26.0, |row| (&row.enterprise).into()),
        Column::text("source", head::SOURCE, 10.0, |row| word(row.source.map(|source| source.label()))),
        Column::day("raised_on", head::RAISED_ON, |row| row.raised_on.into()),
        Column::text("lead", head::LEAD, 16.0, |row| (&row.lead).into()),
        Column::day("due", head::DUE, |row| partial(row.due)),
        Column::text("status", head::STATUS, 10.0, |row| Value::Text(row.status.label())),
        Column::text("result", head::RESULT, 26.0, |row| (&row.result).into()),
        Column::day("resolved_on", head::RESOLVED_ON, |row| row.resolved_on.into()),
        Column::text("satisfaction", head::SATISFACTION, 10.0, |row| word(row.satisfaction.map(|one| one.label()))),
        Column::number("tasks", head::TASKS, |row| Value::Number(row.tasks)),
        Column::text("note", head::NOTE, 18.0, |row| (&row.note).into()),
    ];
}

impl Listed for LibraryRow {
    listed!(LibraryRow, LibraryQuery, storage::library::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("name", head::PROJECT, 28.0, |row| (&row.name).into()),
        Column::text("enterprise", head::ENTERPRISE, 28.0, |row| (&row.enterprise).into()),
        Column::text("district", head::DISTRICT, 12.0, |row| (&row.district).into()),
        Column::text("investment", head::INVESTMENT, 14.0, |row| (&row.investment).into()),
        Column::text("stage", head::STAGE, 10.0, |row| word(row.stage.map(|stage| stage.label()))),
        Column::text("batch", head::BATCH, 12.0, |row| (&row.batch).into()),
        Column::day("in_on", head::IN_ON, |row| row.in_on.into()),
        Column::text("in_reason", head::IN_REASON, 22.0, |row| (&row.in_reason).into()),
        Column::day("out_on", head::OUT_ON, |row| row.out_on.into()),
        Column::text("out_reason", head::OUT_REASON, 22.0, |row| (&row.out_reason).into()),
        Column::day("landed_on", head::LANDED_ON, |row| row.landed_on.into()),
        Column::text("basis", head::BASIS, 12.0, |row| word(row.basis.map(|basis| basis.label()))),
    ];
}

impl Listed for OutcomeRow {
    listed!(OutcomeRow, OutcomeQuery, |connection, query, _| storage::outcomes::list(connection, query));
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("project", head::PROJECT, 26.0, |row| (&row.project).into()),
        Column::text("kind", head::OUTCOME, 14.0, |row| Value::Text(row.kind.label())),
        Column::text("amount", head::AMOUNT, 16.0, |row| (&row.amount).into()),
        Column::text("certainty", head::CERTAINTY, 12.0, |row| word(row.certainty.map(|one| one.label()))),
        Column::text("counterparty", head::COUNTERPARTY, 24.0, |row| (&row.counterparty).into()),
        Column::day("on_day", head::DAY, |row| row.on_day.into()),
        Column::text("demand", head::DEMAND, 24.0, |row| (&row.demand).into()),
        Column::text("source_text", head::SOURCE_TEXT, 30.0, |row| (&row.source_text).into()),
        Column::text("verify", head::VERIFY, 16.0, |row| (&row.verify).into()),
        Column::text("note", head::NOTE, 18.0, |row| (&row.note).into()),
    ];
}

impl Listed for SubmissionRow {
    listed!(SubmissionRow, SubmissionQuery, |connection, query, _| storage::submissions::list(
        connection, query
    ); sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("code", head::CODE, 14.0, |row| (&row.code).into()),
        Column::text("title", head::IDEA, 28.0, |row| (&row.title).into()),
        Column::text("enterprise", head::ENTERPRISE, 28.0, |row| (&row.enterprise).into()),
        Column::text("district", head::DISTRICT, 12.0, |row| (&row.district).into()),
        Column::text("investment", head::INVESTMENT, 14.0, |row| (&row.investment).into()),
        Column::text("summary", head::SUMMARY, 36.0, |row| (&row.summary).into()),
        Column::day("received_on", head::RECEIVED_ON, |row| Value::Day(row.received_on)),
        Column::text("channel", head::CHANNEL, 10.0, |row| Value::Text(row.channel.label())),
        Column::text("batch", head::BATCH, 12.0, |row| (&row.batch).into()),
        Column::text("stage", head::STAGE, 10.0, |row| Value::Text(row.stage.label())),
        Column::text("screening", head::SCREENING, 10.0, |row| Value::Text(row.screening.label())),
        Column::text("screening_note", head::SCREENING_NOTE, 26.0, |row| (&row.screening_note).into()),
        Column::number("rounds", head::ROUNDS, |row| Value::Number(row.rounds)),
    ];
}

impl Listed for ExpertRow {
    listed!(ExpertRow, ExpertQuery, |connection, query, _| storage::reviews::experts(connection, query); sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("name", head::PERSON, 10.0, |row| (&row.name).into()),
        Column::text("organisation", head::ORGANISATION, 28.0, |row| (&row.organisation).into()),
        Column::text("post", head::POST, 14.0, |row| (&row.post).into()),
        Column::text("field", head::FIELD, 20.0, |row| (&row.field).into()),
        Column::text("kind", head::KIND, 16.0, |row| Value::Text(row.kind.label())),
        Column::text("mobile", head::MOBILE, 14.0, |row| (&row.mobile).into()),
        Column::text("tel", head::TEL, 16.0, |row| (&row.tel).into()),
        Column::number("rounds", head::ROUNDS, |row| Value::Number(row.rounds)),
        Column::day("last_on", head::LAST_REVIEW, |row| row.last_on.into()),
        Column::text("note", head::NOTE, 18.0, |row| (&row.note).into()),
    ];

    fn mask(&mut self) {
        masked(&mut self.mobile);
        masked(&mut self.tel);
    }
}

impl Listed for SessionRow {
    listed!(SessionRow, SessionQuery, |connection, query, _| storage::sessions::list(connection, query); sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::number("number", head::SESSION_NUMBER, |row| row.number.map_or(Value::Nothing, Value::Number)),
        Column::text("theme", head::THEME, 36.0, |row| (&row.theme).into()),
        Column::text("special", head::SPECIAL, 14.0, |row| (&row.special).into()),
        Column::day("held_on", head::HELD_ON, |row| partial(row.held_on)),
        Column::text("status", head::STATUS, 10.0, |row| Value::Text(row.status.label())),
        Column::text("venue", head::VENUE, 20.0, |row| (&row.venue).into()),
        Column::text("focus", head::FOUR_NEW, 18.0, |row| joined(row.focus.iter().map(|one| one.label()))),
        Column::number("projects", head::PRESENTED, |row| Value::Number(row.projects)),
        Column::number("demands", head::RAISED, |row| Value::Number(row.demands)),
        Column::number("replies", head::REPLIES, |row| Value::Number(row.replies)),
        Column::number("converted", head::CONVERTED, |row| Value::Number(row.converted)),
        Column::text("onsite", head::ONSITE, 14.0, |row| (&row.onsite).into()),
        Column::text("online", head::ONLINE, 14.0, |row| (&row.online).into()),
    ];
}

impl Listed for DepartmentRow {
    listed!(DepartmentRow, DepartmentQuery, storage::departments::list);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("short", head::SHORT, 20.0, |row| (&row.short).into()),
        Column::text("full", head::FULL, 30.0, |row| (&row.full).into()),
        Column::text("kind", head::KIND, 12.0, |row| Value::Text(row.kind.label())),
        Column::text("aliases", head::ALIASES, 30.0, |row| joined(&row.aliases)),
        Column::text("tel", head::TEL, 16.0, |row| (&row.tel).into()),
        Column::number("people", head::PEOPLE, |row| Value::Number(row.people)),
        Column::number("open_tasks", head::OPEN_TASKS, |row| Value::Number(row.open_tasks)),
        Column::number("overdue_tasks", head::OVERDUE_TASKS, |row| Value::Number(row.overdue_tasks)),
        Column::text("note", head::NOTE, 18.0, |row| (&row.note).into()),
    ];

    fn mask(&mut self) {
        masked(&mut self.tel);
    }
}

impl Listed for PersonRow {
    listed!(PersonRow, PersonQuery, storage::people::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("name", head::PERSON, 10.0, |row| (&row.name).into()),
        Column::text("department", head::UNIT, 22.0, |row| (&row.department).into()),
        Column::text("post", head::POST, 16.0, |row| (&row.post).into()),
        Column::text("role", head::ROLE, 12.0, |row| word(row.role.map(|role| role.label()))),
        Column::text("mobile", head::MOBILE, 14.0, |row| (&row.mobile).into()),
        Column::text("tel", head::TEL, 16.0, |row| (&row.tel).into()),
        Column::number("open_tasks", head::OPEN_TASKS, |row| Value::Number(row.open_tasks)),
        Column::text("note", head::NOTE, 18.0, |row| (&row.note).into()),
    ];

    fn mask(&mut self) {
        masked(&mut self.mobile);
        masked(&mut self.tel);
    }
}

impl Listed for SupervisionRow {
    listed!(SupervisionRow, SupervisionQuery, storage::supervisions::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("sheet_number", head::PAPER_NUMBER, 16.0, |row| (&row.number).into()),
        Column::text("level", head::LEVEL, 8.0, |row| Value::Text(row.level.label())),
        Column::text("matter", head::MATTER, 34.0, |row| (&row.matter).into()),
        Column::text("department", head::LEAD, 18.0, |row| named(row.department.as_ref().map(|unit| &unit.name))),
        Column::text("project", head::PROJECT, 22.0, |row| named(row.project.as_ref().map(|one| &one.name))),
        Column::text("status", head::STATUS, 10.0, |row| Value::Text(row.status.label())),
        Column::text("task_due", head::TASK_DUE, 12.0, |row| (&row.task_due).into()),
        Column::day("issued_on", head::ISSUED_ON, |row| row.issued_on.into()),
        Column::day("reply_due", head::REPLY_DUE, |row| row.reply_due.into()),
        Column::text("reply_word", head::REPLY_STATE, 18.0, |row| (&row.reply_word).into()),
        Column::day("replied_on", head::REPLIED_ON, |row| row.replied_on.into()),
        Column::day("closed_on", head::CLOSED_ON, |row| row.closed_on.into()),
    ];
}

impl Listed for CoordinationRow {
    listed!(CoordinationRow, CoordinationQuery, storage::coordinations::list; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("level", head::LAYER, 14.0, |row| Value::Text(row.level.label())),
        Column::text("issue", head::ISSUE, 36.0, |row| (&row.issue).into()),
        Column::text("project", head::PROJECT, 22.0, |row| named(row.project.as_ref().map(|one| &one.name))),
        Column::text("task", head::TASK, 24.0, |row| named(row.task.as_ref().map(|one| &one.name))),
        Column::text("demand", head::DEMAND, 24.0, |row| named(row.demand.as_ref().map(|one| &one.name))),
        Column::text("status", head::STATUS, 10.0, |row| Value::Text(row.status.label())),
        Column::day("raised_on", head::RAISED_TO, |row| Value::Day(row.raised_on)),
        Column::day("held_on", head::HELD_ON, |row| row.held_on.into()),
        Column::text("convener", head::CONVENER, 14.0, |row| (&row.convener).into()),
        Column::number("decisions", head::DECISIONS, |row| Value::Number(row.decisions)),
        Column::number("open_tasks", head::OPEN_TASKS, |row| Value::Number(row.open_tasks)),
    ];
}

impl Listed for SheetRow {
    listed!(SheetRow, SheetQuery, |connection, query, as_of| {
        let page = storage::sent_sheets::list(connection, query, as_of)?;
        Ok(Page { total: page.total, rows: page.rows })
    }; sample);
    const COLUMNS: &'static [Column<Self>] = &[
        Column::text("department", head::UNIT, 22.0, |row| (&row.department).into()),
        Column::text("title", head::SENT, 34.0, |row| (&row.title).into()),
        Column::day("sent_on", head::SENT_ON, |row| Value::Day(row.sent_on)),
        Column::day("due", head::REPLY_DUE, |row| row.due.into()),
        Column::day("returned_on", head::REPLIED_ON, |row| row.returned_on.into()),
        Column::text("state", head::STANDING, 24.0, |row| (&row.word).into()),
        Column::text("note", head::NOTE, 20.0, |row| (&row.note).into()),
    ];
}

fn named(name: Option<&String>) -> Value<'_> {
    name.map_or(Value::Nothing, Value::from)
}

/// A day as a date, a month or 长期 in words.
fn partial(date: Option<crate::partial_date::PartialDate>) -> Value<'static> {
    use crate::partial_date::{PartialDate, Precision};
    match date {
        None => Value::Nothing,
        Some(PartialDate { date: Some(day), precision: Precision::Day }) => Value::Day(day),
        Some(date) => Value::Made(date.prose()),
    }
}

/// As [`partial`], of an encoded one.
pub(super) fn encoded(date: &str) -> Value<'static> {
    partial(crate::partial_date::PartialDate::decode(date))
}
