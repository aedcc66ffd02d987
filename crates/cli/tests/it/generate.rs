//! `folkmoot generate` on small repositories.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const RECORD: &str = "\
# Who does what.
sigs:
  - dir: sig-docs
    name: Docs
    mission_statement: Writes the manual.
    label: docs
    leadership:
      chairs:
        - github: ada
          name: Ada Example
          company: Engines
    meetings:
      - description: Weekly
        day: Tuesday
        time: \"9:00\"
        tz: UTC
        frequency: weekly
        url: https://meet.example.org/docs
    contact:
      slack: docs
workinggroups:
  - dir: wg-web
    name: Web
    stakeholder_sigs:
      - Docs
    label: web
    leadership:
      chairs:
        - github: bo
          name: Bo Example
    meetings: []
    contact: {}
";

/// Templates as small as the Kubernetes generator takes them.
const TEMPLATES: [(&str, &str); 5] = [
    ("header.tmpl", "{{define \"header\"}}<!-- made -->{{end}}"),
    ("list.tmpl", "{{template \"header\"}}\n{{range .Sigs}}* {{.Name}}\n{{end}}"),
    ("aliases.tmpl", "aliases:\n{{range .Sigs}}  {{.Dir}}: {{len .Leadership.Owners}}\n{{end}}"),
    ("sig_readme.tmpl", "{{template \"header\"}}\n# {{.Name}}\n"),
    ("wg_readme.tmpl", "# {{.Name}} for {{range .StakeholderSIGs}}{{.DirName}}{{end}}\n"),
];

struct Repository(TempDir);

impl Repository {
    fn new(record: &str) -> Self {
        let this = Self(tempfile::tempdir().unwrap());
        this.write("sigs.yaml", record);
        this
    }

    fn with_templates(record: &str) -> Self {
        let this = Self::new(record);
        for (name, text) in TEMPLATES {
            this.write(&format!("generator/{name}"), text);
        }
        this
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        fn visit(root: &Path, dir: &Path, out: &mut BTreeMap<String, Vec<u8>>) {
            for entry in fs::read_dir(dir).unwrap().flatten() {
                let path = entry.path();
                if entry.file_type().unwrap().is_dir() {
                    visit(root, &path, out);
                } else {
                    let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                    out.insert(name, fs::read(&path).unwrap_or_default());
                }
            }
        }
        let mut out = BTreeMap::new();
        visit(self.path(), self.path(), &mut out);
        out
    }

    fn generate(&self, args: &[&str]) -> Run {
        self.generate_with(args, &[])
    }

    fn generate_with(&self, args: &[&str], variables: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
        self.run(command.arg("generate").args(args), variables)
    }

    fn run(&self, command: &mut Command, variables: &[(&str, &str)]) -> Run {
        command.current_dir(self.path());
        for variable in ["WHAT", "MAINTAINERS_LIST", "ANNUAL_REPORT"] {
            command.env_remove(variable);
        }
        Run::of(command.envs(variables.iter().copied()).output().unwrap())
    }
}

struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

#[test]
fn a_community_without_templates_gets_the_built_in_ones() {
    let repository = Repository::new(RECORD);
    let run = repository.generate(&[]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out,
        "created sig-docs/README.md\ncreated wg-web/README.md\ncreated sig-list.md\ncreated OWNERS_ALIASES\n"
    );
    let page = repository.read("sig-docs/README.md");
    assert!(page.contains("# SIG Docs"), "{page}");
    assert!(page.contains("Tuesdays at 9:00 UTC, weekly"), "{page}");
    assert!(page.contains("**Ada Example** [@ada](https://github.com/ada)"), "{page}");
    assert!(page.contains("[WG Web](../wg-web/README.md)"), "{page}");
    assert!(repository.read("OWNERS_ALIASES").contains("  sig-docs-leads:\n    - ada\n"));
    assert_eq!(repository.read("sigs.yaml"), RECORD, "the record is the community's own");
}

#[test]
fn a_second_run_has_nothing_to_say() {
    let repository = Repository::new(RECORD);
    repository.generate(&[]);
    let before = repository.files();
    let run = repository.generate(&[]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", ""));
    assert_eq!(repository.files(), before);
}

#[test]
fn what_people_wrote_into_the_custom_block_stays() {
    let repository = Repository::new(RECORD);
    repository.generate(&[]);
    let mine = "<!-- BEGIN CUSTOM CONTENT -->\nMine.\n<!-- END CUSTOM CONTENT -->\n";
    let page = repository.read("sig-docs/README.md");
    let page = page.replace("<!-- BEGIN CUSTOM CONTENT -->\n\n<!-- END CUSTOM CONTENT -->\n", mine);
    repository.write("sig-docs/README.md", &page);
    repository.write("sigs.yaml", &RECORD.replace("the manual", "the guide"));
    let run = repository.generate(&[]);
    assert_eq!(run.out, "updated sig-docs/README.md\nupdated sig-list.md\n");
    let page = repository.read("sig-docs/README.md");
    assert!(page.contains("the guide") && page.ends_with(mine), "{page}");
}

#[test]
fn a_hand_written_page_is_left_alone_until_it_is_adopted() {
    let repository = Repository::new(RECORD);
    repository.write("sig-docs/README.md", "# Our page\n");
    let run = repository.generate(&[]);
    assert_eq!(run.status, 0);
    assert!(run.err.contains("sig-docs/README.md was written by hand"), "{}", run.err);
    assert_eq!(repository.read("sig-docs/README.md"), "# Our page\n");
    repository.generate(&["--adopt"]);
    let page = repository.read("sig-docs/README.md");
    assert!(page.contains("# SIG Docs") && page.contains("CONTENT -->\n# Our page\n<!-- END"), "{page}");
}

#[test]
fn a_community_s_own_templates_are_used_and_its_record_rewritten() {
    let without_comment = RECORD.replace("# Who does what.\n", "");
    let repository = Repository::with_templates(&without_comment);
    let run = repository.generate(&[]);
    assert_eq!(run.status, 0, "{}", run.err);
    let custom = "<!-- BEGIN CUSTOM CONTENT -->\n\n<!-- END CUSTOM CONTENT -->\n";
    assert_eq!(repository.read("sig-docs/README.md"), format!("<!-- made -->\n# Docs\n{custom}"));
    assert_eq!(repository.read("wg-web/README.md"), format!("# Web for sig-docs\n{custom}"));
    assert_eq!(repository.read("sig-list.md"), format!("<!-- made -->\n* Docs\n{custom}"));
    assert!(repository.read("OWNERS_ALIASES").starts_with("aliases:\n  sig-docs: 1\n## BEGIN"));
    assert!(repository.read("sigs.yaml").ends_with("usergroups: []\ncommittees: []\n"));
    assert!(!repository.path().join("liaisons.md").exists(), "there is no template for it");
}

#[test]
fn comments_are_not_lost_unasked() {
    let repository = Repository::with_templates(RECORD);
    let run = repository.generate(&[]);
    assert_eq!(run.status, 0);
    assert!(run.err.contains("comments-would-be-lost"), "{}", run.err);
    assert_eq!(repository.read("sigs.yaml"), RECORD);
    repository.generate(&["--canonical"]);
    assert!(!repository.read("sigs.yaml").contains("Who does what"));
}

#[test]
fn one_overridden_template_leaves_the_rest_built_in() {
    let repository = Repository::new(RECORD);
    repository.write("generator/aliases.tmpl", "ours: {{range .Sigs}}{{.Dir}}{{end}}\n");
    repository.generate(&[]);
    assert!(repository.read("OWNERS_ALIASES").starts_with("ours: sig-docs\n"));
    assert!(repository.read("sig-docs/README.md").contains("# SIG Docs"));
    assert_eq!(repository.read("sigs.yaml"), RECORD);
}

#[test]
fn check_shows_a_diff_and_writes_nothing() {
    let repository = Repository::new(RECORD);
    repository.generate(&[]);
    assert_eq!(repository.generate(&["--check"]).status, 0);
    repository.write("sigs.yaml", &RECORD.replace("the manual", "the guide"));
    let before = repository.files();
    let run = repository.generate(&["--check"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("--- a/sig-docs/README.md\n+++ b/sig-docs/README.md\n@@ "), "{}", run.out);
    assert!(run.out.contains("-Writes the manual.\n+Writes the guide.\n"), "{}", run.out);
    assert!(run.err.contains("2 files are not up to date"), "{}", run.err);
    assert_eq!(repository.files(), before);
}

#[test]
fn only_chooses_pages_and_the_environment_may_say_it() {
    for (args, variables) in [(vec!["--only", "web"], vec![]), (vec![], vec![("WHAT", "web")])] {
        let repository = Repository::new(RECORD);
        let run = repository.generate_with(&args, &variables);
        assert_eq!(run.out, "created wg-web/README.md\ncreated sig-list.md\ncreated OWNERS_ALIASES\n");
    }
}

#[test]
fn the_maintainers_list_is_made_when_asked_for() {
    for (args, variables) in
        [(vec!["--maintainers-list"], vec![]), (vec![], vec![("MAINTAINERS_LIST", "true")])]
    {
        let repository = Repository::new(RECORD);
        repository.generate_with(&args, &variables);
        let list = repository.read("maintainers.txt");
        assert!(list.ends_with("===\nAda Example | Engines | ada |  | false\n"), "{list}");
    }
    let repository = Repository::new(RECORD);
    repository.generate_with(&[], &[("MAINTAINERS_LIST", "yes")]);
    assert!(!repository.path().join("maintainers.txt").exists());
}

#[test]
fn a_failing_template_is_named_with_its_place_and_nothing_is_written() {
    for (template, place) in [
        (
            "# {{.Name}}\n{{.Nonsense}}\n",
            "generator/wg_readme.tmpl:2:3: can't evaluate field Nonsense in type main.Group",
        ),
        ("# {{.Name}}\n{{if}}\n", "generator/wg_readme.tmpl:2: missing value for if"),
        (
            "{{template \"wg_readme.tmpl\" .}}",
            "generator/wg_readme.tmpl:1:12: exceeded maximum template depth",
        ),
        (
            "{{define \"a\"}}{{range 3000}}{{range 3000}}{{range 3000}}{{end}}{{end}}{{end}}{{end}}{{template \"a\"}}",
            "generator/wg_readme.tmpl:1",
        ),
    ] {
        let repository = Repository::with_templates(RECORD);
        repository.generate(&["--canonical"]);
        repository.write("generator/wg_readme.tmpl", template);
        repository.write("sigs.yaml", &RECORD.replace("Docs", "Docs and more"));
        let before = repository.files();
        let run = repository.generate(&["--canonical"]);
        assert_eq!(run.status, 2, "{template}: {}", run.err);
        assert!(run.err.starts_with(&format!("error: {place}")), "{}", run.err);
        assert!(run.err.contains("\n  help: mend the template"), "{}", run.err);
        assert_eq!(repository.files(), before);
    }
}

#[test]
fn an_unclosed_custom_block_is_shown_and_nothing_is_written() {
    let repository = Repository::new(RECORD);
    repository.write("wg-web/README.md", "# Web\n<!-- BEGIN CUSTOM CONTENT -->\nMine.\n");
    let before = repository.files();
    let run = repository.generate(&[]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("wg-web/README.md:2:1"), "{}", run.err);
    assert!(run.err.contains("custom-content-unclosed"), "{}", run.err);
    assert_eq!(repository.files(), before);
}

#[test]
fn a_mistake_in_the_record_stops_everything() {
    let repository = Repository::new("sigs:\n  - name: Docs\n    dir: sig-docs\n    meetings: {a: b}\n");
    let run = repository.generate(&[]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("sigs.yaml:4"), "{}", run.err);
    assert_eq!(repository.files().len(), 1);
}

#[test]
fn a_directory_outside_the_repository_is_refused() {
    for dir in ["../elsewhere", "/tmp/elsewhere", "a/../../b", ".git/hooks"] {
        let repository = Repository::new(&RECORD.replace("dir: wg-web", &format!("dir: {dir}")));
        let run = repository.generate(&[]);
        assert_ne!(run.status, 0, "{dir}");
        assert!(run.err.contains("error"), "{dir}: {}", run.err);
        assert_eq!(repository.files().len(), 1, "{dir}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_repository_is_refused() {
    let repository = Repository::new(RECORD);
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), repository.path().join("wg-web")).unwrap();
    let run = repository.generate(&[]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("wg-web/README.md: leads out of the repository"), "{}", run.err);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    assert!(!repository.path().join("sig-list.md").exists());
}

#[cfg(unix)]
#[test]
fn a_read_only_page_is_named_and_nothing_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let repository = Repository::new(RECORD);
    repository.generate(&[]);
    let page = repository.path().join("sig-docs/README.md");
    fs::set_permissions(&page, fs::Permissions::from_mode(0o444)).unwrap();
    repository.write("sigs.yaml", &RECORD.replace("Docs", "Docs and more"));
    let before = repository.files();
    let run = repository.generate(&[]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("sig-docs/README.md: is read-only"), "{}", run.err);
    assert_eq!(repository.files(), before);
}

/// A limit on the size of files stands in for a full disk: both refuse in the middle of writing.
#[cfg(unix)]
#[test]
fn a_page_that_cannot_be_written_in_full_is_named_and_nothing_is_changed() {
    let repository = Repository::new(RECORD);
    repository.generate(&[]);
    // The first page still fits, the second does not.
    let long = format!("mission_statement: {}\n    stakeholder_sigs:", "Draws the web. ".repeat(2_000));
    let record = RECORD.replace("the manual", "the guide").replace("stakeholder_sigs:", &long);
    repository.write("sigs.yaml", &record);
    let before = repository.files();
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" generate"])
        .arg(env!("CARGO_BIN_EXE_folkmoot"));
    let run = repository.run(&mut command, &[]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert_eq!(
        run.err,
        "error: wg-web/README.md: cannot write all of it: file too large\n  help: raise the limit on the size of \
         files (`ulimit -f`), then run the command again: nothing was changed\n"
    );
    assert_eq!((run.out.as_str(), repository.files()), ("", before));
}

#[test]
fn there_must_be_a_community() {
    let empty = Repository(tempfile::tempdir().unwrap());
    let run = empty.generate(&[]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("no file here names groups"), "{}", run.err);
    let run = empty.generate(&["nowhere"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("nowhere: no such directory"), "{}", run.err);
}

fn git(repository: &Repository, at: &str, args: &[&str]) {
    let done = Command::new("git")
        .arg("-C")
        .arg(repository.path())
        .args(["-c", "user.name=Ada", "-c", "user.email=ada@example.org"])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_DATE", at)
        .env("GIT_COMMITTER_DATE", at)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Commits the record with these subprojects of its SIG.
fn commit(repository: &Repository, at: &str, subprojects: &[&str]) {
    let subprojects: String = subprojects.iter().map(|name| format!("      - name: {name}\n")).collect();
    let record = RECORD.replace("workinggroups:", &format!("    subprojects:\n{subprojects}workinggroups:"));
    repository.write("sigs.yaml", &record);
    git(repository, at, &["add", "."]);
    git(repository, at, &["commit", "-q", "-m", "Change the record"]);
}

fn repository_with_a_past() -> Repository {
    let repository = Repository::new(RECORD);
    git(&repository, "2024-01-01T00:00:00Z", &["init", "-q"]);
    commit(&repository, "2024-06-01T00:00:00Z", &["manual", "zine", "atlas"]);
    commit(&repository, "2025-06-01T00:00:00Z", &["manual", "tour"]);
    commit(&repository, "2026-02-01T00:00:00Z", &["manual", "tour", "later"]);
    repository
}

#[test]
fn annual_reports_are_drafted_from_history_proposals_and_releases() {
    let repository = repository_with_a_past();
    repository.write(
        "keps.json",
        r#"[{"name": "1-x", "title": "Draw maps", "kepNumber": "1", "owningSig": "sig-docs",
             "milestone": {"alpha": "v1.30", "beta": "1.34", "stable": ""}},
            {"title": "Of others", "kepNumber": "2", "owningSig": "sig-web", "milestone": {"beta": "v1.34"}}]"#,
    );
    let args = ["--annual-report", "2025", "--keps", "keps.json", "--releases", "v1.33,v1.34.1,v1.35"];
    let run = repository.generate(&args);
    assert_eq!(run.status, 0, "{}", run.err);
    let report = repository.read("sig-docs/annual-report-2025.md");
    for part in [
        "# SIG Docs: report on 2025\n",
        "New in 2025:\n\n- tour\n",
        "Continuing:\n\n- manual\n",
        "Ended in 2025:\n\n- atlas\n- zine\n",
        "Working groups we have a stake in\n\nContinuing:\n\n- Web\n",
        "- 1 Draw maps: beta\n",
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
    assert!(!report.contains("Of others") && !report.contains("later"), "{report}");
}

#[test]
fn a_report_that_people_write_on_is_not_made_anew_unasked() {
    let repository = repository_with_a_past();
    repository.generate(&["--annual-report", "2025"]);
    repository.write("sig-docs/annual-report-2025.md", "Ours by now.\n");
    let run = repository.generate(&["--annual-report", "2025"]);
    assert!(run.err.contains("sig-docs/annual-report-2025.md is there already"), "{}", run.err);
    assert_eq!(repository.read("sig-docs/annual-report-2025.md"), "Ours by now.\n");
    repository.generate(&["--annual-report", "2025", "--redraft"]);
    assert!(repository.read("sig-docs/annual-report-2025.md").starts_with("# SIG Docs"));
}

#[test]
fn a_community_s_own_report_templates_are_used() {
    let repository = repository_with_a_past();
    repository.write(
        "generator/annual-report/sig_report.tmpl",
        "{{lastYear}} {{.Prefix | toUpper}} {{now.UTC.Year}} {{(getCategorizedSubprojects .Dir).Retired}}\n",
    );
    repository.write("generator/annual-report/github_issue.tmpl", "/{{.Prefix}} {{.Label}}\n");
    // A directory of templates begins with one of its own.
    repository.write("generator/notes.tmpl", "");
    let run = repository.generate(&["--annual-report", "2025", "--only", "docs"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert_eq!(repository.read("sig-docs/annual-report-2025.md"), "2025 SIG 2026 [atlas zine]\n");
    assert_eq!(repository.read("generator/generated/2025_sig-docs.md"), "/sig docs\n");
    assert!(!repository.path().join("wg-web/annual-report-2025.md").exists());
}

#[test]
fn history_that_is_missing_is_explained() {
    let without = Repository::new(RECORD);
    let run = without.generate(&["--annual-report", "2025"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("does not read it as a repository"), "{}", run.err);
    let run = repository_with_a_past().generate(&["--annual-report", "2023"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("no commit of before 2023"), "{}", run.err);
    assert!(run.err.contains("the history begins later"), "{}", run.err);
}
