//! Whatever the files hold, loading ends with a community and findings that have places.

use folkmoot_diagnostics::Diagnostic;
use folkmoot_model::{Community, MemoryFiles, load};
use proptest::prelude::*;

const PATHS: [&str; 4] = ["sigs.yaml", "community.yaml", "people.yaml", "sig-docs/group.yaml"];

fn load_bytes(bytes: &[u8]) -> (Community, Vec<Diagnostic>) {
    load(&PATHS.iter().fold(MemoryFiles::new(), |files, path| files.with(path, bytes)))
}

/// Every label lies in its file.
fn places_hold(community: &Community, findings: &[Diagnostic]) -> bool {
    findings.iter().flat_map(|finding| &finding.labels).all(|label| {
        let text = community.sources.get(label.span.file);
        text.text().get(label.span.range()).is_some()
    })
}

/// Keys that mean something somewhere, and values of every sort.
fn yaml() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "sigs",
        "workinggroups",
        "gb_rep",
        "dir",
        "name",
        "leadership",
        "chairs",
        "leads",
        "github",
        "meetings",
        "description",
        "day",
        "time",
        "frequency",
        "starts",
        "rrule",
        "exceptions",
        "cancelled",
        "moved",
        "date",
        "to",
        "breaks",
        "from",
        "contact",
        "teams",
        "liaison",
        "subprojects",
        "owners",
        "status",
        "since",
        "links",
        "kinds",
        "key",
        "policies",
        "groups",
        "values",
        "profile",
        "yaml",
        "indent",
        "people",
        "companies",
        "kind",
        "extra",
        "x-a",
        "channels",
        "allow",
        "waivers",
        "Name",
        "chair",
        "<<",
    ]);
    let leaf = prop_oneof![
        Just("~".to_owned()),
        Just("[]".to_owned()),
        Just("{}".to_owned()),
        Just("2026-02-30".to_owned()),
        Just("sig-docs".to_owned()),
        Just("\"\\u0000\\u202e\"".to_owned()),
        Just("2026-11-24".to_owned()),
        Just("biweekly".to_owned()),
        Just("Tuesday".to_owned()),
        "[a-z0-9:/ .-]{0,12}".prop_map(|text| format!("'{text}'")),
    ];
    let node = leaf.prop_recursive(5, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((key.clone(), inner), 0..6).prop_map(|entries| {
                let entries: Vec<String> =
                    entries.into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{{}}}", entries.join(", "))
            }),
        ]
    });
    node.prop_map(|text| format!("{text}\n"))
}

proptest! {
    #[test]
    fn any_tree_of_known_keys_loads(text in yaml()) {
        let (community, findings) = load_bytes(text.as_bytes());
        prop_assert!(places_hold(&community, &findings));
        prop_assert_eq!(community.planned().len(), community.groups.iter().filter(|one| !one.is_retired()).map(|one| one.all_meetings().count()).sum::<usize>());
    }

    #[test]
    fn a_record_of_any_name_is_dated_or_not(name in "(\\PC|[0-9]{1,4}|[-_./]){0,14}") {
        let record = "sigs: [{dir: sig-a, name: A, meetings: [{day: Tuesday, time: '9:00', tz: UTC, frequency: biweekly}]}]\n";
        let path = format!("sig-a/meetings/{}", name.trim_matches('/'));
        let (community, _) = load(&MemoryFiles::new().with("sigs.yaml", record).with(&path, "x"));
        prop_assert!(community.groups[0].records.len() <= 1);
        prop_assert_eq!(community.planned().len(), 1);
    }

    #[test]
    fn any_bytes_load(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (community, findings) = load_bytes(&bytes);
        prop_assert!(places_hold(&community, &findings));
    }

    #[test]
    fn a_damaged_record_loads(at in 0usize..4000, cut in 0usize..40, put in "[\\[\\]{}:,#&*!|>'\"%@`\\-\\t \\n~<]{0,4}") {
        let mut text = folkmoot_model::synthetic::sigs_yaml(3);
        let at = at.min(text.len());
        let end = (at + cut).min(text.len());
        text.replace_range(at..end, &put);
        let (community, findings) = load_bytes(text.as_bytes());
        prop_assert!(places_hold(&community, &findings));
    }
}

/// One line of YAML each, of the sort that exhausts readers without bounds.
#[test]
fn what_would_exhaust_memory_is_cut_short() {
    let bomb = {
        let mut text = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for (name, of) in
            ["b", "c", "d", "e", "f", "g", "h", "i"].iter().zip(["a", "b", "c", "d", "e", "f", "g", "h"])
        {
            text.push_str(&format!(
                "{name}: &{name} [*{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}, *{of}]\n"
            ));
        }
        text + "sigs: *i\n"
    };
    let many_groups = format!("sigs: [{}]\n", "{},".repeat(300_000));
    let many_people = format!("sigs:\n- leadership: {{chairs: [{}]}}\n", "{},".repeat(300_000));
    let many_keys: String = (0..100_000).map(|i| format!("k{i}: 1\n")).collect();
    let long_key = format!("{}: 1\n", "k".repeat(1 << 20));
    let deep = format!("sigs: {}{}\n", "[".repeat(10_000), "]".repeat(10_000));
    for text in [bomb, many_groups, many_people, many_keys, long_key, deep] {
        let (community, findings) = load(&MemoryFiles::new().with("sigs.yaml", text.as_str()));
        let chairs = community.groups.first().map_or(0, |group| group.leadership.chairs.len());
        assert!(
            !findings.is_empty() && findings.len() < 2000,
            "{text:.40}: {}, {} groups, {chairs} chairs",
            findings.len(),
            community.groups.len()
        );
        assert!(places_hold(&community, &findings));
    }
}
