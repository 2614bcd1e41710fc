//! Templates of papers, and what a batch of papers is made of.

use rusqlite::Connection;
use rusqlite::types::FromSql;

use crate::error::Result;
use crate::papers::{PaperKind, PaperOf, Subject};
use crate::storage::rows::PaperTemplate;
use crate::storage::table::{all, one};

/// The bureau's template of a paper; of several, which only a merge leaves behind, the newest.
pub fn template(connection: &Connection, paper: PaperKind) -> Result<Option<PaperTemplate>> {
    one(connection, "WHERE t.paper=? AND t.deleted=0 ORDER BY t.id DESC LIMIT 1", &[&paper])
}

/// All that stand for a paper.
pub fn templates(connection: &Connection, paper: PaperKind) -> Result<Vec<PaperTemplate>> {
    all(connection, "WHERE t.paper=? AND t.deleted=0 ORDER BY t.id", &[&paper])
}

fn ids<T: FromSql>(connection: &Connection, sql: &str) -> Result<Vec<T>> {
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Everything a batch makes a paper of. A project without a round, a landing or a plan is left out where the paper
/// needs one; so is a unit without tasks.
pub fn all_of(connection: &Connection, paper: PaperKind, of: PaperOf) -> Result<Vec<Subject>> {
    let none = Subject::default;
    macro_rules! each {
        ($field:ident, $sql:expr) => {
            ids(connection, $sql)?.into_iter().map(|id| Subject { $field: Some(id), ..none() }).collect()
        };
    }
    Ok(match of {
        PaperOf::Plan => {
            each!(plan, "SELECT id FROM plan WHERE deleted=0 AND status NOT IN ('revised','repealed') ORDER BY id")
        }
        PaperOf::Supervision => each!(
            supervision,
            "SELECT id FROM supervision WHERE deleted=0 AND status NOT IN ('draft','voided') ORDER BY number, id"
        ),
        PaperOf::Meeting => each!(meeting, "SELECT id FROM meeting WHERE deleted=0 ORDER BY held_on, id"),
        PaperOf::Coordination => {
            each!(coordination, "SELECT id FROM coordination WHERE deleted=0 ORDER BY raised_on, id")
        }
        PaperOf::Review => each!(
            review,
            "SELECT r.id FROM review r JOIN project p ON p.id=r.project_id WHERE r.deleted=0 AND p.deleted=0 ORDER BY p.code, p.id, r.round"
        ),
        PaperOf::Session => {
            each!(session, "SELECT id FROM session WHERE deleted=0 AND status<>'cancelled' ORDER BY position, id")
        }
        PaperOf::Landing => each!(
            landing,
            "SELECT l.id FROM landing l JOIN project p ON p.id=l.project_id WHERE l.deleted=0 AND p.deleted=0 AND l.revoked_on IS NULL ORDER BY p.code, p.id"
        ),
        PaperOf::Project => each!(project, "SELECT id FROM project WHERE deleted=0 ORDER BY code, id"),
        PaperOf::Enterprise => each!(enterprise, "SELECT id FROM enterprise WHERE deleted=0 ORDER BY id"),
        PaperOf::Department if paper == PaperKind::DemandList => each!(
            department,
            "SELECT d.id FROM department d WHERE d.deleted=0 AND EXISTS (SELECT 1 FROM demand q WHERE q.lead_department_id=d.id AND q.deleted=0) ORDER BY d.position, d.id"
        ),
        PaperOf::Department => each!(
            department,
            "SELECT d.id FROM department d WHERE d.deleted=0 AND EXISTS (SELECT 1 FROM task_now n WHERE n.lead_department_id=d.id) ORDER BY d.position, d.id"
        ),
        PaperOf::Everything | PaperOf::Month => Vec::new(),
    })
}
