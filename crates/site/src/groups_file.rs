//! `sigs.yaml` and `sigs.json`: the groups in the Kubernetes schema, for programs that read that file.
//!
//! Where the repository has such a file its own bytes are given, comments and all; where groups have files of
//! their own, one is written. In both the values of `email` and `private_mailing_list` are emptied: the
//! repository may be less public than its site.

use std::borrow::Cow;
use std::ops::Range;

use folkmoot_model::{Contact, Group, Meeting, Person, Subproject, Text};
use folkmoot_yaml::{Kind, Node, Out, Style, emit};
use serde_json::{Map, Value};

use crate::Site;

/// Keys whose values stay in the repository.
const PRIVATE: [&str; 2] = ["email", "private_mailing_list"];
/// Mappings within mappings that are followed; the reader of YAML goes no deeper either.
const DEPTH: usize = 64;

/// The file as YAML.
pub(crate) fn yaml(site: &Site) -> String {
    own(site).unwrap_or_else(|| emit(&tree(site), &Style::GO_YAML_3))
}

/// The same as JSON. Every value of the schema is a string, so every scalar is one.
pub(crate) fn json(site: &Site) -> Vec<u8> {
    let value = match &site.community().data_root {
        Some(root) => of_node(root, false, 0),
        None => of_tree(&tree(site)),
    };
    let mut bytes = serde_json::to_vec_pretty(&value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The repository's own file without private values.
fn own(site: &Site) -> Option<String> {
    let community = site.community();
    let root = community.data_root.as_ref()?;
    let source = community.sources.get(root.span.file);
    let text = source.text();
    let mut ranges = Vec::new();
    private_values(root, 0, &mut ranges);
    // What came through an alias stands once and is met several times.
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.dedup();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        let (Some(before), true) = (text.get(at..range.start), range.end >= at) else { continue };
        out.push_str(before);
        out.push_str("\"\"");
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Some(out)
}

fn private_values(node: &Node, depth: usize, out: &mut Vec<Range<usize>>) {
    if depth > DEPTH {
        return;
    }
    match &node.kind {
        Kind::Scalar { .. } => {}
        Kind::Sequence(items) => items.iter().for_each(|item| private_values(item, depth + 1, out)),
        Kind::Mapping(entries) => {
            for entry in entries {
                if !PRIVATE.contains(&entry.key.as_str()) {
                    private_values(&entry.value, depth + 1, out);
                } else if !entry.value.is_null() && !entry.value.span.range().is_empty() {
                    out.push(entry.value.span.range());
                }
            }
        }
    }
}

fn of_node(node: &Node, private: bool, depth: usize) -> Value {
    match &node.kind {
        _ if node.is_null() || depth > DEPTH => Value::Null,
        _ if private => Value::String(String::new()),
        Kind::Scalar { text, .. } => Value::String(text.clone()),
        Kind::Sequence(items) => {
            Value::Array(items.iter().map(|item| of_node(item, false, depth + 1)).collect())
        }
        Kind::Mapping(entries) => {
            let entries = entries.iter().map(|entry| {
                let private = PRIVATE.contains(&entry.key.as_str());
                (entry.key.clone(), of_node(&entry.value, private, depth + 1))
            });
            Value::Object(entries.collect())
        }
    }
}

fn of_tree(tree: &Out<'_>) -> Value {
    match tree {
        Out::Str(text) | Out::Folded(text) | Out::Plain(text) => Value::String(text.clone().into_owned()),
        Out::Seq(items) => Value::Array(items.iter().map(of_tree).collect()),
        Out::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone().into_owned(), of_tree(value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

/// The four kinds, and further ones that have groups.
fn tree(site: &Site) -> Out<'_> {
    let community = site.community();
    let lists = community.kinds.iter().map(|kind| {
        let groups: Vec<Out<'_>> = community.groups_of(kind).map(group).collect();
        (kind, groups)
    });
    let kept = lists.filter(|(kind, groups)| !kind.declared || !groups.is_empty());
    Out::Map(kept.map(|(kind, groups)| (Cow::Borrowed(kind.key.as_str()), Out::Seq(groups))).collect())
}

/// A mapping under construction, in the order of the schema.
#[derive(Default)]
struct Entries<'a>(Vec<(Cow<'a, str>, Out<'a>)>);

impl<'a> Entries<'a> {
    fn always(mut self, key: &'a str, text: &'a Text) -> Self {
        self.0.push((key.into(), Out::str(text.as_str())));
        self
    }

    fn filled(self, key: &'a str, text: &'a Text) -> Self {
        if text.is_empty() { self } else { self.always(key, text) }
    }

    fn list(mut self, key: &'a str, items: impl Iterator<Item = Out<'a>>) -> Self {
        self.0.push((key.into(), Out::Seq(items.collect())));
        self
    }

    fn filled_list(self, key: &'a str, items: impl Iterator<Item = Out<'a>>) -> Self {
        let mut items = items.peekable();
        if items.peek().is_some() { self.list(key, items) } else { self }
    }

    fn value(mut self, key: &'a str, value: Option<Out<'a>>) -> Self {
        self.0.extend(value.map(|value| (key.into(), value)));
        self
    }

    fn done(self) -> Out<'a> {
        Out::Map(self.0)
    }
}

fn group(group: &Group) -> Out<'_> {
    let leadership = Entries::default()
        .list("chairs", group.leadership.chairs.iter().map(person))
        .filled_list("tech_leads", group.leadership.tech_leads.iter().map(person))
        .filled_list("emeritus_leads", group.leadership.emeritus_leads.iter().map(person))
        .done();
    let mission = group.mission_statement.non_empty().map(Out::folded);
    Entries::default()
        .always("dir", &group.dir)
        .filled("prefix", &group.prefix)
        .always("name", &group.name)
        .value("mission_statement", mission)
        .filled("charter_link", &group.charter_link)
        .filled_list("stakeholder_sigs", group.stakeholder_sigs.iter().map(|name| Out::str(name.as_str())))
        .always("label", &group.label)
        .value("leadership", Some(leadership))
        .list("meetings", group.meetings.iter().map(meeting))
        .value("contact", Some(contact(&group.contact)))
        .filled_list("subprojects", group.subprojects.iter().map(subproject))
        .done()
}

fn person(person: &Person) -> Out<'_> {
    Entries::default()
        .always("github", &person.github)
        .always("name", &person.name)
        .filled("company", &person.company)
        .done()
}

fn meeting(meeting: &Meeting) -> Out<'_> {
    Entries::default()
        .always("description", &meeting.description)
        .always("day", &meeting.day)
        .always("time", &meeting.time)
        .always("tz", if meeting.tz.is_empty() { &meeting.timezone } else { &meeting.tz })
        .always("frequency", &meeting.frequency)
        .filled("url", &meeting.url)
        .filled("archive_url", &meeting.archive_url)
        .filled("recordings_url", &meeting.recordings_url)
        .filled("calendar_url", &meeting.calendar_url)
        .done()
}

fn contact(contact: &Contact) -> Out<'_> {
    let teams = contact.teams.iter();
    let teams = teams.map(|team| {
        Entries::default().always("name", &team.name).filled("description", &team.description).done()
    });
    Entries::default()
        .filled("slack", &contact.slack)
        .filled("mailing_list", &contact.mailing_list)
        .filled_list("teams", teams)
        .value("liaison", contact.liaison.as_ref().map(person))
        .done()
}

fn subproject(subproject: &Subproject) -> Out<'_> {
    Entries::default()
        .always("name", &subproject.name)
        .filled("description", &subproject.description)
        .value("contact", subproject.contact.as_ref().map(contact))
        .list("owners", subproject.owners.iter().map(|url| Out::str(url.as_str())))
        .filled_list("leads", subproject.leads.iter().map(person))
        .filled_list("meetings", subproject.meetings.iter().map(meeting))
        .done()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use folkmoot_model::{MemoryFiles, load};

    use super::*;
    use crate::Options;

    fn site(files: MemoryFiles) -> Site {
        let (community, _) = load(&files);
        Site::new(community, Arc::new(files), Options::default())
    }

    #[test]
    fn the_repositorys_own_file_is_given_as_it_is_but_for_private_values() {
        let text = "# Ours\nsigs:\n- dir: sig-a\n  name: A # first\n  leadership:\n    chairs:\n    - {github: ana, \
                    name: Ana, email: ana@example.org}\n    - github: bo\n      email: &e 'bo@example.org' # keep\n      \
                    x: *e\n  contact:\n    private_mailing_list: a@example.org\n    mailing_list: list@example.org\n";
        let site = site(MemoryFiles::new().with("sigs.yaml", text));
        let expected = text
            .replace("ana@example.org", "\"\"")
            .replace("'bo@example.org'", "\"\"")
            .replace(": a@example.org", ": \"\"");
        assert_eq!(yaml(&site), expected);
        let json: Value = serde_json::from_slice(&json(&site)).expect("JSON");
        assert_eq!(json["sigs"][0]["leadership"]["chairs"][0]["email"], "");
        assert_eq!(json["sigs"][0]["contact"]["mailing_list"], "list@example.org");
    }

    #[test]
    fn groups_with_files_of_their_own_are_written_as_one() {
        let group = "name: A\nleadership:\n  chairs: [{github: ana, name: Ana, email: ana@example.org}]\n";
        let site = site(MemoryFiles::new().with("sig-a/group.yaml", group));
        let expected = "sigs:\n  - dir: sig-a\n    name: A\n    label: \"\"\n    leadership:\n      chairs:\n        \
                        - github: ana\n          name: Ana\n    meetings: []\n    contact: {}\nworkinggroups: []\n\
                        usergroups: []\ncommittees: []\n";
        assert_eq!(yaml(&site), expected);
        let json: Value = serde_json::from_slice(&json(&site)).expect("JSON");
        assert_eq!(json["sigs"][0]["leadership"]["chairs"][0]["github"], "ana");
    }
}
