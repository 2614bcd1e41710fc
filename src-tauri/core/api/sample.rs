//! Requests about the sample workbook.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::workbook::{NewWorkbook, WorkbookStatus, status};
use crate::api::{Context, Nothing, host};
use crate::departments;
use crate::error::Result;
use crate::sample::generate::{Generator, Scale};
use crate::sample::write;
use crate::workbook::Workbook;

/// A synthetic workbook.
#[derive(Debug, Deserialize, TS)]
pub struct GenerateWorkbook {
    pub path: String,
    pub scale: Scale,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub seed: u64,
}

/// Writes a synthetic workbook part by part; cancelling takes the unfinished file away.
pub(super) fn generate(context: &Context<'_>, request: GenerateWorkbook) -> Result<WorkbookStatus> {
    let path = host::workbook_path(&request.path);
    let workbook = Workbook::create(&path, context.host.identity()?, context.host.clock().clone())?;
    let mut generator = Generator::new(request.scale, request.seed, workbook.today());
    while !generator.is_done() {
        if let Err(error) = workbook.found(|tx| generator.step(tx, context.watch())) {
            drop(workbook);
            let _ = std::fs::remove_file(&path);
            return Err(error);
        }
    }
    context.host.set_workbook(Some(workbook))?;
    status(context, Nothing {})
}

pub(super) fn create(context: &Context<'_>, request: NewWorkbook) -> Result<WorkbookStatus> {
    let path = host::workbook_path(&request.path);
    let identity = context.host.identity()?;
    let workbook = Workbook::create_with(&path, identity, context.host.clock().clone(), |tx| {
        departments::found(tx)?;
        write::write(tx)
    })?;
    // What was issued froze tasks as they stood: they must stand first.
    workbook.found(crate::sample::plans::write)?;
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
