//! Two series meet at once behind one conference link.
//!
//! One account serves many groups as long as they meet one after the other; that is no finding. Looked at is the year
//! ahead; a meeting that states no length counts as a quarter of an hour, series without certain dates are left out, and
//! so are entries of one meeting: the same notes at the same times.
//!
//! ## Why it matters
//!
//! Both groups land in one call, or the second to start throws the first one out.
//!
//! ## How to mend it
//!
//! Give one of the two another link or time. Where one takes the place of the other, say so: `weekly except the fourth
//! Monday`.
//!
//! ```yaml fails
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Docs, day: Monday, time: "9:00", tz: UTC, frequency: weekly, url: "https://zoom.us/j/123?pwd=a"}]
//! - dir: sig-apps
//!   name: Apps
//!   meetings: [{description: Apps, day: first Monday, time: "9:00", tz: UTC, frequency: monthly, url: "https://zoom.us/j/123"}]
//! ```
//!
//! ```yaml passes
//! sigs:
//! - dir: sig-docs
//!   name: Docs
//!   meetings: [{description: Docs, day: Monday, time: "9:00", tz: UTC, frequency: weekly, url: "https://zoom.us/j/123"}]
//! - dir: sig-apps
//!   name: Apps
//!   meetings:
//!   - {description: Apps, day: Monday, time: "10:00", tz: UTC, frequency: weekly, url: "https://zoom.us/j/123"}
//!   - {description: Triage, day: Monday, time: "9:00", tz: UTC, frequency: weekly, url: "https://example.org/how-to-join"}
//! ```

use folkmoot_calendar::Series as Dates;
use folkmoot_diagnostics::Severity;

use super::Series;
use super::overlap::overlaps;
use crate::{Check, Context, Findings};

pub(crate) const CHECK: Check =
    Check::new("conference-link-shared", Severity::Warning, include_str!("conference_link_shared.rs"), run);

/// Hosts (and hosts below them) of which an address is one call. Any other link may lead to a page or a list of calls.
const HOSTS: [&str; 13] = [
    "bluejeans.com",
    "gotomeet.me",
    "gotomeeting.com",
    "meet.google.com",
    "meet.goto.com",
    "meet.jit.si",
    "meeting.tencent.com",
    "teams.live.com",
    "teams.microsoft.com",
    "vc.feishu.cn",
    "webex.com",
    "whereby.com",
    "zoom.us",
];

fn run(context: &Context<'_>, out: &mut Findings) {
    let keys = |series: &Series<'_>, dates: &Dates| match call(&series.meeting.url) {
        Some(call) => vec![(call, dates.clone())],
        None => Vec::new(),
    };
    // Where a room is stated, the room's own check knows more.
    let may = |a: &Series<'_>, b: &Series<'_>| a.meeting.room.is_empty() || b.meeting.room.is_empty();
    for overlap in overlaps(context, keys, may) {
        let many =
            if overlap.series.len() == 2 { "two".to_owned() } else { overlap.series.len().to_string() };
        let finding = out.finding(format!("{many} series meet at once behind `{}`", overlap.shared));
        let finding = overlap.describe(context, finding);
        out.add(
            finding
                .help("give one of them another link or time, or cancel it where the other takes its place"),
        );
    }
}

/// What tells one call from another: host and path, without the passcode. `None` where the link is not of a call.
fn call(url: &str) -> Option<String> {
    let url = url.trim().trim_end_matches("...");
    let address = url.split_once("://").map_or(url, |(_, rest)| rest);
    let address = address.split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = address.split_once('/')?;
    let host = host.to_lowercase();
    let known =
        |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    // A room's number or code has a few characters at least: `/j` alone was cut short.
    let code = path.rsplit('/').next().unwrap_or_default();
    (HOSTS.iter().any(|one| known(one)) && code.len() >= 3).then(|| format!("{host}/{path}"))
}

#[cfg(test)]
mod tests {
    use super::call;

    #[test]
    fn an_address_of_a_call_is_known_without_its_passcode() {
        assert_eq!(call("https://zoom.us/j/123456?pwd=abc").as_deref(), Some("zoom.us/j/123456"));
        assert_eq!(call("https://Oracle.zoom.us/my/k8s.mc/").as_deref(), Some("oracle.zoom.us/my/k8s.mc"));
        assert_eq!(call("meet.google.com/abc-defg-hij").as_deref(), Some("meet.google.com/abc-defg-hij"));
    }

    #[test]
    fn other_links_and_placeholders_are_none() {
        for url in [
            "",
            "tbd",
            "https://meet.google.com/...",
            "https://zoom.us/j/",
            "https://example.org/zoom.us/j/123",
            "https://notzoom.us/j/123",
        ] {
            assert_eq!(call(url), None, "{url}");
        }
    }
}
