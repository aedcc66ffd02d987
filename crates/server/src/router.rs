//! Requests to answers.

use std::net::IpAddr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::http::{Method, Response, StatusCode, Uri};
use folkmoot_site::Notice;
use jiff::Timestamp;

use crate::answer::Answer;
use crate::cache::{Cache, Found};
use crate::client::{Network, Peer, client};
use crate::encoding::Encoding;
use crate::headers::ONLY_TLS;
use crate::language;
use crate::live::{Look, Shown, panic_message};
use crate::metrics::{Gauges, Metrics};
use crate::prepared::{Kind, Prepared};
use crate::rate::{Limiter, Rate};
use crate::{Event, Live};

/// Bytes of a request's path and query; more is no address of this site.
const ADDRESS_LIMIT: usize = 4096;
/// What one answer may take.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
/// What the first request after a pause waits for a look at the record, reading it included.
const PATIENCE: Duration = Duration::from_millis(500);
/// Methods that are answered.
const METHODS: &str = "GET, HEAD, OPTIONS";

/// How requests are taken.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What one client may ask; `None` for as much as it likes.
    pub rate: Option<Rate>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether every answered request is told to the listener.
    pub tells_requests: bool,
}

/// What answering takes.
struct Desk {
    live: Arc<Live>,
    settings: Settings,
    limiter: Option<Limiter>,
    cache: Cache,
    metrics: Metrics,
}

/// Answers requests from `live`.
pub fn router(live: Arc<Live>, settings: Settings) -> Router {
    let limiter = settings.rate.map(Limiter::new);
    let desk = Desk { live, settings, limiter, cache: Cache::default(), metrics: Metrics::default() };
    Router::new().fallback(answer).with_state(Arc::new(desk))
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response<Body> {
    let started = Instant::now();
    let (parts, _) = request.into_parts();
    let prepared = make(&desk, &parts.method, &parts.uri, &parts.headers, peer(&parts.extensions)).await;
    let encoding = prepared.encoding(Encoding::preferred(parts.headers.get(header::ACCEPT_ENCODING)));
    if !prepared.is_ready(encoding) {
        let work = Arc::clone(&prepared);
        // Where it fails, the response below does the work itself.
        let _ = tokio::task::spawn_blocking(move || work.prepare(encoding)).await;
    }
    let mut response = prepared.respond(&parts.headers, encoding, parts.method == Method::HEAD);
    if desk.live.shown().site.options().origin.as_deref().is_some_and(|origin| origin.starts_with("https://"))
    {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, ONLY_TLS);
    }
    let status = response.status().as_u16();
    let took = started.elapsed();
    desk.metrics.count(prepared.kind, status, took);
    if desk.settings.tells_requests {
        let path = parts.uri.path().to_owned();
        desk.live.tell(Event::Answered { method: parts.method.to_string(), path, status, took });
    }
    response
}

fn peer(extensions: &axum::http::Extensions) -> Option<IpAddr> {
    extensions.get::<Peer>().map(|peer| peer.0)
}

async fn make(
    desk: &Arc<Desk>,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    peer: Option<IpAddr>,
) -> Arc<Prepared> {
    let ready = |answer: Answer| Arc::new(answer.prepare());
    // Whoever watches over the server must reach it when it has the most to do.
    let is_health = matches!(uri.path(), "/healthz" | "/readyz" | "/metrics");
    if let (Some(limiter), Some(peer), false) = (&desk.limiter, peer, is_health)
        && let Err(wait) = limiter.take(client(peer, headers, &desk.settings.trusted_proxies), Instant::now())
    {
        let seconds = HeaderValue::from(wait.as_secs() + 1);
        let line = "Too many requests from this address. Please wait a little.\n";
        let answer = Answer::text(Kind::Refused, StatusCode::TOO_MANY_REQUESTS, line);
        return ready(answer.with_value(header::RETRY_AFTER, seconds));
    }
    match *method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return ready(options()),
        _ => {
            let refused = Notice::refused("405");
            let answer = Answer::notice(&desk.live.shown(), StatusCode::METHOD_NOT_ALLOWED, &refused);
            return ready(answer.with(header::ALLOW, METHODS));
        }
    }
    if uri.path().len() + uri.query().map_or(0, str::len) > ADDRESS_LIMIT {
        let refused = Notice::refused("414");
        return ready(Answer::notice(&desk.live.shown(), StatusCode::URI_TOO_LONG, &refused));
    }
    match uri.path() {
        "/healthz" => ready(Answer::text(Kind::Health, StatusCode::OK, "ok\n")),
        "/readyz" => ready(readiness(desk).await),
        "/metrics" => ready(desk.metrics()),
        path => desk.page(path, uri.query().unwrap_or_default(), headers).await,
    }
}

/// What may be asked, for a browser that asks before a script of another site may: anything may be read.
fn options() -> Answer {
    let answer = Answer::text(Kind::Options, StatusCode::NO_CONTENT, "").open();
    answer
        .with(header::ALLOW, METHODS)
        .with(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .with(header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match")
        .with(header::ACCESS_CONTROL_MAX_AGE, "86400")
}

/// Ready as long as there is something to show, and says where that is not the record as it stands.
async fn readiness(desk: &Arc<Desk>) -> Answer {
    let live = Arc::clone(&desk.live);
    // What comes of the look is asked below.
    let _ = tokio::task::spawn_blocking(move || live.look()).await;
    let line = match desk.live.is_current() {
        true => "ready\n",
        false => "ready, with the last record that could be read\n",
    };
    Answer::text(Kind::Health, StatusCode::OK, line)
}

impl Desk {
    fn metrics(&self) -> Answer {
        let shown = self.live.shown();
        let text = self.metrics.render(&Gauges {
            groups: shown.site.community().groups.len(),
            current: shown.is_current,
            reloads: self.live.reloads.load(Ordering::Relaxed),
            failed_reloads: self.live.failed_reloads.load(Ordering::Relaxed),
            cache_bytes: self.cache.size(),
        });
        let answer = Answer::text(Kind::Health, StatusCode::OK, text);
        answer.with(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
    }

    async fn page(self: &Arc<Self>, path: &str, query: &str, headers: &HeaderMap) -> Arc<Prepared> {
        self.look().await;
        let shown = self.live.shown();
        if language::is_entrance(&shown.site, path)
            && let Some(mut to) = language::leads_to(&shown.site, headers)
        {
            if !query.is_empty() {
                to = format!("{to}?{query}");
            }
            let answer = Answer::moved(StatusCode::FOUND, &to).with(header::VARY, language::VARY);
            return Arc::new(answer.prepare());
        }
        if !query.is_empty() && is_asked_by_query(path) {
            return Arc::new(self.render(shown, path, query).await.prepare());
        }
        let minute = minute();
        match self.cache.get(shown.generation, minute, path) {
            Found::Fresh(prepared) => {
                self.metrics.fresh.fetch_add(1, Ordering::Relaxed);
                prepared
            }
            Found::Stale(prepared) => {
                self.metrics.stale.fetch_add(1, Ordering::Relaxed);
                if prepared.is_to_be_renewed(minute) {
                    let (desk, path) = (Arc::clone(self), path.to_owned());
                    tokio::spawn(async move { desk.make(shown, minute, &path).await });
                }
                prepared
            }
            Found::Nothing => self.make(shown, minute, path).await,
        }
    }

    /// Looks at the record where that is due. Who comes after a pause waits for what comes of it, within reason.
    async fn look(&self) {
        let due = self.live.due();
        if due == Look::NotDue {
            return;
        }
        let live = Arc::clone(&self.live);
        let look = tokio::task::spawn_blocking(move || live.look());
        if due == Look::First {
            let _ = tokio::time::timeout(PATIENCE, look).await;
        }
    }

    /// Renders an answer and keeps it; where somebody else is at it, takes what comes of that.
    async fn make(self: &Arc<Self>, shown: Arc<Shown>, minute: i64, path: &str) -> Arc<Prepared> {
        let _maker = self.cache.maker(path).await;
        if let Found::Fresh(prepared) = self.cache.get(shown.generation, minute, path) {
            return prepared;
        }
        self.metrics.made.fetch_add(1, Ordering::Relaxed);
        let generation = shown.generation;
        let answer = self.render(shown, path, "").await;
        match answer.is_lasting() {
            true => self.cache.keep(generation, minute, path, answer.prepare()),
            false => Arc::new(answer.prepare()),
        }
    }

    /// Renders off the threads that serve connections: a long document takes time.
    async fn render(&self, shown: Arc<Shown>, path: &str, query: &str) -> Answer {
        let (path, query) = (path.to_owned(), query.to_owned());
        let now = Timestamp::from_second(minute() * 60).unwrap_or(Timestamp::UNIX_EPOCH);
        let task = tokio::task::spawn_blocking(move || {
            catch_unwind(AssertUnwindSafe(|| Answer::to_path(&shown, &path, &query, now)))
        });
        let (status, what) = match tokio::time::timeout(ANSWER_LIMIT, task).await {
            Ok(Ok(Ok(answer))) => return answer,
            Ok(Ok(Err(panic))) => (StatusCode::INTERNAL_SERVER_ERROR, panic_message(panic.as_ref())),
            Ok(Err(error)) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
            Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "an answer took longer than ten seconds".to_owned()),
        };
        self.live.tell(Event::Failed { what });
        let answer = Answer::notice(&self.live.shown(), status, &Notice::failed());
        if status == StatusCode::SERVICE_UNAVAILABLE {
            answer.with(header::RETRY_AFTER, "10")
        } else {
            answer
        }
    }
}

/// Whether the answer depends on the query: calendars put together in the address, and searches. There are as many of
/// those as readers, so they are not kept.
fn is_asked_by_query(path: &str) -> bool {
    path.ends_with(".ics") || path.trim_end_matches('/').ends_with("/search")
}

/// The minute that is, since the epoch of Unix: pages say what is next, which does not change from second to second.
fn minute() -> i64 {
    Timestamp::now().as_second().div_euclid(60)
}
