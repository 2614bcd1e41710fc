//! The rows of goals.md that the core alone decides.

use std::path::Path;
use std::time::{Duration, Instant};

use changwu_core::api::{CallOptions, Host};
use changwu_core::documents::template::{Template, Values};
use changwu_core::search::text;
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::measure::{Row, median, pairs};
use crate::peers;

const PAIRS: usize = 15;

struct Desk {
    host: Host,
}

impl Desk {
    fn open(folder: &Path) -> Self {
        let desk = Self { host: Host::new(folder.join("config")) };
        desk.call("identity_set", json!({"author": "示例", "laptop": "测速"}));
        desk
    }

    fn call(&self, name: &str, request: Value) -> Value {
        self.call_as_of(name, request, None)
    }

    fn call_as_of(&self, name: &str, request: Value, as_of: Option<NaiveDate>) -> Value {
        match self.host.call(name, request, CallOptions { as_of, ..CallOptions::default() }) {
            Ok(answer) => answer.value,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }
}

/// A connection of the same build and settings, with nothing of ours around it.
fn bare(path: &Path) -> Connection {
    let connection = Connection::open(path).expect("a copy of the workbook");
    connection.pragma_update(None, "journal_mode", "WAL").expect("wal");
    connection.pragma_update(None, "synchronous", "FULL").expect("full");
    connection.pragma_update(None, "cache_size", -64_000).expect("cache");
    connection
}

/// Every row at one scale. A workbook that takes long to make is kept in `kept`, if given, and used again.
pub fn measured(scale: &str, kept: Option<&Path>) -> Vec<Row> {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk::open(folder.path());
    let path = kept.unwrap_or(folder.path()).join(format!("{scale}.changwu"));
    if !path.exists() {
        eprintln!("generating {scale} …");
        desk.call("workbook_generate", json!({"path": path, "scale": scale, "seed": 1}));
        desk.call("workbook_close", json!({}));
    }
    // A province is too large to copy; there the floor reads, and writes, the workbook itself.
    let copy = if scale == "province" { path.clone() } else { folder.path().join("copy.db") };
    if copy != path {
        std::fs::copy(&path, &copy).expect("a copy");
    }
    desk.call("workbook_open", json!({ "path": path }));
    let floor = bare(&copy);
    let row = |what: &str, against: &str, goal, most, (ours, theirs, cpu): (Duration, Duration, Duration)| Row {
        what: what.into(),
        scale: scale.into(),
        against: against.into(),
        goal,
        most,
        ours,
        theirs,
        cpu,
    };
    let mut rows = Vec::new();
    eprintln!("measuring {scale} …");

    let tasks = desk.call("task_list", json!({"limit": 200}))["rows"].clone();
    let id = |at: usize| tasks[at % 200]["id"].clone();
    let blob = |at: usize| changwu_core::ids::Id::parse(id(at).as_str().unwrap_or_default()).expect("an id");
    let edit = |turn: usize| {
        drop(desk.call("task_set", json!({"id": id(turn), "field": "title", "text": format!("办理用地预审{turn}")})))
    };
    let write = |turn: usize| {
        let sql = "UPDATE task SET title=?1 WHERE id=?2";
        floor
            .prepare_cached(sql)
            .and_then(|mut update| update.execute(params![format!("办理用地预审{turn}"), blob(turn)]))
            .expect("an update");
    };
    let edits = pairs(PAIRS * 3, edit, write);
    rows.push(row("one edit saved durably", "a bare update and commit", "≤ 3×", 3.0, edits));
    let undo = pairs(PAIRS, |_| drop(desk.call("undo", json!({}))), |turn| edit(turn + 77));
    rows.push(row("undo of it", "the edit", "≤ 2×", 2.0, undo));

    let lead = desk.call("department_list", json!({"busy": true, "limit": 1}))["rows"][0]["id"].clone();
    let lead_blob = changwu_core::ids::Id::parse(lead.as_str().unwrap_or_default()).expect("an id");
    let today = chrono::Local::now().date_naive();
    let page = json!({"filter": {"lead": lead, "lights": ["overdue"]}, "sort": "due", "limit": 50});
    let listed = pairs(
        PAIRS,
        |_| drop(desk.call("task_list", page.clone())),
        |_| {
            let sql = "SELECT t.*, n.* FROM task_now n JOIN task t ON t.id=n.task_id
                       WHERE n.lead_department_id=?1 AND n.open=1 AND n.due<?2 ORDER BY n.due LIMIT 50";
            read_all(&floor, sql, params![lead_blob, today]);
        },
    );
    rows.push(row("a page of 50 overdue tasks of one unit", "the same rows, bare", "≤ 2×", 2.0, listed));

    let project = desk.call("project_list", json!({"limit": 1, "overdue": true}))["rows"][0]["id"].clone();
    let project_blob = changwu_core::ids::Id::parse(project.as_str().unwrap_or_default()).expect("an id");
    let whole = pairs(
        PAIRS,
        |_| {
            desk.call("project_get", json!({ "id": project }));
            desk.call("demand_list", json!({ "project": project }));
            desk.call("milestone_list", json!({ "id": project }));
            desk.call("task_list", json!({"filter": {"project": project}, "sort": "position", "limit": 100}));
        },
        |_| {
            read_all(&floor, "SELECT * FROM project WHERE id=?1", params![project_blob]);
            read_all(&floor, "SELECT * FROM demand WHERE project_id=?1", params![project_blob]);
            read_all(&floor, "SELECT * FROM milestone WHERE project_id=?1", params![project_blob]);
            read_all(
                &floor,
                "SELECT t.*, n.* FROM task_now n JOIN task t ON t.id=n.task_id WHERE n.project_id=?1",
                params![project_blob],
            );
        },
    );
    rows.push(row("a project with everything on its page", "the same rows, bare", "≤ 2×", 2.0, whole));

    let query = text::query("用地").expect("a query");
    let searched = pairs(
        PAIRS,
        |_| drop(desk.call("search", json!({"text": "用地", "limit": 50}))),
        |_| {
            let sql = "SELECT rowid FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid DESC LIMIT 50";
            read_all(&floor, sql, params![query]);
        },
    );
    rows.push(row("search of two characters, 50 hits", "the index's own query", "≤ 2×", 2.0, searched));

    rows.push(search_tail(&desk, &floor, scale));
    // A day in the past is told from the dated facts of tasks, so it rests on these, too.
    let dated = [OVERVIEW_TABLES.as_slice(), &["task", "task_status", "task_due", "progress"]].concat();
    let past = Some(today - Days::new(30));
    for (what, as_of, tables) in [
        ("overview figures", None, OVERVIEW_TABLES.as_slice()),
        ("overview figures, as of a month ago", past, dated.as_slice()),
    ] {
        let overview = pairs(
            PAIRS,
            |_| drop(desk.call_as_of("overview_get", json!({}), as_of)),
            |_| tables.iter().for_each(|table| read_all(&floor, &format!("SELECT * FROM {table}"), params![])),
        );
        rows.push(row(what, "one bare scan of their tables", "≤ 1×", 1.0, overview));
    }

    if scale == "city" {
        rows.extend(list_out(folder.path(), &desk, scale));
    }
    if scale == "bureau" {
        rows.extend(ledger(folder.path(), &desk, scale));
        desk.call("workbook_open", json!({ "path": path }));
        rows.extend(plans(folder.path(), &desk, scale));
    }
    rows
}

/// What the overview's figures rest on.
const OVERVIEW_TABLES: [&str; 12] = [
    "task_now",
    "project",
    "project_enterprise",
    "project_stage_fact",
    "library_entry",
    "landing",
    "enterprise",
    "demand",
    "demand_status",
    "demand_visit",
    "session",
    "department",
];

/// The slowest of a hundred different searches: words of two and four characters, and initials of Pinyin.
fn search_tail(desk: &Desk, floor: &Connection, scale: &str) -> Row {
    const TEXTS: [&str; 20] = [
        "用地",
        "融资",
        "许可",
        "验收",
        "供电",
        "招聘",
        "示例",
        "审批",
        "用地预审",
        "施工许可",
        "环评批复",
        "银企对接",
        "供电增容",
        "道路管网",
        "示例企业",
        "市科技局",
        "yd",
        "sgxk",
        "slqy",
        "zbx",
    ];
    let queries: Vec<String> = TEXTS.iter().filter_map(|text| text::query(text)).collect();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for turn in 0..5 * TEXTS.len() {
        let start = Instant::now();
        desk.call("search", json!({"text": TEXTS[turn % TEXTS.len()], "limit": 50}));
        ours.push(start.elapsed());
        let sql = "SELECT rowid FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid DESC LIMIT 50";
        let start = Instant::now();
        read_all(floor, sql, params![queries[turn % queries.len()]]);
        theirs.push(start.elapsed());
    }
    let slowest = |mut times: Vec<Duration>| {
        times.sort();
        times[times.len() * 99 / 100]
    };
    Row {
        what: "search, p99 of 100".into(),
        scale: scale.into(),
        against: "the index's own query, p99".into(),
        goal: "≤ 2×",
        most: 2.0,
        ours: slowest(ours),
        theirs: slowest(theirs),
        cpu: Duration::ZERO,
    }
}

fn read_all(connection: &Connection, sql: &str, parameters: impl rusqlite::Params) {
    let mut statement = connection.prepare_cached(sql).expect("a statement");
    let columns = statement.column_count();
    let mut found = statement.query(parameters).expect("rows");
    while let Some(row) = found.next().expect("a row") {
        for column in 0..columns {
            let _ = row.get_ref(column).map(std::hint::black_box);
        }
    }
}

/// A ledger of 10,000 rows, read, checked, written, journaled.
fn ledger(folder: &Path, desk: &Desk, scale: &str) -> Option<Row> {
    let path = folder.join("台账.xlsx");
    write_ledger(&path, 10_000);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for turn in 0..3 {
        desk.call("workbook_new", json!({"path": folder.join(format!("导入{turn}.changwu"))}));
        let start = Instant::now();
        desk.call("ledger_apply", json!({ "path": path }));
        ours.push(start.elapsed());
        theirs.push(peers::openpyxl_and_sqlite(&path, &folder.join("peer.db"))?);
    }
    Some(Row {
        what: "ledger of 10,000 rows in".into(),
        scale: scale.into(),
        against: "openpyxl + sqlite3".into(),
        goal: "≥ 5× faster",
        most: 0.2,
        ours: median(ours),
        theirs: median(theirs),
        cpu: Duration::ZERO,
    })
}

/// The whole ledger to .xlsx, from the open workbook; the peers get the same rows ready in a file.
fn list_out(folder: &Path, desk: &Desk, scale: &str) -> Vec<Row> {
    let path = folder.join("台账.xlsx");
    let columns = [
        "title",
        "measure",
        "project",
        "enterprise",
        "lead",
        "assisting",
        "persons",
        "start_on",
        "due",
        "percent",
        "status",
        "progress",
    ];
    let request = json!({"list": "tasks", "columns": columns, "path": path});
    let mut ours = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        desk.call("list_export", request.clone());
        ours.push(start.elapsed());
    }
    let ours = median(ours);
    let against = [
        ("XlsxWriter, constant_memory", "≥ 8× faster", 1.0 / 8.0, peers::xlsxwriter(&path, folder)),
        ("openpyxl, write_only", "≥ 12× faster", 1.0 / 12.0, peers::openpyxl_out(&path, folder)),
    ];
    let row = |(against, goal, most, theirs): (&str, &'static str, f64, Option<Duration>)| {
        Some(Row {
            what: "ledger of 100,000 rows out".into(),
            scale: scale.into(),
            against: against.into(),
            goal,
            most,
            ours,
            theirs: theirs?,
            cpu: Duration::ZERO,
        })
    };
    against.into_iter().filter_map(row).collect()
}

fn write_ledger(path: &Path, rows: u32) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let title =
        ["民营企业创意创新项目落地推进责任分工台账", "填报单位：创意工作专班    截至：2021年2月25日    单位：万元"];
    for (at, line) in title.iter().enumerate() {
        sheet.write(at as u32, 0, *line).expect("a title");
    }
    let head = [
        "序号",
        "企业名称",
        "创意项目",
        "所属区市",
        "总投资",
        "需求事项",
        "重点任务",
        "牵头单位",
        "配合单位",
        "责任人",
        "完成时限",
        "进展情况",
    ];
    for (at, word) in head.iter().enumerate() {
        sheet.write(2, at as u16, *word).expect("a head");
    }
    let units = ["市科技局", "资规局", "市人社局", "金融局", "市工信局", "发改委"];
    let dates = ["2021-03-31", "2021年6月底", "2021.4.18", "年内", "二季度末", "2021/05/26"];
    let needs = ["用地", "融资", "人才引进", "市场订单", "行政审批"];
    for row in 0..rows {
        let at = |list: &[&str], step: u32| list[((row / step) as usize) % list.len()].to_string();
        let cells = [
            (row + 1).to_string(),
            format!("青岛示例{}号装备有限公司", row / 10),
            format!("示例产业园（示例{}）", row / 4),
            "城阳区".to_string(),
            "约1.5亿元".to_string(),
            at(&needs, 1),
            format!("{}.办理第{row}项手续", row % 4 + 1),
            at(&units, 1),
            at(&units, 7),
            "示例甲（处长）".to_string(),
            at(&dates, 1),
            format!("{}%", row % 100),
        ];
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row + 3, column as u16, cell.as_str()).expect("a cell");
        }
    }
    book.save(path).expect("a ledger");
}

/// Every plan of the workbook as a Word file, and a template of one filled by us; time of one.
fn plans(folder: &Path, desk: &Desk, scale: &str) -> Vec<Row> {
    let out = folder.join("方案");
    let (mut ours, mut first) = (Vec::new(), String::new());
    for _ in 0..3 {
        let start = Instant::now();
        let written = desk.call("plan_export_all", json!({ "folder": out }));
        let count = written.as_array().map(Vec::len).unwrap_or(1).max(1) as u32;
        ours.push(start.elapsed() / count);
        first = written[0]["path"].as_str().unwrap_or_default().to_string();
    }
    let Some(theirs) = peers::docxtpl(Path::new(&first), folder) else { return Vec::new() };
    let row = |what: &str, against: &str, ours: Vec<Duration>| Row {
        what: what.into(),
        scale: scale.into(),
        against: against.into(),
        goal: "≥ 30× faster",
        most: 1.0 / 30.0,
        ours: median(ours),
        theirs,
        cpu: Duration::ZERO,
    };
    vec![
        row("one plan to .docx, in a batch of 500", "docxtpl, a template of the same content", ours),
        row(
            "one plan from a Word template, in a batch of 500",
            "docxtpl, the same template and values",
            filled(folder),
        ),
    ]
}

/// The peer's template and values, filled by us: read once, 500 papers written.
fn filled(folder: &Path) -> Vec<Duration> {
    let bytes = std::fs::read(folder.join("template.docx")).expect("the peer's template");
    let values = std::fs::read_to_string(folder.join("values.json")).expect("the peer's values");
    let values: Values = serde_json::from_str(&values).expect("values");
    let count = 500;
    let batch = |_| {
        let start = Instant::now();
        let template = Template::read("template.docx", &bytes).expect("a template");
        for at in 0..count {
            let paper = template.fill(&values, chrono::Utc::now()).expect("filled");
            std::fs::write(folder.join(format!("ours{}.docx", at % 20)), paper).expect("written");
        }
        start.elapsed() / count
    };
    (0..3).map(batch).collect()
}
