//! The entries every workbook knows without being told (domain.md §1.1, §2). They lie in the program; a row of the same
//! identity in the workbook stands in their place, so that editing one is an ordinary change and can be undone.

use uuid::Uuid;

use crate::demands::source::DemandSource;
use crate::departments::districts::DISTRICTS;
use crate::dictionaries::limits::{SUPERVISION, SUPERVISION_DAYS};
use crate::dictionaries::list::DictionaryList;
use crate::ids::{DictionaryEntryId, Id};
use crate::projects::classification::{BusinessFormat, Industry};
use crate::storage::rows::DictionaryEntry;
use crate::texts::dispatch as texts;

/// A version of 产业链, and how many entries it is said to have.
pub struct ChainVersion {
    pub name: &'static str,
    /// How many chains its name speaks of; none when it does not say.
    pub expected: Option<usize>,
    entries: &'static [&'static str],
}

/// The 13 chains of the article are named nowhere (domain.md §2.3): the list is for the office to fill.
pub const THIRTEEN: &str = "13条产业链（2020—2021）";

/// The newest first. Of the 24 chains of 2022 only eleven are named by a source.
pub const CHAIN_VERSIONS: &[ChainVersion] = &[
    ChainVersion {
        name: "“10+1”创新型产业体系（2025）",
        expected: None,
        entries: &[
            "新一代信息技术",
            "人工智能",
            "生命健康",
            "智能网联新能源汽车",
            "低空经济",
            "绿色能源",
            "智能装备",
            "智能家电",
            "高端化工与新材料",
            "现代轻工",
            "未来产业",
        ],
    },
    ChainVersion {
        name: "24条重点产业链（2022）",
        expected: Some(24),
        entries: &[
            "智能家电",
            "轨道交通装备",
            "新能源汽车",
            "高端化工",
            "食品饮料",
            "纺织服装",
            "人工智能",
            "智能制造装备",
            "先进高分子及金属材料",
            "软件和信息服务",
            "精密仪器仪表",
        ],
    },
    ChainVersion { name: THIRTEEN, expected: Some(13), entries: &[] },
    ChainVersion {
        name: "“7+N”产业体系（2019）",
        expected: None,
        entries: &[
            "新一代信息技术",
            "新能源汽车",
            "生物医药",
            "高端智能家电",
            "轨道交通装备",
            "智能制造装备",
            "船舶海工装备",
            "纺织服装",
            "食品饮料",
            "高端化工",
        ],
    },
];

/// The first identity of the shipped entries; see [`crate::departments::reference`].
const FIRST_ID: u128 = 0x63687775_6469_8000_8000_000000000000;
/// Entries of one version at most, so that a version may grow without moving the next.
const ROOM: u128 = 0x100;

/// The shipped entries of a list, in order.
pub fn entries(list: DictionaryList) -> Vec<DictionaryEntry> {
    let block = |version: usize| FIRST_ID + (list as u128) * 0x1_0000 + (version as u128) * ROOM;
    let entry = |id: u128, version: &str, code: &str, name: &str, value: String| DictionaryEntry {
        id: DictionaryEntryId(Id(Uuid::from_u128(id))),
        list,
        version: version.into(),
        code: code.into(),
        name: name.into(),
        value,
        valid_from: None,
        valid_to: None,
        note: String::new(),
        position: String::new(),
        deleted: false,
    };
    let coded = |words: Vec<(&str, &str)>| {
        let numbered = words.into_iter().zip(0u128..);
        numbered.map(|((code, name), n)| entry(block(0) + n, "", code, name, String::new())).collect()
    };
    match list {
        DictionaryList::Chain => {
            // Numbered from the oldest, so that a new version leaves the others' identities alone.
            let versions = CHAIN_VERSIONS.iter().rev().enumerate().collect::<Vec<_>>().into_iter().rev();
            let of = |(at, version): (usize, &'static ChainVersion)| {
                let names = version.entries.iter().zip(0u128..);
                names
                    .map(move |(name, n)| entry(block(at) + n, version.name, "", name, String::new()))
                    .collect::<Vec<_>>()
            };
            versions.flat_map(of).collect()
        }
        DictionaryList::Industry => coded(Industry::labels()),
        DictionaryList::Format => coded(BusinessFormat::labels()),
        DictionaryList::District => coded(DISTRICTS.iter().map(|district| (district.code, district.name)).collect()),
        DictionaryList::SourceLimit => {
            let sources = DemandSource::ALL.iter().zip(0u128..);
            let reply = (DemandSource::ALL.len() as u128, SUPERVISION_DAYS.to_string());
            sources
                .map(|(source, n)| {
                    let days = source.default_working_days().to_string();
                    entry(block(0) + n, "", source.code(), source.label(), days)
                })
                .chain([entry(block(0) + reply.0, "", SUPERVISION, texts::supervision_reply(), reply.1)])
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn identities_are_distinct_and_fixed() {
        let all: Vec<_> = DictionaryList::ALL.iter().flat_map(|list| entries(*list)).collect();
        let ids: HashSet<_> = all.iter().map(|entry| entry.id).collect();
        assert_eq!(ids.len(), all.len());
        assert!(ids.iter().all(|id| id.0.0.get_version_num() == 8));
        let oldest = entries(DictionaryList::Chain)
            .into_iter()
            .find(|entry| entry.name == "新一代信息技术" && entry.version.contains("2019"));
        assert_eq!(oldest.unwrap().id.to_string(), "63687775-6469-8000-8000-000000000000");
    }

    #[test]
    fn nothing_is_invented_for_the_thirteen_chains() {
        assert!(entries(DictionaryList::Chain).iter().all(|entry| entry.version != THIRTEEN));
        assert_eq!(entries(DictionaryList::Industry).len(), 10);
        assert_eq!(entries(DictionaryList::Format).len(), 4);
        assert_eq!(entries(DictionaryList::District).len(), 10);
    }
}
