//! Which profile a repository has, read off its files.

use crate::{EntryKind, Profile, ReadError, RepoFiles};

/// Files that name the groups, the first found wins; `.yml` is tried after each.
const DATA_FILES: [&str; 6] =
    ["sigs.yaml", "wgs.yaml", "tags.yaml", "teams.yaml", "chapters.yaml", "groups.yaml"];

/// Where the Kubernetes generator and its forks keep their templates.
const TEMPLATES: &str = "generator";

/// Where KubeVirt's keeps its one.
const KUBEVIRT_TEMPLATES: &str = "generators/cmd/sigs";

/// Whether something stands under a name that the loader looks for, be it a directory or a link that leads out
/// of the repository: to read that is reported, while to pass it over would call the repository empty.
pub(super) fn stands(files: &dyn RepoFiles, name: &str) -> bool {
    match files.kind(name) {
        Some(EntryKind::File) => true,
        _ => !matches!(files.read(name), Ok(_) | Err(ReadError::Missing { .. })),
    }
}

/// The data file that stands in the repository.
pub(super) fn data_file(files: &dyn RepoFiles) -> Option<String> {
    let names = DATA_FILES.iter().flat_map(|name| [(*name).to_owned(), name.replace(".yaml", ".yml")]);
    names.into_iter().find(|name| stands(files, name))
}

/// The names that [`data_file`] looks for, for messages.
pub(super) fn data_file_names() -> &'static [&'static str] {
    &DATA_FILES
}

/// The layout that the repository's files show. `has_gb_rep` is whether the data names a representative on
/// the foundation's board, which only Kubernetes' does.
pub(super) fn layout(files: &dyn RepoFiles, data_file: &str, has_gb_rep: bool) -> Profile {
    let mut profile =
        Profile { data_file: data_file.to_owned(), list_file: list_file(data_file), ..Profile::folkmoot() };
    if files.kind(&format!("{KUBEVIRT_TEMPLATES}/sig-list.gomd")).is_some() {
        profile.name = "kubevirt".into();
        profile.template_dir = KUBEVIRT_TEMPLATES.into();
        profile.liaisons = false;
        profile.group_pages = false;
        return profile;
    }
    let entries = files.entries(TEMPLATES);
    let is_template = |name: &str| name.ends_with(".tmpl");
    if !entries.iter().any(|(name, kind)| *kind == EntryKind::File && is_template(name)) {
        if data_file.starts_with("tags.") {
            profile.name = "cncf-toc".into();
        }
        return profile;
    }
    let has = |wanted: &str| entries.iter().any(|(name, _)| name == wanted);
    let has_pages = entries.iter().any(|(name, _)| name.ends_with("_readme.tmpl"));
    profile.template_dir = TEMPLATES.into();
    // Without these the Kubernetes generator does not run at all: the templates override Folkmoot's own.
    if !(has("header.tmpl") && has("list.tmpl") && has("aliases.tmpl") && has_pages) {
        return profile;
    }
    profile.rewrites_data = true;
    profile.liaisons = has("liaisons.tmpl");
    profile.group_pages = true;
    profile.strict = has_gb_rep || generator_mentions(files, "gb_rep");
    profile.name = match data_file {
        _ if profile.strict => "kubernetes",
        "wgs.yaml" => "kubeflow",
        _ => "kubernetes-fork",
    }
    .into();
    profile
}

/// Whether go-yaml quotes `y`, `on` and the like, as far as `go.mod` says which one is in use.
pub(super) fn quotes_bools(files: &dyn RepoFiles) -> bool {
    let of_2019 = |path: &str| {
        files.read(path).is_ok_and(|bytes| {
            String::from_utf8_lossy(&bytes).lines().any(|line| line.contains("gopkg.in/yaml.v3 v3.0.0-2019"))
        })
    };
    !of_2019("go.mod") && !of_2019("generator/go.mod")
}

/// Whether a template of the community's has `word` in it.
pub(super) fn templates_mention(files: &dyn RepoFiles, profile: &Profile, word: &str) -> bool {
    let entries = files.entries(&profile.template_dir);
    let templates = entries.iter().filter(|(name, kind)| *kind == EntryKind::File && name.ends_with(".tmpl"));
    let mut paths = templates.map(|(name, _)| format!("{}/{name}", profile.template_dir));
    paths.any(|path| files.read(&path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(word)))
}

/// Whether the repository's own generator has `word` in its source.
fn generator_mentions(files: &dyn RepoFiles, word: &str) -> bool {
    files.read("generator/app.go").is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(word))
}

/// `sig-list.md` for `sigs.yaml`.
fn list_file(data_file: &str) -> String {
    let name = data_file.rsplit('/').next().unwrap_or(data_file);
    let stem = name.split('.').next().unwrap_or(name);
    format!("{}-list.md", stem.strip_suffix('s').unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_named_after_the_data() {
        assert_eq!(list_file("sigs.yaml"), "sig-list.md");
        assert_eq!(list_file("wgs.yml"), "wg-list.md");
        assert_eq!(list_file("toc/tags.yaml"), "tag-list.md");
    }
}
