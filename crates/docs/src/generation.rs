//! Documents compared with the files that are there: what would change.

use std::collections::BTreeMap;

use folkmoot_diagnostics::{Diagnostic, Span};
use folkmoot_model::{Community, ReadError, RepoFiles};

use crate::alumni;
use crate::canonical::canonical;
use crate::custom::{Markers, Unclosed};
use crate::document::{Document, Finished};
use crate::error::RenderError;
use crate::render::{Request, render};
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
    let data = canonical_data(community, consent);
    let mut documents = render(community, templates, request)?;
    if community.profile.name == "kubevirt" {
        documents.extend(alumni::document(community, files)?);
    }
    let mut generation = Generation::default();
    match data {
        Some(Ok(new)) => generation.add(files, &community.profile.data_file, new)?,
        Some(Err(finding)) => generation.findings.push(*finding),
        None => {}
    }
    // Two groups with one directory: the last one counts, in the place of the first.
    let last: BTreeMap<&str, usize> =
        documents.iter().enumerate().map(|(at, document)| (document.path.as_str(), at)).collect();
    let counts: Vec<bool> = documents
        .iter()
        .enumerate()
        .map(|(at, document)| last.get(document.path.as_str()) == Some(&at))
        .collect();
    for (document, _) in documents.into_iter().zip(counts).filter(|(_, counts)| *counts) {
        generation.take(community, document, files, consent)?;
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
        self.change(path.to_owned(), old, new);
        Ok(())
    }

    fn take(
        &mut self,
        community: &Community,
        document: Document,
        files: &dyn RepoFiles,
        consent: Consent,
    ) -> Result<(), RenderError> {
        let (path, markers) = (document.path.clone(), document.markers);
        let old = existing(files, &path)?;
        match (document.finish(old.as_deref()), &old) {
            (Ok(Finished::Bytes(new)), _) => self.change(path, old, new),
            (Ok(Finished::HandWritten(document)), Some(text)) if consent.adopt => {
                let new = document.adopt(text);
                self.change(path, old, new);
            }
            (Ok(Finished::Draft(document)), _) if consent.redraft => {
                self.change(path, old, document.generated);
            }
            (Ok(Finished::HandWritten(_)), _) => self.kept.push(Kept::HandWritten { path }),
            (Ok(Finished::Draft(_)), _) => self.kept.push(Kept::Draft { path }),
            (Err(unclosed), old) => {
                let text = String::from_utf8_lossy(old.as_deref().unwrap_or_default()).into_owned();
                self.findings.push(unclosed_block(community, path, markers, text, unclosed));
            }
        }
        Ok(())
    }

    fn change(&mut self, path: String, old: Option<Vec<u8>>, new: Vec<u8>) {
        if old.as_deref() != Some(new.as_slice()) {
            self.changes.push(Change { path, old, new });
        }
    }
}

/// The record as the community's generator would write it, where it does, or why it is not written.
fn canonical_data(community: &Community, consent: Consent) -> Option<Result<Vec<u8>, Box<Diagnostic>>> {
    let root = community.data_root.as_ref().filter(|_| community.profile.rewrites_data)?;
    Some(match community.data_comments.first() {
        Some(first) if !consent.lose_comments => {
            Err(Box::new(comments_would_be_lost(first.span, community.data_comments.len())))
        }
        _ => Ok(canonical(root, &community.profile).into_bytes()),
    })
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
