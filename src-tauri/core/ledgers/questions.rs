//! What a person must decide, once for each kind and value, with a sensible answer already chosen (domain.md §1.8).

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use ts_rs::TS;

use super::read::column_letter;

crate::codes! {
    /// What is doubtful.
    pub enum QuestionKind {
        /// Dates without a year; one question for the whole sheet.
        Year => "year", "没写年份";
        /// 2021-02-30.
        NoSuchDay => "no_such_day", "没有这一天";
        /// A deadline that cannot be read.
        Date => "date", "时限看不懂";
        /// 800万美元.
        Currency => "currency", "不是人民币";
        /// Bare numbers, and no unit named anywhere; one question for the whole sheet.
        AmountUnit => "amount_unit", "金额没有单位";
        /// An amount that cannot be read.
        Amount => "amount", "金额看不懂";
        /// 约七成.
        Percent => "percent", "大概的进度";
        /// A name no unit bears.
        Department => "department", "不认识的单位";
        /// An enterprise that looks like one in the workbook.
        Enterprise => "enterprise", "像是已有的企业";
    }
}

/// The answers given so far: question → choice. For a choice whose id ends in `=` what was typed or picked follows
/// the sign: `=5200万元`, `unit=<id>`.
pub type Answers = BTreeMap<String, String>;

/// A cell, as a person finds it: 第9行 K列.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct CellPlace {
    pub row: u32,
    pub column: String,
}

impl CellPlace {
    /// From zero-based positions.
    pub fn new(row: usize, column: usize) -> Self {
        Self { row: row as u32 + 1, column: column_letter(column) }
    }
}

/// One answer offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// Sent back as the answer; one that ends in `=` wants what was typed or picked behind it.
    pub id: String,
    pub label: String,
}

/// A question, and the cells it settles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Question {
    /// The same for the same doubt whenever the file is read again.
    pub id: String,
    pub kind: QuestionKind,
    /// What stands in the cell, shown bold.
    pub value: String,
    /// What is doubtful about it.
    pub text: String,
    pub cells: Vec<CellPlace>,
    pub choices: Vec<Choice>,
    /// The id of the choice that holds now: the person's, else the proposed one.
    pub chosen: String,
    /// Whether the proposal rests on something the ledger itself says (its 截至 date); its rows are then not
    /// marked 有疑问.
    pub sure: bool,
}

/// A doubt about one cell, each offered answer with the value it stands for.
pub(crate) struct Doubt<T> {
    pub kind: QuestionKind,
    /// Doubts of one kind and key are one question.
    pub key: String,
    pub value: String,
    pub text: String,
    pub offers: Vec<Offer<T>>,
    /// Which offer is proposed.
    pub proposed: usize,
    pub sure: bool,
    /// An answer to be typed or picked.
    pub input: Option<Input<T>>,
}

pub(crate) struct Offer<T> {
    pub id: String,
    pub label: String,
    pub value: T,
}

impl<T> Offer<T> {
    pub fn new(id: impl Into<String>, label: impl Into<String>, value: T) -> Self {
        Self { id: id.into(), label: label.into(), value }
    }
}

pub(crate) struct Input<T> {
    /// Ends in `=`.
    pub id: &'static str,
    pub label: &'static str,
    /// None if what was typed means nothing; the proposal then holds.
    pub read: fn(&str) -> Option<T>,
}

/// Collects doubts into questions, and settles them by the answers given.
pub(super) struct Asker<'a> {
    answers: &'a Answers,
    questions: Vec<Question>,
    by_id: HashMap<String, usize>,
}

/// A doubt settled: the value, and whether its row is still doubtful, nobody having decided.
pub(super) struct Settled<T> {
    pub value: T,
    pub open: bool,
}

impl<'a> Asker<'a> {
    pub fn new(answers: &'a Answers) -> Self {
        Self { answers, questions: Vec::new(), by_id: HashMap::new() }
    }

    /// Adds the cell to the question of its doubt and gives the value that holds now.
    pub fn settle<T>(&mut self, place: CellPlace, doubt: Doubt<T>) -> Settled<T> {
        let id = if doubt.key.is_empty() {
            doubt.kind.code().to_owned()
        } else {
            format!("{}:{}", doubt.kind.code(), doubt.key)
        };
        let proposed = doubt.proposed.min(doubt.offers.len().saturating_sub(1));
        let answer = self.answers.get(&id);
        let picked = answer.and_then(|answer| doubt.offers.iter().position(|offer| offer.id == *answer));
        let typed =
            answer.zip(doubt.input.as_ref()).and_then(|(answer, input)| (input.read)(answer.strip_prefix(input.id)?));
        let open = picked.is_none() && typed.is_none() && !doubt.sure;
        let index = *self.by_id.entry(id.clone()).or_insert_with(|| {
            let mut choices: Vec<Choice> =
                doubt.offers.iter().map(|o| Choice { id: o.id.clone(), label: o.label.clone() }).collect();
            if let Some(input) = &doubt.input {
                choices.push(Choice { id: input.id.to_owned(), label: input.label.to_owned() });
            }
            let chosen = match (answer, &typed) {
                (Some(answer), Some(_)) => answer.clone(),
                _ => choices[picked.unwrap_or(proposed)].id.clone(),
            };
            let (kind, value, text, sure) = (doubt.kind, doubt.value, doubt.text, doubt.sure);
            self.questions.push(Question { id, kind, value, text, cells: Vec::new(), choices, chosen, sure });
            self.questions.len() - 1
        });
        let cells = &mut self.questions[index].cells;
        if cells.last() != Some(&place) {
            cells.push(place);
        }
        let mut offers = doubt.offers;
        let value = typed.unwrap_or_else(|| offers.swap_remove(picked.unwrap_or(proposed)).value);
        Settled { value, open }
    }

    /// The questions in the order of their first cells.
    pub fn into_questions(self) -> Vec<Question> {
        self.questions
    }
}
