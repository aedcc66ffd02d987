use std::fs;
use std::process::Command;

use tempfile::TempDir;

const SIGS: &str = "sigs:\n- dir: sig-docs\n  name: Docs\n- dir: sig-ropes\n  name: Ropes\n";
const RECORD: &str = "---\nattendees: [sample-ana, sample-bo]\nrecordings: [https://videos.example.org/1]\n---\n\
                      # SIG Docs\n\n## Decisions\n\n- Pages are short.\n\n## Action items\n\n\
                      - [ ] @sample-bo shortens pages (due 2026-11-20)\n- [x] @sample-ana counts them\n";

fn repository() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("sigs.yaml", SIGS);
    write("sig-docs/meetings/2026-11-05.md", RECORD);
    write("sig-ropes/notes.md", "## Nov 12, 2026 [cancelled]\n\n## Oct 29, 2026\n\n- [ ] count ropes\n");
    folder
}

fn run(folder: &TempDir, arguments: &[&str]) -> (i32, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(["meeting"])
        .args(arguments)
        .arg(folder.path())
        .output()
        .expect("the binary runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (out.status.code().expect("a status"), text(out.stdout), text(out.stderr))
}

#[test]
fn records_are_listed_by_group_and_day() {
    let folder = repository();
    let (status, out, _) = run(&folder, &["list"]);
    assert_eq!(status, 0);
    assert_eq!(
        out,
        "GROUP      DATE        PEOPLE  DECIDED  TO DO  RECORDED   RECORD\n\
         SIG Docs   2026-11-05  2       1        1      yes        sig-docs/meetings/2026-11-05.md:1:1\n\
         SIG Ropes  2026-10-29                   1                 sig-ropes/notes.md:3:1\n\
         SIG Ropes  2026-11-12                          cancelled  sig-ropes/notes.md:1:1\n"
    );
}

#[test]
fn a_group_and_a_time_are_chosen() {
    let folder = repository();
    let (_, out, _) = run(&folder, &["list", "--group", "ropes", "--since", "2026-11-01", "--format", "csv"]);
    assert_eq!(out.lines().count(), 2, "{out}");
    let (status, _, err) = run(&folder, &["list", "--group", "tides"]);
    assert_eq!(status, 2);
    assert!(err.contains("there is no group `tides`"), "{err}");
}

#[test]
fn what_is_to_be_done_is_listed_by_its_end() {
    let folder = repository();
    let (_, out, _) = run(&folder, &["actions"]);
    assert_eq!(
        out,
        "DUE         WHO         WHAT                                        GROUP      SINCE\n\
         2026-11-20  @sample-bo  @sample-bo shortens pages (due 2026-11-20)  SIG Docs   2026-11-05\n\
         \u{20}                       count ropes                                 SIG Ropes  2026-10-29\n"
    );
    let (_, out, _) = run(&folder, &["actions", "--person", "@Sample-Ana", "--all", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(found[0]["text"], "@sample-ana counts them");
    assert_eq!(found[0]["source"], "sig-docs/meetings/2026-11-05.md:14:1");
}

#[test]
fn a_record_without_a_date_is_told() {
    let folder = repository();
    fs::write(folder.path().join("sig-docs/meetings/notes.md"), "# Notes\n").expect("a file");
    let (status, _, err) = run(&folder, &["list"]);
    assert_eq!(status, 0, "{err}");
    assert!(err.contains("sig-docs/meetings/notes.md:1:1: nothing tells the day of this meeting"), "{err}");
}
