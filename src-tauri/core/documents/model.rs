//! What a paper says, as data. Renderers decide how it looks; see [`super::layout`] for the measures.

use serde::{Deserialize, Serialize};

use super::grid::Grid;
use super::layout::Measures;

/// A paper: what is on it from top to bottom. Built with the methods below, in the order of reading.
///
/// Text is plain everywhere: no markup, any character. A line break inside a text is kept as a line break.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The title for the file's properties; also the first block.
    pub title: String,
    /// Everything on the paper, in order.
    pub blocks: Vec<Block>,
    /// How pages are numbered.
    pub page: PageSetup,
    /// The last number given at each heading level.
    #[serde(skip)]
    headings: [u32; 4],
    /// How many attachments the note lists, and how many have been started.
    #[serde(skip)]
    attachments: (usize, usize),
}

/// One thing on the paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// The title (2号小标宋, centred, wrapped to a trapezium when long), with one empty line below.
    Title { text: String },
    /// A heading; the text carries its number.
    Heading { level: Level, text: String },
    /// A paragraph of body text (3号仿宋), its first line indented by two characters.
    Paragraph { runs: Vec<Run> },
    /// 主送: flush left, ends with a full-width colon that the text carries.
    Salutation { text: String },
    /// 附件说明: one empty line, then “附件：1.×××”, one name a line. A single name gets no number.
    AttachmentNote { names: Vec<String> },
    /// 署名 and 成文日期 without a seal.
    Signature { by: String, date: String },
    /// An attachment begins on a new page: the label (附件1) flush left, the title centred on the third line.
    AttachmentStart { label: String, title: String },
    /// A table as wide as the text.
    Table(Table),
    /// An empty line.
    Blank,
    /// 附注: indented by two characters, in full-width brackets that the text does not carry.
    Note { text: String },
    /// A line without indent: under a title, over a table. Small ones have the size of tables.
    Line { text: String, align: Align, small: bool },
    /// A form, a wall board, name cards.
    Grid(Grid),
    /// A picture in the middle of the line.
    Picture(Picture),
    /// What follows stands on a new page.
    PageBreak,
}

/// A picture: the bytes of a JPEG or PNG file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub bytes: Vec<u8>,
    /// In millimetres.
    pub width: u16,
    pub height: u16,
    /// What it shows, for those who cannot see it.
    pub description: String,
}

/// The four heading levels of an official paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 一、 in 黑体
    One,
    /// （一） in 楷体
    Two,
    /// 1. in 仿宋
    Three,
    /// （1） in 仿宋
    Four,
}

/// A stretch of text inside a paragraph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub text: String,
    pub emphasis: Emphasis,
}

/// How a run stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// As the rest of the paragraph.
    #[default]
    Plain,
    /// The words that open a paragraph in place of a heading (楷体).
    LeadIn,
    /// Bold.
    Strong,
}

/// A table. Its header row is repeated on every page it reaches.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    pub columns: Vec<Column>,
    /// Cells by row; a row may be shorter than the columns, the rest of it is empty.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub heading: String,
    /// Share of the table's width, relative to the other columns; percents if they add up to 100. 0 counts as 1.
    pub width: u16,
    pub align: Align,
}

/// Where text stands in its cell. Headings are always centred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// What a paper may choose about its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PageSetup {
    pub numbers: PageNumbers,
    #[serde(default)]
    pub sheet: Sheet,
}

/// What a page is cut to. Only upright A4 has the margins of the standard; the others leave what a printer needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    #[default]
    A4,
    A4Across,
    A3Across,
    /// 16:9, for a screen.
    Screen,
}

impl PageSetup {
    /// Its measures.
    pub fn measures(self) -> Measures {
        Measures::of(self.sheet)
    }
}

/// Where the page number “— 1 —” stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageNumbers {
    /// In the middle: usual on plans and ledgers that are not issued documents.
    #[default]
    Centred,
    /// Odd pages right, even pages left, one character in: GB/T 9704 for issued documents.
    Outer,
    /// None.
    None,
}

impl Document {
    /// A paper with its title on top.
    pub fn new(title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            blocks: vec![Block::Title { text: title.clone() }],
            title,
            page: PageSetup::default(),
            headings: [0; 4],
            attachments: (0, 0),
        }
    }

    /// A heading with the next number of its level: 一、 （一） 1. （1）. Deeper levels start again under it.
    pub fn heading(&mut self, level: Level, text: &str) {
        let depth = level as usize;
        self.headings[depth] += 1;
        self.headings[depth + 1..].fill(0);
        let text = level.number(self.headings[depth]) + text;
        self.blocks.push(Block::Heading { level, text });
    }

    /// Body text as a person typed it: a paragraph for each line that is not empty. Spaces that stood in for an
    /// indent, ideographic ones too, are taken off.
    pub fn text(&mut self, text: &str) {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.paragraph([Run::plain(line)]);
        }
    }

    /// One paragraph out of runs.
    pub fn paragraph(&mut self, runs: impl IntoIterator<Item = Run>) {
        self.blocks.push(Block::Paragraph { runs: runs.into_iter().collect() });
    }

    /// 主送机关, with its colon.
    pub fn salutation(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Salutation { text: text.into() });
    }

    /// Lists the attachments that follow, before [`Document::attachment`] starts each of them.
    pub fn attachment_note<S: Into<String>>(&mut self, names: impl IntoIterator<Item = S>) {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        self.attachments.0 = names.len();
        self.blocks.push(Block::AttachmentNote { names });
    }

    /// Whether 署名 follows the block of this number: it takes that paragraph along to a new page, so that it never
    /// stands on a page alone.
    pub(crate) fn signed_after(&self, at: usize) -> bool {
        matches!(self.blocks.get(at + 1), Some(Block::Signature { .. }))
    }

    /// 署名 and 成文日期 (2021年2月25日: full year, no padding).
    pub fn signature(&mut self, by: impl Into<String>, date: impl Into<String>) {
        self.blocks.push(Block::Signature { by: by.into(), date: date.into() });
    }

    /// Starts the next attachment on a new page; labelled 附件1, 附件2 and so on, or 附件 if the note lists just
    /// one. Headings in it are numbered anew.
    pub fn attachment(&mut self, title: impl Into<String>) {
        self.attachments.1 += 1;
        let label = match self.attachments {
            (1, 1) => "附件".to_owned(),
            (_, number) => format!("附件{number}"),
        };
        self.headings.fill(0);
        self.blocks.push(Block::AttachmentStart { label, title: title.into() });
    }

    /// A paper with nothing on it yet, not even its title.
    pub fn untitled(title: impl Into<String>) -> Self {
        Self { blocks: Vec::new(), ..Self::new(title) }
    }

    /// A table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.blocks.push(Block::Blank);
    }

    /// 附注; the brackets are added.
    pub fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note { text: text.into() });
    }
}

impl Run {
    /// Text like the rest of the paragraph.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), emphasis: Emphasis::Plain }
    }

    /// Words that open a paragraph in place of a heading.
    pub fn lead_in(text: impl Into<String>) -> Self {
        Self { text: text.into(), emphasis: Emphasis::LeadIn }
    }

    /// Bold text.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), emphasis: Emphasis::Strong }
    }
}

impl Table {
    /// A table without rows yet.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row, a text for each column.
    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// The columns with the cells of one row: a cell for each column, empty where the row is short.
    pub fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a Column, &'a str)> {
        self.columns.iter().enumerate().map(|(i, column)| (column, row.get(i).map_or("", String::as_str)))
    }

    /// The width of each column when the table is `total` wide; they add up to it exactly.
    pub fn widths(&self, total: u32) -> Vec<u32> {
        shares(&self.columns.iter().map(|column| column.width).collect::<Vec<_>>(), total)
    }
}

/// `total` cut into shares, none of them nothing; they add up to it exactly.
pub(super) fn shares(shares: &[u16], total: u32) -> Vec<u32> {
    let sum: u64 = shares.iter().map(|share| u64::from(*share).max(1)).sum();
    let edge = |share: u64| (u64::from(total) * share / sum.max(1)) as u32;
    let mut passed = 0;
    let mut cut = |share: &u16| {
        let left = edge(passed);
        passed += u64::from(*share).max(1);
        edge(passed) - left
    };
    shares.iter().map(&mut cut).collect()
}

impl Column {
    /// A column; see the fields.
    pub fn new(heading: impl Into<String>, width: u16, align: Align) -> Self {
        Self { heading: heading.into(), width, align }
    }
}

impl Level {
    /// The number in front of a heading of this level.
    pub(crate) fn number(self, n: u32) -> String {
        match self {
            Level::One => format!("{}、", chinese_numeral(n)),
            Level::Two => format!("（{}）", chinese_numeral(n)),
            Level::Three => format!("{n}."),
            Level::Four => format!("（{n}）"),
        }
    }
}

/// 一 to 九十九; beyond that digits, which no paper reaches.
pub(crate) fn chinese_numeral(n: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (n as usize / 10, DIGITS[n as usize % 10]);
    match tens {
        0 => ones.to_owned(),
        1 => format!("十{ones}"),
        2..=9 => format!("{}十{ones}", DIGITS[tens]),
        _ => n.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(paper: &Document) -> Vec<&str> {
        let mut texts = Vec::new();
        for block in &paper.blocks {
            if let Block::Heading { text, .. } = block {
                texts.push(text.as_str());
            }
        }
        texts
    }

    #[test]
    fn headings_are_numbered_level_by_level() {
        let mut paper = Document::new("方案");
        paper.heading(Level::One, "基本情况");
        paper.heading(Level::Two, "企业概况");
        paper.heading(Level::Two, "项目内容");
        paper.heading(Level::Three, "一期");
        paper.heading(Level::Four, "厂房");
        paper.heading(Level::One, "工作目标");
        paper.heading(Level::Two, "总体目标");
        let expected = [
            "一、基本情况",
            "（一）企业概况",
            "（二）项目内容",
            "1.一期",
            "（1）厂房",
            "二、工作目标",
            "（一）总体目标",
        ];
        assert_eq!(headings(&paper), expected);
    }

    #[test]
    fn chinese_numerals_count_past_ten() {
        let words: Vec<_> = [1, 10, 11, 20, 23, 99, 100].map(chinese_numeral).into();
        assert_eq!(words, ["一", "十", "十一", "二十", "二十三", "九十九", "100"]);
    }

    #[test]
    fn typed_text_becomes_a_paragraph_for_each_line() {
        let mut paper = Document::new("方案");
        paper.text("　　第一段。\r\n\n  第二段。 ");
        let texts: Vec<_> = paper.blocks[1..]
            .iter()
            .map(|block| match block {
                Block::Paragraph { runs } => runs[0].text.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(texts, ["第一段。", "第二段。"]);
    }

    #[test]
    fn a_single_attachment_has_no_number() {
        let label = |names: &[&str]| {
            let mut paper = Document::new("方案");
            paper.attachment_note(names.to_vec());
            paper.attachment(names[0]);
            match paper.blocks.pop() {
                Some(Block::AttachmentStart { label, .. }) => label,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(label(&["责任分工表"]), "附件");
        assert_eq!(label(&["责任分工表", "时间表"]), "附件1");
    }

    #[test]
    fn column_widths_fill_the_table() {
        let table = Table::new([1, 0, 2].map(|width| Column::new("列", width, Align::Left)));
        let widths = table.widths(8845);
        assert_eq!(widths.iter().sum::<u32>(), 8845);
        assert!(widths[1] > 0 && widths[2].abs_diff(2 * widths[0]) <= 2);
        assert!(Table::default().widths(8845).is_empty());
    }
}
