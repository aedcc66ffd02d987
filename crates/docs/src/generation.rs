//! Documents compared with the files that are there: what would change.

use std::collections::BTreeMap;

use folkmoot_diagnostics::{Diagnostic, Span};
use folkmoot_model::{Community, ReadError, RepoFiles};

use crate::alumni;
use crate::canonical::canonical;
use crate::custom::{Markers, Unclosed};
use crate::document::{Document, Finished};
use crate::error::RenderError;
use crate::functions::{Surroundings, functions};
use crate::parallel::in_parallel;
use crate::plan::Plan;
use crate::record::{Order, Record};
use crate::render::Request;
use crate::templates::Templates;

/// What generating would change. Nothing is written yet, and a mistake anywhere means that nothing should be.
#[derive(Debug, Default)]
pub struct Generation {
    /// Files that get other bytes, in the order of the Kubernetes generator: the record first.
    pub changes: Vec<Change>,
    /// Files that stay as they are although a document belongs there.
    pub kept: Vec<Kept>,
    /// Mistakes in files that are there.
    pub findings: Vec<Diagnostic>,
}

/// A file that gets other bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Path from the repository's root.
    pub path: String,
    /// The bytes now; `None` where there is no file.
    pub old: Option<Vec<u8>>,
    /// The bytes it gets.
    pub new: Vec<u8>,
}

/// A file that stays as it is, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kept {
    /// People wrote it, and nothing in it says that it may be replaced.
    HandWritten {
        /// Path from the repository's root.
        path: String,
    },
    /// A draft was made before, and people write on.
    Draft {
        /// Path from the repository's root.
        path: String,
    },
}

/// What may be replaced.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Consent {
    /// Hand-written pages become generated ones; their text goes into the custom content block.
    pub adopt: bool,
    /// Drafts that people may have written on are made anew.
    pub redraft: bool,
    /// Comments in the groups file may get lost where it is rewritten in canonical form.
    pub lose_comments: bool,
}

/// Makes every document and compares it with the files.
///
/// # Errors
/// Where a template fails or a file cannot be read; then there is nothing to write at all.
pub fn generate(
    community: &Community,
    templates: &Templates,
    files: &dyn RepoFiles,
    request: &Request<'_>,
    consent: Consent,
) -> Result<Generation, RenderError> {
    let record = Record::new(community, Order::of(&community.profile));
    let around = Surroundings::new(&record, request.now, request.annual_report);
    let plan = Plan::new(templates, &around, &record, request)?;
    // Each task takes what it made to the file that is there, so that only what differs is kept. The record comes
    // first, for it is the longest.
    let outcomes = in_parallel(
        plan.tasks.len() + 1,
        || functions(&around),
        |task, functions| match task.checked_sub(1) {
            None => canonical_data(community, files, consent),
            Some(task) => Outcome::of(plan.make(task, functions)?, files, consent),
        },
    );
    // Two groups with one directory: the last one counts, in the place of the first.
    let last: BTreeMap<&str, usize> =
        plan.tasks.iter().enumerate().map(|(task, made)| (made.path.as_str(), task)).collect();
    let mut generation = Generation::default();
    for (nth, outcome) in outcomes.into_iter().enumerate() {
        let outcome = outcome?;
        let counts = |task: usize| last.get(plan.tasks[task].path.as_str()) == Some(&task);
        if nth.checked_sub(1).is_none_or(counts) {
            generation.take(community, outcome);
        }
    }
    if community.profile.name == "kubevirt"
        && let Some(document) = alumni::document(community, files)?
    {
        generation.take(community, Outcome::of(document, files, consent)?);
    }
    Ok(generation)
}

impl Generation {
    /// Adds a file with these bytes, where it has others.
    ///
    /// # Errors
    /// Where the file is there and cannot be read.
    pub fn add(&mut self, files: &dyn RepoFiles, path: &str, new: Vec<u8>) -> Result<(), RenderError> {
        let old = existing(files, path)?;
        self.changes.extend(change(path.to_owned(), old, new));
        Ok(())
    }

    fn take(&mut self, community: &Community, outcome: Outcome) {
        match outcome {
            Outcome::Changes(change) => self.changes.extend(change),
            Outcome::Kept(kept) => self.kept.push(kept),
            Outcome::Finding(finding) => self.findings.push(*finding),
            Outcome::Unclosed { path, text, markers, at } => {
                self.findings.push(unclosed_block(community, path, markers, text, at));
            }
        }
    }
}

/// What becomes of one file.
enum Outcome {
    /// It changes, or not.
    Changes(Option<Change>),
    Kept(Kept),
    Finding(Box<Diagnostic>),
    /// Its custom content has no end.
    Unclosed {
        path: String,
        text: String,
        markers: Option<Markers>,
        at: Unclosed,
    },
}

impl Outcome {
    fn of(document: Document, files: &dyn RepoFiles, consent: Consent) -> Result<Self, RenderError> {
        let (path, markers) = (document.path.clone(), document.markers);
        let old = existing(files, &path)?;
        Ok(match (document.finish(old.as_deref()), old) {
            (Ok(Finished::Bytes(new)), old) => Self::Changes(change(path, old, new)),
            (Ok(Finished::HandWritten(document)), Some(text)) if consent.adopt => {
                let new = document.adopt(&text);
                Self::Changes(change(path, Some(text), new))
            }
            (Ok(Finished::Draft(document)), old) if consent.redraft => {
                Self::Changes(change(path, old, document.generated))
            }
            (Ok(Finished::HandWritten(_)), _) => Self::Kept(Kept::HandWritten { path }),
            (Ok(Finished::Draft(_)), _) => Self::Kept(Kept::Draft { path }),
            (Err(at), old) => {
                let text = String::from_utf8_lossy(&old.unwrap_or_default()).into_owned();
                Self::Unclosed { path, text, markers, at }
            }
        })
    }
}

fn change(path: String, old: Option<Vec<u8>>, new: Vec<u8>) -> Option<Change> {
    (old.as_deref() != Some(new.as_slice())).then_some(Change { path, old, new })
}

/// The record as the community's generator would write it, where it does, or why it is not written.
fn canonical_data(
    community: &Community,
    files: &dyn RepoFiles,
    consent: Consent,
) -> Result<Outcome, RenderError> {
    let Some(root) = community.data_root.as_ref().filter(|_| community.profile.rewrites_data) else {
        return Ok(Outcome::Changes(None));
    };
    if let Some(first) = community.data_comments.first().filter(|_| !consent.lose_comments) {
        let finding = comments_would_be_lost(first.span, community.data_comments.len());
        return Ok(Outcome::Finding(Box::new(finding)));
    }
    let path = &community.profile.data_file;
    let new = canonical(root, &community.profile).into_bytes();
    // What was read a moment ago need not be read again.
    if community.data_is_as_read && community.sources.get(root.span.file).text().as_bytes() == new {
        return Ok(Outcome::Changes(None));
    }
    Ok(Outcome::Changes(change(path.clone(), existing(files, path)?, new)))
}

fn existing(files: &dyn RepoFiles, path: &str) -> Result<Option<Vec<u8>>, RenderError> {
    match files.read(path) {
        Ok(bytes) => Ok(Some(bytes.into_owned())),
        Err(ReadError::Missing { .. }) => Ok(None),
        Err(error) => Err(RenderError::Read(error)),
    }
}

fn unclosed_block(
    community: &Community,
    path: String,
    markers: Option<Markers>,
    text: String,
    at: Unclosed,
) -> Diagnostic {
    let [begin, end] = markers.map_or(["", ""], |markers| [markers.begin, markers.end]);
    let file = community.sources.add(path, text);
    let source = community.sources.get(file);
    let line = source.line_range(at.line).unwrap_or(0..0);
    Diagnostic::error("custom-content-unclosed", "the custom content block is opened and never closed")
        .at(Span::new(file, line.start, line.end), format!("no `{end}` follows"))
        .why("without its end, generated text would be taken for custom content and doubled; nothing was written")
        .help(format!("write `{end}` on a line of its own where your text ends"))
        .help(format!("or delete the line with `{begin}`, where there is nothing to keep"))
}

pub(crate) fn comments_would_be_lost(first: Span, count: usize) -> Diagnostic {
    let comments = if count == 1 { "a comment".to_owned() } else { format!("{count} comments") };
    Diagnostic::warning(
        "comments-would-be-lost",
        format!("the file was not rewritten, for it has {comments}"),
    )
    .at(first, "the first one")
    .why("the canonical form, as the community's generator writes it, has no comments")
    .help("say `--canonical` to write it all the same, without comments")
    .help("or set `profile: {rewrites_data: false}` in `community.yaml` to keep comments for good")
}
