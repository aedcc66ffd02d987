//! The language for who comes to the home page from elsewhere.

use axum::http::HeaderMap;
use axum::http::header;
use folkmoot_site::{Locale, Page, Site};

/// What the answer at the home page's plain address depends on beside the address.
pub(crate) const VARY: &str = "Accept-Language, Sec-Fetch-Site";

/// Whether `path` is the home page's in the site's own language: the only address that leads elsewhere by language.
pub(crate) fn is_entrance(site: &Site, path: &str) -> bool {
    path == site.options().base.as_str()
}

/// Where to lead a reader who asks for the home page's plain address and would rather read another language.
/// Who comes from within the site has chosen the address and stays.
pub(crate) fn leads_to(site: &Site, headers: &HeaderMap) -> Option<String> {
    if headers.get("sec-fetch-site").is_some_and(|from| from == "same-origin") {
        return None;
    }
    let wanted = Locale::preferred(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)?;
    (wanted != site.options().locale).then(|| site.address(wanted, &Page::Home))
}
