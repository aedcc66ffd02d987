//! Meeting records: what was on the agenda, who came, what was decided and who does what until when.
//!
//! A record is a Markdown file with YAML front matter in a group's folder, `meetings/2026-11-05.md`, but most
//! communities kept notes long before they had a form for them. So reading is lenient: the date comes from
//! the front matter, from the file's name or from a heading; attendees from a section called so, in a list, a
//! table or a line; action items from task lists; a file with a dated heading per meeting is as many records.
//! What cannot be told is left out, never guessed, and a record without a date is a finding.
//!
//! [`read`] is pure and never fails; every value knows where it stands. [`Archive`] holds those of a community.

mod archive;
mod carried;
mod close;
mod date;
mod draft;
mod outline;
mod read;
mod record;
mod rota;
mod words;

pub use archive::{Archive, Filed};
pub use carried::still_open;
pub use close::{Closing, Unchangeable};
pub use draft::{Carried, Draft, Point};
pub use read::{Place, read};
pub use record::{Action, Attendee, Decision, File, Link, Presence, Record, Said, Status};
pub use rota::{Turn, note_taker};
