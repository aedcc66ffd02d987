//! The groups file in its normal form, and the files of single groups.
//!
//! There are two forms. Where the community's own generator rewrites the file, its normal form is what that generator
//! writes, to the byte and without comments. Everywhere else it is the same order and quoting brought about by
//! edits in place, so that comments, blank lines and what is normal already stay as they are. The files of single
//! groups (`<group>/group.yaml`) are Folkmoot's alone and have the second form everywhere.

use folkmoot_diagnostics::{Diagnostic, Edit, Sources, Span};
use folkmoot_model::{Community, yaml_style};
use folkmoot_yaml::edit::{Editor, apply};
use folkmoot_yaml::{Limits, Node, Out, Style, emit, parse};

use crate::canonical::{canonical, normal, style, unquoted};
use crate::generation::comments_would_be_lost;
use crate::schema::Schema;

/// What becomes of the groups file.
#[derive(Clone, PartialEq, Debug)]
pub enum Formatted {
    /// It is in its normal form.
    Same,
    /// It gets another text.
    Text {
        /// The text now.
        old: String,
        /// The text it gets.
        new: String,
    },
    /// It cannot be changed without a person's word.
    Findings(Vec<Diagnostic>),
}

/// The normal form of the community's groups file; `None` where it has none. With `by_original`, the form of the
/// Kubernetes generator whatever the profile and whatever comments are lost.
pub fn format_data(community: &Community, by_original: bool) -> Option<Formatted> {
    let root = community.data_root.as_ref()?;
    let source = community.sources.get(root.span.file);
    let old = source.text();
    let rewritten = by_original || community.profile.rewrites_data;
    if !rewritten {
        let (schema, style) = (Schema::of(&community.profile), style(community.profile.yaml));
        return Some(match tidy(schema, style, root, old) {
            Some(new) => Formatted::of(old, new),
            None => {
                let anew = "or say `--canonical` to write the file anew, without comments and anchors";
                Formatted::Findings(vec![unfit(root.span).help(anew)])
            }
        });
    }
    if let Some(first) = community.data_comments.first()
        && !by_original
    {
        let lost = comments_would_be_lost(first.span, community.data_comments.len());
        return Some(Formatted::Findings(vec![lost]));
    }
    Some(Formatted::of(old, canonical(root, &community.profile)))
}

/// The normal form of the file of one group, whose text is `old`.
pub fn format_group_file(community: &Community, path: &str, old: &str) -> Formatted {
    let file = community.sources.add(path, old);
    let document = parse(&community.sources, file, Limits::default());
    if !document.diagnostics.is_empty() {
        return Formatted::Findings(document.diagnostics);
    }
    let Some(root) = document.root.filter(|root| root.entries().is_some()) else { return Formatted::Same };
    let style = style(yaml_style(&community.sources.get(file), &root));
    match tidy(Schema::of_group_file(&community.profile), style, &root, old) {
        Some(new) => Formatted::of(old, new),
        None => Formatted::Findings(vec![unfit(root.span)]),
    }
}

impl Formatted {
    fn of(old: &str, new: String) -> Self {
        if new == old { Self::Same } else { Self::Text { old: old.to_owned(), new } }
    }
}

/// The text with strings quoted that need it, and everything in its order; `None` where that cannot be done in
/// place.
fn tidy(schema: Schema, style: Style, root: &Node, old: &str) -> Option<String> {
    let quote = |node: &&Node| {
        let quoted = emit(&Out::str(node.as_str()?), &style);
        let quoted = quoted.strip_suffix('\n')?;
        let on_one_line = quoted.starts_with(['"', '\'']) && !quoted.contains('\n');
        on_one_line.then(|| Edit { span: node.span, replacement: quoted.to_owned() })
    };
    let edits: Vec<Edit> = unquoted(root, schema).iter().filter_map(quote).collect();
    let quoted = apply(old, &edits);
    let sources = Sources::new();
    let file = sources.add("", quoted.as_str());
    let document = parse(&sources, file, Limits::default());
    let root = document.root.as_ref().filter(|_| document.diagnostics.is_empty())?;
    let source = sources.get(file);
    let edits = Editor::new(&source, file, style).fit(root, &normal(root, schema)).ok()?;
    Some(apply(&quoted, &edits))
}

fn unfit(span: Span) -> Diagnostic {
    let first = Span { end: span.start, ..span };
    Diagnostic::error("cannot-format", "the file cannot be put in its normal form in place")
        .at(first, "")
        .why("it uses anchors, merge keys or complex keys, which an edit could break")
        .help("write out what the anchors stand for")
}
