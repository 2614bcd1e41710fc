//! The fold: a row is what its operations make of it, in the order of their stamps (merge.md §7). Pure. The merge
//! will use it; today it proves that the journal alone holds everything the tables show.

use rusqlite::types::Value;

use crate::storage::changeset::{OpKind, RowOp};

/// One step: the row after an operation. Cells an insert does not name take their defaults (`defaults` is the row of
/// column defaults).
pub fn step(row: Option<Vec<Value>>, op: &RowOp, defaults: &[Value]) -> Option<Vec<Value>> {
    match (op.kind, row) {
        (OpKind::Insert, _) => {
            let cell = |i: usize| op.new.get(i).cloned().flatten().unwrap_or_else(|| defaults[i].clone());
            Some((0..defaults.len()).map(cell).collect())
        }
        (OpKind::Update, Some(mut cells)) => {
            for (cell, new) in cells.iter_mut().zip(&op.new) {
                if let Some(new) = new {
                    *cell = new.clone();
                }
            }
            Some(cells)
        }
        (OpKind::Update, None) | (OpKind::Delete, _) => None,
    }
}
