//! Compressed answers.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};

use crate::fixture::server;

async fn get(path: &str, encoding: &str, tag: &str) -> (StatusCode, String, String, String, usize) {
    let request = Request::get(path).header("accept-encoding", encoding).header("if-none-match", tag);
    let response = server().answer(request.body(Body::empty()).expect("a request")).await;
    let header = |name: &str| {
        response
            .headers()
            .get(name)
            .map(|value| value.to_str().expect("printable").to_owned())
            .unwrap_or_default()
    };
    let (encoding, tag, vary) = (header("content-encoding"), header("etag"), header("vary"));
    let status = response.status();
    let length = to_bytes(response.into_body(), 1 << 20).await.expect("a body").len();
    (status, encoding, tag, vary, length)
}

#[tokio::test]
async fn a_page_comes_in_the_smallest_form_that_the_reader_takes() {
    let (_, none, plain_tag, vary, plain) = get("/", "", "").await;
    let (_, gzip, gzip_tag, _, gzipped) = get("/", "gzip", "").await;
    let (_, brotli, brotli_tag, _, smallest) = get("/", "gzip, br", "").await;
    assert_eq!((none.as_str(), gzip.as_str(), brotli.as_str()), ("", "gzip", "br"));
    assert!(smallest < gzipped && gzipped < plain, "{smallest} {gzipped} {plain}");
    assert!(vary.contains("Accept-Encoding"), "{vary}");
    assert!(plain_tag != gzip_tag && gzip_tag != brotli_tag, "each form has a tag of its own");
}

#[tokio::test]
async fn a_form_that_the_reader_has_is_not_sent_again() {
    let (_, _, tag, _, _) = get("/", "br", "").await;
    let (status, _, again, vary, length) = get("/", "br", &tag).await;
    assert_eq!((status, again, length), (StatusCode::NOT_MODIFIED, tag.clone(), 0));
    assert!(vary.contains("Accept-Encoding"));
    let (status, _, _, _, _) = get("/", "gzip", &tag).await;
    assert_eq!(status, StatusCode::OK, "the tag is of another form");
}

#[tokio::test]
async fn a_head_request_has_the_length_of_what_would_be_sent() {
    let server = server();
    let ask = |method: &str| {
        let request = Request::builder().method(method).uri("/").header("accept-encoding", "br");
        request.body(Body::empty()).expect("a request")
    };
    let (head, whole) = (server.answer(ask("HEAD")).await, server.answer(ask("GET")).await);
    assert_eq!(head.headers()["content-length"], whole.headers()["content-length"]);
    assert_eq!(head.headers()["etag"], whole.headers()["etag"]);
    assert_eq!(to_bytes(head.into_body(), 10).await.expect("a body").len(), 0);
}
