//! Speed against floors and peers (goals.md): every row is a ratio measured in one run, medians of alternating pairs,
//! CPU time beside wall time. `./dev bench [--scale bureau|city|province] [--keep FOLDER] [--json]`. Timings never
//! decide a test.

use std::path::Path;

mod measure;
mod peers;
mod rows;

use measure::{Row, print_table};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let given = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let scales = given("--scale").map_or(vec!["bureau", "city"], |scale| vec![scale]);
    let kept = given("--keep").map(Path::new);
    let mut all: Vec<Row> = Vec::new();
    for scale in scales {
        all.extend(rows::measured(scale, kept));
    }
    print_table(&all, arguments.iter().any(|argument| argument == "--json"));
}
