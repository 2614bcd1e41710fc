//! What is measured against in Python, when ./dev bench has installed it (`CHANGWU_BENCH_PYTHON`).

use std::path::Path;
use std::process::Command;
use std::time::Duration;

fn python(script: &str, arguments: &[&Path]) -> Option<Duration> {
    let python = std::env::var_os("CHANGWU_BENCH_PYTHON")?;
    let output = Command::new(python).arg("-c").arg(script).args(arguments).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    match said.trim().parse::<f64>() {
        Ok(seconds) => Some(Duration::from_secs_f64(seconds)),
        Err(_) => {
            eprintln!("peer: {}", String::from_utf8_lossy(&output.stderr));
            None
        }
    }
}

/// openpyxl reads the ledger, sqlite3 writes its rows: seconds of the work itself, without starting Python.
pub fn openpyxl_and_sqlite(ledger: &Path, database: &Path) -> Option<Duration> {
    const SCRIPT: &str = r#"
import sys, time, os, openpyxl, sqlite3
ledger, path = sys.argv[1], sys.argv[2]
if os.path.exists(path): os.remove(path)
start = time.perf_counter()
sheet = openpyxl.load_workbook(ledger).active
rows = [[None if c.value is None else str(c.value) for c in row][:12] for row in sheet.iter_rows(min_row=4)]
db = sqlite3.connect(path)
db.execute('pragma journal_mode=wal'); db.execute('pragma synchronous=full')
db.execute('create table t(%s)' % ','.join('c%d' % i for i in range(12)))
db.executemany('insert into t values(%s)' % ','.join('?' * 12), rows)
db.commit()
print(time.perf_counter() - start)
"#;
    python(SCRIPT, &[ledger, database])
}

/// docxtpl fills a template of the same content, which it leaves in the folder with its values; seconds for one plan.
pub fn docxtpl(plan: &Path, folder: &Path) -> Option<Duration> {
    const SCRIPT: &str = r#"
import sys, time, os, json, docx
from docxtpl import DocxTemplate
plan, folder = sys.argv[1], sys.argv[2]
# A template of the same content: every paragraph and cell of a plan as a value.
source, values = docx.Document(plan), {}
def swap(paragraph):
    if paragraph.text.strip():
        name = 'v%d' % len(values)
        values[name] = paragraph.text
        runs = paragraph.runs
        runs[0].text = '{{ %s }}' % name
        for run in runs[1:]: run.text = ''
for paragraph in source.paragraphs: swap(paragraph)
for table in source.tables:
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs: swap(paragraph)
template = os.path.join(folder, 'template.docx')
source.save(template)
json.dump(values, open(os.path.join(folder, 'values.json'), 'w'))
count = 20
start = time.perf_counter()
for at in range(count):
    paper = DocxTemplate(template)
    paper.render(values)
    paper.save(os.path.join(folder, 'peer%d.docx' % at))
print((time.perf_counter() - start) / count)
"#;
    python(SCRIPT, &[plan, folder])
}

/// The rows of a list as written by us, read once, outside the time.
const ROWS: &str = r#"
import sys, time, os, openpyxl
source, folder = sys.argv[1], sys.argv[2]
rows = list(openpyxl.load_workbook(source, read_only=True).active.iter_rows(min_row=3, values_only=True))
"#;

/// XlsxWriter writes the rows of a list, in constant memory; seconds.
pub fn xlsxwriter(list: &Path, folder: &Path) -> Option<Duration> {
    const SCRIPT: &str = r#"
import xlsxwriter
start = time.perf_counter()
book = xlsxwriter.Workbook(os.path.join(folder, 'peer.xlsx'), {'constant_memory': True, 'default_date_format': 'yyyy-mm-dd'})
sheet = book.add_worksheet()
for at, row in enumerate(rows):
    sheet.write_row(at, 0, row)
book.close()
print(time.perf_counter() - start)
"#;
    python(&[ROWS, SCRIPT].concat(), &[list, folder])
}

/// openpyxl writes them, write-only; seconds.
pub fn openpyxl_out(list: &Path, folder: &Path) -> Option<Duration> {
    const SCRIPT: &str = r#"
start = time.perf_counter()
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
for row in rows:
    sheet.append(row)
book.save(os.path.join(folder, 'peer2.xlsx'))
print(time.perf_counter() - start)
"#;
    python(&[ROWS, SCRIPT].concat(), &[list, folder])
}
