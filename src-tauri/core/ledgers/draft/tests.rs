use std::collections::HashMap;

use chrono::Datelike;

use super::*;
use crate::departments::reference::shipped_units;
use crate::departments::resolve::{Resolution, Resolver};
use crate::ledgers::known::{KnownEnterprise, KnownNote, KnownTask, Owner};
use crate::ledgers::questions::QuestionKind;
use crate::ledgers::read::{Cell, read};
use crate::progress::Unwatched;

const OFFICE: &[u8] = include_bytes!("../../../../tests/ledgers/ledger-office-300.xlsx");

/// A workbook of plain values.
struct Plain {
    units: Resolver,
    enterprises: HashMap<String, EnterpriseId>,
    projects: HashMap<(Option<EnterpriseId>, String), ProjectId>,
    tasks: HashMap<Owner, Vec<KnownTask>>,
}

impl Plain {
    fn empty() -> Self {
        let units = Resolver::new(shipped_units().iter().map(|unit| (unit.id(), unit.names())));
        Self { units, enterprises: HashMap::new(), projects: HashMap::new(), tasks: HashMap::new() }
    }

    /// The workbook after a draft was applied to an empty one.
    fn after(draft: &LedgerDraft) -> Self {
        let mut plain = Self::empty();
        for enterprise in &draft.enterprises {
            plain.enterprises.insert(enterprise.name.clone(), EnterpriseId::new());
        }
        let mut ids = Vec::new();
        for project in &draft.projects {
            let enterprise = project.enterprise.map(|index| plain.enterprises[&draft.enterprises[index].name]);
            let id = ProjectId::new();
            plain.projects.insert((enterprise, project.name.clone()), id);
            ids.push(id);
        }
        for task in draft.rows.iter().filter_map(|row| row.task.as_ref()) {
            let owner = match (task.project, task.enterprise) {
                (Some(index), _) => Owner::Project(ids[index]),
                (None, index) => {
                    Owner::Enterprise(plain.enterprises[&draft.enterprises[index.expect("an owner")].name])
                }
            };
            let note = |note: &DraftNote| KnownNote {
                as_of: note.as_of,
                percent: note.percent,
                text: note.text.clone(),
                problem: note.problem.clone(),
                next_step: note.next_step.clone(),
            };
            plain.tasks.entry(owner).or_default().push(KnownTask {
                id: TaskId::new(),
                title: task.title.clone(),
                measure: task.measure.clone(),
                lead: task.lead.as_ref().and_then(|unit| unit.id),
                assisting: task.assisting.iter().filter_map(|unit| unit.id).collect(),
                persons: task.persons.iter().map(|person| person.name.clone()).collect(),
                start: task.start,
                due: task.due,
                status: task.status,
                notes: task.notes.iter().map(note).collect(),
            });
        }
        plain
    }
}

impl Known for Plain {
    fn resolve_unit(&self, name: &str) -> Resolution {
        self.units.resolve(name)
    }
    fn unit_name(&self, id: DepartmentId) -> String {
        shipped_units().iter().find(|unit| unit.id() == id).map_or(String::new(), |unit| unit.short.to_owned())
    }
    fn find_enterprise(&self, name: &str) -> KnownEnterprise {
        let like = self.enterprises.iter().find(|(known, _)| known.starts_with(name));
        match (self.enterprises.get(name), like) {
            (Some(id), _) => KnownEnterprise::Same(*id),
            (None, Some((known, id))) => KnownEnterprise::Like(*id, known.clone()),
            (None, None) => KnownEnterprise::Unknown,
        }
    }
    fn find_project(&self, name: &str, enterprise: Option<EnterpriseId>) -> Option<ProjectId> {
        self.projects.get(&(enterprise, name.to_owned())).copied()
    }
    fn tasks_of(&self, owner: Owner) -> Vec<KnownTask> {
        self.tasks.get(&owner).cloned().unwrap_or_default()
    }
    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day")
    }
}

fn book(bytes: &[u8]) -> Book {
    read("台账.csv", bytes, &Unwatched).expect("readable")
}

fn drafted_with(book: &Book, answers: &[(&str, &str)], known: &dyn Known) -> LedgerDraft {
    let sheet = likely_sheet(book);
    let mapping = propose(&book.sheets[sheet], None).expect("a head").mapping;
    let answers = answers.iter().map(|(id, choice)| ((*id).to_owned(), (*choice).to_owned())).collect();
    draft(book, sheet, &mapping, &answers, known).expect("a draft")
}

fn drafted(text: &str) -> LedgerDraft {
    drafted_with(&book(text.as_bytes()), &[], &Plain::empty())
}

fn row(draft: &LedgerDraft, number: u32) -> &DraftRow {
    draft.rows.iter().find(|row| row.row == number).expect("the row")
}

fn task(draft: &LedgerDraft, number: u32) -> &DraftTask {
    row(draft, number).task.as_ref().expect("a task")
}

fn due(draft: &LedgerDraft, number: u32) -> String {
    task(draft, number).due.map(|due| due.prose()).unwrap_or_default()
}

fn lead(task: &DraftTask) -> &str {
    task.lead.as_ref().map_or("", |unit| unit.name.as_str())
}

fn names(units: &[DraftUnit]) -> Vec<&str> {
    units.iter().map(|unit| unit.name.as_str()).collect()
}

#[test]
fn the_office_ledger_holds_300_tasks_of_77_projects_of_30_enterprises() {
    let book = book(OFFICE);
    let draft = drafted_with(&book, &[], &Plain::empty());
    assert_eq!((draft.sheet.as_str(), draft.header_row), ("责任分工台账", 3));
    let summary = &draft.summary;
    assert_eq!((summary.tasks_new, summary.projects_new, summary.enterprises_new), (300, 77, 30));
    assert_eq!((summary.tasks_updated, summary.unchanged), (0, 0));
    let skipped: Vec<(SkipReason, u32)> =
        summary.skipped.iter().map(|skipped| (skipped.reason, skipped.rows)).collect();
    assert_eq!(skipped, [(SkipReason::Blank, 5), (SkipReason::Total, 7), (SkipReason::Footer, 1)]);
    let kinds: Vec<(QuestionKind, &str, usize)> =
        draft.questions.iter().map(|q| (q.kind, q.value.as_str(), q.cells.len())).collect();
    assert_eq!(
        kinds,
        [
            (QuestionKind::Year, "年内", 63),
            (QuestionKind::Currency, "800万美元", 5),
            (QuestionKind::Percent, "约七成", 14)
        ]
    );
    assert!(draft.projects.iter().all(|project| project.enterprise.is_some() && project.district_code.is_some()));
}

#[test]
fn every_odd_cell_of_the_office_ledger_is_read() {
    let draft = drafted_with(&book(OFFICE), &[], &Plain::empty());
    let project = |number: u32| &draft.projects[task(&draft, number).project.expect("a project")];
    let yuan = |number: u32| project(number).investment.as_ref().and_then(|amount| amount.yuan);
    assert_eq!(yuan(7), Some(150_000_000), "约1.5亿元, merged over rows 4 to 7");
    assert_eq!(yuan(8), Some(30_000_000), "3000万");
    assert_eq!(yuan(34), Some(50_000_000), "5,000万元");
    assert_eq!(yuan(57), Some(60_000_000), "６０００万元");
    assert_eq!(yuan(311), Some(120_000_000), "12000 under 单位：万元");
    assert_eq!((yuan(39), yuan(54), yuan(59)), (None, None, None), "— 待定 数千万元");
    assert_eq!(project(23).investment.as_ref().map(|amount| amount.text.as_str()), Some("800万美元"));
    assert_eq!(
        (project(23).district_code.as_deref(), project(23).district_text.as_str()),
        (Some("370211"), "西海岸新区")
    );
    for (number, prose) in [
        (4, "2021年3月21日"),
        (7, "长期坚持"),
        (8, "2021年底前"),
        (9, "2021年4月18日"),
        (10, "2021年9月15日"),
        (13, "2021年第二季度"),
        (14, "2021年4月底前"),
        (17, "2021年6月底前"),
        (19, "2021年7月2日"),
        (23, "2022年1月9日"),
        (35, "2022年2月23日"),
    ] {
        assert_eq!(due(&draft, number), prose, "第{number}行");
    }
    let percent = |number: u32| task(&draft, number).notes.last().and_then(|note| note.percent);
    for (number, expected) in [
        (4, None),
        (7, Some(100)),
        (9, Some(80)),
        (13, Some(30)),
        (17, Some(100)),
        (18, Some(33)),
        (23, Some(70)),
        (25, Some(0)),
    ] {
        assert_eq!(percent(number), expected, "第{number}行");
    }
    let status = |number: u32| task(&draft, number).status;
    assert_eq!(
        (status(17), status(42), status(4)),
        (TaskStatus::Submitted, TaskStatus::NotStarted, TaskStatus::InProgress)
    );
    assert_eq!(task(&draft, 4).notes[0].as_of, NaiveDate::from_ymd_opt(2021, 2, 25).expect("a day"));
    assert_eq!(task(&draft, 4).title, "开展知识产权预审");
    assert_eq!(lead(task(&draft, 27)), "市自然资源和规划局", "资规局");
    assert_eq!(names(&task(&draft, 27).assisting), ["市住房和城乡建设局"], "自然资源和规划局 leads already");
    assert_eq!(row(&draft, 27).remarks, ["市自然资源和规划局已是牵头单位，不再列为配合单位"]);
    assert_eq!(names(&task(&draft, 13).assisting), ["市科技局"], "科技局、科技局");
    let persons = |number: u32| {
        task(&draft, number).persons.iter().map(|p| (p.name.as_str(), p.post.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(persons(6), [("示例癸", "处长")]);
    assert_eq!(persons(8), [("示例辛", ""), ("示例子", "")]);
    let demands: Vec<_> =
        draft.demands.iter().filter(|d| d.project == task(&draft, 4).project).map(|d| d.text.as_str()).collect();
    assert_eq!(demands, ["用地", "人才引进"], "one demand for each project and category");
    assert_eq!(row(&draft, 23).verdict, Verdict::Doubtful);
    assert_eq!(row(&draft, 10).verdict, Verdict::New, "the year is that of 截至：2021年2月25日");
    assert_eq!(row(&draft, 53).skip, Some(SkipReason::Total));
}

#[test]
fn the_same_file_again_changes_nothing_and_a_change_is_shown_from_and_to() {
    let book = book(OFFICE);
    let first = drafted_with(&book, &[], &Plain::empty());
    let mut known = Plain::after(&first);
    let again = drafted_with(&book, &[], &known);
    let summary = &again.summary;
    assert_eq!((summary.tasks_new, summary.tasks_updated, summary.unchanged), (0, 0, 300));
    assert_eq!((summary.projects_new, summary.enterprises_new), (0, 0));
    let id = row(&again, 5).existing.expect("known");
    let changed = known.tasks.values_mut().flatten().find(|task| task.id == id).expect("the task");
    changed.notes[0].percent = Some(30);
    let again = drafted_with(&book, &[], &known);
    assert_eq!((again.summary.tasks_updated, again.summary.unchanged), (1, 299));
    assert_eq!(row(&again, 5).verdict, Verdict::Update);
    let expected = DraftChange { column: Column::Progress, from: "30%".into(), to: "90%".into() };
    assert_eq!(row(&again, 5).changes, [expected]);
}

#[test]
fn questions_are_settled_by_answers() {
    let text = "企业,项目,总投资,任务,牵头单位,时限,进展\n青岛示例甲,甲项目,800万美元,对接授信,气象台,2021-02-30,约七成\n\
        青岛示例甲,甲项目,,供电增容,气象台,3月15日,\n,,,招工,市场监督局,12月,\n";
    let mut known = Plain::empty();
    known.enterprises.insert("青岛示例甲有限公司".into(), EnterpriseId::new());
    let proposed = drafted_with(&book(text.as_bytes()), &[], &known);
    let asked: Vec<(&str, &str, Vec<String>)> = proposed
        .questions
        .iter()
        .map(|q| {
            (
                q.id.as_str(),
                q.chosen.as_str(),
                q.cells.iter().map(|cell| format!("{}{}", cell.column, cell.row)).collect(),
            )
        })
        .collect();
    let places = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    assert_eq!(asked.len(), 7);
    assert!(asked.contains(&("currency:800万美元", "as_stated", places(&["C2"]))));
    assert!(asked.contains(&("no_such_day:2021-02-30", "blank", places(&["F2"]))));
    assert!(asked.contains(&("department:气象台", "new", places(&["E2", "E3"]))));
    assert!(asked.contains(&("percent:约七成", "percent", places(&["G2"]))));
    assert!(asked.contains(&("enterprise:青岛示例甲", "same", places(&["A2"]))));
    assert!(asked.contains(&("year", "2026", places(&["F3", "F4"]))), "no other year is named: {asked:?}");
    assert_eq!(lead(task(&proposed, 2)), "气象台");
    assert_eq!(lead(task(&proposed, 4)), "市市场监管局", "the best guess holds");
    assert!(proposed.rows.iter().all(|row| row.verdict == Verdict::Doubtful));

    let picked = format!("unit={}", shipped_units()[0].id());
    let answers = [
        ("currency:800万美元", "=5200万元"),
        ("no_such_day:2021-02-30", "last_day"),
        ("department:气象台", picked.as_str()),
        ("percent:约七成", "text"),
        ("enterprise:青岛示例甲", "other"),
        ("year", "2027"),
        ("department:市场监督局", "blank"),
        ("department:不在表里", "new"),
    ];
    let settled = drafted_with(&book(text.as_bytes()), &answers, &known);
    assert_eq!(settled.projects[0].investment.as_ref().and_then(|amount| amount.yuan), Some(52_000_000));
    assert_eq!(due(&settled, 2), "2021年2月28日");
    assert_eq!((due(&settled, 3).as_str(), due(&settled, 4).as_str()), ("2027年3月15日", "2027年12月底前"));
    assert_eq!(
        (lead(task(&settled, 2)), lead(task(&settled, 3)), lead(task(&settled, 4))),
        ("市政府办公厅", "市政府办公厅", "")
    );
    assert_eq!((task(&settled, 2).notes[0].percent, task(&settled, 2).notes[0].text.as_str()), (None, "约七成"));
    assert_eq!(settled.summary.enterprises_new, 1);
    assert!(settled.rows.iter().all(|row| row.verdict == Verdict::New));
    let nonsense =
        drafted_with(&book(text.as_bytes()), &[("currency:800万美元", "=很多"), ("percent:约七成", "?")], &known);
    assert_eq!(nonsense.questions, proposed.questions, "an answer that means nothing leaves the proposal");
}

#[test]
fn a_two_row_head_lead_and_assisting_in_one_cell_in_gb18030() {
    let text = "创意项目任务台账,,,,,\n（单位：亿元）,,,,截止：2021.2.25,\n序号,项目情况,,工作任务,责任单位,时限\n,企业名称,总投资,,,\n\
        1,青岛示例甲有限公司,1.2,1.办理环评,市生态环境局牵头，市行政审批局、西海岸新区配合,3月底前\n";
    let text = text.replace(
        "市生态环境局牵头，市行政审批局、西海岸新区配合",
        "\"市生态环境局牵头，市行政审批局、西海岸新区配合\"",
    );
    let bytes = encoding_rs::GB18030.encode(&text).0.into_owned();
    let draft = drafted_with(&book(&bytes), &[], &Plain::empty());
    assert_eq!(draft.header_row, 4);
    let task = task(&draft, 5);
    assert_eq!((lead(task), names(&task.assisting)), ("市生态环境局", vec!["市行政审批局", "西海岸新区管委"]));
    assert_eq!((task.project, task.enterprise, task.title.as_str()), (None, Some(0), "办理环评"));
    assert_eq!(due(&draft, 5), "2021年3月底前");
}

#[test]
fn months_as_columns_plan_by_marks_and_report_by_words() {
    let draft = drafted(
        "2021年挂图作战表,,,,,\n项目名称,任务,责任单位,1月,2月,3月\n甲项目,对接授信,市科技局,√,√,\n乙项目,主体施工,市住建局,30%,完成封顶,\n",
    );
    assert_eq!(task(&draft, 3).start.map(|start| start.prose()), Some("2021年1月1日".into()));
    assert_eq!(due(&draft, 3), "2021年2月底前");
    let notes: Vec<_> = task(&draft, 4)
        .notes
        .iter()
        .map(|note| (note.as_of.month(), note.as_of.day(), note.percent, note.text.as_str()))
        .collect();
    assert_eq!(notes, [(1, 31, Some(30), ""), (2, 28, None, "完成封顶")]);
    assert_eq!(task(&draft, 4).status, TaskStatus::InProgress);
}

#[test]
fn small_things_a_ledger_may_say() {
    let draft = drafted(
        "企业名称,统一社会信用代码,联系人,联系电话,项目,总投资,任务,牵头单位,责任人,联系电话,开始时间,完成时限,状态,存在问题,下一步打算,备注\n\
         青岛示例甲有限公司,91350100M000100Y43,示例甲,13800000000,甲项目,5000,对接授信,市科技局,示例乙（处长）,85910000,2021-05-01,2021-03-31,已销号,缺担保,再对接,重点\n\
         青岛示例乙有限公司,91350100M000100Y4Z,,,乙项目,,对接授信,市科技局,,,2021-01-04,2021-03-31,推进中,,,\n\
         青岛示例乙有限公司,,,,乙项目,,对接授信,市科技局,,,2021-01-04,2021-03-31,推进中,,,\n\
         青岛示例乙有限公司,,,,乙项目,,对接授信,市科技局,,,2021-01-04,2021-06-30,推进中,,,\n",
    );
    let first = task(&draft, 2);
    assert_eq!((first.start, first.status, first.phone.as_str()), (None, TaskStatus::Closed, "85910000"));
    assert!(row(&draft, 2).remarks.contains(&"开始时间晚于时限，开始时间留空".to_owned()));
    assert_eq!(
        (first.notes[0].percent, first.notes[0].problem.as_str(), first.notes[0].next_step.as_str()),
        (Some(100), "缺担保", "再对接")
    );
    let enterprise = &draft.enterprises[0];
    assert_eq!((enterprise.uscc.as_deref(), enterprise.phone.as_str()), (Some("91350100M000100Y43"), "13800000000"));
    assert!(row(&draft, 3).remarks.iter().any(|remark| remark.contains("应为3")), "{:?}", row(&draft, 3).remarks);
    assert_eq!(
        draft.questions.iter().map(|q| (q.kind, q.chosen.as_str())).collect::<Vec<_>>(),
        [(QuestionKind::AmountUnit, "wan")]
    );
    assert_eq!(draft.projects[0].investment.as_ref().and_then(|amount| amount.yuan), Some(50_000_000));
    assert_eq!(
        (row(&draft, 4).verdict, row(&draft, 5).verdict),
        (Verdict::Same, Verdict::New),
        "all the same, or another deadline"
    );
    assert_eq!((draft.summary.tasks_new, draft.summary.unchanged), (3, 1));
}

#[test]
fn a_sheet_that_is_no_ledger_is_refused_in_words() {
    let letter = book("尊敬的领导\n您好\n".as_bytes());
    let refusal = propose(&letter.sheets[0], None).expect_err("no head");
    assert!(refusal.message().contains("没有找到表头"), "{refusal}");
    assert!(propose(&letter.sheets[0], Some(9)).is_err());
    let ledger = book("任务,牵头单位\n对接,市科技局\n".as_bytes());
    let nothing = Mapping { header_row: 1, columns: vec![Column::Ignore, Column::Lead] };
    assert!(
        draft(&ledger, 0, &nothing, &Answers::new(), &Plain::empty())
            .expect_err("refused")
            .message()
            .contains("哪一列")
    );
    assert!(draft(&ledger, 7, &nothing, &Answers::new(), &Plain::empty()).is_err());
}

#[test]
fn the_user_may_map_the_columns_otherwise() {
    let ledger = book("事由,谁办,说法\n办理环评,市生态环境局,进行到一半\n".as_bytes());
    let mapping = Mapping { header_row: 1, columns: vec![Column::Task, Column::Lead, Column::Progress] };
    let draft = draft(&ledger, 0, &mapping, &Answers::new(), &Plain::empty()).expect("a draft");
    assert_eq!((task(&draft, 2).title.as_str(), lead(task(&draft, 2))), ("办理环评", "市生态环境局"));
    let same = propose(&ledger.sheets[0], Some(1)).expect("a head");
    assert_eq!(same.signature, "事由|谁办|说法");
}

#[test]
fn ten_thousand_rows_are_one_draft() {
    let mut text = String::from("单位：万元\n企业,项目,总投资,任务,牵头单位,配合单位,责任人,时限,进展\n");
    for index in 0..10_000 {
        let project = index / 4;
        text.push_str(&format!(
            "青岛示例{}有限公司,示例项目{project},5000,{}.对接授信,市科技局,\"市工信局、发改委\",示例甲（处长）,2021年{}月底,{}%\n",
            project / 3,
            index % 4 + 1,
            index % 12 + 1,
            index % 100
        ));
    }
    let draft = drafted(&text);
    assert_eq!((draft.summary.tasks_new, draft.summary.projects_new), (10_000, 2_500));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn no_table_panics(
        cells in proptest::collection::vec("[0-9年月日%成约半完合计同上市局、：.（）]{0,6}", 0..40),
        width in 1..8_usize,
        columns in proptest::collection::vec(0..Column::ALL.len(), 1..9),
        header_row in 0..9_u32,
    ) {
        let rows = cells.chunks(width).map(|row| row.iter().map(|cell| Cell::from_text(cell)).collect()).collect();
        let sheet = Sheet { name: "表".into(), rows };
        let book = Book { name: "表".into(), sheets: vec![sheet], kept: None };
        let columns = columns.into_iter().map(|index| Column::ALL[index]).collect();
        let _ = draft(&book, 0, &Mapping { header_row, columns }, &Answers::new(), &Plain::empty());
    }
}
