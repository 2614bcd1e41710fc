//! A firm that is probably there already, under this name or a near one (scenario 31).

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::ids::EnterpriseId;
use crate::search::similar::similar;
use crate::storage::enterprises as stored;

/// An enterprise that may be the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LikelySame {
    pub id: EnterpriseId,
    pub name: String,
    /// 100 the same name, 60 worth a look.
    pub score: u8,
}

/// Enterprises that are probably the one of this name, best first; `own` is left out.
pub fn likely_same(connection: &Connection, name: &str, own: Option<EnterpriseId>) -> Result<Vec<LikelySame>> {
    let all = stored::all_names(connection)?;
    let names: Vec<&str> = all.iter().map(|(_, name, _)| name.as_str()).collect();
    let mut found: Vec<LikelySame> = Vec::new();
    for (at, score) in similar(name, &names) {
        let (id, _, name_full) = &all[at];
        if Some(*id) != own && !found.iter().any(|other| other.id == *id) {
            found.push(LikelySame { id: *id, name: name_full.clone(), score });
        }
    }
    found.truncate(5);
    Ok(found)
}
