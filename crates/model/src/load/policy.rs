//! `policies`, `waivers` and `allow` of `community.yaml`.

use folkmoot_yaml::{Entry, Node};

use super::fields::Fields;
use super::reader::Reader;
use crate::{Allow, Policies, PolicyValue, Text, Waiver};

/// The three keys together.
pub(super) fn policies(reader: &mut Reader, fields: &mut Fields<'_>) -> Policies {
    let mut policies = Policies::default();
    if let Some(mut inner) =
        fields.node("policies").and_then(|node| Fields::open(reader, "policies", "policies", node))
    {
        policies.packs = inner.texts(reader, "packs", "a list of packs");
        if let Some(node) = inner.node("values") {
            values(reader, None, "values", node, &mut policies.values);
        }
        let groups =
            inner.node("groups").and_then(|node| Fields::open(reader, "groups", "groups with values", node));
        for entry in groups.map_or_else(Vec::new, |mut groups| groups.take_rest()) {
            let group = Text::new(&*entry.key, entry.key_span);
            values(reader, Some(&group), &entry.key, &entry.value, &mut policies.values);
        }
        inner.finish(reader);
    }
    policies.waivers = fields.list(reader, "waivers", "a list of waivers", waiver);
    policies.allow = fields.list(reader, "allow", "a list of checks with reasons", allow);
    policies
}

fn values(reader: &mut Reader, group: Option<&Text>, key: &str, node: &Node, out: &mut Vec<PolicyValue>) {
    let Some(mut fields) = Fields::open(reader, key, "settings with their values", node) else { return };
    for entry in fields.take_rest() {
        if reader.has_room_for::<PolicyValue>(entry.key_span) {
            out.push(policy_value(reader, group, entry, node));
        }
    }
}

fn policy_value(reader: &mut Reader, group: Option<&Text>, entry: &Entry, holder: &Node) -> PolicyValue {
    PolicyValue {
        group: group.cloned(),
        name: Text::new(&*entry.key, entry.key_span),
        value: reader.text(&entry.key, &entry.value, holder.span),
    }
}

fn waiver(reader: &mut Reader, node: &Node) -> Option<Waiver> {
    let mut fields = Fields::open(reader, "waivers", "a waiver", node)?;
    let waiver = Waiver {
        check: fields.text(reader, "check"),
        group: fields.text(reader, "group"),
        by: fields.text(reader, "by"),
        reason: fields.text(reader, "reason"),
        until: fields.date(reader, "until"),
        span: node.span,
    };
    fields.finish(reader);
    Some(waiver)
}

fn allow(reader: &mut Reader, node: &Node) -> Option<Allow> {
    let mut fields = Fields::open(reader, "allow", "a check with its reason", node)?;
    let allow = Allow {
        check: fields.text(reader, "check"),
        paths: fields.texts(reader, "paths", "a list of paths"),
        reason: fields.text(reader, "reason"),
        span: node.span,
    };
    fields.finish(reader);
    Some(allow)
}
