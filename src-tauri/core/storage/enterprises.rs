//! Queries about enterprises and what belongs to them.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params, params};

use crate::amount::Amount;
use crate::api::list::Page;
use crate::demands::status::DemandStatus;
use crate::enterprises::list::{ContactRow, EnterpriseProject, EnterpriseQuery, EnterpriseRow, EnterpriseSort};
use crate::error::Result;
use crate::ids::EnterpriseId;
use crate::storage::derived;
use crate::storage::rows::{Contact, Demand, Enterprise, EnterpriseAlias, Plan, ProjectEnterprise, Task};
use crate::storage::table::{all, find, insert, one, update};

/// Every name of every live enterprise: (enterprise, the name, its full name).
pub fn all_names(connection: &Connection) -> Result<Vec<(EnterpriseId, String, String)>> {
    let sql = "SELECT id, name_full, name_full FROM enterprise WHERE deleted=0
      UNION ALL SELECT id, name_short, name_full FROM enterprise WHERE deleted=0 AND name_short<>''
      UNION ALL SELECT e.id, a.name, e.name_full FROM enterprise_alias a JOIN enterprise e ON e.id=a.enterprise_id
        WHERE a.deleted=0 AND e.deleted=0";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The full name, the short name and the other names of an enterprise.
pub fn names_of(connection: &Connection, id: EnterpriseId) -> Result<Vec<String>> {
    let sql = "SELECT name_full FROM enterprise WHERE id=?1 UNION SELECT name_short FROM enterprise WHERE id=?1 AND name_short<>''
      UNION SELECT name FROM enterprise_alias WHERE enterprise_id=?1 AND deleted=0";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![id], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The other names of an enterprise.
pub fn aliases(connection: &Connection, id: EnterpriseId) -> Result<Vec<EnterpriseAlias>> {
    all(connection, "WHERE t.enterprise_id=? AND t.deleted=0 ORDER BY t.id", &[&id])
}

/// The contacts of an enterprise, the primary one first.
pub fn contacts(connection: &Connection, id: EnterpriseId) -> Result<Vec<Contact>> {
    all(connection, "WHERE t.enterprise_id=? AND t.deleted=0 ORDER BY t.is_primary DESC, t.id", &[&id])
}

/// The enterprise with this 统一社会信用代码.
pub fn by_uscc(connection: &Connection, code: &str) -> Result<Option<Enterprise>> {
    one(connection, "WHERE t.uscc=? AND t.deleted=0", &[&code])
}

/// How many live projects, tasks of its own and demands of its own rest on an enterprise.
pub fn use_of(connection: &Connection, id: EnterpriseId) -> Result<(i64, i64, i64)> {
    let sql = "SELECT
      (SELECT count(*) FROM project_enterprise l JOIN project p ON p.id=l.project_id WHERE l.enterprise_id=?1 AND l.deleted=0 AND p.deleted=0),
      (SELECT count(*) FROM task WHERE enterprise_id=?1 AND deleted=0),
      (SELECT count(*) FROM demand WHERE enterprise_id=?1 AND deleted=0)";
    Ok(connection.prepare_cached(sql)?.query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
}

/// Lets everything that belongs to one enterprise belong to another.
pub fn move_everything(connection: &Connection, from: EnterpriseId, to: EnterpriseId) -> Result<()> {
    for contact in contacts(connection, from)? {
        update(connection, &contact, &Contact { enterprise_id: to, is_primary: false, ..contact.clone() })?;
    }
    for alias in aliases(connection, from)? {
        update(connection, &alias, &EnterpriseAlias { deleted: true, ..alias.clone() })?;
    }
    let links: Vec<ProjectEnterprise> = all(connection, "WHERE t.enterprise_id=? AND t.deleted=0", &[&from])?;
    for link in links {
        update(connection, &link, &ProjectEnterprise { deleted: true, ..link.clone() })?;
        match find::<ProjectEnterprise>(connection, &[&link.project_id, &to])? {
            Some(other) => {
                let is_lead = link.is_lead || (other.is_lead && !other.deleted);
                update(connection, &other, &ProjectEnterprise { is_lead, deleted: false, ..other.clone() })?;
            }
            None => insert(connection, &ProjectEnterprise { enterprise_id: to, ..link })?,
        }
    }
    for task in all::<Task>(connection, "WHERE t.enterprise_id=? AND t.deleted=0", &[&from])? {
        update(connection, &task, &Task { enterprise_id: Some(to), ..task.clone() })?;
    }
    for demand in all::<Demand>(connection, "WHERE t.enterprise_id=? AND t.deleted=0", &[&from])? {
        update(connection, &demand, &Demand { enterprise_id: Some(to), ..demand.clone() })?;
    }
    for plan in all::<Plan>(connection, "WHERE t.enterprise_id=? AND t.deleted=0", &[&from])? {
        update(connection, &plan, &Plan { enterprise_id: Some(to), ..plan.clone() })?;
    }
    Ok(())
}

/// The statuses in which a demand has ended, as a list for SQL.
pub(super) fn ended_demands() -> String {
    let ended: Vec<String> = DemandStatus::ALL
        .iter()
        .filter(|status| status.has_ended())
        .map(|status| format!("'{}'", status.code()))
        .collect();
    ended.join(",")
}

/// Demands of an enterprise `e` and of its projects that have not ended, as SQL.
fn open_demands_sql() -> String {
    format!(
        "(SELECT count(*) FROM demand d WHERE d.deleted=0 AND d.status NOT IN ({ended}) AND (d.enterprise_id=e.id OR d.project_id IN
           (SELECT l.project_id FROM project_enterprise l WHERE l.enterprise_id=e.id AND l.deleted=0)))",
        ended = ended_demands()
    )
}

/// A page of enterprises, with their open tasks as of a day.
pub fn list(connection: &Connection, query: &EnterpriseQuery, as_of: NaiveDate) -> Result<Page<EnterpriseRow>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let open_demands = open_demands_sql();
    let condition = format!(
        "e.deleted=0
      AND (:district IS NULL OR e.district=:district)
      AND (:text='' OR instr(lower(e.name_full),lower(:text))>0 OR instr(lower(e.name_short),lower(:text))>0 OR instr(upper(e.uscc),upper(:text))=1
           OR EXISTS (SELECT 1 FROM enterprise_alias a WHERE a.enterprise_id=e.id AND a.deleted=0 AND instr(lower(a.name),lower(:text))>0))
      AND (NOT :verify OR e.verify<>'')
      AND (NOT :open_demands OR {open_demands}>0)"
    );
    let text = query.text.trim();
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM enterprise e WHERE {condition}"))?
        .query_row(
            named_params! {":district": query.district, ":text": text, ":verify": query.verify, ":open_demands": query.open_demands},
            |row| row.get(0),
        )?;
    let order = match query.sort {
        None => "e.id",
        Some(EnterpriseSort::Name) => "e.name_full",
        Some(EnterpriseSort::District) => "e.district",
        Some(EnterpriseSort::Projects) => "projects",
        Some(EnterpriseSort::OpenDemands) => "open_demands",
        Some(EnterpriseSort::OverdueTasks) => "overdue_tasks",
    };
    let direction = if query.descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT e.id, e.name_full, e.name_short, e.district_as_stated,
           (SELECT count(*) FROM project_enterprise l JOIN project p ON p.id=l.project_id
             WHERE l.enterprise_id=e.id AND l.deleted=0 AND p.deleted=0) AS projects,
           {open_demands} AS open_demands,
           (SELECT count(*) FROM {tasks} n WHERE n.enterprise_id=e.id AND n.open=1) AS open_tasks,
           (SELECT count(*) FROM {tasks} n WHERE n.enterprise_id=e.id AND n.open=1 AND n.due<:as_of) AS overdue_tasks,
           e.verify, e.sample
         FROM enterprise e WHERE {condition} ORDER BY {order} {direction}, e.id LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {":as_of": as_of, ":district": query.district, ":text": text, ":verify": query.verify,
          ":open_demands": query.open_demands, ":limit": query.paging.limit() as i64, ":offset": query.paging.offset as i64},
        |row| {
            Ok(EnterpriseRow {
                id: row.get(0)?,
                name: row.get(1)?,
                name_short: row.get(2)?,
                district: row.get(3)?,
                projects: row.get(4)?,
                open_demands: row.get(5)?,
                open_tasks: row.get(6)?,
                overdue_tasks: row.get(7)?,
                verify: row.get(8)?,
                sample: row.get(9)?,
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// How many demands of an enterprise and of its projects have not ended.
pub fn open_demands(connection: &Connection, id: EnterpriseId) -> Result<i64> {
    let sql = format!("SELECT {} FROM enterprise e WHERE e.id=?", open_demands_sql());
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?)
}

/// Contacts as a page shows them.
pub fn contact_rows(connection: &Connection, id: EnterpriseId) -> Result<Vec<ContactRow>> {
    let row = |contact: Contact| ContactRow {
        id: contact.id,
        name: contact.name,
        post: contact.post,
        mobile: contact.mobile,
        tel: contact.tel,
        is_primary: contact.is_primary,
        note: contact.note,
    };
    Ok(contacts(connection, id)?.into_iter().map(row).collect())
}

/// The projects an enterprise takes part in, with their open tasks as of a day.
pub fn projects(connection: &Connection, id: EnterpriseId, as_of: NaiveDate) -> Result<Vec<EnterpriseProject>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let sql = format!(
        "SELECT p.id, p.name, p.stage, p.investment, l.is_lead,
           (SELECT count(*) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1),
           (SELECT count(*) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1 AND n.due<:as_of)
         FROM project_enterprise l JOIN project p ON p.id=l.project_id
         WHERE l.enterprise_id=:id AND l.deleted=0 AND p.deleted=0 ORDER BY p.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":id": id, ":as_of": as_of}, |row| {
        Ok(EnterpriseProject {
            id: row.get(0)?,
            name: row.get(1)?,
            stage: row.get(2)?,
            investment: row.get::<_, Option<Amount>>(3)?.map(|amount| amount.display()).unwrap_or_default(),
            is_lead: row.get(4)?,
            open_tasks: row.get(5)?,
            overdue_tasks: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
