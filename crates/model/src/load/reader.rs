//! What every reading function carries along: where findings go, what may still be read.

use std::mem::size_of;
use std::sync::Arc;

use folkmoot_diagnostics::{Diagnostic, FileId, Severity, Sources, Span};
use folkmoot_yaml::{Document, Limits, Node, decode_text, parse};
use jiff::civil::Date;

use crate::{ReadError, RepoFiles, Text};

/// Who reads the keys of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Keys {
    /// Folkmoot alone: its own keys are welcome, an unknown one is most likely a slip.
    Folkmoot,
    /// The Kubernetes generator too, which refuses every key it does not know.
    Generator,
}

/// Findings of one code beyond this many say nothing new and cost memory.
const FINDINGS_A_CODE: usize = 500;

/// Bytes that the model may take: 20 times what 10,000 ordinary groups need.
const MODEL_BYTES: usize = 80 << 20;

/// Bytes of YAML that may be read, all files together.
const YAML_BYTES: usize = 24 << 20;

/// Items that a list gets room for at once.
const LISTED: usize = 32;

/// Nodes of one file; each takes about 100 bytes while the file is read.
const NODES: usize = 1_000_000;

pub(super) struct Reader {
    pub(super) sources: Arc<Sources>,
    /// The file that the Kubernetes generator reads too.
    pub(super) generator_file: Option<FileId>,
    /// Keys of Folkmoot's own that this generator knows too.
    pub(super) generator_keys: Vec<&'static str>,
    /// Directory of the group being read, for findings.
    pub(super) group: Option<String>,
    /// Files whose text is not what their bytes are: something was repaired.
    repaired: Vec<FileId>,
    findings: Vec<Diagnostic>,
    counts: Vec<(&'static str, usize)>,
    model_bytes: usize,
    is_full: bool,
    yaml_bytes: usize,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self {
            sources: Arc::new(Sources::new()),
            generator_file: None,
            generator_keys: Vec::new(),
            group: None,
            repaired: Vec::new(),
            findings: Vec::new(),
            counts: Vec::new(),
            model_bytes: MODEL_BYTES,
            is_full: false,
            yaml_bytes: YAML_BYTES,
        }
    }

    /// Whether enough findings of `code` are there: one more is counted here and need not be made.
    pub(super) fn has_enough_of(&mut self, code: &str) -> bool {
        let count = self.counts.iter_mut().find(|(known, count)| *known == code && *count >= FINDINGS_A_CODE);
        count.map(|(_, count)| *count += 1).is_some()
    }

    /// Notes a finding of the group being read.
    pub(super) fn report(&mut self, finding: Diagnostic) {
        match self.counts.iter_mut().find(|(code, _)| *code == finding.code) {
            Some((_, count)) => {
                *count += 1;
                if *count > FINDINGS_A_CODE {
                    return;
                }
            }
            None => self.counts.push((finding.code, 1)),
        }
        let finding = match &self.group {
            Some(group) if finding.group.is_none() => finding.in_group(group.clone()),
            _ => finding,
        };
        self.findings.push(finding);
    }

    /// The findings, with a last one a code that was cut short.
    pub(super) fn finish(mut self) -> (Arc<Sources>, Vec<Diagnostic>) {
        for (code, count) in &self.counts {
            let more = count.saturating_sub(FINDINGS_A_CODE);
            let severity = self.findings.iter().find(|finding| finding.code == *code).map(|f| f.severity);
            if more > 0 {
                self.findings.push(Diagnostic::new(
                    code,
                    severity.unwrap_or(Severity::Error),
                    format!("and {more} more findings of this kind, not shown"),
                ));
            }
        }
        (self.sources, self.findings)
    }

    /// Who reads the keys of the file that `span` is in.
    pub(super) fn keys(&self, span: Span) -> Keys {
        if self.generator_file == Some(span.file) { Keys::Generator } else { Keys::Folkmoot }
    }

    /// Whether there is room for one more `T` of the model. The first refusal is reported at `span`.
    pub(super) fn has_room_for<T>(&mut self, span: Span) -> bool {
        // As much again for the strings and the spare room of lists.
        let wanted = 2 * size_of::<T>();
        if self.model_bytes >= wanted {
            self.model_bytes -= wanted;
            return true;
        }
        // Nothing smaller is taken in either: what follows would be read in part.
        self.model_bytes = 0;
        if !std::mem::replace(&mut self.is_full, true) {
            let finding = Diagnostic::error("yaml-limit", "there is more here than can be read")
                .at(self.first_line(span), "reading ends here")
                .why("the record is bounded, so that no file exhausts the memory of those who read it")
                .help("split the record into several repositories, or remove what does not belong in it");
            self.report(finding);
        }
        false
    }

    /// Reads and parses a file; `None` where it cannot be read, which is reported.
    pub(super) fn open(&mut self, files: &dyn RepoFiles, path: &str) -> Option<(FileId, Document)> {
        let bytes = match files.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                let file = self.sources.add(path, "");
                self.report(unreadable(&error).at(Span::file_start(file), ""));
                return None;
            }
        };
        let length = bytes.len();
        if length > self.yaml_bytes {
            let file = self.sources.add(path, "");
            let left = self.yaml_bytes;
            let finding = Diagnostic::error("yaml-limit", format!("{path} is too large and was not read"))
                .at(Span::file_start(file), "")
                .why(format!("it has {length} bytes, and {left} more are read at most"))
                .help("split the file, or remove what does not belong in it");
            self.report(finding);
            return None;
        }
        self.yaml_bytes -= length;
        let decoded = decode_text(bytes);
        let file = self.sources.add(path, decoded.text);
        if !decoded.faults.is_empty() {
            self.repaired.push(file);
        }
        for fault in &decoded.faults {
            self.report(fault.diagnostic(file));
        }
        let mut document =
            parse(&self.sources, file, Limits { bytes: YAML_BYTES, nodes: NODES, ..Limits::default() });
        let findings = std::mem::take(&mut document.diagnostics);
        // Such a file is hostile or no record: part of it is worth neither the memory nor findings.
        if findings.iter().any(|finding| finding.code == "yaml-limit") {
            document.root = None;
        }
        for finding in findings {
            self.report(finding);
        }
        Some((file, document))
    }

    /// Whether the text of a file is, byte for byte, the file.
    pub(super) fn is_as_read(&self, file: FileId) -> bool {
        !self.repaired.contains(&file)
    }

    /// The part of `span` on its first line: a label that covers a whole group shows nothing.
    pub(super) fn first_line(&self, span: Span) -> Span {
        let file = self.sources.get(span.file);
        let text = file.text().as_bytes().get(span.range()).unwrap_or_default();
        let length = text.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(text.len());
        Span::new(span.file, span.start as usize, span.start as usize + length)
    }

    /// Reports that `node` is not what its place wants; `wanted` reads as "a list of people".
    pub(super) fn wrong_type(&mut self, key: &str, wanted: &str, node: &Node) {
        let found = node.describe();
        let finding = Diagnostic::error("wrong-type", format!("`{key}`: expected {wanted}, found {found}"))
            .at(self.first_line(node.span), format!("this is {found}"))
            .help(format!("write {wanted}"));
        self.report(finding);
    }

    /// A string: any scalar's raw text, as Go decodes it; null and absent are empty.
    pub(super) fn text(&mut self, key: &str, node: &Node, holder: Span) -> Text {
        match node.as_str() {
            _ if node.is_null() => Text::absent(holder),
            Some(text) => Text::new(text, node.span),
            None => {
                self.wrong_type(key, "a single value", node);
                Text::absent(holder)
            }
        }
    }

    /// A list, each item read by `read`; null items are dropped, as Go does. What is no list is read as one
    /// item, and reported.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        wanted: &str,
        node: &Node,
        mut read: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        if node.is_null() {
            return Vec::new();
        }
        let Some(items) = node.items() else {
            self.wrong_type(key, wanted, node);
            if node.entries().is_some_and(<[_]>::is_empty) {
                return Vec::new();
            }
            let said = self.findings.len();
            let item = read(self, node);
            // That it is no item either was said in other words.
            let here = self.first_line(node.span);
            let again = |finding: &Diagnostic| finding.code == "wrong-type" && finding.span() == Some(here);
            if self.findings.get(said).is_some_and(again) {
                let _ = self.findings.remove(said);
            }
            return item.into_iter().collect();
        };
        // A list of nothing but nulls takes no room to speak of.
        let mut out = Vec::with_capacity(items.len().min(LISTED));
        for item in items.iter().filter(|item| !item.is_null()) {
            if !self.has_room_for::<T>(item.span) {
                break;
            }
            out.extend(read(self, item));
        }
        out
    }

    /// A list of strings.
    pub(super) fn texts(&mut self, key: &str, wanted: &str, node: &Node) -> Vec<Text> {
        self.list(key, wanted, node, |reader, item| {
            if item.as_str().is_none() {
                reader.wrong_type(key, "a single value", item);
                return None;
            }
            Some(reader.text(key, item, item.span))
        })
    }

    /// A day, written `2026-11-21`.
    pub(super) fn date(&mut self, key: &str, node: &Node) -> Option<Date> {
        let text = match node.as_str() {
            _ if node.is_null() => return None,
            Some(text) => text.trim(),
            None => {
                self.wrong_type(key, "a date", node);
                return None;
            }
        };
        let has_form = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        match text.parse::<Date>() {
            Ok(date) if has_form => Some(date),
            outcome => {
                let problem = match outcome {
                    Err(_) if has_form => "no such day",
                    _ => "not a date",
                };
                let finding = Diagnostic::error("bad-date", format!("`{key}`: {problem}"))
                    .at(self.first_line(node.span), "expected year-month-day")
                    .why("terms, waivers and plans are counted from these dates")
                    .help("write the date as `2026-11-21`, or leave the key out");
                self.report(finding);
                None
            }
        }
    }

    /// Reports an entry of `what` that lacks the date it is about.
    pub(super) fn missing_date(&mut self, what: &str, key: &str, entry: Span) {
        let finding = Diagnostic::error("bad-date", format!("`{what}`: an entry without `{key}`"))
            .at(self.first_line(entry), "which day?")
            .why("nothing can be made of the entry without its day")
            .help(format!("add `{key}: 2026-11-21`, or remove the entry"));
        self.report(finding);
    }
}

fn unreadable(error: &ReadError) -> Diagnostic {
    let help = match error {
        ReadError::Missing { .. } => "create the file, or remove what points to it",
        ReadError::Outside { .. } => "replace the symbolic link by the file itself",
        ReadError::TooLarge { .. } => "split the file, or remove what does not belong in it",
        ReadError::Io { .. } => "make it a regular file that you may read",
    };
    Diagnostic::error("unreadable-file", format!("cannot read {error}"))
        .why("everything it says is missing from what follows")
        .help(help)
}
