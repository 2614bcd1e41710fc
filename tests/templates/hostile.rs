//! Files that mean harm: a sentence each.

use std::io::{Cursor, Write};

use serde_json::json;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use changwu_core::documents::template::Template;

use crate::{Docx, RELATIONS, WORD, p, zipped};

fn refused(bytes: &[u8]) -> String {
    match Template::read("模板.docx", bytes) {
        Ok(_) => panic!("read"),
        Err(error) => error.message().to_owned(),
    }
}

fn relations(content: &str) -> String {
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{content}</Relationships>"
    )
}

#[test]
fn what_is_no_word_file_is_told_by_what_it_is() {
    assert!(refused(b"hello").contains("不是 Word 文档"));
    assert!(refused(b"").contains("不是 Word 文档"));
    assert!(refused(b"PK\x03\x04broken").contains("已损坏"));
    assert!(refused(&zipped(&[("xl/workbook.xml".into(), b"<a/>".to_vec())])).contains("不是 Word 文档"));
    let mut old = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    old.create_stream("/WordDocument").expect("a stream").write_all(b"x").expect("written");
    assert!(refused(&old.into_inner().into_inner()).contains("旧格式"));
    let mut locked = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    locked.create_stream("/EncryptedPackage").expect("a stream").write_all(b"x").expect("written");
    assert!(refused(&locked.into_inner().into_inner()).contains("打开密码"));
    // Cut anywhere, a file is refused and nothing worse.
    let whole = Docx::new(p("{{ 名 }}")).bytes();
    for length in (0..whole.len()).step_by(7) {
        refused(&whole[..length]);
    }
}

#[test]
fn broken_bytes_anywhere_are_refused_or_harmless() {
    let whole = Docx::new(p("{{ 名 }}{% for x in 表 %}{{ x }}{% endfor %}")).bytes();
    for at in 0..whole.len() {
        for flip in [0x01, 0x80, 0xFF] {
            let mut bytes = whole.clone();
            bytes[at] ^= flip;
            if let Ok(template) = Template::read("模板.docx", &bytes) {
                let _ = template.fill(&crate::values(json!({"名": "甲", "表": [1]})), crate::written());
            }
        }
    }
}

#[test]
fn bombs_are_not_unpacked() {
    let blank = vec![b' '; 40 << 20];
    assert!(refused(&Docx::new(p("x")).raw("word/bomb.xml", blank.clone()).bytes()).contains("太大"));
    assert!(refused(&Docx::new(p("x")).raw("word/media/bomb.bin", blank).bytes()).contains("太大"));
    let mut many = Docx::new(p("x"));
    for number in 0..2_100 {
        many = many.raw(&format!("word/media/{number}.png"), vec![1]);
    }
    assert!(refused(&many.bytes()).contains("太大"));
    let nested = format!("{}{}", "<w:smartTag>".repeat(5_000), "</w:smartTag>".repeat(5_000));
    assert!(refused(&Docx::new(nested).bytes()).contains("太大"));
    let mut noise = fastrand::Rng::with_seed(1);
    let texts: Vec<String> = (0..3)
        .map(|_| format!("<a>{}</a>", (0..11 << 20).map(|_| char::from(noise.u8(b'a'..=b'z'))).collect::<String>()))
        .collect();
    let mut large = Docx::new(p("x"));
    for (number, text) in texts.iter().enumerate() {
        large = large.raw(&format!("customXml/item{number}.xml"), text.as_bytes().to_vec());
    }
    assert!(refused(&large.bytes()).contains("太大"));
}

#[test]
fn names_that_lead_out_and_doubles_are_refused() {
    for name in ["../../etc/passwd", "/etc/passwd", "word\\..\\x.xml", "C:/x.xml", "word/./x.xml", "word/\u{1}.xml"] {
        assert!(refused(&Docx::new(p("x")).raw(name, b"<a/>".to_vec()).bytes()).contains("文件以外"), "{name}");
    }
    let doubled = Docx::new(p("x")).raw("word/Document.xml", b"<a/>".to_vec());
    assert!(refused(&doubled.bytes()).contains("两个同名"));
    // The same name twice, to the letter: the second directory entry renamed in the bytes.
    let mut bytes = Docx::new(p("x")).raw("word/documenx.xml", b"<a/>".to_vec()).bytes();
    while let Some(at) = bytes.windows(17).position(|name| name == b"word/documenx.xml") {
        bytes[at..at + 17].copy_from_slice(b"word/document.xml");
    }
    assert!(refused(&bytes).contains("两个同名"));
}

#[test]
fn entities_are_refused() {
    let lol = format!(
        "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
         <w:document xmlns:w=\"{WORD}\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    );
    assert!(refused(&Docx::new("").raw("word/document.xml", lol).bytes()).contains("文档类型声明"));
    let external = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
    assert!(refused(&Docx::new(p("x")).raw("customXml/item1.xml", external).bytes()).contains("文档类型声明"));
}

#[test]
fn macros_are_refused() {
    assert!(refused(&Docx::new(p("x")).raw("word/vbaProject.bin", vec![1]).bytes()).contains("带有宏"));
    let types = Docx::new(p("x")).all().remove(0).1;
    let types = String::from_utf8(types).expect("text").replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    );
    assert!(refused(&Docx::new(p("x")).raw("[Content_Types].xml", types).bytes()).contains("带有宏"));
}

#[test]
fn files_elsewhere_are_never_fetched() {
    let with = |content: &str| Docx::new(p("{{ 名 }}")).raw("word/_rels/document.xml.rels", relations(content));
    let outside = |kind: &str| {
        format!(
            "<Relationship Id=\"x\" Type=\"{RELATIONS}/{kind}\" Target=\"http://a.example/b\" TargetMode=\"External\"/>"
        )
    };
    for kind in ["image", "oleObject", "frame", "subDocument"] {
        let said = refused(&with(&outside(kind)).bytes());
        assert!(said.contains("链接到外部文件“http://a.example/b”"), "{said}");
    }
    // Links a person clicks stay.
    let filled = with(&outside("hyperlink")).fill(json!({"名": "甲"}));
    assert!(filled.part("word/_rels/document.xml.rels").contains("http://a.example/b"));
}

#[test]
fn circles_of_parts_are_refused() {
    let to =
        |target: &str| relations(&format!("<Relationship Id=\"x\" Type=\"{RELATIONS}/header\" Target=\"{target}\"/>"));
    let own = Docx::new(p("x")).raw("word/_rels/document.xml.rels", to("document.xml"));
    assert!(refused(&own.bytes()).contains("成环"));
    let two = Docx::new(p("x"))
        .raw("word/header1.xml", format!("<w:hdr xmlns:w=\"{WORD}\"/>"))
        .raw("word/_rels/document.xml.rels", to("header1.xml"))
        .raw("word/_rels/header1.xml.rels", to("document.xml"));
    assert!(refused(&two.bytes()).contains("成环"));
}

#[test]
fn a_locked_part_is_told() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
        .expect("a part");
    zip.write_all(b"<a/>").expect("written");
    let mut bytes = zip.finish().expect("a zip").into_inner();
    // The flag “encrypted”, in both headers.
    let central = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
    bytes[6] |= 1;
    bytes[central + 8] |= 1;
    assert!(refused(&bytes).contains("打开密码"));
}

#[test]
fn xml_that_is_none_is_refused() {
    for document in ["<w:document", "", "<w:document><w:body></w:document>", "\u{1}", "<a>&nbsp;</a>"] {
        let said = refused(&Docx::new("").raw("word/document.xml", document).bytes());
        assert!(said.contains("读不出来"), "{document}: {said}");
    }
    assert!(refused(&Docx::new("").raw("word/document.xml", vec![0xFF, 0x00, 0x80]).bytes()).contains("读不出来"));
}
