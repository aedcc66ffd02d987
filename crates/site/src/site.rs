//! A community with everything its pages share.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use folkmoot_model::{Community, FileSet, Group, RepoFiles};
use jiff::Timestamp;

use crate::assets::Assets;
use crate::document::{self, Library, Shelf};
use crate::findings::{Finding, Findings};
use crate::markdown::Markdown;
use crate::page::free_slug;
use crate::roster::Roster;
use crate::{
    BasePath, Feed, History, Locale, Page, Resource, Route, View, base, calendar, export, resource, search,
};

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
    /// Where the site is reached, without its base path: `https://sigs.example.org`. Feeds, previews and the
    /// map for search engines need whole addresses; without one they are left out.
    pub origin: Option<String>,
    /// The language of the pages without a language in their address.
    pub locale: Locale,
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
    roster: Roster,
    occurrences: calendar::Cache,
    assets: Assets,
    markdown: Markdown,
    shelf: OnceLock<Shelf>,
    library: OnceLock<Library>,
    search_index: OnceLock<search::Index>,
    findings: Option<Findings>,
    history: Arc<dyn History>,
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
        let roster = Roster::new(&community);
        let assets = Assets::new(&community, repository.as_ref());
        let markdown = Markdown::default();
        let history = Arc::new(Timestamp::UNIX_EPOCH);
        let (shelf, library) = (OnceLock::new(), OnceLock::new());
        Self {
            community,
            repository,
            options,
            slugs,
            by_slug,
            by_dir,
            roster,
            occurrences: calendar::Cache::default(),
            assets,
            markdown,
            shelf,
            library,
            search_index: OnceLock::new(),
            findings: None,
            history,
        }
    }

    /// The site, told of the record's past. Without it feeds are dated to the epoch of Unix.
    #[must_use]
    pub fn with_history(self, history: impl History + 'static) -> Self {
        Self { history: Arc::new(history), ..self }
    }

    /// The site with a page of what the checks say, which `look` finds out when that page is asked for. For
    /// communities that show it: `site: {checks: true}` in `community.yaml`.
    #[must_use]
    pub fn with_findings(self, look: impl Fn() -> Vec<Finding> + Send + Sync + 'static) -> Self {
        Self { findings: Some(Findings::new(look)), ..self }
    }

    /// What the checks say of the record, where the community shows it.
    pub(crate) fn findings(&self) -> Option<&[Finding]> {
        self.findings.as_ref().map(Findings::all)
    }

    /// The community.
    pub fn community(&self) -> &Community {
        &self.community
    }

    /// What the site was told beside the record.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Every page.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        let groups = self.slugs.iter().cloned().map(Page::Group);
        let people = self.roster.everybody().iter().map(|one| Page::Person(one.slug.clone()));
        let documents = self.shelf().places().iter().map(|place| Page::Document(place.path.clone()));
        let search = Page::Search(String::new());
        let first = [Page::Home, Page::Calendar, Page::People, Page::Channels, Page::Contribute];
        let checks = self.findings.is_some().then_some(Page::Checks);
        let cards = self.slugs.iter().cloned().map(Page::EmbeddedGroup);
        let last = [Page::NotFound, Page::EmbeddedCalendar];
        first
            .into_iter()
            .chain([Page::Documents, search, Page::About])
            .chain(checks)
            .chain(groups)
            .chain(people)
            .chain(documents)
            .chain(last)
            .chain(cards)
    }

    /// The languages of its interface, that of plain addresses first.
    pub fn locales(&self) -> impl Iterator<Item = Locale> {
        let first = self.options.locale;
        std::iter::once(first).chain(Locale::ALL.into_iter().filter(move |locale| *locale != first))
    }

    /// The site as a reader of `locale` sees it at `now`.
    pub fn view(&self, locale: Locale, now: Timestamp) -> View<'_> {
        View::new(self, locale, now)
    }

    /// What a request's path leads to. The path is as the browser sent it: percent-encoded, with the base.
    pub fn route(&self, path: &str) -> Route<'_> {
        self.route_with(path, "")
    }

    /// What a request's path and query (without `?`) lead to.
    pub fn route_with(&self, path: &str, query: &str) -> Route<'_> {
        let Some(inner) = self.options.base.strip(path) else {
            let is_base = format!("{path}/") == self.options.base.as_str();
            return if is_base {
                Route::Moved(self.address(self.options.locale, &Page::Home))
            } else {
                Route::Missing
            };
        };
        let Some(inner) = base::decode_path(inner) else { return Route::Missing };
        if let Some(asset) = self.assets.get(&inner) {
            return Route::Asset(asset);
        }
        if let Some(resource) = resource::at(self, &inner) {
            return Route::Resource(resource);
        }
        // Before pages: a feed lives below its group's page.
        if let Some(feed) = Feed::at(&inner, query) {
            let is_proper = feed.path() == inner;
            return if is_proper { Route::Feed(feed) } else { Route::Moved(self.feed_href(&feed)) };
        }
        let (locale, rest) = self.split_locale(&inner);
        let Some(page) = self.page_at(rest) else { return Route::Missing };
        let page = match page {
            Page::Search(_) => Page::Search(search::asked(query)),
            page => page,
        };
        // One address a page: `/groups/SIG-Docs` and `/index.html` lead to the proper one.
        if self.path(locale, &page) == inner {
            Route::Page(locale, page)
        } else {
            Route::Moved(self.address(locale, &page))
        }
    }

    /// The language that a path begins with, and what follows; the site's own where it begins with none.
    fn split_locale<'a>(&self, inner: &'a str) -> (Locale, &'a str) {
        let (first, rest) = inner.split_once('/').unwrap_or((inner, ""));
        match Locale::for_segment(first) {
            Some(locale) => (locale, rest),
            None => (self.options.locale, inner),
        }
    }

    fn page_at(&self, inner: &str) -> Option<Page> {
        let inner = inner.strip_suffix("index.html").unwrap_or(inner);
        match inner.split_once('/') {
            None | Some((_, "")) => match inner.trim_end_matches('/') {
                "" => Some(Page::Home),
                "people" => Some(Page::People),
                "calendar" => Some(Page::Calendar),
                "channels" => Some(Page::Channels),
                "contribute" => Some(Page::Contribute),
                "documents" => Some(Page::Documents),
                "search" => Some(Page::Search(String::new())),
                "about" => Some(Page::About),
                "checks" => self.findings.is_some().then_some(Page::Checks),
                _ => None,
            },
            Some(("groups", slug)) => {
                let slug = slug.trim_end_matches('/').to_lowercase();
                self.by_slug.contains_key(&slug).then_some(Page::Group(slug))
            }
            Some(("people", slug)) => {
                let slug = slug.trim_end_matches('/').to_lowercase();
                self.roster.at(&slug).is_some().then_some(Page::Person(slug))
            }
            Some(("embed", "calendar" | "calendar/")) => Some(Page::EmbeddedCalendar),
            Some(("embed", rest)) => {
                let slug = rest.strip_prefix("groups/")?.trim_end_matches('/').to_lowercase();
                self.by_slug.contains_key(&slug).then_some(Page::EmbeddedGroup(slug))
            }
            Some(("docs", path)) => {
                let path = path.trim_end_matches('/');
                document::exists(self, path).then(|| Page::Document(path.to_owned()))
            }
            _ => None,
        }
    }

    /// The whole site as files for a static host, as seen at `now`: pages in every language, the images they
    /// show, feeds, assets. Pages are rendered on as many threads as there are processors.
    pub fn files(&self, now: Timestamp) -> FileSet {
        let mut files = export::pages(self, now);
        for resource in resource::all(self) {
            if let Some(bytes) = self.resource(&resource, now) {
                files.insert(resource.path(), bytes);
            }
        }
        for feed in self.feeds() {
            if let Some(text) = self.feed(&feed) {
                files.insert(feed.path(), text.into_bytes());
            }
        }
        for asset in self.assets.iter() {
            files.insert(asset.path.clone(), asset.bytes.clone());
        }
        files
    }

    /// Every document for machines.
    pub fn resources(&self) -> Vec<Resource> {
        resource::all(self)
    }

    /// The bytes of a document for machines, as of `now`.
    pub fn resource(&self, resource: &Resource, now: Timestamp) -> Option<Vec<u8>> {
        resource::render(self, resource, now)
    }

    /// The path of a page below the base, not yet percent-encoded: `zh/groups/sig-docs/`.
    pub fn path(&self, locale: Locale, page: &Page) -> String {
        self.in_locale(locale, &page.path())
    }

    /// The file that a static host serves for a page: `zh/groups/sig-docs/index.html`.
    pub fn file(&self, locale: Locale, page: &Page) -> String {
        self.in_locale(locale, &page.file())
    }

    fn in_locale(&self, locale: Locale, path: &str) -> String {
        if locale == self.options.locale { path.to_owned() } else { format!("{}/{path}", locale.segment()) }
    }

    /// The address of a page, with the base path, percent-encoded.
    pub fn address(&self, locale: Locale, page: &Page) -> String {
        self.options.base.join(&self.path(locale, page))
    }

    /// The community's name, or what it is called where it has none.
    pub(crate) fn name(&self) -> &str {
        let fallback = self.options.fallback_name.as_str();
        let fallback = if fallback.is_empty() { "Community" } else { fallback };
        self.community.name.non_empty().unwrap_or(fallback)
    }

    /// The whole address of a page, for those who read it elsewhere; without an origin, its path.
    pub(crate) fn whole(&self, locale: Locale, page: &Page) -> String {
        format!("{}{}", self.options.origin.as_deref().unwrap_or_default(), self.address(locale, page))
    }

    /// The address of an asset.
    pub(crate) fn asset_href(&self, asset: &crate::Asset) -> String {
        self.options.base.join(&asset.path)
    }

    /// The slug of a group, by its place in the community.
    pub fn slug(&self, index: usize) -> &str {
        &self.slugs[index]
    }

    /// The place of the group with that slug.
    pub(crate) fn group_index(&self, slug: &str) -> Option<usize> {
        self.by_slug.get(slug).copied()
    }

    /// The moment of the record.
    pub(crate) fn stamp(&self) -> Timestamp {
        self.history.stamp()
    }

    /// The record's past.
    pub(crate) fn history(&self) -> &dyn History {
        self.history.as_ref()
    }

    /// The slug of the group that lives in directory `dir`.
    pub(crate) fn slug_of_dir(&self, dir: &str) -> Option<&str> {
        self.by_dir.get(dir).map(|&index| self.slugs[index].as_str())
    }

    /// The place of the group that the file at `path` belongs to.
    pub(crate) fn group_of_path(&self, path: &str) -> Option<usize> {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.filter_map(|folder| self.by_dir.get(folder).copied()).last()
    }

    /// Images of the repository that a page shows.
    pub(crate) fn files_shown_on(&self, page: &Page) -> Vec<String> {
        match page {
            // Translations are pages of their own, and bring theirs.
            Page::Document(path) => document::files_shown(self, path),
            _ => Vec::new(),
        }
    }

    /// The documents of the repository, by path.
    pub(crate) fn shelf(&self) -> &Shelf {
        self.shelf.get_or_init(|| Shelf::new(self))
    }

    /// The documents of the repository in short; reads all of them when it is asked first.
    pub(crate) fn library(&self) -> &Library {
        self.library.get_or_init(|| Library::new(self, self.shelf()))
    }

    /// What search looks through; reads all documents when it is asked first.
    pub(crate) fn search_index(&self) -> &search::Index {
        self.search_index.get_or_init(|| search::Index::new(self))
    }

    /// Groups with their places, which [`View::group_href`] takes.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (usize, &Group)> {
        self.community.groups.iter().enumerate()
    }

    pub(crate) fn repository(&self) -> &dyn RepoFiles {
        self.repository.as_ref()
    }

    /// Everybody with a role.
    pub(crate) fn roster(&self) -> &Roster {
        &self.roster
    }

    pub(crate) fn occurrences_cache(&self) -> &calendar::Cache {
        &self.occurrences
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
    groups.iter().map(|group| free_slug(&group.id(), &mut taken)).collect()
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

    /// As an English reader sees it, at a moment that does not matter.
    pub(crate) fn english(&self) -> View<'_> {
        self.view(Locale::English, Timestamp::UNIX_EPOCH)
    }

    pub(crate) fn set_origin(&mut self, origin: &str) {
        self.options.origin = Some(origin.to_owned());
    }

    pub(crate) fn set_source(&mut self, source: &str) {
        self.options.source = Some(source.to_owned());
    }
}
