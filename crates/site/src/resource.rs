//! What machines read: addresses beside the pages, the same in every language.

use jiff::Timestamp;

use crate::{Page, Site, calendar, picture};

/// A document for machines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Resource {
    /// What search engines may visit.
    Robots,
    /// Every page, for search engines (sitemaps.org); needs [`Options::origin`](crate::Options::origin).
    Sitemap,
    /// The meetings of a year, for the calendar's script.
    Occurrences,
    /// An image of the repository that documents show, by its path.
    File(String),
}

impl Resource {
    /// Its address below the base path, which is its file's path too: `sitemap.xml`.
    pub fn path(&self) -> String {
        match self {
            Self::Robots => "robots.txt".to_owned(),
            Self::Sitemap => "sitemap.xml".to_owned(),
            Self::Occurrences => "calendar/occurrences.json".to_owned(),
            Self::File(path) => picture::address(path),
        }
    }

    /// Media type, with charset where it has one.
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Robots => "text/plain; charset=utf-8",
            Self::Sitemap => "application/xml; charset=utf-8",
            Self::Occurrences => "application/json",
            Self::File(path) => picture::content_type(path).unwrap_or("application/octet-stream"),
        }
    }
}

/// Every resource of a site that has a file in an export; images aside, which pages bring with them.
pub(crate) fn all(site: &Site) -> Vec<Resource> {
    let mut out = vec![Resource::Robots, Resource::Occurrences];
    out.extend(site.options().origin.is_some().then_some(Resource::Sitemap));
    out
}

/// The resource at a decoded path below the base; asked before pages are.
pub(crate) fn at(site: &Site, path: &str) -> Option<Resource> {
    let picture = picture::at(site.repository(), path).map(Resource::File);
    picture.or_else(|| all(site).into_iter().find(|resource| resource.path() == path))
}

/// Its bytes as of `now`; `None` where the site has no such thing.
pub(crate) fn render(site: &Site, resource: &Resource, now: Timestamp) -> Option<Vec<u8>> {
    match resource {
        Resource::Robots => Some(robots(site).into_bytes()),
        Resource::Sitemap => sitemap(site).map(String::into_bytes),
        Resource::Occurrences => Some(calendar::occurrences(site, now)),
        Resource::File(path) => picture::bytes(site.repository(), path),
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
        for page in site.pages().filter(|page| *page != Page::NotFound) {
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
