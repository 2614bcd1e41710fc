//! 挂图作战图: months × projects under red and black flags, on one sheet.

use minijinja::{Value, context};

use crate::board::flag::Flag;
use crate::board::list::{Board, BoardCell};
use crate::papers::kind::PaperSheet;
use crate::texts::papers as texts;

/// What the sheet says. On A4 the letters are small enough for 18 projects with a line each (domain.md §7, 28).
pub fn values(board: &Board, sheet: PaperSheet, as_of: &str) -> Value {
    let years = board.months.first().zip(board.months.last()).map(|(first, last)| (first.year, last.year));
    let months = board.months.iter().map(|month| texts::board_month(month.month, month.now));
    let project = |(number, row): (usize, &crate::board::list::BoardRow)| {
        let unit = row.lead.as_ref().or(row.work_group.as_ref()).map_or("", |unit| &unit.name);
        context! {
            序号 => number,
            名称 => &row.name,
            单位 => unit,
            责任人 => &row.leader,
            格 => row.cells.iter().map(cell).collect::<Vec<Value>>(),
        }
    };
    context! {
        页面 => sheet.label(),
        字号 => if sheet == PaperSheet::A3 { 11 } else { 8 },
        标题 => texts::board_title(years),
        说明 => texts::board_note(as_of),
        月份 => months.collect::<Vec<String>>(),
        项目 => (1..).zip(&board.rows).map(project).collect::<Vec<Value>>(),
        合计 => board.months.iter().map(|month| texts::board_sum(month.red, month.black)).collect::<Vec<String>>(),
    }
}

fn cell(cell: &BoardCell) -> Value {
    let colour = match cell.flag {
        Flag::Red => "F8C9C4",
        Flag::Black => "C9C9C9",
        Flag::Pending | Flag::Blank => "",
    };
    context! { 旗 => texts::board_flag(cell.flag, cell.counts.due), 底色 => colour }
}
