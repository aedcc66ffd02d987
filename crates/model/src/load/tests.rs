use super::*;
use crate::{MemoryFiles, SequenceIndent, Topic};

fn load_text(text: &str) -> (Community, Vec<Diagnostic>) {
    load(&MemoryFiles::new().with("sigs.yaml", text))
}

/// `code: message` of each finding.
fn said(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
}

/// One group whose further keys are `lines`, each indented already.
fn load_group(lines: &str) -> (Community, Vec<Diagnostic>) {
    load_text(&format!("sigs:\n- dir: sig-docs\n  name: Docs\n{lines}"))
}

#[test]
fn a_group_knows_where_its_name_stands() {
    let (community, findings) = load_text("sigs:\n- dir: sig-docs\n  name: Docs\n");
    assert_eq!(findings, []);
    let group = &community.groups[0];
    assert_eq!(group.name, "Docs");
    assert_eq!(community.sources.locate(group.name.span()), "sigs.yaml:3:9");
}

#[test]
fn a_string_keeps_its_raw_text() {
    for (written, read) in
        [("1.10", "1.10"), ("0x1F", "0x1F"), ("true", "true"), ("\"9:00\"", "9:00"), ("null", ""), ("~", "")]
    {
        let (community, findings) = load_group(&format!("  label: {written}\n"));
        assert_eq!(findings, []);
        assert_eq!(community.groups[0].label, read, "{written}");
        assert_eq!(community.groups[0].label.is_present(), !read.is_empty());
    }
}

#[test]
fn null_items_are_dropped() {
    let (community, findings) = load_group(
        "  leadership:\n    chairs:\n    - ~\n    - github: ana\n    -\n  stakeholder_sigs: [~, A, null]\n",
    );
    assert_eq!(findings, []);
    assert_eq!(community.groups[0].leadership.chairs.len(), 1);
    assert_eq!(community.groups[0].stakeholder_sigs.len(), 1);
}

#[test]
fn an_empty_contact_differs_from_none() {
    let (community, _) = load_group(
        "  contact:\n    liaison: {github: ana}\n  subprojects:\n  - name: a\n    contact: {}\n  - name: b\n    contact:\n",
    );
    let group = &community.groups[0];
    assert!(group.contact.liaison.is_some());
    assert!(group.subprojects[0].contact.is_some());
    assert!(group.subprojects[1].contact.is_none());
}

#[test]
fn an_unknown_key_is_kept_and_the_nearest_suggested() {
    let (community, findings) = load_group("  missionStatement: Writes.\n  budget: 12\n");
    assert_eq!(
        said(&findings),
        [
            "unknown-key: `missionStatement` is no key of a group",
            "unknown-key: `budget` is no key of a group"
        ]
    );
    let fix = findings[0].fix.as_ref().expect("the key can be renamed");
    assert_eq!(fix.applicability, folkmoot_diagnostics::Applicability::Safe);
    assert_eq!(fix.edits[0].replacement, "mission_statement");
    assert_eq!(community.sources.snippet(fix.edits[0].span), "missionStatement");
    assert!(findings[1].fix.is_none());
    assert_eq!(findings[1].group.as_deref(), Some("sig-docs"));
    let keys: Vec<&str> = community.groups[0].extra.iter().map(|extra| extra.key.as_str()).collect();
    assert_eq!(keys, ["missionStatement", "budget"]);
}

#[test]
fn a_key_is_not_renamed_to_one_that_is_there() {
    let (_, findings) = load_group("  Name: Other\n");
    assert!(findings[0].fix.is_none(), "{findings:?}");
}

#[test]
fn keys_set_aside_are_kept_without_complaint() {
    let (community, findings) = load_group("  x-budget: 12\n  extra:\n    colour: red\n");
    assert_eq!(findings, []);
    assert_eq!(community.groups[0].extra.len(), 2);
    assert_eq!(community.groups[0].extra("colour").and_then(folkmoot_yaml::Node::as_str), Some("red"));
    assert!(community.groups[0].extra("x-budget").is_some());
}

#[test]
fn wrong_types_are_reported_once_and_read_as_far_as_possible() {
    let (community, findings) = load_group(
        "  label: [a]\n  meetings: often\n  leadership:\n    chairs: {github: ana}\n    tech_leads: [bo]\n  contact: none\n",
    );
    assert_eq!(
        said(&findings),
        [
            "wrong-type: `label`: expected a single value, found a list",
            "wrong-type: `chairs`: expected a list of people, found a mapping",
            "wrong-type: `tech_leads`: expected a person with `github` and `name`, found a single value",
            "wrong-type: `meetings`: expected a list of meetings, found a single value",
            "wrong-type: `contact`: expected a contact, found a single value",
        ]
    );
    let leadership = &community.groups[0].leadership;
    assert_eq!(leadership.chairs[0].github, "ana");
    assert_eq!(leadership.tech_leads[0].github, "bo");
}

#[test]
fn an_empty_mapping_in_place_of_a_list_gives_nothing() {
    let (community, findings) = load_group("  subprojects: {}\n");
    assert_eq!(findings.len(), 1);
    assert!(community.groups[0].subprojects.is_empty());
}

#[test]
fn a_malformed_date_is_reported() {
    for written in ["next year", "2026-02-30", "2026-2-3", "2026-01-01T00:00:00"] {
        let (community, findings) = load_group(&format!("  status: {{state: active, since: {written}}}\n"));
        assert_eq!(findings.len(), 1, "{written}");
        assert_eq!(findings[0].code, "bad-date");
        assert!(community.groups[0].status.as_ref().is_some_and(|status| status.since.is_none()));
    }
}

#[test]
fn folkmoots_own_keys_are_read() {
    let (community, findings) = load_group(
        "  scope: Guides.\n  members: [ana, {github: bo, since: 2025-01-31}]\n  design_docs: docs/design\n  \
         roadmap:\n  - {title: This year, url: roadmap.md}\n  - https://example.com\n  todo: https://example.com/q\n  \
         notes: []\n  status: paused\n  contact: {discord: docs, forum: https://example.com/f}\n",
    );
    assert_eq!(findings, []);
    let group = &community.groups[0];
    assert_eq!(group.members[0].github, "ana");
    assert_eq!(group.members[1].since.map(|date| date.to_string()).as_deref(), Some("2025-01-31"));
    assert_eq!(group.design_docs[0].url, "docs/design");
    assert_eq!((group.roadmap.len(), group.roadmap[0].title.as_str()), (2, "This year"));
    assert_eq!(group.status.as_ref().map(|status| status.state.as_str()), Some("paused"));
    assert_eq!(group.contact.discord, "docs");
}

#[test]
fn a_role_of_the_communitys_own_is_read_and_a_slip_is_reported() {
    let (community, findings) = load_group(
        "  leadership:\n    secretaries:\n    - github: ana\n    chair:\n    - github: bo\n    note: text\n",
    );
    assert_eq!(
        said(&findings),
        ["unknown-key: `chair` is no key of a leadership", "unknown-key: `note` is no key of a leadership"]
    );
    let leadership = &community.groups[0].leadership;
    let roles: Vec<&str> = leadership.further.iter().map(|list| list.role.as_str()).collect();
    assert_eq!(roles, ["secretaries", "chair"]);
    assert_eq!(leadership.extra.len(), 1);
}

#[test]
fn sigs_know_the_working_groups_that_report_to_them() {
    let (community, _) = load_text(
        "sigs:\n- name: A\n- name: B\nworkinggroups:\n- {name: Z, stakeholder_sigs: [A, A]}\n- {name: Y, stakeholder_sigs: [A, C]}\n",
    );
    assert_eq!(community.groups[0].reporting_wgs, ["Y", "Z", "Z"]);
    assert_eq!(community.groups[1].reporting_wgs, [] as [String; 0]);
}

#[test]
fn a_group_file_stands_for_an_entry() {
    let files = MemoryFiles::new()
        .with("sig-docs/group.yaml", "name: Docs\n")
        .with("special-interest-groups/security/group.yaml", "name: Security\n")
        .with("platform/group.yaml", "kind: Working Group\nname: Platform\n")
        .with("deep/er/group.yaml", "name: Not looked at\n");
    assert_eq!(has_community(&files), Ok(()));
    let (community, findings) = load(&files);
    assert_eq!(findings, []);
    let found: Vec<_> =
        community.groups.iter().map(|group| (group.kind.key.as_str(), group.dir.as_str())).collect();
    assert_eq!(
        found,
        [("sigs", "sig-docs"), ("sigs", "special-interest-groups/security"), ("workinggroups", "platform")]
    );
    assert_eq!(community.sources.locate(community.groups[0].name.span()), "sig-docs/group.yaml:1:7");
}

#[test]
fn a_group_file_adds_to_its_entry() {
    let files = MemoryFiles::new()
        .with("sigs.yaml", "sigs:\n- dir: sig-docs\n  name: Docs\n  contact: {slack: docs}\n")
        .with("sig-docs/group.yaml", "roadmap: roadmap.md\ncontact: {forum: https://example.com}\n");
    let (community, findings) = load(&files);
    assert_eq!(findings, []);
    assert_eq!(community.groups.len(), 1);
    let group = &community.groups[0];
    assert_eq!((group.contact.slack.as_str(), group.contact.forum.as_str()), ("docs", "https://example.com"));
    assert_eq!(community.sources.locate(group.roadmap[0].url.span()), "sig-docs/group.yaml:1:10");
    let (alone, _) = load_data_file(&files);
    assert!(alone.groups[0].roadmap.is_empty());
}

#[test]
fn what_an_entry_and_its_file_say_differently_is_reported() {
    let files = MemoryFiles::new()
        .with("sigs.yaml", "sigs:\n- dir: sig-docs\n  name: Docs\n  contact: {slack: docs}\n")
        .with("sig-docs/group.yaml", "name: Docs\nkind: wg\ncontact: {slack: other}\n");
    let (community, findings) = load(&files);
    assert_eq!(
        said(&findings),
        [
            "group-defined-twice: the group's entry is under `sigs`, not `wg`",
            "group-defined-twice: two places give this group's `slack`"
        ]
    );
    assert_eq!(community.groups[0].contact.slack, "docs");
}

#[test]
fn two_entries_of_one_directory_are_reported() {
    let (community, findings) = load_text("sigs:\n- {dir: sig-a, name: A}\n- {dir: sig-a, name: B}\n");
    assert_eq!(said(&findings), ["group-defined-twice: `sig-a` is in the record twice"]);
    assert_eq!(community.groups.len(), 2);
}

#[test]
fn a_group_file_elsewhere_than_it_says_is_reported() {
    let files = MemoryFiles::new().with("sig-docs/group.yaml", "dir: sig-doc\nname: Docs\n");
    let (community, findings) = load(&files);
    assert_eq!(said(&findings), ["wrong-type: `dir`: expected `sig-docs`, where this file stands"]);
    assert_eq!(community.groups[0].dir, "sig-docs");
}

#[test]
fn a_file_without_a_kind_is_reported() {
    let files =
        MemoryFiles::new().with("docs/group.yaml", "name: Docs\n").with("x/group.yaml", "kind: club\n");
    let (community, findings) = load(&files);
    assert_eq!(
        said(&findings),
        [
            "unknown-kind: nothing says which kind of group `docs` is",
            "unknown-kind: there is no kind of group `club`"
        ]
    );
    assert_eq!(community.groups.len(), 2);
}

#[test]
fn kinds_can_be_declared_and_renamed() {
    let about = "kinds:\n- {key: guilds, prefix: guild, singular: Guild}\n- {key: sigs, short: Circle}\n";
    let files = MemoryFiles::new()
        .with("community.yaml", about)
        .with("sigs.yaml", "guilds:\n- name: Bakers\nsigs:\n- name: Docs\ntags:\n- name: Security\n");
    let (community, findings) = load(&files);
    assert_eq!(findings, []);
    let titles: Vec<String> = community.groups.iter().map(crate::Group::title).collect();
    assert_eq!(titles, ["Circle Docs", "Guild Bakers", "TAG Security"]);
    assert_eq!(community.groups[1].id(), "guild-bakers");
}

#[test]
fn groups_under_an_undeclared_key_are_read_and_reported() {
    let (community, findings) = load_text("sig:\n- name: Docs\n");
    assert_eq!(said(&findings), ["unknown-kind: no kind of group is declared as `sig`"]);
    assert!(findings[0].help.iter().any(|help| help.contains("write `sigs`")));
    assert_eq!(community.groups.len(), 1);
}

#[test]
fn other_communities_keys_are_understood() {
    let (community, findings) = load_group(
        "  chat_link: https://example.slack.com/archives/C1\n  description: Writes.\n  leadership:\n    leads:\n    - {github: ana, name: Ana}\n",
    );
    assert_eq!(findings, []);
    let group = &community.groups[0];
    assert_eq!(group.contact.slack, "https://example.slack.com/archives/C1");
    assert!(!group.contact.slack.is_present());
    assert_eq!(group.mission_statement, "Writes.");
    assert_eq!(group.leadership.active().count(), 1);
}

/// The templates without which the Kubernetes generator does not run.
fn with_templates(files: MemoryFiles) -> MemoryFiles {
    let names = ["header.tmpl", "list.tmpl", "aliases.tmpl", "sig_readme.tmpl"];
    names.iter().fold(files, |files, name| files.with(&format!("generator/{name}"), ""))
}

#[test]
fn where_the_kubernetes_generator_reads_too_only_its_keys_will_do() {
    let files = with_templates(MemoryFiles::new())
        .with("sigs.yaml", "sigs:\n- dir: sig-docs\n  name: Docs\n  roadmap: r.md\n  x-note: a\n  leadership:\n    helpers: []\n")
        .with("sig-docs/group.yaml", "todo: t.md\nx-note: b\n");
    let (community, findings) = load_data_file(&files);
    assert_eq!(
        said(&findings),
        [
            "unknown-key: `helpers` is no key of a leadership",
            "unknown-key: the Kubernetes generator knows no `roadmap` of a group",
            "unknown-key: `x-note` is no key of a group",
        ]
    );
    assert!(findings.iter().all(|finding| finding.severity == folkmoot_diagnostics::Severity::Error));
    assert_eq!(community.groups[0].roadmap.len(), 1);
    let owned = files.with("community.yaml", "profile: {rewrites_data: false}\n");
    assert_eq!(said(&load_data_file(&owned).1), [] as [&str; 0]);
    // The group's own file may say what it likes.
    let own = load(&owned).1;
    assert_eq!(said(&own), ["group-defined-twice: two places give this group's `x-note`"]);
}

#[test]
fn a_generator_that_knows_discord_may_read_it() {
    let data = "sigs:\n- dir: sig-docs\n  name: Docs\n  contact: {discord: docs}\n";
    let files = with_templates(MemoryFiles::new().with("sigs.yaml", data));
    assert_eq!(load(&files).1.len(), 1);
    let knows = files.with("generator/sig_readme.tmpl", "{{ .Contact.Discord }}");
    assert_eq!(load(&knows).1, []);
}

#[test]
fn profiles_are_told_apart() {
    let data = "sigs:\n- name: A\n";
    let with = |files: &[(&str, &str)]| {
        files.iter().fold(MemoryFiles::new(), |all, (path, text)| all.with(path, *text))
    };
    let profile = |files: &[(&str, &str)]| load(&with(files)).0.profile;

    let own = profile(&[("sigs.yaml", data)]);
    assert_eq!((own.name.as_str(), own.strict, own.rewrites_data), ("folkmoot", false, false));

    let fork = load(&with_templates(with(&[("sigs.yaml", data)]))).0.profile;
    assert_eq!((fork.name.as_str(), fork.strict, fork.rewrites_data), ("kubernetes-fork", false, true));
    assert_eq!((fork.liaisons, fork.group_pages, fork.template_dir.as_str()), (false, true, "generator"));

    // Some templates alone override Folkmoot's own; nothing else follows from them.
    let some = profile(&[("sigs.yaml", data), ("generator/list.tmpl", "")]);
    assert_eq!((some.rewrites_data, some.template_dir.as_str()), (false, "generator"));

    let generator = ("generator/app.go", "yaml:\"gb_rep,omitempty\"");
    let upstream = load(&with_templates(with(&[("sigs.yaml", data), generator]))).0.profile;
    assert_eq!((upstream.name.as_str(), upstream.strict), ("kubernetes", true));

    let wgs = with(&[(
        "wgs.yaml",
        "workinggroups:
- name: A
",
    )]);
    let kubeflow = load(&with_templates(wgs)).0.profile;
    assert_eq!((kubeflow.name.as_str(), kubeflow.list_file.as_str()), ("kubeflow", "wg-list.md"));

    let kubevirt = profile(&[("sigs.yaml", data), ("generators/cmd/sigs/sig-list.gomd", "")]);
    assert_eq!(
        (kubevirt.name.as_str(), kubevirt.group_pages, kubevirt.rewrites_data),
        ("kubevirt", false, false)
    );
}

#[test]
fn a_profile_can_be_set() {
    let about = "profile:\n  data_file: data/all.yaml\n  strict: true\n  yaml: {indent: 4, sequences: flush, width: off}\n";
    let files = MemoryFiles::new().with("community.yaml", about).with("data/all.yaml", "sigs:\n- name: A\n");
    let (community, findings) = load(&files);
    assert_eq!(findings, []);
    assert_eq!(community.groups.len(), 1);
    let profile = &community.profile;
    assert!(profile.strict && profile.data_file == "data/all.yaml" && profile.list_file == "all-list.md");
    assert_eq!((profile.yaml.indent, profile.yaml.sequences), (4, SequenceIndent::Flush));
    assert_eq!(profile.yaml.width, None);

    let (_, findings) =
        load(&MemoryFiles::new().with("community.yaml", "profile: {data_file: ../x, strict: maybe}\n"));
    assert_eq!(
        said(&findings),
        [
            "wrong-type: `data_file`: expected a path inside the repository, found `../x`",
            "wrong-type: `strict`: expected `true` or `false`, found `maybe`"
        ]
    );
}

#[test]
fn a_data_file_that_is_not_there_is_reported() {
    let files = MemoryFiles::new().with("community.yaml", "profile: {data_file: all.yaml}\n");
    let (_, findings) = load(&files);
    assert_eq!(said(&findings), ["unreadable-file: cannot read all.yaml: no such file"]);
}

#[test]
fn no_groups_file_is_said_with_what_was_looked_for() {
    let error = has_community(&MemoryFiles::new().with("README.md", "")).expect_err("there is none");
    assert!(error.to_string().contains("sigs.yaml, wgs.yaml"), "{error}");
    assert!(error.to_string().contains("<group>/group.yaml"), "{error}");
}

#[test]
fn the_register_of_people_is_read() {
    let people = "people:\n- github: ana\n  github_id: 12\n  companies:\n  - {company: A, until: 2025-06-30}\n  - B\n  \
                  languages: [de]\n- {github: bo, company: C, github_id: twelve}\n";
    let (community, findings) = load(&MemoryFiles::new().with("people.yaml", people));
    assert_eq!(said(&findings), ["wrong-type: `github_id`: expected a number, found a single value"]);
    assert_eq!(community.people[0].github_id, Some(12));
    assert_eq!(community.people[0].companies.len(), 2);
    assert_eq!(community.people[1].companies[0].company, "C");
}

#[test]
fn a_community_says_who_it_is() {
    let about = "name: Example\nlinks:\n  code_of_conduct: coc.md\n  programmes:\n  - {title: Ambassadors, url: a.md}\n  \
                 release_notes: r.md\npolicies:\n  packs: [kubernetes]\n  values: {chairs_min: 2}\n  groups:\n    sig-docs: {chairs_min: 1}\n\
                 waivers:\n- {check: few-chairs, group: sig-docs, by: ana, reason: New., until: 2027-01-31}\n\
                 allow:\n- {check: dead-link, paths: [archive/**], reason: Kept as it was.}\n";
    let (community, findings) = load(&MemoryFiles::new().with("community.yaml", about));
    assert_eq!(findings, []);
    let topics: Vec<Topic> = community.links.iter().map(|link| link.topic).collect();
    assert_eq!(topics, [Topic::CodeOfConduct, Topic::Programme, Topic::Other]);
    assert_eq!(community.links[2].title, "release notes");
    let values = &community.policies.values;
    assert_eq!((values[0].group.is_none(), values[1].group.as_deref()), (true, Some("sig-docs")));
    assert_eq!(values[1].value, "1");
    assert_eq!(community.policies.waivers[0].until.map(|date| date.year()), Some(2027));
    assert_eq!(community.policies.allow[0].paths[0], "archive/**");
}

#[test]
fn a_thousand_mistakes_of_a_kind_are_cut_short() {
    let many: String = (0..2000).map(|i| format!("  zz{i}: x\n")).collect();
    let (community, findings) = load_group(&many);
    assert_eq!(community.groups[0].extra.len(), 2000);
    assert_eq!(findings.len(), 501);
    assert_eq!(findings[500].message, "and 1500 more findings of this kind, not shown");
}

#[test]
fn a_group_file_completes_meetings_and_subprojects_by_name() {
    let entry = "sigs:\n- dir: sig-docs\n  name: Docs\n  meetings:\n  - {description: Call, day: Monday, time: '9:00'}\n  \
                 - {description: Triage, day: Friday}\n  subprojects:\n  - name: site\n    meetings: [{description: Site, day: Monday}]\n";
    let own = "meetings:\n- {description: Triage, day: Friday, duration: 30m}\n- {description: Planning, day: Tuesday}\n\
               subprojects:\n- {name: site, meetings: [{description: Site, starts: 2026-11-23}]}\n- {name: theme}\n";
    let (community, findings) =
        load(&MemoryFiles::new().with("sigs.yaml", entry).with("sig-docs/group.yaml", own));
    assert_eq!(findings, []);
    let group = &community.groups[0];
    let told: Vec<String> = group
        .all_meetings()
        .map(|(_, one)| format!("{} {} {}{}", one.description, one.day, one.duration, one.starts))
        .collect();
    assert_eq!(told, ["Call Monday ", "Triage Friday 30m", "Planning Tuesday ", "Site Monday 2026-11-23"]);
    assert_eq!(group.subprojects.len(), 2);
}

#[test]
fn a_meeting_that_completes_none_is_reported() {
    let entry = "sigs:\n- {dir: sig-docs, name: Docs, meetings: [{description: Call, day: Monday}]}\n";
    let own = "meetings:\n- {description: Cal, duration: 30m}\n";
    let (community, findings) =
        load(&MemoryFiles::new().with("sigs.yaml", entry).with("sig-docs/group.yaml", own));
    assert_eq!(findings.iter().map(|found| found.code).collect::<Vec<_>>(), ["wrong-type"]);
    let place = findings[0].span().map(|span| community.sources.locate(span));
    assert_eq!(place.as_deref(), Some("sig-docs/group.yaml:2:3"));
}
