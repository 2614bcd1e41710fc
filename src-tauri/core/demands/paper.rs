//! 需求清单 as a paper.

use minijinja::{Value, context};

use crate::demands::list::DemandRow;
use crate::demands::status::DemandStatus;
use crate::papers::words::day;
use crate::texts::papers as texts;

/// What the list says; `of` is whose demands they are.
pub fn values(of: &str, demands: &[DemandRow], as_of: &str) -> Value {
    let solved = demands.iter().filter(|one| matches!(one.status, DemandStatus::Solved | DemandStatus::Closed)).count();
    context! {
        标题 => texts::demands_title(of),
        说明 => texts::demands_note(solved, demands.len(), as_of),
        需求 => (1..).zip(demands).map(|(number, one)| line(number, one)).collect::<Vec<Value>>(),
    }
}

fn line(number: usize, one: &DemandRow) -> Value {
    let quantity = if one.text.contains(&one.quantity) { "" } else { one.quantity.as_str() };
    let source = one.source.map_or("", |source| source.label());
    let raised = [day(one.source_date.or(one.raised_on)), source.to_owned(), one.source_number.clone()];
    let result = [one.result.clone(), one.satisfaction.map_or(String::new(), |one| texts::satisfied(one.label()))];
    context! {
        序号 => number,
        企业 => &one.enterprise,
        项目 => &one.project,
        类别 => one.category.label(),
        内容 => texts::said_with_quantity(&one.text, quantity, !one.verify.is_empty()),
        来源 => joined(raised, "\n"),
        牵头单位 => &one.lead,
        时限 => one.due.map(|due| due.prose()).unwrap_or_default(),
        状态 => one.status.label(),
        结果 => joined(result, "\n"),
    }
}

fn joined<const N: usize>(texts: [String; N], between: &str) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}
