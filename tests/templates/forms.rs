//! Every form of placeholder.

use serde_json::{Value, json};

use crate::{Docx, lines_of, p, r, table};

fn lines(body: &str, values: Value) -> Vec<String> {
    Docx::new(body).fill(values).lines()
}

#[test]
fn a_value_stands_where_its_name_stood() {
    let values =
        json!({"项目": {"名称": "环球", "空": "", "无": null, "数": 3, "率": 0.5, "真": true}, "人": ["甲", "乙"]});
    let cases = [
        ("《{{ 项目.名称 }}》方案", "《环球》方案"),
        ("{{项目.名称}}", "环球"),
        ("{{ 项目.空 }}{{ 项目.无 }}。", "。"),
        ("{{ 项目.数 }}、{{ 项目.率 }}、{{ 项目.真 }}", "3、0.5、是"),
        ("{{ 人 }}", "甲、乙"),
        ("{{ 项目['名称'] }}{{ 人[1] }}", "环球乙"),
        ("{{ 项目.没有|默认(\"—\") }}", "—"),
        ("{% if 项目.数 > 2 %}多{% else %}少{% endif %}", "多"),
        ("{% set 全称 = 项目.名称 ~ \"公司\" %}{{ 全称 }}", "环球公司"),
        ("{% set 全称 %}{{ 项目.名称 }}&公司{% endset %}{{ 全称 }}", "环球&公司"),
        ("{% for 名 in 人 %}{{ loop.index }}.{{ 名 }} {% endfor %}", "1.甲 2.乙 "),
        ("{% macro 称(名) %}{{ 名 }}同志{% endmacro %}{{ 称(\"甲\") }}", "甲同志"),
        ("{{ 人|join(\"、\") }}{{ \"a\"|upper }}", "甲、乙A"),
        ("{# 不印出来 #}印出来", "印出来"),
        ("{_{ x }_} {_% y %_}", "{{ x }} {% y %}"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    ];
    for (template, expected) in cases {
        assert_eq!(lines(&p(template), values.clone()), [expected], "{template}");
    }
}

#[test]
fn fields_keep_the_order_they_were_given_in() {
    let values = serde_json::from_str("{\"表\": {\"名称\": 1, \"空\": 2, \"无\": 3}}").expect("values");
    let body = p("{% for 名, 数 in 表.items() %}{{ 名 }}{{ 数 }}{% endfor %}");
    assert_eq!(Docx::new(body).fill_with(&values).lines(), ["名称1空2无3"]);
}

#[test]
fn placeholders_that_word_split_are_healed() {
    let rpr = "<w:rPr><w:b/></w:rPr>";
    let run = |text: &str| format!("<w:r>{rpr}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let values = json!({"项目": {"名称": "环球"}});
    let proof = "<w:proofErr w:type=\"spellStart\"/>";
    let pieces = [
        vec!["前{", "{", " 项目", ".名", "称 }", "}后"],
        vec!["前{{", " 项目.", "名称 ", "}}后"],
        vec!["前", "{{ 项目.名称 }", "}", "后"],
        vec!["前{{ 项目&#46;名称|replace(&quot;&lt;&quot;, “”) }}后"],
        vec!["前｛｛项目。", "名称｝｝后"],
    ];
    for pieces in pieces {
        let body: String = pieces.iter().map(|text| run(text) + proof).collect();
        let filled = Docx::new(format!("<w:p>{body}</w:p>")).fill(values.clone());
        assert_eq!(filled.lines(), ["前环球后"], "{pieces:?}");
        let runs = filled.document().matches("<w:r>").count();
        assert!(
            filled.document().matches(rpr).count() == runs && runs <= 3,
            "no empty run stays: {}",
            filled.document()
        );
    }
    // A line break within a placeholder goes, a string's quotes may be bent.
    let broken = "<w:p><w:r><w:t>{{ 项目</w:t><w:br/><w:t>.名称 }}</w:t></w:r></w:p>";
    assert_eq!(lines(broken, values.clone()), ["环球"]);
    assert_eq!(lines(&p("{% if 项目.名称 == “环球” %}对{% endif %}"), values.clone()), ["对"]);
    assert_eq!(lines(&p("{{ 项目.名称｜默认（“无”） }}"), values), ["环球"]);
}

#[test]
fn spaces_are_kept() {
    let filled = Docx::new(p("在 {{ 词 }} 与")).fill(json!({"词": "  两边  "}));
    assert_eq!(filled.lines(), ["在   两边   与"]);
    assert!(filled.document().contains("<w:t xml:space=\"preserve\">"));
}

#[test]
fn line_breaks_tabs_paragraphs_and_pages_become_words() {
    let body =
        "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>甲{{ 文 }}乙</w:t></w:r></w:p>";
    let filled = Docx::new(body).fill(json!({"文": "一\n二\r\n三\t四\u{7}五\u{c}六"}));
    assert_eq!(filled.lines(), ["甲一\n二\n三\t四", "五", "\n", "六乙"]);
    let xml = filled.document();
    assert_eq!(xml.matches("<w:jc w:val=\"center\"/>").count(), 3, "each paragraph keeps its look");
    assert_eq!(xml.matches("<w:rPr><w:b/></w:rPr>").count(), 3, "and its runs theirs");
    assert!(xml.contains("<w:br w:type=\"page\"/>"));
}

#[test]
fn a_new_paragraph_within_a_link_begins_the_link_again() {
    let body = "<w:p><w:hyperlink w:anchor=\"甲\"><w:r><w:t>{{ 文 }}</w:t></w:r></w:hyperlink></w:p>";
    let filled = Docx::new(body).fill(json!({"文": "一\u{7}二"}));
    assert_eq!(filled.lines(), ["一", "二"]);
    assert_eq!(filled.document().matches("<w:hyperlink w:anchor=\"甲\">").count(), 2);
}

#[test]
fn tags_of_paragraphs_remove_theirs() {
    let body = [
        p("{%p for 任务 in 任务清单 %}"),
        p("{{ loop.index }}. {{ 任务.名称 }}"),
        p("{%p if 任务.注 %}"),
        p("注：{{ 任务.注 }}"),
        p("{%p endif %}"),
        p("{%p endfor %}"),
        p("{#p 说明写给自己看 #}"),
        p("完"),
    ]
    .concat();
    let values = json!({"任务清单": [{"名称": "用地", "注": "急"}, {"名称": "环评", "注": ""}]});
    assert_eq!(lines(&body, values), ["1. 用地", "注：急", "2. 环评", "完"]);
    assert_eq!(lines(&body, json!({"任务清单": []})), ["完"]);
}

#[test]
fn tags_of_rows_and_cells_remove_theirs() {
    let rows = table(&[
        &["序号", "任务"],
        &["{%tr for 任务 in 清单 %}"],
        &["{{ loop.index }}", "{{ 任务 }}"],
        &["{%tr endfor %}"],
    ]);
    let values = json!({"清单": ["用地", "环评"], "列": ["甲", "乙", "丙"]});
    assert_eq!(lines(&rows, values.clone()), ["序号", "任务", "1", "用地", "2", "环评"]);

    let cells = table(&[&["{%tc for 名 in 列 %}", "{{ 名 }}", "{%tc endfor %}"], &["{#tc 无 #}", "一", "二"]]);
    let filled = Docx::new(cells).fill(values);
    assert_eq!(filled.lines(), ["甲", "乙", "丙", "一", "二"]);
    assert_eq!(filled.document().matches("<w:gridCol").count(), 3, "{}", filled.document());
}

#[test]
fn a_row_that_holds_both_tags_is_repeated_itself() {
    let rows = table(&[&["{%tr for 名 in 清单 %}{{ loop.index }}", "{{ 名 }}{%tr endfor %}"]]);
    let filled = Docx::new(rows).fill(json!({"清单": ["用地", "环评"]}));
    assert_eq!(filled.lines(), ["1", "用地", "2", "环评"]);
    assert_eq!(filled.document().matches("<w:tr>").count(), 2);
    let paragraph = p("{%p if 有 %}有的{%p endif %}");
    assert_eq!(lines(&paragraph, json!({"有": true})), ["有的"]);
    assert!(lines(&paragraph, json!({"有": false})).is_empty());
}

#[test]
fn tags_of_runs_remove_theirs() {
    let body = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>前{%r if 有 %}</w:t></w:r><w:r><w:t>中</w:t></w:r>\
                <w:r><w:rPr><w:b/></w:rPr><w:t>{%r endif %}后</w:t></w:r></w:p>";
    assert_eq!(lines(body, json!({"有": true})), ["前中后"]);
    let filled = Docx::new(body).fill(json!({"有": false}));
    assert_eq!(filled.lines(), ["前后"]);
    assert_eq!(filled.document().matches("<w:r>").count(), 2, "{}", filled.document());
    assert!(filled.document().contains("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">后"));
}

#[test]
fn dashes_join_paragraphs_and_lines() {
    let body =
        [p("我家在"), p("{%- if 城 -%}"), p("城里"), p("{%- else -%}"), p("乡下"), p("{%- endif -%}"), p("，很好")];
    assert_eq!(lines(&body.concat(), json!({"城": true})), ["我家在城里，很好"]);
    assert_eq!(lines(&body.concat(), json!({"城": false})), ["我家在乡下，很好"]);
    let broken = "<w:p><w:r><w:t>我家在</w:t><w:br/><w:t>{%- if 城 -%}</w:t><w:br/><w:t>城里</w:t><w:br/>\
                  <w:t>{%- endif -%}</w:t><w:br/><w:t>。</w:t></w:r></w:p>";
    assert_eq!(lines(broken, json!({"城": true})), ["我家在城里。"]);
    assert_eq!(lines(&p("前 {%- if 城 -%} 中 {%- endif -%} 后"), json!({"城": true})), ["前中后"]);
}

#[test]
fn cells_are_merged_and_coloured() {
    let spans = table(&[&["{% colspan 数 %}标题"], &["甲", "乙"]]);
    let filled = Docx::new(spans).fill(json!({"数": 2}));
    assert!(
        filled.document().contains("<w:tcW w:w=\"1000\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/>"),
        "{}",
        filled.document()
    );
    assert_eq!(filled.lines(), ["标题", "甲", "乙"]);

    let colours = table(&[&["{% cellbg 色 %}红"]]);
    assert!(Docx::new(&colours).fill(json!({"色": "#ff0000"})).document().contains("w:fill=\"FF0000\""));
    assert!(Docx::new(&colours).fill(json!({"色": null})).document().contains("w:fill=\"auto\""));
    assert!(Docx::new(&colours).refused(json!({"色": "红\"/>"})).contains("颜色应是"));

    let down = table(&[&["{%tr for 名 in 清单 %}"], &["{% vm %}类", "{{ 名 }}"], &["{%tr endfor %}"]]);
    let filled = Docx::new(down).fill(json!({"清单": ["一", "二", "三"]}));
    assert_eq!(filled.document().matches("<w:vMerge w:val=\"restart\"/>").count(), 1);
    assert_eq!(filled.document().matches("<w:vMerge w:val=\"continue\"/>").count(), 2);
    assert_eq!(filled.lines(), ["类", "一", "", "二", "", "三"]);

    let across = table(&[&["{%tc for 名 in 清单 %}", "{% hm %}合", "{%tc endfor %}"], &["甲", "乙", "丙"]]);
    let filled = Docx::new(across).fill(json!({"清单": [1, 2, 3]}));
    assert_eq!(filled.lines(), ["合", "甲", "乙", "丙"]);
    assert!(filled.document().contains("<w:gridSpan w:val=\"3\"/>"));
}

#[test]
fn a_table_keeps_its_width_whatever_its_columns() {
    let cells = table(&[&["项", "{%tc for 名 in 列 %}", "{{ 名 }}", "{%tc endfor %}"]]);
    for count in [1, 2, 3, 7] {
        let filled = Docx::new(&cells).fill(json!({"列": vec!["甲"; count]}));
        let widths = |tag: &str| -> Vec<u32> {
            let rests = filled.document().split(tag).skip(1);
            rests.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
        };
        let grid = widths("<w:gridCol w:w=\"");
        assert_eq!((grid.len(), grid.iter().sum::<u32>()), (count + 1, 4000), "{count}");
        assert_eq!(grid, widths("<w:tcW w:w=\""), "cells take the widths of their columns");
    }
}

#[test]
fn loops_lie_within_loops() {
    let body = [
        p("{%p for 类 in 类别 %}"),
        p("{{ 类.名 }}：{% for 项 in 类.项 %}{{ 项 }}{% if not loop.last %}，{% endif %}{% endfor %}"),
        table(&[&["{%tr for 项 in 类.项 %}"], &["{{ loop.index }}", "{{ 项 }}"], &["{%tr endfor %}"]]),
        p("{%p endfor %}"),
    ]
    .concat();
    let values = json!({"类别": [{"名": "甲", "项": ["一", "二"]}, {"名": "乙", "项": []}]});
    let filled = Docx::new(body).fill(values);
    assert_eq!(filled.lines(), ["甲：一，二", "1", "一", "2", "二", "乙："]);
    assert_eq!(filled.document().matches("<w:tbl>").count(), 1, "a table without rows is none");
}

#[test]
fn every_cell_ends_with_a_paragraph() {
    let cell = format!("<w:tc><w:tcPr/>{}{}{}</w:tc>", p("{%p if 有 %}"), p("有"), p("{%p endif %}"));
    let body = format!("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>");
    assert!(Docx::new(body).fill(json!({"有": false})).document().contains("<w:tc><w:tcPr/><w:p/></w:tc>"));
}

#[test]
fn headers_footers_notes_boxes_and_properties_are_filled() {
    let text_box = format!(
        "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>{}</w:p>",
        p("{{ 名 }}框"),
        r("外{{ 名 }}")
    );
    let footnotes = format!("<w:footnote w:id=\"1\">{}</w:footnote>", p("{{ 名 }}注"));
    let filled = Docx::new(text_box)
        .with("header", "header1.xml", p("{{ 名 }}眉"))
        .with("footer", "footer1.xml", p("{% if 名 %}{{ 名 }}脚{% endif %}"))
        .with("footnotes", "footnotes.xml", footnotes)
        .with_core("<dc:title>{{ 名 }}的方案</dc:title><dc:creator>{{ 名 }}</dc:creator>")
        .fill(json!({"名": "<环球>"}));
    assert_eq!(filled.lines(), ["外<环球>", "<环球>框"]);
    assert_eq!(lines_of(filled.part("word/header1.xml")), ["<环球>眉"]);
    assert_eq!(lines_of(filled.part("word/footer1.xml")), ["<环球>脚"]);
    assert_eq!(lines_of(filled.part("word/footnotes.xml")), ["<环球>注"]);
    assert!(
        filled
            .part("docProps/core.xml")
            .contains("<dc:title>&lt;环球&gt;的方案</dc:title><dc:creator>&lt;环球&gt;</dc:creator>")
    );
}

#[test]
fn attributes_take_plain_text() {
    let body = "<w:p><w:hyperlink w:tooltip=\"{{ 名 }}的网页\"><w:r><w:t>看</w:t></w:r></w:hyperlink></w:p>";
    let filled = Docx::new(body).fill(json!({"名": "\"甲\"\n&<乙>"}));
    assert!(filled.document().contains("w:tooltip=\"&quot;甲&quot; &amp;&lt;乙&gt;的网页\""), "{}", filled.document());
}

#[test]
fn copies_of_drawings_get_numbers_of_their_own() {
    let drawing = "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"w\"><wp:docPr id=\"7\" name=\"图\"/></wp:inline></w:drawing></w:r></w:p>";
    let body = [&p("{%p for x in 表 %}"), drawing, &p("{%p endfor %}")].concat();
    let filled = Docx::new(body).fill(json!({"表": [1, 2, 3]}));
    let ids: Vec<_> = ["7", "8", "9"].map(|id| format!("<wp:docPr id=\"{id}\" name=\"图\"/>")).into();
    assert!(ids.iter().all(|id| filled.document().matches(id.as_str()).count() == 1), "{}", filled.document());
}

#[test]
fn what_is_no_placeholder_stays_byte_for_byte() {
    let odd =
        "<w:p >\n <w:r><w:t>a{b}c 100% {</w:t></w:r><!-- {{ 不是 }} --><w:bookmarkStart w:id='1' w:name=\"x\"/></w:p>";
    let media = vec![0u8, 1, 2, 3, 255];
    let docx = Docx::new(format!("{odd}{}", p("{{ 名 }}"))).raw("word/media/image1.png", media.clone()).with(
        "settings",
        "settings.xml",
        "<w:zoom w:percent='100' />",
    );
    let filled = docx.fill(json!({"名": "甲"}));
    assert!(filled.document().contains(odd));
    assert_eq!(filled.parts["word/media/image1.png"], media);
    let before = docx.all().into_iter().find(|(name, _)| name == "word/settings.xml").map(|(_, bytes)| bytes);
    assert_eq!(filled.parts.get("word/settings.xml"), before.as_ref());
    // A file without any placeholder is a template too.
    assert_eq!(lines(&p("没有"), json!({})), ["没有"]);
}

#[test]
fn fields_are_the_names_a_template_asks_for() {
    let body = [
        p("{{ 项目.名称 }}{% set 全称 = 企业 %}{{ 全称 }}"),
        p("{% for 任务 in 任务清单 %}{{ 任务.名称 }}{{ loop.index }}{{ 日|日期 }}{% endfor %}"),
    ]
    .concat();
    let template = Docx::new(body).with("header", "header1.xml", p("{% if 密级 %}{{ range(3) }}{% endif %}")).read();
    let fields: Vec<String> = template.expect("a template").fields().into_iter().collect();
    assert_eq!(fields, ["任务清单", "企业", "密级", "日", "项目"]);
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let template = Docx::new(p("{{ 名 }}")).read().expect("a template");
    let values = crate::values(json!({"名": "甲"}));
    let fill = || template.fill(&values, crate::written()).expect("filled");
    assert_eq!(fill(), fill());
}
