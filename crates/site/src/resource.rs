//! What machines read: addresses beside the pages, the same in every language.

use jiff::Timestamp;

pub use crate::badge::Badge;
use crate::{Page, Site, api, badge, calendar, groups_file, news, picture};

/// A document for machines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Resource {
    /// What search engines may visit.
    Robots,
    /// Every page, for search engines (sitemaps.org); needs [`Options::origin`](crate::Options::origin).
    Sitemap,
    /// The meetings of a year, for the calendar's script.
    Occurrences,
    /// What search looks through, for its script.
    SearchIndex,
    /// An image of the repository that documents show, by its path.
    File(String),
    /// The record as JSON, or what describes it.
    Api(api::Document),
    /// News of the community, or of the group of that slug, as an Atom feed.
    News(Option<String>),
    /// A badge of the group of that slug.
    Badge(String, Badge),
    /// The groups in the Kubernetes schema: `sigs.yaml`.
    GroupsYaml,
    /// The same as JSON: `sigs.json`.
    GroupsJson,
}

impl Resource {
    /// Its address below the base path, which is its file's path too: `sitemap.xml`.
    pub fn path(&self) -> String {
        match self {
            Self::Robots => "robots.txt".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Occurrences => "calendar/occurrences.json".to_owned(),
            Self::SearchIndex => "search.json".to_owned(),
            Self::File(path) => picture::address(path),
            Self::Api(document) => document.path(),
            Self::News(None) => "feed.xml".to_owned(),
            Self::News(Some(slug)) => format!("groups/{slug}/feed.xml"),
            Self::Badge(slug, badge) => format!("badges/{slug}/{}.svg", badge.name()),
            Self::GroupsYaml => "sigs.yaml".to_owned(),
            Self::GroupsJson => "sigs.json".to_owned(),
        }
    }

    /// Media type, with charset where it has one.
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Robots => "text/plain; charset=utf-8",
            Self::Sitemap => "application/xml; charset=utf-8",
            Self::Occurrences | Self::SearchIndex => "application/json",
            Self::File(path) => picture::content_type(path).unwrap_or("application/octet-stream"),
            Self::Api(_) | Self::GroupsJson => "application/json",
            Self::News(_) => "application/atom+xml; charset=utf-8",
            Self::Badge(..) => "image/svg+xml",
            Self::GroupsYaml => "application/yaml; charset=utf-8",
        }
    }

    /// Whether scripts of other sites may read it: what programs and other sites are meant to use.
    pub fn is_for_other_sites(&self) -> bool {
        !matches!(self, Self::Robots | Self::Sitemap | Self::Occurrences | Self::SearchIndex)
    }
}

/// Every resource of a site that has a file in an export; images aside, which pages bring with them.
pub(crate) fn all(site: &Site) -> Vec<Resource> {
    let mut out = vec![Resource::Robots, Resource::Occurrences, Resource::SearchIndex, Resource::News(None)];
    out.extend([Resource::GroupsYaml, Resource::GroupsJson]);
    out.extend(site.options().origin.is_some().then_some(Resource::Sitemap));
    for index in 0..site.community().groups.len() {
        let slug = || site.slug(index).to_owned();
        out.push(Resource::News(Some(slug())));
        out.extend(Badge::ALL.map(|badge| Resource::Badge(slug(), badge)));
    }
    out.extend(api::all(site).map(Resource::Api));
    out
}

/// The resource at a decoded path below the base, whether or not there is such a group; asked before pages are.
pub(crate) fn at(site: &Site, path: &str) -> Option<Resource> {
    match path {
        "robots.txt" => return Some(Resource::Robots),
        "sitemap.xml" => return site.options().origin.is_some().then_some(Resource::Sitemap),
        "calendar/occurrences.json" => return Some(Resource::Occurrences),
        "search.json" => return Some(Resource::SearchIndex),
        "sigs.yaml" => return Some(Resource::GroupsYaml),
        "sigs.json" => return Some(Resource::GroupsJson),
        "feed.xml" => return Some(Resource::News(None)),
        _ => {}
    }
    let segments: Vec<&str> = path.split('/').collect();
    match segments[..] {
        ["groups", slug, "feed.xml"] => Some(Resource::News(Some(slug.to_owned()))),
        ["badges", slug, file] => {
            let badge =
                Badge::ALL.into_iter().find(|badge| file.strip_suffix(".svg") == Some(badge.name()))?;
            Some(Resource::Badge(slug.to_owned(), badge))
        }
        ["api", ..] => api::Document::at(path).map(Resource::Api),
        _ => picture::at(site.repository(), path).map(Resource::File),
    }
}

/// Its bytes as of `now`; `None` where the site has no such thing.
pub(crate) fn render(site: &Site, resource: &Resource, now: Timestamp) -> Option<Vec<u8>> {
    let view = site.view(site.options().locale, now);
    match resource {
        Resource::Robots => Some(robots(site).into_bytes()),
        Resource::Sitemap => sitemap(site).map(String::into_bytes),
        Resource::Occurrences => Some(calendar::occurrences(site, now)),
        Resource::SearchIndex => Some(site.search_index().to_json()),
        Resource::File(path) => picture::bytes(site.repository(), path),
        Resource::Api(document) => api::render(&view, document),
        Resource::News(None) => Some(news::feed(&view, None).into_bytes()),
        Resource::News(Some(slug)) => Some(news::feed(&view, Some(site.group_index(slug)?)).into_bytes()),
        Resource::Badge(slug, badge) => {
            Some(badge::render(&view, site.group_index(slug)?, *badge).into_bytes())
        }
        Resource::GroupsYaml => Some(groups_file::yaml(site).into_bytes()),
        Resource::GroupsJson => Some(groups_file::json(site)),
    }
}

fn robots(site: &Site) -> String {
    let mut out = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(origin) = &site.options().origin {
        let map = site.options().base.join(&Resource::Sitemap.path());
        out.push_str(&format!("Sitemap: {origin}{map}\n"));
    }
    out
}

/// Pages in every language; a page names its translations itself.
fn sitemap(site: &Site) -> Option<String> {
    site.options().origin.as_ref()?;
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for locale in site.locales() {
        for page in site.pages().filter(Page::is_listed) {
            // Paths are percent-encoded and origins checked, so nothing in an address needs escaping.
            out.push_str(&format!("  <url><loc>{}</loc></url>\n", site.whole(locale, &page)));
        }
    }
    out.push_str("</urlset>\n");
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Route;

    #[test]
    fn what_an_export_holds_is_served_too() {
        let mut site = Site::sample(&[]);
        site.set_origin("https://sigs.example.org");
        for resource in all(&site) {
            assert_eq!(at(&site, &resource.path()), Some(resource));
        }
    }

    #[test]
    fn without_an_origin_there_is_no_map() {
        let mut site = Site::sample(&[]);
        assert!(matches!(site.route("/robots.txt"), Route::Resource(Resource::Robots)));
        assert!(matches!(site.route("/sitemap.xml"), Route::Missing));
        site.set_origin("https://sigs.example.org");
        assert!(matches!(site.route("/sitemap.xml"), Route::Resource(Resource::Sitemap)));
        let map = sitemap(&site).expect("a map");
        assert!(map.contains("<loc>https://sigs.example.org/zh/groups/sig-docs/</loc>"), "{map}");
    }
}
