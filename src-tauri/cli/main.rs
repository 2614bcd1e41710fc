//! changwu-cli: the same api without a window. Exit status 0 done, 1 refused with a sentence, 2 wrong use.

/// Prints a line. Whoever reads may stop reading (`| head`): that is no error.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

mod arguments;
mod commands;
mod export;
mod output;

use std::process::ExitCode;

use changwu_core::api::Host;
use changwu_core::workbook::Identity;
use clap::Parser;

use arguments::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let host = Host::new(Host::usual_folder()).or_acting_as(this_computer());
    match commands::run(&host, &arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::refusal(&error, arguments.json);
            ExitCode::from(1)
        }
    }
}

/// Who acts on the command line before anybody said who sits here.
fn this_computer() -> Identity {
    let named = |names: [&str; 2]| {
        names.into_iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    Identity {
        author: named(["USER", "USERNAME"]).unwrap_or_else(|| "命令行".into()),
        laptop: named(["COMPUTERNAME", "HOSTNAME"]).unwrap_or_else(|| "本机".into()),
    }
}
