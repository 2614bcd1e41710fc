//! What the papers of a session say: 会议手册, 议程, 邀请名单, 席卡, 签到表. Those who declined are on the 邀请名单 only.

use chrono::{Duration, NaiveTime};
use minijinja::{Value, context};

use crate::papers::PaperKind;
use crate::papers::words::{paragraphs, parts, sentence};
use crate::projects::list::ProjectPage;
use crate::sessions::list::{AgendaRow, SessionPage};
use crate::sessions::status::{Attendance, GuestKind};
use crate::storage::rows::SessionGuest;
use crate::texts::papers as texts;
use crate::texts::sessions::papers as words;

/// All of them, from one gathering: a paper takes what it needs.
pub fn values(
    page: &SessionPage,
    agenda: &[AgendaRow],
    projects: &[ProjectPage],
    guests: &[SessionGuest],
    kind: PaperKind,
) -> Value {
    let row = &page.row;
    let coming: Vec<&SessionGuest> = guests.iter().filter(|one| one.attendance != Attendance::Declined).collect();
    // The 邀请名单 says who declined, too.
    let listed: Vec<&SessionGuest> =
        if kind == PaperKind::Invitations { guests.iter().collect() } else { coming.clone() };
    let when = [row.held_text.as_str(), row.starts_at.as_str()].join(" ");
    let presented = (1..).zip(agenda).zip(projects).map(|((number, one), project)| presented(number, one, project));
    context! {
        主题 => &row.theme,
        场次 => row.number.map(|number| texts::session_number(number, &row.special)).unwrap_or_default(),
        专场 => &row.special,
        时间 => texts::or_blank(when.trim()),
        地点 => texts::or_blank(&row.venue),
        时间地点 => words::when_and_where(&row.held_text, &row.starts_at, &row.venue),
        主办 => &page.organiser,
        规模 => scale(&coming),
        统计 => invited(guests),
        议程 => timed(row.starts_at.as_str(), agenda),
        发布 => presented.collect::<Vec<Value>>(),
        参会 => (1..).zip(&listed).map(|(number, one)| guest(number, one)).collect::<Vec<Value>>(),
        席卡 => coming.iter().map(|one| card(one)).collect::<Vec<Value>>(),
        节 => parts(&[
            ("会议安排", true),
            ("会议议程", !agenda.is_empty()),
            ("发布项目", !agenda.is_empty()),
            ("参会名单", !coming.is_empty()),
        ]),
    }
}

/// The agenda with the time of each, when it is known when the session begins and how long each takes.
fn timed(starts_at: &str, agenda: &[AgendaRow]) -> Vec<Value> {
    let mut at = NaiveTime::parse_from_str(starts_at, "%H:%M").ok();
    let mut line = |(number, one): (usize, &AgendaRow)| {
        let span = match (at, one.minutes) {
            (Some(from), Some(minutes)) => {
                let until = from.overflowing_add_signed(Duration::minutes(minutes)).0;
                at = Some(until);
                format!("{}—{}", from.format("%H:%M"), until.format("%H:%M"))
            }
            (_, minutes) => {
                at = None;
                minutes.map(texts::minutes).unwrap_or_default()
            }
        };
        context! {
            序号 => number,
            时段 => span,
            项目 => &one.project,
            企业 => &one.enterprise,
            发布人 => &one.presenter,
        }
    };
    (1..).zip(agenda).map(&mut line).collect()
}

fn presented(number: u32, one: &AgendaRow, project: &ProjectPage) -> Value {
    let demand = |demand: &crate::sessions::list::RaisedDemand| {
        let quantity = if demand.text.contains(&demand.quantity) { "" } else { demand.quantity.as_str() };
        sentence(&texts::demand(demand.category.label(), &demand.text, quantity))
    };
    context! {
        序号 => crate::documents::model::chinese_numeral(number),
        项目 => &one.project,
        企业 => &one.enterprise,
        总投资 => &one.investment,
        区市 => &project.district,
        简介 => paragraphs(&project.summary),
        需求 => one.demands.iter().map(demand).collect::<Vec<String>>(),
    }
}

fn guest(number: u32, one: &SessionGuest) -> Value {
    context! {
        序号 => number,
        类别 => one.kind.label(),
        单位 => &one.organisation,
        姓名 => &one.name,
        职务 => &one.post,
        席位 => &one.seat,
        参会情况 => one.attendance.label(),
        备注 => &one.note,
    }
}

/// The name, or the unit of somebody who is not known by name yet.
fn card(one: &SessionGuest) -> Value {
    let name = if one.name.is_empty() { &one.organisation } else { &one.name };
    let length = match name.chars().count() {
        0..=4 => "短",
        5..=8 => "中",
        _ => "长",
    };
    context! { 姓名 => words::spaced(name), 长短 => length }
}

fn scale(coming: &[&SessionGuest]) -> String {
    let kinds = GuestKind::ALL.iter().map(|kind| (kind, coming.iter().filter(|one| one.kind == *kind).count()));
    let kinds: Vec<String> =
        kinds.filter(|(_, count)| *count > 0).map(|(kind, count)| texts::so_many_of(kind.label(), count)).collect();
    if kinds.is_empty() { String::new() } else { texts::so_many_guests_in_all(coming.len(), &kinds.join("、")) }
}

fn invited(guests: &[SessionGuest]) -> String {
    let of = |wanted: &[Attendance]| guests.iter().filter(|one| wanted.contains(&one.attendance)).count();
    texts::invited(guests.len(), of(&[Attendance::Accepted, Attendance::Present]), of(&[Attendance::Declined]))
}
