//! What stands in a form, line by line: read, or kept as typed with the reason why it could not be.

use serde::Serialize;
use ts_rs::TS;

use super::FormField;
use crate::amount::{Amount, AmountUnit};
use crate::departments::districts::{District, resolve_district};
use crate::error::{Error, Result};
use crate::projects::classification::{BusinessFormat, FourNew, Industry, ProjectKind};
use crate::search::text::fold;
use crate::uscc::Uscc;
use crate::{input, texts};

/// The lines of one form as typed.
pub type Typed = Vec<(FormField, String)>;

/// A form as far as it could be read.
#[derive(Debug, Default, Clone)]
pub struct Values {
    pub title: String,
    pub enterprise: String,
    pub uscc: String,
    pub district: Option<&'static District>,
    pub address: String,
    pub contact: String,
    pub post: String,
    pub phone: String,
    pub kind: Option<ProjectKind>,
    pub four_new: Vec<FourNew>,
    pub industry: Option<Industry>,
    pub format: Option<BusinessFormat>,
    pub chain: String,
    pub investment: Option<Amount>,
    pub summary: String,
    /// One need each.
    pub demands: Vec<String>,
    pub filled_by: String,
    pub batch: String,
    /// What was read, as it will stand.
    pub read: Vec<ReadLine>,
    /// What could not be read; it goes to the note of the project as typed.
    pub not_read: Vec<NotRead>,
}

/// A line that was read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReadLine {
    pub field: FormField,
    /// As it will stand.
    pub text: String,
}

/// A line that could not be read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NotRead {
    pub field: FormField,
    pub typed: String,
    pub why: String,
}

/// Reads the lines of one form; a line given twice counts once, the first that holds something.
pub fn read(typed: &Typed) -> Values {
    let mut values = Values::default();
    for (field, text) in typed {
        let text = text.trim();
        let known = values.read.iter().any(|line| line.field == *field)
            || values.not_read.iter().any(|line| line.field == *field);
        if text.is_empty() || known || is_blank(*field, text) {
            continue;
        }
        match line(&mut values, *field, text) {
            Ok(text) => values.read.push(ReadLine { field: *field, text }),
            Err(error) => {
                let shown: String = text.chars().take(300).collect();
                values.not_read.push(NotRead { field: *field, typed: shown, why: error.message().to_string() });
            }
        }
    }
    values
}

/// What people write for “nothing”, and the list of choices left as it was.
fn is_blank(field: FormField, text: &str) -> bool {
    let plain: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
    matches!(plain.as_str(), "无" | "/" | "-" | "—" | "——" | "无。" | "暂无" | "没有" | "n/a")
        && !matches!(field, FormField::Title | FormField::Enterprise)
}

fn line(values: &mut Values, field: FormField, typed: &str) -> Result<String> {
    let word = field.label();
    Ok(match field {
        FormField::Title => keep(&mut values.title, input::line(typed, word)?),
        FormField::Enterprise => keep(&mut values.enterprise, input::line(typed, word)?),
        FormField::Uscc => {
            let code = Uscc::parse(typed)?.map(|code| code.as_str().to_string());
            keep(&mut values.uscc, code.unwrap_or_default())
        }
        FormField::District => {
            let found = resolve_district(typed).ok_or_else(|| Error::invalid(texts::no_such_district(typed)))?;
            values.district = Some(found);
            found.name.to_string()
        }
        FormField::Address => keep(&mut values.address, input::line(typed, word)?),
        FormField::Contact => keep(&mut values.contact, input::line(typed, word)?),
        FormField::Post => keep(&mut values.post, input::line(typed, word)?),
        FormField::Phone => keep(&mut values.phone, input::phone(typed)?),
        FormField::Kind => one(&mut values.kind, word, typed, ProjectKind::ALL, ProjectKind::label)?,
        FormField::FourNew => {
            values.four_new = chosen(typed, FourNew::ALL, FourNew::label);
            if values.four_new.is_empty() {
                return Err(not_a_choice(word, typed, FourNew::ALL, FourNew::label));
            }
            values.four_new.iter().map(|one| one.label()).collect::<Vec<_>>().join("、")
        }
        FormField::Industry => one(&mut values.industry, word, typed, Industry::ALL, Industry::label)?,
        FormField::Format => one(&mut values.format, word, typed, BusinessFormat::ALL, BusinessFormat::label)?,
        FormField::Chain => keep(&mut values.chain, input::line(typed, word)?),
        FormField::Investment => {
            let amount = Amount::parse(typed, Some(AmountUnit::Wan))?;
            let shown = amount.display();
            values.investment = Some(amount);
            shown
        }
        FormField::Summary => keep(&mut values.summary, input::text(typed, word, input::LONG)?),
        FormField::Demands => {
            let text = input::text(typed, word, input::LONG)?;
            values.demands =
                text.lines().map(without_number).filter(|need| !need.is_empty()).map(String::from).collect();
            values.demands.join("\n")
        }
        FormField::FilledBy => keep(&mut values.filled_by, input::line(typed, word)?),
        FormField::Batch => keep(&mut values.batch, input::line(typed, word)?),
    })
}

fn keep(place: &mut String, text: String) -> String {
    place.clone_from(&text);
    text
}

/// A need without the number people put before it: 1. 用地 → 用地. 60亩用地 keeps its number.
fn without_number(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '(' | '（' | '一'..='十'));
    match rest.chars().next() {
        Some('.' | '、' | '．' | ')' | '）') if rest.len() < line.len() => {
            rest.trim_start_matches(['.', '、', '．', ')', '）', ' ', '\u{3000}'])
        }
        _ => line,
    }
}

fn one<T: Copy>(
    place: &mut Option<T>,
    word: &str,
    typed: &str,
    all: &[T],
    label: fn(T) -> &'static str,
) -> Result<String> {
    match chosen(typed, all, label).as_slice() {
        [one] => {
            *place = Some(*one);
            Ok(label(*one).to_string())
        }
        [] => Err(not_a_choice(word, typed, all, label)),
        many => {
            let many: Vec<&str> = many.iter().map(|one| label(*one)).collect();
            Err(Error::invalid(texts::several_chosen(word, &many.join("、"))))
        }
    }
}

fn not_a_choice<T: Copy>(word: &str, typed: &str, all: &[T], label: fn(T) -> &'static str) -> Error {
    let known: Vec<&str> = all.iter().map(|one| label(*one)).collect();
    let typed: String = typed.chars().take(60).collect();
    Error::invalid(texts::not_a_choice(word, &typed, &known.join("、")))
}

/// The values whose words occur; where boxes are ticked, only those behind a tick.
fn chosen<T: Copy>(typed: &str, all: &[T], label: fn(T) -> &'static str) -> Vec<T> {
    const TICKS: [char; 8] = ['☑', '√', '✓', '✔', '■', '☒', '●', '🗹'];
    const BOXES: [char; 4] = ['□', '☐', '○', '▢'];
    let plain: String = fold(typed).chars().filter(|c| !c.is_whitespace()).collect();
    let ticked: Vec<String> = match plain.contains(TICKS) {
        true => {
            let after_ticks = plain.split(TICKS).skip(1);
            after_ticks.map(|part| part.split(BOXES).next().unwrap_or_default().to_string()).collect()
        }
        // Empty boxes alone are the form as it was handed out.
        false if plain.contains(BOXES) => Vec::new(),
        false => vec![plain],
    };
    all.iter().copied().filter(|one| ticked.iter().any(|part| part.contains(label(*one)))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(lines: &[(FormField, &str)]) -> Values {
        read(&lines.iter().map(|(field, text)| (*field, text.to_string())).collect())
    }

    #[test]
    fn lines_are_read_as_people_write_them() {
        let form = values(&[
            (FormField::Title, "  石墨烯 导热膜\n"),
            (FormField::Uscc, "９１３５０１００Ｍ０００１００Ｙ４３"),
            (FormField::District, "青岛西海岸新区"),
            (FormField::Investment, "３０００"),
            (FormField::Kind, "□重点企业创意　☑产业集群创意"),
            (FormField::FourNew, "新技术、 新 模式"),
            (FormField::Phone, "138 0000 1234"),
            (FormField::Demands, "1. 二期用地60亩\n（2）融资3000万元\n60千瓦电力增容\n"),
            (FormField::Address, "无"),
        ]);
        assert!(form.not_read.is_empty(), "{:?}", form.not_read);
        assert_eq!((form.title.as_str(), form.uscc.as_str()), ("石墨烯 导热膜", "91350100M000100Y43"));
        assert_eq!(form.district.map(|one| one.code), Some("370211"));
        assert_eq!(form.investment.and_then(|amount| amount.yuan), Some(30_000_000), "a bare number is 万元");
        assert_eq!(form.kind, Some(ProjectKind::Cluster));
        assert_eq!(form.four_new, [FourNew::Technology, FourNew::Model]);
        assert_eq!(form.demands, ["二期用地60亩", "融资3000万元", "60千瓦电力增容"]);
        assert_eq!(form.address, "");
    }

    #[test]
    fn what_cannot_be_read_is_kept_with_the_reason() {
        let form = values(&[
            (FormField::Uscc, "91350100M000100Y4Z"),
            (FormField::District, "高新区"),
            (FormField::Investment, "面议吧"),
            (FormField::Kind, "重点企业创意、产业集群创意"),
            (FormField::Industry, "养猪"),
        ]);
        assert!(form.read.is_empty());
        let whys: Vec<&str> = form.not_read.iter().map(|line| line.why.as_str()).collect();
        assert_eq!(whys[0], "第18位“Z”不可用，应为3");
        assert!(whys[1].contains("高新区") && whys[3].contains("只能选一"), "{whys:?}");
    }

    #[test]
    fn boxes_left_empty_choose_nothing() {
        assert!(values(&[(FormField::Kind, "□重点企业创意 □产业集群创意")]).kind.is_none());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", at in 0usize..18) {
            let field = FormField::ALL[at];
            let form = read(&vec![(field, text)]);
            prop_assert!(form.read.len() + form.not_read.len() <= 1);
        }
    }
}
