//! Queries about what belongs to a session: agenda, preparation, guests, what was said.

use rusqlite::{Connection, OptionalExtension, named_params, params};

use crate::action::Kind;
use crate::api::list::Page;
use crate::error::Result;
use crate::ids::{DemandId, DepartmentId, EnterpriseId, ExpertId, Id, PresentationId, ProjectId, SessionId, TaskId};
use crate::sessions::guests::{Candidate, GuestCount, GuestQuery, GuestRow};
use crate::sessions::status::GuestKind;
use crate::storage::rows::{Demand, Presentation, SessionGuest, SessionItem, SessionReply};
use crate::storage::table::{all, update};

/// The agenda in its order.
pub fn presentations(connection: &Connection, id: SessionId) -> Result<Vec<Presentation>> {
    all(connection, "WHERE t.session_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// Was the project presented at a session that was held?
pub fn was_presented(connection: &Connection, project: ProjectId) -> Result<bool> {
    let sql = "SELECT 1 FROM presentation p JOIN session s ON s.id=p.session_id
      WHERE p.project_id=? AND p.deleted=0 AND s.deleted=0 AND s.status='held'";
    Ok(connection.prepare_cached(sql)?.exists([project])?)
}

/// Needs raised at a presentation, in the order they were raised.
pub fn demands_raised(connection: &Connection, id: PresentationId) -> Result<Vec<Demand>> {
    all(connection, "WHERE t.presentation_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// What was answered at a presentation, in order.
pub fn replies(connection: &Connection, id: PresentationId) -> Result<Vec<SessionReply>> {
    all(connection, "WHERE t.presentation_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// Items to prepare, in the order they were added.
pub fn items(connection: &Connection, id: SessionId) -> Result<Vec<SessionItem>> {
    all(connection, "WHERE t.session_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// Everybody invited.
pub fn guests(connection: &Connection, id: SessionId) -> Result<Vec<SessionGuest>> {
    all(connection, "WHERE t.session_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// Guests that came for a record: an expert, a unit, an enterprise.
pub fn guests_of_record(connection: &Connection, id: Id) -> Result<Vec<SessionGuest>> {
    all(connection, "WHERE t.deleted=0 AND (t.expert_id=?1 OR t.department_id=?1 OR t.enterprise_id=?1)", &[&id])
}

/// The place of the last guest.
pub fn last_guest_position(connection: &Connection, id: SessionId) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM session_guest WHERE session_id=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([id], |found| found.get(0))?)
}

/// The one enterprise of this name.
pub fn enterprise_named(connection: &Connection, name: &str) -> Result<Option<EnterpriseId>> {
    let sql = "SELECT id FROM enterprise WHERE deleted=0 AND ?1<>'' AND (name_full=?1 OR name_short=?1) LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([name.trim()], |found| found.get(0)).optional()?)
}

/// The one expert of this name; none when two have it.
pub fn expert_named(connection: &Connection, name: &str) -> Result<Option<ExpertId>> {
    let mut statement = connection.prepare_cached("SELECT id FROM expert WHERE deleted=0 AND name=? LIMIT 2")?;
    let found = statement.query_map([name], |found| found.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(match found[..] {
        [only] => Some(only),
        _ => None,
    })
}

/// A page of guests, by kind in the order of the kinds, then in the order they were invited.
pub fn guest_list(connection: &Connection, query: &GuestQuery) -> Result<Page<GuestRow>> {
    let condition = "g.session_id=:session AND g.deleted=0 AND (:kind IS NULL OR g.kind=:kind)";
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM session_guest g WHERE {condition}"))?
        .query_row(named_params! {":session": query.session, ":kind": query.kind}, |found| found.get(0))?;
    let kinds: Vec<String> =
        GuestKind::ALL.iter().enumerate().map(|(at, kind)| format!("WHEN '{}' THEN {at}", kind.code())).collect();
    let sql = format!(
        "SELECT g.id, g.kind, g.name, g.post, g.organisation, g.expert_id, g.department_id, g.enterprise_id, g.attendance, g.seat, g.note
         FROM session_guest g WHERE {condition} ORDER BY CASE g.kind {} END, g.position, g.id LIMIT :limit OFFSET :offset",
        kinds.join(" ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let rows = statement.query_map(
        named_params! {":session": query.session, ":kind": query.kind, ":limit": limit, ":offset": offset},
        |found| {
            let of: (Option<Id>, Option<Id>, Option<Id>) = (found.get(5)?, found.get(6)?, found.get(7)?);
            let record = of.0.map(|id| (Kind::Expert, id));
            let record = record.or(of.1.map(|id| (Kind::Department, id))).or(of.2.map(|id| (Kind::Enterprise, id)));
            Ok(GuestRow {
                id: found.get(0)?,
                kind: found.get(1)?,
                name: found.get(2)?,
                post: found.get(3)?,
                organisation: found.get(4)?,
                record,
                attendance: found.get(8)?,
                seat: found.get(9)?,
                note: found.get(10)?,
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// How many of each kind were invited, will come, came; kinds without guests are left out.
pub fn guest_counts(connection: &Connection, id: SessionId) -> Result<Vec<GuestCount>> {
    let sql = "SELECT kind, count(*), sum(attendance IN ('accepted','present')), sum(attendance='present')
      FROM session_guest WHERE session_id=? AND deleted=0 GROUP BY kind";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![id], |found| {
        Ok(GuestCount { kind: found.get(0)?, invited: found.get(1)?, coming: found.get(2)?, present: found.get(3)? })
    })?;
    let mut counts: Vec<GuestCount> = rows.collect::<rusqlite::Result<_>>()?;
    counts.sort_by_key(|count| count.kind);
    Ok(counts)
}

/// Whom one could invite as a kind: those concerned first. At most 200.
pub fn candidates(connection: &Connection, id: SessionId, kind: GuestKind, text: &str) -> Result<Vec<Candidate>> {
    let sql = match kind {
        GuestKind::Expert => {
            "SELECT e.id, e.name, trim(e.organisation||' '||e.post), EXISTS(SELECT 1 FROM session_guest g WHERE g.session_id=:session
               AND g.deleted=0 AND g.expert_id=e.id),
             EXISTS(SELECT 1 FROM review_opinion o JOIN review v ON v.id=o.review_id JOIN presentation p ON p.project_id=v.project_id
               WHERE o.expert_id=e.id AND o.deleted=0 AND v.deleted=0 AND p.deleted=0 AND p.session_id=:session) AS concerned
             FROM expert e WHERE e.deleted=0 AND (:text='' OR instr(lower(e.name), lower(:text))>0 OR instr(lower(e.organisation), lower(:text))>0)
             ORDER BY concerned DESC, e.name LIMIT 200"
        }
        GuestKind::Enterprise => {
            "SELECT e.id, e.name_full, COALESCE((SELECT group_concat(q.name, '、') FROM presentation p JOIN project q ON q.id=p.project_id
               JOIN project_enterprise l ON l.project_id=q.id AND l.deleted=0 WHERE p.session_id=:session AND p.deleted=0 AND l.enterprise_id=e.id), '') AS projects,
             EXISTS(SELECT 1 FROM session_guest g WHERE g.session_id=:session AND g.deleted=0 AND g.enterprise_id=e.id),
             EXISTS(SELECT 1 FROM presentation p JOIN project_enterprise l ON l.project_id=p.project_id AND l.deleted=0
               WHERE p.session_id=:session AND p.deleted=0 AND l.enterprise_id=e.id) AS concerned
             FROM enterprise e WHERE e.deleted=0 AND (:text='' OR instr(lower(e.name_full), lower(:text))>0 OR instr(lower(e.name_short), lower(:text))>0)
             ORDER BY concerned DESC, e.name_full LIMIT 200"
        }
        _ => {
            "SELECT u.id, u.short, u.full, EXISTS(SELECT 1 FROM session_guest g WHERE g.session_id=:session AND g.deleted=0 AND g.department_id=u.id),
             (EXISTS(SELECT 1 FROM presentation p JOIN demand d ON d.project_id=p.project_id AND d.deleted=0
               WHERE p.session_id=:session AND p.deleted=0 AND d.lead_department_id=u.id)
             OR EXISTS(SELECT 1 FROM presentation p JOIN project q ON q.id=p.project_id
               WHERE p.session_id=:session AND p.deleted=0 AND q.lead_department_id=u.id)) AS concerned
             FROM department u WHERE u.deleted=0 AND (:text='' OR instr(lower(u.short), lower(:text))>0 OR instr(lower(u.full), lower(:text))>0
               OR EXISTS(SELECT 1 FROM department_alias a WHERE a.department_id=u.id AND a.deleted=0 AND instr(lower(a.name), lower(:text))>0))
             ORDER BY concerned DESC, u.position LIMIT 200"
        }
    };
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! {":session": id, ":text": text.trim()}, |found| {
        Ok(Candidate {
            id: found.get(0)?,
            name: found.get(1)?,
            note: found.get(2)?,
            there: found.get(3)?,
            concerned: found.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// 产业链 of the list that counts in a year, by name.
pub fn known_chains(connection: &Connection, year: i64) -> Result<Vec<String>> {
    crate::dictionaries::read::chains_in(connection, year)
}

/// A project leaves: it is on no agenda any more.
pub fn leave_agendas(connection: &Connection, project: ProjectId) -> Result<()> {
    for one in all::<Presentation>(connection, "WHERE t.project_id=? AND t.deleted=0", &[&project])? {
        update(connection, &one, &Presentation { deleted: true, ..one.clone() })?;
    }
    Ok(())
}

/// A task made of a reply is gone: the reply may become one again.
pub fn let_task_go(connection: &Connection, task: TaskId) -> Result<()> {
    for reply in all::<SessionReply>(connection, "WHERE t.task_id=? AND t.deleted=0", &[&task])? {
        update(connection, &reply, &SessionReply { task_id: None, ..reply.clone() })?;
    }
    Ok(())
}

/// A unit is gone: what it answered stays, and says who in the line as typed.
pub fn let_unit_go(connection: &Connection, unit: DepartmentId) -> Result<()> {
    for reply in all::<SessionReply>(connection, "WHERE t.department_id=? AND t.deleted=0", &[&unit])? {
        update(connection, &reply, &SessionReply { department_id: None, ..reply.clone() })?;
    }
    Ok(())
}

/// A need is gone: what was answered to it stays.
pub fn let_demand_go(connection: &Connection, demand: DemandId) -> Result<()> {
    for reply in all::<SessionReply>(connection, "WHERE t.demand_id=? AND t.deleted=0", &[&demand])? {
        update(connection, &reply, &SessionReply { demand_id: None, ..reply.clone() })?;
    }
    Ok(())
}
