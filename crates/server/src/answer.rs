//! A path to an answer: the only place where what the site says becomes HTTP.

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use folkmoot_site::{Locale, Notice, Page, Route, View};
use jiff::Timestamp;

use crate::headers::{FOR_EVER, Frames, IMAGE_POLICY, NOT_KEPT, REVALIDATE, open_to_others, protect};
use crate::language;
use crate::live::Shown;
use crate::prepared::{Kind, Prepared};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");

/// What to send, before its headers are complete.
pub(crate) struct Answer {
    kind: Kind,
    status: StatusCode,
    headers: HeaderMap,
    bytes: Bytes,
    frames: Frames,
}

impl Answer {
    fn new(kind: Kind, content_type: HeaderValue, cache: HeaderValue, bytes: impl Into<Bytes>) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type);
        headers.insert(header::CACHE_CONTROL, cache);
        Self { kind, status: StatusCode::OK, headers, bytes: bytes.into(), frames: Frames::Denied }
    }

    /// The answer to a request for `path` and `query`, as the browser sent them.
    pub(crate) fn to_path(shown: &Shown, path: &str, query: &str, now: Timestamp) -> Self {
        let site = &shown.site;
        let answer = match site.route_with(path, query) {
            Route::Page(locale, page) => Self::page(shown, locale, &page, now),
            Route::Resource(resource) => site.resource(&resource, now).map(|bytes| {
                let content_type = HeaderValue::from_static(resource.content_type());
                let answer = Self::new(Kind::Resource, content_type, REVALIDATE, bytes).guarding_images();
                if resource.is_for_other_sites() { answer.open() } else { answer }
            }),
            Route::Asset(asset) => {
                let content_type = HeaderValue::from_static(asset.content_type);
                Some(Self::new(Kind::Asset, content_type, FOR_EVER, asset.bytes.clone()).guarding_images())
            }
            Route::Feed(feed) => {
                site.feed(&feed).map(|text| Self::new(Kind::Feed, CALENDAR, REVALIDATE, text).open())
            }
            Route::Moved(to) => Some(Self::moved(StatusCode::PERMANENT_REDIRECT, &to)),
            Route::Missing => None,
        };
        answer.unwrap_or_else(|| Self::notice(shown, StatusCode::NOT_FOUND, &Notice::not_found()))
    }

    fn page(shown: &Shown, locale: Locale, page: &Page, now: Timestamp) -> Option<Self> {
        let site = &shown.site;
        let html = view(shown, locale, now).render(page)?;
        let mut answer = Self::new(Kind::Page, HTML, REVALIDATE, html);
        if page.is_embedded() {
            answer.frames = Frames::Allowed;
        }
        if *page == Page::Home && locale == site.options().locale {
            answer = answer.with(header::VARY, language::VARY);
        }
        Some(answer)
    }

    /// A page that says what went wrong.
    pub(crate) fn notice(shown: &Shown, status: StatusCode, notice: &Notice) -> Self {
        // What went wrong does not depend on the time.
        let view = view(shown, shown.site.options().locale, Timestamp::UNIX_EPOCH);
        let kind = if status == StatusCode::NOT_FOUND { Kind::Missing } else { Kind::Refused };
        Self { status, ..Self::new(kind, HTML, NOT_KEPT, view.render_notice(notice)) }
    }

    /// Leads elsewhere.
    pub(crate) fn moved(status: StatusCode, to: &str) -> Self {
        let answer = Self::text(Kind::Moved, status, "moved\n");
        match HeaderValue::from_str(to) {
            Ok(to) => answer.with_value(header::LOCATION, to),
            // An address of the site is ASCII: its path is percent-encoded.
            Err(_) => answer,
        }
    }

    /// A line for machines.
    pub(crate) fn text(kind: Kind, status: StatusCode, text: impl Into<Bytes>) -> Self {
        let content_type = HeaderValue::from_static("text/plain; charset=utf-8");
        Self { status, ..Self::new(kind, content_type, NOT_KEPT, text) }
    }

    /// Adds a header.
    pub(crate) fn with(self, name: HeaderName, value: &'static str) -> Self {
        self.with_value(name, HeaderValue::from_static(value))
    }

    /// Adds a header.
    pub(crate) fn with_value(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// What other sites may use.
    pub(crate) fn open(mut self) -> Self {
        open_to_others(&mut self.headers);
        self
    }

    /// Keeps an image from acting as a page where somebody opens it on its own.
    fn guarding_images(self) -> Self {
        let is_image = self
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|value| value.as_bytes().starts_with(b"image/"));
        if is_image { self.with_value(header::CONTENT_SECURITY_POLICY, IMAGE_POLICY) } else { self }
    }

    /// With every header, ready to be sent.
    pub(crate) fn prepare(mut self) -> Prepared {
        protect(&mut self.headers, self.frames);
        Prepared::new(self.kind, self.status, self.headers, self.bytes)
    }

    /// Whether it may be kept for who asks next.
    pub(crate) fn is_lasting(&self) -> bool {
        self.status == StatusCode::OK && self.headers.get(header::CACHE_CONTROL) != Some(&NOT_KEPT)
    }
}

/// The site as a reader sees it; says so where it is not that of the record as it stands.
fn view(shown: &Shown, locale: Locale, now: Timestamp) -> View<'_> {
    let view = shown.site.view(locale, now);
    if shown.is_current { view } else { view.outdated() }
}
