//! How projects are classified: the article's own lists (domain.md §1.1, §2.4). 新金融 is an industry and
//! 新金融服务 a format: two lists, two fields.

codes! {
    /// 创意类别.
    pub enum ProjectKind {
        KeyEnterprise => "key_enterprise", "重点企业创意";
        Cluster => "cluster", "产业集群创意";
    }
}

codes! {
    /// "四新"; a project may be several.
    pub enum FourNew {
        Technology => "technology", "新技术";
        Industry => "industry", "新产业";
        Format => "format", "新业态";
        Model => "model", "新模式";
    }
}

codes! {
    /// 聚焦重点、难点、痛点、堵点; a project may be several.
    pub enum ProblemKind {
        Key => "key", "重点";
        Hard => "hard", "难点";
        Pain => "pain", "痛点";
        Block => "block", "堵点";
    }
}

codes! {
    /// The article's ten industries.
    pub enum Industry {
        Digital => "digital", "数字产业";
        Chips => "chips", "集成电路";
        UltraHd => "ultra_hd", "超高清视频";
        Robots => "robots", "机器人";
        Hydrogen => "hydrogen", "氢能";
        Materials => "materials", "新材料";
        Health => "health", "医养健康";
        Marine => "marine", "海洋科技";
        Culture => "culture", "影视文化";
        Finance => "finance", "新金融";
    }
}

codes! {
    /// The article's four new formats (it adds 等: the list is open).
    pub enum BusinessFormat {
        IndustrialInternet => "industrial_internet", "工业互联网";
        ECommerce => "e_commerce", "电子商务";
        OnlineServices => "online_services", "线上服务";
        FinancialServices => "financial_services", "新金融服务";
    }
}

/// Declares the word a record bears of a list that staff may add to: the code of a shipped one, or the name of one they
/// added.
macro_rules! listed {
    ($(#[$doc:meta])* $name:ident of $shipped:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub String);

        impl $name {
            /// As stored.
            pub fn code(&self) -> &str {
                &self.0
            }

            /// In words.
            pub fn label(&self) -> &str {
                match $shipped::from_code(&self.0) {
                    Some(shipped) => shipped.label(),
                    None => &self.0,
                }
            }
        }

        impl From<$shipped> for $name {
            fn from(word: $shipped) -> Self {
                Self(word.code().into())
            }
        }

        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                String::column_result(value).map(Self)
            }
        }

        impl crate::storage::shown::Shown for $name {
            fn shown(value: &rusqlite::types::Value, _: &dyn crate::storage::shown::Names) -> String {
                match value {
                    rusqlite::types::Value::Text(code) => Self(code.clone()).label().to_string(),
                    _ => String::new(),
                }
            }
        }
    };
}

listed! {
    /// 新技术新产业 of a project.
    ListedIndustry of Industry
}

listed! {
    /// 新业态新模式 of a project.
    ListedFormat of BusinessFormat
}
