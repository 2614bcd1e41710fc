//! Enumerations as this program keeps them: a stable ASCII code in the database and on the wire, and the word
//! staff use for it. [`codes!`] declares both side by side, so a word is written once.

/// Declares an enumeration: `Variant => "code", "中文";` for each value.
///
/// The type gets `ALL`, `code()`, `label()`, `from_code()`, `from_label()`, serde by code, SQL by code and its
/// TypeScript form.
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident => $code:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$vdoc])* #[doc = $label] #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every value, in the order staff expect.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, as stored and as sent.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The word staff use.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// The value of a stored code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// The value of a word, or of a code, as typed.
            pub fn from_label(text: &str) -> Option<Self> {
                match text.trim() { $($label | $code => Some(Self::$variant),)+ _ => None }
            }

            /// Code and word of every value, for the window.
            pub fn labels() -> Vec<(&'static str, &'static str)> {
                Self::ALL.iter().map(|value| (value.code(), value.label())).collect()
            }
        }

        impl $crate::storage::shown::Label for $name {
            fn word(&self) -> String {
                self.label().into()
            }
        }

        impl $crate::storage::shown::Shown for $name {
            fn shown(value: &rusqlite::types::Value, _: &dyn $crate::storage::shown::Names) -> String {
                match value {
                    rusqlite::types::Value::Text(code) => Self::from_code(code).map(Self::label).unwrap_or(code).to_string(),
                    _ => String::new(),
                }
            }
        }

        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.code().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                Self::from_code(value.as_str()?).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}
