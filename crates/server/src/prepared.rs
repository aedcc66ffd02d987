//! Answers ready to be sent, again and again.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use axum::body::{Body, Bytes};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Response, StatusCode};
use folkmoot_site::fingerprint;

use crate::encoding::{Encoding, WORTH_IT};
use crate::headers::FOR_EVER;

/// What a request was for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Page,
    /// For machines: the JSON API, news, badges.
    Resource,
    Asset,
    /// Calendars.
    Feed,
    Moved,
    Missing,
    Health,
    /// What a browser asks before a script of another site may.
    Options,
    /// What was not answered as asked.
    Refused,
}

impl Kind {
    pub(crate) const ALL: [Self; 9] = [
        Self::Page,
        Self::Resource,
        Self::Asset,
        Self::Feed,
        Self::Moved,
        Self::Missing,
        Self::Health,
        Self::Options,
        Self::Refused,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Resource => "resource",
            Self::Asset => "asset",
            Self::Feed => "feed",
            Self::Moved => "moved",
            Self::Missing => "missing",
            Self::Health => "health",
            Self::Options => "options",
            Self::Refused => "refused",
        }
    }
}

/// An answer with all its headers, and its compressed forms once they are asked for.
pub(crate) struct Prepared {
    pub(crate) kind: Kind,
    status: StatusCode,
    /// All but those that depend on the form.
    headers: HeaderMap,
    /// Whether readers may keep it and ask whether it changed.
    tagged: bool,
    fingerprint: u64,
    identity: Form,
    gzip: OnceLock<Form>,
    brotli: OnceLock<Form>,
    /// When it was asked for last, on the cache's clock.
    used: AtomicU64,
    /// The last minute in which somebody set out to make it anew.
    renewed: AtomicI64,
}

/// An answer in one encoding.
struct Form {
    bytes: Bytes,
    tag: Option<HeaderValue>,
    length: HeaderValue,
}

impl Prepared {
    /// An answer whose headers say everything but what depends on its form.
    pub(crate) fn new(kind: Kind, status: StatusCode, mut headers: HeaderMap, bytes: Bytes) -> Self {
        let tagged = status == StatusCode::OK
            && headers.get(header::CACHE_CONTROL).is_some_and(|value| value != "no-store");
        let fingerprint = if tagged { fingerprint(&bytes) } else { 0 };
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("none"));
        if is_compressible(&headers, bytes.len()) {
            let vary = match headers.get(header::VARY).and_then(|value| value.to_str().ok()) {
                Some(vary) => format!("Accept-Encoding, {vary}"),
                None => "Accept-Encoding".to_owned(),
            };
            headers.insert(header::VARY, HeaderValue::from_str(&vary).expect("invariant: names of headers"));
        }
        let identity = Form::new(bytes, Encoding::Identity, tagged.then_some(fingerprint));
        let (gzip, brotli) = (OnceLock::new(), OnceLock::new());
        Self {
            kind,
            status,
            headers,
            tagged,
            fingerprint,
            identity,
            gzip,
            brotli,
            used: AtomicU64::new(0),
            renewed: AtomicI64::new(0),
        }
    }

    /// Whether sending it leads to the same as sending `other`.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.tagged
            && self.fingerprint == other.fingerprint
            && self.status == other.status
            && self.headers == other.headers
            && self.identity.bytes == other.identity.bytes
    }

    /// Bytes that it holds in all its forms.
    pub(crate) fn size(&self) -> usize {
        let forms = [self.gzip.get(), self.brotli.get()];
        // A form and its headers, roughly.
        self.identity.bytes.len()
            + forms.into_iter().flatten().map(|form| form.bytes.len()).sum::<usize>()
            + 1024
    }

    /// Whether to make it anew in this minute; of several that ask one is told to.
    pub(crate) fn is_to_be_renewed(&self, minute: i64) -> bool {
        self.renewed.swap(minute, Ordering::Relaxed) != minute
    }

    pub(crate) fn used(&self) -> u64 {
        self.used.load(Ordering::Relaxed)
    }

    pub(crate) fn touch(&self, at: u64) {
        self.used.store(at, Ordering::Relaxed);
    }

    /// The form to send to who prefers `wanted`.
    pub(crate) fn encoding(&self, wanted: Encoding) -> Encoding {
        if is_compressible(&self.headers, self.identity.bytes.len()) { wanted } else { Encoding::Identity }
    }

    /// Whether [`Self::respond`] would have to compress first.
    pub(crate) fn is_ready(&self, encoding: Encoding) -> bool {
        match encoding {
            Encoding::Identity => true,
            Encoding::Gzip => self.gzip.get().is_some(),
            Encoding::Brotli => self.brotli.get().is_some(),
        }
    }

    /// Makes a form; takes milliseconds.
    pub(crate) fn prepare(&self, encoding: Encoding) {
        let _ = self.form(encoding);
    }

    fn form(&self, encoding: Encoding) -> &Form {
        let make = || {
            let lasting = self.headers.get(header::CACHE_CONTROL) == Some(&FOR_EVER);
            let bytes = encoding.encode(&self.identity.bytes, lasting);
            Form::new(bytes, encoding, self.tagged.then_some(self.fingerprint))
        };
        match encoding {
            Encoding::Identity => &self.identity,
            Encoding::Gzip => self.gzip.get_or_init(make),
            Encoding::Brotli => self.brotli.get_or_init(make),
        }
    }

    /// The response; without a body for `HEAD`, and for what the reader has already.
    pub(crate) fn respond(&self, request: &HeaderMap, encoding: Encoding, head: bool) -> Response<Body> {
        let form = self.form(encoding);
        let mut headers = self.headers.clone();
        let mut status = self.status;
        if let Some(tag) = &form.tag {
            headers.insert(header::ETAG, tag.clone());
            if request.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, tag)) {
                status = StatusCode::NOT_MODIFIED;
                headers.remove(header::CONTENT_TYPE);
            }
        }
        let is_sent = status != StatusCode::NOT_MODIFIED;
        if is_sent {
            headers.insert(header::CONTENT_LENGTH, form.length.clone());
            if let Some(name) = encoding.name() {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
            }
        }
        let body = if head || !is_sent { Body::empty() } else { Body::from(form.bytes.clone()) };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    }
}

impl Form {
    fn new(bytes: Bytes, encoding: Encoding, fingerprint: Option<u64>) -> Self {
        // A strong tag is of one form (RFC 9110, section 8.8.3.3).
        let tag = fingerprint.map(|fingerprint| match encoding.name() {
            None => format!("\"{fingerprint:016x}\""),
            Some(name) => format!("\"{fingerprint:016x}-{name}\""),
        });
        let tag = tag.map(|tag| HeaderValue::from_str(&tag).expect("invariant: a tag is printable ASCII"));
        Self { length: HeaderValue::from(bytes.len()), bytes, tag }
    }
}

fn is_compressible(headers: &HeaderMap, length: usize) -> bool {
    let content_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let packed = content_type.starts_with("image/") && !content_type.starts_with("image/svg");
    length >= WORTH_IT && !packed && content_type != "application/octet-stream"
}

/// Whether an `If-None-Match` names `tag`; compared weakly (RFC 9110, section 13.1.2).
fn names(value: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(value), Ok(tag)) = (value.to_str(), tag.to_str()) else { return false };
    value.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
