//! The second wall: what raw HTML became, read by the parser of a browser and written anew, balanced.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::UrlRelative;

use super::body::{FILES, PAGES};

/// `html` with every tag closed and nothing that is not on the list.
pub(super) fn sanitise(html: &str) -> String {
    TAGS.clean(html).to_string()
}

static TAGS: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    builder
        .rm_tags(["map", "area", "center", "article", "aside", "header", "footer", "nav", "strike", "tt"])
        .add_tags(["section"])
        .generic_attributes(["id", "lang", "dir", "class", "title", "tabindex", "aria-label", "role"].into())
        .add_tag_attributes("img", ["width", "height", "loading", "decoding"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("details", ["open"])
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(UrlRelative::Custom(Box::new(own)))
        .link_rel(None);
    builder
});

/// Relative addresses that this program wrote: slots and places of the document.
fn own(url: &str) -> Option<Cow<'_, str>> {
    url.starts_with([PAGES, FILES, '#']).then_some(Cow::Borrowed(url))
}
