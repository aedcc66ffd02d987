//! The pages this product was conceived from.

use folkmoot_import::Status;

use crate::support::{imported, loaded, seed, texts};

#[test]
fn the_table_of_kubesphere_gives_nineteen_groups() {
    let Some(page) = seed("001") else { return };
    let imported = imported(&[page]);
    let community = loaded(&imported);
    assert_eq!(community.groups.len(), 19);
    assert_eq!(community.name, "KubeSphere");
    assert_eq!(community.slack_workspace, "https://kubesphere.slack.com");
    assert_eq!(community.channels.len(), 3);
    let languages: Vec<&str> =
        community.language_channels.iter().map(|channel| channel.language.as_str()).collect();
    assert_eq!(languages, ["Chinese", "Turkish"]);
    for group in &community.groups {
        assert!(!group.leadership.chairs.is_empty(), "{}", group.name.as_str());
        assert_eq!(group.contact.slack.as_str(), group.dir.as_str());
        assert_eq!(group.notes.len(), 1, "{}", group.name.as_str());
        assert!(!group.mission_statement.is_empty());
    }
    let outreach = community.group("sig-advocacy-and-outreach").expect("the group is in the table");
    let leads: Vec<&str> = outreach.leadership.chairs.iter().map(|lead| lead.github.as_str()).collect();
    assert_eq!(leads, ["FeynmanZhou", "linuxSuRen"]);
    assert_eq!(community.group("sig-edge").map(|group| group.name.as_str()), Some("Edge Computing"));
}

#[test]
fn a_lead_beside_an_avatar_gives_the_account_number() {
    let Some(page) = seed("000") else { return };
    let imported = imported(&[page]);
    let community = loaded(&imported);
    let [group] = community.groups.as_slice() else { panic!("one group") };
    assert_eq!(group.dir, "sig-observability");
    assert_eq!(group.leadership.chairs[0].github, "benjaminhuo");
    assert_eq!(group.contact.slack, "observability");
    assert_eq!(group.contact.links[0].url, "https://kubesphere.slack.com/archives/CLHL8R1C7");
    assert_eq!(group.design_docs[0].url, "../contribution/design/sig-observability");
    assert!(group.todo[0].url.contains("label%3Aarea%2Fmonitoring"));
    let [person] = community.people.as_slice() else { panic!("one person") };
    assert_eq!(person.github_id, Some(18_525_465));
}

#[test]
fn a_definition_page_gives_its_groups_with_their_focus() {
    let Some(page) = seed("002") else { return };
    let imported = imported(&[page]);
    let community = loaded(&imported);
    let names: Vec<&str> = community.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["App Delivery", "Network", "Observability", "Runtime", "Security", "Storage"]);
    assert_eq!(community.name, "CNCF");
    let security = community.group("sig-security").expect("the group is in the table");
    assert!(security.mission_statement.contains("threat models"));
    // The letters were broken on twelve lines; two emoji lost a byte and cannot be told.
    let repairs = &imported.report.pages[0].repairs;
    assert!(repairs.iter().any(|repair| repair.was == "â€”" && repair.now == "—"));
    assert_eq!(repairs.iter().filter(|repair| repair.now.is_empty()).count(), 2);
}

#[test]
fn the_community_page_gives_links_programmes_and_channels() {
    let Some(page) = seed("003") else { return };
    let imported = imported(&[page]);
    let files: Vec<&str> = imported.files.keys().map(String::as_str).collect();
    assert_eq!(files, ["community.yaml"]);
    let text = texts(&imported);
    for fact in [
        "name: KubeSphere\n",
        "title: Ambassadorship Program\n      url: ksap-ambassadorship-program/README.md\n",
        "url: code-of-conduct.md\n",
        "url: developer-guide/development/development-workflow.md\n",
        "service: twitter\n",
        "service: blog\n",
        "service: mailing_list\n",
    ] {
        assert!(text.contains(fact), "{fact}\n{text}");
    }
}

#[test]
fn the_generated_list_is_read_back() {
    let Some(page) = seed("004") else { return };
    let imported = imported(&[page]);
    let community = loaded(&imported);
    assert_eq!(community.groups.len(), 7);
    let docs = community.group("sig-docs").expect("the group is in the list");
    let meeting = &docs.meetings[0];
    assert_eq!(meeting.description, "Regular SIG Meeting");
    assert_eq!((meeting.day.as_str(), meeting.time.as_str()), ("Monday", "1:00"));
    assert_eq!((meeting.tz.as_str(), meeting.frequency.as_str()), ("ET (Eastern Time)", "biweekly"));
    assert_eq!(meeting.url, "https://zoom.us/my/btp");
    assert_eq!(docs.leadership.chairs[0].company, "ICON Foundation");
    assert_eq!(docs.contact.discord, "https://test.com");
    assert_eq!(docs.label, "docs");
    let conduct = community.group("committee-code-of-conduct").expect("the committee is in the list");
    assert_eq!(conduct.kind.key, "committees");
    assert_eq!(conduct.contact.private_mailing_list, "conduct@icon.foundation");
    assert_eq!(conduct.leadership.chairs[0].github, "han-so1omon");
    // Nothing of a generated list is guesswork.
    assert_eq!(imported.report.pages[0].count(Status::Guessed), 0);
}
