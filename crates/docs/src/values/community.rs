//! The whole record in a template.

use folkmoot_gotemplate::{Object, Record as Fields, Value};
use folkmoot_model::{Channel, Community};

use super::group::{GroupView, kind};
use super::{extra, go, links, person, text};
use crate::record::Record;

/// The generator's `Context`: what lists and `OWNERS_ALIASES` are made from.
pub(crate) struct ContextView<'a>(pub(crate) &'a Record<'a>);

impl<'a> Object<'a> for ContextView<'a> {
    fn type_name(&self) -> &str {
        "main.Context"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Sigs", "WorkingGroups", "UserGroups", "Committees", "GBRep"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let record = self.0;
        Some(match name {
            "Sigs" => GroupView::list(record.groups("sigs")),
            "WorkingGroups" | "Workinggroups" => GroupView::list(record.groups("workinggroups")),
            "UserGroups" | "Usergroups" => GroupView::list(record.groups("usergroups")),
            "Committees" => GroupView::list(record.groups("committees")),
            "GBRep" => person(record.community.gb_rep.as_ref()),
            "Kinds" => Value::list_of(&record.kinds, go("main.KindOfGroups"), |of_kind| {
                let fields = Fields::new("main.KindOfGroups")
                    .with("Kind", kind(of_kind.kind))
                    .with("Groups", GroupView::list(&of_kind.groups));
                Value::object(fields)
            }),
            "Community" => Value::object(CommunityView(record.community)),
            _ => return None,
        })
    }
}

/// What KubeVirt's generator hands to its list: the record one level down, as `.Sigs`.
pub(crate) struct KubevirtView<'a>(pub(crate) &'a Record<'a>);

impl<'a> Object<'a> for KubevirtView<'a> {
    fn type_name(&self) -> &str {
        "main.SigListTemplateData"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Sigs"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        (name == "Sigs").then(|| Value::pointer(ContextView(self.0)))
    }
}

/// What holds for the community as a whole.
pub(crate) struct CommunityView<'a>(pub(crate) &'a Community);

impl<'a> Object<'a> for CommunityView<'a> {
    fn type_name(&self) -> &str {
        "main.Community"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Name", "Description", "Homepage", "GithubOrg", "SlackWorkspace"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let community = self.0;
        Some(match name {
            "Name" => text(&community.name),
            "Description" => text(&community.description),
            "Homepage" => text(&community.homepage),
            "GithubOrg" => text(&community.github_org),
            "SlackWorkspace" => text(&community.slack_workspace),
            "Logo" => text(&community.logo),
            "DataFile" => Value::text(community.profile.data_file.as_str()),
            "ListFile" => Value::text(community.profile.list_file.as_str()),
            "Links" => links(&community.links),
            "Channels" => Value::list_of(&community.channels, go("main.Channel"), channel),
            "LanguageChannels" => {
                Value::list_of(&community.language_channels, go("main.LanguageChannel"), |spoken| {
                    let fields = Fields::new("main.LanguageChannel")
                        .with("Language", spoken.language.as_str())
                        .with("Channel", channel(&spoken.channel));
                    Value::object(fields)
                })
            }
            "Extra" => extra(&community.extra),
            _ => return None,
        })
    }
}

fn channel(channel: &Channel) -> Value<'_> {
    let fields = Fields::new("main.Channel")
        .with("Title", channel.title.as_str())
        .with("Service", channel.service.as_str())
        .with("Name", channel.name.as_str())
        .with("URL", channel.url.as_str());
    Value::object(fields)
}
