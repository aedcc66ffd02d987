//! Enhancement proposals, as Kubernetes publishes them (`keps.json`).

use folkmoot_gotemplate::{Object, Record, Type, Value};
use serde_json::Value as Json;

use super::Releases;

/// One proposal, its fields as the file has them.
#[derive(Clone, Debug)]
pub struct Proposal(serde_json::Map<String, Json>);

/// Why a file of proposals cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ProposalsError {
    /// Not JSON.
    #[error("not JSON: {0}")]
    NotJson(#[from] serde_json::Error),
    /// JSON, but not a list of proposals.
    #[error("not a list of enhancement proposals; expected the list of objects that `keps.json` holds")]
    NotAList,
}

/// Go field, JSON key.
const TEXTS: [(&str, &str); 12] = [
    ("ID", "id"),
    ("PRNumber", "prNumber"),
    ("Name", "name"),
    ("Title", "title"),
    ("Number", "kepNumber"),
    ("OwningSIG", "owningSig"),
    ("Editor", "editor"),
    ("CreationDate", "creationDate"),
    ("LastUpdated", "lastUpdated"),
    ("Status", "status"),
    ("Stage", "stage"),
    ("LatestMilestone", "latestMilestone"),
];
const LISTS: [(&str, &str); 9] = [
    ("Authors", "authors"),
    ("ParticipatingSIGs", "participatingSigs"),
    ("Reviewers", "reviewers"),
    ("Approvers", "approvers"),
    ("PRRApprovers", "prrApprovers"),
    ("SeeAlso", "seeAlso"),
    ("Replaces", "replaces"),
    ("SupersededBy", "supersededBy"),
    ("Metrics", "metrics"),
];

impl Proposal {
    /// The proposals of a `keps.json`.
    ///
    /// # Errors
    /// Where the text is not JSON, or not a list of objects.
    pub fn parse_all(json: &[u8]) -> Result<Vec<Self>, ProposalsError> {
        let Json::Array(items) = serde_json::from_slice(json)? else { return Err(ProposalsError::NotAList) };
        let proposals = items.into_iter().map(|item| match item {
            Json::Object(fields) => Ok(Self(fields)),
            _ => Err(ProposalsError::NotAList),
        });
        proposals.collect()
    }

    fn text(&self, key: &str) -> &str {
        self.0.get(key).and_then(Json::as_str).unwrap_or_default()
    }

    fn milestone(&self, stage: &str) -> &str {
        let milestone = self.0.get("milestone").and_then(|milestone| milestone.get(stage));
        milestone.and_then(Json::as_str).unwrap_or_default()
    }

    /// The most advanced stage whose milestone is one of `releases`.
    fn stage_in(&self, releases: &Releases) -> Option<&'static str> {
        // Some proposals write `1.35` for `v1.35`, so the end of the milestone is compared without the `v`.
        let releases = releases.all().into_iter().filter(|release| !release.is_empty());
        let releases: Vec<&str> =
            releases.map(|release| release.strip_prefix('v').unwrap_or(release)).collect();
        let in_release = |stage: &&str| {
            let milestone = self.milestone(stage);
            releases.iter().any(|release| milestone.ends_with(release))
        };
        ["stable", "beta", "alpha"].into_iter().find(in_release)
    }

    /// The proposals that `sig` owns and that reached a stage in `releases`, by stage.
    pub(crate) fn by_stage<'a>(proposals: &'a [Self], sig: &str, releases: &Releases) -> Value<'a> {
        let mut staged = [("alpha", Vec::new()), ("beta", Vec::new()), ("stable", Vec::new())];
        for proposal in proposals.iter().filter(|proposal| proposal.text("owningSig") == sig) {
            let stage = proposal.stage_in(releases);
            if let Some((_, of_stage)) = staged.iter_mut().find(|(name, _)| Some(*name) == stage) {
                of_stage.push(Value::object_ref(proposal));
            }
        }
        let element = Type::strukt("api.Proposal");
        let filled = staged.into_iter().filter(|(_, of_stage)| !of_stage.is_empty());
        let entries = filled.map(|(name, of_stage)| (name, Value::list(element.clone(), of_stage)));
        Value::map(Type::list(element.clone()), entries)
    }
}

impl<'a> Object<'a> for Proposal {
    fn type_name(&self) -> &str {
        "api.Proposal"
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        if let Some((_, key)) = TEXTS.iter().find(|(field, _)| *field == name) {
            return Some(Value::text(self.text(key).to_owned()));
        }
        if let Some((_, key)) = LISTS.iter().find(|(field, _)| *field == name) {
            let items = self.0.get(*key).and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
            let texts: Vec<Value<'a>> =
                items.iter().filter_map(Json::as_str).map(|text| Value::text(text.to_owned())).collect();
            return Some(Value::list(Type::Text, texts));
        }
        match name {
            "Milestone" => {
                let stages = [
                    ("Alpha", "alpha"),
                    ("Beta", "beta"),
                    ("Stable", "stable"),
                    ("Deprecated", "deprecated"),
                    ("Removed", "removed"),
                ];
                let record = stages.into_iter().fold(Record::new("api.Milestone"), |record, (field, key)| {
                    record.with(field, self.milestone(key).to_owned())
                });
                Some(Value::object(record))
            }
            _ => None,
        }
    }
}
