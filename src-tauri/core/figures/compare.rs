//! Two days' figures side by side.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::amount::AmountSum;
use crate::figures::name::{FigureKind, FigureName};
use crate::figures::value::{FigureSet, FigureValue};
use crate::texts::figures as texts;
use crate::texts::values::NOTHING;

/// Two sets of figures, line by line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Comparison {
    pub left: Side,
    pub right: Side,
    pub rows: Vec<ComparedFigure>,
    /// The two count by different definitions, so a difference may come from those.
    pub definitions_differ: bool,
}

/// One of the two.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Side {
    pub title: String,
    pub as_of: NaiveDate,
    pub definition_version: i64,
}

/// A figure on both sides.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedFigure {
    pub name: FigureName,
    pub title: String,
    pub unit: String,
    pub left: String,
    pub right: String,
    /// Numerator/denominator of each, for rates: 19/29.
    pub left_parts: String,
    pub right_parts: String,
    /// Right less left: +2, +6.9 个百分点, 持平, 不可比.
    pub difference: String,
    /// −1, 0, 1; 0 also when the two cannot be compared.
    pub direction: i64,
}

/// Right less left for every figure both sides have.
pub fn compare(left: (Side, &FigureSet), right: (Side, &FigureSet)) -> Comparison {
    let rows = right.1.figures.iter().filter_map(|new| {
        let old = left.1.figures.iter().find(|old| old.name == new.name)?;
        let (difference, direction) = difference(old, new);
        Some(ComparedFigure {
            name: new.name,
            title: new.title.clone(),
            unit: new.unit.clone(),
            left: old.text.clone(),
            right: new.text.clone(),
            left_parts: parts(old),
            right_parts: parts(new),
            difference,
            direction,
        })
    });
    let rows = rows.collect();
    let definitions_differ = left.0.definition_version != right.0.definition_version;
    Comparison { left: left.0, right: right.0, rows, definitions_differ }
}

/// 19/29 of a rate; empty for other figures.
pub fn parts(figure: &FigureValue) -> String {
    match (figure.kind, figure.denominator) {
        (FigureKind::Rate, Some(denominator)) => format!("{}/{denominator}", figure.numerator),
        _ => String::new(),
    }
}

/// What a figure has more than before, in words, and which way it went.
pub fn difference(old: &FigureValue, new: &FigureValue) -> (String, i64) {
    let said = |more: Option<i64>, words: &dyn Fn(i64) -> String| match more {
        None => (texts::not_comparable().to_owned(), 0),
        Some(0) => (texts::same().to_owned(), 0),
        Some(more) => (words(more), more.signum()),
    };
    if old.text == NOTHING && new.text == NOTHING {
        return (NOTHING.to_owned(), 0);
    }
    let tenths = || new.tenths.zip(old.tenths).map(|(new, old)| new - old);
    match new.kind {
        FigureKind::Count => said(Some(new.numerator - old.numerator), &texts::more),
        FigureKind::Rate => said(tenths(), &texts::points),
        FigureKind::Average => said(tenths(), &|more| texts::more_of(more, &texts::tenths(more))),
        FigureKind::Money if old.text == new.text => said(Some(0), &texts::more),
        FigureKind::Money => said(exact(new).zip(exact(old)).map(|(new, old)| new - old), &|more| {
            texts::more_of(more, &crate::amount::display_yuan(more))
        }),
    }
}

/// The sum of money that is one exact sum: with 超, 约 or amounts without a number there is no difference to tell.
fn exact(figure: &FigureValue) -> Option<i64> {
    match figure.by_certainty.as_slice() {
        [] => Some(0),
        [only] => match only.sum {
            AmountSum { yuan, lower_bound: false, approx: false, unquantified: 0, .. } => Some(yuan),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Amount;

    #[test]
    fn differences_are_told_in_the_figures_own_measure() {
        use FigureName::*;
        let said = |old: FigureValue, new: FigureValue| difference(&old, &new).0;
        assert_eq!(said(FigureValue::count(Landed, 17), FigureValue::count(Landed, 19)), "+2");
        assert_eq!(said(FigureValue::count(Overdue, 3), FigureValue::count(Overdue, 1)), "-2");
        let rate = |n| FigureValue::rate(LandingRate, n, 29);
        assert_eq!(said(rate(17), rate(19)), "+6.9 个百分点");
        assert_eq!(said(rate(19), rate(19)), "持平");
        assert_eq!(said(FigureValue::rate(LandingRate, 0, 0), rate(19)), "不可比");
        let money = |text: &str| FigureValue::money(Orders, &[Amount::parse(text, None).unwrap()], false);
        assert_eq!(said(money("3000万元"), money("4000万元")), "+1000万元");
        assert_eq!(said(money("超3000万元"), money("4000万元")), "不可比");
        let days = |sum| FigureValue::average(HandlingDays, sum, 10);
        assert_eq!(said(days(120), days(98)), "-2.2");
    }
}
