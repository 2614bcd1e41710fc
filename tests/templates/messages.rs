//! What is said when a template is wrong: which placeholder, where, and what to do.

use serde_json::json;

use crate::{Docx, p, table};

#[test]
fn an_unknown_name_is_told_with_the_nearest_known_one() {
    let values =
        json!({"项目": {"名称": "环球", "投资额": 1}, "任务清单": [{"名称": "用地", "时限": ""}], "企业名称": ""});
    let cases = [
        ("{{ 项目.名秤 }}", "没有“项目.名秤”这个字段，是不是“项目.名称”？"),
        ("{{ 项目名称 }}", "没有“项目名称”这个字段，是不是“企业名称”？"),
        ("{{ 项目.名秤|日期 }}", "没有“项目.名秤”这个字段，是不是“项目.名称”？"),
        ("{{ 项目.名秤 ~ \"x\" }}", "没有“项目.名秤”这个字段"),
        ("{% for 任务 in 任务清单 %}{{ 任务.时间 }}{% endfor %}", "没有“任务.时间”这个字段，是不是“任务.时限”？"),
        ("{% for 任务 in 任务请单 %}{% endfor %}", "没有“任务请单”这个字段，是不是“任务清单”？"),
        ("{% if 毫不相干的名字 %}x{% endif %}", "没有“毫不相干的名字”这个字段，请对照字段清单"),
        ("{{ 完全没有.名称 }}", "没有“完全没有”这个字段"),
    ];
    for (template, expected) in cases {
        let said = Docx::new(p("第一段") + &p(template)).refused(values.clone());
        assert!(said.contains(expected), "{template}: {said}");
        assert!(said.starts_with("模板“模板.docx”正文第2段的“{"), "{said}");
    }
}

#[test]
fn the_place_is_told_as_a_person_would_count() {
    let body = p("甲") + &table(&[&["a"]]) + &p("乙") + &table(&[&["a", "b"], &["c", "{{ 无 }}"]]);
    assert!(Docx::new(body).refused(json!({})).contains("正文第2个表格第2行第2格的“{{ 无 }}”"));
    assert!(Docx::new(p("甲") + &table(&[&["a"]]) + &p("{{ 无 }}")).refused(json!({})).contains("正文第2段的"));
    let headed = Docx::new(p("甲")).with("header", "header1.xml", p("{{ 无 }}"));
    assert!(headed.refused(json!({})).contains("页眉第1段的“{{ 无 }}”"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let cases = [
        ("{{ 名", "没有写完"),
        ("{{ 名 与 {{ 名 }}", "没有写完"),
        ("{% if 名 %}", "后面缺少对应的 {% endif %}"),
        ("{% endfor %}", "前面没有对应的 {% for … %}"),
        ("{% if 名 %}{% for x in 名 %}{% endif %}{% endfor %}", "先写 {% endfor %}"),
        ("{% else %}", "前面没有对应的"),
        ("{% fro x in 名 %}", "不认识“fro”"),
        ("{% include \"x\" %}", "不能用“include”"),
        ("{{ 名 名 }}", "写法有误"),
        ("{{ (名 }}", "写法有误"),
        ("{{ 名|没有的 }}", "没有“没有的”这个过滤器"),
        ("{{ 名.没有() }}", "没有“没有”这个用法"),
        ("{{ 名 / 2 }}", "算不出来"),
        ("{{ 组 }}", "这里是一组字段"),
        ("{% for x in 数 %}{% endfor %}", "循环的不是清单"),
        ("{%tr for x in 名 %}", "只能写在表格的行里"),
        ("{% vm %}", "只能写在表格的单元格里"),
        ("{% colspan 2 %}", "只能写在表格的单元格里"),
    ];
    for (template, expected) in cases {
        let said = Docx::new(p(template)).refused(json!({"名": "甲", "组": {"a": 1}, "数": 3}));
        assert!(said.contains(expected) && said.contains("正文第1段"), "{template}: {said}");
    }
}

#[test]
fn a_loop_that_begins_in_a_cell_and_ends_outside_is_told() {
    let body = table(&[&["{% for x in 表 %}"]]) + &p("{% endfor %}");
    let said = Docx::new(body).refused(json!({"表": [1, 2]}));
    assert!(said.contains("不在同一层") && said.contains("{%tr …%}"), "{said}");
}

#[test]
fn endless_templates_stop_with_a_sentence() {
    let endless = [
        "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}",
        "{{ range(10**9)|list }}",
        "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
        "{% set ns = namespace(x=\"0123456789\") %}{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}",
        "{{ \"x\" * 10**9 }}",
        "{{ \"%1000000000d\"|format(1) }}",
        "{{ \"{:>999999999}\".format(1) }}",
    ];
    for template in endless {
        let said = Docx::new(p(template)).refused(json!({}));
        assert!(said.contains("模板“模板.docx”"), "{template}: {said}");
    }
}

#[test]
fn lists_within_lists_without_end_do_no_harm() {
    let deep =
        "{% set ns = namespace(x=[]) %}{% for a in range(50000) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x|length }}";
    let _ = Docx::new(p(deep)).try_fill(json!({}));
}
