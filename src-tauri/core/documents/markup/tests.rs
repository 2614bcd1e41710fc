use minijinja::context;
use proptest::prelude::*;

use super::*;
use crate::documents::grid::Look;
use crate::documents::model::{Level, Run, Sheet};

fn filled(source: &'static str, values: Value) -> Document {
    Layout::new(source).fill(&values).unwrap_or_else(|error| panic!("{error:?}"))
}

/// What a paper says, a line for each piece of text.
fn said(paper: &Document) -> Vec<String> {
    let mut all = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Title { text } | Block::Heading { text, .. } | Block::Line { text, .. } => all.push(text.clone()),
            Block::Paragraph { runs } => all.push(runs.iter().map(|run| run.text.as_str()).collect()),
            Block::Grid(grid) => {
                all.extend(
                    grid.rows
                        .iter()
                        .map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("/")),
                );
            }
            other => all.push(format!("{other:?}")),
        }
    }
    all
}

#[test]
fn lines_become_the_blocks_of_a_paper() {
    let paper = filled(
        "@ 名　的说明\n!页面 A3横 无页码\n# {{ 名 }}方案\n## 一、情况\n**时间：**今天\n正文\n!中小 截至\n",
        context! { 名 => "甲" },
    );
    assert_eq!((paper.title.as_str(), paper.page.sheet), ("甲方案", Sheet::A3Across));
    assert!(matches!(&paper.blocks[1], Block::Heading { level: Level::One, text } if text == "一、情况"));
    let Block::Paragraph { runs } = &paper.blocks[2] else { panic!("{:?}", paper.blocks[2]) };
    assert_eq!(runs, &[Run::strong("时间："), Run::plain("今天")]);
    assert_eq!(said(&paper)[3..], ["正文", "截至"]);
}

const TABLE: &str = "\
|: 8中 | 40左 | {% for 月 in 月份 %} | 10中 | {% endfor %} |
|= 序号 | 事项 | {% for 月 in 月份 %} | {{ 月 }} | {% endfor %} |
{% for 项 in 清单 %}
| [高20]{{ loop.index }} | {{ 项.名 }} | {% for 月 in 月份 %} | [底{{项.色}}]{{ 月|length }} | {% endfor %} |
{% endfor %}
| [跨2 标]合计 |
后面
";

#[test]
fn tags_alone_repeat_rows_and_cells() {
    let values = context! {
        月份 => ["9月", "10月"],
        清单 => [context! { 名 => "甲", 色 => "FFEEDD" }, context! { 名 => "乙", 色 => "" }],
    };
    let paper = filled(TABLE, values);
    assert_eq!(said(&paper), ["序号/事项/9月/10月", "1/甲/2/3", "2/乙/2/3", "合计", "后面"]);
    let Block::Grid(grid) = &paper.blocks[0] else { panic!("{:?}", paper.blocks) };
    assert_eq!((grid.heads, grid.widths.as_slice()), (1, [8, 40, 10, 10].as_slice()));
    assert_eq!((grid.rows[1].height, grid.rows[1].cells[2].colour()), (Some(20), Some("FFEEDD")));
    assert_eq!(grid.rows[2].cells[2].colour(), None);
    assert_eq!((grid.rows[3].cells[0].across, grid.rows[3].cells[0].look), (2, Look::Label));
}

#[test]
fn unfilled_it_is_a_word_template() {
    let paper = Layout::new(TABLE).template();
    let expected = [
        "序号/事项/{%tc for 月 in 月份 %}/{{ 月 }}/{%tc endfor %}",
        "{%tr for 项 in 清单 %}",
        "{{ loop.index }}/{{ 项.名 }}/{%tc for 月 in 月份 %}/{% cellbg 项.色 %}{{ 月|length }}/{%tc endfor %}",
        "{%tr endfor %}",
        "合计",
        "后面",
    ];
    assert_eq!(said(&paper), expected);
    let paper = Layout::new("# {{ 名 }}\n{% if 有 %}\n|: 1左 |\n| 甲 |\n{% endif %}\n{{p 正文 }}\n").template();
    assert_eq!(said(&paper), ["{{ 名 }}", "{%p if 有 %}", "甲", "{%p endif %}", "{{p 正文 }}"]);
}

#[test]
fn a_bell_parts_paragraphs_and_blocks_stand_as_they_are() {
    let block = Block::Heading { level: Level::Two, text: "（一）# 用地".into() };
    let values = context! { 文 => "一段\u{7}\u{7}二段\n续", 块 => crate::documents::template::rich::Rich::Blocks(vec![block.clone()]).value() };
    let paper = filled("{{ 文 }}\n{{p 块 }}\n", values);
    assert_eq!(said(&paper), ["一段", "二段\n续", "（一）# 用地"]);
    assert_eq!(paper.blocks[2], block);
}

#[test]
fn fields_are_declared_in_the_layout() {
    let fields = Layout::new("@ 名　它的 说明\n# {{ 名 }}\n").fields();
    assert_eq!(fields, [Field { name: "名".into(), about: "它的 说明".into() }]);
}

proptest! {
    /// Whatever stands in a value, it stays text in its place.
    #[test]
    fn no_value_becomes_markup(text in "[\\PC|#!@\\[\\]*{}%\\\\\n]{0,40}") {
        let text = text.trim().replace(|c: char| ('\u{F0000}'..='\u{F1FFF}').contains(&c), "");
        let source = "# 题\n{{ 值 }}\n## {{ 值 }}\n|: 1左 | 1左 |\n| {{ 值 }} | 末 |\n尾\n";
        let paper = filled(source, context! { 值 => &text });
        let mut expected = vec!["题".to_owned()];
        if !text.is_empty() {
            expected.push(text.clone());
        }
        expected.extend([text.clone(), format!("{text}/末"), "尾".to_owned()]);
        prop_assert_eq!(said(&paper), expected);
    }
}
