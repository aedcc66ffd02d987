//! Text to tree.
//!
//! The rules are those of go-yaml 3, which the documents of these communities are generated with: only the
//! first document counts, a scalar keeps its raw text, aliases and merge keys (`<<`) are expanded, a key
//! may stand once. Where go-yaml stops at the first mistake, [`parse`] goes on as far as what it reads is
//! certain.

mod build;
mod findings;
mod keys;
mod merge;
mod quick;
mod syntax;

use folkmoot_diagnostics::{Diagnostic, FileId, Sources, Span};
use granit_parser::{Event, Options, Parser};

use crate::text::without_forbidden;
use crate::{Comment, Node};
use build::{Builder, Flow};
use findings::Findings;

/// Bounds on what is read, so that no input exhausts time or memory.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Depth of nesting; 200 at most, whatever is asked for.
    pub depth: usize,
    /// Nodes after aliases and merges are expanded.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 16 << 20, depth: 64, nodes: 1_000_000 }
    }
}

/// Trees are dropped, cloned and compared recursively, so they must never be deep.
const DEEPEST: usize = 200;

/// The parser keeps comments between two values until it knows which they belong to.
const MOST_COMMENTS_IN_A_ROW: usize = 100_000;

/// What one file holds.
#[derive(Debug, Default)]
pub struct Document {
    /// The first document's root; `None` where there is none or it cannot be read. After a `yaml-syntax` or
    /// `yaml-limit` error it holds what stands before the mistake.
    pub root: Option<Node>,
    /// Comments in the order they stand.
    pub comments: Vec<Comment>,
    /// Mistakes: codes `yaml-syntax`, `yaml-duplicate-key`, `yaml-limit`, `yaml-alias`, `yaml-merge`,
    /// `yaml-key`, `yaml-encoding`.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the first document of `file`.
///
/// Never fails: mistakes are in [`Document::diagnostics`], and [`Document::root`] is what could be read.
pub fn parse(sources: &Sources, file: FileId, limits: Limits) -> Document {
    let source = sources.get(file);
    let mut findings = Findings::new(file);
    let bytes = limits.bytes.min(u32::MAX as usize);
    if source.text().len() > bytes {
        findings.add(
            Diagnostic::error(
                "yaml-limit",
                format!("the file is larger than {bytes} bytes and was not read"),
            )
            .at(Span::file_start(file), "")
            .why("a file of that size is not a list of people and groups")
            .help("split the file, or remove what does not belong in it"),
        );
        return Document { diagnostics: findings.finish(), ..Document::default() };
    }
    let limits = Limits { bytes, depth: limits.depth.min(DEEPEST), nodes: limits.nodes };
    if let Some(quick) = quick::read(source.text(), file, limits) {
        return Document {
            root: Some(quick.root),
            comments: quick.comments,
            diagnostics: quick.findings.finish(),
        };
    }
    let (text, forbidden) = without_forbidden(source.text());
    if let Some(range) = forbidden {
        findings.add(
            Diagnostic::error("yaml-encoding", "the file has characters that YAML forbids")
                .at(
                    Span::new(file, range.start, range.end),
                    "an invisible control character, the first of them",
                )
                .why("other YAML readers refuse the whole file")
                .help("delete the character; it was read as a space"),
        );
    }
    read(&text, file, limits, findings)
}

fn read(text: &str, file: FileId, limits: Limits, findings: Findings) -> Document {
    let mut builder = Builder::new(text, file, limits, findings);
    let mut comments = Vec::new();
    let mut ended = false;
    for next in Parser::new_from_str_with_options(text, options(limits)) {
        let (event, at) = match next {
            Ok(next) => next,
            // Go decodes the first document and never looks at the next.
            Err(_) if ended => break,
            Err(error) => {
                builder.finish_early(syntax::explain(text, file, &error));
                break;
            }
        };
        let range = at.byte_range().unwrap_or_default();
        match event {
            Event::Comment(..) if comments.len() < limits.nodes => comments.push(comment(text, file, range)),
            Event::Comment(..) => {
                builder.finish_early(syntax::too_many_comments(Span::new(file, range.start, range.end)));
                break;
            }
            Event::DocumentEnd => ended = true,
            Event::DocumentStart(..) if ended => break,
            _ if ended => {}
            event => {
                if builder.take(event, range, at.tag_span().and_then(|tag| tag.byte_range())) == Flow::Stop {
                    break;
                }
            }
        }
    }
    comments.sort_by_key(|comment: &Comment| comment.span.start);
    let (root, diagnostics) = builder.finish();
    Document { root, comments, diagnostics }
}

fn options(limits: Limits) -> Options {
    // One more than the tree's own bound, so that ours speaks first and names the place.
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.max_buffered_comment_events = MOST_COMMENTS_IN_A_ROW;
    options.flow_nesting_limit = limits.depth + 1;
    options.block_nesting_limit = limits.depth + 1;
    options
}

fn comment(text: &str, file: FileId, range: std::ops::Range<usize>) -> Comment {
    let before = text[..range.start].trim_end_matches([' ', '\t']);
    let own_line = matches!(before, "" | "\u{FEFF}") || before.ends_with(['\n', '\r']);
    Comment { span: Span::new(file, range.start, range.end), own_line }
}
