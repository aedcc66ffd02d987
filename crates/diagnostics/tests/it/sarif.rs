//! SARIF against the schema that OASIS publishes.
//!
//! The schema is not part of this repository: the crate `serde-sarif` carries it, and cargo fetches that into
//! its own store. Without a network, and without it there, the test says so and checks nothing.

#![allow(clippy::disallowed_methods, reason = "the schema stands in cargo's store")]

use std::path::{Path, PathBuf};
use std::process::Command;

use folkmoot_diagnostics::render::sarif::{Rule, Tool, render};
use folkmoot_diagnostics::{Applicability, Diagnostic, Edit, Severity, Sources, Span};
use serde_json::Value;

#[test]
fn the_log_is_valid_by_the_official_schema() {
    let Some(schema) = schema() else {
        eprintln!("SKIPPED: the SARIF schema is neither in cargo's store nor could it be fetched");
        return;
    };
    let log: Value = serde_json::from_str(&log()).expect("it is JSON");
    let mut problems = Vec::new();
    validate(&schema, &schema, &log, "", &mut problems);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    // The validator below must be able to say no.
    let mut broken = log;
    broken["runs"][0]["results"][0]["level"] = "dreadful".into();
    broken["runs"][0]["results"][0]["surprise"] = 1.into();
    validate(&schema, &schema, &broken, "", &mut problems);
    assert_eq!(problems.len(), 2, "{}", problems.join("\n"));
}

fn log() -> String {
    let sources = Sources::new();
    let file = sources.add("sig docs/Zięba.md", "one\ntwo three\n");
    let span = Span::new(file, 4, 7);
    let full = Diagnostic::error("label-mismatch", "the label is odd")
        .at(span, "here")
        .at(Span::new(file, 0, 3), "first here")
        .at(Span::file_start(file), "")
        .why("labels route issues")
        .help("write it anew")
        .fix("write `2`", Applicability::Safe, vec![Edit { span, replacement: "2".into() }])
        .in_group("sig-docs");
    let bare = Diagnostic::note("no-groups", "there are none");
    let rule = Rule {
        id: "label-mismatch".into(),
        summary: "A label is odd.".into(),
        help: "# label-mismatch\n".into(),
        help_uri: "https://example.org/label-mismatch".into(),
        severity: Severity::Warning,
    };
    let rules = [rule];
    let tool =
        Tool { name: "Example", version: "1.2.3", information_uri: "https://example.org", rules: &rules };
    render(&[full, bare], &sources, &tool)
}

fn schema() -> Option<Value> {
    let path = find().or_else(|| {
        fetch()?;
        find()
    })?;
    serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()
}

fn find() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
    let crates = registries.flatten().filter_map(|registry| std::fs::read_dir(registry.path()).ok());
    let ours = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("serde-sarif-"))
    };
    let found = crates.flatten().flatten().map(|entry| entry.path()).find(ours)?;
    Some(found.join("src/schema.json")).filter(|path| path.is_file())
}

/// Has cargo fetch the crate by way of a package that depends on it and is never built.
fn fetch() -> Option<()> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif-schema");
    std::fs::create_dir_all(dir.join("src")).ok()?;
    std::fs::write(dir.join("src/lib.rs"), "").ok()?;
    let manifest = "[package]\nname = \"sarif-schema\"\nedition = \"2021\"\n[workspace]\n[dependencies]\nserde-sarif = \"=0.8.0\"\n";
    std::fs::write(dir.join("Cargo.toml"), manifest).ok()?;
    let status = Command::new(env!("CARGO")).args(["fetch", "--quiet"]).current_dir(&dir).status().ok()?;
    status.success().then_some(())
}

/// As much of JSON Schema (draft 7) as the SARIF schema is written in.
fn validate(root: &Value, schema: &Value, value: &Value, at: &str, problems: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/definitions/")) {
        return validate(root, &root["definitions"][name], value, at, problems);
    }
    let mut say = |problem: String| problems.push(format!("{at}: {problem}"));
    if let Some(expected) = schema["type"].as_str() {
        let fits = match expected {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            other => panic!("the schema knows a type `{other}`, this validator does not"),
        };
        if !fits {
            say(format!("{value} is no {expected}"));
        }
    }
    if let Some(allowed) = schema["enum"].as_array().filter(|allowed| !allowed.contains(value)) {
        say(format!("{value} is none of {allowed:?}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_f64(), value.as_f64())
        && number < least
    {
        say(format!("{number} is less than {least}"));
    }
    if schema["format"] == "uri" && value.as_str().is_some_and(|uri| !uri.contains(':')) {
        say(format!("{value} is no URI"));
    }
    let object = value.as_object();
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if object.is_some_and(|object| !object.contains_key(key)) {
            say(format!("`{key}` is missing"));
        }
    }
    for key in ["anyOf", "oneOf"] {
        let fits = |choice: &Value| {
            let mut own = Vec::new();
            validate(root, choice, value, at, &mut own);
            own.is_empty()
        };
        if schema[key].as_array().is_some_and(|choices| !choices.iter().any(fits)) {
            say(format!("fits no choice of {key}"));
        }
    }
    if let (Some(least), Some(items)) = (schema["minItems"].as_u64(), value.as_array())
        && (items.len() as u64) < least
    {
        say(format!("has fewer than {least} items"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        validate(root, &schema["items"], item, &format!("{at}/{index}"), problems);
    }
    for (key, part) in object.into_iter().flatten() {
        let at = format!("{at}/{key}");
        let known = &schema["properties"][key];
        if !known.is_null() {
            validate(root, known, part, &at, problems);
        } else if schema["additionalProperties"] == false {
            problems.push(format!("{at}: is not known"));
        } else {
            validate(root, &schema["additionalProperties"], part, &at, problems);
        }
    }
}
