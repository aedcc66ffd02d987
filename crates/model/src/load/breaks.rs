//! `breaks` of `community.yaml`.

use folkmoot_yaml::Node;

use super::fields::Fields;
use super::reader::Reader;
use crate::Break;

/// One break. Without a first day there is none, which is reported.
pub(super) fn one(reader: &mut Reader, node: &Node) -> Option<Break> {
    let mut fields = Fields::open(reader, "breaks", "a break with its days", node)?;
    let name = fields.text(reader, "name");
    let first = fields.node("from").filter(|node| !node.is_null());
    if first.is_none() {
        reader.missing_date("breaks", "from", node.span);
    }
    let from = first.and_then(|node| reader.date("from", node));
    // A last day that cannot be read must not make one day of a week.
    let last = fields.node("to").filter(|node| !node.is_null());
    let to = last.map_or(from, |node| reader.date("to", node));
    let groups = fields.texts(reader, "groups", "a list of groups");
    let kinds = fields.texts(reader, "kinds", "a list of kinds");
    fields.finish(reader);
    Some(Break { name, from: from?, to: to?, groups, kinds, span: node.span })
}
