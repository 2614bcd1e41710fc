//! One cell → what it says, in the form of [`Assigned::said`](crate::sheets::assigned::Assigned::said).

use crate::departments::resolve::{Resolution, Resolver, split_units};
use crate::ids::DepartmentId;
use crate::input;
use crate::ledgers::cells::{self, Reading};
use crate::ledgers::read::Cell;
use crate::sheets::columns::SheetColumn;
use crate::texts::sheets as texts;
use crate::typed::compact;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing stands there.
    Blank,
    Value(String),
    /// It most likely means this.
    Perhaps(String),
    /// Nobody can tell; why.
    Unread(String),
}

/// What is needed to read cells.
pub(super) struct Reader<'r> {
    /// Of dates that say none.
    pub year: i32,
    pub resolver: &'r Resolver,
    pub unit_name: &'r dyn Fn(DepartmentId) -> String,
}

impl Reader<'_> {
    pub fn read(&self, column: SheetColumn, cell: &Cell) -> Said {
        let text = cell.text();
        if text.is_empty() {
            return Said::Blank;
        }
        if is_formula_error(&text) {
            return Said::Unread(texts::formula_error());
        }
        match column {
            SheetColumn::Percent => percent(cell),
            SheetColumn::Due => self.due(cell),
            SheetColumn::Coordination => coordination(&text),
            SheetColumn::Lead | SheetColumn::Assisting => Said::Value(self.units(&text)),
            SheetColumn::Persons => {
                let names: Vec<String> = cells::persons(&text).into_iter().map(|person| person.name).collect();
                Said::Value(names.join("、"))
            }
            // What is said with a dash or 无 is that there is none.
            SheetColumn::Problem | SheetColumn::Note if cells::is_nothing(&text) => Said::Value(String::new()),
            _ => long_text(column, cell),
        }
    }

    fn due(&self, cell: &Cell) -> Said {
        let year = cells::lacks_year(cell).then_some(self.year);
        match cells::date(cell, year) {
            Reading::Value(due) => Said::Value(due.encode()),
            Reading::Nothing => Said::Blank,
            Reading::Doubt(_) => Said::Unread(texts::no_date()),
        }
    }

    /// Units by their short names, where they are known.
    fn units(&self, text: &str) -> String {
        let named = |name: &str| match self.resolver.resolve(name) {
            Resolution::Exact(id) => (self.unit_name)(id),
            _ => name.trim().to_owned(),
        };
        split_units(text).into_iter().map(named).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("、")
    }
}

/// #REF!, #N/A and the like: what a formula said that broke on its way.
fn is_formula_error(text: &str) -> bool {
    const ERRORS: [&str; 9] =
        ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#GETTING_DATA"];
    let text = text.trim();
    ERRORS.contains(&text) || text.starts_with("Err:") && text[4..].bytes().all(|b| b.is_ascii_digit())
}

/// 80%, 0.8, 80, 已完成, √ are percentages; 八成 most likely is one.
fn percent(cell: &Cell) -> Said {
    if !matches!(cell, Cell::Number(_)) && cells::is_mark(cell) && !compact(&cell.text()).contains(['-', '—', 'x', 'X'])
    {
        return Said::Value("100".into());
    }
    let whole = |percent: Option<u8>| percent.map(|percent| percent.to_string());
    match cells::progress(cell) {
        Reading::Nothing => Said::Blank,
        Reading::Value(progress) => match whole(progress.percent) {
            Some(percent) => Said::Value(percent),
            None => Said::Unread(texts::no_percent()),
        },
        Reading::Doubt(doubt) => {
            let proposed = doubt.offers.into_iter().nth(doubt.proposed).and_then(|offer| offer.value);
            match proposed.and_then(|progress| whole(progress.percent)) {
                Some(percent) => Said::Perhaps(percent),
                None => Said::Unread(texts::no_percent()),
            }
        }
    }
}

fn coordination(text: &str) -> Said {
    let plain = compact(text).to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    if begins(&["不", "无", "否", "没", "暂"])
        || matches!(plain.as_str(), "×" | "x" | "n" | "no" | "0" | "false" | "-" | "—" | "/")
    {
        return Said::Value(String::new());
    }
    if begins(&["是", "需", "请", "要", "有"]) || matches!(plain.as_str(), "√" | "✓" | "✔" | "y" | "yes" | "1" | "true")
    {
        return Said::Value(texts::YES.to_owned());
    }
    Said::Unread(texts::no_yes_or_no())
}

fn long_text(column: SheetColumn, cell: &Cell) -> Said {
    // Excel breaks lines with \n, other programs with \r\n; what no field takes was never typed.
    let text = cell.text().replace("\r\n", "\n").replace('\r', "\n");
    let most = if column == SheetColumn::Title { input::SHORT } else { input::LONG };
    match input::text(&text, column.label(), most) {
        Ok(text) => Said::Value(text),
        Err(error) => Said::Unread(error.message().to_owned()),
    }
}

/// Whether two values of a column are the same: names in any order, texts whatever blanks end their lines.
pub(super) fn same(column: SheetColumn, one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    match column {
        SheetColumn::Lead | SheetColumn::Assisting | SheetColumn::Persons => names(one) == names(other),
        SheetColumn::Percent | SheetColumn::Due | SheetColumn::Coordination => false,
        _ => plain(one) == plain(other),
    }
}

fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = text.split('、').map(compact).filter(|name| !name.is_empty()).collect();
    names.sort();
    names
}

fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}
