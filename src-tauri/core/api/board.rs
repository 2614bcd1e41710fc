//! Requests about the 挂图作战 board.

use serde::Deserialize;
use ts_rs::TS;

use crate::api::Context;
use crate::board::list::{Board, BoardCellPage, BoardQuery};
use crate::error::Result;
use crate::ids::ProjectId;
use crate::storage::board as stored;

/// Which cell.
#[derive(Debug, Deserialize, TS)]
pub struct WhichBoardCell {
    pub project: ProjectId,
    /// 2021-02.
    pub month: String,
}

pub(super) fn get(context: &Context<'_>, query: BoardQuery) -> Result<Board> {
    context.read(|connection| stored::get(connection, &query, context.as_of()))
}

pub(super) fn cell(context: &Context<'_>, request: WhichBoardCell) -> Result<BoardCellPage> {
    let as_of = context.as_of();
    context.read(|connection| stored::cell_page(connection, request.project, &request.month, as_of))
}
