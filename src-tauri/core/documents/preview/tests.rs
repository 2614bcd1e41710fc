use std::collections::BTreeMap;

use typst::layout::{Frame, FrameItem, Point};

use super::*;
use crate::documents::model::{Align, Column, Level, PageNumbers, Table};
use crate::documents::specimens::{HOSTILE, everywhere};

/// The glyphs on each line of a page, by the height of the line.
fn lines(frame: &Frame) -> Vec<usize> {
    fn walk(frame: &Frame, at: Point, lines: &mut BTreeMap<i64, usize>) {
        for (offset, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, at + *offset, lines),
                FrameItem::Text(text) => {
                    *lines.entry(((at + *offset).y.to_pt() * 10.0) as i64).or_default() += text.glyphs.len();
                }
                _ => {}
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(frame, Point::zero(), &mut found);
    found.into_values().collect()
}

fn full_pages() -> Document {
    let mut paper = Document::new("");
    paper.blocks.clear();
    paper.page.numbers = PageNumbers::None;
    paper.text(&"推进民营企业创意项目落地见效".repeat(140));
    paper
}

#[test]
fn a_full_page_has_22_lines_of_28_characters() {
    let laid_out = lay_out(&full_pages()).expect("laid out");
    let lines = lines(&laid_out.pages()[1].frame);
    assert_eq!(lines, [28; 22], "needs Chinese fonts: apt install fonts-noto-cjk");
}

/// An SVG with nothing that could run or load.
fn assert_harmless(svg: &str) {
    for bad in ["<script", "<foreignObject", "javascript:", "href=\"http", "<style", " style=", "@import", "<a "] {
        assert!(!svg.contains(bad), "{bad} in the page");
    }
    for target in svg.split("href=\"").skip(1) {
        assert!(target.starts_with('#') || target.starts_with("data:image/"), "{target:.60}");
    }
}

#[test]
fn any_text_gives_harmless_pages() {
    for text in HOSTILE {
        let pages = pages(&everywhere(text)).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
        assert!((2..=4).contains(&pages.len()), "{text:?}: the paper and its attachment");
        for page in &pages {
            assert_harmless(page);
            quick_xml::Reader::from_str(page).read_event().expect("XML");
        }
    }
}

#[test]
fn page_numbers_stand_where_the_setup_says() {
    let numbered = |numbers| {
        let mut paper = full_pages();
        paper.page.numbers = numbers;
        let laid_out = lay_out(&paper).expect("laid out");
        let glyphs = |page: usize| lines(&laid_out.pages()[page].frame);
        (glyphs(0), glyphs(1))
    };
    for numbers in [PageNumbers::Centred, PageNumbers::Outer] {
        let (odd, even) = numbered(numbers);
        assert_eq!((odd.len(), odd.last(), even.last()), (23, Some(&5), Some(&5)), "“— 1 —” below 22 lines");
    }
}

#[test]
fn an_empty_paper_is_one_page() {
    let mut paper = Document::new("");
    assert_eq!(pages(&paper).expect("rendered").len(), 1);
    paper.blocks.clear();
    assert_eq!(pages(&paper).expect("rendered").len(), 1);
}

#[test]
fn a_long_table_goes_on_and_a_giant_cell_is_not_cut_off() {
    let table = |rows: usize, text: &str| {
        let mut paper = Document::new("方案");
        let mut table = Table::new([Column::new("序号", 1, Align::Centre), Column::new("重点任务", 9, Align::Left)]);
        (0..rows).for_each(|n| table.row([n.to_string().as_str(), text]));
        paper.table(table);
        pages(&paper).expect("rendered").len()
    };
    assert!((6..=12).contains(&table(200, "任务")), "200 rows at 8 mm");
    assert!(table(1, &"任务".repeat(3000)) > 3, "6000 characters take several pages");
}

#[test]
fn headings_change_the_page_they_stand_on_and_no_other() {
    let paper = |heading: &str| {
        let mut paper = full_pages();
        paper.heading(Level::One, heading);
        pages(&paper).expect("rendered")
    };
    let (before, after) = (paper("保障措施"), paper("组织保障"));
    assert_eq!(before.len(), after.len());
    let changed: Vec<bool> = before.iter().zip(&after).map(|(a, b)| a != b).collect();
    assert_eq!(changed.iter().filter(|changed| **changed).count(), 1);
    assert_eq!(changed.last(), Some(&true));
}

#[test]
fn the_fonts_of_this_computer_are_named() {
    let families = crate::documents::fonts::installed_families().expect("this build can tell");
    assert!(families.iter().any(|family| family.contains("CJK")), "apt install fonts-noto-cjk");
}
