//! Requests and their answers.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::fixture::{server, server_at};

#[tokio::test]
async fn a_page_comes_with_its_policies() {
    let reply = server().get("/").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.body.contains("<title>Sample</title>"));
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(reply.header("cache-control"), "no-cache");
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    assert_eq!(reply.header("x-frame-options"), "DENY");
    assert_eq!(reply.header("referrer-policy"), "strict-origin-when-cross-origin");
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("unsafe"));
}

#[tokio::test]
async fn a_page_the_reader_has_is_not_sent_again() {
    let server = server();
    let tag = server.get("/").await.header("etag").to_owned();
    for value in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let request =
            Request::get("/").header("if-none-match", &value).body(Body::empty()).expect("a request");
        let reply = server.send(request).await;
        assert_eq!((reply.status, reply.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{value}");
        assert_eq!(reply.header("etag"), tag);
        assert!(!reply.header("content-security-policy").is_empty());
    }
    let request =
        Request::get("/").header("if-none-match", "\"other\"").body(Body::empty()).expect("a request");
    assert_eq!(server.send(request).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_calendar_comes_as_one() {
    let reply = server().get("/calendar.ics").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    assert!(reply.body.starts_with("BEGIN:VCALENDAR\r\n"));
    assert_eq!(server().get("/calendar.ics?groups=sig-gone").await.status, StatusCode::NOT_FOUND);
    assert_eq!(server_at("/x/").get("/x/calendar.ics").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_asked_in_the_query_is_answered_each_time() {
    let server = server();
    let values = ["", "?q=first-thing", "?q=second-thing"];
    for value in values {
        let reply = server.get(&format!("/search/{value}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{value}");
        for other in values.iter().filter_map(|other| other.strip_prefix("?q=")) {
            assert_eq!(
                reply.body.contains(&format!("value=\"{other}\"")),
                value.ends_with(other),
                "{value} {other}"
            );
        }
    }
}

#[tokio::test]
async fn a_head_request_gets_the_headers_alone() {
    let server = server();
    let whole = server.get("/").await;
    let head = server.send(Request::head("/").body(Body::empty()).expect("a request")).await;
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    assert_eq!(head.header("content-length"), whole.body.len().to_string());
    assert_eq!(head.header("etag"), whole.header("etag"));
}

#[tokio::test]
async fn assets_may_be_kept_for_ever() {
    let server = server();
    let home = server.get("/").await.body;
    let mut seen = 0;
    for part in home.split(['"']).filter(|part| part.starts_with("/assets/")) {
        let reply = server.get(part).await;
        assert_eq!(reply.status, StatusCode::OK, "{part}");
        assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
        assert!(!reply.header("content-type").starts_with("text/html"));
        if part.ends_with(".svg") {
            assert!(reply.header("content-security-policy").contains("sandbox"));
        }
        seen += 1;
    }
    assert!(seen >= 4, "style, two scripts, logo: {seen}");
    assert_eq!(server.get("/assets/site.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nothing_but_documents_leaves_the_repository() {
    let server = server();
    assert!(server.get("/docs/code-of-conduct.md/").await.body.contains("Be kind."));
    for path in [
        "/docs/secret.txt/",
        "/secret.txt",
        "/docs/../secret.txt",
        "/docs/%2e%2e/secret.txt",
        "/docs/..%2fsecret.txt",
        "/docs/x/../code-of-conduct.md/",
        "/docs//code-of-conduct.md/",
        "/docs/./code-of-conduct.md/",
        "/docs/code-of-conduct.md%00/",
        "/docs/%ff/",
        "/docs/..%5csecret.md/",
        "//docs/code-of-conduct.md/",
        "/assets/../code-of-conduct.md",
    ] {
        let reply = server.get(path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!reply.body.contains("the secret itself") && !reply.body.contains("Be kind"), "{path}");
    }
}

#[tokio::test]
async fn one_address_a_page() {
    let server = server();
    for (from, to) in [
        ("/docs/code-of-conduct.md", "/docs/code-of-conduct.md/"),
        ("/index.html", "/"),
        ("/docs/code-of-conduct.md/index.html", "/docs/code-of-conduct.md/"),
    ] {
        let reply = server.get(from).await;
        assert_eq!((reply.status, reply.header("location")), (StatusCode::PERMANENT_REDIRECT, to), "{from}");
    }
}

#[tokio::test]
async fn a_site_may_live_below_the_root() {
    let server = server_at("/community/");
    let home = server.get("/community/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.body.contains("href=\"/community/assets/"));
    assert_eq!(server.get("/community").await.header("location"), "/community/");
    assert_eq!(server.get("/").await.status, StatusCode::NOT_FOUND);
    assert_eq!(server.get("/healthz").await.body, "ok\n");
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_sites_own_look() {
    let reply = server().get("/groups/sig-nothing/").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_eq!(reply.header("cache-control"), "no-store");
    assert!(reply.body.contains("There is no page here") && reply.body.contains("Sample"));
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let server = server();
    for method in ["POST", "PUT", "DELETE", "TRACE", "PROPFIND"] {
        let request = Request::builder().method(method).uri("/").body(Body::from("x")).expect("a request");
        let reply = server.send(request).await;
        assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(reply.header("allow"), "GET, HEAD, OPTIONS");
    }
}

#[tokio::test]
async fn an_endless_address_is_refused() {
    let reply = server().get(&format!("/{}", "a".repeat(5000))).await;
    assert_eq!(reply.status, StatusCode::URI_TOO_LONG);
}

#[tokio::test]
async fn health_is_told_to_machines() {
    let server = server();
    assert_eq!(server.get("/healthz").await.body, "ok\n");
    assert_eq!(server.get("/readyz").await.body, "ready\n");
    assert_eq!(server.get("/healthz").await.header("cache-control"), "no-store");
}
