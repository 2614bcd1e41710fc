//! The attachments of a record.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::ids::AttachmentId;

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AttachmentRow {
    pub id: AttachmentId,
    pub name: String,
    pub mime: String,
    /// Size in bytes.
    pub bytes: i64,
    pub taken_on: Option<NaiveDate>,
    pub caption: String,
    /// There is a small copy to show.
    pub picture: bool,
}
