//! The measures of an official paper (GB/T 9704-2012) and what follows from them; domain.md §3.6 has the sources
//! and what was measured. Lengths are in twips, 1/20 of a point, which is what Word counts in.

use super::model::Sheet;

/// A4, and the margins that leave 版心 156 × 225 mm: 天头 37, 订口 28 mm.
pub const PAGE_WIDTH: u32 = 11906;
pub const PAGE_HEIGHT: u32 = 16838;
pub const MARGIN_TOP: u32 = 2098;
pub const MARGIN_BOTTOM: u32 = 1984;
pub const MARGIN_LEFT: u32 = 1587;
pub const MARGIN_RIGHT: u32 = 1474;
/// The width of a line.
pub const TEXT_WIDTH: u32 = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT;

/// The measures of a kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measures {
    pub width: u32,
    pub height: u32,
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
    /// From the paper's lower edge to the line of the page number.
    pub number_bottom: u32,
}

impl Measures {
    /// Of a sheet. Boards and slides have 15 mm all round.
    pub fn of(sheet: Sheet) -> Self {
        const MARGIN: u32 = 850;
        let wide = |width, height| Self {
            width,
            height,
            top: MARGIN,
            bottom: MARGIN,
            left: MARGIN,
            right: MARGIN,
            number_bottom: MARGIN - PAGE_NUMBER_LINE,
        };
        match sheet {
            Sheet::A4 => Self {
                width: PAGE_WIDTH,
                height: PAGE_HEIGHT,
                top: MARGIN_TOP,
                bottom: MARGIN_BOTTOM,
                left: MARGIN_LEFT,
                right: MARGIN_RIGHT,
                number_bottom: PAGE_NUMBER_BOTTOM,
            },
            Sheet::A4Across => wide(PAGE_HEIGHT, PAGE_WIDTH),
            Sheet::A3Across => wide(2 * PAGE_WIDTH, PAGE_HEIGHT),
            // 13⅓ × 7½ inches, as slides are.
            Sheet::Screen => wide(19200, 10800),
        }
    }

    /// The width of a line.
    pub fn text_width(self) -> u32 {
        self.width - self.left - self.right
    }
}

/// Millimetres in twips.
pub fn millimetres(mm: u16) -> u32 {
    (u32::from(mm) * 14400 + 127) / 254
}

/// Lines on a page. The often repeated 29 pt would leave room for 21: 22 × 29 = 638 pt, but 版心 is 637.8 pt high.
pub const LINES: u32 = 22;
/// The pitch of the lines: 28.95 pt.
pub const LINE: u32 = 579;
/// Characters on a line.
pub const CHARACTERS: u32 = 28;
/// What each character gives up so that 28 of them fit: −0.25 pt.
pub const TRACKING: i32 = -5;
/// The pitch of the characters: 15.75 pt, the true 3号.
pub const CHARACTER: u32 = 315;

/// 3号 body text, 2号 title, 4号 page number and 小四 table text.
pub const BODY_SIZE: u32 = 320;
pub const TITLE_SIZE: u32 = 440;
pub const PAGE_NUMBER_SIZE: u32 = 280;
pub const TABLE_SIZE: u32 = 240;

/// The page number's line, and the distance from the paper's lower edge to it: its dashes are 7 mm under 版心.
pub const PAGE_NUMBER_LINE: u32 = 400;
pub const PAGE_NUMBER_BOTTOM: u32 = 1190;

/// Least height of a table row, and the space in its cells: above and below, left and right.
pub const ROW_HEIGHT: u32 = 454;
pub const ROW_MARGIN: u32 = 40;
pub const CELL_MARGIN: u32 = 57;
/// A line of table text, about: fonts differ.
const TABLE_LINE: u32 = 320;

/// How wide a text is, in characters: 1 for a Chinese character or mark, a half for a Latin letter or digit.
pub fn text_width(text: &str) -> f32 {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

/// Whether a row of a table is sure to fit on a page, so that it may be kept in one piece. A row that does not
/// must break, or its end would be lost below the page.
pub fn row_fits_page<'a>(cells: impl IntoIterator<Item = (u32, &'a str)>) -> bool {
    let available = (PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM) / 2;
    cells.into_iter().all(|(width, text)| {
        let characters = (width.saturating_sub(2 * CELL_MARGIN) / TABLE_SIZE).max(1) as f32;
        let lines: f32 = text.split('\n').map(|line| (text_width(line) / characters).ceil().max(1.0)).sum();
        lines * (TABLE_LINE as f32) < available as f32
    })
}

/// How far 署名 and 成文日期 stand from the right, in characters. Without a seal the name stands two characters
/// in and the date starts two characters right of it; where that would push the date out, the date stands two
/// characters in and the name moves left.
pub fn signature_indents(by: &str, date: &str) -> (f32, f32) {
    let (by, date) = (text_width(by), text_width(date));
    if by - date >= 2.0 { (2.0, by - date) } else { (4.0 + date - by, 2.0) }
}

/// A title in lines of nearly the same length, broken where a reader would pause: before a bracket, after a mark,
/// not inside quotes if that can be
/// helped, never inside a number, a Latin word or before a closing mark. A line holds 20 characters of 2号.
pub fn title_lines(title: &str) -> Vec<String> {
    // The title of a template is a placeholder, which must stay in one piece.
    if title.contains("{{") || title.contains("{%") {
        return vec![title.to_owned()];
    }
    title.lines().flat_map(wrap_title).collect()
}

fn wrap_title(title: &str) -> Vec<String> {
    let room = TEXT_WIDTH as f32 / TITLE_SIZE as f32;
    let chars: Vec<char> = title.trim().chars().collect();
    // Digits and Latin letters of a stand-in font may be wider than half a character.
    let slack = chars.iter().filter(|c| c.is_ascii()).count() as f32 / 10.0;
    let needed = ((text_width(title.trim()) + slack) / room).ceil().max(1.0);
    // One line more than needed, if that spares a bad break.
    let candidates = if needed == 1.0 { vec![1.0] } else { vec![needed, needed + 1.0] };
    let wrapped = candidates.into_iter().map(|lines| wrap_evenly(&chars, lines, room));
    let (_, breaks) = wrapped.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or_default();
    breaks.windows(2).map(|line| chars[line[0]..line[1]].iter().collect()).collect()
}

/// The cheapest way to break a title into about `lines` lines, with its cost. A line costs the square of its
/// distance from the even length, and what its break costs.
fn wrap_evenly(chars: &[char], lines: f32, room: f32) -> (f32, Vec<usize>) {
    const LINE_COST: f32 = 24.0;
    let mut reached = vec![0.0];
    for &c in chars {
        reached.push(reached[reached.len() - 1] + char_width(c));
    }
    let even = reached[chars.len()] / lines;
    let costs = break_costs(chars);
    // For each position: the cost to break there, and where the line that ends there starts.
    let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
    for end in 1..=chars.len() {
        let mut cheapest = (f32::INFINITY, end - 1);
        for start in (0..end).rev() {
            let length = reached[end] - reached[start];
            if length > room && start + 1 < end {
                break;
            }
            let cost = best[start].0 + (length - even).powi(2) + LINE_COST + costs[end];
            if cost < cheapest.0 {
                cheapest = (cost, start);
            }
        }
        best.push(cheapest);
    }
    let mut breaks = vec![chars.len()];
    while let Some(&end) = breaks.last()
        && end > 0
    {
        breaks.push(best[end].1);
    }
    breaks.reverse();
    (best[chars.len()].0, breaks)
}

/// What breaking a title at each position costs.
fn break_costs(chars: &[char]) -> Vec<f32> {
    const OPENING: &str = "“‘（《〈〔【(";
    const CLOSING: &str = "”’）》〉〕】)";
    const MARKS: &str = "、，。；：！？,.;:!?%％";
    const FORBIDDEN: f32 = 1e6;
    const INSIDE: f32 = 60.0;
    let word = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    let mut costs = vec![0.0];
    let mut depth = 0_i32;
    for pair in chars.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        depth += i32::from(OPENING.contains(before)) - i32::from(CLOSING.contains(before));
        let closing = CLOSING.contains(after) || MARKS.contains(after);
        costs.push(if OPENING.contains(before) || closing || (word(before) && word(after)) {
            FORBIDDEN
        } else if depth > 0 {
            INSIDE
        } else if OPENING.contains(after) {
            0.0
        } else if CLOSING.contains(before) || MARKS.contains(before) || matches!(before, '的' | '司' | '于') {
            4.0
        } else if matches!(before, '和' | '及' | '与' | '第') {
            INSIDE
        } else {
            24.0
        });
    }
    costs.push(0.0);
    costs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_page_holds_22_lines_of_28_characters() {
        assert_eq!((PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM) / LINE, LINES);
        assert_eq!(TEXT_WIDTH / CHARACTER, CHARACTERS);
        assert_eq!(CHARACTER as i32, BODY_SIZE as i32 + TRACKING);
        assert_eq!((PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM) / (29 * 20), 21, "the common 29 pt loses a line");
        assert_eq!(TEXT_WIDTH / BODY_SIZE, 27, "and without tracking a character");
    }

    #[test]
    fn the_date_stands_two_characters_right_of_the_name() {
        // Name of 11, date of 6.5 characters: the name starts at 28-2-11 = 15, the date at 28-4.5-6.5 = 17.
        assert_eq!(signature_indents("青岛市民营经济发展局办", "2021年2月25日"), (2.0, 4.5));
        // A short name: the date keeps two characters, the name starts two left of the date.
        assert_eq!(signature_indents("专班", "2021年2月25日"), (8.5, 2.0));
    }

    #[test]
    fn long_titles_break_where_a_reader_pauses() {
        let lines = title_lines("关于推进青岛示例集团股份有限公司“示例智工厂”创意项目落地的实施方案（一企一策）");
        assert_eq!(lines, ["关于推进青岛示例集团股份有限公司", "“示例智工厂”创意项目落地的", "实施方案（一企一策）"]);
        assert_eq!(title_lines("责任分工表"), ["责任分工表"]);
    }

    #[test]
    fn a_row_taller_than_the_page_may_break() {
        let words = "字".repeat(2000);
        assert!(row_fits_page([(1000, "短"), (2000, "完成用地预审")]));
        assert!(!row_fits_page([(1000, words.as_str())]));
        assert!(row_fits_page([(0, "")]));
    }

    proptest! {
        #[test]
        fn a_title_keeps_every_character_and_fits(title in "[\\u{4e00}-\\u{4fff}“”（）a-z0-9、]{0,120}") {
            let lines = title_lines(&title);
            prop_assert_eq!(lines.concat(), title);
            prop_assert!(lines.iter().all(|line| text_width(line) <= 20.1), "{:?}", lines);
        }
    }
}
