//! A record that changes while it is served.

use axum::http::StatusCode;
use folkmoot_server::Event;

use crate::fixture::server;

#[tokio::test]
async fn a_change_is_on_the_next_page() {
    let server = server();
    assert!(server.get("/").await.body.contains("Sample"));
    server.record.to(Ok("Renamed"));
    assert!(server.get("/").await.body.contains("<title>Renamed</title>"));
    let events = server.events.lock().expect("not poisoned");
    assert!(events.contains(&Event::Reloaded { groups: 0 }));
}

#[tokio::test]
async fn a_record_that_cannot_be_read_leaves_the_last_good_one() {
    let server = server();
    server.record.to(Err("sigs.yaml:3:1: this is no YAML"));
    let reply = server.get("/").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.body.contains("<title>Sample</title>"));
    assert!(server.get("/readyz").await.body.starts_with("ready, with the last record"));
    let kept = Event::Kept { why: "sigs.yaml:3:1: this is no YAML".to_owned() };
    let told = || server.events.lock().expect("not poisoned").iter().filter(|event| **event == kept).count();
    server.get("/").await;
    assert_eq!(told(), 1, "it is said once a change");
    server.record.to(Ok("Mended"));
    assert!(server.get("/").await.body.contains("Mended"));
    assert_eq!(server.get("/readyz").await.body, "ready\n");
}

#[tokio::test]
async fn a_bug_is_a_page_that_tells_readers_nothing_and_the_log_everything() {
    let server = server();
    server.record.to(Ok("panic"));
    let reply = server.get("/").await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(reply.body.contains("Something broke on our side") && !reply.body.contains("a bug in reading"));
    let failed = Event::Failed { what: "a bug in reading".to_owned() };
    assert!(server.events.lock().expect("not poisoned").contains(&failed));
    assert_eq!(server.get("/").await.status, StatusCode::OK, "the next request is served");
}
