//! Connections, within bounds.

use std::convert::Infallible;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tower::Service as _;

use crate::client::Peer;

/// What one reader, and all together, may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Connections open at once; further ones wait.
    pub connections: usize,
    /// Bytes of a request's line and headers.
    pub head_bytes: usize,
    /// Header lines of a request.
    pub headers: usize,
    /// From the first byte of a request, or the end of the last one, to the end of its headers.
    pub head_time: Duration,
    /// The longest a connection lives, so that readers who take in a byte a minute give their place up.
    pub connection_time: Duration,
    /// What answers under way get when the server stops.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            head_bytes: 16 * 1024,
            headers: 64,
            head_time: Duration::from_secs(15),
            connection_time: Duration::from_secs(300),
            farewell: Duration::from_secs(5),
        }
    }
}

/// Why serving ended before it was told to.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The listener gave up for good.
    #[error("taking in connections: {0}")]
    Accept(#[source] std::io::Error),
}

/// Serves `router` on `listener` until `stop` is ready, then lets answers under way finish.
///
/// # Errors
/// [`ServeError`] where the listener fails for another reason than one connection's.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    let mut failures = 0_u32;
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await.expect("invariant: never closed");
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok((stream, address)) => (stream, Peer(address.ip())),
            // The process may be out of files: connections that end give some back.
            Err(error) if failures < 100 => {
                failures += 1;
                drop(error);
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
            Err(error) => return Err(ServeError::Accept(error)),
        };
        failures = 0;
        // Answers are written whole; waiting to fill packets only delays them.
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.head_time)
            .max_buf_size(limits.head_bytes)
            .max_headers(limits.headers)
            .serve_connection(TokioIo::new(stream), answers(router.clone(), peer));
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A reader who hangs up or errs is no concern of the server's.
            let _ = timeout(limits.connection_time, watched).await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(limits.farewell, graceful.shutdown()).await;
    Ok(())
}

/// The router for one connection, told who is at its other end.
fn answers(
    router: Router,
    peer: Peer,
) -> impl Service<Request<Incoming>, Response = Response<Body>, Error = Infallible, Future: Send> {
    service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        // A router is always ready.
        router.clone().call(request)
    })
}
