//! Repository files read into a [`Community`] in which every value knows its place.
//!
//! [`load`] reads what is there: `sigs.yaml` (or `wgs.yaml`) in the Kubernetes schema, `<group>/group.yaml`,
//! `people.yaml`, `community.yaml`; each is optional as long as one names groups. Reading recovers from every
//! mistake and goes on: mistakes come back as diagnostics beside the community, never as an `Err`.

mod anchor;
mod breaks;
mod community;
mod contact;
mod exception;
mod files;
mod group;
mod kind;
mod leadership;
mod load;
mod meeting;
pub mod mojibake;
mod person;
mod policy;
mod profile;
mod schedule;
#[cfg(any(test, feature = "synthetic"))]
pub mod synthetic;
mod text;

/// Schedules and series, which [`Meeting::schedule`] gives.
pub use folkmoot_calendar as calendar;

pub use anchor::{MeetingRecord, Tally, Votes};
pub use breaks::Break;
pub use community::{Channel, Community, LanguageChannel, Link, Topic};
pub use contact::{Contact, GithubTeam};
pub use exception::{Cancelled, Exceptions, ExtraMeeting, Moved};
pub use files::{EntryKind, FileSet, MemoryFiles, ReadError, RepoFiles};
pub use group::{Group, Status, Subproject};
pub use kind::GroupKind;
pub use leadership::{Leadership, RoleList};
pub use load::{
    NoCommunity, group_files, has_community, load, load_data_file, load_without_records, yaml_style,
};
pub use meeting::Meeting;
pub use person::{Affiliation, Person, PersonRecord};
pub use policy::{Allow, Policies, PolicyValue, Waiver};
pub use profile::{Profile, SequenceIndent, YamlStyle};
pub use schedule::Planned;
pub use text::{Extra, Text};
