//! A path to an answer: the only place where what the site says becomes HTTP.

use axum::body::Body;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};
use folkmoot_site::{Notice, Route, Site, fingerprint};
use jiff::Timestamp;

use crate::headers::{FOR_EVER, IMAGE_POLICY, NOT_KEPT, REVALIDATE};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");

/// What to send, before it is known whether the reader has it already.
pub(crate) struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Answer {
    fn new(status: StatusCode, content_type: HeaderValue, cache: HeaderValue, bytes: Vec<u8>) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type);
        headers.insert(header::CACHE_CONTROL, cache);
        Self { status, headers, bytes }
    }

    /// The answer to a request for `path` and `query`, as the browser sent them.
    pub(crate) fn to_path(site: &Site, path: &str, query: &str, now: Timestamp) -> Self {
        match site.route_with(path, query) {
            Route::Page(locale, page) => match site.view(locale, now).render(&page) {
                Some(html) => Self::new(StatusCode::OK, HTML, REVALIDATE, html.into_bytes()),
                None => Self::notice(site, StatusCode::NOT_FOUND, &Notice::not_found()),
            },
            Route::Resource(resource) => match site.resource(&resource, now) {
                Some(bytes) => {
                    let content_type = HeaderValue::from_static(resource.content_type());
                    Self::new(StatusCode::OK, content_type, REVALIDATE, bytes)
                }
                None => Self::notice(site, StatusCode::NOT_FOUND, &Notice::not_found()),
            },
            Route::Asset(asset) => {
                let content_type = HeaderValue::from_static(asset.content_type);
                let mut answer = Self::new(StatusCode::OK, content_type, FOR_EVER, asset.bytes.clone());
                if asset.content_type.starts_with("image/") {
                    answer.headers.insert(header::CONTENT_SECURITY_POLICY, IMAGE_POLICY);
                }
                answer
            }
            Route::Feed(feed) => match site.feed(&feed) {
                Some(text) => Self::new(StatusCode::OK, CALENDAR, REVALIDATE, text.into_bytes()),
                None => Self::notice(site, StatusCode::NOT_FOUND, &Notice::not_found()),
            },
            Route::Moved(to) => {
                let mut answer = Self::text(StatusCode::PERMANENT_REDIRECT, "moved\n");
                // An address of the site is ASCII: its path is percent-encoded.
                if let Ok(to) = HeaderValue::from_str(&to) {
                    answer.headers.insert(header::LOCATION, to);
                }
                answer
            }
            Route::Missing => Self::notice(site, StatusCode::NOT_FOUND, &Notice::not_found()),
        }
    }

    /// A page that says what went wrong.
    pub(crate) fn notice(site: &Site, status: StatusCode, notice: &Notice) -> Self {
        // What went wrong does not depend on the time.
        let view = site.view(site.options().locale, Timestamp::UNIX_EPOCH);
        Self::new(status, HTML, NOT_KEPT, view.render_notice(notice).into_bytes())
    }

    /// A line for machines.
    pub(crate) fn text(status: StatusCode, line: &'static str) -> Self {
        let content_type = HeaderValue::from_static("text/plain; charset=utf-8");
        Self::new(status, content_type, NOT_KEPT, line.as_bytes().to_vec())
    }

    /// Adds a header.
    pub(crate) fn with(mut self, name: header::HeaderName, value: &'static str) -> Self {
        self.headers.insert(name, HeaderValue::from_static(value));
        self
    }

    /// The response; without a body for `HEAD`, and for what the reader has already.
    pub(crate) fn respond(mut self, request: &HeaderMap, head: bool) -> Response<Body> {
        if self.status == StatusCode::OK && self.headers.get(header::CACHE_CONTROL) != Some(&NOT_KEPT) {
            let tag = entity_tag(&self.bytes);
            let known = request.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, &tag));
            if let Ok(value) = HeaderValue::from_str(&tag) {
                self.headers.insert(header::ETAG, value);
            }
            if known {
                self.status = StatusCode::NOT_MODIFIED;
                self.headers.remove(header::CONTENT_TYPE);
                self.bytes.clear();
            }
        }
        if self.status != StatusCode::NOT_MODIFIED {
            self.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(self.bytes.len()));
        }
        let body = if head { Body::empty() } else { Body::from(self.bytes) };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        response
    }
}

/// A strong entity tag: length and fingerprint of the bytes (RFC 9110, section 8.8.3).
fn entity_tag(bytes: &[u8]) -> String {
    format!("\"{:x}-{:016x}\"", bytes.len(), fingerprint(bytes))
}

/// Whether an `If-None-Match` names `tag`; compared weakly (RFC 9110, section 13.1.2).
fn names(value: &HeaderValue, tag: &str) -> bool {
    let Ok(value) = value.to_str() else { return false };
    value.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
