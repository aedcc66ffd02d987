//! `folkmoot explain`: a check's reference page in the terminal.

mod page;

use anyhow::{Result, bail};
use clap::ValueEnum;
use folkmoot_checks::{Check, checks, explain, find_check, similar_checks};
use folkmoot_diagnostics::Severity;
use serde_json::{Value, json};

use crate::Outcome;
use crate::terminal::{self, Color};

/// Says what a check finds, why it matters and how to mend it; without a name, lists all checks.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Name of a check, as findings show it in brackets.
    #[arg(value_name = "CHECK")]
    check: Option<String>,
    /// How to show it.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, ValueEnum)]
enum Format {
    /// For eyes.
    #[default]
    Human,
    /// For scripts.
    Json,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let chosen: Vec<&Check> = match &args.check {
        Some(code) => vec![named(code)?],
        None => {
            let mut all = checks().to_vec();
            all.sort_unstable_by_key(|check| check.code);
            all
        }
    };
    let color = args.color.enabled();
    let text = match (args.format, &args.check) {
        (Format::Json, Some(_)) => {
            format!("{:#}\n", chosen.iter().map(|check| value(check)).collect::<Value>()[0])
        }
        (Format::Json, None) => format!("{:#}\n", chosen.iter().map(|check| value(check)).collect::<Value>()),
        (Format::Human, Some(code)) => {
            page::render(&explain(code).unwrap_or_default(), terminal::width(), color)
        }
        (Format::Human, None) => list(&chosen, terminal::width(), color),
    };
    terminal::print(&text)?;
    Ok(Outcome::Clean)
}

fn named(code: &str) -> Result<&'static Check> {
    if let Some(check) = find_check(code) {
        return Ok(check);
    }
    match similar_checks(code) {
        Some(name) => bail!("there is no check `{code}`; did you mean `{name}`?"),
        None => bail!("there is no check `{code}`\n  help: `folkmoot explain` lists all of them"),
    }
}

fn value(check: &Check) -> Value {
    json!({
        "code": check.code,
        "severity": check.severity.name(),
        "summary": check.page().summary(),
        "settings": check.settings,
        "markdown": explain(check.code),
    })
}

fn list(checks: &[&Check], width: usize, color: bool) -> String {
    let longest = checks.iter().map(|check| check.code.len()).max().unwrap_or_default();
    let mut out = String::new();
    for check in checks {
        let hue = match check.severity {
            Severity::Error => "91;1",
            Severity::Warning => "33;1",
            Severity::Note => "92;1",
        };
        let name = format!("{:longest$}", check.code);
        let name = if color { format!("\x1b[{hue}m{name}\x1b[0m") } else { name };
        let summary = page::wrap(&check.page().summary(), width.saturating_sub(longest + 2));
        for (number, line) in summary.iter().enumerate() {
            let head = if number == 0 { name.clone() } else { " ".repeat(longest) };
            out.push_str(&format!("{head}  {}\n", page::inline(line, color)));
        }
    }
    out.push_str(&format!("\n{} checks; `folkmoot explain NAME` says more about one\n", checks.len()));
    out
}
