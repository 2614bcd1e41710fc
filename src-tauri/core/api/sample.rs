//! Requests about the sample workbook.

use crate::action::{Action, Kind, Verb};
use crate::api::workbook::{NewWorkbook, WorkbookStatus, status};
use crate::api::{Context, Nothing, host};
use crate::departments;
use crate::error::Result;
use crate::sample::write;
use crate::workbook::Workbook;

pub(super) fn create(context: &Context<'_>, request: NewWorkbook) -> Result<WorkbookStatus> {
    let path = host::workbook_path(&request.path);
    let identity = context.host.identity()?;
    let workbook = Workbook::create_with(&path, identity, context.host.clock().clone(), |tx| {
        departments::found(tx)?;
        write::write(tx)
    })?;
    context.host.set_workbook(Some(workbook))?;
    status(context, Nothing {})
}

pub(super) fn remove(context: &Context<'_>, _: Nothing) -> Result<Nothing> {
    let action = Action {
        verb: Verb::Remove,
        kind: Kind::Workbook,
        part: crate::texts::sample().into(),
        subject: String::new(),
    };
    context.transact(action, |tx| write::remove(tx).map(|_| Nothing {}))
}
