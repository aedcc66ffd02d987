//! People: as groups mention them, and as the register knows them.

use folkmoot_diagnostics::Span;
use jiff::civil::Date;

use crate::{Extra, Text};

/// Somebody named in a role of a group.
#[derive(Clone, PartialEq, Debug)]
pub struct Person {
    /// Handle on GitHub, without `@`.
    pub github: Text,
    /// Full name.
    pub name: Text,
    /// Employer.
    pub company: Text,
    /// Address, kept for organisers; never shown on pages.
    pub email: Text,
    /// First day in the role (Folkmoot's key `since`).
    pub since: Option<Date>,
    /// Last day in the role (Folkmoot's key `until`).
    pub until: Option<Date>,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The whole mapping.
    pub span: Span,
}

/// A stretch of time at one employer.
#[derive(Clone, PartialEq, Debug)]
pub struct Affiliation {
    /// The employer.
    pub company: Text,
    /// First day, where known.
    pub since: Option<Date>,
    /// Last day, where it ended.
    pub until: Option<Date>,
}

/// An entry of `people.yaml`.
#[derive(Clone, PartialEq, Debug)]
pub struct PersonRecord {
    /// Handle on GitHub, without `@`.
    pub github: Text,
    /// Account number on GitHub, which stays when a handle changes.
    pub github_id: Option<u64>,
    /// Full name.
    pub name: Text,
    /// Employers over time, in the order written.
    pub companies: Vec<Affiliation>,
    /// Slack member id or handle.
    pub slack: Text,
    /// IANA time zone.
    pub timezone: Text,
    /// BCP 47 language tags.
    pub languages: Vec<Text>,
    /// Unknown keys.
    pub extra: Vec<Extra>,
    /// The whole mapping.
    pub span: Span,
}
