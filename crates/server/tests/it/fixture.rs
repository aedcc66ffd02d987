//! A small record that tests can change.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use folkmoot_diagnostics::Span;
use folkmoot_model::{Community, MemoryFiles, Text};
use folkmoot_server::{Event, Live, Record, Settings, router};
use folkmoot_site::{BasePath, Options, Site};
use tower::ServiceExt;

/// A community of that name, with a code of conduct and a secret beside it.
pub(crate) fn site(name: &str, base: &str) -> Site {
    site_with(name, base, None)
}

/// The same, reached at that origin.
fn site_with(name: &str, base: &str, origin: Option<&str>) -> Site {
    let mut community = Community::empty();
    let nowhere = Span::file_start(community.sources.add("community.yaml", ""));
    community.name = Text::new(name, nowhere);
    community.logo = Text::new("logo.svg", nowhere);
    let files = MemoryFiles::new()
        .with("code-of-conduct.md", "# Code of conduct\n\nBe kind.")
        .with("secret.txt", "the secret itself")
        .with("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    let base = BasePath::new(base).expect("a valid base");
    Site::new(
        community,
        Arc::new(files),
        Options { base, origin: origin.map(str::to_owned), ..Options::default() },
    )
}

/// What a record says when it is read.
#[derive(Clone, Default)]
pub(crate) struct Changing {
    pub(crate) stamp: Arc<AtomicU64>,
    pub(crate) content: Arc<Mutex<Option<Result<String, String>>>>,
}

impl Changing {
    pub(crate) fn to(&self, content: Result<&str, &str>) {
        let content = content.map(str::to_owned).map_err(str::to_owned);
        *self.content.lock().expect("not poisoned") = Some(content);
        self.stamp.fetch_add(1, Ordering::SeqCst);
    }
}

impl Record for Changing {
    fn stamp(&self, _: &Site) -> u64 {
        self.stamp.load(Ordering::SeqCst)
    }

    fn load(&self) -> Result<Site, String> {
        let content = self.content.lock().expect("not poisoned").clone().expect("read only after a change");
        if content.as_deref() == Ok("panic") {
            panic!("a bug in reading");
        }
        content.map(|name| site(&name, "/"))
    }
}

/// A server of that record, with what it said.
pub(crate) struct Server {
    pub(crate) live: Arc<Live>,
    router: Router,
    pub(crate) events: Arc<Mutex<Vec<Event>>>,
    pub(crate) record: Changing,
}

pub(crate) fn server() -> Server {
    server_at("/")
}

pub(crate) fn server_at(base: &str) -> Server {
    server_with(base, None)
}

pub(crate) fn server_with(base: &str, origin: Option<&str>) -> Server {
    let record = Changing::default();
    let events = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&events);
    let live = Live::new(record.clone(), site_with("Sample", base, origin), Duration::ZERO, move |event| {
        heard.lock().expect("not poisoned").push(event);
    });
    let live = Arc::new(live);
    let settings = Settings { tells_requests: true, ..Settings::default() };
    Server { router: router(Arc::clone(&live), settings), live, events, record }
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("printable"))
    }
}

impl Server {
    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    pub(crate) async fn answer(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.expect("infallible")
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Reply {
        let (parts, body) = self.answer(request).await.into_parts();
        let body = to_bytes(body, 1 << 20).await.expect("a whole body");
        let body = String::from_utf8(body.to_vec()).expect("UTF-8");
        Reply { status: parts.status, headers: parts.headers, body }
    }
}
