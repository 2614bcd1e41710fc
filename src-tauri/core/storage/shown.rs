//! Stored values in words, for the history of a record: 完成时限 3月底前 → 4月15日.

use rusqlite::types::{FromSql, Value, ValueRef};

use crate::amount::Amount;
use crate::ids::*;
use crate::partial_date::PartialDate;
use crate::storage::table::Bytes;

/// Looks up what a record is called.
pub trait Names {
    /// The name of the record with this key, in the recycle bin or not.
    fn name(&self, table: &str, id: Id) -> Option<String>;
}

/// A column type that can say its stored value in words.
pub trait Shown {
    /// The value in words; empty for nothing.
    fn shown(value: &Value, names: &dyn Names) -> String;
}

fn read<T: FromSql>(value: &Value) -> Option<T> {
    T::column_result(ValueRef::from(value)).ok()
}

impl Shown for String {
    fn shown(value: &Value, _: &dyn Names) -> String {
        read(value).unwrap_or_default()
    }
}

impl Shown for i64 {
    fn shown(value: &Value, _: &dyn Names) -> String {
        read::<i64>(value).map(|number| number.to_string()).unwrap_or_default()
    }
}

impl Shown for f64 {
    fn shown(value: &Value, _: &dyn Names) -> String {
        read::<f64>(value).map(|number| number.to_string()).unwrap_or_default()
    }
}

impl Shown for bool {
    fn shown(value: &Value, _: &dyn Names) -> String {
        match read::<bool>(value) {
            Some(true) => "是".into(),
            Some(false) => "否".into(),
            None => String::new(),
        }
    }
}

impl<T: Shown> Shown for Option<T> {
    fn shown(value: &Value, names: &dyn Names) -> String {
        if *value == Value::Null { String::new() } else { T::shown(value, names) }
    }
}

impl Shown for chrono::NaiveDate {
    fn shown(value: &Value, names: &dyn Names) -> String {
        String::shown(value, names)
    }
}

impl Shown for PartialDate {
    fn shown(value: &Value, _: &dyn Names) -> String {
        read::<PartialDate>(value).map(|date| date.prose()).unwrap_or_default()
    }
}

impl Shown for Amount {
    fn shown(value: &Value, _: &dyn Names) -> String {
        read::<Amount>(value).map(|amount| amount.display()).unwrap_or_default()
    }
}

macro_rules! shown_by_name {
    ($($id:ty => $table:literal,)+) => {$(
        impl Shown for $id {
            fn shown(value: &Value, names: &dyn Names) -> String {
                read::<Id>(value).and_then(|id| names.name($table, id)).unwrap_or_default()
            }
        }
    )+};
}

shown_by_name! {
    EnterpriseId => "enterprise",
    ContactId => "contact",
    ProjectId => "project",
    DepartmentId => "department",
    PersonId => "person",
    DemandId => "demand",
    TaskId => "task",
    MilestoneId => "milestone",
    PlanId => "plan",
    LibraryEntryId => "library_entry",
    LandingId => "landing",
    EvidenceId => "evidence",
    OutcomeId => "outcome",
    StatedFigureId => "stated_figure",
    SubmissionId => "submission",
    ExpertId => "expert",
    ReviewId => "review",
    OpinionId => "review_opinion",
    SessionId => "session",
    PresentationId => "presentation",
    ReplyId => "session_reply",
    WorkGroupId => "work_group",
    AttachmentId => "attachment",
    SnapshotId => "snapshot",
    DictionaryEntryId => "dictionary_entry",
    LightRuleId => "light_rule",
    PlanOpinionId => "plan_opinion",
    MeetingId => "meeting",
    MeetingItemId => "meeting_item",
    DecisionId => "decision",
    SupervisionId => "supervision",
    CoordinationId => "coordination",
    SentSheetId => "sent_sheet",
}

impl Shown for Bytes {
    fn shown(_: &Value, _: &dyn Names) -> String {
        String::new()
    }
}

impl Shown for Id {
    fn shown(_: &Value, _: &dyn Names) -> String {
        String::new()
    }
}

/// Several codes of one enumeration in a column, such as 四新.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Many<T>(pub Vec<T>);

impl<T: serde::Serialize> rusqlite::types::ToSql for Many<T> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        let json =
            serde_json::to_string(&self.0).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(json.into())
    }
}

impl<T: serde::de::DeserializeOwned> FromSql for Many<T> {
    fn column_result(value: ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let text = value.as_str()?;
        if text.is_empty() {
            return Ok(Self(Vec::new()));
        }
        serde_json::from_str(text).map(Self).map_err(|error| rusqlite::types::FromSqlError::Other(error.into()))
    }
}

impl<T: serde::de::DeserializeOwned + Label> Shown for Many<T> {
    fn shown(value: &Value, _: &dyn Names) -> String {
        let many: Option<Many<T>> = read(value);
        many.map(|many| many.0.iter().map(Label::word).collect::<Vec<_>>().join("、")).unwrap_or_default()
    }
}

/// A value with a word of its own: every enumeration made by `codes!`, and plain text.
pub trait Label {
    /// The word.
    fn word(&self) -> String;
}

impl Label for String {
    fn word(&self) -> String {
        self.clone()
    }
}
