//! The site over HTTP.
//!
//! [`Live`] keeps the site of the record as it stands: before a request is answered it asks, at most every
//! so often, whether the record's files changed, and reads them anew. A record that can no longer be read
//! never takes the site down: the last good one stays and an [`Event`] says why.
//!
//! [`router`] answers requests from it: pages, assets, `/healthz`, `/readyz`. [`serve`] runs a router on a
//! listener within [bounds](Limits) on time, size and number of connections, until told to stop. This crate
//! prints nothing and reads no files; who starts it brings a [`Record`] and hears of [`Event`]s.

mod answer;
mod event;
mod headers;
mod listen;
mod live;
mod router;

pub use event::Event;
pub use listen::{Limits, ServeError, serve};
pub use live::{Live, Record};
pub use router::router;
