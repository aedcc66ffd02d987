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
    assert!(err.contains("no group is called `tides`"), "{err}");
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

const HARBOUR: &str = "\
sigs:
- dir: sig-harbour
  name: Harbour
  leadership:
    chairs: [{github: sample-ana, name: Sample Ana}]
    tech_leads: [{github: sample-bo, name: Sample Bo}]
  meetings:
  - {description: Regular meeting, day: Wednesday, time: '17:00', tz: Europe/Istanbul, frequency: weekly,
     duration: 1h, url: 'https://meet.example.org/harbour'}
";

fn prepare(folder: &TempDir, more: &[&str]) -> (i32, String, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(["meeting", "prepare", "harbour"])
        .arg(folder.path())
        .args(more)
        .output()
        .expect("the binary runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (out.status.code().expect("a status"), text(out.stdout), text(out.stderr))
}

#[test]
fn a_meeting_is_prepared_once_and_completed_afterwards() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("sigs.yaml"), HARBOUR).expect("a file");
    let records = folder.path().join("sig-harbour/meetings");
    fs::create_dir_all(&records).expect("a folder");
    fs::write(
        records.join("20261118.md"),
        "---\nnotes_by: [sample-bo]\n---\n## Action items\n- [ ] count ropes\n",
    )
    .expect("a file");
    let (status, _, err) = prepare(&folder, &["--date", "2026-11-25"]);
    assert_eq!(status, 0, "{err}");
    // Named as the record before it; who leads the meeting takes no notes where somebody else is willing.
    assert!(
        err.starts_with("wrote sig-harbour/meetings/20261125.md\nnotes: @sample-bo, who took notes once"),
        "{err}"
    );
    let path = records.join("20261125.md");
    let text = fs::read_to_string(&path).expect("the record");
    assert!(text.contains("chair: sample-ana\nnotes_by:\n  - sample-bo\n"), "{text}");
    assert!(text.contains("## Action items\n\n- [ ] count ropes (from 2026-11-18)\n"), "{text}");
    let edited = text.replace("## Notes\n", "## Notes\n\nRopes.\n").replace("- [ ] count", "- [x] count");
    fs::write(&path, &edited).expect("a file");
    let (_, out, err) = prepare(&folder, &["--date", "2026-11-25", "--announce", "mail"]);
    assert_eq!(err, "nothing to add to sig-harbour/meetings/20261125.md\n");
    assert_eq!(fs::read_to_string(&path).expect("the record"), edited);
    assert!(out.starts_with("Subject: SIG Harbour: Regular meeting, 2026-11-25\n\nWhen: Wednesday 25 November 2026, 17:00 Europe/Istanbul (14:00 UTC)\n"), "{out}");
}

#[test]
fn a_day_without_a_meeting_is_told_with_the_next_ones() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("sigs.yaml"), HARBOUR).expect("a file");
    let (status, _, err) = prepare(&folder, &["--date", "2026-11-26"]);
    assert_eq!(status, 2);
    assert!(err.contains("SIG Harbour does not meet on that day") && err.contains("2026-12-02"), "{err}");
    assert!(!folder.path().join("sig-harbour").exists());
}

#[test]
fn a_record_is_closed_with_its_recording_and_its_people() {
    let folder = repository();
    let path = folder.path().join("sig-docs/meetings/2026-11-05.md");
    let close = |more: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
            .args(["meeting", "close"])
            .arg(&path)
            .args(more)
            .output()
            .expect("the binary runs");
        (out.status.code(), String::from_utf8(out.stderr).expect("UTF-8"))
    };
    let more = ["--recording", "https://videos.example.org/2", "--attendees", "sample-chen,@sample-ana"];
    assert_eq!(close(&more).0, Some(0));
    let text = fs::read_to_string(&path).expect("the record");
    assert!(
        text.starts_with(
            "---\nattendees: [sample-ana, sample-bo, sample-chen]\n\
             recordings: [https://videos.example.org/1, 'https://videos.example.org/2']\nstatus: held\n---\n"
        ),
        "{text}"
    );
    assert!(close(&more).1.starts_with("nothing to add to"));
    let (status, err) = close(&["--recording", "soon"]);
    assert_eq!(status, Some(2));
    assert!(err.contains("`soon` is no address of a recording"), "{err}");
}
