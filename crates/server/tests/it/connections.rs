//! Real connections, their bounds and their end.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_server::{Limits, Settings, router, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::fixture::server;

struct Running {
    address: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

async fn run(limits: Limits) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let router = router(Arc::clone(&server().live), Settings::default());
    let task = tokio::spawn(async move {
        let stop = async { drop(stopped.await) };
        serve(listener, router, limits, stop).await.expect("serving ends well");
    });
    Running { address, stop, task }
}

/// Sends `request` and reads until the server hangs up.
async fn exchange(running: &Running, request: &str) -> String {
    let mut stream = TcpStream::connect(running.address).await.expect("connected");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut reply = Vec::new();
    // A connection that is reset has been ended as well.
    let _ = stream.read_to_end(&mut reply).await;
    String::from_utf8_lossy(&reply).into_owned()
}

#[tokio::test]
async fn a_page_is_served_and_the_server_stops_when_told() {
    let running = run(Limits::default()).await;
    let reply = exchange(&running, "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(reply.starts_with("HTTP/1.1 200 OK\r\n"), "{reply}");
    running.stop.send(()).expect("still running");
    running.task.await.expect("no panic");
    assert!(TcpStream::connect(running.address).await.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn an_idle_connection_does_not_keep_the_server_from_stopping() {
    let running = run(Limits { farewell: Duration::from_secs(60), ..Limits::default() }).await;
    let _idle = TcpStream::connect(running.address).await.expect("connected");
    let reply = exchange(&running, "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(reply.ends_with("ok\n"));
    running.stop.send(()).expect("still running");
    tokio::time::timeout(Duration::from_secs(20), running.task).await.expect("in time").expect("no panic");
}

#[tokio::test]
async fn headers_that_never_end_are_cut_off() {
    let limits = Limits { head_time: Duration::from_millis(50), ..Limits::default() };
    let running = run(limits).await;
    let reply = exchange(&running, "GET / HTTP/1.1\r\nhost: x\r\n").await;
    assert!(!reply.contains("200 OK"), "{reply}");
}

#[tokio::test]
async fn headers_beyond_the_bounds_are_refused() {
    let running = run(Limits::default()).await;
    let long = format!("GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "a".repeat(64 * 1024));
    assert!(exchange(&running, &long).await.starts_with("HTTP/1.1 431"), "one long header");
    let many = format!("GET / HTTP/1.1\r\nhost: x\r\n{}\r\n", "x: y\r\n".repeat(100));
    assert!(exchange(&running, &many).await.starts_with("HTTP/1.1 431"), "many headers");
}

#[tokio::test]
async fn a_body_is_not_read() {
    let running = run(Limits::default()).await;
    let reply =
        exchange(&running, "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999\r\n\r\nabc").await;
    assert!(reply.starts_with("HTTP/1.1 405"), "{reply}");
}
