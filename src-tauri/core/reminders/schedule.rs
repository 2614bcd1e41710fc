//! When people are reminded: at times of their choosing, but not in quiet hours. Pure: the caller knows the clock.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::texts::reminders as texts;
use crate::typed::half_width;

/// At most so many reminders a day.
const MOST_TIMES: usize = 12;

/// What this laptop chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Schedule {
    pub on: bool,
    /// In order.
    pub times: Vec<NaiveTime>,
    /// From … until …, perhaps over midnight; none of the times in between is used.
    pub quiet: Option<(NaiveTime, NaiveTime)>,
}

/// The same as people read and type it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScheduleText {
    pub on: bool,
    /// 9:00、14:30.
    pub times: String,
    /// 18:00—8:30, or empty.
    pub quiet: String,
}

fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

impl Default for Schedule {
    fn default() -> Self {
        Self { on: true, times: vec![at(9, 0), at(14, 30)], quiet: Some((at(18, 0), at(8, 0))) }
    }
}

impl Schedule {
    /// Reads what was typed.
    pub fn read(text: &ScheduleText) -> Result<Self> {
        let half = half_width(&text.times);
        let parts = half.split(['、', ',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let mut times = parts.map(time).collect::<Result<Vec<_>>>()?;
        times.sort();
        times.dedup();
        if times.len() > MOST_TIMES {
            return Err(Error::invalid(texts::too_many_times(times.len(), MOST_TIMES)));
        }
        if text.on && times.is_empty() {
            return Err(Error::invalid(texts::no_times()));
        }
        let quiet = half_width(&text.quiet);
        let quiet = match quiet.trim() {
            "" => None,
            typed => {
                let (from, until) = typed
                    .split_once(['—', '-', '–', '~', '～', '至', '到'])
                    .ok_or_else(|| Error::invalid(texts::not_quiet_hours(text.quiet.trim())))?;
                Some((time(from)?, time(until.trim_start_matches(['—', '-']))?))
            }
        };
        let schedule = Self { on: text.on, times, quiet };
        if schedule.on && schedule.moments().next().is_none() {
            return Err(Error::invalid(texts::all_quiet()));
        }
        Ok(schedule)
    }

    /// As people read it.
    pub fn text(&self) -> ScheduleText {
        let say = |time: &NaiveTime| time.format("%-H:%M").to_string();
        ScheduleText {
            on: self.on,
            times: self.times.iter().map(say).collect::<Vec<_>>().join("、"),
            quiet: self.quiet.map(|(from, until)| format!("{}—{}", say(&from), say(&until))).unwrap_or_default(),
        }
    }

    /// The times of a day at which something may be said.
    fn moments(&self) -> impl DoubleEndedIterator<Item = NaiveTime> {
        self.times.iter().copied().filter(|time| !self.is_quiet(*time))
    }

    fn is_quiet(&self, time: NaiveTime) -> bool {
        match self.quiet {
            Some((from, until)) if from <= until => (from..until).contains(&time),
            Some((from, until)) => time >= from || time < until,
            None => false,
        }
    }

    /// The first moment after `now`; none when reminders are off.
    pub fn next(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if !self.on {
            return None;
        }
        let today = now.date();
        let days = [Some(today), today.checked_add_days(Days::new(1))];
        days.into_iter()
            .flatten()
            .flat_map(|day| self.moments().map(move |time| day.and_time(time)))
            .find(|at| *at > now)
    }

    /// The last moment up to `now`, today or before.
    pub fn last(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        if !self.on {
            return None;
        }
        let days: [Option<NaiveDate>; 2] = [now.date().checked_sub_days(Days::new(1)), Some(now.date())];
        days.into_iter()
            .flatten()
            .flat_map(|day| self.moments().map(move |time| day.and_time(time)))
            .rfind(|at| *at <= now)
    }
}

/// 9:00, 9：00, 9点, 9点半, 0930.
fn time(typed: &str) -> Result<NaiveTime> {
    let refuse = || Error::invalid(texts::not_a_time(typed.trim()));
    let plain = typed.trim().replace('点', ":").replace(['时', '分'], "").replace('半', "30");
    let plain = match plain.split_once(':') {
        Some((hour, "")) => format!("{hour}:00"),
        Some(_) => plain,
        None if plain.len() == 4 && plain.is_ascii() => format!("{}:{}", &plain[..2], &plain[2..]),
        None => return Err(refuse()),
    };
    let (hour, minute) = plain.split_once(':').ok_or_else(refuse)?;
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| refuse());
    NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0).ok_or_else(refuse)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(times: &str, quiet: &str) -> Result<Schedule> {
        Schedule::read(&ScheduleText { on: true, times: times.into(), quiet: quiet.into() })
    }

    fn moment(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn times_are_read_as_people_write_them_and_said_in_one_way() {
        let schedule = typed("14：30，9点、0845 9:00", "18点至8点半").unwrap();
        let said = schedule.text();
        assert_eq!((said.times.as_str(), said.quiet.as_str()), ("8:45、9:00、14:30", "18:00—8:30"));
        assert_eq!(Schedule::read(&said).unwrap(), schedule);
        for (times, quiet, word) in [
            ("25:00", "", "25:00"),
            ("早上", "", "早上"),
            ("", "", "时间"),
            ("9:00", "晚上", "晚上"),
            ("9:00", "8:00-18:00", "安静"),
        ] {
            let refusal = typed(times, quiet).unwrap_err().message().to_string();
            assert!(refusal.contains(word), "{refusal}");
        }
    }

    #[test]
    fn the_next_moment_passes_over_quiet_hours_and_midnight() {
        let schedule = typed("7:00、9:00、14:30、20:00", "18:00—8:00").unwrap();
        let next = |now: &str| schedule.next(moment(now)).unwrap();
        assert_eq!(next("2021-02-25T06:00:00"), moment("2021-02-25T09:00:00"));
        assert_eq!(next("2021-02-25T09:00:00"), moment("2021-02-25T14:30:00"), "not the same moment again");
        assert_eq!(next("2021-02-25T14:30:01"), moment("2021-02-26T09:00:00"));
        assert_eq!(schedule.last(moment("2021-02-25T08:59:59")), Some(moment("2021-02-24T14:30:00")));
        assert_eq!(schedule.last(moment("2021-02-25T09:00:00")), Some(moment("2021-02-25T09:00:00")));
        let off = Schedule { on: false, ..schedule };
        assert_eq!((off.next(moment("2021-02-25T06:00:00")), off.last(moment("2021-02-25T10:00:00"))), (None, None));
    }
}
