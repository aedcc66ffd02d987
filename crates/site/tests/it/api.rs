//! The record for programs, validated by others' software and looked through for what is private.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use folkmoot_model::MemoryFiles;
use folkmoot_site::api::Document;
use folkmoot_site::{Options, Resource, Route, Site};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::corpus::communities;
use crate::fixture::{filled, site};

fn now() -> Timestamp {
    "2026-11-21T12:34:00Z".parse().expect("a timestamp")
}

/// The shipped example.
#[allow(clippy::disallowed_methods, reason = "a test may read files")]
fn example() -> Site {
    fn take(folder: &Path, prefix: &str, mut files: MemoryFiles) -> MemoryFiles {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            files = match entry.path().is_dir() {
                true => take(&entry.path(), &format!("{path}/"), files),
                false => files.with(&path, std::fs::read(entry.path()).expect("readable")),
            };
        }
        files
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/kubesphere");
    let files = take(Path::new(folder), "", MemoryFiles::new());
    let (community, _) = folkmoot_model::load(&files);
    let options = Options { origin: Some("https://sigs.example.org".to_owned()), ..Options::default() };
    Site::new(community, std::sync::Arc::new(files), options)
}

fn document(site: &Site, path: &str) -> Value {
    let Route::Resource(resource) = site.route(&format!("/{path}")) else { panic!("{path}") };
    serde_json::from_slice(&site.resource(&resource, now()).expect("a document")).expect("JSON")
}

/// Every JSON document of the interface.
fn documents(site: &Site) -> Vec<(Document, Value)> {
    let own = site.resources().into_iter().filter_map(|resource| match resource {
        Resource::Api(document) => Some(document),
        _ => None,
    });
    own.map(|document| {
        let bytes = site.resource(&Resource::Api(document.clone()), now()).expect("a document");
        (document, serde_json::from_slice(&bytes).expect("JSON"))
    })
    .collect()
}

/// Python with the validators, or `None`, loudly; in continuous integration that is a failure.
#[allow(clippy::disallowed_methods, reason = "a test may run other software")]
fn python() -> Option<Command> {
    let python = std::env::var("FOLKMOOT_PYTHON").unwrap_or_else(|_| "python3".into());
    let probe =
        Command::new(&python).args(["-c", "import jsonschema, openapi_spec_validator, yaml"]).output();
    if probe.is_ok_and(|output| output.status.success()) {
        return Some(Command::new(python));
    }
    assert!(std::env::var_os("CI").is_none(), "{python} lacks jsonschema and openapi-spec-validator");
    eprintln!(
        "left out: {python} lacks jsonschema and openapi-spec-validator (cargo xtask check installs them)"
    );
    None
}

/// What the validators are asked about a site.
fn question(name: &str, site: &Site) -> Value {
    let all = documents(site);
    let schemas: serde_json::Map<String, Value> = all
        .iter()
        .filter_map(|(document, value)| match document {
            Document::Schema(shape) => Some((shape.name().to_owned(), value.clone())),
            _ => None,
        })
        .collect();
    let typed = all.iter().filter_map(|(document, value)| {
        let shape = document.shape()?;
        Some(json!([document.path(), shape.name(), value]))
    });
    let typed: Vec<Value> = typed.collect();
    let openapi = document(site, "api/v1/openapi.json");
    let text = |resource: &Resource| {
        String::from_utf8(site.resource(resource, now()).expect("a resource")).expect("UTF-8")
    };
    let with = |fits: fn(&Resource) -> bool| -> serde_json::Map<String, Value> {
        let some = site.resources().into_iter().filter(fits);
        some.map(|resource| (resource.path(), Value::String(text(&resource)))).collect()
    };
    json!({
        "name": name,
        "schemas": schemas,
        "documents": typed,
        "openapi": openapi,
        "feeds": with(|resource| matches!(resource, Resource::News(_))),
        "badges": with(|resource| matches!(resource, Resource::Badge(..))),
        "yaml": text(&Resource::GroupsYaml),
        "json": text(&Resource::GroupsJson),
    })
}

#[test]
fn what_machines_read_is_valid() {
    let Some(mut python) = python() else { return };
    let empty = site(folkmoot_model::Community::empty(), MemoryFiles::new());
    let mut sites = vec![question("the example", &example()), question("an empty community", &empty)];
    for text in ["x", "a@b.c", "<b>", "https://e.org/x y", "名前 🎉", "../..", "javascript:alert(1)"] {
        sites.push(question(text, &site(filled(text), MemoryFiles::new().with("a.md", text))));
    }
    sites.extend(communities().iter().map(|(name, site, _)| question(name, site)));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/validate.py");
    python.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = python.spawn().expect("Python runs");
    let mut input = child.stdin.take().expect("piped");
    input.write_all(Value::Array(sites).to_string().as_bytes()).expect("written");
    drop(input);
    let output = child.wait_with_output().expect("Python ends");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    eprintln!("{}", said.trim());
}

/// Every address in a document that leads to another one.
fn addresses(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.contains("/api/v1/") => {
            out.insert(text.trim_start_matches("https://sigs.example.org").to_owned());
        }
        Value::Array(items) => items.iter().for_each(|item| addresses(item, out)),
        Value::Object(entries) => entries.values().for_each(|value| addresses(value, out)),
        _ => {}
    }
}

#[test]
fn documents_lead_to_documents_that_are_there() {
    let communities = communities().into_iter().map(|(_, site, _)| site);
    for site in communities.chain([example()]) {
        let mut all = BTreeSet::new();
        let documents = documents(&site);
        let contents = documents.iter().filter(|(document, _)| *document != Document::OpenApi);
        contents.for_each(|(_, value)| addresses(value, &mut all));
        assert!(all.len() > 20, "{all:?}");
        for address in all {
            let Route::Resource(resource) = site.route(&address) else { panic!("{address} leads elsewhere") };
            assert!(site.resource(&resource, now()).is_some(), "{address} is not there");
        }
    }
}

#[test]
fn nothing_private_is_in_what_machines_read() {
    for (name, site, private) in communities() {
        for resource in site.resources() {
            let bytes = site.resource(&resource, now()).expect("a resource");
            let text = String::from_utf8_lossy(&bytes);
            for address in &private {
                assert!(!text.contains(address.as_str()), "{name}: {} has {address}", resource.path());
            }
        }
    }
}

#[test]
fn the_same_record_gives_the_same_documents_all_day() {
    let (a, b) = (example(), example());
    assert_eq!(documents(&a), documents(&b));
    let later: Timestamp = "2026-11-21T23:59:00Z".parse().expect("a timestamp");
    let Route::Resource(occurrences) = a.route("/api/v1/occurrences.json") else { panic!("no document") };
    assert_eq!(a.resource(&occurrences, now()), b.resource(&occurrences, later));
}

#[test]
fn a_group_says_what_its_page_says() {
    let site = example();
    let groups = document(&site, "api/v1/groups.json");
    let groups = groups["groups"].as_array().expect("a list");
    assert_eq!(groups.len(), 19);
    let url = groups[0]["url"].as_str().expect("an address");
    let group = document(&site, url.trim_start_matches("https://sigs.example.org/"));
    for key in ["id", "title", "leads", "meetings", "contact", "subprojects", "status", "embed"] {
        assert!(group.get(key).is_some(), "{key}: {group}");
    }
}
