use proptest::prelude::*;

use super::*;
use crate::demands::category::DemandCategory;
use crate::departments::reference::shipped_units;

fn resolver() -> Resolver {
    Resolver::new(shipped_units().iter().map(|unit| (unit.id(), unit.names())))
}

fn today() -> NaiveDate {
    "2021-03-11".parse().unwrap() // a Thursday
}

/// 单位, 答复, 时限 (encoded), as one would say them.
fn read(typed: &str) -> (String, String, String) {
    let line = read_reply(typed, &resolver(), today());
    let unit = match &line.unit {
        SaidUnit::None => String::new(),
        SaidUnit::Known { id, .. } => shipped_units().iter().find(|unit| unit.id() == *id).unwrap().short.to_string(),
        SaidUnit::Doubt { said, .. } => format!("?{said}"),
    };
    let due = line.date(today()).map(|due| due.encode()).unwrap_or_default();
    (unit, line.text, due)
}

/// Lines as they are typed while somebody speaks.
#[test]
fn lines_of_a_session() {
    for (typed, unit, text, due) in [
        ("自规局：3月底前完成用地预审", "市自然资源和规划局", "完成用地预审", "2021-03-31~month"),
        (
            "资规局 用地指标纳入今年计划，6月底前供地",
            "市自然资源和规划局",
            "用地指标纳入今年计划，供地",
            "2021-06-30~month",
        ),
        ("市自规局答复：纳入二季度土地供应计划", "市自然资源和规划局", "纳入二季度土地供应计划", "2021-06-30~quarter"),
        ("人社局组织专场招聘，下周五前", "市人力资源社会保障局", "组织专场招聘", "2021-03-19"),
        ("金融局 15个工作日内组织银企对接", "市地方金融监管局", "组织银企对接", "2021-04-01"),
        ("国网青岛供电公司：现场勘查，3个工作日内给方案", "国网供电", "现场勘查，给方案", "2021-03-16"),
        ("由市科技局牵头，4月15日前对接高校院所", "市科技局", "对接高校院所", "2021-04-15"),
        ("3月底前由市科技局牵头对接高校院所", "市科技局", "对接高校院所", "2021-03-31~month"),
        ("青岛财通集团表示一周内上门对接融资方案", "青岛财通集团", "上门对接融资方案", "2021-03-18"),
        (
            "胶州市人民政府：提供标准厂房2万平方米，年底前交付",
            "胶州市政府",
            "提供标准厂房2万平方米，交付",
            "2021-12-31~year",
        ),
        ("西海岸新区管委 解决人才公寓30套", "西海岸新区管委", "解决人才公寓30套", ""),
        ("市发改委：列入市重点项目", "市发展改革委", "列入市重点项目", ""),
        ("发改委、工信局：本月底前联合会商", "市发展改革委", "联合会商（工信局配合）", "2021-03-31~month"),
        ("民营局长期跟进服务", "市民营经济局", "长期跟进服务", "9999-12-31~longterm"),
        ("工信局：推荐进入首台套目录，第一季度", "市工业和信息化局", "推荐进入首台套目录", "2021-03-31~quarter"),
        ("海关：三天内办理通关手续", "青岛海关", "办理通关手续", "2021-03-14"),
        ("人行 上半年落实再贷款额度", "人民银行", "落实再贷款额度", "2021-06-30~halfyear"),
        ("审批局：2021-03-20前发证", "市行政审批局", "发证", "2021-03-20"),
        ("审批局：２０２１年４月１日前发证", "市行政审批局", "发证", "2021-04-01"),
        ("１、环保局：下月10日前出具环评批复", "市生态环境局", "出具环评批复", "2021-04-10"),
        ("（2）生态环境局 力争在4月底前批复", "市生态环境局", "批复", "2021-04-30~month"),
        ("商务局：明年上半年组织境外展会", "市商务局", "组织境外展会", "2022-06-30~halfyear"),
        ("商务局：1月底前组织境外展会", "市商务局", "组织境外展会", "2022-01-31~month"),
        ("税务局\t本周内辅导研发费用加计扣除", "市税务局", "辅导研发费用加计扣除", "2021-03-12"),
        ("住建局：3月底前出图，6月底前开工", "市住房和城乡建设局", "3月底前出图，6月底前开工", "2021-06-30~month"),
        ("科技局：半个月内走访企业", "市科技局", "走访企业", "2021-03-26"),
        ("市监局：两个月内完成专利预审", "市市场监管局", "完成专利预审", "2021-05-11"),
        ("科技局：推荐申报2021年度科技计划", "市科技局", "推荐申报2021年度科技计划", ""),
        ("用地指标局部调整", "", "用地指标局部调整", ""),
        ("在崂山区选址", "", "在崂山区选址", ""),
        ("现场未答复", "", "现场未答复", ""),
        ("", "", "", ""),
    ] {
        assert_eq!(read(typed), (unit.into(), text.into(), due.into()), "{typed}");
    }
}

#[test]
fn a_unit_nobody_knows_is_a_question_and_the_rest_is_read_all_the_same() {
    for (typed, said, text, due) in [
        ("市金控集团：10个工作日内提供授信", "市金控集团", "提供授信", "2021-03-25"),
        ("市金控集团提供授信", "市金控集团", "提供授信", ""),
        ("青岛银行 月底前放款", "青岛银行", "放款", "2021-03-31~month"),
        ("场监督局：办理执照", "场监督局", "办理执照", ""),
    ] {
        assert_eq!(read(typed), (format!("?{said}"), text.into(), due.into()), "{typed}");
    }
    let near = read_reply("市工信化局：纳入场景清单", &resolver(), today()).unit;
    let SaidUnit::Doubt { near, .. } = near else { panic!("{near:?}") };
    assert_eq!(shipped_units().iter().find(|unit| unit.id() == near[0]).unwrap().short, "市工业和信息化局");
}

#[test]
fn what_is_past_recurring_or_an_amount_is_no_time_limit() {
    for typed in [
        "去年底已经批复",
        "每月底调度一次",
        "每季度召开一次会议",
        "上周五已对接",
        "授信2.5亿元",
        "有20年经验",
        "长期贷款额度",
        "周边配套道路",
        "解决5家企业",
        "12号线站点",
        "6月中旬再议",
    ] {
        assert_eq!(read(typed).2, "", "{typed}");
    }
}

#[test]
fn what_an_enterprise_asks_for() {
    for (typed, category, text, quantity) in [
        ("二期用地60亩", Some(DemandCategory::Land), "二期用地", "60亩"),
        ("融资扩能3000万元", Some(DemandCategory::Loan), "融资扩能", "3000万元"),
        ("需要60亩工业用地", Some(DemandCategory::Land), "需要60亩工业用地", "60亩"),
        ("引进芯片设计人才约10人。", Some(DemandCategory::Talent), "引进芯片设计人才", "约10人"),
        ("流动资金贷款，超1.5亿元", Some(DemandCategory::Loan), "流动资金贷款", "超1.5亿元"),
        ("供电增容５０００千瓦", Some(DemandCategory::Utilities), "供电增容", "５０００千瓦"),
        ("订单三千多万元", Some(DemandCategory::Orders), "订单", "三千多万元"),
        ("标准厂房2万平方米", Some(DemandCategory::Premises), "标准厂房", "2万平方米"),
        ("环评手续", Some(DemandCategory::Environment), "环评手续", ""),
        ("希望领导多关心", None, "希望领导多关心", ""),
        ("60亩", None, "60亩", "60亩"),
        ("", None, "", ""),
    ] {
        let line = read_demand(typed);
        assert_eq!((line.category, line.text.as_str(), line.quantity.as_str()), (category, text, quantity), "{typed}");
    }
}

proptest! {
    /// Any unit by any of its names, anything it does, any time limit, in the orders people speak in.
    #[test]
    fn a_line_put_together_is_taken_apart(
        unit in 0..shipped_units().len(), name in 0usize..20, order in 0usize..4,
        action in prop::sample::select(vec!["对接高校", "完善方案", "出具意见", "上门服务"]),
        due in prop::sample::select(vec![
            ("3月底前", "2021-03-31~month"), ("15个工作日内", "2021-04-01"), ("下周五前", "2021-03-19"),
            ("第二季度", "2021-06-30~quarter"), ("2021年5月20日前", "2021-05-20"), ("年内", "2021-12-31~year"),
            ("本月底", "2021-03-31~month"), ("十天内", "2021-03-21"),
        ]),
    ) {
        let unit = &shipped_units()[unit];
        let names: Vec<_> = unit.names().collect();
        let name = names[name % names.len()];
        let (due, expected) = due;
        let line = match order {
            0 => format!("{name}：{due}{action}"),
            1 => format!("{name} {action}，{due}"),
            2 => format!("{name}{due}{action}"),
            _ => format!("{name}：{action}{due}"),
        };
        prop_assert_eq!(read(&line), (unit.short.to_string(), action.to_string(), expected.to_string()), "{}", line);
    }

    /// Whatever is typed is answered, nothing of it is made up, and a long line keeps its end.
    #[test]
    fn whatever_is_typed_is_answered(typed in "[市局自规工信3月底前年内个工作日，：。 0-9A-Z\u{1F600}\t\n]{0,60}|.{0,80}") {
        let line = read_reply(&typed, &resolver(), today());
        let typed_chars: std::collections::HashSet<char> = typed.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let added = "（配合、）";
        prop_assert!(line.text.chars().all(|c| typed_chars.contains(&c) || added.contains(c)), "{:?}", line.text);
        let demand = read_demand(&typed);
        prop_assert!(demand.quantity.chars().all(|c| typed_chars.contains(&c)));
    }
}

#[test]
fn a_line_of_ten_thousand_characters_is_read_and_kept_whole() {
    let long = format!("自规局：3月底前{}", "完善方案".repeat(2_500));
    let (unit, text, due) = read(&long);
    assert_eq!((unit.as_str(), due.as_str()), ("市自然资源和规划局", "2021-03-31~month"));
    assert_eq!(text.chars().count(), 10_000);
}
