//! SARIF 2.1.0, the OASIS format that code-scanning services read.
//!
//! Paths are relative to `%SRCROOT%`, the repository's root, and percent-encoded. Columns count Unicode code
//! points. A result's fingerprint is made of its code, its path and the text of its line, not of the line's
//! number, so that a service recognises the finding after lines above it came or went.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::{Diagnostic, Fix, Severity, Sources, Span};

/// A check as the report describes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The code of its findings.
    pub id: String,
    /// What it finds, in a sentence.
    pub summary: String,
    /// Its reference page, in Markdown.
    pub help: String,
    /// Address of the reference page; may be empty.
    pub help_uri: String,
    /// How bad its findings are unless they say otherwise.
    pub severity: Severity,
}

/// The program that reports.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tool<'a> {
    /// Name for people.
    pub name: &'a str,
    /// Semantic version.
    pub version: &'a str,
    /// Home page; may be empty.
    pub information_uri: &'a str,
    /// Its checks. Findings of a code that is not among them are reported without a rule.
    pub rules: &'a [Rule],
}

/// The log, indented, with a final newline. Rules without a finding are left out.
pub fn render(findings: &[Diagnostic], sources: &Sources, tool: &Tool<'_>) -> String {
    let used = |rule: &&Rule| findings.iter().any(|finding| finding.code == rule.id);
    let rules: Vec<&Rule> = tool.rules.iter().filter(used).collect();
    let index: BTreeMap<&str, usize> =
        rules.iter().enumerate().map(|(i, rule)| (rule.id.as_str(), i)).collect();
    let mut seen = BTreeMap::new();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| result(finding, sources, index.get(finding.code).copied(), &mut seen))
        .collect();
    let mut driver = json!({
        "name": tool.name,
        "semanticVersion": tool.version,
        "rules": rules.into_iter().map(of_rule).collect::<Vec<_>>(),
    });
    if !tool.information_uri.is_empty() {
        driver["informationUri"] = tool.information_uri.into();
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                "%SRCROOT%": { "description": { "text": "The root of the community's repository." } },
            },
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn of_rule(rule: &Rule) -> Value {
    let mut value = json!({
        "id": rule.id,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.help, "markdown": rule.help },
        "defaultConfiguration": { "level": rule.severity.name() },
    });
    if !rule.help_uri.is_empty() {
        value["helpUri"] = rule.help_uri.as_str().into();
    }
    value
}

fn result(
    finding: &Diagnostic,
    sources: &Sources,
    rule: Option<usize>,
    seen: &mut BTreeMap<u64, usize>,
) -> Value {
    let mut text = finding.message.clone();
    for sentence in finding.why.iter().chain(&finding.help) {
        let _ = write!(text, "\n{sentence}");
    }
    let mut value = json!({
        "ruleId": finding.code,
        "level": finding.severity.name(),
        "message": { "text": text },
        "partialFingerprints": { "folkmoot/v1": fingerprint(finding, sources, seen) },
    });
    if let Some(index) = rule {
        value["ruleIndex"] = index.into();
    }
    if let Some(span) = finding.span() {
        let mut place = json!({ "physicalLocation": location(span, sources) });
        if let Some(group) = &finding.group {
            place["logicalLocations"] = json!([{ "name": group, "kind": "group" }]);
        }
        value["locations"] = json!([place]);
    }
    let related: Vec<Value> = finding
        .labels
        .iter()
        .enumerate()
        .skip(1)
        .map(|(id, label)| {
            let mut place = json!({ "id": id, "physicalLocation": location(label.span, sources) });
            if !label.message.is_empty() {
                place["message"] = json!({ "text": label.message });
            }
            place
        })
        .collect();
    if !related.is_empty() {
        value["relatedLocations"] = related.into();
    }
    if let Some(fix) = &finding.fix {
        value["fixes"] = json!([of_fix(fix, sources)]);
    }
    value
}

fn of_fix(fix: &Fix, sources: &Sources) -> Value {
    let mut changes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        changes.entry(sources.get(edit.span.file).path().to_owned()).or_default().push(json!({
            "deletedRegion": region(edit.span, sources),
            "insertedContent": { "text": edit.replacement },
        }));
    }
    let of_change = |(path, replacements): (String, Vec<Value>)| json!({ "artifactLocation": artifact(&path), "replacements": replacements });
    json!({
        "description": { "text": fix.message },
        "artifactChanges": changes.into_iter().map(of_change).collect::<Vec<_>>(),
    })
}

fn location(span: Span, sources: &Sources) -> Value {
    json!({
        "artifactLocation": artifact(sources.get(span.file).path()),
        "region": region(span, sources),
    })
}

fn region(span: Span, sources: &Sources) -> Value {
    let file = sources.get(span.file);
    let (start, end) = (file.position(span.start as usize), file.position(span.end as usize));
    json!({
        "startLine": start.line, "startColumn": start.column,
        "endLine": end.line, "endColumn": end.column,
    })
}

fn artifact(path: &str) -> Value {
    json!({ "uri": encode_path(path), "uriBaseId": "%SRCROOT%" })
}

/// A path as a relative reference (RFC 3986): what is not unreserved or a slash is percent-encoded, and a
/// colon in the first segment with it, which would else look like a scheme.
fn encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// FNV-1a over code, path and the line's text, with a counter where several findings share all three.
fn fingerprint(finding: &Diagnostic, sources: &Sources, seen: &mut BTreeMap<u64, usize>) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut feed = |bytes: &[u8]| {
        for byte in bytes.iter().chain(&[0]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    feed(finding.code.as_bytes());
    if let Some(span) = finding.span() {
        let file = sources.get(span.file);
        feed(file.path().as_bytes());
        let line = file.line_range(file.position(span.start as usize).line).unwrap_or_default();
        feed(file.text()[line].trim().as_bytes());
    } else {
        feed(finding.message.as_bytes());
    }
    let count = seen.entry(hash).or_insert(0);
    *count += 1;
    format!("{hash:016x}:{count}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Applicability, Edit};

    const TOOL: Tool<'static> = Tool { name: "Example", version: "1.2.3", information_uri: "", rules: &[] };

    fn log(text: &str, at: usize) -> Value {
        let sources = Sources::new();
        let file = sources.add("sig docs/a:b.md", text);
        let span = Span::new(file, at, at + 3);
        let edit = Edit { span, replacement: "new".into() };
        let finding = Diagnostic::note("odd", "it is odd")
            .at(span, "here")
            .at(Span::new(file, 0, 1), "first here")
            .fix("renew it", Applicability::Suggestion, vec![edit]);
        serde_json::from_str(&render(&[finding.clone(), finding], &sources, &TOOL)).expect("it is JSON")
    }

    #[test]
    fn a_fingerprint_survives_lines_above_and_tells_twins_apart() {
        let before = log("one\nodd\n", 4);
        let after = log("zero\none\nodd\n", 9);
        let fingerprint = |log: &Value, i: usize| log["runs"][0]["results"][i]["partialFingerprints"].clone();
        assert_eq!(fingerprint(&before, 0), fingerprint(&after, 0));
        assert_ne!(fingerprint(&before, 0), fingerprint(&before, 1));
    }

    #[test]
    fn a_path_is_a_relative_reference() {
        let log = log("one\nodd\n", 4);
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "sig%20docs/a%3Ab.md");
        assert_eq!(place["region"]["startLine"], 2);
        assert_eq!(place["region"]["endColumn"], 4);
    }
}
