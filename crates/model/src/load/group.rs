//! Groups and what they own.

use std::sync::Arc;

use folkmoot_diagnostics::Span;
use folkmoot_yaml::Node;

use super::fields::Fields;
use super::meeting::meetings;
use super::person::{people, people_or_handles};
use super::reader::Reader;
use super::{contact, leadership, links};
use crate::{Contact, Group, GroupKind, Leadership, RoleList, Status, Subproject, Text};

/// One group of `kind`.
pub(super) fn group(reader: &mut Reader, kind: &Arc<GroupKind>, node: &Node) -> Option<Group> {
    let mut fields = Fields::open(reader, &kind.key, "a group", node)?;
    let mut group = Group::empty(Arc::clone(kind), node.span);
    group.dir = fields.text(reader, "dir");
    group.name = fields.text(reader, "name");
    reader.group = Some(group.dir.to_string());
    group.prefix = fields.text(reader, "prefix");
    group.mission_statement = fields.text(reader, "mission_statement");
    group.charter_link = fields.text(reader, "charter_link");
    group.stakeholder_sigs = fields.texts(reader, "stakeholder_sigs", "a list of names");
    group.label = fields.text(reader, "label");
    if let Some(found) = fields.node("leadership").and_then(|node| leadership::leadership(reader, node)) {
        group.leadership = found;
    }
    group.meetings = meetings(reader, &mut fields);
    if let Some(found) = fields.node("contact").and_then(|node| contact::contact(reader, node)) {
        group.contact = found;
    }
    group.subprojects = fields.list(reader, "subprojects", "a list of subprojects", subproject);
    let proposals = fields.take("keps");
    fields.own_keys_follow();
    own_keys(reader, &mut fields, &mut group);
    group.extra = fields.finish(reader);
    if let Some(entry) = proposals {
        let key = Text::new(&*entry.key, entry.key_span);
        group.extra.push(crate::Extra { key, value: entry.value.clone() });
    }
    reader.group = None;
    Some(group)
}

/// What Folkmoot adds to the Kubernetes schema, and what other communities do.
fn own_keys(reader: &mut Reader, fields: &mut Fields<'_>, group: &mut Group) {
    group.scope = fields.text(reader, "scope");
    group.members = people_or_handles(reader, fields, "members");
    group.design_docs = links::links(reader, fields, "design_docs");
    group.roadmap = links::links(reader, fields, "roadmap");
    group.todo = links::links(reader, fields, "todo");
    group.notes = links::links(reader, fields, "notes");
    group.links = links::links(reader, fields, "links");
    group.status = fields.node("status").and_then(|node| status(reader, node));
    // KubeVirt's: a description in place of a mission, leads beside the leadership.
    let description = fields.text(reader, "description");
    if let Some(text) = description.non_empty().filter(|_| group.mission_statement.is_empty()) {
        group.mission_statement = Text::derived(text, description.span());
    }
    let role = fields.take("leads").map(|entry| Text::new("leads", entry.key_span));
    if let Some(role) = role {
        group.leadership.further.push(RoleList { role, people: people(reader, fields, "leads") });
    }
    // Cilium's: one address for chat.
    let chat = fields.text(reader, "chat_link");
    let place = if chat.contains("discord.") { &mut group.contact.discord } else { &mut group.contact.slack };
    if let Some(text) = chat.non_empty().filter(|_| place.is_empty()) {
        *place = Text::derived(text, chat.span());
    }
}

fn status(reader: &mut Reader, node: &Node) -> Option<Status> {
    if let Some(state) = node.as_str().filter(|_| !node.is_null()) {
        let state = Text::new(state, node.span);
        return Some(Status { state, since: None, until: None, reason: Text::absent(node.span) });
    }
    let mut fields = Fields::open(reader, "status", "a status", node)?;
    let status = Status {
        state: fields.text(reader, "state"),
        since: fields.date(reader, "since"),
        until: fields.date(reader, "until"),
        reason: fields.text(reader, "reason"),
    };
    fields.finish(reader);
    Some(status)
}

fn subproject(reader: &mut Reader, node: &Node) -> Option<Subproject> {
    let mut fields = Fields::open(reader, "subprojects", "a subproject", node)?;
    let mut subproject = Subproject {
        name: fields.text(reader, "name"),
        description: fields.text(reader, "description"),
        contact: fields.node("contact").and_then(|node| contact::contact(reader, node)),
        owners: fields.texts(reader, "owners", "a list of links"),
        leads: people(reader, &mut fields, "leads"),
        meetings: meetings(reader, &mut fields),
        links: Vec::new(),
        span: node.span,
        extra: Vec::new(),
    };
    fields.own_keys_follow();
    subproject.links = links::links(reader, &mut fields, "links");
    subproject.extra = fields.finish(reader);
    Some(subproject)
}

impl Group {
    /// A group of which nothing is known; `span` is its mapping.
    pub fn empty(kind: Arc<GroupKind>, span: Span) -> Self {
        let absent = || Text::absent(span);
        Self {
            kind,
            dir: absent(),
            prefix: absent(),
            name: absent(),
            mission_statement: absent(),
            charter_link: absent(),
            scope: absent(),
            stakeholder_sigs: Vec::new(),
            reporting_wgs: Vec::new(),
            label: absent(),
            leadership: Leadership::empty(span),
            members: Vec::new(),
            meetings: Vec::new(),
            contact: Contact::empty(span),
            subprojects: Vec::new(),
            design_docs: Vec::new(),
            roadmap: Vec::new(),
            todo: Vec::new(),
            links: Vec::new(),
            notes: Vec::new(),
            records: Vec::new(),
            status: None,
            extra: Vec::new(),
            span,
        }
    }
}
