//! A paper as a bureau would write it: every block, several pages, nothing about a real enterprise.

use changwu_core::documents::{Align, Column, Document, Level, PageNumbers, Run, Table};

/// The 实施方案 of an invented enterprise, sections and attachments of domain.md §3.1.
pub fn plan() -> Document {
    let mut paper = Document::new("关于推进青岛示例集团股份有限公司“示例智工厂”创意项目落地的实施方案（一企一策）");
    paper.text(
        "为贯彻落实《青岛市落实民营企业创意创新工作实施方案》，推动“示例智工厂”创意项目尽快落地见效，按照“创意好”“论证实”“可落地”的\
         要求，结合企业需求和部门职责，制定本方案。",
    );
    paper.heading(Level::One, "基本情况");
    paper.heading(Level::Two, "企业概况");
    paper.text(
        "青岛示例集团股份有限公司成立于2012年，位于青岛市黄岛区（西海岸新区），主要从事智能装备的研发、制造和服务，现有职工1260人，\
         其中研发人员310人。2020年实现营业收入18.6亿元，同比增长12.4%。",
    );
    paper.heading(Level::Two, "项目内容");
    paper.text(
        "项目计划总投资超12亿元，规划用地120亩，建设智能工厂两座、研发中心一处。项目分两期实施：一期建设自动化产线6条，二期建设工业互联网\
         平台和公共检测中心。项目全部达产后，预计年产值30亿元，带动上下游企业40余家。",
    );
    paper.heading(Level::Two, "专家论证意见");
    paper.text("经市民营经济专家咨询委员会论证，项目符合“四新”经济发展方向，技术路线可行，建议进一步细化用地方案和人才引进计划后组织实施。");
    paper.heading(Level::One, "工作目标");
    paper.paragraph([
        Run::lead_in("总体目标。"),
        Run::plain("2021年底前完成用地、供电、人才、融资四类需求的协调解决，确保项目一期开工建设。"),
    ]);
    paper.paragraph([
        Run::lead_in("阶段目标。"),
        Run::plain("第一季度完成用地预审与规划选址，第二季度完成供电增容方案，第三季度完成施工许可，年内开工。"),
    ]);
    paper.heading(Level::One, "需求事项及解决措施");
    let needs = [
        (
            "用地需求",
            "企业拟新增工业用地120亩，用于建设“示例智工厂”一期。由市自然资源和规划局会同西海岸新区管委完成用地预审与规划选址，同步启动土地招拍挂程序。（市自然资源和规划局牵头，西海岸新区管委、市行政审批局配合；2021年3月底前完成）",
        ),
        (
            "供电需求",
            "新增用电容量8000千伏安，由国网青岛供电公司完成增容方案答复并组织实施。（国网青岛供电公司牵头，市工业和信息化局配合；2021年4月底前完成）",
        ),
        (
            "人才需求",
            "引进智能制造领域高层次人才12名，按照“一人一策”落实住房、子女入学等政策。（市人力资源社会保障局牵头，市科技局、市教育局配合；2021年年内完成）",
        ),
        (
            "融资需求",
            "企业拟融资5000万元用于设备采购，由市地方金融监管局组织银企对接，推荐银行机构3家以上。（市地方金融监管局牵头，市财政局、人民银行青岛市中心支行配合；2021年5月底前完成）",
        ),
    ];
    for (need, measure) in needs {
        paper.heading(Level::Two, need);
        paper.text(measure);
    }
    paper.heading(Level::One, "责任分工");
    paper.text("成立“示例智工厂”项目推进小组，统筹协调项目落地事宜，具体分工见附件1。");
    paper.heading(Level::Three, "推进小组组成");
    paper.text("组长由市民营经济发展局分管负责同志担任，成员由各责任部门负责人组成。");
    paper.heading(Level::Four, "联络员制度");
    paper.text("各成员单位确定一名联络员，负责日常联络、信息报送和进展更新。");
    paper.heading(Level::One, "时间表和路线图");
    paper.text("项目分前期准备、要素保障、开工建设三个阶段推进，时间表见附件2，路线图见附件3。");
    paper.heading(Level::One, "保障措施");
    for (measure, text) in [
        (
            "组织领导。",
            "各责任部门主要负责同志亲自研究、亲自部署，分管负责同志具体抓好落实，形成一级抓一级、层层抓落实的工作格局。",
        ),
        ("统筹调度。", "实行周调度、月通报，推进小组每月召开一次专题会议，研究解决重点、难点、痛点、堵点问题。"),
        ("督查督办。", "对推进缓慢、逾期未完成的事项，由市民营企业创意工作专班下达督办单，限期整改。"),
        ("动态调整。", "根据项目进展和企业需求变化，及时调整完善方案，重大事项报市民营企业创意工作专班审定。"),
    ] {
        paper.paragraph([Run::lead_in(measure), Run::plain(text)]);
    }
    paper.attachment_note(["责任分工表", "时间表", "路线图", "联系表"]);
    paper.signature("市民营企业创意工作专班", "2021年2月25日");
    paper.note("联系人：示例甲，电话：0532-00000000");
    attachments(&mut paper);
    paper
}

fn attachments(paper: &mut Document) {
    use Align::{Centre, Left};
    paper.attachment("责任分工表");
    let mut duties = Table::new([
        Column::new("序号", 6, Centre),
        Column::new("重点任务", 15, Left),
        Column::new("具体措施", 23, Left),
        Column::new("牵头单位", 14, Centre),
        Column::new("责任（配合）单位", 15, Centre),
        Column::new("责任人", 9, Centre),
        Column::new("完成时限", 11, Centre),
        Column::new("备注", 7, Centre),
    ]);
    let tasks = [
        [
            "用地预审与规划选址",
            "专人跟办，并联审批，一次告知",
            "市自然资源和规划局",
            "西海岸新区管委、市行政审批局",
            "示例甲",
            "3月底前",
            "",
        ],
        ["供电增容", "一次性答复增容方案并组织实施", "国网青岛供电公司", "市工业和信息化局", "示例乙", "4月底前", ""],
        [
            "高端人才引进",
            "按“一人一策”落实住房、入学政策",
            "市人力资源社会保障局",
            "市科技局、市教育局",
            "示例丙",
            "年内",
            "长期",
        ],
        ["融资对接", "组织银企对接，推荐银行3家以上", "市地方金融监管局", "市财政局", "示例丁", "2021年5月31日", ""],
    ];
    for n in 0..20 {
        let number = (n + 1).to_string();
        duties.row(std::iter::once(number.as_str()).chain(tasks[n % tasks.len()]));
    }
    paper.table(duties);

    paper.attachment("时间表");
    let mut times = Table::new([
        Column::new("阶段", 18, Centre),
        Column::new("起止时间", 26, Centre),
        Column::new("主要工作", 56, Left),
    ]);
    times.row(["前期准备", "2021年1月至3月", "完成项目论证、用地预审与规划选址"]);
    times.row(["要素保障", "2021年3月至6月", "完成供电增容、银企对接、人才引进"]);
    times.row(["开工建设", "2021年7月至12月", "取得施工许可，一期工程开工建设"]);
    paper.table(times);

    paper.attachment("路线图");
    paper.heading(Level::One, "前期准备");
    paper.text("论证通过→用地预审→规划选址→土地招拍挂。");
    paper.heading(Level::One, "要素保障");
    paper.text("供电增容→银企对接→人才引进。");

    paper.attachment("联系表");
    let mut people = Table::new([
        Column::new("单位", 40, Left),
        Column::new("联络员", 20, Centre),
        Column::new("职务", 20, Centre),
        Column::new("电话", 20, Centre),
    ]);
    people.row(["市民营经济发展局", "示例甲", "处长", "0532-00000001"]);
    people.row(["市自然资源和规划局", "示例乙", "副处长", "0532-00000002"]);
    paper.table(people);
}

/// Three full pages of Chinese characters and nothing else.
pub fn plain_text() -> Document {
    let mut paper = Document::new("");
    paper.blocks.clear();
    paper.page.numbers = PageNumbers::None;
    paper.text(&"推进民营企业创意项目落地见效".repeat(140));
    paper
}

/// What people paste, and a table of 200 rows with a cell longer than a page.
pub fn hostile() -> Document {
    let mut paper = Document::new("标题]]>与<w:p/>&amp;");
    paper.text("控制\u{0}字符\u{b}、表情😀、生僻字㐂𠮷、مرحبا、https://example.com/a-very-long-address-without-any-space-in-it");
    let mut table = Table::new([
        Column::new("序号", 10, Align::Centre),
        Column::new("内容", 70, Align::Left),
        Column::new("备注", 20, Align::Right),
    ]);
    for n in 1..=200 {
        table.row([n.to_string(), format!("任务{n}"), String::new()]);
    }
    table.row(["末".to_owned(), format!("{}终", "长".repeat(3000)), String::new()]);
    paper.table(table);
    paper
}
