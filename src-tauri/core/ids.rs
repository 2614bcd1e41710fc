//! Identities. Every row that travels between laptops is known by a UUIDv7 made once, when the row is created,
//! on whichever laptop that was (merge.md §7). A newtype for each kind keeps a task's id from being passed for a
//! project's. In the database an id is a 16-byte blob, on the wire its usual text.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The identity of any row, when its kind is known from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Id(pub Uuid);

impl Id {
    /// A new identity, ordered by the time of its making.
    pub fn new() -> Self {
        Self(Uuid::now_v7())
    }

    /// The 16 bytes as stored.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Reads the stored form.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Uuid::from_slice(bytes).ok().map(Self)
    }

    /// Reads the text form.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::parse_str(text.trim()).ok().map(Self)
    }
}

impl Default for Id {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.as_bytes().as_slice()))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::from_bytes(value.as_blob()?).ok_or(FromSqlError::InvalidType)
    }
}

/// Declares the identity of one kind of record.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Id);

        impl $name {
            /// A new identity.
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(Id::new())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Id {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Id::column_result(value).map(Self)
            }
        }
    )*};
}

ids! {
    /// 企业.
    EnterpriseId;
    /// 联系人 of an enterprise.
    ContactId;
    /// 创意项目.
    ProjectId;
    /// 单位 (责任部门, 区市, 国企 …).
    DepartmentId;
    /// 责任人: a person of a department.
    PersonId;
    /// 需求 of a project or an enterprise.
    DemandId;
    /// 任务.
    TaskId;
    /// 路线图节点.
    MilestoneId;
    /// 实施方案.
    PlanId;
    /// 重点项目库 entry.
    LibraryEntryId;
    /// 落地认定.
    LandingId;
    /// 佐证 of a landing.
    EvidenceId;
    /// 成效.
    OutcomeId;
    /// 引述数.
    StatedFigureId;
    /// 征集 entry of a project.
    SubmissionId;
    /// 专家.
    ExpertId;
    /// 评审论证: one round.
    ReviewId;
    /// 专家意见 in a round.
    OpinionId;
    /// 创意会.
    SessionId;
    /// 发布项目: a project at a session.
    PresentationId;
    /// 现场答复.
    ReplyId;
    /// 推进小组.
    WorkGroupId;
    /// 附件.
    AttachmentId;
    /// 通报快照.
    SnapshotId;
    /// An entry of a reference list.
    DictionaryEntryId;
    /// A version of the rules of lights.
    LightRuleId;
    /// 征求意见 of a plan.
    PlanOpinionId;
    /// 调度会.
    MeetingId;
    /// 议题 of a meeting.
    MeetingItemId;
    /// 决定.
    DecisionId;
    /// 督办单.
    SupervisionId;
    /// 协调.
    CoordinationId;
    /// 报送.
    SentSheetId;
}
