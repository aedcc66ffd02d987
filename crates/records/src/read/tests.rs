use folkmoot_diagnostics::Sources;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::record::Presence;

fn file(path: &str, text: &str) -> File {
    let sources = Sources::new();
    let id = sources.add(path, text);
    read(&sources, id, Place::Archive)
}

fn record(text: &str) -> Record {
    file("sig-a/meetings/2026-11-05.md", text).records.remove(0)
}

fn codes(file: &File) -> Vec<&'static str> {
    file.diagnostics.iter().map(|finding| finding.code).collect()
}

fn people(record: &Record) -> Vec<String> {
    let name = |person: &crate::Attendee| {
        let absent = if person.presence == Presence::Absent { "-" } else { "" };
        format!("{}@{}{absent}", person.name, person.handle)
    };
    record.attendees.iter().map(name).collect()
}

#[test]
fn a_whole_record_is_read() {
    let text = "\
---
date: 2026-11-05
series: Regular meeting
chair: sample-ana
notes_by: [sample-bo]
attendees: [sample-ana, '@sample-bo', Sample Chen]
recordings:
  - https://videos.example.org/1
agenda_sent: 2026-11-03T10:00Z
decisions:
  - Piers are made of stone.
---
# SIG Sample, 2026-11-05

## Agenda

1. Ropes (10 min, @sample-ana)
2. Piers

## Notes

We looked at ropes.

## Decisions

- Ropes are made of hemp.

## Action items

- [ ] @sample-bo writes it down (due 2026-11-20)
- [x] @sample-ana and @sample-chen count the ropes
";
    let found = record(text);
    assert_eq!(found.date, Some(date(2026, 11, 5)));
    assert_eq!(found.title, "SIG Sample, 2026-11-05");
    assert_eq!(found.series.as_ref().map(|said| said.text.as_str()), Some("Regular meeting"));
    assert_eq!(people(&found), ["@sample-ana", "@sample-bo", "Sample Chen@"]);
    assert_eq!(found.recordings[0].url, "https://videos.example.org/1");
    assert_eq!(found.agenda.len(), 2);
    let decisions: Vec<&str> = found.decisions.iter().map(|decision| decision.text.as_str()).collect();
    assert_eq!(decisions, ["Piers are made of stone.", "Ropes are made of hemp."]);
    assert_eq!(found.actions[0].owners, ["sample-bo"]);
    assert_eq!(found.actions[0].due, Some(date(2026, 11, 20)));
    assert!(!found.actions[0].done && found.actions[1].done);
    assert_eq!(found.actions[1].owners, ["sample-ana", "sample-chen"]);
    assert_eq!(&text[found.actions[0].span.range()][..7], "- [ ] @");
}

#[test]
fn a_record_without_front_matter_is_read() {
    let found = record(
        "# Sample meeting 2026-11-05\n\n* **Recording**: <https://videos.example.org/2>\n\n## Present\n\n\
         * Sample Ana @ana (member)\n* [Sample Bo](https://github.com/bo), Host\n\n### Guests\n\n* Sample Chen\n\n\
         ### Status\n\n* ropes: nearly done @dora\n\n## Next steps\n\n* Ana asks again\n",
    );
    assert_eq!(people(&found), ["Sample Ana@ana", "Sample Bo@bo", "Sample Chen@"]);
    assert_eq!(found.chair.as_ref().map(|said| said.text.as_str()), Some("@bo"));
    assert_eq!(found.recordings[0].url, "https://videos.example.org/2");
    assert_eq!(found.actions.len(), 1);
}

#[test]
fn a_table_and_a_line_of_attendees_are_read() {
    let table = "## Attendees\n\n| Name | GitHub | Present |\n| - | - | - |\n| Sample Ana | @ana | yes |\n| Sample Bo | bo | |\n";
    assert_eq!(people(&record(table)), ["Sample Ana@ana", "Sample Bo@bo-"]);
    assert_eq!(
        people(&record("Attendees: Sample Ana, @bo and 张三\nRegrets: Sample Chen\n")),
        ["Sample Ana@", "@bo", "张三@", "Sample Chen@-"]
    );
    assert_eq!(people(&record("## Attendees\n- [x] @ana\n- [ ] @bo\n")), ["@ana", "@bo-"]);
}

#[test]
fn an_empty_recording_is_noticed() {
    assert!(record("Recording:\n\n## Notes\nx\n").empty_recording.is_some());
    assert!(record("Afterwards: [recorded meeting]()\n").empty_recording.is_some());
    assert!(record("Recording: https://videos.example.org/3\n").empty_recording.is_none());
    assert!(record("## Recording\n\n- https://videos.example.org/3\n").empty_recording.is_none());
}

#[test]
fn a_file_with_a_dated_heading_per_meeting_is_as_many_records() {
    let text = "# Notes\n\n## Dec 27th [Canceled for holidays]\n\nDec 13th, 2022\n\nRecording: https://v.example.org/1\n\n\
                ## December 6\n\n- ropes\n\n## Nov 29, 2022 ([recording](https://v.example.org/2))\n";
    let found = file("sig-a/archive/meeting-notes-2022.md", text);
    let days: Vec<_> = found.records.iter().map(|record| record.date).collect();
    assert_eq!(
        days,
        [(12, 27), (12, 13), (12, 6), (11, 29)].map(|(month, day)| Some(date(2022, month, day)))
    );
    assert_eq!(found.records[0].status, Status::Cancelled);
    assert_eq!(found.records[1].recordings.len(), 1);
    assert_eq!(found.records[3].recordings.len(), 1);
    assert_eq!(codes(&found), [""; 0]);
}

#[test]
fn years_are_taken_from_headings_and_from_the_dates_around() {
    let text = "# 2022\n## Jan 5\nx\n# 2021\n## Dec 22\nx\n## Dec 8\n";
    let days: Vec<_> = file("sig-a/notes/all.md", text).records.iter().map(|record| record.date).collect();
    assert_eq!(days, [Some(date(2022, 1, 5)), Some(date(2021, 12, 22)), Some(date(2021, 12, 8))]);
    let text = "## Jan 5, 2022\nx\n## Dec 22\nx\n";
    let days: Vec<_> = file("sig-a/notes/all.md", text).records.iter().map(|record| record.date).collect();
    assert_eq!(days, [Some(date(2022, 1, 5)), Some(date(2021, 12, 22))]);
}

#[test]
fn the_order_of_day_and_month_is_that_of_the_file_or_none() {
    let days = |text: &str| {
        let found = file("sig-a/notes/all.md", text);
        found.records.iter().map(|record| record.date).collect::<Vec<_>>()
    };
    assert_eq!(days("## 3/6/2018\nx\n## 3/13/2018\n"), [Some(date(2018, 3, 6)), Some(date(2018, 3, 13))]);
    assert_eq!(days("## 6.3.2018\nx\n## 13.3.2018\n"), [Some(date(2018, 3, 6)), Some(date(2018, 3, 13))]);
    let found = file("sig-a/notes/all.md", "## 3/6/2018\nx\n## 4/3/2018\n");
    assert_eq!(codes(&found), ["record-undated", "record-undated"]);
}

#[test]
fn what_has_no_date_is_a_finding_where_records_are_kept() {
    assert_eq!(codes(&file("sig-a/meetings/notes.md", "# Notes\nWe met.\n")), ["record-undated"]);
    assert_eq!(codes(&file("sig-a/meetings/template.md", "# YYYY-MM-DD\n")), [""; 0]);
    let sources = Sources::new();
    let id = sources.add("sig-a/charter.md", "# Charter\n");
    assert_eq!(read(&sources, id, Place::Elsewhere), File::default());
}

#[test]
fn a_heading_of_another_day_than_the_name_is_a_finding() {
    assert_eq!(
        codes(&file("sig-a/meetings/2026-11-05.md", "# Meeting 2026-11-12\n")),
        ["record-date-differs"]
    );
}

#[test]
fn mistakes_in_front_matter_point_into_the_file() {
    let found = file("sig-a/meetings/2026-11-05.md", "---\ndate: soon\nattendee: [ana]\n---\n# x\n");
    let places: Vec<u32> = found.diagnostics.iter().filter_map(|d| Some(d.span()?.start)).collect();
    assert_eq!(codes(&found), ["record-front-matter", "record-front-matter"]);
    assert_eq!(places, [15, 10]);
    let broken = file("sig-a/meetings/2026-11-05.md", "---\ndate: [\n---\n# x\n");
    assert!(!broken.diagnostics.is_empty());
    assert_eq!(broken.records[0].date, Some(date(2026, 11, 5)));
}

proptest! {
    #[test]
    fn no_text_at_all_panics(name in "[a-z0-9/.-]{0,20}", text in "(---\n)?[\\PC\n#*@|:\\[\\]/ -]{0,300}") {
        let found = file(&name, &text);
        for record in &found.records {
            prop_assert!(record.span.range().end <= text.len());
        }
    }
}
