//! Links: an address alone, a title with an address, or a list of either.

use folkmoot_yaml::Node;

use super::fields::Fields;
use super::reader::Reader;
use crate::{Link, Text, Topic};

/// The links under `key`: one or several.
pub(super) fn links(reader: &mut Reader, fields: &mut Fields<'_>, key: &'static str) -> Vec<Link> {
    fields.node(key).map_or_else(Vec::new, |node| one_or_more(reader, key, node, Topic::Other))
}

/// One link or a list of them.
pub(super) fn one_or_more(reader: &mut Reader, key: &str, node: &Node, topic: Topic) -> Vec<Link> {
    match node.items() {
        Some(_) => reader.list(key, "a list of links", node, |reader, item| link(reader, key, item, topic)),
        None if node.is_null() => Vec::new(),
        None => link(reader, key, node, topic).into_iter().collect(),
    }
}

fn link(reader: &mut Reader, key: &str, node: &Node, topic: Topic) -> Option<Link> {
    if let Some(url) = node.as_str() {
        return Some(Link { topic, title: Text::absent(node.span), url: Text::new(url, node.span) });
    }
    let mut fields = Fields::open(reader, key, "a link", node)?;
    let link = Link {
        title: fields.text(reader, "title"),
        url: fields.text(reader, "url"),
        topic: fields.text(reader, "topic").non_empty().map_or(topic, Topic::named),
    };
    fields.finish(reader);
    Some(link)
}

impl Topic {
    /// The topic of that name as `community.yaml` writes it; anything else is [`Topic::Other`].
    pub fn named(name: &str) -> Self {
        match name {
            "code_of_conduct" => Self::CodeOfConduct,
            "contributing" => Self::Contributing,
            "development" => Self::Development,
            "programme" | "programmes" => Self::Programme,
            _ => Self::Other,
        }
    }
}
