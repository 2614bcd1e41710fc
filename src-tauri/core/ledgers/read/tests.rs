use std::io::{Cursor, Write};

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

use super::*;
use crate::progress::Unwatched;

const OFFICE: &[u8] = include_bytes!("../../../../tests/ledgers/ledger-office-300.xlsx");
const SMALL_ODS: &[u8] = include_bytes!("../../../../tests/ledgers/ledger-small.ods");
const SMALL_XLS: &[u8] = include_bytes!("../../../../tests/ledgers/ledger-small.xls");

fn book(bytes: &[u8]) -> Book {
    read("台账.xlsx", bytes, &Unwatched).expect("readable")
}

/// The sentence a file is refused with.
fn refused(bytes: &[u8]) -> String {
    read("台账.xlsx", bytes, &Unwatched).expect_err("refused").message().to_owned()
}

fn date(year: i32, month: u32, day: u32) -> Cell {
    Cell::Date(NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    for (name, bytes) in streams {
        file.create_stream(name).expect("a stream").write_all(bytes).expect("written");
    }
    file.into_inner().into_inner()
}

#[test]
fn office_ledger_has_merged_values_in_every_cell_and_dates_as_dates() {
    let book = book(OFFICE);
    assert_eq!(book.sheets.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["责任分工台账", "填表说明"]);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows.len(), 316);
    assert_eq!(sheet.cell(5, 1).text(), "青岛示例智能装备科技（集团）股份有限公司", "第6行 is inside the merged B4:B7");
    assert_eq!(sheet.cell(3, 10), &date(2021, 3, 21));
    assert_eq!(sheet.cell(18, 10), &Cell::Number(44379.0), "a serial number without a date format stays a number");
    assert_eq!(sheet.cell(17, 11), &Cell::Number(0.333));
    assert_eq!(sheet.cell(9, 8).text(), "市环保局", "trailing blanks go");
    assert!(sheet.cell(314, 0).is_blank());
}

#[test]
fn xls_and_ods_read_as_the_xlsx_they_were_made_from() {
    for (name, bytes) in [("xls", SMALL_XLS), ("ods", SMALL_ODS)] {
        let book = book(bytes);
        let sheet = &book.sheets[0];
        assert_eq!(sheet.name, "任务台账", "{name}");
        assert_eq!(sheet.cell(4, 1).text(), "甲智能工厂（示例1）", "{name}: merged");
        assert_eq!(sheet.cell(4, 2), &Cell::Number(1.5), "{name}");
        assert_eq!(sheet.cell(3, 6), &date(2021, 3, 31), "{name}");
        assert_eq!(sheet.cell(4, 6), &date(2021, 6, 30), "{name}: 2021年6月30日");
        assert_eq!(sheet.cell(3, 7), &Cell::Number(0.5), "{name}: 50%");
        assert_eq!(sheet.cell(5, 7).text(), "完成30％", "{name}");
        assert_eq!(sheet.rows.len(), 6, "{name}");
    }
}

#[test]
fn csv_in_any_encoding_and_with_any_separator() {
    let text = "单位,任务\r\n市发改委,\"1.协调供电增容,年内\n完成\"\r\n\r\n市科技局,2.对接银行授信\r\n";
    let gb18030 = encoding_rs::GB18030.encode(text).0.into_owned();
    let with_bom = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf16: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("utf8", text.as_bytes()), ("bom", &with_bom), ("gb18030", &gb18030), ("utf16", &utf16)] {
        let sheet = read("任务.csv", bytes, &Unwatched).expect(name).sheets.remove(0);
        assert_eq!(sheet.name, "任务");
        assert_eq!(sheet.cell(0, 0).text(), "单位", "{name}");
        assert_eq!(sheet.cell(1, 1).text(), "1.协调供电增容,年内\n完成", "{name}");
        assert_eq!(sheet.cell(3, 0).text(), "市科技局", "{name}: the blank line is row 3, as in Excel");
    }
    for separator in ["\t", ";"] {
        let text = "单位,任务\n市发改委,协调供电增容\n".replace(',', separator);
        assert_eq!(book(text.as_bytes()).sheets[0].cell(1, 1).text(), "协调供电增容");
    }
}

#[test]
fn hostile_files_get_a_sentence() {
    assert!(refused(b"").contains("空的"));
    assert!(refused(b" \r\n \r\n").contains("空的"));
    assert!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("不是表格文件"));
    assert!(refused(b"%PDF-1.4\n1 0 obj").contains("不是表格文件"));
    assert!(refused(&[0, 1, 2, 3, 4, 5, 0xFF, 0xFF]).contains("不是表格文件"));
    assert!(refused("<html><table><tr><td>任务</td></tr></table></html>".as_bytes()).contains("网页"));
    assert!(refused(&zipped(&[("word/document.xml", b"<w:document/>")])).contains("Word文档"));
    assert!(refused(&zipped(&[("photo.jpg", b"...")])).contains("不是表格文件"));
    assert!(refused(&zipped(&[("xl/workbook.bin", b"...")])).contains(".xlsb"));
    assert!(refused(&OFFICE[..OFFICE.len() / 2]).contains("已损坏"));
    assert!(refused(&zipped(&[("xl/workbook.xml", b"<broken")])).contains("已损坏"));
    let mut empty = Workbook::new();
    empty.add_worksheet();
    assert!(refused(&empty.save_to_buffer().expect("saved")).contains("空的"));
}

#[test]
fn password_protected_files_say_so() {
    let xlsx = compound(&[("/EncryptionInfo", b"4"), ("/EncryptedPackage", b"secret")]);
    assert!(refused(&xlsx).contains("文件有密码"));
    // BOF of BIFF8, then FILEPASS.
    let records = [&[0x09, 0x08, 4, 0, 0, 6, 5, 0][..], &[0x2F, 0, 6, 0, 1, 0, 1, 0, 1, 0]].concat();
    assert!(refused(&compound(&[("/Workbook", &records)])).contains("文件有密码"));
    let manifest: &[u8] = b"<manifest:encryption-data/>";
    let mimetype: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = zipped(&[("mimetype", mimetype), ("META-INF/manifest.xml", manifest), ("content.xml", b"?")]);
    assert!(refused(&ods).contains("文件有密码"));
    assert!(refused(&compound(&[("/WordDocument", b"x")])).contains("Word文档"));
}

#[test]
fn too_large_tables_are_refused_not_allocated() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(999_999, 0, "末行").expect("written");
    assert!(refused(&workbook.save_to_buffer().expect("saved")).contains("超过20万行"));
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 16_000, "末列").expect("written");
    assert!(refused(&workbook.save_to_buffer().expect("saved")).contains("超过1000列"));
    assert!(refused("任务\n".repeat(200_001).as_bytes()).contains("超过20万行"));
    // A cell of .xls in row 65 535 and column 65 535: a table of four thousand million cells.
    let far = [&[0x09, 0x08, 4, 0, 0, 6, 5, 0][..], &[0x03, 0x02, 4, 0, 0xFF, 0xFF, 0xFF, 0xFF]].concat();
    assert!(refused(&compound(&[("/Workbook", &far)])).contains("表格太大"));
    // The same only declared, rows 32 and 16 bits wide.
    let wide = [&[0x00, 0x02, 14, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0, 0][..], &[0x0A, 0, 0, 0]].concat();
    let old = [&[0x00, 0x02, 10, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0][..], &[0x0A, 0, 0, 0]].concat();
    for records in [wide, old] {
        assert!(refused(&compound(&[("/Workbook", &records)])).contains("表格太大"));
    }
}

#[test]
fn a_merge_over_the_whole_sheet_costs_nothing() {
    let names = b"<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";
    let links = b"<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml' \
                  Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/></Relationships>";
    let sheet = b"<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>title</v></c></row></sheetData>\
                  <mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells></worksheet>";
    let root = b"<Relationships><Relationship Id='rId1' Target='xl/workbook.xml' \
                 Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>";
    let book = book(&zipped(&[
        ("_rels/.rels", root),
        ("xl/workbook.xml", names),
        ("xl/_rels/workbook.xml.rels", links),
        ("xl/worksheets/sheet1.xml", sheet),
    ]));
    assert_eq!((book.sheets[0].rows.len(), book.sheets[0].width()), (1, 1));
}

#[test]
fn a_zip_bomb_is_told_by_unpacking_it() {
    let bomb = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &vec![b' '; 3 << 20])]);
    assert!(bomb.len() < 64 << 10);
    let refusal =
        |bytes: &[u8]| package::format_within(bytes, 2 << 20, &Unwatched).err().map(|e| e.message().to_owned());
    assert!(refusal(&bomb).expect("refused").contains("不是正常的台账"));
    // The same with a lie about its size wherever the size is declared.
    let (size, lie) = ((3_u32 << 20).to_le_bytes(), 100_u32.to_le_bytes());
    let mut lying = bomb.clone();
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size {
            lying[at..at + 4].copy_from_slice(&lie);
        }
    }
    assert_ne!(lying, bomb);
    assert!(refusal(&lying).is_some());
    assert!(package::format_within(&bomb, 4 << 20, &Unwatched).is_ok());
}

#[test]
fn a_file_that_is_gone_or_a_folder_is_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let gone = read_file(&folder.path().join("台账.xlsx"), &Unwatched).expect_err("gone");
    assert!(gone.message().contains("找不到文件“台账.xlsx”"));
    assert!(read_file(folder.path(), &Unwatched).is_err());
    let path = folder.path().join("其实是文本.xlsx");
    std::fs::write(&path, "单位,任务\n市科技局,对接").expect("written");
    assert_eq!(read_file(&path, &Unwatched).expect("told by content").sheets[0].cell(1, 1).text(), "对接");
}

#[test]
fn reading_stops_when_asked() {
    struct Impatient;
    impl Watch for Impatient {
        fn progress(&self, _done: u64, _total: u64, _what: &str) {}
        fn cancelled(&self) -> bool {
            true
        }
    }
    assert_eq!(read("台账.xlsx", OFFICE, &Impatient).expect_err("stopped").code(), Code::Cancelled);
}

#[test]
fn columns_have_the_letters_of_excel() {
    let letters: Vec<String> = [0, 25, 26, 51, 701, 702].into_iter().map(column_letter).collect();
    assert_eq!(letters, ["A", "Z", "AA", "AZ", "ZZ", "AAA"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), start in 0..4_usize) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b"\xEF\xBB\xBF"][start];
        let _ = read("x", &[start, &bytes].concat(), &Unwatched);
    }

    #[test]
    fn no_broken_file_panics(which in 0..3_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = [OFFICE, SMALL_XLS, SMALL_ODS][which].to_vec();
        let at = at.index(bytes.len());
        if cut {
            bytes.truncate(at);
        } else {
            bytes[at] = byte;
        }
        let _ = read("x", &bytes, &Unwatched);
    }
}
