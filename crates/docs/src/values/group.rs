//! A group in a template.

use folkmoot_diagnostics::Span;
use folkmoot_gotemplate::{CallError, Map, Object, Record, Signature, Type, Value};
use folkmoot_model::{Group, GroupKind};

use super::community::CommunityView;
use super::contact::ContactView;
use super::leadership::LeadershipView;
use super::meeting::meetings;
use super::names::{NameView, dir_name};
use super::subproject::SubprojectView;
use super::{PersonView, date, extra, go, links, text};
use crate::own_functions::one_line;
use crate::record::GroupRecord;

/// What a group is shown for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Purpose {
    /// Its page: `.Prefix` is what the record says.
    Page,
    /// Its line in a list: the same, and it has the methods that Go gives a struct inside of others alone.
    Line,
    /// Its annual report: `.Prefix` is the kind's, as the generator sets it then.
    AnnualReport,
}

pub(crate) struct GroupView<'a> {
    pub(crate) record: &'a GroupRecord<'a>,
    pub(crate) purpose: Purpose,
}

impl<'a> GroupView<'a> {
    pub(crate) fn list(groups: &'a [GroupRecord<'a>]) -> Value<'a> {
        Value::list_of(groups, go("main.Group"), |record| {
            Value::object(Self { record, purpose: Purpose::Line })
        })
    }
}

impl<'a> Object<'a> for GroupView<'a> {
    fn type_name(&self) -> &str {
        "main.Group"
    }

    fn field_names(&self) -> &[&'static str] {
        &[
            "Dir",
            "Prefix",
            "Name",
            "MissionStatement",
            "CharterLink",
            "ReportingWGs",
            "StakeholderSIGs",
            "Label",
            "Leadership",
            "Meetings",
            "Contact",
            "Subprojects",
            "KEPs",
        ]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let record = self.record;
        let group = record.group;
        let community = record.community;
        Some(match name {
            "Dir" => text(&group.dir),
            "Prefix" => match self.purpose {
                Purpose::Page | Purpose::Line => text(&group.prefix),
                Purpose::AnnualReport => Value::text(group.kind.prefix.as_str()),
            },
            "Name" => text(&group.name),
            "MissionStatement" => Value::object(folded(group)),
            "CharterLink" => text(&group.charter_link),
            "ReportingWGs" => NameView::of_working_groups(&record.reporting_wgs),
            "StakeholderSIGs" => NameView::of_sigs(&record.stakeholder_sigs),
            "Label" => text(&group.label),
            "Leadership" if is_absent_pointer(record, group.leadership.span) => {
                Value::nil_pointer(go("main.LeadershipGroup"))
            }
            "Leadership" => {
                // A pointer in KubeVirt's structs.
                let has_methods = self.purpose == Purpose::Line || community.profile.name == "kubevirt";
                Value::object(LeadershipView { record, has_methods })
            }
            "Meetings" => meetings(&record.meetings),
            "Contact" if is_absent_pointer(record, group.contact.span) => {
                Value::nil_pointer(go("main.Contact"))
            }
            "Contact" => Value::object(ContactView { community, record: &record.contact }),
            "Subprojects" | "SubProjects" => {
                Value::list_of(&record.subprojects, go("main.Subproject"), move |record| {
                    Value::object(SubprojectView { community, record })
                })
            }
            "KEPs" => Value::Map(Map::nil(Type::Text, Type::list(go("api.Proposal")))),
            _ => return own_field(record, name),
        })
    }

    fn method(&self, name: &str) -> Option<Signature> {
        let is_one = self.purpose == Purpose::Line && matches!(name, "DirName" | "LabelName");
        is_one.then(|| Signature::of([Type::Text]))
    }

    fn call(&self, name: &str, arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        let [Value::Text(prefix)] = arguments else {
            return Err(CallError::new(format!("{name} takes a prefix")));
        };
        let prefix = prefix.to_str();
        let dir = dir_name(&prefix, &self.record.group.name);
        match name {
            "LabelName" => Ok(Value::text(dir.replacen(&format!("{prefix}-"), "", 1))),
            _ => Ok(Value::text(dir)),
        }
    }
}

/// Whether a part of the group is a nil pointer: KubeVirt's structs have pointers where Kubernetes' have structs.
/// What is absent has the place of its group.
fn is_absent_pointer(record: &GroupRecord<'_>, part: Span) -> bool {
    record.community.profile.name == "kubevirt" && part == record.group.span
}

/// What the generator does not know.
fn own_field<'a>(record: &'a GroupRecord<'a>, name: &str) -> Option<Value<'a>> {
    let group = record.group;
    Some(match name {
        "Kind" => kind(&group.kind),
        "Title" => Value::text(group.title()),
        "ID" => Value::text(group.id()),
        "Page" => Value::text(record.page()),
        "HasMeetings" => {
            let own = !record.meetings.is_empty();
            Value::Bool(own || record.subprojects.iter().any(|subproject| !subproject.meetings.is_empty()))
        }
        "Summary" => Value::text(summary(&group.mission_statement)),
        "Scope" => text(&group.scope),
        "Members" => {
            Value::list_of(&group.members, go("main.Person"), |person| Value::object(PersonView(person)))
        }
        "DesignDocs" => links(&group.design_docs),
        "Roadmap" => links(&group.roadmap),
        "Todo" => links(&group.todo),
        "Links" => links(&group.links),
        "Notes" => links(&group.notes),
        "Status" => status(group),
        "Community" => Value::object(CommunityView(record.community)),
        "Extra" => extra(&group.extra),
        _ => return None,
    })
}

/// The generator's `FoldedString`: a text of its own type.
fn folded(group: &Group) -> Record<'_> {
    Record::named("main.FoldedString", text(&group.mission_statement))
}

pub(crate) fn kind(kind: &GroupKind) -> Value<'_> {
    let record = Record::new("main.Kind")
        .with("Key", kind.key.as_str())
        .with("Prefix", kind.prefix.as_str())
        .with("Short", kind.short.as_str())
        .with("Singular", kind.singular.as_str())
        .with("Plural", kind.plural.as_str())
        .with("Declared", kind.declared);
    Value::object(record)
}

fn status(group: &Group) -> Value<'_> {
    let Some(status) = &group.status else { return Value::nil_pointer(go("main.Status")) };
    let record = Record::new("main.Status")
        .with("State", status.state.as_str())
        .with("Since", date(status.since))
        .with("Until", date(status.until))
        .with("Reason", status.reason.as_str());
    Value::pointer(record)
}

/// The first sentence of the mission on one line, for tables.
fn summary(mission: &str) -> String {
    let line = one_line(mission);
    let ends = |(at, _): &(usize, &str)| {
        let word = line[..*at].rsplit([' ', '(', ',']).next().unwrap_or_default();
        let goes_on = line[at + 2..].starts_with(char::is_lowercase);
        !goes_on && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
    };
    let end = line.match_indices(". ").find(ends).map_or(line.len(), |(at, _)| at + 1);
    line[..end].to_owned()
}

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 12] =
    ["e.g", "i.e", "eg", "ie", "cf", "vs", "incl", "resp", "approx", "dr", "mr", "ms"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_the_first_sentence() {
        for (mission, first) in [
            ("Looks after docs. Also after the web.", "Looks after docs."),
            ("Owns tools,\n  e.g. Ana's editor. And more.", "Owns tools, e.g. Ana's editor."),
            ("Owns docs etc. and the web. More.", "Owns docs etc. and the web."),
            ("All of it", "All of it"),
        ] {
            assert_eq!(summary(mission), first);
        }
    }
}
