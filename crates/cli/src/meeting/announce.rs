//! The words by which a meeting is announced.

use clap::ValueEnum;
use folkmoot_records::Draft;
use jiff::Zoned;
use jiff::tz::TimeZone;

/// Where the announcement goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(super) enum Channel {
    /// An issue or a discussion.
    Md,
    /// A Slack channel.
    Slack,
    /// A mailing list: the subject on the first line.
    Mail,
}

/// The announcement of the meeting that `draft` prepares, which begins at `start` in its series' zone.
pub(super) fn text(channel: Channel, draft: &Draft, start: &Zoned, record: &str) -> String {
    let utc = start.with_time_zone(TimeZone::UTC);
    let zone = start.time_zone().iana_name().unwrap_or("local time");
    let day = start.strftime("%A %-d %B %Y");
    let clock = start.strftime("%H:%M");
    let also = match (zone, utc.date() == start.date()) {
        ("UTC", _) => String::new(),
        (_, true) => format!(" ({} UTC)", utc.strftime("%H:%M")),
        (_, false) => format!(" ({} UTC)", utc.strftime("%A %H:%M")),
    };
    let when = format!("{day}, {clock} {zone}{also}");
    let title = format!("{}: {}", draft.group, draft.series);
    let points: Vec<&str> = draft.points.iter().map(|point| point.text.as_str()).collect();
    let open = draft.carried.len();
    let list = |mark: &str| points.iter().map(|point| format!("{mark}{point}\n")).collect::<String>();
    let open = match open {
        0 => String::new(),
        1 => "1 action item is still open.\n".to_owned(),
        open => format!("{open} action items are still open.\n"),
    };
    let join =
        |form: &dyn Fn(&str) -> String| if draft.join.is_empty() { String::new() } else { form(&draft.join) };
    let ask = format!("Add to the agenda: {record}\n");
    match channel {
        Channel::Md => {
            let agenda = if points.is_empty() { String::new() } else { format!("\n{}", list("- ")) };
            let join = join(&|url| format!("Join: <{url}>\n"));
            format!(
                "**{title}**: {when}\n\n{join}Add to the agenda: `{record}`\n{agenda}{}",
                after_gap(&open)
            )
        }
        Channel::Slack => {
            let agenda = list("• ");
            let join = join(&|url| format!("Join: {url}\n"));
            // Slack shows this as the reader's own time.
            let local =
                format!("<!date^{}^{{date_short_pretty}} {{time}}|{when}>", start.timestamp().as_second());
            format!("*{}* meets {local}\n{join}{ask}{agenda}{open}", escape(&title))
        }
        Channel::Mail => {
            let agenda =
                if points.is_empty() { String::new() } else { format!("\nOn the agenda:\n{}", list("- ")) };
            let join = join(&|url| format!("Join: {url}\n"));
            format!(
                "Subject: {title}, {}\n\nWhen: {when}\n{join}{ask}{agenda}{}",
                start.date(),
                after_gap(&open)
            )
        }
    }
}

fn after_gap(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\n{text}") }
}

/// Slack's control characters.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
