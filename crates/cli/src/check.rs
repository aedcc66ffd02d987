//! `folkmoot check`: what is wrong in the record, where, why, and how to mend it.

mod inspect;
mod patched;
mod scope;

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use folkmoot_checks::{Starts, checks};
use folkmoot_diagnostics::render::{github, human, json, sarif};
use folkmoot_diagnostics::{Diagnostic, Severity, Sources, Tally};
use folkmoot_model::FileSet;
use folkmoot_repo::DiskFiles;
use jiff::Zoned;

use crate::repository::Failure;
use crate::terminal::{self, Color};
use crate::{Outcome, repository};
use inspect::{Inspection, Mended, inspect, mend};
use scope::Scope;

/// Says what is wrong in the record: each mistake with its place, its reason and its cure.
///
/// The community's data, its generated files and all of its Markdown are read. Exits with 0 where nothing was
/// found, with 1 where something was, and with 2 where the check could not run.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The community's repository, or files and folders in it to limit the report to.
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Mend what can be mended safely, then report what is left.
    #[arg(long)]
    fix: bool,
    /// With `--fix`: the first date of an alternating series, which says which weeks it means; may be given
    /// several times.
    #[arg(long, value_name = "GROUP[/SERIES]=DATE", requires = "fix")]
    starts: Vec<Starts>,
    /// How to report.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The least severity that is shown to people and that makes the exit status 1.
    #[arg(long, value_enum, default_value_t)]
    severity: Threshold,
    /// Report these checks alone; may be given several times.
    #[arg(long, value_name = "CHECK", value_delimiter = ',')]
    only: Vec<String>,
    /// Report findings about this group alone, by its folder; may be given several times.
    #[arg(long, value_name = "FOLDER", value_delimiter = ',')]
    group: Vec<String>,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, ValueEnum)]
enum Format {
    /// For eyes.
    #[default]
    Human,
    /// For scripts: one object, whose shape is stable.
    Json,
    /// For code scanning services: SARIF 2.1.0.
    Sarif,
    /// For GitHub Actions: annotations on the pull request.
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, ValueEnum)]
enum Threshold {
    /// Everything.
    Note,
    /// Warnings and errors.
    #[default]
    Warning,
    /// Errors alone.
    Error,
}

impl Threshold {
    fn severity(self) -> Severity {
        match self {
            Self::Note => Severity::Note,
            Self::Warning => Severity::Warning,
            Self::Error => Severity::Error,
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let (root, mut scope) = Scope::new(&args.paths, &args.only)?;
    let files = DiskFiles::open(&root).map_err(|error| Failure::error(error.to_string(), error.hint()))?;
    repository::require_community(&files, &root)?;
    let now = Zoned::now();
    let inspection = if args.fix {
        let (inspection, texts, mended) = mend(&files, &mut scope, &args.group, &args.starts, &now)?;
        write(&files, &texts)?;
        say_what_was_mended(&mended, texts.len());
        inspection
    } else {
        inspect(&files, &mut scope, &args.group, &now)?
    };
    let text = match args.format {
        Format::Human => for_eyes(args, &inspection),
        Format::Json => json::render(&inspection.findings, &inspection.community.sources),
        Format::Sarif => for_scanners(&inspection.findings, &inspection.community.sources),
        Format::Github => github::render(&worst_first(&inspection.findings), &inspection.community.sources),
    };
    terminal::print(&text)?;
    match Tally::of(&inspection.findings).at_least(args.severity.severity()) {
        0 => Ok(Outcome::Clean),
        _ => Ok(Outcome::Findings),
    }
}

fn write(files: &DiskFiles, texts: &FileSet) -> Result<()> {
    files.write_set(texts).map_err(|error| Failure::error(error.to_string(), error.hint()))?;
    Ok(())
}

/// On standard error, so that standard output holds the report alone.
fn say_what_was_mended(mended: &[Mended], files: usize) {
    for fix in mended {
        anstream::eprintln!("\x1b[32;1mfixed\x1b[0m {} [{}]: {}", fix.place, fix.code, fix.message);
    }
    if !mended.is_empty() {
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let fixes = mended.len();
        anstream::eprintln!("{fixes} finding{} fixed in {files} file{}\n", plural(fixes), plural(files));
    }
}

fn for_eyes(args: &Args, inspection: &Inspection) -> String {
    let threshold = args.severity.severity();
    let shown: Vec<Diagnostic> =
        inspection.findings.iter().filter(|finding| finding.severity >= threshold).cloned().collect();
    let color = args.color.enabled();
    let style = human::Style { color, width: terminal::width() };
    let mut text = human::render(&shown, &inspection.community.sources, style);
    text.push_str(&summary(&inspection.findings, &shown, inspection.community.groups.len(), color));
    text
}

/// The last lines: how many findings, how many are not shown, and where to read more.
fn summary(all: &[Diagnostic], shown: &[Diagnostic], groups: usize, color: bool) -> String {
    let paint = |code: &str, text: String| if color { format!("\x1b[{code}m{text}\x1b[0m") } else { text };
    let (tally, hidden) = (Tally::of(shown), all.len() - shown.len());
    let hue = match (tally.errors, tally.warnings, tally.notes) {
        (1.., ..) => "91;1",
        (_, 1.., _) => "33;1",
        (_, _, 1..) => "92;1",
        _ => "32;1",
    };
    let plural = if groups == 1 { "" } else { "s" };
    let mut text = match shown {
        [] => paint(hue, format!("nothing to report in {groups} group{plural}")),
        _ => paint(hue, tally.to_string()),
    };
    if hidden > 0 {
        let least =
            if all.iter().any(|finding| finding.severity == Severity::Note) { "note" } else { "warning" };
        let plural = if hidden == 1 { "" } else { "s" };
        text.push_str(&format!(
            "\n{hidden} lesser finding{plural} not shown: see them with `--severity {least}`"
        ));
    }
    if let Some(first) = shown.first() {
        text.push_str(&format!("\nmore about a finding: `folkmoot explain {}`", first.code));
    }
    text.push('\n');
    text
}

/// GitHub shows the first ten annotations of a severity and drops the rest.
fn worst_first(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut sorted = findings.to_vec();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted
}

fn for_scanners(findings: &[Diagnostic], sources: &Sources) -> String {
    let home = env!("CARGO_PKG_REPOSITORY");
    let rules: Vec<sarif::Rule> = checks()
        .iter()
        .map(|check| sarif::Rule {
            id: check.code.to_owned(),
            summary: check.page().summary(),
            help: check.page().shown(),
            help_uri: format!("{home}/blob/main/docs/reference/checks/{}.md", check.code),
            severity: check.severity,
        })
        .collect();
    let version = env!("CARGO_PKG_VERSION");
    let tool = sarif::Tool { name: "Folkmoot", version, information_uri: home, rules: &rules };
    sarif::render(findings, sources, &tool)
}
