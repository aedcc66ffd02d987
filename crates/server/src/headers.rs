//! Headers that every answer carries.

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use folkmoot_site::CONTENT_SECURITY_POLICY;

/// The page's own policy, and what only a header can say: nobody frames it.
fn content_security_policy() -> HeaderValue {
    HeaderValue::from_str(&format!("{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"))
        .expect("invariant: the policy is printable ASCII")
}

/// Sets what keeps readers safe where an answer does not say otherwise.
pub(crate) fn protect(headers: &mut HeaderMap) {
    let fixed: [(HeaderName, &'static str); 5] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert_with(content_security_policy);
}

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
