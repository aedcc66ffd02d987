//! Broken and hostile repositories: each command says what is wrong, exits with 0, 1 or 2, and leaves the
//! files as they were.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const GROUP: &str = "\
sigs:
- name: Alpha
  dir: sig-alpha
  mission_statement: Looks after alpha.
  label: alpha
  leadership:
    chairs:
    - github: ana
      name: Ana
";

/// Every command that reads a repository, with `{}` for where sites are written.
const COMMANDS: [&[&str]; 13] = [
    &["check"],
    &["check", "--format", "sarif"],
    &["check", "--format", "github"],
    &["check", "--fix"],
    &["fmt", "--check"],
    &["generate", "--check"],
    &["list", "groups"],
    &["list", "people", "--format", "csv"],
    &["agenda"],
    &["calendar"],
    &["calendar", "export"],
    &["calendar", "slots", "--group", "sig-alpha", "--zone", "UTC"],
    &["build", "--into", "{}"],
];

fn run(args: &[&str], dir: &Path, site: &Path) -> Output {
    let site = site.to_str().unwrap();
    let args = args.iter().map(|arg| if *arg == "{}" { site } else { arg });
    Command::new(env!("CARGO_BIN_EXE_folkmoot")).args(args).current_dir(dir).output().unwrap()
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

fn record(bytes: impl AsRef<[u8]>) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("sigs.yaml"), bytes).unwrap();
    dir
}

/// Records by what is wrong with them, and the word or code that `check` has for it.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let with = |old: &str, new: &str| GROUP.replace(old, new).into_bytes();
    let levels = (b'a'..=b'm').zip(b'b'..=b'm').map(|(low, high)| {
        let ten = vec![format!("*{}", low as char); 10].join(", ");
        format!("{0}: &{0} [{ten}]\n", high as char)
    });
    let bomb = format!("a: &a [x]\n{}sigs: *m\n", levels.collect::<String>());
    let invalid = [&with("Ana", "An")[..GROUP.len() - 2], b"\xff\n"].concat();
    vec![
        ("a tab", with("  dir", "\tdir"), "yaml-syntax"),
        ("a key twice", with("label: alpha", "label: alpha\n  label: beta"), "yaml-duplicate-key"),
        ("a byte that is no text", invalid, "yaml-encoding"),
        ("a NUL", with("Ana", "A\0na"), "yaml"),
        ("an alias bomb", bomb.into_bytes(), "yaml-limit"),
        ("open brackets", [b"sigs: ".to_vec(), vec![b'['; 100_000]].concat(), "yaml-limit"),
        ("nested lists", [b"sigs:\n".to_vec(), b"- ".repeat(100_000)].concat(), "yaml-limit"),
        ("a number for a list", b"sigs: 3\n".to_vec(), "wrong-type"),
        ("a directory above the repository", with("dir: sig-alpha", "dir: ../evil"), "dir-mismatch"),
        ("an absolute directory", with("dir: sig-alpha", "dir: /etc"), "dir-mismatch"),
        ("one directory for two groups", format!("{GROUP}- name: Beta\n  dir: sig-alpha\n").into(), "twice"),
        ("escape sequences", with("name: Ana", "name: \"Ana\\e[2J\\u009b1m\"\n      e: 1"), "unknown-key"),
    ]
}

#[test]
fn every_command_survives_every_record() {
    for (what, bytes, said) in hostile() {
        let dir = record(&bytes);
        let site = tempfile::tempdir().unwrap();
        for args in COMMANDS {
            let output = run(args, dir.path(), site.path());
            let words = words(&output);
            assert!(matches!(output.status.code(), Some(0..=2)), "{what}: {args:?}: {words}");
            assert!(!words.contains("panicked"), "{what}: {args:?}: {words}");
            let is_raw = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
            assert!(!words.contains(is_raw), "{what}: {args:?}: {words:?}");
            if args == ["check"] {
                assert_eq!(output.status.code(), Some(1), "{what}: {words}");
                assert!(words.contains(said), "{what}: {words}");
            }
        }
        if what != "a key twice" {
            assert!(
                fs::read(dir.path().join("sigs.yaml")).unwrap() == bytes,
                "{what}: the record was changed"
            );
        }
    }
}

#[test]
fn what_is_missing_only_because_the_rest_was_not_read_is_not_reported() {
    let dir = record(GROUP.replace("  mission", "\tmission"));
    let output = run(&["check", "--severity", "note", "--format", "json"], dir.path(), dir.path());
    let words = words(&output);
    assert!(words.contains("yaml-syntax"), "{words}");
    assert!(!words.contains("missing-"), "{words}");
}

#[test]
fn no_groups_file_is_said_by_every_command() {
    let dir = tempfile::tempdir().unwrap();
    for args in COMMANDS {
        let output = run(args, dir.path(), dir.path());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", words(&output));
        assert!(words(&output).contains("no file here names groups"), "{args:?}: {}", words(&output));
    }
}

#[test]
fn a_directory_in_place_of_the_record_is_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("sigs.yaml")).unwrap();
    let output = run(&["check"], dir.path(), dir.path());
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("cannot read sigs.yaml: is a directory"), "{}", words(&output));
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_repository_are_named_and_not_followed() {
    let outside = record(GROUP.replace("Ana", "Outsider"));
    for name in ["sigs.yaml", "community.yaml", "people.yaml"] {
        let dir = record(GROUP);
        let _ = fs::remove_file(dir.path().join(name));
        std::os::unix::fs::symlink(outside.path().join("sigs.yaml"), dir.path().join(name)).unwrap();
        let site = tempfile::tempdir().unwrap();
        for args in COMMANDS {
            let output = run(args, dir.path(), site.path());
            assert!(!words(&output).contains("Outsider"), "{name}: {args:?}: {}", words(&output));
        }
        let output = run(&["check"], dir.path(), site.path());
        assert_eq!(output.status.code(), Some(1), "{name}: {}", words(&output));
        assert!(words(&output).contains("leads out of the repository"), "{name}: {}", words(&output));
    }
}

#[test]
fn templates_that_never_end_leave_the_old_files() {
    let loops = "{{ range $i := 1000000000 }}{{ range $j := 1000000000 }}{{ end }}{{ end }}";
    let recursion = "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}";
    for template in [loops, recursion, "{{ range .Sigs }}", "{{ range .Sigs }}{{ .Nope }}{{ end }}"] {
        let dir = record(GROUP);
        fs::create_dir(dir.path().join("generator")).unwrap();
        fs::write(dir.path().join("generator/list.tmpl"), template).unwrap();
        fs::write(dir.path().join("sig-list.md"), "old\n").unwrap();
        let output = run(&["generate"], dir.path(), dir.path());
        assert_eq!(output.status.code(), Some(2), "{template}: {}", words(&output));
        assert!(words(&output).contains("generator/list.tmpl:1"), "{template}: {}", words(&output));
        assert_eq!(fs::read_to_string(dir.path().join("sig-list.md")).unwrap(), "old\n");
        assert!(!dir.path().join("sig-alpha").exists(), "{template}: half of the files were written");
    }
}
