//! A community with everything its pages share.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use folkmoot_model::{Community, FileSet, Group, RepoFiles};

use crate::assets::Assets;
use crate::markdown::Markdown;
use crate::page::slug;
use crate::{BasePath, Notice, Page, Route, base, document, group, home, notice};

/// What a site is told beside the record.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// The path it lives under.
    pub base: BasePath,
    /// What to call the community where its record does not say.
    pub fallback_name: String,
    /// Where the repository's files are read on the web, with a `/` at the end:
    /// `https://github.com/kubernetes/community/blob/HEAD/`.
    pub source: Option<String>,
}

/// A community's site. Immutable: a changed record makes a new one.
pub struct Site {
    community: Arc<Community>,
    repository: Arc<dyn RepoFiles + Send>,
    options: Options,
    /// One a group, in the community's order.
    slugs: Vec<String>,
    by_slug: HashMap<String, usize>,
    by_dir: HashMap<String, usize>,
    assets: Assets,
    markdown: Markdown,
}

impl Site {
    /// The site of `community`, whose documents and logo stand in `repository`.
    pub fn new(
        community: impl Into<Arc<Community>>,
        repository: Arc<dyn RepoFiles + Send>,
        options: Options,
    ) -> Self {
        let community = community.into();
        let slugs = unique_slugs(&community.groups);
        let by_slug = slugs.iter().enumerate().map(|(i, slug)| (slug.clone(), i)).collect();
        let by_dir = community
            .groups
            .iter()
            .enumerate()
            .map(|(i, group)| (group.dir.trim_matches('/').to_owned(), i))
            .filter(|(dir, _)| !dir.is_empty())
            .collect();
        let assets = Assets::new(&community, repository.as_ref());
        let markdown = Markdown::default();
        Self { community, repository, options, slugs, by_slug, by_dir, assets, markdown }
    }

    /// The community.
    pub fn community(&self) -> &Community {
        &self.community
    }

    /// What the site was told beside the record.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Every page that is known beforehand: all but documents, which [`Self::files`] finds by their links.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        let groups = self.slugs.iter().cloned().map(Page::Group);
        std::iter::once(Page::Home).chain(groups).chain(std::iter::once(Page::NotFound))
    }

    /// What a request's path leads to. The path is as the browser sent it: percent-encoded, with the base.
    pub fn route(&self, path: &str) -> Route<'_> {
        let Some(inner) = self.options.base.strip(path) else {
            let is_base = format!("{path}/") == self.options.base.as_str();
            return if is_base { Route::Moved(self.href(&Page::Home)) } else { Route::Missing };
        };
        let Some(inner) = base::decode_path(inner) else { return Route::Missing };
        if let Some(asset) = self.assets.get(&inner) {
            return Route::Asset(asset);
        }
        let Some(page) = self.page_at(&inner) else { return Route::Missing };
        // One address a page: `/groups/SIG-Docs` and `/index.html` lead to the proper one.
        if page.path() == inner { Route::Page(page) } else { Route::Moved(self.href(&page)) }
    }

    fn page_at(&self, inner: &str) -> Option<Page> {
        let inner = inner.strip_suffix("index.html").unwrap_or(inner);
        match inner.split_once('/') {
            None if inner.is_empty() => Some(Page::Home),
            Some(("groups", slug)) => {
                let slug = slug.trim_end_matches('/').to_lowercase();
                self.by_slug.contains_key(&slug).then_some(Page::Group(slug))
            }
            Some(("docs", path)) => {
                let path = path.trim_end_matches('/');
                document::exists(self, path).then(|| Page::Document(path.to_owned()))
            }
            _ => None,
        }
    }

    /// The HTML of a page; `None` where there is no such group or document.
    pub fn render(&self, page: &Page) -> Option<String> {
        let markup = match page {
            Page::Home => home::page(self),
            Page::Group(slug) => group::page(self, *self.by_slug.get(slug)?),
            Page::Document(path) => document::page(self, path)?,
            Page::NotFound => notice::page(self, &Notice::not_found()),
        };
        Some(markup.into_string())
    }

    /// The HTML of a page that says what went wrong.
    pub fn render_notice(&self, notice: &Notice) -> String {
        notice::page(self, notice).into_string()
    }

    /// The whole site as files for a static host: pages, the documents they link, assets.
    pub fn files(&self) -> FileSet {
        let mut files = FileSet::new();
        let mut waiting: Vec<Page> = self.pages().collect();
        let mut seen: HashSet<Page> = waiting.iter().cloned().collect();
        while let Some(page) = waiting.pop() {
            let Some(html) = self.render(&page) else { continue };
            for linked in self.documents_linked_in(&html) {
                if seen.insert(linked.clone()) {
                    waiting.push(linked);
                }
            }
            files.insert(page.file(), html.into_bytes());
        }
        for asset in self.assets.iter() {
            files.insert(asset.path.clone(), asset.bytes.clone());
        }
        files
    }

    fn documents_linked_in(&self, html: &str) -> Vec<Page> {
        let prefix = format!("href=\"{}docs/", self.options.base.as_str());
        let targets = html.match_indices(&prefix).filter_map(|(at, _)| {
            let rest = html.get(at + prefix.len()..)?;
            let path = rest.split(['"', '#']).next()?.trim_end_matches('/');
            base::decode_path(path).map(Page::Document)
        });
        targets.collect()
    }

    /// The community's name, or what it is called where it has none.
    pub(crate) fn name(&self) -> &str {
        let fallback = self.options.fallback_name.as_str();
        let fallback = if fallback.is_empty() { "Community" } else { fallback };
        self.community.name.non_empty().unwrap_or(fallback)
    }

    /// The address of a page.
    pub(crate) fn href(&self, page: &Page) -> String {
        self.options.base.join(&page.path())
    }

    /// The address of an asset.
    pub(crate) fn asset_href(&self, asset: &crate::Asset) -> String {
        self.options.base.join(&asset.path)
    }

    /// The address of a group's page, by its place in the community.
    pub(crate) fn group_href(&self, index: usize) -> String {
        self.href(&Page::Group(self.slugs[index].clone()))
    }

    /// The slug of the group that lives in directory `dir`.
    pub(crate) fn slug_of_dir(&self, dir: &str) -> Option<&str> {
        self.by_dir.get(dir).map(|&index| self.slugs[index].as_str())
    }

    /// Groups with their places, which [`Self::group_href`] takes.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (usize, &Group)> {
        self.community.groups.iter().enumerate()
    }

    pub(crate) fn repository(&self) -> &dyn RepoFiles {
        self.repository.as_ref()
    }

    pub(crate) fn assets(&self) -> &Assets {
        &self.assets
    }

    pub(crate) fn markdown(&self) -> &Markdown {
        &self.markdown
    }
}

/// A slug a group; of two groups with the same id the later gets a number.
fn unique_slugs(groups: &[Group]) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    groups
        .iter()
        .map(|group| {
            let wanted = slug(&group.id());
            let mut candidate = wanted.clone();
            let mut number = 2;
            while !taken.insert(candidate.clone()) {
                candidate = format!("{wanted}-{number}");
                number += 1;
            }
            candidate
        })
        .collect()
}

#[cfg(test)]
impl Site {
    /// A site with one group, SIG Docs in `sig-docs`, and these files.
    pub(crate) fn sample(files: &[(&str, &str)]) -> Self {
        let yaml = "sigs:\n- dir: sig-docs\n  name: Docs\n";
        let repository = files
            .iter()
            .fold(folkmoot_model::MemoryFiles::new().with("sigs.yaml", yaml), |files, (path, text)| {
                files.with(path, *text)
            });
        let (community, _) = folkmoot_model::load(&repository);
        Self::new(community, Arc::new(repository), Options::default())
    }

    pub(crate) fn set_source(&mut self, source: &str) {
        self.options.source = Some(source.to_owned());
    }
}
