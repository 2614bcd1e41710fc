//! Calendar files: .csv (or an Excel sheet) with 日期, 休/班, 名称; .ics; .json in the forms that holiday data is passed
//! around in. Every row that cannot be read is named, and then nothing of the file is used.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate};
use serde_json::Value;

use crate::calendar::DayKind;
use crate::error::{Error, Result};
use crate::ledgers::read;
use crate::partial_date::{PartialDate, Precision};
use crate::progress::Watch;
use crate::texts;

/// A day as a file states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedDay {
    pub date: NaiveDate,
    pub kind: DayKind,
    /// 节日名称, as far as the file says.
    pub name: String,
}

/// What a file says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CalendarFile {
    /// By day, each once.
    pub days: Vec<StatedDay>,
    /// What could not be read, in sentences that name the row.
    pub errors: Vec<String>,
    /// Entries that state neither a day off nor a working day (元宵节).
    pub passed_over: usize,
}

/// The longest holiday has nine days; a span of more than this many is a slip.
const LONGEST_SPAN: u64 = 31;
/// No calendar file is larger, in bytes.
const MOST_BYTES: u64 = 5 << 20;

/// Reads the file at `path`. A file that is no calendar at all is refused; single bad rows are listed.
pub fn read_file(path: &Path, watch: &dyn Watch) -> Result<CalendarFile> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if !["ics", "json"].contains(&ending.as_str()) {
        return Ok(read_sheet(&read::read_file(path, watch)?));
    }
    let size = std::fs::metadata(path).map(|data| data.len()).map_err(|error| unreadable(&name, error))?;
    if size > MOST_BYTES {
        return Err(Error::invalid(texts::calendar_too_large(&name)));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(&name, error))?;
    let text = String::from_utf8(bytes).map_err(|_| Error::invalid(texts::calendar_not_utf8(&name)))?;
    let text = text.trim_start_matches('\u{feff}');
    if ending == "ics" { read_ics(text) } else { read_json(text) }
}

fn unreadable(name: &str, error: std::io::Error) -> Error {
    Error::new(crate::Code::NotFound, texts::calendar_unreadable(name)).because(error)
}

/// Collects days; a day that is stated twice differently is an error.
#[derive(Default)]
struct Collect {
    days: BTreeMap<NaiveDate, (DayKind, String, String)>,
    errors: Vec<String>,
    passed_over: usize,
}

impl Collect {
    /// A day or a span as typed, at a named place of the file.
    fn span(&mut self, place: &str, typed: &str, kind: Option<DayKind>, name: &str) {
        let Some((from, to)) = read_span(typed) else {
            return self.errors.push(texts::calendar_no_date(place, typed));
        };
        let Some(kind) = kind else { return self.errors.push(texts::calendar_no_kind(place)) };
        self.between(place, from, to, kind, name);
    }

    fn between(&mut self, place: &str, from: NaiveDate, to: NaiveDate, kind: DayKind, name: &str) {
        let length = to.signed_duration_since(from).num_days();
        if !(0..LONGEST_SPAN as i64).contains(&length) || !(2000..2200).contains(&from.year()) {
            return self.errors.push(texts::calendar_odd_span(place, from, to));
        }
        for date in (0..=length as u64).filter_map(|days| from.checked_add_days(Days::new(days))) {
            match self.days.get(&date) {
                Some((known, _, before)) if *known != kind => {
                    self.errors.push(texts::calendar_twice(place, date, before));
                }
                Some(_) => {}
                None => drop(self.days.insert(date, (kind, name.trim().to_owned(), place.to_owned()))),
            }
        }
    }

    fn file(self) -> CalendarFile {
        let days = self.days.into_iter().map(|(date, (kind, name, _))| StatedDay { date, kind, name });
        let (mut errors, days) = (self.errors, days.collect::<Vec<_>>());
        if days.is_empty() && errors.is_empty() {
            errors.push(texts::calendar_empty().into());
        }
        CalendarFile { days, errors, passed_over: self.passed_over }
    }
}

/// 2027-02-05, 2027年2月5日, 2027-02-05至2027-02-11.
fn read_span(typed: &str) -> Option<(NaiveDate, NaiveDate)> {
    let day = |text: &str| match PartialDate::parse(text.trim(), None).ok()? {
        PartialDate { date: Some(date), precision: Precision::Day } => Some(date),
        _ => None,
    };
    if let Some(date) = day(typed) {
        return Some((date, date));
    }
    let (from, to) = ["至", "到", "~", "～", "—"].iter().find_map(|sign| typed.split_once(sign))?;
    Some((day(from)?, day(to)?))
}

/// What the words of a cell or a title make of a day; none when they say neither.
fn read_kind(words: &str) -> Option<DayKind> {
    let plain: String = words.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let says = |signs: &[&str]| signs.iter().any(|sign| plain.contains(sign));
    if says(&["班", "补", "work", "上课"]) {
        return Some(DayKind::Work);
    }
    says(&["休", "假", "off", "holiday"]).then_some(DayKind::Off)
}

/// The first sheet: a heading with 日期, or date, kind and name in the first three columns.
fn read_sheet(book: &read::Book) -> CalendarFile {
    let mut collect = Collect::default();
    let Some(sheet) = book.sheets.first() else { return collect.file() };
    let cells = |row: &[read::Cell]| row.iter().map(|cell| cell.text().into_owned()).collect::<Vec<_>>();
    let (mut date, mut kind, mut name) = (0, 1, 2);
    for (at, row) in sheet.rows.iter().enumerate() {
        let row = cells(row);
        let heading = |words: &[&str]| row.iter().position(|cell| words.iter().any(|word| cell.trim() == *word));
        if let Some(found) = heading(&["日期", "date", "Date"]) {
            date = found;
            kind = heading(&["类型", "休班", "类别", "休/班", "kind", "type"]).unwrap_or(kind);
            name = heading(&["名称", "节日", "节假日", "name", "holiday"]).unwrap_or(name);
            continue;
        }
        let cell = |column: usize| row.get(column).map(String::as_str).unwrap_or_default().trim();
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let place = texts::calendar_row(at + 1);
        collect.span(&place, cell(date), read_kind(cell(kind)), cell(name));
    }
    collect.file()
}

/// Events of whole days; the kind is told by 休 or 班 in the title (元旦（休）, 春节 补班).
fn read_ics(text: &str) -> Result<CalendarFile> {
    if !text.contains("BEGIN:VCALENDAR") {
        return Err(Error::invalid(texts::calendar_not_ics()));
    }
    // Long lines are folded: a line that begins with a blank goes on the one before.
    let unfolded = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let mut collect = Collect::default();
    let (mut number, mut from, mut to, mut title) = (0, String::new(), String::new(), String::new());
    for line in unfolded.lines() {
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        match key.split(';').next().unwrap_or_default() {
            "BEGIN" if value == "VEVENT" => {
                number += 1;
                (from, to, title) = (String::new(), String::new(), String::new());
            }
            "DTSTART" => value.trim().clone_into(&mut from),
            "DTEND" => value.trim().clone_into(&mut to),
            "SUMMARY" => title = value.replace("\\,", ",").replace("\\;", ";"),
            "END" if value == "VEVENT" => {
                let place = texts::calendar_event(number, &title);
                let day = |text: &str| NaiveDate::parse_from_str(text.get(..8)?, "%Y%m%d").ok();
                match (day(&from), read_kind(&title)) {
                    (None, _) => collect.errors.push(texts::calendar_no_date(&place, &from)),
                    (_, None) => collect.passed_over += 1,
                    // DTEND of a whole day is the day after.
                    (Some(start), Some(kind)) => {
                        let last = day(&to).and_then(|end| end.pred_opt()).filter(|last| *last >= start);
                        collect.between(&place, start, last.unwrap_or(start), kind, holiday(&title));
                    }
                }
            }
            _ => {}
        }
    }
    Ok(collect.file())
}

/// 春节（休） → 春节.
fn holiday(title: &str) -> &str {
    title.split(['（', '(', ' ', '·']).next().unwrap_or(title)
}

/// The four forms in use: `years` with lists of days; `days` with `isOffDay`; `holidays` and `workdays`; a list of
/// objects with a date.
fn read_json(text: &str) -> Result<CalendarFile> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Error::invalid(texts::calendar_bad_json(error.line(), error.column())))?;
    let mut collect = Collect::default();
    if let Some(years) = value["years"].as_object() {
        for (year, notice) in years {
            for (key, kind) in [("off", DayKind::Off), ("work", DayKind::Work), ("makeup_workdays", DayKind::Work)] {
                for (at, day) in notice[key].as_array().into_iter().flatten().enumerate() {
                    let day = day.as_str().unwrap_or_default();
                    let full = if day.len() == 5 { format!("{year}-{day}") } else { day.to_owned() };
                    collect.span(&texts::calendar_item(&format!("{year}.{key}"), at + 1), &full, Some(kind), "");
                }
            }
        }
    } else if value["holidays"].is_object() || value["workdays"].is_object() {
        for (key, kind) in [("holidays", DayKind::Off), ("workdays", DayKind::Work)] {
            for (at, (day, name)) in value[key].as_object().into_iter().flatten().enumerate() {
                let name = name.as_str().unwrap_or_default().split(',').nth(1).unwrap_or_default();
                collect.span(&texts::calendar_item(key, at + 1), day, Some(kind), name);
            }
        }
    } else if let Some(days) = value["days"].as_array().or(value.as_array()) {
        for (at, day) in days.iter().enumerate() {
            let kind = match (day["isOffDay"].as_bool(), day["kind"].as_str().or(day["type"].as_str())) {
                (Some(off), _) => Some(if off { DayKind::Off } else { DayKind::Work }),
                (None, words) => words.and_then(read_kind),
            };
            let date = day["date"].as_str().unwrap_or_default();
            collect.span(&texts::calendar_item("days", at + 1), date, kind, day["name"].as_str().unwrap_or_default());
        }
    } else {
        return Err(Error::invalid(texts::calendar_unknown_json()));
    }
    Ok(collect.file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Unwatched;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn sheet(text: &str) -> CalendarFile {
        read_sheet(&read::read("日历.csv", text.as_bytes(), &Unwatched).unwrap())
    }

    #[test]
    fn a_table_with_and_without_a_heading() {
        let found = sheet("节日,日期,类型\n春节,2027-02-05至2027-02-07,放假\n春节,2027年2月20日,补班\n");
        let days: Vec<_> = found.days.iter().map(|day| (day.date.to_string(), day.kind)).collect();
        let off = |date: &str| (date.to_string(), DayKind::Off);
        assert_eq!(
            days,
            [off("2027-02-05"), off("2027-02-06"), off("2027-02-07"), ("2027-02-20".into(), DayKind::Work)]
        );
        assert_eq!((found.days[0].name.as_str(), found.errors.len()), ("春节", 0));
        assert_eq!(sheet("2027-01-01,休,元旦\n").days[0].name, "元旦");
    }

    #[test]
    fn every_bad_row_is_named() {
        let found =
            sheet("日期,类型\n2027-02-30,休\n2027-02-06,\n2027-02-07,休\n2027-02-07,班\n2027-01-01至2027-12-31,休\n\n");
        assert_eq!(found.errors.len(), 4, "{:?}", found.errors);
        assert!(found.errors[0].starts_with("第2行") && found.errors[0].contains("2027-02-30"), "{:?}", found.errors);
        assert!(found.errors[1].starts_with("第3行"), "{:?}", found.errors);
        assert!(found.errors[2].starts_with("第5行") && found.errors[2].contains("第4行"), "{:?}", found.errors);
        assert!(found.errors[3].starts_with("第6行"), "{:?}", found.errors);
    }

    #[test]
    fn events_of_a_calendar_program() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270207\r\nSUMMARY:春\r\n 节（休）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270220\r\nSUMMARY:春节（班）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270221\r\nSUMMARY:元宵节\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let found = read_ics(text).unwrap();
        assert_eq!((found.days.len(), found.passed_over, found.errors.len()), (3, 1, 0));
        assert_eq!((found.days[1].date, found.days[1].name.as_str()), (day("2027-02-06"), "春节"));
        assert_eq!(found.days[2].kind, DayKind::Work);
        assert!(read_ics("你好").is_err());
    }

    #[test]
    fn the_forms_of_json_say_the_same() {
        let forms = [
            r#"{"years":{"2027":{"off":["2027-02-05"],"makeup_workdays":["2027-02-20"]}}}"#,
            r#"{"years":{"2027":{"off":["02-05"],"work":["02-20"]}}}"#,
            r#"{"year":2027,"days":[{"name":"春节","date":"2027-02-05","isOffDay":true},{"name":"春节","date":"2027-02-20","isOffDay":false}]}"#,
            r#"{"holidays":{"2027-02-05":"Spring Festival,春节,3"},"workdays":{"2027-02-20":"Spring Festival,春节,3"}}"#,
            r#"[{"date":"2027-02-05","kind":"休"},{"date":"2027-02-20","kind":"班"}]"#,
        ];
        for form in forms {
            let found = read_json(form).unwrap();
            let days: Vec<_> = found.days.iter().map(|day| (day.date, day.kind)).collect();
            assert_eq!(days, [(day("2027-02-05"), DayKind::Off), (day("2027-02-20"), DayKind::Work)], "{form}");
            assert!(found.errors.is_empty(), "{form}");
        }
        assert!(read_json("{").is_err() && read_json("{}").is_err());
        let bad = read_json(r#"{"years":{"2027":{"off":["2027-13-05"]}}}"#).unwrap();
        assert!(bad.errors[0].contains("2027.off") && bad.errors[0].contains("2027-13-05"), "{:?}", bad.errors);
    }

    use proptest::prelude::*;
    proptest! {
        #[test]
        fn whatever_a_file_holds_is_read_or_refused(text in ".{0,200}") {
            let _ = (read_json(&text), read_ics(&format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{text}\nEND:VEVENT")));
        }
    }
}
