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
    assert!(reply.body.contains("class=\"outdated\""), "the page says so: {}", reply.body);
    assert!(server.get("/readyz").await.body.starts_with("ready, with the last record"));
    let kept = Event::Kept { why: "sigs.yaml:3:1: this is no YAML".to_owned() };
    let told = || server.events.lock().expect("not poisoned").iter().filter(|event| **event == kept).count();
    server.get("/").await;
    assert_eq!(told(), 1, "it is said once a change");
    server.record.to(Ok("Mended"));
    let mended = server.get("/").await.body;
    assert!(mended.contains("Mended") && !mended.contains("class=\"outdated\""));
    assert_eq!(server.get("/readyz").await.body, "ready\n");
}

#[tokio::test]
async fn a_bug_in_reading_leaves_the_last_good_one_and_tells_the_log_alone() {
    let server = server();
    server.record.to(Ok("panic"));
    let reply = server.get("/").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.body.contains("<title>Sample</title>") && !reply.body.contains("a bug in reading"));
    assert!(server.get("/readyz").await.body.starts_with("ready, with the last record"));
    let failed = Event::Failed { what: "a bug in reading".to_owned() };
    assert!(server.events.lock().expect("not poisoned").contains(&failed));
    server.record.to(Ok("Mended"));
    assert!(server.get("/").await.body.contains("<title>Mended</title>"), "the next change is read");
}
