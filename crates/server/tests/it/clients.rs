//! Clients: how much they may ask, where they come from, what they read.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use folkmoot_server::{Limits, Rate, Settings, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::fixture::{server, server_with};

/// Asks for `/` on a connection of its own with these headers; gives the status line.
async fn ask(address: std::net::SocketAddr, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("connected");
    let request = format!("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut reply = Vec::new();
    let _ = stream.read_to_end(&mut reply).await;
    String::from_utf8_lossy(&reply).lines().next().unwrap_or_default().to_owned()
}

async fn running(settings: Settings) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let router = folkmoot_server::router(server().live, settings);
    tokio::spawn(serve(listener, router, Limits::default(), std::future::pending()));
    address
}

fn sparing() -> Option<Rate> {
    // So slow that no bucket fills while the test runs.
    Some(Rate { per_second: 0.001, burst: 2.0 })
}

#[tokio::test]
async fn who_asks_too_much_is_asked_to_wait() {
    let address = running(Settings { rate: sparing(), ..Settings::default() }).await;
    assert_eq!(ask(address, "").await, "HTTP/1.1 200 OK");
    assert_eq!(ask(address, "").await, "HTTP/1.1 200 OK");
    assert_eq!(ask(address, "").await, "HTTP/1.1 429 Too Many Requests");
    assert_eq!(ask(address, "x-forwarded-for: 192.0.2.9\r\n").await, "HTTP/1.1 429 Too Many Requests");
}

#[tokio::test]
async fn clients_behind_a_trusted_proxy_are_told_apart() {
    let trusted_proxies = vec!["127.0.0.0/8".parse().expect("a network")];
    let address = running(Settings { rate: sparing(), trusted_proxies, ..Settings::default() }).await;
    for client in ["192.0.2.1", "192.0.2.2", "192.0.2.3"] {
        let header = format!("x-forwarded-for: {client}\r\n");
        assert_eq!(ask(address, &header).await, "HTTP/1.1 200 OK", "{client}");
    }
}

#[tokio::test]
async fn who_prefers_another_language_is_led_to_it_from_the_entrance_alone() {
    let server = server();
    let ask = |path: &str, language: &str, from: &str| {
        let request = Request::get(path).header("accept-language", language).header("sec-fetch-site", from);
        request.body(Body::empty()).expect("a request")
    };
    let led = server.send(ask("/", "zh-CN,zh;q=0.9,en;q=0.5", "none")).await;
    assert_eq!((led.status, led.header("location")), (StatusCode::FOUND, "/zh/"));
    assert!(led.header("vary").contains("Accept-Language"));
    assert_eq!(led.header("cache-control"), "no-store");
    let with_query = server.send(ask("/?kind=sigs", "tr", "cross-site")).await;
    assert_eq!(with_query.header("location"), "/tr/?kind=sigs");
    for (path, language, from) in [
        ("/", "zh", "same-origin"),
        ("/", "en-GB, zh;q=0.5", "none"),
        ("/", "fr", "none"),
        ("/zh/", "en", "none"),
        ("/people/", "zh", "none"),
    ] {
        let reply = server.send(ask(path, language, from)).await;
        assert_eq!(reply.status, StatusCode::OK, "{path} {language} {from}");
        let varies = reply.header("vary").contains("Accept-Language");
        assert_eq!(varies, path == "/", "{path}");
    }
}

#[tokio::test]
async fn other_sites_may_read_what_is_made_for_them_and_nothing_else() {
    let server = server();
    for path in ["/api/v1/index.json", "/feed.xml", "/sigs.json", "/calendar.ics"] {
        let reply = server.get(path).await;
        assert_eq!(
            (reply.status, reply.header("access-control-allow-origin")),
            (StatusCode::OK, "*"),
            "{path}"
        );
        assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin");
    }
    assert_eq!(server.get("/").await.header("access-control-allow-origin"), "");
    let asked = Request::options("/api/v1/index.json").header("origin", "https://example.org");
    let reply = server.send(asked.body(Body::empty()).expect("a request")).await;
    assert_eq!((reply.status, reply.header("access-control-allow-origin")), (StatusCode::NO_CONTENT, "*"));
    assert_eq!(reply.header("allow"), "GET, HEAD, OPTIONS");
}

#[tokio::test]
async fn only_what_is_made_for_frames_may_be_framed() {
    let server = server();
    let card = server.get("/embed/calendar/").await;
    assert_eq!((card.status, card.header("x-frame-options")), (StatusCode::OK, ""));
    assert!(card.header("content-security-policy").contains("frame-ancestors *"));
    let home = server.get("/").await;
    assert_eq!(home.header("x-frame-options"), "DENY");
    assert!(home.header("content-security-policy").contains("frame-ancestors 'none'"));
}

#[tokio::test]
async fn a_site_behind_tls_says_that_it_is_nowhere_else() {
    assert_eq!(server().get("/").await.header("strict-transport-security"), "");
    let server = server_with("/", Some("https://example.org"));
    assert_eq!(server.get("/").await.header("strict-transport-security"), "max-age=31536000");
}

#[tokio::test]
async fn what_happened_is_counted() {
    let server = server();
    server.get("/").await;
    server.get("/").await;
    server.get("/nothing").await;
    let reply = server.get("/metrics").await;
    assert_eq!(reply.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    for line in [
        "folkmoot_requests_total{kind=\"page\",status=\"200\"} 2",
        "folkmoot_requests_total{kind=\"missing\",status=\"404\"} 1",
        "folkmoot_cache_answers_total{from=\"fresh\"} 1",
        "folkmoot_request_duration_seconds_count 3",
        "folkmoot_record_current 1",
    ] {
        assert!(reply.body.lines().any(|own| own == line), "{line}: {}", reply.body);
    }
}
