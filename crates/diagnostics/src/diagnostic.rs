//! One finding: what is wrong, where, why, and how to mend it.

use crate::Span;

/// How bad a finding is. `Error` and `Warning` make `folkmoot check` exit with 1; `Note` does not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Something a maintainer may like to know; nothing is wrong.
    Note,
    /// Most likely a mistake, yet everything can be generated.
    Warning,
    /// A mistake: documents or decisions made from it would be wrong.
    Error,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A place with a few words about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there, in a few words without a full stop; may be empty.
    pub message: String,
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Applicability {
    /// Keeps the meaning or restores the only possible one: `--fix` applies it.
    Safe,
    /// A proposal that a person must look at: shown, not applied.
    Suggestion,
}

/// Replace the text under `span`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Edit {
    /// The text to replace; empty to insert.
    pub span: Span,
    /// The new text; empty to delete.
    pub replacement: String,
}

/// Edits that mend a finding; applied all together or not at all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What the fix does, as an order: "rename the label to `api-machinery`".
    pub message: String,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
    /// Whether `--fix` may apply it.
    pub applicability: Applicability,
}

/// A finding in somebody's repository.
///
/// ```
/// # use folkmoot_diagnostics::{Diagnostic, Sources, Span};
/// let sources = Sources::new();
/// let file = sources.add("sigs.yaml", "label: docz\n");
/// let finding = Diagnostic::error("label-mismatch", "the label is not what the name implies")
///     .at(Span::new(file, 7, 11), "the name `Docs` gives `docs`")
///     .why("labels route issues to the group")
///     .help("write `label: docs`");
/// assert_eq!(finding.code, "label-mismatch");
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[must_use]
pub struct Diagnostic {
    /// The check that made it: a stable kebab-case name of the defect.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence, lower case, no full stop.
    pub message: String,
    /// Where: the first label is the primary one. Empty only for what has no place at all.
    pub labels: Vec<Label>,
    /// Why it matters, a sentence each.
    pub why: Vec<String>,
    /// How to mend it, an order each.
    pub help: Vec<String>,
    /// Edits that mend it.
    pub fix: Option<Fix>,
    /// Directory of the group that the finding concerns, for policies and suppression by group.
    pub group: Option<String>,
}

impl Diagnostic {
    /// A finding of that severity, with no place yet.
    pub fn new(code: &'static str, severity: Severity, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            message: message.into(),
            labels: Vec::new(),
            why: Vec::new(),
            help: Vec::new(),
            fix: None,
            group: None,
        }
    }

    /// A mistake.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message)
    }

    /// Most likely a mistake.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message)
    }

    /// Something to know.
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Note, message)
    }

    /// Adds a place; the first is the primary one.
    pub fn at(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// Adds a sentence on why it matters.
    pub fn why(mut self, text: impl Into<String>) -> Self {
        self.why.push(text.into());
        self
    }

    /// Adds an order on how to mend it.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Sets the fix.
    pub fn fix(mut self, message: impl Into<String>, applicability: Applicability, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix { message: message.into(), edits, applicability });
        self
    }

    /// Says which group (by directory) the finding concerns.
    pub fn in_group(mut self, dir: impl Into<String>) -> Self {
        self.group = Some(dir.into());
        self
    }

    /// The primary place.
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}
