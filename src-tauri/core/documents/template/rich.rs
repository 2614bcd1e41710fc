//! Values that are more than text: pictures, paragraphs and tables, runs of their own look.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use image::{ImageFormat, ImageReader};
use minijinja::Value;
use minijinja::value::{Object, ObjectRepr};

use crate::documents::model::Block;
use crate::documents::word::push_escaped;
use crate::texts::templates as texts;
use crate::{Error, Result};

/// A value that is more than text. In a template it is named like any other: `{{ 图片 }}`, `{{p 正文 }}`.
#[derive(Debug)]
pub enum Rich {
    Picture(Picture),
    /// Paragraphs, headings and tables, as our own papers have them.
    Blocks(Vec<Block>),
    /// Text within a paragraph.
    Runs(Vec<Run>),
}

/// A picture in the line of text.
#[derive(Clone)]
pub struct Picture {
    pub(super) bytes: Arc<[u8]>,
    /// The file's ending: png, jpeg, gif, bmp.
    pub(super) kind: &'static str,
    /// In millimetres.
    pub(super) width: f64,
    pub(super) height: f64,
    /// What it shows, for those who cannot see it.
    pub(super) description: String,
}

/// Text within a paragraph that looks different from it. Without anything set it looks like its placeholder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub strike: bool,
    /// RRGGBB.
    pub colour: Option<String>,
    /// In points.
    pub size: Option<f64>,
    /// A typeface, for Chinese and Latin alike.
    pub font: Option<String>,
    /// The id of a character style of the template.
    pub style: Option<String>,
}

/// The widest a picture is made whose size nobody said: the text's width (domain.md §3.6), in millimetres.
const WIDEST: f64 = 156.0;
/// The largest picture that is read, in pixels of either side.
const MOST_PIXELS: u32 = 30_000;

impl Picture {
    /// A picture of PNG, JPEG, GIF, BMP or WebP, by its bytes. A side that is not given follows from the other, or from
    /// 96 pixels an inch, no wider than the text.
    pub fn new(bytes: impl Into<Vec<u8>>, width: Option<f64>, height: Option<f64>, description: &str) -> Result<Self> {
        let mut bytes: Vec<u8> = bytes.into();
        let refuse = |cause: String| Error::invalid(texts::not_a_picture(description)).because(cause);
        let (kind, pixels) = match image::guess_format(&bytes) {
            Ok(ImageFormat::Png) => ("png", measured(&bytes)),
            Ok(ImageFormat::Jpeg) => ("jpeg", measured(&bytes)),
            Ok(ImageFormat::Gif) => ("gif", pair(&bytes, 6, 8, 2)),
            Ok(ImageFormat::Bmp) => ("bmp", pair(&bytes, 18, 22, 4)),
            // Word of some years ago does not show it.
            Ok(ImageFormat::WebP) => {
                let pixels = measured(&bytes).filter(|(w, h)| u64::from(*w) * u64::from(*h) <= 50_000_000);
                pixels.ok_or_else(|| refuse("no size".into()))?;
                let picture = image::load_from_memory(&bytes).map_err(|error| refuse(error.to_string()))?;
                let mut png = Cursor::new(Vec::new());
                picture.write_to(&mut png, ImageFormat::Png).map_err(|error| refuse(error.to_string()))?;
                bytes = png.into_inner();
                ("png", pixels)
            }
            other => return Err(refuse(format!("{other:?}"))),
        };
        let good = pixels.filter(|(w, h)| (1..=MOST_PIXELS).contains(w) && (1..=MOST_PIXELS).contains(h));
        let (across, down) = good.ok_or_else(|| refuse("no size".into()))?;
        let ratio = f64::from(down) / f64::from(across);
        let said = |side: Option<f64>| side.filter(|side| side.is_finite() && (0.1..=1500.0).contains(side));
        let (width, height) = match (said(width), said(height)) {
            (Some(width), Some(height)) => (width, height),
            (Some(width), None) => (width, width * ratio),
            (None, Some(height)) => (height / ratio, height),
            (None, None) => {
                let width = (f64::from(across) * 25.4 / 96.0).min(WIDEST);
                (width, width * ratio)
            }
        };
        Ok(Self { bytes: bytes.into(), kind, width, height, description: description.to_owned() })
    }

    /// Its bytes, for layouts that are no Word files.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Width and height in millimetres.
    pub fn size(&self) -> (f64, f64) {
        (self.width, self.height)
    }

    /// What it shows.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// As a run of its own; `relationship` names the file, `number` is the drawing's in the paper.
    pub(super) fn push_xml(&self, out: &mut String, relationship: &str, number: u32) {
        const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006";
        let (width, height) = (emu(self.width), emu(self.height));
        let mut description = String::new();
        push_escaped(&mut description, &self.description);
        *out += &format!(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"{MAIN}/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"{number}\" descr=\"{description}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"{MAIN}/main\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic xmlns:a=\"{MAIN}/main\"><a:graphicData uri=\"{MAIN}/picture\"><pic:pic xmlns:pic=\"{MAIN}/picture\">\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{number}\" descr=\"{description}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        );
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}, {} bytes)", self.kind, self.bytes.len())
    }
}

fn measured(bytes: &[u8]) -> Option<(u32, u32)> {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?.into_dimensions().ok()
}

/// Two little-endian numbers, of formats whose decoders we do not carry.
fn pair(bytes: &[u8], first: usize, second: usize, size: usize) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let mut all = [0; 4];
        all[..size].copy_from_slice(bytes.get(at..at + size)?);
        // A BMP may be written from top to bottom, which its height says by its sign.
        Some(i32::from_le_bytes(all).unsigned_abs())
    };
    Some((number(first)?, number(second)?))
}

fn emu(millimetres: f64) -> u64 {
    (millimetres * 36_000.0).round().max(1.0) as u64
}

impl Run {
    /// Text that looks like its placeholder.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// What it sets, in the order the format wants (ECMA-376 part 1, 17.3.2.28).
    fn properties(&self) -> String {
        let mut out = String::new();
        let mut value = |name: &str, value: &str| {
            out += &format!("<w:{name} w:val=\"");
            push_escaped(&mut out, value);
            out.push_str("\"/>");
        };
        if let Some(style) = &self.style {
            value("rStyle", style);
        }
        if let Some(font) = &self.font {
            let mut name = String::new();
            push_escaped(&mut name, font);
            out += &format!("<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"/>");
        }
        let switches = [(self.bold, "<w:b/><w:bCs/>"), (self.italic, "<w:i/><w:iCs/>"), (self.strike, "<w:strike/>")];
        switches.into_iter().filter(|(on, _)| *on).for_each(|(_, text)| out.push_str(text));
        if let Some(colour) = self.colour.as_deref().filter(|colour| colour.len() == 6) {
            out += "<w:color w:val=\"";
            push_escaped(&mut out, colour);
            out += "\"/>";
        }
        if let Some(size) = self.size.filter(|size| (1.0..=500.0).contains(size)) {
            let half_points = (size * 2.0).round();
            out += &format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>");
        }
        if self.underline {
            out += "<w:u w:val=\"single\"/>";
        }
        out
    }

    /// As a run; one that sets nothing takes the look of its placeholder, which `like` is.
    pub(super) fn push_xml(&self, out: &mut String, like: &str) {
        let own = self.properties();
        out.push_str("<w:r>");
        match own.is_empty() {
            true => out.push_str(like),
            false => *out += &format!("<w:rPr>{own}</w:rPr>"),
        }
        for (index, line) in self.text.split('\n').enumerate() {
            if index > 0 {
                out.push_str("<w:br/>");
            }
            for (index, text) in line.split('\t').enumerate() {
                if index > 0 {
                    out.push_str("<w:tab/>");
                }
                if !text.is_empty() {
                    out.push_str("<w:t xml:space=\"preserve\">");
                    push_escaped(out, text);
                    out.push_str("</w:t>");
                }
            }
        }
        out.push_str("</w:r>");
    }
}

impl Rich {
    /// As a value for a template.
    pub fn value(self) -> Value {
        Value::from_object(self)
    }
}

impl Object for Rich {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    /// In a text (joined, compared, in a description) only its words remain.
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_ref() {
            Rich::Picture(picture) => f.write_str(&picture.description),
            Rich::Runs(runs) => runs.iter().try_for_each(|run| f.write_str(&run.text)),
            Rich::Blocks(_) => Ok(()),
        }
    }
}
