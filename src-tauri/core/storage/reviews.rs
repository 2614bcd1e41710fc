//! Queries about rounds of review, experts and what waits for review.

use rusqlite::{Connection, Row, named_params};

use crate::api::list::Page;
use crate::error::Result;
use crate::ids::{ExpertId, ProjectId, ReviewId};
use crate::reviews::conclusion::Conclusion;
use crate::reviews::experts::{ExpertQuery, ExpertRow};
use crate::reviews::list::{
    AdviceCount, OpinionRow, ProjectReviews, ReviewQuery, ReviewQueueRow, ReviewState, ReviewStateCount, RoundRow, mean,
};
use crate::reviews::opinions::has_said;
use crate::reviews::{create, said};
use crate::storage::rows::{Expert, Project, Review, ReviewOpinion};
use crate::storage::table::{all, find, live};
use crate::storage::{projects, submissions};

/// The rounds of a project, the first one first.
pub fn of_project(connection: &Connection, project: ProjectId) -> Result<Vec<Review>> {
    all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.round, t.id", &[&project])
}

/// The number of the last round, 0 before the first.
pub fn last_round(connection: &Connection, project: ProjectId) -> Result<i64> {
    let sql = "SELECT COALESCE(max(round), 0) FROM review WHERE project_id=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([project], |row| row.get(0))?)
}

/// The opinions of a round in their order.
pub fn opinions(connection: &Connection, review: ReviewId) -> Result<Vec<ReviewOpinion>> {
    all(connection, "WHERE t.review_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&review])
}

/// Experts of this name.
pub fn experts_named(connection: &Connection, name: &str) -> Result<Vec<Expert>> {
    all(connection, "WHERE t.name=? AND t.deleted=0 ORDER BY t.id", &[&name])
}

/// In how many rounds an expert takes part.
pub fn rounds_of(connection: &Connection, expert: ExpertId) -> Result<i64> {
    let sql =
        "SELECT count(*) FROM review_opinion o JOIN review r ON r.id=o.review_id JOIN project p ON p.id=r.project_id
      WHERE o.expert_id=? AND o.deleted=0 AND r.deleted=0 AND p.deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([expert], |row| row.get(0))?)
}

/// The rounds of a project with all that was said.
pub fn page(connection: &Connection, id: ProjectId) -> Result<ProjectReviews> {
    let project: Project = live(connection, id)?;
    let mut rounds = Vec::new();
    for review in of_project(connection, id)? {
        rounds.push(round(connection, review)?);
    }
    Ok(ProjectReviews {
        screening: submissions::of_project(connection, id)?.map(|entry| entry.screening),
        refused: create::refused(connection, &project)?.unwrap_or_default(),
        next_round: last_round(connection, id)? + 1,
        project: project.name,
        stage: project.stage,
        rounds,
    })
}

/// One round with all that was said.
pub fn round(connection: &Connection, review: Review) -> Result<RoundRow> {
    let opinions = opinions(connection, review.id)?;
    let advise = |advice: Conclusion| opinions.iter().filter(|one| !one.declined && one.advice == Some(advice)).count();
    let advice = Conclusion::ALL.iter().map(|one| AdviceCount { advice: *one, count: advise(*one) as i64 });
    let advice = advice.filter(|one| one.count > 0).collect();
    let mut rows = Vec::new();
    for opinion in &opinions {
        let expert: Option<Expert> = find(connection, &[&opinion.expert_id])?;
        let Some(expert) = expert else { continue };
        rows.push(OpinionRow {
            id: opinion.id,
            expert_id: expert.id,
            expert: expert.name,
            organisation: expert.organisation,
            expert_kind: expert.kind,
            idea: said::line(opinion.score_idea, &opinion.text_idea),
            argument: said::line(opinion.score_argument, &opinion.text_argument),
            feasible: said::line(opinion.score_feasible, &opinion.text_feasible),
            overall: said::advice_line(opinion.advice, &opinion.text),
            advice: opinion.advice,
            declined: opinion.declined,
            said: has_said(opinion),
        });
    }
    Ok(RoundRow {
        id: review.id,
        round: review.round,
        kind: review.kind,
        held_on: review.held_on,
        organiser: review.organiser,
        conclusion: review.conclusion,
        opinion: review.opinion,
        to_change: review.to_change,
        how_met: review.how_met,
        met_on: review.met_on,
        note: review.note,
        mean_idea: mean(&opinions, |one| one.score_idea),
        mean_argument: mean(&opinions, |one| one.score_argument),
        mean_feasible: mean(&opinions, |one| one.score_feasible),
        opinions: rows,
        advice,
    })
}

/// What a paper of a round needs: the project's name, its lead enterprise's, the round.
pub fn paper(connection: &Connection, id: ReviewId) -> Result<(String, String, RoundRow)> {
    let review: Review = live(connection, id)?;
    let project: Project = live(connection, review.project_id)?;
    let enterprise = projects::participants(connection, project.id)?.into_iter().next().map(|one| one.name);
    Ok((project.name, enterprise.unwrap_or_default(), round(connection, review)?))
}

/// Every project that waits for something, or has been reviewed: `q.state`.
const QUEUE: &str = "(SELECT p.id, p.name, p.stage, p.sample, r.id AS review, r.round, r.held_on, r.conclusion, r.organiser, r.to_change,
  CASE WHEN r.id IS NOT NULL AND r.conclusion IS NULL THEN 'open'
    WHEN p.stage='revision' THEN CASE WHEN r.how_met<>'' THEN 'revised' ELSE 'revising' END
    WHEN p.stage='review' THEN 'to_start'
    WHEN r.id IS NOT NULL THEN 'concluded'
    WHEN p.stage='collected' AND EXISTS (SELECT 1 FROM submission s WHERE s.project_id=p.id AND s.deleted=0 AND s.screening='passed') THEN 'to_start'
  END AS state,
  (SELECT l.enterprise_id FROM project_enterprise l WHERE l.project_id=p.id AND l.deleted=0 ORDER BY l.is_lead DESC, l.enterprise_id LIMIT 1) AS firm
  FROM project p LEFT JOIN review r ON r.id=(SELECT x.id FROM review x WHERE x.project_id=p.id AND x.deleted=0 ORDER BY x.round DESC, x.id DESC LIMIT 1)
  WHERE p.deleted=0) q LEFT JOIN enterprise e ON e.id=q.firm
  WHERE q.state IS NOT NULL AND (:text='' OR instr(lower(q.name),lower(:text))>0 OR instr(lower(e.name_full),lower(:text))>0)";

/// A page of the projects that wait for review, what is most pressing first.
pub fn queue(connection: &Connection, query: &ReviewQuery) -> Result<Page<ReviewQueueRow>> {
    let text = query.text.trim();
    let condition = "AND (:state IS NULL OR q.state=:state)";
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {QUEUE} {condition}"))?
        .query_row(named_params! {":text": text, ":state": query.state}, |row| row.get(0))?;
    let states: Vec<String> =
        ReviewState::ALL.iter().enumerate().map(|(at, one)| format!("WHEN '{}' THEN {at}", one.code())).collect();
    let sql = format!(
        "SELECT q.id, q.name, e.id, COALESCE(e.name_full,''), q.stage, q.state, q.round, q.held_on, q.conclusion,
           COALESCE(q.organiser,''), COALESCE(q.to_change,''),
           COALESCE((SELECT group_concat(n.name, '、') FROM (SELECT x.name FROM review_opinion o JOIN expert x ON x.id=o.expert_id
             WHERE o.review_id=q.review AND o.deleted=0 ORDER BY o.position, o.id) n), ''),
           (SELECT count(*) FROM review_opinion o WHERE o.review_id=q.review AND o.deleted=0 AND o.declined=0 AND
             (o.text<>'' OR o.text_idea<>'' OR o.text_argument<>'' OR o.text_feasible<>'' OR o.advice IS NOT NULL
              OR o.score_idea IS NOT NULL OR o.score_argument IS NOT NULL OR o.score_feasible IS NOT NULL)),
           (SELECT count(*) FROM review_opinion o WHERE o.review_id=q.review AND o.deleted=0 AND o.declined=0), q.sample
         FROM {QUEUE} {condition}
         ORDER BY CASE q.state {} END, q.held_on DESC, q.id LIMIT :limit OFFSET :offset",
        states.join(" ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let rows = statement.query_map(
        named_params! {":text": text, ":state": query.state, ":limit": limit, ":offset": offset},
        queue_row,
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

fn queue_row(found: &Row<'_>) -> rusqlite::Result<ReviewQueueRow> {
    let state: ReviewState = found.get(5)?;
    let last: i64 = found.get::<_, Option<i64>>(6)?.unwrap_or(0);
    let round = if matches!(state, ReviewState::Open | ReviewState::Concluded) { last } else { last + 1 };
    Ok(ReviewQueueRow {
        id: found.get(0)?,
        project: found.get(1)?,
        enterprise_id: found.get(2)?,
        enterprise: found.get(3)?,
        stage: found.get(4)?,
        state,
        round,
        held_on: found.get(7)?,
        conclusion: found.get(8)?,
        organiser: found.get(9)?,
        to_change: found.get(10)?,
        experts: found.get(11)?,
        said: found.get(12)?,
        asked: found.get(13)?,
        sample: found.get(14)?,
    })
}

/// How many projects wait for what.
pub fn states(connection: &Connection, query: &ReviewQuery) -> Result<Vec<ReviewStateCount>> {
    let sql = format!("SELECT count(*) FROM {QUEUE} AND q.state=:state");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut counts = Vec::new();
    for state in ReviewState::ALL {
        let count =
            statement.query_row(named_params! {":text": query.text.trim(), ":state": state}, |row| row.get(0))?;
        counts.push(ReviewStateCount { state: *state, count });
    }
    Ok(counts)
}

/// A page of experts by name.
pub fn experts(connection: &Connection, query: &ExpertQuery) -> Result<Page<ExpertRow>> {
    let text = query.text.trim();
    let condition =
        "x.deleted=0 AND (:kind IS NULL OR x.kind=:kind) AND (:text='' OR instr(lower(x.name),lower(:text))>0
      OR instr(lower(x.organisation),lower(:text))>0 OR instr(lower(x.field),lower(:text))>0)";
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM expert x WHERE {condition}"))?
        .query_row(named_params! {":text": text, ":kind": query.kind}, |row| row.get(0))?;
    let rounds = "FROM review_opinion o JOIN review r ON r.id=o.review_id JOIN project p ON p.id=r.project_id
      WHERE o.expert_id=x.id AND o.deleted=0 AND r.deleted=0 AND p.deleted=0";
    let sql = format!(
        "SELECT x.id, x.name, x.organisation, x.post, x.field, x.kind, x.mobile, x.tel, x.note,
           (SELECT count(*) {rounds}), (SELECT max(r.held_on) {rounds}), x.sample
         FROM expert x WHERE {condition} ORDER BY x.name, x.id LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let rows = statement.query_map(
        named_params! {":text": text, ":kind": query.kind, ":limit": limit, ":offset": offset},
        |found| {
            Ok(ExpertRow {
                id: found.get(0)?,
                name: found.get(1)?,
                organisation: found.get(2)?,
                post: found.get(3)?,
                field: found.get(4)?,
                kind: found.get(5)?,
                mobile: found.get(6)?,
                tel: found.get(7)?,
                note: found.get(8)?,
                rounds: found.get(9)?,
                last_on: found.get(10)?,
                sample: found.get(11)?,
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}
