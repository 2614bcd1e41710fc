//! What every list shares: paging, sorting, and a page of rows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which rows of a list: `limit` rows from `offset` on.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(default)]
pub struct Paging {
    #[ts(optional, as = "Option<_>")]
    pub offset: usize,
    #[ts(optional, as = "Option<_>")]
    pub limit: usize,
}

impl Default for Paging {
    fn default() -> Self {
        Self { offset: 0, limit: 50 }
    }
}

impl Paging {
    /// Rows at most in one page, whatever is asked for.
    pub const MOST: usize = 1000;

    /// The limit, within bounds.
    pub fn limit(&self) -> usize {
        self.limit.min(Self::MOST)
    }
}

/// A page of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page<T> {
    /// Rows that match, on all pages.
    pub total: usize,
    pub rows: Vec<T>,
}
