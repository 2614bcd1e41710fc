//! What a figure says on a day. All arithmetic is in whole numbers (domain.md §1.7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::{self, Amount, AmountSum, Certainty};
use crate::figures::breakdown::Breakdowns;
use crate::figures::name::{FigureKind, FigureName};
use crate::ids::StatedFigureId;
use crate::texts::figures as texts;
use crate::texts::values::NOTHING;

/// A rate in tenths of a percent, half-up; none without a denominator. 19/29 → 655.
pub fn rate_tenths(numerator: i64, denominator: i64) -> Option<i64> {
    (denominator > 0).then(|| (2000 * numerator + denominator) / (2 * denominator))
}

/// A sum over a count in tenths, half-up; none without a count.
pub fn average_tenths(sum: i64, count: i64) -> Option<i64> {
    (count > 0).then(|| (20 * sum + count) / (2 * count))
}

/// A figure as of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureValue {
    pub name: FigureName,
    /// What it was called when it was told; a snapshot keeps it.
    pub title: String,
    pub kind: FigureKind,
    /// As printed, without its unit: 29, 65.5%, 超3000万元，另有1项未量化, —.
    pub text: String,
    pub unit: String,
    /// Counts: the count. Rates: what is counted. Money: how many amounts have a number. Averages: the sum.
    pub numerator: i64,
    /// Rates and averages: of how many. Money: how many amounts there are. Counts: none.
    pub denominator: Option<i64>,
    /// Rates in tenths of a percent, averages in tenths; none when the denominator is 0.
    pub tenths: Option<i64>,
    /// Money by how certain it is: 意向 is never added to 合同.
    pub by_certainty: Vec<CertaintyTotal>,
    /// What must be said beside it: 未回访 3 项.
    pub remark: String,
    /// 口径 of the time.
    pub definition: String,
}

/// A sum of amounts of one certainty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CertaintyTotal {
    pub certainty: Option<Certainty>,
    pub sum: AmountSum,
    /// 约超3000万元，另有1项未量化.
    pub text: String,
}

impl FigureValue {
    fn of(name: FigureName, numerator: i64, text: String) -> Self {
        Self {
            name,
            title: name.label().into(),
            kind: name.kind(),
            text,
            unit: texts::unit(name).into(),
            numerator,
            denominator: None,
            tenths: None,
            by_certainty: Vec::new(),
            remark: String::new(),
            definition: texts::definition(name).into(),
        }
    }

    /// A number of things.
    pub fn count(name: FigureName, count: i64) -> Self {
        Self::of(name, count, count.to_string())
    }

    /// Numerator ÷ denominator.
    pub fn rate(name: FigureName, numerator: i64, denominator: i64) -> Self {
        let tenths = rate_tenths(numerator, denominator);
        let text = tenths.map_or_else(|| NOTHING.to_owned(), texts::rate);
        Self { denominator: Some(denominator), tenths, ..Self::of(name, numerator, text) }
    }

    /// A sum over a count.
    pub fn average(name: FigureName, sum: i64, count: i64) -> Self {
        let tenths = average_tenths(sum, count);
        let text = tenths.map_or_else(|| NOTHING.to_owned(), texts::tenths);
        Self { denominator: Some(count), tenths, ..Self::of(name, sum, text) }
    }

    /// Amounts added up. With `apart`, amounts of different certainty stand beside each other; otherwise the caller
    /// has left out what may not be added.
    pub fn money(name: FigureName, amounts: &[Amount], apart: bool) -> Self {
        let by_certainty = by_certainty(amounts);
        let text = match apart && by_certainty.len() > 1 {
            true => texts::by_certainty(&by_certainty),
            false => amount::sum(amounts).prose(),
        };
        let quantified = amounts.iter().filter(|amount| amount.yuan.is_some()).count() as i64;
        Self { denominator: Some(amounts.len() as i64), by_certainty, ..Self::of(name, quantified, text) }
    }

    /// The same with something said beside it.
    pub fn with_remark(self, remark: String) -> Self {
        Self { remark, ..self }
    }
}

/// Amounts by certainty, the most certain first, what is not said last.
pub fn by_certainty(amounts: &[Amount]) -> Vec<CertaintyTotal> {
    let order = Certainty::ALL.iter().rev().copied().map(Some).chain([None]);
    order
        .filter_map(|certainty| {
            let of_it: Vec<&Amount> = amounts.iter().filter(|amount| amount.certainty == certainty).collect();
            let sum = amount::sum(of_it.iter().copied());
            (!of_it.is_empty()).then(|| CertaintyTotal { certainty, text: sum.prose(), sum })
        })
        .collect()
}

/// A figure somebody stated, as stated. Never added, divided or sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stated {
    pub id: StatedFigureId,
    pub name: String,
    /// 口径.
    pub scope: String,
    pub as_of: Option<NaiveDate>,
    /// As stated: 超200亿元, 千余人次.
    pub text: String,
    pub source: String,
    pub note: String,
}

/// Figures of a day: what 统计通报 shows and a snapshot keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureSet {
    pub as_of: NaiveDate,
    pub definition_version: i64,
    /// 汇报用语: 29个项目中已有19个完成落地，落地率超过65%.
    pub prose: String,
    pub figures: Vec<FigureValue>,
    pub stated: Vec<Stated>,
    /// None when only some figures were asked for.
    pub breakdowns: Option<Breakdowns>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rates_are_half_up_in_whole_numbers() {
        let of = |n, d| FigureValue::rate(FigureName::LandingRate, n, d).text;
        let shown = [of(19, 29), of(20, 29), of(19, 30), of(19, 28), of(18, 29), of(2, 3), of(1, 16), of(0, 5)];
        assert_eq!(shown, ["65.5%", "69.0%", "63.3%", "67.9%", "62.1%", "66.7%", "6.3%", "0.0%"]);
        assert_eq!(of(0, 0), "—");
        assert_eq!(FigureValue::average(FigureName::HandlingDays, 25, 4).text, "6.3");
    }

    #[test]
    fn the_headline_speaks_as_the_article_does() {
        let of = texts::landing_prose;
        assert_eq!(of(19, 29), "29个项目中已有19个完成落地，落地率超过65%");
        assert_eq!(of(19, 30), "30个项目中已有19个完成落地，落地率超过63%");
        assert_eq!(of(1, 2), "2个项目中已有1个完成落地，落地率达到50%");
        assert_eq!(of(29, 29), "29个项目中已有29个完成落地，落地率达到100%");
        assert_eq!(of(0, 5), "5个项目中尚无项目落地");
        assert_eq!(of(0, 0), "重点项目库中还没有项目");
    }

    #[test]
    fn intentions_stand_beside_what_is_certain() {
        let amount = |text: &str, certainty| Amount::parse(text, None).map(|one| one.with_certainty(certainty));
        let amounts = [
            amount("超3000万元", Certainty::Contract),
            amount("约2亿元", Certainty::Intention),
            amount("数千万元", Certainty::Contract),
        ];
        let amounts: Vec<Amount> = amounts.into_iter().map(|one| one.expect("an amount")).collect();
        let apart = FigureValue::money(FigureName::Financing, &amounts, true);
        assert_eq!(apart.text, "合同/订单 超3000万元，另有1项未量化；意向 约2亿元");
        assert_eq!((apart.numerator, apart.denominator), (2, Some(3)));
    }

    proptest! {
        #[test]
        fn a_rate_is_the_nearest_tenth(d in 1i64..100_000, part in 0.0f64..=1.0) {
            let n = (d as f64 * part) as i64;
            let tenths = rate_tenths(n, d).unwrap();
            // |tenths/1000 − n/d| ≤ 1/2000
            prop_assert!((2 * tenths * d - 2000 * n).abs() <= d);
        }
    }
}
