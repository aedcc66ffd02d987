//! `folkmoot fmt`: normalises the groups files.

use std::path::PathBuf;

use anyhow::Result;
use folkmoot_diagnostics::Severity;
use folkmoot_docs::{Formatted, format_data, format_group_file};
use folkmoot_model::{Community, FileSet, RepoFiles as _, group_files, load_data_file};
use folkmoot_repo::DiskFiles;
use folkmoot_yaml::decode_text;

use crate::Outcome;
use crate::generate::print_diff;
use crate::repository::Failure;
use crate::{findings, repository};

/// Normalises the groups file and every `group.yaml`: keys in their order, lists sorted, strings quoted alike.
///
/// Only what differs is changed, in place: comments, blank lines and the style of everything else stay. Where the
/// community's own generator rewrites the file (as in Kubernetes' repository), the file gets that generator's form
/// to the byte; that form has no comments, so a file with comments is left alone unless `--canonical` is given.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The community's repository.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Write nothing; show what would change and exit with 1 if anything would.
    #[arg(long)]
    check: bool,
    /// Write the canonical form of the Kubernetes generator, even where that loses comments.
    #[arg(long)]
    canonical: bool,
}

/// A file that is not in its normal form.
struct Untidy {
    path: String,
    old: String,
    new: String,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let files = repository::open_files(&args.path)?;
    repository::require_community(&files, &args.path)?;
    let (community, mut findings) = load_data_file(&files);
    if findings::print(&community, &findings, Severity::Error) {
        return Ok(Outcome::Findings);
    }
    findings.clear();
    let mut untidy = Vec::new();
    let mut note = |path: &str, formatted: Formatted| match formatted {
        Formatted::Same => {}
        Formatted::Text { old, new } => untidy.push(Untidy { path: path.to_owned(), old, new }),
        Formatted::Findings(more) => findings.extend(more),
    };
    if let Some(formatted) = format_data(&community, args.canonical) {
        note(&community.profile.data_file, formatted);
    }
    for path in group_files(&files) {
        note(&path, group_file(&community, &files, &path)?);
    }
    // One file that cannot be mended leaves the others as they are too.
    if !findings.is_empty() {
        findings::print(&community, &findings, Severity::Note);
        return Ok(Outcome::Findings);
    }
    if args.check { check(&untidy) } else { write(untidy, &files) }
}

fn group_file(community: &Community, files: &DiskFiles, path: &str) -> Result<Formatted> {
    let bytes = files.read(path)?;
    Ok(match std::str::from_utf8(&bytes) {
        Ok(text) => format_group_file(community, path, text),
        Err(_) => {
            let decoded = decode_text(&*bytes);
            let file = community.sources.add(path, decoded.text);
            Formatted::Findings(decoded.faults.iter().map(|fault| fault.diagnostic(file)).collect())
        }
    })
}

fn check(untidy: &[Untidy]) -> Result<Outcome> {
    for Untidy { path, old, new } in untidy {
        print_diff(path, Some(old.as_bytes()), new.as_bytes())?;
    }
    match untidy {
        [] => return Ok(Outcome::Clean),
        [one] => anstream::eprintln!("{} is not in its normal form\n  help: run `folkmoot fmt`", one.path),
        many => {
            anstream::eprintln!(
                "{} files are not in their normal form\n  help: run `folkmoot fmt`",
                many.len()
            );
        }
    }
    Ok(Outcome::Findings)
}

fn write(untidy: Vec<Untidy>, files: &DiskFiles) -> Result<Outcome> {
    let set: FileSet = untidy.into_iter().map(|file| (file.path, file.new.into_bytes())).collect();
    files.write_set(&set).map_err(|error| Failure::error(error.to_string(), error.hint()))?;
    for path in set.keys() {
        anstream::println!("updated {path}");
    }
    Ok(Outcome::Clean)
}
