//! Headers that every answer carries.

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use folkmoot_site::CONTENT_SECURITY_POLICY;

/// Who may show an answer in a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Frames {
    /// Nobody.
    Denied,
    /// Any site: the page is made for it.
    Allowed,
}

/// The page's own policy, and what only a header can say: who frames it.
fn content_security_policy(frames: Frames) -> HeaderValue {
    let ancestors = match frames {
        Frames::Denied => "'none'",
        Frames::Allowed => "*",
    };
    HeaderValue::from_str(&format!("{CONTENT_SECURITY_POLICY}; frame-ancestors {ancestors}"))
        .expect("invariant: the policy is printable ASCII")
}

/// Sets what keeps readers safe where an answer does not say otherwise.
pub(crate) fn protect(headers: &mut HeaderMap, frames: Frames) {
    let fixed: [(HeaderName, &'static str); 4] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if frames == Frames::Denied {
        headers.entry(header::X_FRAME_OPTIONS).or_insert(HeaderValue::from_static("DENY"));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(|| content_security_policy(frames));
}

/// Lets scripts and pages of other sites use an answer.
pub(crate) fn open_to_others(headers: &mut HeaderMap) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
}

/// Told to browsers that reached the site over TLS: a year of nothing else (RFC 6797).
pub(crate) const ONLY_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// For an image that a browser could open as a document of its own.
pub(crate) const IMAGE_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
);

/// Pages: kept, and asked about each time.
pub(crate) const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");
/// Assets, whose address changes with their content.
pub(crate) const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Errors and health: not kept.
pub(crate) const NOT_KEPT: HeaderValue = HeaderValue::from_static("no-store");
