//! The tokens of `search::text` and `search::pinyin` in a real FTS5 table: what is contained is found, what is not
//! is not, whatever is typed.

use changwu_core::search::{pinyin, text};
use proptest::prelude::*;
use rusqlite::Connection;

const TABLE: &str = "CREATE VIRTUAL TABLE t USING fts5(body, names, content='', contentless_delete=1,
    tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co'\")";

/// An index of one record with this text and these names.
fn index(body: &str, names: &str) -> Connection {
    let connection = Connection::open_in_memory().expect("a database in memory");
    connection.execute_batch(TABLE).expect("the table of search::text");
    let row = [text::bigrams(&format!("{names} {body}")), pinyin::index_form(names)];
    connection.execute("INSERT INTO t(rowid, body, names) VALUES(1, ?, ?)", row).expect("a row");
    connection
}

fn finds(connection: &Connection, typed: &str) -> bool {
    let Some(query) = text::query(typed) else { return false };
    let mut statement = connection.prepare_cached("SELECT 1 FROM t WHERE t MATCH ?").expect("a statement");
    statement.exists([query]).unwrap_or_else(|error| panic!("{typed:?}: {error}"))
}

/// Scenario 31.
#[test]
fn an_enterprise_by_word_initials_or_pinyin() {
    let index = index("工业互联网；总投资2亿元", "青岛环球集团股份有限公司");
    for typed in [
        "环球",
        "hqjt",
        "HQJT",
        "huanqiu",
        "环",
        "司",
        "青岛 集团",
        "环球集团股份",
        "工业互联",
        "2亿",
        "２亿",
        "总投资2亿元",
        "hqjt 互联网",
    ] {
        assert!(finds(&index, typed), "{typed}");
    }
    for typed in ["球环", "环集", "hqjx", "青岛 海信", "anqiu", "亿2", "司工"] {
        assert!(!finds(&index, typed), "{typed}");
    }
}

#[test]
fn a_name_in_brackets_is_found_without_them() {
    let index = index("", "青岛示例智能装备科技（集团）股份有限公司");
    assert!(finds(&index, "科技集团") && finds(&index, "科技（集团）") && finds(&index, "（集团）"));
}

/// SQLite's tokenizer must leave every Chinese character as it is.
#[test]
fn every_chinese_character_survives() {
    let blocks = [0x3400..=0x4db5u32, 0x4e00..=0x9fcc, 0xf900..=0xfad9, 0x20000..=0x2a6d6, 0x3007..=0x3007];
    let characters: Vec<char> =
        blocks.into_iter().flatten().filter_map(char::from_u32).filter(|c| c.is_alphanumeric()).collect();
    let all: String = characters.iter().flat_map(|c| [*c, '，']).collect();
    let index = index(&all, "");
    index.execute_batch("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'row')").expect("a list of tokens");
    let tokens: i64 = index.query_row("SELECT count(*) FROM v", [], |row| row.get(0)).expect("a count");
    assert_eq!(usize::try_from(tokens), Ok(characters.len()));
}

/// Text as notes are: Chinese with signs, letters and digits between.
fn notes() -> impl Strategy<Value = String> {
    proptest::string::string_regex("([青岛环球集团用地融资行重]{1,6}[，。（ 0-9a-cA-C]{0,3}){1,5}").expect("a pattern")
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn every_part_is_found_and_nothing_else(body in notes(), other in "[青岛环球集团用地融资行重]{1,3}") {
        let index = index(&body, "");
        let characters: Vec<char> = body.chars().collect();
        for length in 1..=4 {
            for part in characters.windows(length).filter(|part| part.iter().all(|c| is_chinese(*c))) {
                let part: String = part.iter().collect();
                prop_assert!(finds(&index, &part), "{} in {}", part, body);
            }
        }
        prop_assert_eq!(finds(&index, &other), body.contains(&other));
    }

    #[test]
    fn anything_may_be_typed(body in ".{0,40}", typed in ".{0,20}|[\"*'() ANDORNEAR:^+-]{0,20}") {
        let _ = finds(&index(&body, &body), &typed);
    }
}
