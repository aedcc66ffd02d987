//! `folkmoot import`: brings a community in from hand-written pages.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;
use folkmoot_import::{Imported, Input, Options, Report, Status, import, is_group_folder};

use folkmoot_repo::DiskFiles;

use crate::Outcome;
use crate::repository::Failure;

/// No more bytes than this are read of a file; the importer refuses pages a quarter of the size.
const LARGEST: u64 = 16 << 20;
/// Pages of a directory beyond this number are not read; a directory that large is not a community's.
const MOST_PAGES: usize = 5_000;
/// How deep below a given directory a group's `README.md` may lie.
const DEEPEST: usize = 3;

/// Brings a community in from hand-written pages.
///
/// Reads Markdown: tables of groups, groups' own README files, lists of channels and the community's page.
/// Writes `community.yaml`, `sigs.yaml` and `people.yaml`, as far as there is something to write, and reports
/// what became of every line. An existing file that differs is never overwritten without `--force`.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    from: From,
}

#[derive(clap::Subcommand)]
enum From {
    Markdown(Markdown),
}

/// Reads Markdown pages.
#[derive(clap::Args)]
struct Markdown {
    /// Pages, or directories: of those, the pages at their top and the `README.md` of groups' folders.
    #[arg(required = true, value_name = "FILE")]
    pages: Vec<PathBuf>,
    /// Directory to write to; it is made if it is not there.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Overwrite files that differ.
    #[arg(long)]
    force: bool,
    /// Write nothing; show the report and the names of the files.
    #[arg(long)]
    dry_run: bool,
    /// Put this address before paths within the pages' repository, for pages that are not brought along:
    /// `https://github.com/acme/community/blob/main`
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// Show each line that was read, not only what was guessed and left.
    #[arg(long)]
    every_line: bool,
    /// How to report.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For eyes.
    #[default]
    Human,
    /// For scripts.
    Json,
}

/// What is to happen to one file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    New,
    Same,
    Overwritten,
    Refused,
}

impl Fate {
    fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Overwritten => "overwritten",
            Self::Refused => "refused",
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let From::Markdown(args) = &args.from;
    let Found { inputs, passed_over } = inputs(&args.pages)?;
    let imported = import(&inputs, &Options { base: args.base.clone() });
    let fates = fates(args, &imported)?;
    let refused = fates.contains(&Fate::Refused);
    if !args.dry_run && !refused {
        write(&args.into, &imported)?;
    }
    report(args, &imported, &fates, &passed_over)?;
    if imported.files.is_empty() {
        let hint = "give pages that hold a table of groups, or a group's own README.md";
        return Err(Failure::error("nothing was found to import", hint));
    }
    Ok(if refused { Outcome::Findings } else { Outcome::Clean })
}

/// The pages to read, and those of a directory that are not.
#[derive(Default)]
struct Found {
    inputs: Vec<Input>,
    /// `README.md` of folders that are no group's.
    passed_over: Vec<String>,
}

/// Reads the pages, in the order given, those of a directory by name.
fn inputs(paths: &[PathBuf]) -> Result<Found> {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| unreadable(path, "be read", &error))?;
        if !kind.is_dir() {
            let page = page_path(path);
            found.inputs.push(input(path, path.display().to_string(), page)?);
            continue;
        }
        let before = found.inputs.len();
        let mut pages = Vec::new();
        pages_of(path, 0, &mut pages)?;
        pages.sort();
        for page in pages {
            let inside = page.strip_prefix(path).unwrap_or(&page);
            let name = inside.to_string_lossy().replace('\\', "/");
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            if !folder.is_empty() && !is_group_folder(folder) {
                found.passed_over.push(page.display().to_string());
            } else if seen.insert(page.clone()) {
                // With one directory, paths in it say it all.
                let shown = if paths.len() == 1 { name.clone() } else { page.display().to_string() };
                found.inputs.push(input(&page, shown, name)?);
            }
        }
        if found.inputs.len() == before {
            bail!(
                "{}: holds no Markdown pages\n  help: give the directory that holds the groups' folders",
                path.display()
            );
        }
    }
    Ok(found)
}

/// A page's path in its repository, as far as a path on this machine tells: the name, and the folder where that
/// is a group's.
fn page_path(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    let of_group = is_group_folder(&folder);
    if of_group { format!("{folder}/{name}") } else { name }
}

/// What cannot be done with a path, in the system's words without its number.
fn unreadable(path: &Path, attempt: &str, error: &io::Error) -> anyhow::Error {
    let shown = path.display();
    let (message, hint) = match error.kind() {
        io::ErrorKind::NotFound => (
            format!("{shown}: no such file or directory"),
            "give Markdown pages, or the directory that holds them",
        ),
        io::ErrorKind::PermissionDenied => {
            (format!("{shown}: cannot {attempt}: permission denied"), "make it readable for you")
        }
        _ => {
            let words = error.to_string();
            let words = words.split(" (os error").next().unwrap_or(&words).to_lowercase();
            (format!("{shown}: cannot {attempt}: {words}"), "mend the cause, then run the command again")
        }
    };
    Failure::error(message, hint)
}

fn input(path: &Path, shown: String, page: String) -> Result<Input> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(path, "be read", &error))?;
    Ok(Input { shown, path: page, bytes })
}

/// Markdown at the top of a directory, and the `README.md` of the folders below.
fn pages_of(dir: &Path, depth: usize, out: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(dir).map_err(|error| unreadable(dir, "be listed", &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| unreadable(dir, "be listed", &error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // A link may lead anywhere, also back up.
        let kind = entry.file_type().map_err(|error| unreadable(&entry.path(), "be read", &error))?;
        if name.starts_with('.') || name == "node_modules" || name == "vendor" {
            continue;
        }
        if kind.is_dir() && depth < DEEPEST {
            pages_of(&entry.path(), depth + 1, out)?;
        } else if kind.is_file() {
            let lower = name.to_lowercase();
            let wanted = lower == "readme.md" || (depth == 0 && lower.ends_with(".md"));
            if wanted {
                out.push(entry.path());
            }
        }
        if out.len() > MOST_PAGES {
            bail!(
                "{}: holds more than {MOST_PAGES} pages\n  help: give the folder of the community's groups",
                dir.display()
            );
        }
    }
    Ok(())
}

/// What is to happen to each file.
fn fates(args: &Markdown, imported: &Imported) -> Result<Vec<Fate>> {
    let mut fates = Vec::new();
    for (name, bytes) in &imported.files {
        let path = args.into.join(name);
        let fate = match fs::read(&path) {
            Ok(old) if old == *bytes => Fate::Same,
            Ok(_) if args.force => Fate::Overwritten,
            Ok(_) => Fate::Refused,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Fate::New,
            Err(error) => return Err(unreadable(&path, "be compared with what was imported", &error)),
        };
        fates.push(fate);
    }
    Ok(fates)
}

/// Writes the files, all or none.
fn write(into: &Path, imported: &Imported) -> Result<()> {
    if imported.files.is_empty() {
        return Ok(());
    }
    let files = DiskFiles::create(into).map_err(|error| Failure::error(error.to_string(), error.hint()))?;
    files
        .write_set(&imported.files)
        .map_err(|error| Failure::error(format!("{}: {error}", into.display()), error.hint()))?;
    Ok(())
}

fn report(args: &Markdown, imported: &Imported, fates: &[Fate], passed_over: &[String]) -> Result<()> {
    let refused = fates.contains(&Fate::Refused);
    let files: Vec<(String, Fate)> = imported
        .files
        .iter()
        .zip(fates)
        .map(|((name, _), fate)| (args.into.join(name).display().to_string(), *fate))
        .collect();
    match args.format {
        Format::Json => {
            let files: Vec<_> = files
                .iter()
                .map(|(path, fate)| serde_json::json!({ "path": path, "fate": fate.name() }))
                .collect();
            let whole = serde_json::json!({
                "written": !args.dry_run && !refused,
                "files": files,
                "not_pages_of_groups": passed_over,
                "report": imported.report,
            });
            anstream::println!("{}", serde_json::to_string_pretty(&whole)?);
        }
        Format::Human => {
            anstream::print!("{}", imported.report.to_text(args.every_line));
            if !passed_over.is_empty() {
                anstream::println!(
                    "Not read, for their folders are no group's (give them by name to read them):\n  {}\n",
                    passed_over.join("\n  ")
                );
            }
            anstream::println!("{}", summary(&imported.report));
            for (path, fate) in &files {
                anstream::println!("  {path}: {}", words(*fate, args.dry_run || refused));
            }
            if !refused && !args.dry_run && !files.is_empty() {
                anstream::println!("Next: folkmoot check {}", args.into.display());
            }
        }
    }
    if refused {
        let names: Vec<&str> =
            files.iter().filter(|(_, fate)| *fate == Fate::Refused).map(|(path, _)| path.as_str()).collect();
        anstream::eprintln!(
            "error: {} there already and not what was imported; nothing was written\n  help: import into another directory and compare, or overwrite with --force",
            match names.as_slice() {
                [one] => format!("{one} is"),
                many => format!("{} are", many.join(", ")),
            }
        );
    }
    Ok(())
}

fn summary(report: &Report) -> String {
    let count = |status| report.pages.iter().map(|page| page.count(status)).sum::<usize>();
    let plural =
        |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    format!(
        "{} and {} from {}: {} read, {} guessed, {} left",
        plural(report.groups, "group", "groups"),
        plural(report.people, "person", "people"),
        plural(report.pages.len(), "page", "pages"),
        plural(count(Status::Read), "line", "lines"),
        count(Status::Guessed),
        count(Status::Left),
    )
}

fn words(fate: Fate, dry: bool) -> &'static str {
    match (fate, dry) {
        (Fate::New, false) => "written",
        (Fate::New, true) => "would be written",
        (Fate::Same, _) => "already as imported",
        (Fate::Overwritten, false) => "overwritten",
        (Fate::Overwritten, true) => "would be overwritten",
        (Fate::Refused, _) => "differs; left as it is",
    }
}
