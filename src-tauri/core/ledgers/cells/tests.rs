use super::*;

fn text(text: &str) -> Cell {
    Cell::from_text(text)
}

fn progress_of(cell: Cell) -> Progress {
    match progress(&cell) {
        Reading::Value(progress) => progress,
        Reading::Doubt(doubt) => panic!("doubtful: {}", doubt.value),
        Reading::Nothing => panic!("nothing"),
    }
}

#[test]
fn progress_in_every_style_of_the_office_ledger() {
    for (cell, percent, status) in [
        (Cell::Number(0.5), Some(50), None),
        (Cell::Number(0.333), Some(33), None),
        (Cell::Number(1.0), Some(100), None),
        (Cell::Number(0.0), Some(0), None),
        (text("80"), Some(80), None),
        (text("90%"), Some(90), None),
        (text("100%"), Some(100), None),
        (text("完成30％"), Some(30), None),
        (text("已完成"), Some(100), Some(TaskStatus::Submitted)),
        (text("推进中"), None, Some(TaskStatus::InProgress)),
        (text("未启动"), None, Some(TaskStatus::NotStarted)),
        (text("已完成主体施工，进度约60%"), Some(60), None),
        (text("一期30%，二期50%"), None, None),
        (Cell::Number(130.0), None, None),
    ] {
        let found = progress_of(cell.clone());
        assert_eq!((found.percent, found.status), (percent, status), "{cell:?}");
    }
    assert_eq!(progress_of(text("完成30％")).text, "完成30％");
    assert_eq!(progress_of(text("90%")).text, "");
    assert!(matches!(progress(&text("—")), Reading::Nothing));
}

#[test]
fn tenths_are_asked_with_a_number_proposed() {
    for (typed, label) in [("约七成", "70%"), ("六成半", "65%"), ("近8成", "80%"), ("已过半", "50%")] {
        let Reading::Doubt(doubt) = progress(&text(typed)) else { panic!("{typed} is doubtful") };
        assert_eq!(doubt.offers.iter().map(|o| o.label.as_str()).collect::<Vec<_>>(), [label, "只记文字"]);
        assert_eq!(doubt.proposed, 0);
    }
    assert_eq!(progress_of(text("正在完成前期手续")).percent, None, "完成 is no tenth");
}

#[test]
fn deadlines_of_every_kind_and_days_that_do_not_exist() {
    let value = |cell: Cell| match date(&cell, Some(2021)) {
        Reading::Value(date) => date.encode(),
        _ => String::new(),
    };
    let day = |y, m, d| PartialDate::day(NaiveDate::from_ymd_opt(y, m, d).expect("a day")).encode();
    assert_eq!(value(Cell::Number(44379.0)), day(2021, 7, 2));
    assert_eq!(value(text("44379")), day(2021, 7, 2));
    assert_eq!(value(text("20210331")), day(2021, 3, 31));
    assert_eq!(value(text("2021.4.18")), day(2021, 4, 18));
    assert_eq!(value(text("长期坚持")), PartialDate::LONG_TERM.encode());
    assert!(lacks_year(&text("9月15日")) && lacks_year(&text("年内")) && !lacks_year(&text("2021年3月底")));
    for typed in ["2021-02-30", "2021年2月30日", "20210230", "2月30日"] {
        let Reading::Doubt(doubt) = date(&text(typed), Some(2021)) else { panic!("{typed} does not exist") };
        let labels: Vec<&str> = doubt.offers.iter().map(|offer| offer.label.as_str()).collect();
        assert_eq!(labels, ["2021-02-28", "2月底前", "留空待核实"], "{typed}");
        assert_eq!(doubt.proposed, 2);
    }
    let Reading::Doubt(doubt) = date(&text("待甲方通知"), Some(2021)) else { panic!("unreadable") };
    assert_eq!((doubt.kind, doubt.offers.len()), (QuestionKind::Date, 1));
}

#[test]
fn amounts_take_the_unit_of_the_head_and_other_currencies_are_kept_as_stated() {
    let Reading::Value(amount) = amount(&Cell::Number(12000.0), Some(AmountUnit::Wan)) else { panic!("an amount") };
    assert_eq!(amount.yuan, Some(120_000_000));
    let Reading::Doubt(doubt) = super::amount(&text("800万美元"), Some(AmountUnit::Wan)) else { panic!("doubtful") };
    assert_eq!((doubt.kind, doubt.proposed), (QuestionKind::Currency, 0));
    let kept = doubt.offers[0].value.as_ref().expect("as stated");
    assert_eq!((kept.yuan, kept.text.as_str()), (None, "800万美元"));
    let typed = doubt.input.and_then(|input| (input.read)("5200万元")).flatten().expect("typed");
    assert_eq!(typed.yuan, Some(52_000_000));
    assert!(is_bare_number(&text("12,000")) && !is_bare_number(&text("12000万元")));
}

#[test]
fn leading_and_assisting_units_in_one_cell() {
    let both = |lead: &[&str], assisting: &[&str]| Units {
        lead: lead.iter().map(|s| (*s).to_owned()).collect(),
        assisting: assisting.iter().map(|s| (*s).to_owned()).collect(),
    };
    for typed in [
        "市自然资源和规划局牵头，市发改委、西海岸新区配合",
        "牵头：市自然资源和规划局；配合：市发改委、西海岸新区",
        "牵头单位：市自然资源和规划局\n配合单位：市发改委，西海岸新区",
        "（市自然资源和规划局牵头，市发改委、西海岸新区等配合）",
        "市自然资源和规划局（牵头）、市发改委、西海岸新区",
        "市自然资源和规划局、市发改委、西海岸新区",
    ] {
        assert_eq!(units(typed, false), both(&["市自然资源和规划局"], &["市发改委", "西海岸新区"]), "{typed}");
    }
    assert_eq!(units("科技局、科技局", true), both(&[], &["科技局"]));
    assert_eq!(units("市环保局 ", true), both(&[], &["市环保局"]));
    assert_eq!(units("市科技局、市工信局按职责分工负责", false), both(&["市科技局"], &["市工信局"]));
    assert_eq!(units("—", false), Units::default());
}

#[test]
fn persons_with_and_without_posts() {
    let found = |text: &str| persons(text).into_iter().map(|p| (p.name, p.post)).collect::<Vec<_>>();
    let one = |name: &str, post: &str| (name.to_owned(), post.to_owned());
    assert_eq!(found("示例庚（处长）"), [one("示例庚", "处长")]);
    assert_eq!(found("示例庚、示例子"), [one("示例庚", ""), one("示例子", "")]);
    assert_eq!(found("示例庚 副处长 85911234\n示例子(科员)"), [one("示例庚", "副处长"), one("示例子", "科员")]);
    assert!(found(" 、").is_empty());
}

proptest::proptest! {
    #[test]
    fn no_text_panics(typed in "[0-9年月日%成约半完（）()、：:牵头配合局 .-]{0,16}|.{0,24}") {
        let cell = text(&typed);
        let _ = (date(&cell, Some(2021)), date(&cell, None), amount(&cell, None), progress(&cell));
        let _ = (units(&typed, true), persons(&typed), super::super::rows::without_number(&typed).len());
    }
}
