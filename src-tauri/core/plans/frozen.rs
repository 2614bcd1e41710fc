//! What 印发 froze of a version: its paper as data, and every section's text as it stood then, whether it was typed or
//! came from the records. Kept as JSON beside the Word file, to show and to compare without the data of then.

use serde::{Deserialize, Serialize};

use super::content;
use super::data::PlanData;
use super::outline::{PlanAttachment, PlanSection};
use crate::documents::{Block, Document, Level};
use crate::error::{Error, Result};

/// The paper of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenPaper {
    /// What the plan is about: the project or the enterprise, as it was called.
    pub subject: String,
    pub document: Document,
    pub sections: Vec<FrozenSection>,
    /// The tables behind it, in their order.
    pub attachments: Vec<String>,
}

/// A section of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSection {
    pub part: PlanSection,
    /// 一、 or （一）; empty for a section the paper leaves out.
    pub number: String,
    /// Its paragraphs, one a line, without its own heading.
    pub text: String,
}

impl FrozenPaper {
    /// The paper of a plan as it stands.
    pub fn of(data: &PlanData) -> Self {
        let mut counts = [0; 2];
        let sections = PlanSection::ALL.iter().map(|part| FrozenSection {
            part: *part,
            number: number(data, *part, &mut counts),
            text: text(data, *part),
        });
        Self {
            subject: data.subject(),
            document: content::document(data),
            sections: sections.collect(),
            attachments: PlanAttachment::ALL
                .iter()
                .filter(|one| super::tables::table(data, **one).is_some())
                .map(|one| one.label().to_string())
                .collect(),
        }
    }

    /// As it is kept.
    pub fn write(&self) -> Result<String> {
        serde_json::to_string(self).map_err(Error::internal)
    }

    /// Reads what was kept.
    pub fn read(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|error| Error::internal("a frozen paper").because(error))
    }
}

/// The next number of a section's level, if the paper has the section.
pub fn number(data: &PlanData, part: PlanSection, counts: &mut [u32; 2]) -> String {
    if !content::has_section(data, part) {
        return String::new();
    }
    let (level, at) = if part.level() == 1 { (Level::One, 0) } else { (Level::Two, 1) };
    counts[at] += 1;
    if at == 0 {
        counts[1] = 0;
    }
    level.number(counts[at])
}

/// A section's paragraphs as on paper.
fn text(data: &PlanData, part: PlanSection) -> String {
    let mut paper = Document::new("");
    content::add_section(&mut paper, data, part);
    // The empty title and the section's own heading come first.
    let lines = paper.blocks.iter().skip(2).filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text.clone()),
        Block::Paragraph { runs } => Some(runs.iter().map(|run| run.text.as_str()).collect()),
        _ => None,
    });
    lines.collect::<Vec<String>>().join("\n")
}
