//! Requests to answers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use axum::routing::any;
use folkmoot_site::Notice;
use jiff::Timestamp;

use crate::answer::Answer;
use crate::headers::protect;
use crate::{Event, Live};

/// Bytes of a request's path and query; more is no address of this site.
const ADDRESS_LIMIT: usize = 4096;
/// What one answer may take, a reload of the record included.
const ANSWER_LIMIT: Duration = Duration::from_secs(10);

/// Answers requests from `live`.
pub fn router(live: Arc<Live>) -> Router {
    Router::new()
        .route("/healthz", any(answer))
        .route("/readyz", any(answer))
        .fallback(answer)
        .with_state(live)
}

async fn answer(
    State(live): State<Arc<Live>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    let started = Instant::now();
    let made = make(&live, &method, &uri).await;
    let mut response = made.respond(&headers, method == Method::HEAD);
    protect(response.headers_mut());
    let status = response.status().as_u16();
    let path = uri.path().to_owned();
    live.tell(Event::Answered { method: method.to_string(), path, status, took: started.elapsed() });
    response
}

async fn make(live: &Arc<Live>, method: &Method, uri: &Uri) -> Answer {
    if !matches!(*method, Method::GET | Method::HEAD) {
        let refused = Notice::refused("405");
        let answer = Answer::notice(&live.site(), StatusCode::METHOD_NOT_ALLOWED, &refused);
        return answer.with(header::ALLOW, "GET, HEAD");
    }
    if uri.path().len() + uri.query().map_or(0, str::len) > ADDRESS_LIMIT {
        return Answer::notice(&live.site(), StatusCode::URI_TOO_LONG, &Notice::refused("414"));
    }
    match uri.path() {
        "/healthz" => Answer::text(StatusCode::OK, "ok\n"),
        "/readyz" => ready(live).await,
        path => page(live, path.to_owned(), uri.query().unwrap_or_default().to_owned()).await,
    }
}

/// Ready as long as there is something to show, and says where that is not the record as it stands.
async fn ready(live: &Arc<Live>) -> Answer {
    let worker = Arc::clone(live);
    // What comes of the look is asked below, a panic included.
    let _ = tokio::task::spawn_blocking(move || drop(worker.refreshed())).await;
    if live.is_current() {
        Answer::text(StatusCode::OK, "ready\n")
    } else {
        Answer::text(StatusCode::OK, "ready, with the last record that could be read\n")
    }
}

/// Renders off the threads that serve connections: a reload reads files, a long document takes time.
async fn page(live: &Arc<Live>, path: String, query: String) -> Answer {
    let worker = Arc::clone(live);
    let task = tokio::task::spawn_blocking(move || {
        catch_unwind(AssertUnwindSafe(|| Answer::to_path(&worker.refreshed(), &path, &query, minute())))
    });
    match tokio::time::timeout(ANSWER_LIMIT, task).await {
        Ok(Ok(Ok(answer))) => answer,
        Ok(failed) => {
            let what = match failed {
                Ok(Err(panic)) => panic_message(panic.as_ref()),
                Err(error) => error.to_string(),
                Ok(Ok(_)) => String::new(),
            };
            live.tell(Event::Failed { what });
            Answer::notice(&live.site(), StatusCode::INTERNAL_SERVER_ERROR, &Notice::failed())
        }
        Err(_) => {
            live.tell(Event::Failed { what: "an answer took longer than ten seconds".to_owned() });
            Answer::notice(&live.site(), StatusCode::SERVICE_UNAVAILABLE, &Notice::failed())
                .with(header::RETRY_AFTER, "10")
        }
    }
}

/// The minute that is: pages say what is next, which does not change from second to second.
fn minute() -> Timestamp {
    let now = Timestamp::now();
    let seconds = now.as_second();
    Timestamp::from_second(seconds - seconds.rem_euclid(60)).unwrap_or(now)
}

fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic".to_owned())
}
