//! The draft as files of a community repository, in the order and style that `folkmoot fmt` keeps.

use std::collections::BTreeMap;

use folkmoot_model::FileSet;
use folkmoot_yaml::{Out, Style, emit_faithfully};

use crate::draft::{
    Channel, CommunityLink, Draft, Group, Key, Link, Meeting, Seat, Shelf, Sourced, Subproject,
};
use crate::kind;
use crate::link::from_dir;
use crate::people::Person;
use crate::role::Role;

type Entries<'a> = Vec<(std::borrow::Cow<'a, str>, Out<'a>)>;

/// Writes the files that hold something: `community.yaml`, `people.yaml`, `sigs.yaml`.
pub(crate) fn files(draft: &Draft) -> FileSet {
    let mut files = FileSet::new();
    let mut add = |path: &str, root: Entries<'_>| {
        files.insert(path.to_owned(), emit_faithfully(&Out::Map(root), &Style::GO_YAML_3).into_bytes());
    };
    let community = community(draft);
    if !community.is_empty() {
        add("community.yaml", community);
    }
    let people = people(draft);
    if !people.is_empty() {
        add("people.yaml", vec![("people".into(), Out::Seq(people))]);
    }
    if !draft.groups.is_empty() {
        add("sigs.yaml", groups(draft));
    }
    files
}

/// Adds a text that is there.
fn put<'a>(entries: &mut Entries<'a>, key: &'static str, value: &'a str) {
    if !value.is_empty() {
        entries.push((key.into(), Out::str(value)));
    }
}

fn put_list<'a>(entries: &mut Entries<'a>, key: &'static str, items: Vec<Out<'a>>) {
    if !items.is_empty() {
        entries.push((key.into(), Out::Seq(items)));
    }
}

fn community(draft: &Draft) -> Entries<'_> {
    let mut out = Entries::new();
    if let Some(name) = &draft.name {
        put(&mut out, "name", &name.value);
    }
    if let Some(workspace) = draft.main_workspace() {
        put(&mut out, "slack_workspace", workspace);
    }
    let links = community_links(draft);
    if !links.is_empty() {
        out.push(("links".into(), Out::Map(links)));
    }
    put_list(
        &mut out,
        "channels",
        draft.channels.iter().map(|channel| self::channel(channel, "title")).collect(),
    );
    let languages =
        draft.language_channels.iter().map(|channel| self::channel(channel, "language")).collect();
    put_list(&mut out, "language_channels", languages);
    let declared: Vec<Out<'_>> = kind::all()
        .into_iter()
        .filter(|kind| kind.declared && draft.groups.iter().any(|group| group.kind.get().key == kind.key))
        .map(|kind| {
            let pairs = [
                ("key", kind.key),
                ("prefix", kind.prefix),
                ("short", kind.short),
                ("singular", kind.singular),
                ("plural", kind.plural),
            ];
            Out::Map(pairs.into_iter().map(|(key, value)| (key.into(), Out::str(value))).collect())
        })
        .collect();
    put_list(&mut out, "kinds", declared);
    out
}

/// Links by topic, in the order topics were met.
fn community_links(draft: &Draft) -> Entries<'_> {
    let mut topics: Vec<(&str, Vec<Out<'_>>)> = Vec::new();
    for CommunityLink { topic, link } in &draft.links {
        let topic = if *topic == "programme" { "programmes" } else { topic };
        let mut out = Entries::new();
        put(&mut out, "title", &link.title);
        put(&mut out, "url", &link.url);
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, links)) => links.push(Out::Map(out)),
            None => topics.push((topic, vec![Out::Map(out)])),
        }
    }
    topics
        .into_iter()
        .map(|(topic, mut links)| {
            let alone = links.len() == 1 && topic != "programmes";
            let value = if alone { links.remove(0) } else { Out::Seq(links) };
            (topic.to_owned().into(), value)
        })
        .collect()
}

fn channel<'a>(channel: &'a Channel, first: &'static str) -> Out<'a> {
    let mut out = Entries::new();
    put(&mut out, first, &channel.title);
    put(&mut out, "service", &channel.service);
    put(&mut out, "name", &channel.name);
    put(&mut out, "url", &channel.url);
    Out::Map(out)
}

/// People of whom the register knows more than the groups do: their account number.
fn people(draft: &Draft) -> Vec<Out<'_>> {
    let mut names: BTreeMap<String, &Person> = BTreeMap::new();
    for seat in draft.groups.iter().flat_map(|group| &group.seats) {
        names.entry(seat.value.person.github.to_lowercase()).or_insert(&seat.value.person);
    }
    let mut out: Vec<(&str, Out<'_>)> = Vec::new();
    for (handle, account) in &draft.accounts {
        let Some(person) = names.get(handle) else { continue };
        let mut entries = Entries::new();
        put(&mut entries, "github", &person.github);
        entries.push(("github_id".into(), Out::Plain(account.to_string().into())));
        put(&mut entries, "name", &person.name);
        out.push((&person.github, Out::Map(entries)));
    }
    out.sort_by(|a, b| a.0.cmp(b.0));
    out.into_iter().map(|(_, person)| person).collect()
}

/// The four lists, which are written even when empty, and those of declared kinds.
fn groups(draft: &Draft) -> Entries<'_> {
    let mut out = Entries::new();
    for kind in kind::all() {
        let mut groups: Vec<&Group> =
            draft.groups.iter().filter(|group| group.kind.get().key == kind.key).collect();
        groups.sort_by(|a, b| a.dir.cmp(&b.dir));
        if kind.declared && groups.is_empty() {
            continue;
        }
        out.push((kind.key.into(), Out::Seq(groups.into_iter().map(group).collect())));
    }
    out
}

fn group(group: &Group) -> Out<'_> {
    let mut out: Entries<'_> =
        vec![("dir".into(), Out::str(&*group.dir)), ("name".into(), Out::str(group.text(Key::Name)))];
    if !group.text(Key::Mission).is_empty() {
        out.push((
            "mission_statement".into(),
            Out::folded(format!("{}\n", group.text(Key::Mission).trim_end())),
        ));
    }
    put(&mut out, "charter_link", group.text(Key::Charter));
    let mut stakeholders: Vec<&str> = group.stakeholders.iter().map(String::as_str).collect();
    stakeholders.sort_unstable();
    put_list(&mut out, "stakeholder_sigs", stakeholders.into_iter().map(Out::str).collect());
    out.push(("label".into(), Out::str(group.text(Key::Label))));
    out.push(("leadership".into(), leadership(&group.seats)));
    out.push((
        "meetings".into(),
        Out::Seq(meetings(group.meetings.iter().map(|meeting| &meeting.value), &group.dir)),
    ));
    out.push(("contact".into(), contact(group)));
    put_list(&mut out, "subprojects", subprojects(group));
    put(&mut out, "scope", group.text(Key::Scope));
    put_list(&mut out, "members", seated(&group.seats, &Role::Member));
    for shelf in [Shelf::DesignDocs, Shelf::Roadmap, Shelf::Todo, Shelf::Notes, Shelf::Links] {
        put_list(
            &mut out,
            shelf.name(),
            links(group.shelf(shelf).iter().map(|link| &link.value), &group.dir),
        );
    }
    Out::Map(out)
}

fn leadership(seats: &[Sourced<Seat>]) -> Out<'_> {
    let mut out: Entries<'_> = vec![("chairs".into(), Out::Seq(seated(seats, &Role::Chair)))];
    put_list(&mut out, "tech_leads", seated(seats, &Role::TechLead));
    put_list(&mut out, "emeritus_leads", seated(seats, &Role::Emeritus));
    let mut further: Vec<&Role> =
        seats.iter().map(|seat| &seat.value.role).filter(|role| matches!(role, Role::Further(_))).collect();
    further.sort();
    further.dedup();
    for role in further {
        let Role::Further(key) = role else { continue };
        out.push((key.into(), Out::Seq(seated(seats, role))));
    }
    Out::Map(out)
}

fn seated<'a>(seats: &'a [Sourced<Seat>], role: &Role) -> Vec<Out<'a>> {
    let mut people: Vec<&Person> =
        seats.iter().filter(|seat| seat.value.role == *role).map(|seat| &seat.value.person).collect();
    people.sort_by(|a, b| (&a.github, &a.name).cmp(&(&b.github, &b.name)));
    people.dedup_by(|a, b| a.key() == b.key());
    people.into_iter().map(person).collect()
}

fn person(person: &Person) -> Out<'_> {
    // Pages show names; whoever is known by the handle alone is called by it.
    let name = if person.name.is_empty() { &person.github } else { &person.name };
    let mut out: Entries<'_> =
        vec![("github".into(), Out::str(&*person.github)), ("name".into(), Out::str(name.as_str()))];
    put(&mut out, "company", &person.company);
    put(&mut out, "email", &person.email);
    Out::Map(out)
}

fn meetings<'a>(found: impl Iterator<Item = &'a Meeting>, dir: &'a str) -> Vec<Out<'a>> {
    let mut found: Vec<&Meeting> = found.collect();
    found.sort_by(|a, b| a.description.cmp(&b.description));
    found.into_iter().map(|found| meeting(found, dir)).collect()
}

fn meeting<'a>(meeting: &'a Meeting, dir: &str) -> Out<'a> {
    let schedule = &meeting.schedule;
    let always = [
        ("description", &meeting.description),
        ("day", &schedule.day),
        ("time", &schedule.time),
        ("tz", &schedule.tz),
        ("frequency", &schedule.frequency),
    ];
    let mut out: Entries<'_> =
        always.into_iter().map(|(key, value)| (key.into(), Out::str(value.as_str()))).collect();
    for (key, url) in [
        ("url", &meeting.url),
        ("archive_url", &meeting.archive_url),
        ("recordings_url", &meeting.recordings_url),
        ("calendar_url", &meeting.calendar_url),
    ] {
        if !url.is_empty() {
            out.push((key.into(), Out::str(from_dir(dir, url))));
        }
    }
    put(&mut out, "starts", &schedule.starts);
    put(&mut out, "timezone", &schedule.timezone);
    put(&mut out, "duration", &schedule.duration);
    put(&mut out, "room", &meeting.room);
    Out::Map(out)
}

fn contact(group: &Group) -> Out<'_> {
    let mut out = Entries::new();
    put(&mut out, "slack", group.text(Key::Slack));
    put(&mut out, "mailing_list", group.text(Key::MailingList));
    put(&mut out, "private_mailing_list", group.text(Key::PrivateMailingList));
    let mut teams: Vec<&(String, String)> = group.teams.iter().collect();
    teams.sort();
    let teams = teams.into_iter().map(|(name, description)| {
        let mut out: Entries<'_> = vec![("name".into(), Out::str(name.as_str()))];
        put(&mut out, "description", description);
        Out::Map(out)
    });
    put_list(&mut out, "teams", teams.collect());
    if let Some(liaison) = group.seats.iter().find(|seat| seat.value.role == Role::Liaison) {
        out.push(("liaison".into(), person(&liaison.value.person)));
    }
    // Folkmoot's own keys stand behind those of the Kubernetes schema.
    put(&mut out, "discord", group.text(Key::Discord));
    put(&mut out, "forum", group.text(Key::Forum));
    put_list(
        &mut out,
        "links",
        links(group.shelf(Shelf::Contact).iter().map(|link| &link.value), &group.dir),
    );
    Out::Map(out)
}

fn subprojects(group: &Group) -> Vec<Out<'_>> {
    let mut found: Vec<&Subproject> = group.subprojects.iter().collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found.dedup_by(|a, b| a.name == b.name);
    found.into_iter().map(|project| subproject(project, &group.dir)).collect()
}

fn subproject<'a>(project: &'a Subproject, dir: &'a str) -> Out<'a> {
    let mut out: Entries<'_> = vec![("name".into(), Out::str(&*project.name))];
    put(&mut out, "description", &project.description);
    let mut owners: Vec<&str> = project.owners.iter().map(String::as_str).collect();
    owners.sort_unstable();
    out.push(("owners".into(), Out::Seq(owners.into_iter().map(Out::str).collect())));
    put_list(&mut out, "meetings", meetings(project.meetings.iter(), dir));
    put_list(&mut out, "links", links(project.links.iter(), dir));
    Out::Map(out)
}

fn links<'a>(found: impl Iterator<Item = &'a Link>, dir: &str) -> Vec<Out<'a>> {
    found
        .map(|link| {
            let mut out = Entries::new();
            put(&mut out, "title", &link.title);
            out.push(("url".into(), Out::str(from_dir(dir, &link.url))));
            Out::Map(out)
        })
        .collect()
}
