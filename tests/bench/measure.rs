//! Medians of alternating pairs, and the table.

use std::time::{Duration, Instant};

/// One figure: ours against a floor or a peer.
pub struct Row {
    pub what: String,
    pub scale: String,
    pub against: String,
    /// The goal in words, and as a bound of the ratio ours ÷ theirs.
    pub goal: &'static str,
    pub most: f64,
    pub ours: Duration,
    pub theirs: Duration,
    /// CPU time of ours, if it was taken.
    pub cpu: Duration,
}

impl Row {
    pub fn ratio(&self) -> f64 {
        self.ours.as_secs_f64() / self.theirs.as_secs_f64().max(1e-9)
    }
}

/// Runs both by turns and gives the medians: ours, theirs, and our CPU time.
pub fn pairs(
    times: usize,
    mut ours: impl FnMut(usize),
    mut theirs: impl FnMut(usize),
) -> (Duration, Duration, Duration) {
    let (mut mine, mut other, mut cpu) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..times {
        let (wall, busy) = (Instant::now(), cpu_time());
        ours(turn);
        mine.push(wall.elapsed());
        cpu.push(cpu_time().saturating_sub(busy));
        let wall = Instant::now();
        theirs(turn);
        other.push(wall.elapsed());
    }
    (median(mine), median(other), median(cpu))
}

pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// CPU time of this process so far, from /proc (in ticks of 10 ms; zero elsewhere).
fn cpu_time() -> Duration {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = text.split_whitespace().next().and_then(|first| first.parse().ok()).unwrap_or(0);
    Duration::from_nanos(nanoseconds)
}

fn shown(time: Duration) -> String {
    match time.as_micros() {
        0..10_000 => format!("{:.2} ms", time.as_secs_f64() * 1e3),
        10_000..1_000_000 => format!("{:.0} ms", time.as_secs_f64() * 1e3),
        _ => format!("{:.2} s", time.as_secs_f64()),
    }
}

pub fn print_table(rows: &[Row], as_json: bool) {
    if as_json {
        for row in rows {
            let (ours, theirs) = (row.ours.as_secs_f64(), row.theirs.as_secs_f64());
            let line = serde_json::json!({"what": row.what, "scale": row.scale, "against": row.against, "goal": row.goal,
                "ours_s": ours, "theirs_s": theirs, "cpu_s": row.cpu.as_secs_f64(), "ratio": row.ratio(), "met": row.ratio() <= row.most});
            println!("{line}");
        }
        return;
    }
    println!("| what | scale | against | ours | CPU | theirs | ratio | goal | verdict |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for row in rows {
        let ratio = match row.most < 1.0 {
            true => format!("{:.1}× faster", 1.0 / row.ratio()),
            false => format!("{:.2}×", row.ratio()),
        };
        let verdict = if row.ratio() <= row.most { "met" } else { "falls short" };
        println!(
            "| {} | {} | {} | {} | {} | {} | {ratio} | {} | {verdict} |",
            row.what,
            row.scale,
            row.against,
            shown(row.ours),
            shown(row.cpu),
            shown(row.theirs),
            row.goal
        );
    }
}
