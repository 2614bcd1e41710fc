use proptest::prelude::*;

use super::*;

fn parsed(text: &str) -> String {
    PartialDate::parse(text, Some(2021)).unwrap_or_else(|error| panic!("{text}: {error}")).encode()
}

fn refused(text: &str) -> String {
    PartialDate::parse(text, Some(2021)).expect_err(text).message().to_owned()
}

#[test]
fn every_way_of_writing_a_day_is_read() {
    for text in [
        "2021.2.25",
        "2021/02/25",
        "2021/2/25",
        "2021-2-25",
        "2021-02-25",
        "20210225",
        "2021年2月25日",
        "2021年2月25日前",
        "2021 年 2 月 25 日",
        "２０２１年２月２５日",
        "二〇二一年二月二十五日",
        "2021年2月25日之前完成",
        "21年2月25号",
        "2021-02-25 00:00:00",
        "2021-02-25T00:00:00",
        "2月25日",
        "2月25日前",
        "2/25",
        "2021.02.25.",
    ] {
        assert_eq!(parsed(text), "2021-02-25", "{text}");
    }
}

#[test]
fn periods_are_read_as_their_last_day() {
    for (text, encoded) in [
        ("3月底前", "2021-03-31~month"),
        ("2021年6月底", "2021-06-30~month"),
        ("2021年6月", "2021-06-30~month"),
        ("6月份", "2021-06-30~month"),
        ("3月", "2021-03-31~month"),
        ("十二月底前完成", "2021-12-31~month"),
        ("2024-02", "2024-02-29~month"),
        ("第一季度", "2021-03-31~quarter"),
        ("一季度末", "2021-03-31~quarter"),
        ("二季度末", "2021-06-30~quarter"),
        ("四季度末前", "2021-12-31~quarter"),
        ("Q2", "2021-06-30~quarter"),
        ("2022Q3", "2022-09-30~quarter"),
        ("2022年第3季度", "2022-09-30~quarter"),
        ("上半年", "2021-06-30~halfyear"),
        ("下半年", "2021-12-31~halfyear"),
        ("2021年上半年", "2021-06-30~halfyear"),
        ("年内", "2021-12-31~year"),
        ("年底前", "2021-12-31~year"),
        ("今年年底前", "2021-12-31~year"),
        ("2021年底", "2021-12-31~year"),
        ("2022年", "2022-12-31~year"),
        ("2022年年底前完成", "2022-12-31~year"),
        ("长期", "9999-12-31~longterm"),
        ("长期坚持", "9999-12-31~longterm"),
        ("长期坚持、持续推进", "9999-12-31~longterm"),
        ("今年", "2021-12-31~year"),
        ("21年底", "2021-12-31~year"),
        ("持续推进", "9999-12-31~longterm"),
    ] {
        assert_eq!(parsed(text), encoded, "{text}");
    }
}

#[test]
fn a_day_that_does_not_exist_is_refused_with_the_last_one() {
    assert_eq!(refused("2021-02-29"), "2021年2月没有29日，最后一天是28日，请改正");
    assert_eq!(refused("2021年2月29日"), "2021年2月没有29日，最后一天是28日，请改正");
    assert_eq!(refused("20210230"), "2021年2月没有30日，最后一天是28日，请改正");
    assert_eq!(refused("4月31日"), "4月没有31日，最后一天是30日，请改正");
    assert_eq!(refused("2月29日"), "2021年2月没有29日，最后一天是28日，请改正");
    assert_eq!(refused("2021.13.1"), "没有13月，月份应为1—12，请改正");
    assert_eq!(refused("五季度末"), "没有第5季度，季度应为1—4，请改正");
    assert_eq!(PartialDate::parse("2月29日", Some(2024)).unwrap().encode(), "2024-02-29");
}

#[test]
fn what_is_missing_is_named() {
    for text in ["2月25日", "3月底前", "二季度末", "上半年", "年内"] {
        assert!(PartialDate::needs_year(text), "{text}");
        assert!(PartialDate::parse(text, None).unwrap_err().message().contains("没有写年份"), "{text}");
    }
    for text in ["2021年3月底前", "20210225", "长期", "尽快", "2月30日", "月底前"] {
        assert!(!PartialDate::needs_year(text), "{text}");
    }
    assert!(refused("月底前").contains("没有写明是哪个月"));
    assert!(refused("6月中旬").contains("6月底前"));
    for text in [
        "",
        "尽快",
        "每季度一次",
        "3月至6月",
        "2021年2月25日上午",
        "12345",
        "3021年5月",
        "3年内",
        "10年内",
        "三年",
        "6、9",
        "2021-2025",
    ] {
        refused(text);
    }
}

#[test]
fn printed_forms_are_those_of_the_office() {
    let march = PartialDate::parse("3月底前", Some(2021)).unwrap();
    assert_eq!(
        (march.grid(2021), march.grid(2022), march.prose()),
        ("3月底前".into(), "2021年3月底前".into(), "2021年3月底前".into())
    );
    let day = PartialDate::parse("2021.02.05", None).unwrap();
    assert_eq!((day.grid(2021), day.prose()), ("2021-02-05".into(), "2021年2月5日".into()));
    assert_eq!(PartialDate::parse("一季度末", Some(2021)).unwrap().prose(), "2021年第一季度");
    let year = PartialDate::parse("年内", Some(2021)).unwrap();
    assert_eq!(
        (year.grid(2021), year.grid(2020), year.prose()),
        ("年内".into(), "2021年底前".into(), "2021年底前".into())
    );
    assert_eq!((PartialDate::LONG_TERM.grid(2021), PartialDate::LONG_TERM.prose()), ("长期".into(), "长期坚持".into()));
}

#[test]
fn excel_serials_are_days() {
    assert_eq!(PartialDate::from_excel_serial(44252.0).unwrap().encode(), "2021-02-25");
    assert_eq!(PartialDate::from_excel_serial(44252.75).unwrap().encode(), "2021-02-25");
    for serial in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e12] {
        assert!(PartialDate::from_excel_serial(serial).is_err());
    }
}

#[test]
fn sql_and_json_carry_the_sortable_text() {
    let march = PartialDate::parse("3月底前", Some(2021)).unwrap();
    assert_eq!(serde_json::to_string(&march).unwrap(), "\"2021-03-31~month\"");
    for text in ["2021-03-30~month", "2021-3-31", "2021-03-31~week", "2021-03-31~day", "2021-12-31~longterm", ""] {
        assert_eq!(PartialDate::decode(text), None, "{text}");
    }
}

prop_compose! {
    fn any_date()(days in 0u64..109_000, precision in prop::sample::select(Precision::ALL)) -> PartialDate {
        let start = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        PartialDate::containing(start + Days::new(days), precision)
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(date in any_date(), this_year in 1900..2199i32) {
        prop_assert_eq!(PartialDate::parse(&date.prose(), None).unwrap(), date);
        prop_assert_eq!(PartialDate::parse(&date.grid(this_year), Some(this_year)).unwrap(), date);
        prop_assert_eq!(PartialDate::decode(&date.encode()), Some(date));
        prop_assert!(date.first_day() <= date.date);
    }

    #[test]
    fn the_stored_text_sorts_by_time(a in any_date(), b in any_date()) {
        if let (Some(x), Some(y)) = (a.date, b.date) && x != y {
            prop_assert_eq!(a.encode() < b.encode(), x < y);
        }
        prop_assert_eq!(a.cmp(&b), a.encode().cmp(&b.encode()));
        prop_assert!(a <= PartialDate::LONG_TERM);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[0-9一二十〇年月日底前末季度Q半上下 ./T:—-]{0,12}", any in "\\PC{0,12}") {
        let _ = PartialDate::parse(&text, Some(2021));
        let _ = PartialDate::parse(&any, None);
    }
}
