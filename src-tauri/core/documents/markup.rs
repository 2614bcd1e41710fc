//! The layout of a paper as a light text with placeholders: the one definition of what a paper looks like.
//!
//! Filled with values it becomes the [`Document`] that Word, the preview and PDF are drawn from ([`Layout::fill`]).
//! Left unfilled, its placeholders become those of a Word template ([`Layout::template`]), which is what staff get
//! when they export the template of a paper to change it.
//!
//! | line | what it is |
//! |---|---|
//! | `# 标题`, `## 一、…`, `### （一）…`, `#### 1.…`, `##### （1）…` | the title, headings of four levels |
//! | anything else | a paragraph; `**…**` is bold |
//! | `!主送 …：` `!署名 单位 \| 日期` `!附注 …` `!附件 附件1 \| 标题` `!附件说明 名称 \| 名称` | parts of an official paper |
//! | `!中 …` `!左 …` `!右 …`, with 小 behind for the size of tables | a line without indent |
//! | `!空行` `!分页` `!图 {{ 图片 }}` | an empty line, a new page, a picture |
//! | `!页面 A4横 A3横 屏幕 无页码 外侧页码` | the page |
//! | `!表 虚线` `!表 无线` | how the next table is ruled |
//! | `\|: 8中 \| 40左 \|` | a table begins: width and alignment of its columns |
//! | `\|= 序号 \| 事项 \|` | a row of heads, which stand on every page |
//! | `\| … \| … \|` | a row; a cell may begin with `[标 跨3 下2 左 粗 题 字60 底FDE9E7 高80]` |
//! | `{% for … %}` alone on a line, or alone in a cell | repeats what follows: lines, rows, cells |
//! | `{{p 正文 }}` alone on a line | paragraphs and tables the program makes |
//! | `@ 名称　说明` | declares a field for the printed list of fields |
//!
//! What a value says can never become markup: its marks are carried as characters of a private plane until the text
//! has been read ([`escape`]).

mod cells;
pub mod escape;
mod read;

use std::sync::OnceLock;

use minijinja::{Environment, Value};
use serde::Serialize;
use ts_rs::TS;

use super::model::{Block, Document};
use super::template::language::{Printed, environment, render};
use crate::error::{Error, Result};

/// A layout, compiled when it is first filled.
pub struct Layout {
    source: &'static str,
    compiled: OnceLock<std::result::Result<Environment<'static>, String>>,
}

/// A field that a paper's template may name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Field {
    /// 督办事项, or 任务.牵头单位 for one of each line of a list.
    pub name: String,
    /// What it says.
    pub about: String,
}

const NAME: &str = "layout";
/// The most text a paper may hold, bytes.
const MOST: usize = 64 << 20;

impl Layout {
    /// A layout out of its text.
    pub const fn new(source: &'static str) -> Self {
        Self { source, compiled: OnceLock::new() }
    }

    /// The paper with these values.
    pub fn fill(&self, values: &Value) -> Result<Document> {
        let compiled = self.compiled.get_or_init(|| compile(self.source).map_err(|error| error.to_string()));
        let environment = compiled.as_ref().map_err(|error| Error::internal("a layout").because(error.clone()))?;
        let filled = environment.get_template(NAME).and_then(|layout| render(&layout, values.clone(), MOST));
        let filled = filled.map_err(|error| Error::internal("a layout").because(error))?;
        Ok(read::document(&filled.text, Some(&filled)))
    }

    /// The paper with its placeholders, as a Word template has them.
    pub fn template(&self) -> Document {
        read::document(self.source, None)
    }

    /// The fields it declares.
    pub fn fields(&self) -> Vec<Field> {
        let declared = self.source.lines().filter_map(|line| line.strip_prefix("@ "));
        let field = |line: &str| {
            let (name, about) = line.split_once(['　', ' ']).unwrap_or((line, ""));
            Field { name: name.to_owned(), about: about.trim().to_owned() }
        };
        declared.map(field).collect()
    }
}

fn compile(source: &'static str) -> std::result::Result<Environment<'static>, minijinja::Error> {
    let mut environment = environment(Printed::Text);
    // A layout of ours cannot run away, and a ledger may be long.
    environment.set_fuel(None);
    environment.add_template_owned(NAME, read::renderable(source))?;
    Ok(environment)
}

/// What the first title of a paper says, for the file's properties.
pub(super) fn title_of(blocks: &[Block]) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Title { text } => Some(text.replace('\n', "")),
        _ => None,
    });
    title.unwrap_or_default()
}

#[cfg(test)]
mod tests;
