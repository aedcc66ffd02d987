//! How to reach a group or a subproject.

use folkmoot_yaml::Node;

use super::fields::Fields;
use super::links;
use super::person::person;
use super::reader::Reader;
use crate::{Contact, GithubTeam};

/// The contact under `node`; `None` for null.
pub(super) fn contact(reader: &mut Reader, node: &Node) -> Option<Contact> {
    let mut fields = Fields::open(reader, "contact", "a contact", node)?;
    let mut contact = Contact {
        slack: fields.text(reader, "slack"),
        mailing_list: fields.text(reader, "mailing_list"),
        private_mailing_list: fields.text(reader, "private_mailing_list"),
        teams: fields.list(reader, "teams", "a list of teams", team),
        liaison: fields.node("liaison").and_then(|node| person(reader, "liaison", node)),
        ..Contact::empty(node.span)
    };
    fields.own_keys_follow();
    contact.discord = fields.text(reader, "discord");
    contact.forum = fields.text(reader, "forum");
    contact.links = links::links(reader, &mut fields, "links");
    contact.extra = fields.finish(reader);
    Some(contact)
}

fn team(reader: &mut Reader, node: &Node) -> Option<GithubTeam> {
    let mut fields = Fields::open(reader, "teams", "a team", node)?;
    Some(GithubTeam {
        name: fields.text(reader, "name"),
        description: fields.text(reader, "description"),
        span: node.span,
        extra: fields.finish(reader),
    })
}
