//! The ranking in Rust and the one in the browser, on the same questions.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::*;

const SCRIPT: &str = include_str!("../../assets/script/search.js");
/// Reads `{index, queries}`; writes the paths that answer each query.
const RUN: &str = "const fs = require('fs');\
    const {script, index, queries} = JSON.parse(fs.readFileSync(0, 'utf8'));\
    const search = new Function(script + '; return folkmootSearch;')();\
    const ready = search.prepare(index);\
    const answers = queries.map(query => [search.cut(query), search.find(ready, query, 20).map(entry => entry[3])]);\
    process.stdout.write(JSON.stringify(answers));";

fn sample() -> Index {
    let titles = [
        (Kind::Group, "SIG Scheduling"),
        (Kind::Group, "SIG Network"),
        (Kind::Group, "SIG 文档与本地化"),
        (Kind::Person, "José Muñoz"),
        (Kind::Person, "Çiğdem Işık"),
        (Kind::Person, "Ångström Ðe ſ"),
        (Kind::Subproject, "kube-scheduler-simulator"),
        (Kind::Meeting, "Regular SIG Meeting"),
        (Kind::Document, "Scheduling guide"),
        (Kind::Document, "容器网络设计"),
        (Kind::Document, "スケジューラの設計"),
        (Kind::Document, "네트워크 안내서"),
        (Kind::Document, "Naïve — 𝕊𝕀𝔾 🎉 v1.2"),
        (Kind::Document, "Ngữ pháp İstanbul"),
    ];
    let entries = titles.iter().enumerate().map(|(at, (kind, title))| {
        let context = titles[(at * 5 + 1) % titles.len()].1;
        let text = titles[(at * 3 + 2) % titles.len()].1;
        Entry::new(*kind, title, context, &format!("p{at}/"), text)
    });
    Index { entries: entries.collect() }
}

/// Words of the index as people type them: whole, cut, with a letter less, more, changed, swapped.
fn queries(index: &Index) -> Vec<String> {
    let mut out: Vec<String> =
        ["", " ", "-", "sig", "s", "网", "网络", "ス", "네", "guide sig", "xyzzy", "1"]
            .map(str::to_owned)
            .into();
    for entry in &index.entries {
        out.push(entry.title.clone());
        for word in entry.fields.iter().flatten() {
            let chars: Vec<char> = word.chars().collect();
            let half = chars.len() / 2;
            let put = |edit: &dyn Fn(&mut Vec<char>)| {
                let mut chars = chars.clone();
                edit(&mut chars);
                chars.into_iter().collect::<String>()
            };
            out.push(word.clone());
            out.push(put(&|chars| chars.truncate(half)));
            out.push(put(&|chars| {
                chars.remove(half);
            }));
            out.push(put(&|chars| chars.insert(half, 'q')));
            out.push(put(&|chars| chars[half] = 'q'));
            out.push(put(&|chars| chars.swap(0, half)));
            out.push(format!("{word} {}", put(&|chars| chars.truncate(half + 1))));
        }
    }
    out
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test may run what a browser runs")]
fn the_script_answers_as_the_server_does() {
    let index = sample();
    let queries = queries(&index);
    let entries: Value = serde_json::from_slice(&index.to_json()).expect("JSON");
    let input = json!({"script": SCRIPT, "index": entries, "queries": queries}).to_string();
    let started = Command::new("node").args(["-e", RUN]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut node) = started else {
        eprintln!("SKIPPED: no node to run the script with");
        return;
    };
    node.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
    let output = node.wait_with_output().expect("an answer");
    assert!(output.status.success());
    let answers: Vec<(Vec<String>, Vec<String>)> = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answers.len(), queries.len());
    for (query, (words, paths)) in queries.iter().zip(answers) {
        assert_eq!(fold::words(query), words, "words of {query:?}");
        let own: Vec<String> = index.find(query, 20).map(|entry| entry.path.clone()).collect();
        assert_eq!(own, paths, "{query:?}");
    }
}

#[test]
fn a_form_sends_words_in_its_own_way() {
    assert_eq!(asked("q=a+b%20c%C3%A9"), "a b cé");
    assert_eq!(asked("x=1&q=%E7%BD%91"), "网");
    assert_eq!(asked("q=%ff"), "");
    assert_eq!(asked(""), "");
    assert_eq!(asked(&format!("q={}", "x".repeat(900))).len(), QUERY_LIMIT);
}

#[test]
fn groups_and_documents_are_in_the_index() {
    let site = Site::sample(&[(
        "sig-docs/a b.md",
        "# Über <b>\n\nSome words that tell what it is about.\n\n## Part\n",
    )]);
    let index = Index::new(&site);
    let found: Vec<&Entry> = index.find("uber", 5).collect();
    assert_eq!(found[0].path, "docs/sig-docs/a%20b.md/");
    let json: Value = serde_json::from_slice(&index.to_json()).expect("JSON");
    assert_eq!(json[0], json!([0, "SIG Docs", "sig-docs", "groups/sig-docs/", ""]));
    assert!(json[1][4].as_str().expect("text").ends_with("Part"));
}

#[test]
fn a_request_is_answered_without_scripts() {
    let site = Site::sample(&[]);
    let crate::Route::Page(locale, page) = site.route_with("/zh/search/", "q=Dcos+sig") else {
        panic!("a page")
    };
    assert_eq!(page, Page::Search("Dcos sig".into()));
    let html = site.view(locale, jiff::Timestamp::UNIX_EPOCH).render(&page).expect("a page");
    assert!(html.contains("value=\"Dcos sig\"") && html.contains("href=\"/zh/groups/sig-docs/\""), "{html}");
}
