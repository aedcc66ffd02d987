//! The site over HTTP.
//!
//! [`Live`] keeps the site of the record as it stands: requests ask, at most every so often, whether the record's
//! files changed, and have them read anew beside what is on show. A record that can no longer be read never takes
//! the site down: the last good one stays, its pages and `/readyz` say so, and an [`Event`] says why.
//!
//! [`router`] answers requests from it: what the site has, `/healthz`, `/readyz`, `/metrics`. Answers are rendered
//! once a minute and change of the record, compressed once each, and kept within a bound. [`serve`] runs a router
//! on a listener within [bounds](Limits) on time, size and number of connections, until told to stop. This crate
//! prints nothing and reads no files but the system's word on its memory; who starts it brings a [`Record`] and
//! hears of [`Event`]s.

mod answer;
mod cache;
mod client;
mod encoding;
mod event;
mod headers;
mod language;
mod listen;
mod live;
mod metrics;
mod prepared;
mod rate;
mod router;

pub use client::{InvalidNetwork, Network};
pub use event::Event;
pub use listen::{Limits, ServeError, serve};
pub use live::{Live, Record};
pub use rate::Rate;
pub use router::{Settings, router};
