//! `folkmoot generate`: writes the generated documents.

mod annual;
mod diff;
mod validate;

use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::Result;
use folkmoot_diagnostics::{Diagnostic, Severity};
use folkmoot_docs::{
    Consent, Generation, Kept, MAINTAINERS_FILE, RenderError, Request, Templates, generate, maintainers_list,
    template_names,
};
use folkmoot_model::{Community, FileSet, Profile};
use folkmoot_repo::DiskFiles;
use jiff::Zoned;

use crate::Outcome;
use crate::findings;
use crate::repository::{self, Failure, Opened};

pub(crate) use diff::print_diff;

/// Writes the generated documents: a page for each group, the list of groups, OWNERS_ALIASES, liaisons.
///
/// A community's own templates are used where it has any, built-in ones for the rest. What stands in a file's
/// custom content block is kept, and so is every page that people wrote by hand. Either all files are written or
/// none: a template that fails, or a mistake in the record, leaves everything as it was.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Make only the pages of groups whose directory ends so; lists are made all the same.
    #[arg(long, value_name = "WHAT", env = "WHAT", hide_env_values = true)]
    only: Option<String>,
    /// Write nothing; show what would change and exit with 1 if anything would.
    #[arg(long)]
    check: bool,
    /// Write maintainers.txt too: who leads, for the foundation that hosts the community. [env: MAINTAINERS_LIST=true]
    #[arg(long)]
    maintainers_list: bool,
    /// Draft annual reports for that year too. [env: ANNUAL_REPORT=true, for last year]
    #[arg(long, value_name = "YEAR")]
    annual_report: Option<i16>,
    /// Enhancement proposals for annual reports: a file as Kubernetes' keps.json.
    #[arg(long, value_name = "FILE")]
    keps: Option<PathBuf>,
    /// Releases of the year, for annual reports: their tags (`v1.33,v1.34,v1.35`), or a file that lists them.
    #[arg(long, value_name = "TAGS|FILE")]
    releases: Option<String>,
    /// Make drafts of annual reports anew that are there already.
    #[arg(long)]
    redraft: bool,
    /// Take over pages that people wrote by hand; their text goes into the custom content block.
    #[arg(long)]
    adopt: bool,
    /// Write the record in canonical form even where that loses comments.
    #[arg(long)]
    canonical: bool,
    /// Generate in spite of errors that the Kubernetes validator would stop at.
    #[arg(long)]
    lenient: bool,
    /// How to read and write the repository: `kubernetes`, `kubernetes-fork`, `folkmoot`; found out by default.
    #[arg(long, value_name = "NAME", value_parser = ["kubernetes", "kubernetes-fork", "folkmoot"])]
    profile: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let Opened { files, community, findings } = repository::open_without_records(&args.path)?;
    // The process ends soon: giving the record's memory back piece by piece would take a tenth of its time.
    let mut community = std::mem::ManuallyDrop::new(community);
    if let Some(name) = &args.profile {
        set_profile(&mut community.profile, name);
    }
    if findings::print(&community, &of_groups(&community, findings), Severity::Error) {
        return Ok(Outcome::Findings);
    }
    if community.profile.strict && !args.lenient && validate::print_errors(&community) {
        return Ok(Outcome::Findings);
    }
    let generation = match generate_all(args, &community, &files)? {
        Ok(generation) => generation,
        Err(error) => return Err(Failure::error(error.to_string(), error.hint())),
    };
    if findings::print(&community, &generation.findings, Severity::Warning) {
        return Ok(Outcome::Findings);
    }
    print_kept(&generation.kept);
    if args.check {
        return check(&generation);
    }
    write(generation, &files)
}

/// The findings in files that documents are made from: a slip in the register of people is none of them.
fn of_groups(community: &Community, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let elsewhere = |finding: &Diagnostic| {
        finding.span().is_some_and(|span| community.sources.get(span.file).path() == "people.yaml")
    };
    findings.into_iter().filter(|finding| !elsewhere(finding)).collect()
}

fn generate_all(
    args: &Args,
    community: &Community,
    files: &DiskFiles,
) -> Result<std::result::Result<Generation, RenderError>> {
    let now = Zoned::now();
    let report = annual::read(args, community, &now)?;
    let names = template_names(community, report.is_some());
    let templates = Templates::load(files, &community.profile.template_dir, names.iter().map(String::as_str));
    let templates = match templates {
        Ok(templates) => templates,
        Err(error) => return Ok(Err(error.into())),
    };
    let request = Request { now: &now, only: args.only.as_deref(), annual_report: report.as_ref() };
    let consent = Consent { adopt: args.adopt, redraft: args.redraft, lose_comments: args.canonical };
    let mut generation = generate(community, &templates, files, &request, consent);
    if let Ok(generation) = &mut generation
        && (args.maintainers_list || is_true("MAINTAINERS_LIST"))
    {
        let list = maintainers_list(community, community.profile.rewrites_data);
        if let Err(error) = generation.add(files, MAINTAINERS_FILE, list.into_bytes()) {
            return Ok(Err(error));
        }
    }
    Ok(generation)
}

/// The profile is found out from the repository's files; these are the parts of it that decide what is done.
fn set_profile(profile: &mut Profile, name: &str) {
    profile.strict = name == "kubernetes";
    profile.rewrites_data = name != "folkmoot";
    name.clone_into(&mut profile.name);
}

/// The Kubernetes generator's switches in the environment are on when they are `true`, and only then.
fn is_true(variable: &str) -> bool {
    std::env::var(variable).is_ok_and(|value| value == "true")
}

fn print_kept(kept: &[Kept]) {
    for kept in kept {
        match kept {
            Kept::HandWritten { path } => anstream::eprintln!(
                "note: {path} was written by hand and is left alone\n  help: `--adopt` makes a generated page of \
                 it and keeps its text in the custom content block"
            ),
            Kept::Draft { path } => anstream::eprintln!(
                "note: {path} is there already and is left alone\n  help: `--redraft` makes it anew"
            ),
        }
    }
}

fn check(generation: &Generation) -> Result<Outcome> {
    for change in &generation.changes {
        print_diff(&change.path, change.old.as_deref(), &change.new)?;
    }
    if generation.changes.is_empty() {
        return Ok(Outcome::Clean);
    }
    let count = generation.changes.len();
    let files = if count == 1 { "1 file is".to_owned() } else { format!("{count} files are") };
    anstream::eprintln!("{files} not up to date\n  help: run `folkmoot generate` and commit what it writes");
    Ok(Outcome::Findings)
}

fn write(generation: Generation, files: &DiskFiles) -> Result<Outcome> {
    let created: Vec<String> = generation
        .changes
        .iter()
        .filter(|change| change.old.is_none())
        .map(|change| change.path.clone())
        .collect();
    let paths: Vec<String> = generation.changes.iter().map(|change| change.path.clone()).collect();
    let set: FileSet = generation.changes.into_iter().map(|change| (change.path, change.new)).collect();
    files.write_set(&set).map_err(|error| Failure::error(error.to_string(), error.hint()))?;
    let mut out = anstream::stdout().lock();
    for path in &paths {
        let done = if created.contains(path) { "created" } else { "updated" };
        match writeln!(out, "{done} {path}") {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error.into()),
            _ => {}
        }
    }
    Ok(Outcome::Clean)
}
