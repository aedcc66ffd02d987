//! The index and the community.

use folkmoot_model::Topic;
use schemars::JsonSchema;
use serde::Serialize;

use super::link::{Day, Url, text, title};
use super::{Document, Shape};
use crate::{Feed, Page, Resource, View};

/// Where the other documents are.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Index")]
pub(super) struct Index {
    /// Version of the interface. Within it keys are added, never taken away or given another meaning.
    version: &'static str,
    /// Name of the community.
    community: String,
    /// The documents that there are once.
    documents: Vec<Entry>,
    /// All of them described, in OpenAPI 3.1.
    openapi: Url,
}

/// A document of the interface.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "IndexEntry")]
struct Entry {
    name: &'static str,
    /// What it holds, in a sentence.
    summary: &'static str,
    url: Url,
    /// Its JSON Schema.
    schema: Url,
}

pub(super) fn index(view: &View<'_>) -> Index {
    let single = Shape::ALL.into_iter().filter(|shape| shape.is_single() && *shape != Shape::Index);
    let documents = single.map(|shape| Entry {
        name: shape.name(),
        summary: shape.summary(),
        url: Url::document(view, &Document::One(shape)),
        schema: Url::document(view, &Document::Schema(shape)),
    });
    Index {
        version: "v1",
        community: view.name().to_owned(),
        documents: documents.collect(),
        openapi: Url::document(view, &Document::OpenApi),
    }
}

/// A community.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Community")]
pub(super) struct Community {
    /// Its name, or what it is called where the record gives none.
    name: String,
    /// What it is, in a sentence or two.
    description: Option<String>,
    homepage: Option<Url>,
    /// Organisation on GitHub.
    github_org: Option<String>,
    slack_workspace: Option<Url>,
    /// Its home page on this site.
    page: Url,
    /// Every meeting, as an iCalendar feed.
    calendar: Url,
    /// News, as an Atom feed.
    feed: Url,
    /// Kinds of groups, in the order in which groups are listed.
    kinds: Vec<Kind>,
    /// Code of conduct, contribution guide and the like.
    links: Vec<TopicLink>,
    /// Days on which groups do not meet.
    breaks: Vec<Break>,
    counts: Counts,
}

/// A kind of groups.
#[derive(Serialize, JsonSchema)]
struct Kind {
    /// Its key in the data file: `sigs`.
    key: String,
    /// What directories begin with: `sig`.
    prefix: String,
    /// `SIG`
    short: String,
    /// `Special Interest Group`
    singular: String,
    /// `Special Interest Groups`
    plural: String,
    /// Number of groups.
    groups: usize,
}

/// A link of the community.
#[derive(Serialize, JsonSchema)]
struct TopicLink {
    topic: TopicName,
    title: String,
    url: Url,
}

/// What a link is about.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Topic")]
enum TopicName {
    CodeOfConduct,
    Contributing,
    Development,
    Programme,
    Other,
}

/// Days on which groups do not meet, both ends included.
#[derive(Serialize, JsonSchema)]
struct Break {
    name: Option<String>,
    from: Day,
    to: Day,
    /// Groups that it is for, as written; with `kinds` empty too it is for all.
    groups: Vec<String>,
    /// Kinds that it is for, as written.
    kinds: Vec<String>,
}

/// How much there is.
#[derive(Serialize, JsonSchema)]
struct Counts {
    groups: usize,
    people: usize,
    /// Series of meetings.
    meetings: usize,
    subprojects: usize,
}

pub(super) fn community(view: &View<'_>) -> Community {
    let record = view.community();
    let kinds = record.kinds.iter().map(|kind| Kind {
        key: kind.key.clone(),
        prefix: kind.prefix.clone(),
        short: kind.short.clone(),
        singular: kind.singular.clone(),
        plural: kind.plural.clone(),
        groups: record.groups_of(kind).count(),
    });
    let links = record.links.iter().filter_map(|link| {
        let url = Url::resolve(view, &link.url, "")?;
        Some(TopicLink { topic: link.topic.into(), title: title(link), url })
    });
    let breaks = record.breaks.iter().map(|one| Break {
        name: text(&one.name),
        from: one.from.into(),
        to: one.to.into(),
        groups: one.groups.iter().map(ToString::to_string).collect(),
        kinds: one.kinds.iter().map(ToString::to_string).collect(),
    });
    Community {
        name: view.name().to_owned(),
        description: text(&record.description),
        homepage: Url::resolve(view, &record.homepage, ""),
        github_org: text(&record.github_org),
        slack_workspace: Url::resolve(view, &record.slack_workspace, ""),
        page: Url::page(view, &Page::Home),
        calendar: Url::feed(view, &Feed::Community),
        feed: Url::resource(view, &Resource::News(None)),
        kinds: kinds.collect(),
        links: links.collect(),
        breaks: breaks.collect(),
        counts: Counts {
            groups: record.groups.len(),
            people: view.site().roster().everybody().len(),
            meetings: record.groups.iter().map(|group| group.all_meetings().count()).sum(),
            subprojects: record.groups.iter().map(|group| group.subprojects.len()).sum(),
        },
    }
}

impl From<Topic> for TopicName {
    fn from(topic: Topic) -> Self {
        match topic {
            Topic::CodeOfConduct => Self::CodeOfConduct,
            Topic::Contributing => Self::Contributing,
            Topic::Development => Self::Development,
            Topic::Programme => Self::Programme,
            Topic::Other => Self::Other,
        }
    }
}
