//! One JSON object for scripts. Its shape is stable: fields may be added, none is renamed or removed while
//! `version` is 1.
//!
//! ```json
//! {
//!   "version": 1,
//!   "findings": [{
//!     "code": "label-mismatch", "severity": "warning", "message": "…", "group": "sig-docs",
//!     "path": "sigs.yaml", "line": 3, "column": 8, "end_line": 3, "end_column": 12, "start": 31, "end": 35,
//!     "labels": [{"message": "…", "path": "sigs.yaml", "line": 3, "…": "as above"}],
//!     "why": ["…"],
//!     "help": ["…"],
//!     "fix": {
//!       "message": "…", "safe": true,
//!       "edits": [{"replacement": "docs", "path": "sigs.yaml", "line": 3, "…": "as above"}]
//!     }
//!   }],
//!   "summary": {"errors": 0, "warnings": 1, "notes": 0, "fixable": 1}
//! }
//! ```
//!
//! Lines and columns count from 1, columns in characters (Unicode scalar values); `start` and `end` are byte
//! offsets into the file, from 0. `end_column` and `end` name the place after the last character. The first
//! of `labels` is the finding's own place; without one the place's fields and `group` are `null`, as is `fix`.

use serde_json::{Map, Value, json};

use crate::{Applicability, Diagnostic, Fix, Sources, Span, Tally};

/// The object, indented, with a final newline.
pub fn render(findings: &[Diagnostic], sources: &Sources) -> String {
    let mut text = format!("{:#}", value(findings, sources));
    text.push('\n');
    text
}

/// The object as a value, for a caller that adds to it.
pub fn value(findings: &[Diagnostic], sources: &Sources) -> Value {
    let tally = Tally::of(findings);
    json!({
        "version": 1,
        "findings": findings.iter().map(|finding| of_finding(finding, sources)).collect::<Vec<_>>(),
        "summary": {
            "errors": tally.errors, "warnings": tally.warnings, "notes": tally.notes, "fixable": tally.fixable,
        },
    })
}

fn of_finding(finding: &Diagnostic, sources: &Sources) -> Value {
    let mut object = Map::new();
    object.insert("code".into(), finding.code.into());
    object.insert("severity".into(), finding.severity.name().into());
    object.insert("message".into(), finding.message.as_str().into());
    object.insert("group".into(), finding.group.clone().into());
    put_place(&mut object, finding.span(), sources);
    let labels = finding.labels.iter().map(|label| placed("message", &label.message, label.span, sources));
    object.insert("labels".into(), labels.collect());
    object.insert("why".into(), finding.why.clone().into());
    object.insert("help".into(), finding.help.clone().into());
    object.insert("fix".into(), finding.fix.as_ref().map_or(Value::Null, |fix| of_fix(fix, sources)));
    object.into()
}

fn of_fix(fix: &Fix, sources: &Sources) -> Value {
    let edits = fix.edits.iter().map(|edit| placed("replacement", &edit.replacement, edit.span, sources));
    json!({
        "message": fix.message,
        "safe": fix.applicability == Applicability::Safe,
        "edits": edits.collect::<Vec<_>>(),
    })
}

fn placed(key: &str, text: &str, span: Span, sources: &Sources) -> Value {
    let mut object = Map::new();
    object.insert(key.into(), text.into());
    put_place(&mut object, Some(span), sources);
    object.into()
}

fn put_place(object: &mut Map<String, Value>, span: Option<Span>, sources: &Sources) {
    let place = span.map(|span| {
        let file = sources.get(span.file);
        let (start, end) = (file.position(span.start as usize), file.position(span.end as usize));
        let numbers =
            [start.line, start.column, end.line, end.column, span.start as usize, span.end as usize];
        (file.path().to_owned(), numbers)
    });
    object.insert("path".into(), place.as_ref().map(|(path, _)| path.as_str()).into());
    let keys = ["line", "column", "end_line", "end_column", "start", "end"];
    for (index, key) in keys.into_iter().enumerate() {
        object.insert(key.into(), place.as_ref().map(|(_, numbers)| numbers[index]).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Edit;

    #[test]
    fn a_finding_keeps_everything_it_says() {
        let sources = Sources::new();
        let file = sources.add("sigs.yaml", "ä: 1\nlabel: docz\n");
        let span = Span::new(file, 13, 17);
        let edit = Edit { span, replacement: "docs".into() };
        let finding = Diagnostic::error("label-mismatch", "the label is odd")
            .at(span, "here")
            .at(Span::new(file, 0, 2), "first named here")
            .why("labels route issues")
            .help("write it anew")
            .fix("write `docs`", Applicability::Safe, vec![edit])
            .in_group("sig-docs");
        let value = value(&[finding], &sources);
        let found = &value["findings"][0];
        assert_eq!(found["code"], "label-mismatch");
        assert_eq!((&found["line"], &found["column"]), (&json!(2), &json!(8)));
        assert_eq!(
            (&found["end_column"], &found["start"], &found["end"]),
            (&json!(12), &json!(13), &json!(17))
        );
        assert_eq!(found["labels"][1]["message"], "first named here");
        assert_eq!(found["labels"][1]["end_column"], 2, "columns count characters");
        assert_eq!(found["fix"]["edits"][0]["replacement"], "docs");
        assert_eq!(found["group"], "sig-docs");
        assert_eq!(value["summary"]["fixable"], 1);
    }

    #[test]
    fn a_finding_without_a_place_says_so() {
        let value = value(&[Diagnostic::note("no-groups", "there are none")], &Sources::new());
        assert_eq!(value["findings"][0]["path"], Value::Null);
        assert_eq!(value["findings"][0]["line"], Value::Null);
        assert_eq!(value["findings"][0]["labels"], json!([]));
    }
}
