//! Files to model.
//!
//! [`load`] reads, in this order: `community.yaml` (who the community is, what to look for), the data file
//! (`sigs.yaml`, `wgs.yaml`, …: groups in the Kubernetes schema), `<group>/group.yaml`, `people.yaml`. Each is
//! optional as long as one names groups. The modules below say what each file may hold.
//!
//! A scalar is decoded as Go decodes it into a string: its raw text (`1.10` stays `1.10`), null as empty. The
//! keys are those of the Kubernetes schema and Folkmoot's own; any other is kept in an `extra` list and
//! reported, unless it stands under `extra:` or begins with `x-`. Where the Kubernetes generator reads the
//! file too ([`Profile::rewrites_data`](crate::Profile)) only its keys will do.

mod breaks;
mod community_file;
mod contact;
mod data_file;
mod detect;
mod exceptions;
mod fields;
mod group;
mod group_files;
mod leadership;
mod links;
mod meeting;
mod people_file;
mod person;
mod policy;
mod profile;
mod reader;
mod records;
mod style;
mod unknown;

use folkmoot_diagnostics::{Diagnostic, SourceFile};
use folkmoot_yaml::Node;

use crate::{Community, RepoFiles, YamlStyle};
use reader::Reader;

/// Reads a community's repository. Mistakes come back beside the community; nothing is an `Err`.
///
/// Codes of the findings: `unreadable-file`, `unknown-key`, `wrong-type`, `bad-date`, `unknown-kind`,
/// `group-defined-twice`, and those of [`folkmoot_yaml::parse`].
pub fn load(files: &dyn RepoFiles) -> (Community, Vec<Diagnostic>) {
    let (mut community, findings) = load_parts(files, true);
    records::find_needed(files, &mut community.groups);
    (community, findings)
}

/// As [`load`], without a look for dated records of meetings in the groups' folders: for who writes documents and
/// lists, in which alternating series need no dates.
pub fn load_without_records(files: &dyn RepoFiles) -> (Community, Vec<Diagnostic>) {
    load_parts(files, true)
}

/// As [`load`], without `<group>/group.yaml`: the groups exactly as the data file has them, for writing it
/// anew.
pub fn load_data_file(files: &dyn RepoFiles) -> (Community, Vec<Diagnostic>) {
    load_parts(files, false)
}

/// Paths of the files that describe one group each, `<group>/group.yaml`, sorted.
pub fn group_files(files: &dyn RepoFiles) -> Vec<String> {
    group_files::find(files)
}

/// How the YAML file that `root` was read from is written, so that who changes it can go on in its way.
pub fn yaml_style(source: &SourceFile, root: &Node) -> YamlStyle {
    style::detect(source, root, true)
}

fn load_parts(files: &dyn RepoFiles, with_group_files: bool) -> (Community, Vec<Diagnostic>) {
    let mut reader = Reader::new();
    let mut community = Community::empty();
    let mut overrides = profile::ProfileOverrides::default();
    if detect::stands(files, community_file::FILE) {
        overrides = community_file::load(&mut reader, files, &mut community);
    }
    let data_file = overrides.data_file.clone().or_else(|| detect::data_file(files));
    data_file::load(&mut reader, files, data_file.as_deref(), overrides, with_group_files, &mut community);
    if detect::stands(files, "people.yaml") {
        community.people = people_file::load(&mut reader, files, "people.yaml");
    }
    complete(&mut community);
    let (sources, findings) = reader.finish();
    community.sources = sources;
    (community, findings)
}

/// Fills in what follows from the rest: which working groups report to a SIG, duplicates included, as the
/// Kubernetes generator does it.
fn complete(community: &mut Community) {
    let mut reporting: std::collections::HashMap<String, Vec<String>> = std::collections::HashMap::new();
    for group in community.groups.iter().filter(|group| group.kind.key == "workinggroups") {
        for sig in &group.stakeholder_sigs {
            reporting.entry(sig.to_string()).or_default().push(group.name.to_string());
        }
    }
    for group in community.groups.iter_mut().filter(|group| group.kind.key == "sigs") {
        if let Some(names) = reporting.get(group.name.as_str()) {
            group.reporting_wgs.clone_from(names);
            group.reporting_wgs.sort_unstable();
        }
    }
}

/// No file of the repository names groups.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no file here names groups; looked for {}", .looked_for.join(", "))]
pub struct NoCommunity {
    /// The files that would have done.
    pub looked_for: Vec<String>,
}

impl NoCommunity {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        "run this in the root of a community's repository, or write `sigs.yaml` with a list `sigs:` \
         (`folkmoot import` makes one from Markdown pages)"
    }
}

/// Whether the repository has a file that names groups.
///
/// # Errors
/// [`NoCommunity`], which says what was looked for.
pub fn has_community(files: &dyn RepoFiles) -> Result<(), NoCommunity> {
    if detect::data_file(files).is_some()
        || detect::stands(files, community_file::FILE)
        || !group_files::find(files).is_empty()
    {
        return Ok(());
    }
    let names = detect::data_file_names().iter().map(|name| (*name).to_owned());
    let looked_for = names.chain([format!("<group>/{}", group_files::FILE), community_file::FILE.to_owned()]);
    Err(NoCommunity { looked_for: looked_for.collect() })
}

/// Groups go by kind in the order of the kinds, then as read.
fn sort_by_kind(community: &mut Community) {
    let kinds = community.kinds.clone();
    let place = |key: &str| kinds.iter().position(|kind| kind.key == key);
    if !community.groups.is_sorted_by_key(|group| place(&group.kind.key)) {
        community.groups.sort_by_key(|group| place(&group.kind.key));
    }
}

#[cfg(test)]
mod tests;
