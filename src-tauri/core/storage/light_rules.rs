//! The rules of lights in SQL.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::calendar::Calendar;
use crate::error::Result;
use crate::light_rules::bounds::{Bounds, LightRules};
use crate::light_rules::edit::bounds;
use crate::light_rules::list::{LightRuleRow, LightRulesPage};
use crate::light_rules::preview::{LightExample, LightMove, LightPreview};
use crate::storage::derived;
use crate::storage::rows::LightRule;
use crate::storage::table::all;
use crate::tasks::light::{LightInput, LightKind, light_by, light_kind};

/// So many tasks are named in a preview.
const EXAMPLES: usize = 12;

/// Rules in use, the earliest first. One that cannot be read is passed over, as in the calendar: lights are needed for
/// every list, and a single bad row is no reason to keep the workbook shut.
pub fn rules(connection: &Connection) -> Result<Vec<LightRule>> {
    let readable = "WHERE t.deleted=0 AND date(t.valid_from)=t.valid_from AND typeof(t.behind_above)='integer'
      AND typeof(t.slow_from)='integer' AND typeof(t.due_soon_days)='integer' ORDER BY t.valid_from, t.id";
    all(connection, readable, &[])
}

/// The rules of a workbook.
pub fn load(connection: &Connection) -> Result<Arc<LightRules>> {
    let rules = rules(connection)?;
    Ok(match rules.is_empty() {
        true => LightRules::shipped(),
        false => Arc::new(LightRules::new(rules.iter().map(|rule| (rule.valid_from, bounds(rule))))),
    })
}

/// Every rule, the latest first, and what holds on a day.
pub fn page(connection: &Connection, as_of: NaiveDate) -> Result<LightRulesPage> {
    let rules = rules(connection)?;
    let in_force = rules.iter().rfind(|rule| rule.valid_from <= as_of).map(|rule| rule.id);
    let row = |rule: &LightRule| LightRuleRow {
        id: rule.id,
        valid_from: rule.valid_from,
        bounds: bounds(rule),
        note: rule.note.clone(),
        in_force: in_force == Some(rule.id),
    };
    Ok(LightRulesPage {
        rows: rules.iter().rev().map(row).collect(),
        shipped: Bounds::SHIPPED,
        now: LightRules::now(as_of),
    })
}

/// What the lights of a day would be under other bounds.
pub fn preview(connection: &Connection, bounds: Bounds, as_of: NaiveDate) -> Result<LightPreview> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let sql = format!(
        "SELECT t.id, t.title, n.status, n.start_on, n.due, n.percent FROM {source} n JOIN task t ON t.id=n.task_id
         WHERE n.open=1 AND :as_of=:as_of ORDER BY n.due NULLS LAST, n.task_id"
    );
    let (calendar, now) = (Calendar::current(), LightRules::now(as_of));
    let (mut open, mut counted, mut examples) = (0, HashMap::<(LightKind, LightKind), usize>::new(), Vec::new());
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! {":as_of": as_of})?;
    while let Some(row) = rows.next()? {
        let percent: Option<i64> = row.get(5)?;
        let input = LightInput {
            status: row.get(2)?,
            start_on: row.get(3)?,
            due: row.get(4)?,
            percent: percent.map(|percent| percent as f64),
        };
        open += 1;
        let from = light_kind(&input, as_of, &calendar, &now);
        let to = light_kind(&input, as_of, &calendar, &bounds);
        if from == to {
            continue;
        }
        *counted.entry((from, to)).or_default() += 1;
        if examples.len() < EXAMPLES {
            let reason = light_by(&input, as_of, &calendar, &bounds).reason;
            examples.push(LightExample { id: row.get(0)?, title: row.get(1)?, from, to, reason });
        }
    }
    let mut moves: Vec<LightMove> =
        counted.into_iter().map(|((from, to), count)| LightMove { from, to, count }).collect();
    moves.sort_by_key(|one| (std::cmp::Reverse(one.count), one.from, one.to));
    Ok(LightPreview { bounds, open, changed: moves.iter().map(|one| one.count).sum(), moves, examples })
}
