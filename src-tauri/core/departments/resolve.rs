//! From a name as typed to its unit: 市发改委, 发展改革委 and 青岛市发展和改革委员会（牵头） are one.

use std::collections::{HashMap, HashSet};

use crate::ids::DepartmentId;
use crate::search::text::fold;

/// What a typed name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// Exactly one unit has this name.
    Exact(DepartmentId),
    /// No unit, or several, have this name; these are like it. Best first, score 0–100, never empty.
    Guess(Vec<(DepartmentId, u8)>),
    /// Nothing is like it.
    Unknown,
}

/// Finds units by name. Built once from the workbook's units, then asked for every cell.
#[derive(Debug, Default)]
pub struct Resolver {
    /// Normalised name → the units that bear it; more than one is a doubt for a person to settle.
    by_name: HashMap<String, Vec<DepartmentId>>,
}

/// No more guesses than a person reads at a glance.
const MOST_GUESSES: usize = 5;
/// Below this a guess is noise.
const LEAST_SCORE: u8 = 60;

impl Resolver {
    /// Takes every unit with all its names (short, full, aliases), in any form.
    pub fn new<'a, N>(units: impl IntoIterator<Item = (DepartmentId, N)>) -> Self
    where
        N: IntoIterator<Item = &'a str>,
    {
        let mut resolver = Self::default();
        for (id, names) in units {
            for name in names {
                resolver.add(id, name);
            }
        }
        resolver
    }

    /// Adds one more name of a unit, for instance a nickname just learned.
    pub fn add(&mut self, id: DepartmentId, name: &str) {
        let key = normalise_unit_name(name);
        if !key.is_empty() {
            let ids = self.by_name.entry(key).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }

    /// The one unit that has exactly this name; none when it is no unit's, or several units'. Cheap, so that every
    /// part of a line can be tried.
    pub fn exactly(&self, text: &str) -> Option<DepartmentId> {
        match self.by_name.get(&normalise_unit_name(text)).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// The unit of a name as typed.
    pub fn resolve(&self, text: &str) -> Resolution {
        let key = normalise_unit_name(text);
        match self.by_name.get(&key).map(Vec::as_slice) {
            Some([only]) => return Resolution::Exact(*only),
            Some(several) => return Resolution::Guess(several.iter().map(|id| (*id, 100)).collect()),
            None => {}
        }
        let mut best: HashMap<DepartmentId, u8> = HashMap::new();
        for (name, ids) in &self.by_name {
            let score = likeness(&key, name);
            if score >= LEAST_SCORE {
                for id in ids {
                    let kept = best.entry(*id).or_default();
                    *kept = score.max(*kept);
                }
            }
        }
        let mut guesses: Vec<_> = best.into_iter().collect();
        guesses.sort_by_key(|(id, score)| (u8::MAX - score, *id));
        guesses.truncate(MOST_GUESSES);
        if guesses.is_empty() { Resolution::Unknown } else { Resolution::Guess(guesses) }
    }
}

/// The form in which unit names are compared: half-width, no blanks, no 青岛市 or 市 in front, no remark such as
/// （牵头） behind or 牵头单位： in front.
pub fn normalise_unit_name(text: &str) -> String {
    let folded: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
    let mut name = folded.trim_matches(|c: char| "、,;。.:|/\"".contains(c));
    for remark in ["牵头单位:", "配合单位:", "责任单位:", "主办单位:", "协办单位:", "牵头:", "配合:", "主办:", "协办:"]
    {
        name = name.strip_prefix(remark).unwrap_or(name);
    }
    for remark in ["牵头", "配合", "主办", "协办", "负责", "主责"] {
        name = name
            .strip_suffix(')')
            .and_then(|rest| rest.strip_suffix(remark))
            .and_then(|rest| rest.strip_suffix('('))
            .or_else(|| name.strip_suffix(remark))
            .unwrap_or(name);
    }
    let name = name.strip_suffix('等').unwrap_or(name);
    let name = name.strip_prefix("山东省").unwrap_or(name);
    let name = name.strip_prefix("青岛市").unwrap_or(name);
    without_leading_city(name).to_owned()
}

/// Takes off the 市 that means "of the city", but not the one that begins a word of its own (市南区, 市场监管局).
fn without_leading_city(name: &str) -> &str {
    const WORDS: [&str; 5] = ["市南", "市北", "市场", "市监局", "市容"];
    if WORDS.iter().any(|word| name.starts_with(word)) { name } else { name.strip_prefix('市').unwrap_or(name) }
}

/// The single names in a cell such as “市科技局、市工信局，发改委/住建局”. Blanks and 和 separate only after a
/// character that ends a unit's name, since both occur inside names (住房和城乡建设局).
pub fn split_units(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let whole_before =
            before.is_some_and(|b| "局委办厅府会团司院".contains(b)) && text[start..at].chars().count() > 2;
        let separates =
            "、，,；;/／\\|｜\n\r".contains(c) || whole_before && (c.is_whitespace() || "和及与".contains(c));
        if separates {
            pieces.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// How alike two normalised names are, 0–100: an abbreviation of the other, a part of the other, or few edits away.
fn likeness(a: &str, b: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 2 || long.len() > 40 {
        return 0;
    }
    let percent = |part: usize| u8::try_from(part * 100 / long.len()).unwrap_or(100);
    let edits = percent(long.len() - edit_distance(short, long));
    let contained = long.windows(short.len()).any(|part| part == short.as_slice());
    if contained {
        return (60 + percent(short.len()) * 2 / 5).max(edits);
    }
    // 文旅局 for 文化和旅游局: the same characters in the same order, both ends the same.
    let ends_alike = short.first() == long.first() && short.last() == long.last();
    if short.len() > 2 && ends_alike && is_subsequence(short, long) {
        return edits.max(80);
    }
    // Sharing only 局 and the like is no likeness.
    let common: HashSet<_> = short.iter().filter(|c| long.contains(c) && !"局委办公室中心".contains(**c)).collect();
    if common.len() >= 2 { edits } else { 0 }
}

fn is_subsequence(short: &[char], long: &[char]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|c| rest.any(|other| other == c))
}

/// Insertions, deletions and replacements between two texts.
pub(crate) fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::departments::reference::shipped_units;

    fn resolver() -> Resolver {
        Resolver::new(shipped_units().iter().map(|unit| (unit.id(), unit.names())))
    }

    fn short(id: DepartmentId) -> &'static str {
        shipped_units().iter().find(|unit| unit.id() == id).map_or("", |unit| unit.short)
    }

    fn exact(text: &str) -> &'static str {
        match resolver().resolve(text) {
            Resolution::Exact(id) => short(id),
            _ => "",
        }
    }

    #[test]
    fn every_shipped_name_is_one_units() {
        let resolver = resolver();
        for unit in shipped_units() {
            for name in unit.names() {
                assert_eq!(resolver.resolve(name), Resolution::Exact(unit.id()), "{name}");
            }
        }
    }

    /// Every form that stands in a real office's ledger of 300 rows.
    #[test]
    fn the_names_of_an_offices_ledger() {
        for (unit, names) in [
            ("市发展改革委", "发改委 市发改委 市发展改革委 市发展和改革委员会"),
            ("市科技局", "科技局 市科技局 市科学技术局"),
            ("市工业和信息化局", "工信局 市工信局 市工业和信息化局"),
            ("市人力资源社会保障局", "人社局 市人社局 市人力资源社会保障局"),
            ("市自然资源和规划局", "自然资源和规划局 市自然资源和规划局 市自规局 市资规局 资规局 自规局"),
            ("市生态环境局", "生态环境局 市生态环境局 市环保局 环保局"),
            ("市住房和城乡建设局", "住建局 市住建局 市住房和城乡建设局"),
            ("市商务局", "商务局 市商务局"),
            ("市市场监管局", "市场监管局 市市场监管局 市市监局 市监局"),
            ("市行政审批局", "审批局 市行政审批局 市行政审批服务局"),
            ("市民营经济局", "民营局 市民营经济局 市民营经济发展局"),
            ("市地方金融监管局", "金融局 金融监管局 市金融监管局 市地方金融监管局"),
        ] {
            for name in names.split(' ') {
                assert_eq!(exact(name), unit, "{name}");
                assert_eq!(exact(&format!("{name} ")), unit, "{name}");
                assert_eq!(exact(&format!("{name}（牵头）")), unit, "{name}");
            }
        }
    }

    #[test]
    fn the_city_in_front_never_matters_but_districts_keep_their_name() {
        assert_eq!(exact("青岛市 科学技术局"), "市科技局");
        assert_eq!(exact("牵头单位：市科技局"), "市科技局");
        assert_eq!(exact("市南区"), "市南区政府");
        assert_eq!(exact("青岛市市北区人民政府"), "市北区政府");
        assert_eq!(exact("黄岛区政府"), "西海岸新区管委");
    }

    #[test]
    fn near_names_are_guessed_and_strange_ones_are_not() {
        for (typed, unit) in
            [("市场监督局", "市市场监管局"), ("市文旅游局", "市文化和旅游局"), ("市工信化局", "市工业和信息化局")]
        {
            match resolver().resolve(typed) {
                Resolution::Guess(guesses) => assert_eq!(short(guesses[0].0), unit, "{typed}"),
                other => panic!("{typed}: {other:?}"),
            }
        }
        assert_eq!(resolver().resolve("气象台"), Resolution::Unknown);
        assert_eq!(resolver().resolve(""), Resolution::Unknown);
        assert_eq!(resolver().resolve("局"), Resolution::Unknown);
    }

    #[test]
    fn one_nickname_of_two_units_is_a_question() {
        let (one, two) = (DepartmentId::new(), DepartmentId::new());
        let resolver = Resolver::new([(one, ["发展局"]), (two, ["市发展局"])]);
        assert_eq!(resolver.resolve("发展局"), Resolution::Guess(vec![(one, 100), (two, 100)]));
    }

    #[test]
    fn cells_with_several_units() {
        assert_eq!(
            split_units("市科技局、市工信局，发改委/住房和城乡建设局\n市商务局"),
            ["市科技局", "市工信局", "发改委", "住房和城乡建设局", "市商务局"]
        );
        assert_eq!(
            split_units("市科技局 市工信局和市发展和改革委员会"),
            ["市科技局", "市工信局", "市发展和改革委员会"]
        );
        assert_eq!(split_units("市 科技局"), ["市 科技局"]);
        assert_eq!(split_units("市行政审批服务局 、住建局"), ["市行政审批服务局", "住建局"]);
        assert!(split_units(" 、 ").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "[市青岛局委a-z（）、 ]{0,20}|.{0,30}") {
            let _ = resolver().resolve(&text);
            let _ = split_units(&text);
            // What is normal stays as it is unless another prefix or remark stood under the first.
            prop_assert!(!normalise_unit_name(&text).contains(char::is_whitespace));
        }
    }
}
