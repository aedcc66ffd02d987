//! How to reach a group, in a template.

use folkmoot_gotemplate::{Object, Value};
use folkmoot_model::{Community, GithubTeam, Text};

use super::{extra, go, links, person, text};
use crate::own_functions::is_link;
use crate::record::ContactRecord;

pub(crate) struct ContactView<'a> {
    pub(crate) community: &'a Community,
    pub(crate) record: &'a ContactRecord<'a>,
}

impl<'a> Object<'a> for ContactView<'a> {
    fn type_name(&self) -> &str {
        "main.Contact"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Slack", "MailingList", "PrivateMailingList", "GithubTeams", "Liaison"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let ContactRecord { contact, teams } = self.record;
        Some(match name {
            "Slack" => text(&contact.slack),
            "MailingList" => text(&contact.mailing_list),
            "PrivateMailingList" => text(&contact.private_mailing_list),
            "GithubTeams" | "Teams" => {
                let community = self.community;
                Value::list_of(teams, go("main.GithubTeam"), move |&team| {
                    Value::object(TeamView { community, team })
                })
            }
            "Liaison" => person(contact.liaison.as_ref()),
            "Discord" => text(&contact.discord),
            "Forum" => text(&contact.forum),
            "Links" => links(&contact.links),
            "SlackName" => Value::text(channel_name(&contact.slack)),
            "SlackURL" => Value::text(slack_url(&contact.slack, &self.community.slack_workspace)),
            "DiscordURL" => {
                Value::text(if is_link(&contact.discord) { contact.discord.as_str() } else { "" })
            }
            "MailingListURL" => Value::text(mail_url(&contact.mailing_list)),
            "PrivateMailingListURL" => Value::text(mail_url(&contact.private_mailing_list)),
            "Reachable" => Value::Bool(!contact.is_empty()),
            "Extra" => extra(&contact.extra),
            _ => return None,
        })
    }
}

struct TeamView<'a> {
    community: &'a Community,
    team: &'a GithubTeam,
}

impl<'a> Object<'a> for TeamView<'a> {
    fn type_name(&self) -> &str {
        "main.GithubTeam"
    }

    fn field_names(&self) -> &[&'static str] {
        &["Name", "Description"]
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let (org, team) = (self.community.github_org.as_str(), self.team);
        Some(match name {
            "Name" => text(&team.name),
            "Description" => text(&team.description),
            "Handle" if org.is_empty() => Value::text(format!("@{}", team.name)),
            "Handle" => Value::text(format!("@{org}/{}", team.name)),
            "URL" if org.is_empty() => Value::text(""),
            "URL" => Value::text(format!("https://github.com/orgs/{org}/teams/{}", team.name)),
            "Extra" => extra(&team.extra),
            _ => return None,
        })
    }
}

/// `#name` for a channel given by name, `Slack` for one given as a link.
fn channel_name(slack: &Text) -> String {
    match slack.as_str() {
        "" => String::new(),
        link if is_link(link) => "Slack".to_owned(),
        name => format!("#{}", name.trim_start_matches('#')),
    }
}

/// Where the channel is: the link itself, or the name in the community's workspace, or nothing.
fn slack_url(slack: &Text, workspace: &Text) -> String {
    let name = slack.trim_start_matches('#');
    if is_link(slack) {
        slack.to_string()
    } else if name.is_empty() || workspace.is_empty() {
        String::new()
    } else {
        format!("{}/messages/{name}", workspace.trim_end_matches('/'))
    }
}

/// A link as it is, an address as `mailto:`; nothing for anything else.
fn mail_url(list: &Text) -> String {
    match list.as_str() {
        link if is_link(link) => link.to_owned(),
        address if address.contains('@') && !address.contains(char::is_whitespace) => {
            format!("mailto:{address}")
        }
        _ => String::new(),
    }
}
