//! Integration tests of the YAML crate.

mod corpus;
mod edit;
mod edit_any;
mod parse;
mod reading;
mod syntax;
mod untrusted;
mod vectors;

use folkmoot_diagnostics::{FileId, Sources};
use folkmoot_yaml::{Document, Kind, Limits, Node, parse};

/// A text that was parsed, and its sources to look spans up in.
struct Parsed {
    sources: Sources,
    document: Document,
}

fn read(text: &str) -> Parsed {
    read_within(text, Limits::default())
}

fn read_within(text: &str, limits: Limits) -> Parsed {
    let sources = Sources::new();
    let file: FileId = sources.add("a.yaml", text);
    let document = parse(&sources, file, limits);
    Parsed { sources, document }
}

impl Parsed {
    /// The tree as one line: `{a: b, c: [d, e]}`, merged entries with a `+`.
    fn shape(&self) -> String {
        self.document.root.as_ref().map_or_else(|| "none".to_owned(), shape)
    }

    fn codes(&self) -> Vec<&'static str> {
        self.document.diagnostics.iter().map(|finding| finding.code).collect()
    }

    /// `line:column message` of each finding.
    fn findings(&self) -> Vec<String> {
        let line = |finding: &folkmoot_diagnostics::Diagnostic| {
            let place = finding.span().map_or_else(String::new, |span| self.sources.locate(span));
            format!("{} {}", place.trim_start_matches("a.yaml:"), finding.message)
        };
        self.document.diagnostics.iter().map(line).collect()
    }

    fn at(&self, path: &[&str]) -> &Node {
        let mut node = self.document.root.as_ref().expect("there is a root");
        for step in path {
            node = match step.parse::<usize>() {
                Ok(index) => &node.items().expect("a list")[index],
                Err(_) => node.get(step).expect("the key is there"),
            };
        }
        node
    }

    fn snippet(&self, path: &[&str]) -> String {
        self.sources.snippet(self.at(path).span)
    }
}

fn shape(node: &Node) -> String {
    match &node.kind {
        Kind::Scalar { text, .. } if node.is_null() && text.is_empty() => "null".to_owned(),
        Kind::Scalar { text, .. } => text.escape_debug().to_string(),
        Kind::Sequence(items) => format!("[{}]", items.iter().map(shape).collect::<Vec<_>>().join(", ")),
        Kind::Mapping(entries) => {
            let one = |entry: &folkmoot_yaml::Entry| {
                format!("{}{}: {}", if entry.merged { "+" } else { "" }, entry.key, shape(&entry.value))
            };
            format!("{{{}}}", entries.iter().map(one).collect::<Vec<_>>().join(", "))
        }
    }
}
