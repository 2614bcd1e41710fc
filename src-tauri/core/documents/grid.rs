//! A table whose cells may span columns and rows: forms, wall boards, name cards. A plain [`Table`] becomes one on its
//! way to a renderer, so that each renderer draws one kind of table.

use serde::{Deserialize, Serialize};

use super::model::{Align, Table};

/// A table as wide as the text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Grid {
    /// Share of each column in the width; 0 counts as 1.
    pub widths: Vec<u16>,
    /// So many rows at the top stand again on every page the table reaches.
    pub heads: usize,
    pub rows: Vec<GridRow>,
    pub lines: Lines,
}

/// How a table is ruled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lines {
    #[default]
    Solid,
    /// To be cut along, as name cards are.
    Dashed,
    /// Not at all.
    None,
}

/// A row: only the cells that begin in it; what reaches into it from above takes its place by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GridRow {
    /// Least height in millimetres; none for the usual one.
    pub height: Option<u16>,
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GridCell {
    pub text: String,
    pub align: Align,
    pub look: Look,
    /// Columns and rows it takes, at least one.
    pub across: u16,
    pub down: u16,
    /// Size of the type in points; none for that of tables.
    pub size: Option<u16>,
    /// Colour behind the text as six hex digits; anything else is none.
    pub fill: Option<String>,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    #[default]
    Plain,
    /// The head of a column.
    Head,
    /// Says what the cell beside it holds: tinted.
    Label,
    /// Bold.
    Strong,
    /// In the type of titles, as on name cards.
    Title,
}

/// The tint of a label cell.
pub const LABEL_TINT: &str = "F2F2F2";

impl GridCell {
    /// A plain cell.
    pub fn new(text: impl Into<String>, align: Align) -> Self {
        Self { text: text.into(), align, look: Look::Plain, across: 1, down: 1, size: None, fill: None }
    }

    /// The colour behind it, if it is one.
    pub fn colour(&self) -> Option<&str> {
        let named = self.fill.as_deref().filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
        named.or((self.look == Look::Label).then_some(LABEL_TINT))
    }
}

impl Grid {
    /// The width of each column when the table is `total` wide; they add up to it exactly.
    pub fn column_widths(&self, total: u32) -> Vec<u32> {
        super::model::shares(&self.widths, total)
    }

    /// Every row laid out on the columns. Rows that say too little are filled with empty cells, cells that reach out
    /// of the table are cut to it, so that both renderers always get a full rectangle.
    pub fn places(&self) -> Vec<Vec<Place<'_>>> {
        let columns = self.widths.len();
        // For each column: rows still taken from above, and the width of what takes them where it begins.
        let mut taken: Vec<(u16, u16)> = vec![(0, 0); columns];
        let mut all = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let below = self.rows.len() - at;
            let mut places = Vec::with_capacity(columns);
            let mut cells = row.cells.iter();
            let mut column = 0;
            while column < columns {
                if taken[column].0 > 0 {
                    let across = taken[column].1.max(1);
                    for one in &mut taken[column..column + usize::from(across)] {
                        one.0 -= 1;
                    }
                    places.push(Place::Continued { column, across });
                    column += usize::from(across);
                    continue;
                }
                let free = taken[column..].iter().take_while(|one| one.0 == 0).count() as u16;
                let Some(cell) = cells.next() else {
                    places.push(Place::Empty { column });
                    column += 1;
                    continue;
                };
                let across = cell.across.clamp(1, free);
                let down = cell.down.clamp(1, below.min(usize::from(u16::MAX)) as u16);
                for one in &mut taken[column..column + usize::from(across)] {
                    *one = (down - 1, 0);
                }
                taken[column].1 = across;
                places.push(Place::Cell { column, across, down, cell });
                column += usize::from(across);
            }
            all.push(places);
        }
        all
    }
}

/// What stands in a place of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'g> {
    /// A cell begins here.
    Cell { column: usize, across: u16, down: u16, cell: &'g GridCell },
    /// A cell from above goes on.
    Continued { column: usize, across: u16 },
    /// The row says nothing here.
    Empty { column: usize },
}

impl From<&Table> for Grid {
    fn from(table: &Table) -> Self {
        let head = |text: &String| GridCell { look: Look::Head, ..GridCell::new(text, Align::Centre) };
        let mut rows =
            vec![GridRow { height: None, cells: table.columns.iter().map(|one| head(&one.heading)).collect() }];
        rows.extend(table.rows.iter().map(|row| GridRow {
            height: None,
            cells: table.cells(row).map(|(column, text)| GridCell::new(text, column.align)).collect(),
        }));
        Self { widths: table.columns.iter().map(|column| column.width).collect(), heads: 1, rows, lines: Lines::Solid }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell(across: u16, down: u16) -> GridCell {
        GridCell { across, down, ..GridCell::new("", Align::Left) }
    }

    proptest! {
        #[test]
        fn every_row_is_full_whatever_the_spans(
            columns in 1usize..6,
            spans in prop::collection::vec(prop::collection::vec((0u16..5, 0u16..5), 0..6), 1..8),
        ) {
            let rows = spans.iter().map(|row| GridRow {
                height: None,
                cells: row.iter().map(|(across, down)| cell(*across, *down)).collect(),
            });
            let grid = Grid { widths: vec![1; columns], rows: rows.collect(), ..Grid::default() };
            let mut open: Vec<i64> = vec![0; columns];
            for places in grid.places() {
                let mut at = 0;
                for place in places {
                    let (column, across) = match place {
                        Place::Cell { column, across, down, .. } => {
                            open[column] = i64::from(down);
                            (column, usize::from(across))
                        }
                        Place::Continued { column, across } => (column, usize::from(across)),
                        Place::Empty { column } => (column, 1),
                    };
                    prop_assert_eq!(column, at);
                    if let Place::Continued { .. } = place {
                        prop_assert!(open[column] > 0);
                    }
                    open[column] -= 1;
                    at += across;
                }
                prop_assert_eq!(at, columns);
            }
            prop_assert!(open.iter().all(|left| *left <= 0), "nothing reaches below the last row");
        }
    }
}
