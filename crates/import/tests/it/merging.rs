//! Several pages about one group.

use crate::support::{imported, loaded, page};

const LIST: &str = "# Acme Special Interest Groups\n\n| Group | Lead | Slack Channel | Meeting Notes |\n|---|---|---|---|\n| [Docs](./sig-docs) | [Ana Example](https://github.com/ana-example), [Bo](https://github.com/bo-sample) | [#sig-docs](https://acme.slack.com/messages/sig-docs) | [Notes](https://docs.google.com/document/d/one/edit) |\n";

const OWN: &str = "# Docs Special Interest Group\n\nWrites the handbook.\n\n## Members\n\n- Ana Example ([@Ana-Example](https://github.com/ana-example)), Lead\n- Bo Sample ([@bo-sample](https://github.com/bo-sample)), Member\n- Cy Instance ([@cy](https://github.com/cy)), Memeber\n\n## Meetings\n\nMeeting Time: Friday at 15:30~16:30 Beijing Time (biweekly, starting from Nov. 6th 2020) [Meeting Calendar](https://acme.example/calendar)\n\nMeeting Info: [Zoom](https://zoom.us/j/1)\n\n[Meeting notes](https://docs.google.com/document/d/one)\n\n## Projects\n\n- [handbook](https://github.com/acme/handbook) is the book.\n\n## Contact\n\n- Slack [#sig-docs](https://acme.slack.com/messages/sig-docs)\n- Mailing list [archive](https://groups.google.com/g/docs) | [subscribe](mailto:docs+subscribe@acme.example)\n";

#[test]
fn the_groups_own_page_wins_over_a_list() {
    let imported = imported(&[page("sigs.md", LIST), page("sig-docs/README.md", OWN)]);
    let community = loaded(&imported);
    let [group] = community.groups.as_slice() else { panic!("one group") };
    assert_eq!(group.mission_statement.trim(), "Writes the handbook.");
    let chairs: Vec<&str> = group.leadership.chairs.iter().map(|chair| chair.github.as_str()).collect();
    assert_eq!(chairs, ["ana-example"]);
    let members: Vec<&str> = group.members.iter().map(|member| member.github.as_str()).collect();
    assert_eq!(members, ["bo-sample", "cy"]);
    let meeting = &group.meetings[0];
    assert_eq!(
        (meeting.day.as_str(), meeting.time.as_str(), meeting.tz.as_str()),
        ("Friday", "15:30", "Beijing Time")
    );
    assert_eq!((meeting.starts.as_str(), meeting.duration.as_str()), ("2020-11-06", "1h"));
    assert_eq!(meeting.timezone, "Asia/Shanghai");
    assert_eq!(meeting.url, "https://zoom.us/j/1");
    assert_eq!(meeting.calendar_url, "https://acme.example/calendar");
    // Both pages link one shared document: it is the series' own, and named once.
    assert_eq!(meeting.archive_url, "https://docs.google.com/document/d/one");
    assert!(group.notes.is_empty());
    assert_eq!(group.contact.mailing_list, "https://groups.google.com/g/docs");
    assert_eq!(group.subprojects[0].name, "handbook");
    assert_eq!(group.subprojects[0].links[0].url, "https://github.com/acme/handbook");
}

#[test]
fn a_lead_whom_the_groups_page_has_as_a_member_is_a_conflict() {
    let imported = imported(&[page("sigs.md", LIST), page("sig-docs/README.md", OWN)]);
    let conflict = imported.report.conflicts.iter().find(|conflict| conflict.what == "leadership.chairs");
    let conflict = conflict.expect("Bo leads by one page and not by the other");
    assert_eq!((conflict.kept.place.page.as_str(), conflict.kept.place.line), ("sig-docs/README.md", 8));
    assert_eq!((conflict.set_aside.place.page.as_str(), conflict.set_aside.place.line), ("sigs.md", 5));
    let names = imported.report.conflicts.iter().find(|conflict| conflict.what == "name");
    assert_eq!(names, None, "one name begins with the other, yet only one holds a seat");
}

#[test]
fn the_order_of_pages_does_not_matter_where_one_is_more_precise() {
    let pages = [page("sigs.md", LIST), page("sig-docs/README.md", OWN)];
    let turned = [pages[1].clone(), pages[0].clone()];
    assert_eq!(imported(&pages).files, imported(&turned).files);
}

#[test]
fn of_two_lists_the_later_one_wins() {
    let other = LIST.replace("#sig-docs", "#docs").replace("messages/sig-docs", "messages/docs");
    let imported = imported(&[page("old.md", LIST), page("new.md", &other)]);
    let community = loaded(&imported);
    assert_eq!(community.groups[0].contact.slack, "docs");
    assert!(imported.report.conflicts.iter().any(|conflict| conflict.what == "contact.slack"));
}

#[test]
fn a_lead_who_is_an_alumnus_elsewhere_stays_with_a_word() {
    let own = "# Docs Special Interest Group\n\n## Alumni\n\n- Ana Example ([@ana-example](https://github.com/ana-example))\n";
    let imported = imported(&[page("sigs.md", LIST), page("sig-docs/README.md", own)]);
    let community = loaded(&imported);
    assert_eq!(community.groups[0].leadership.chairs.len(), 2);
    assert!(imported.report.conflicts.iter().any(|conflict| conflict.set_aside.value.contains("alumnus")));
}

#[test]
fn the_same_pages_give_the_same_files() {
    let pages = [page("sigs.md", LIST), page("sig-docs/README.md", OWN)];
    assert_eq!(imported(&pages).files, imported(&pages).files);
    let twice = [pages[0].clone(), pages[1].clone(), pages[0].clone(), pages[1].clone()];
    assert_eq!(imported(&pages).files, imported(&twice).files);
}
