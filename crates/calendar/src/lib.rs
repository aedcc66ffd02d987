//! Schedule phrases read into rules, rules into occurrences in any range.
//!
//! People write when a group meets in four short texts: a day (`Tuesday`, `third Wednesday`), a time (`9:00`,
//! `15:30~16:30`), a zone (`PT (Pacific Time)`, `Beijing Time`) and a frequency (`biweekly`, `monthly - last
//! Wed of the month`). [`Schedule::read`] understands them word by word and says of each reading whether it is
//! certain: a word may be misspelt, a zone may have two meanings, an alternating series may name no first
//! date. Nothing is guessed silently: what is not certain is in [`Schedule::doubts`].
//!
//! A [`Rule`] is a recurrence in the sense of RFC 5545 (section 3.3.10), restricted to what people write.
//! [`Series`] puts a rule on the wall clock of a zone; [`Series::occurrences`] walks it lazily. A wall-clock
//! time that a change of clocks skips is read with the offset before the change, one that happens twice is
//! its first instance (RFC 5545, section 3.3.5).

mod cadence;
mod clash;
mod date;
mod day;
mod exact;
mod file_name;
mod forecast;
pub mod ics;
mod occurrence;
mod phrase;
mod rrule;
mod rule;
mod schedule;
mod slots;
mod time;
mod token;
mod unit;
mod zone;

pub use cadence::Cadence;
pub use clash::{Clash, clashes};
pub use date::month_by_name;
pub use file_name::{date_in_name, day_of_this_century};
pub use forecast::{LocalTime, Shift, local_times, shifts};
pub use occurrence::{Break, Exception, Occurrence, Origin, Series};
pub use rrule::RruleError;
pub use rule::{Frequency, Nth, Rule};
pub use schedule::{Doubt, Fields, Schedule, read_minutes};
pub use slots::{Comfort, FairTime, Hours, Residents, fair_times};
pub use time::{Clock, read_clock};
pub use zone::{ZoneMeaning, ZoneReading, read_zone};
