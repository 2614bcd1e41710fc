//! Speed against floors and peers (goals.md): every row is a ratio measured in one run, medians of alternating pairs,
//! CPU time beside wall time. `./dev bench [--scale bureau|city] [--json]`. Timings never decide a test.

mod measure;
mod peers;
mod rows;

use measure::{Row, print_table};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let scales: Vec<&str> = match arguments.iter().position(|argument| argument == "--scale") {
        Some(at) => vec![arguments.get(at + 1).map(String::as_str).unwrap_or("bureau")],
        None => vec!["bureau", "city"],
    };
    let mut all: Vec<Row> = Vec::new();
    for scale in scales {
        all.extend(rows::measured(scale));
    }
    print_table(&all, arguments.iter().any(|argument| argument == "--json"));
}
