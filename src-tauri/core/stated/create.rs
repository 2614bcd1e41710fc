//! 登记引述数.

use fractional_index::FractionalIndex;

use crate::error::{Error, Result};
use crate::ids::{ProjectId, StatedFigureId};
use crate::input;
use crate::stated::set::read_money;
use crate::storage::rows::{Project, StatedFigure};
use crate::storage::stated as stored;
use crate::storage::table::{insert, live};
use crate::texts::results as texts;
use crate::workbook::Tx;

/// A stated figure, as typed.
pub struct NewStated<'a> {
    pub name: &'a str,
    /// As printed: 超200亿元.
    pub text: &'a str,
    pub unit: &'a str,
    /// What it covers.
    pub scope: &'a str,
    pub source: &'a str,
    pub as_of: &'a str,
}

/// A new stated figure, of a project or of the whole work, behind those there are.
pub fn create(tx: &Tx<'_>, project: Option<ProjectId>, new: &NewStated<'_>) -> Result<StatedFigure> {
    if let Some(project) = project {
        live::<Project>(tx, project)?;
    }
    let text = input::line(new.text, "原文")?;
    if text.is_empty() {
        return Err(Error::invalid(texts::stated_needs_text()));
    }
    let last = stored::last_position(tx)?.and_then(|text| FractionalIndex::from_string(&text).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let unit = input::line(new.unit, "单位")?;
    let figure = StatedFigure {
        id: StatedFigureId::new(),
        name: input::required(new.name, "名称")?,
        scope: input::line(new.scope, "口径")?,
        as_of: input::day(new.as_of, "截至日期", tx.today)?,
        amount: read_money(&text, &unit),
        unit,
        text,
        source: input::line(new.source, "来源")?,
        note: String::new(),
        position: place.to_string(),
        deleted: false,
        project_id: project,
    };
    insert(tx, &figure)?;
    Ok(figure)
}
