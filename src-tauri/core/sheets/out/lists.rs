//! The lists that can be written, and how one is.

use super::list::{Column, Heading, ListSheet, Value};
use crate::api::list::{Page, Paging};
use crate::coordinations::list::CoordinationRow;
use crate::demands::list::DemandRow;
use crate::departments::list::DepartmentRow;
use crate::departments::people::PersonRow;
use crate::enterprises::list::EnterpriseRow;
use crate::error::{Error, Result};
use crate::files::guarded;
use crate::library::list::LibraryRow;
use crate::outcomes::list::OutcomeRow;
use crate::progress::Watch;
use crate::projects::list::ProjectRow;
use crate::reviews::experts::ExpertRow;
use crate::sent_sheets::list::SheetRow;
use crate::sessions::list::SessionRow;
use crate::storage;
use crate::submissions::list::SubmissionRow;
use crate::supervisions::list::SupervisionRow;
use crate::tasks::list::TaskRow;
use crate::texts::sheets::{self as texts, head};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;
use ts_rs::TS;

codes! {
    /// A list that can be written as a sheet.
    pub enum ListKind {
        Tasks => "tasks", "任务台账";
        Projects => "projects", "项目清单";
        Enterprises => "enterprises", "企业名录";
        Demands => "demands", "需求清单";
        Library => "library", "重点项目库";
        Outcomes => "outcomes", "成效清单";
        Submissions => "submissions", "征集登记表";
        Experts => "experts", "专家名单";
        Sessions => "sessions", "创意会清单";
        Departments => "departments", "单位名录";
        People => "people", "责任人名录";
        Supervisions => "supervisions", "督办单台账";
        Coordinations => "coordinations", "协调事项清单";
        Sheets => "sheets", "报送情况";
    }
}

/// What to write, and where.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListExport {
    pub list: ListKind,
    /// The query of the list itself: filter, sorting, grouping. Paging is passed over.
    #[serde(default)]
    #[ts(optional, type = "Record<string, unknown>")]
    pub query: Option<serde_json::Value>,
    /// Keys of the columns wanted, in their order; all of them if left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub columns: Vec<String>,
    /// Telephone numbers in full; masked if left out (domain.md §4.2).
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub phones: bool,
    pub path: String,
}

/// How a list is read and shown.
pub trait Listed: Sized + 'static {
    type Query: DeserializeOwned + Default;
    const COLUMNS: &'static [Column<Self>];

    /// Is it a record of the sample?
    fn is_sample(&self) -> bool {
        false
    }

    /// Masks what is not for everybody.
    fn mask(&mut self) {}

    fn paging(query: &mut Self::Query) -> &mut Paging;

    fn page(connection: &Connection, query: &Self::Query, as_of: NaiveDate) -> Result<Page<Self>>;

    /// Hands out every row with how many there are; by pages.
    fn each(
        connection: &Connection,
        query: &mut Self::Query,
        as_of: NaiveDate,
        _columns: &[&'static Column<Self>],
        mut f: impl FnMut(Self, usize) -> Result<()>,
    ) -> Result<()> {
        *Self::paging(query) = Paging { offset: 0, limit: Paging::MOST };
        loop {
            let page = Self::page(connection, query, as_of)?;
            let (count, total) = (page.rows.len(), page.total);
            page.rows.into_iter().try_for_each(|row| f(row, total))?;
            let paging = Self::paging(query);
            paging.offset += count;
            if count == 0 || paging.offset >= total {
                return Ok(());
            }
        }
    }
}

/// What the export works with.
pub struct Export<'e> {
    pub connection: &'e Connection,
    pub as_of: NaiveDate,
    pub made_at: DateTime<Utc>,
    pub watch: &'e dyn Watch,
}

/// Writes a list; answers how many rows it has. Cancelled, it leaves the file that was there.
pub fn export(to: &Export<'_>, request: &ListExport) -> Result<u32> {
    let written_as = |request: &ListExport| match request.list {
        ListKind::Tasks => written::<TaskRow>(to, request),
        ListKind::Projects => written::<ProjectRow>(to, request),
        ListKind::Enterprises => written::<EnterpriseRow>(to, request),
        ListKind::Demands => written::<DemandRow>(to, request),
        ListKind::Library => written::<LibraryRow>(to, request),
        ListKind::Outcomes => written::<OutcomeRow>(to, request),
        ListKind::Submissions => written::<SubmissionRow>(to, request),
        ListKind::Experts => written::<ExpertRow>(to, request),
        ListKind::Sessions => written::<SessionRow>(to, request),
        ListKind::Departments => written::<DepartmentRow>(to, request),
        ListKind::People => written::<PersonRow>(to, request),
        ListKind::Supervisions => written::<SupervisionRow>(to, request),
        ListKind::Coordinations => written::<CoordinationRow>(to, request),
        ListKind::Sheets => written::<SheetRow>(to, request),
    };
    guarded(Path::new(request.path.trim()), || written_as(request))
}

fn written<L: Listed>(to: &Export<'_>, request: &ListExport) -> Result<u32> {
    let unread = |error| Error::invalid(crate::texts::bad_request("list_export")).because(error);
    let mut query: L::Query = match &request.query {
        Some(query) => serde_json::from_value(query.clone()).map_err(unread)?,
        None => L::Query::default(),
    };
    let told = chosen::<L>(&request.columns)?;
    let sampled = storage::sample::sample_day(to.connection)?.is_some();
    let sample: Column<L> = Column::text("sample", head::SAMPLE, 7.0, |row| match row.is_sample() {
        true => Value::Text(head::SAMPLE),
        false => Value::Nothing,
    });
    let mut columns: Vec<&Column<L>> = told.to_vec();
    if sampled {
        columns.push(&sample);
    }
    let title = request.list.label();
    // How many there are is known with the first row; an empty list says 0.
    let mut sheet = None;
    let begin = |total: usize| {
        let heading = Heading { title, remark: &texts::remark(to.as_of, total), made_at: to.made_at };
        ListSheet::begin(&heading, columns.clone())
    };
    let mut done = 0;
    L::each(to.connection, &mut query, to.as_of, &told, |mut row, total| {
        if done % 500 == 0 {
            to.watch.progress(done, total as u64, crate::texts::plans::exporting());
            to.watch.check()?;
        }
        done += 1;
        if !request.phones {
            row.mask();
        }
        let sheet = match &mut sheet {
            Some(sheet) => sheet,
            none => none.insert(begin(total)?),
        };
        sheet.row(&row)
    })?;
    let sheet = match sheet {
        Some(sheet) => sheet,
        None => begin(0)?,
    };
    sheet.finish(Path::new(request.path.trim()))
}

fn chosen<L: Listed>(keys: &[String]) -> Result<Vec<&'static Column<L>>> {
    if keys.is_empty() {
        return Ok(L::COLUMNS.iter().collect());
    }
    // 序号 is there in any case.
    let wanted = keys.iter().filter(|key| *key != "number");
    wanted
        .map(|key| {
            let found = L::COLUMNS.iter().find(|column| column.key == *key);
            found.ok_or_else(|| Error::invalid(texts::no_such_column(key)))
        })
        .collect()
}
