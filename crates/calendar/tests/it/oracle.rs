//! The programs of others that the tests ask: where they are, and how they are run.
//!
//! They take half a minute together, so they run where `FOLKMOOT_ORACLES` is set: `cargo xtask check` sets it and installs
//! Python's, Node's and the system's libraries. Elsewhere the tests say so and leave the comparison out. Where it is
//! set and a library is missing the same happens, but in continuous integration that is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;

use folkmoot_calendar::ics::{Event, Feed, State};
use jiff::Timestamp;
use tempfile::TempDir;

use crate::cases::Case;

/// What occurrences are compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Oracle {
    /// python-dateutil and zoneinfo, asked about the rule.
    Dateutil,
    /// Python's icalendar and recurring-ical-events, reading the feed.
    RecurringIcalEvents,
    /// ical.js, reading the feed and its zones.
    IcalJs,
    /// libical and vobject, judging the feed.
    Validators,
}

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/oracle")
}

impl Oracle {
    /// Whether it is to be asked and installed.
    pub(crate) fn is_there(self) -> bool {
        if std::env::var_os("FOLKMOOT_ORACLES").is_none() {
            eprintln!("left out: {self:?} is asked where FOLKMOOT_ORACLES is set (`cargo xtask check` does)");
            return false;
        }
        let (program, arguments) = match self {
            Self::Dateutil => ("python3", ["-c", "import dateutil, tzdata"]),
            Self::RecurringIcalEvents => ("python3", ["-c", "import icalendar, recurring_ical_events"]),
            Self::IcalJs => ("node", ["-e", "require('ical.js')"]),
            Self::Validators => (
                "python3",
                ["-c", "import vobject; from ctypes.util import find_library as f; f('ical') or 1/0"],
            ),
        };
        let there =
            Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success());
        assert!(there || std::env::var_os("CI").is_none(), "{self:?} is not installed");
        if !there {
            eprintln!("left out: {self:?} is not installed (`cargo xtask check` installs it)");
        }
        there
    }

    /// Starts of each case within its range, in minutes since 1970.
    pub(crate) fn starts(self, cases: &[Case]) -> Vec<Vec<i64>> {
        let asked = Question::about(cases);
        let output = match self {
            Self::Dateutil => run("python3", "dateutil_starts.py", &[&asked.cases]),
            Self::RecurringIcalEvents => run("python3", "expand.py", &[&asked.feed, &asked.ranges]),
            Self::IcalJs => run("node", "expand.cjs", &[&asked.feed, &asked.ranges]),
            Self::Validators => panic!("validators give no starts"),
        };
        let numbers = |line: &str| {
            line.split(',').filter(|one| !one.is_empty()).map(|one| one.parse().unwrap()).collect()
        };
        let starts: Vec<Vec<i64>> = output.lines().map(numbers).collect();
        assert_eq!(starts.len(), cases.len(), "{self:?} answered another number of cases");
        starts
    }
}

/// Faults that validators find in a feed.
pub(crate) fn faults(feed: &str) -> String {
    read_back("python3", "validate.py", feed)
}

/// What a script says of a feed.
pub(crate) fn read_back(program: &str, script: &str, feed: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feed.ics");
    std::fs::write(&path, feed).unwrap();
    run(program, script, &[&path])
}

fn run(program: &str, script: &str, arguments: &[&Path]) -> String {
    let mut command = Command::new(program);
    // The zone database is the `tzdata` package: the system's may be of another edition.
    command.arg(folder().join(script)).args(arguments).env("PYTHONTZPATH", "");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The files that the programs read.
struct Question {
    cases: PathBuf,
    feed: PathBuf,
    ranges: PathBuf,
    _folder: TempDir,
}

impl Question {
    fn about(cases: &[Case]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: String| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let lines = cases.iter().map(|case| case.line() + "\n").collect();
        let range = |(place, case): (usize, &Case)| format!("{}\t{}\t{}\n", uid(place), case.from, case.to);
        Self {
            cases: write("cases", lines),
            feed: write("feed.ics", feed(cases)),
            ranges: write("ranges", cases.iter().enumerate().map(range).collect()),
            _folder: folder,
        }
    }
}

/// The name of a case in its feed.
pub(crate) fn uid(place: usize) -> String {
    format!("series-{place}@example.org")
}

/// The cases as one feed, with texts that need escaping and folding.
pub(crate) fn feed(cases: &[Case]) -> String {
    fn event(place: usize, case: &Case) -> Event<'_> {
        Event {
            room: None,
            particulars: Vec::new(),
            uid: uid(place),
            series: &case.series,
            summary: format!("Weekly; or not, “series” {place}\nBEGIN:VEVENT"),
            description: "Notes: https://example.org/a,b;c\\d ".repeat(3),
            join: Some("https://example.org/join".into()),
            url: Some("https://example.org/about".into()),
            categories: vec!["SIG, of two".into(), "特別興趣小組".into()],
            sequence: 3,
            modified: Some(Timestamp::UNIX_EPOCH),
            state: State::Confirmed,
        }
    }
    let feed = Feed {
        name: "Example".into(),
        description: "Every series".into(),
        url: Some("https://example.org/calendar.ics".into()),
        colour: Some("teal".into()),
        refresh_hours: 6,
        events: cases.iter().enumerate().map(|(place, case)| event(place, case)).collect(),
    };
    feed.to_ics("2026-11-21T00:00:00Z".parse().unwrap())
}
