use proptest::prelude::*;

use super::*;

fn read(text: &str) -> (Option<i64>, Qualifier) {
    let amount = Amount::parse(text, Some(AmountUnit::Wan)).unwrap_or_else(|error| panic!("{text}: {error}"));
    (amount.yuan, amount.qualifier)
}

fn refused(text: &str) -> String {
    Amount::parse(text, None).expect_err(text).message().to_owned()
}

#[test]
fn stated_amounts_are_read() {
    use Qualifier::*;
    for (text, yuan, qualifier) in [
        ("2亿", 200_000_000, Eq),
        ("3,000万元", 30_000_000, Eq),
        ("5，000万元", 50_000_000, Eq),
        ("1.25亿元", 125_000_000, Eq),
        ("1234.56万元", 12_345_600, Eq),
        ("3000万", 30_000_000, Eq),
        ("12000", 120_000_000, Eq),
        ("12000元", 12_000, Eq),
        ("0.5", 5_000, Eq),
        ("１．２亿", 120_000_000, Eq),
        ("约1.5亿元", 150_000_000, Approx),
        ("1.5亿元左右", 150_000_000, Approx),
        ("近3亿元", 300_000_000, Approx),
        ("超2亿元", 200_000_000, Gt),
        ("超过200亿元", 20_000_000_000, Gt),
        ("逾亿元", 100_000_000, Gt),
        ("约超2亿元", 200_000_000, Approx),
        ("2亿元以上", 200_000_000, Ge),
        ("不低于5000万元", 50_000_000, Ge),
        ("三千多万元", 30_000_000, Many),
        ("3000余万元", 30_000_000, Many),
        ("一亿元", 100_000_000, Eq),
        ("三千二百万元", 32_000_000, Eq),
        ("两亿五千万元", 250_000_000, Eq),
        ("1亿2000万元", 120_000_000, Eq),
        ("一亿零五百万", 105_000_000, Eq),
        ("十二亿", 1_200_000_000, Eq),
        ("叁仟万元", 30_000_000, Eq),
        ("1.2万亿元", 1_200_000_000_000, Eq),
        ("2亿元人民币", 200_000_000, Eq),
        ("￥3000元", 3_000, Eq),
        ("12,345,678元", 12_345_678, Eq),
        ("5000（万元）", 50_000_000, Eq),
        ("贰亿元整", 200_000_000, Eq),
    ] {
        assert_eq!(read(text), (Some(yuan), qualifier), "{text}");
    }
    assert_eq!(Amount::parse("30000000", None).unwrap().yuan, Some(30_000_000));
    assert_eq!(Amount::parse("1.5", Some(AmountUnit::Yi)).unwrap().yuan, Some(150_000_000));
}

#[test]
fn amounts_without_a_number_stay_without_one() {
    for text in ["待定", "—", "", "  ", "数千万元", "几百万", "数亿元", "面议"] {
        assert_eq!(read(text), (None, Qualifier::Unspecified), "{text}");
    }
    assert_eq!(Amount::parse("数千万元", None).unwrap().display(), "数千万元");
    assert_eq!(Amount::parse("", None).unwrap().display(), "—");
}

#[test]
fn certainty_is_taken_from_the_words() {
    let amount = Amount::parse("2亿元（投资意向）", None).unwrap();
    assert_eq!((amount.yuan, amount.certainty), (Some(200_000_000), Some(Certainty::Intention)));
    assert_eq!(Amount::parse("订单三千多万元", None).unwrap().certainty, Some(Certainty::Contract));
}

#[test]
fn other_currencies_are_recognised_and_never_converted() {
    assert!(Amount::foreign_currency("800万美元") && Amount::foreign_currency("ＵＳＤ 800万"));
    assert!(!Amount::foreign_currency("800万元"));
    assert!(refused("800万美元").contains("不是人民币"));
}

#[test]
fn what_is_no_amount_is_refused() {
    assert!(refused("12.5元").contains("不到1元"));
    assert!(refused("1.23456万元").contains("不到1元"));
    assert!(refused("-5万元").contains("不能是负数"));
    assert!(refused("99999999亿元").contains("太大"));
    for text in [
        "很多",
        "1-2亿元",
        "三千五",
        "一亿二",
        "二三亿",
        "1.2.3万",
        "千万元",
        "2亿元/年",
        "万5",
        "1,5万",
        "3000（5000）",
        "1亿元,2亿元",
    ] {
        refused(text);
    }
}

#[test]
fn figures_are_rounded_before_the_unit_is_chosen() {
    for (yuan, text) in [
        (99_995_000, "9999.5万元"),
        (99_999_999, "1亿元"),
        (100_000_000, "1亿元"),
        (30_000_000, "3000万元"),
        (125_000_000, "1.25亿元"),
        (12_345_600, "1234.56万元"),
        (12_345_650, "1234.57万元"),
        (9_999, "9999元"),
        (10_000, "1万元"),
        (0, "0元"),
        (-30_000_000, "-3000万元"),
    ] {
        assert_eq!(display_yuan(yuan), text);
    }
    assert_eq!(Amount::parse("12000", Some(AmountUnit::Wan)).unwrap().display(), "1.2亿元");
    assert_eq!(Amount::parse("约１２０００", Some(AmountUnit::Wan)).unwrap().display(), "约1.2亿元");
    assert_eq!(Amount::parse(" 超200亿元", None).unwrap().display(), "超200亿元");
    let least = Amount { qualifier: Qualifier::Ge, ..Amount::exact(200_000_000) };
    assert_eq!(least.display(), "2亿元以上");
}

#[test]
fn totals_say_what_they_are_worth() {
    let total = |texts: &[&str]| {
        let amounts: Vec<_> = texts.iter().map(|text| Amount::parse(text, None).unwrap()).collect();
        sum(&amounts).prose()
    };
    // Scenario 12: the orders of the article's enterprises.
    assert_eq!(total(&["三千多万元", "数千万元"]), "超3000万元，另有1项未量化");
    assert_eq!(total(&["2亿元", "5000万元"]), "2.5亿元");
    assert_eq!(total(&["约1亿元", "1亿元"]), "约2亿元");
    assert_eq!(total(&["约1亿元", "1亿元以上"]), "约超2亿元");
    assert_eq!(total(&["待定", "数千万元"]), "2项未量化");
    assert_eq!(total(&[]), "—");
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(yuan in 0i64..1_000_000_000_000_000) {
        let shown = display_yuan(yuan);
        let read = Amount::parse(&shown, None).unwrap();
        prop_assert_eq!(display_yuan(read.yuan.unwrap()), shown);
    }

    #[test]
    fn round_figures_are_read_back_exactly(wan in 0i64..10_000, qualifier in prop::sample::select(vec![
        Qualifier::Eq, Qualifier::Gt, Qualifier::Ge, Qualifier::Approx, Qualifier::Many,
    ])) {
        let amount = Amount { qualifier, ..Amount::exact(wan * WAN) };
        let read = Amount::parse(&amount.display(), None).unwrap();
        prop_assert_eq!((read.yuan, read.qualifier), (amount.yuan, amount.qualifier));
    }

    #[test]
    fn storage_keeps_everything(text in "(超|约|)[1-9][0-9]{0,3}(万|亿)元(以上|)") {
        let amount = Amount::parse(&text, None).unwrap();
        let json = serde_json::to_string(&amount).unwrap();
        prop_assert_eq!(serde_json::from_str::<Amount>(&json).unwrap(), amount);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[0-9.,一二三十百千万亿零多余数超约以上元]{0,14}", any in "\\PC{0,12}") {
        let _ = Amount::parse(&text, Some(AmountUnit::Yi));
        let _ = Amount::parse(&any, None);
    }
}
