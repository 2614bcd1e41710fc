//! Whose idea it is: an enterprise that is there already, by its code or its name, or a new one.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enterprises::duplicates::{LikelySame, likely_same};
use crate::error::Result;
use crate::ids::{EnterpriseId, ProjectId};
use crate::search::text::fold;
use crate::storage::rows::Enterprise;
use crate::storage::submissions as stored;
use crate::storage::table::live;
use crate::storage::{enterprises, table};
use crate::texts;
use crate::uscc::Uscc;
use crate::workbook::Tx;

codes! {
    /// How the enterprise of an idea was found.
    pub enum Found {
        Code => "code", "信用代码相同";
        Name => "name", "名称相同";
        New => "new", "新企业";
    }
}

/// What is known of an enterprise and a title as typed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Matches {
    pub found: Found,
    pub enterprise: Option<EnterpriseId>,
    /// Its name as it stands in the workbook; as typed for a new one.
    pub enterprise_name: String,
    /// Others with a name much like it.
    pub similar: Vec<LikelySame>,
    /// Projects that are probably this one, by title.
    pub projects: Vec<SameProject>,
}

/// A project with the same title, or nearly.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SameProject {
    pub id: ProjectId,
    pub name: String,
    pub enterprise: String,
    /// The same title of the same enterprise.
    pub same: bool,
}

/// Compares names as people type them: case, width, blanks and brackets aside.
pub fn plain(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The enterprise an idea is of, as far as the workbook knows it.
pub fn find(connection: &Connection, name: &str, uscc: &str) -> Result<(Found, Option<Enterprise>)> {
    if let Ok(Some(code)) = Uscc::parse(uscc)
        && let Some(enterprise) = enterprises::by_uscc(connection, code.as_str())?
    {
        return Ok((Found::Code, Some(enterprise)));
    }
    let wanted = plain(name);
    if wanted.is_empty() {
        return Ok((Found::New, None));
    }
    let same = enterprises::all_names(connection)?.into_iter().find(|(_, known, _)| plain(known) == wanted);
    match same {
        Some((id, ..)) => Ok((Found::Name, table::find::<Enterprise>(connection, &[&id])?)),
        None => Ok((Found::New, None)),
    }
}

/// Everything worth telling before an idea is taken in.
pub fn matches(connection: &Connection, title: &str, name: &str, uscc: &str) -> Result<Matches> {
    let (found, enterprise) = find(connection, name, uscc)?;
    let own = enterprise.as_ref().map(|enterprise| enterprise.id);
    let similar =
        if own.is_some() || name.trim().is_empty() { Vec::new() } else { likely_same(connection, name, own)? };
    let title = plain(title);
    let mut projects = Vec::new();
    if !title.is_empty() {
        for project in stored::titles(connection)? {
            let theirs = plain(&project.name);
            let near = title.chars().count() >= 4
                && (theirs.contains(&title) || title.contains(&theirs) && theirs.chars().count() >= 4);
            if theirs == title || near {
                let same = theirs == title && project.enterprise_id.is_some() && project.enterprise_id == own;
                projects.push(SameProject { id: project.id, name: project.name, enterprise: project.enterprise, same });
            }
        }
        projects.sort_by_key(|project| !project.same);
        projects.truncate(5);
    }
    let enterprise_name = enterprise.map(|one| one.name_full).unwrap_or_else(|| name.trim().to_string());
    Ok(Matches { found, enterprise: own, enterprise_name, similar, projects })
}

/// The enterprise of an idea that is taken in: the chosen one, the one that is there, or a new one. None when nothing
/// was typed. A code is noted where the workbook has none; one that cannot be read is left to the person (`notices`).
pub fn settle(
    tx: &Tx<'_>,
    chosen: Option<EnterpriseId>,
    name: &str,
    uscc: &str,
    sample: bool,
    notices: &mut Vec<String>,
) -> Result<Option<EnterpriseId>> {
    let code = Uscc::parse(uscc);
    let there = match chosen {
        Some(id) => Some(live::<Enterprise>(tx, id)?),
        None => find(tx, name, uscc)?.1,
    };
    let before = match there {
        Some(enterprise) => {
            if !name.trim().is_empty() && plain(&enterprise.name_full) != plain(name) {
                notices.push(texts::taken_for_enterprise(name.trim(), &enterprise.name_full));
            }
            enterprise
        }
        None if name.trim().is_empty() => return Ok(None),
        None => {
            let new = crate::enterprises::create::create(tx, name)?;
            let marked = Enterprise { sample, ..new.clone() };
            table::update(tx, &new, &marked)?;
            marked
        }
    };
    match code {
        Ok(Some(code)) if before.uscc.is_none() => {
            // Free: the code was looked up above, and a chosen enterprise may not take another's.
            match enterprises::by_uscc(tx, code.as_str())? {
                Some(other) => notices.push(texts::uscc_taken(code.as_str(), &other.name_full)),
                None => {
                    let after = Enterprise { uscc: Some(code.as_str().to_string()), ..before.clone() };
                    table::update(tx, &before, &after)?;
                }
            }
        }
        Ok(Some(code)) if before.uscc.as_deref() != Some(code.as_str()) => {
            notices.push(texts::other_code_kept(&before.name_full, before.uscc.as_deref().unwrap_or_default()));
        }
        Ok(_) => {}
        Err(error) => notices.push(error.message().to_string()),
    }
    Ok(Some(before.id))
}
