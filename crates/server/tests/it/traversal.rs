//! Addresses that try to leave the repository, through every route.

use axum::http::StatusCode;

use crate::fixture::server;

/// Ways to write "one up".
const UP: [&str; 10] = [
    "..",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "..%2f..",
    "..%5c..",
    "%252e%252e",
    "..\u{0}",
    "..;",
    "\u{ff0e}\u{ff0e}",
];

#[tokio::test]
async fn no_route_leads_out_of_the_repository() {
    let server = server();
    let routes = [
        "/{}/secret.txt",
        "/docs/{}/secret.txt",
        "/docs/{}/secret.txt/",
        "/docs/a/{}/secret.txt",
        "/zh/docs/{}/secret.txt",
        "/assets/{}/secret.txt",
        "/files/{}/secret.txt",
        "/groups/{}/secret.txt",
        "/groups/{}/feed.xml",
        "/groups/{}/calendar.ics",
        "/groups/{}/meetings/{}.ics",
        "/people/{}/calendar.ics",
        "/people/{}/",
        "/badges/{}/status.svg",
        "/badges/sig-docs/{}",
        "/embed/groups/{}/",
        "/embed/{}/secret.txt",
        "/api/v1/{}/secret.txt",
        "/api/v1/groups/{}/secret.json",
        "/api/v1/groups/{}.json",
        "/api/v1/people/{}.json",
        "/api/v1/schemas/{}.json",
        "/calendar.ics?groups={}/secret",
        "/calendar/{}/secret.txt",
    ];
    for route in routes {
        for up in UP {
            // A request line holds ASCII without control characters: what else there is comes percent-encoded.
            let up: String = up
                .bytes()
                .map(|byte| match byte {
                    b'!'..=b'~' => char::from(byte).to_string(),
                    _ => format!("%{byte:02X}"),
                })
                .collect();
            let path = route.replace("{}", &up);
            let reply = server.get(&path).await;
            assert!(
                matches!(reply.status, StatusCode::NOT_FOUND | StatusCode::PERMANENT_REDIRECT),
                "{path}: {}",
                reply.status
            );
            assert!(!reply.body.contains("the secret itself"), "{path}");
            let to = reply.header("location");
            assert!(
                !to.contains("..") && !to.starts_with("//") && !to.contains('\\'),
                "{path} leads to {to}"
            );
        }
    }
}
