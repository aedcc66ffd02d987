//! What annual reports are made from: the year, the releases, enhancement proposals, and the record as it was.

mod past;
mod proposals;
mod releases;

pub use past::{Categories, Past};
pub use proposals::{Proposal, ProposalsError};
pub use releases::Releases;

/// What annual reports are drafted from.
#[derive(Debug)]
pub struct AnnualReport {
    /// The year that is reported on.
    pub year: i16,
    /// The releases of the time, for the proposals that came with them.
    pub releases: Releases,
    /// Enhancement proposals.
    pub proposals: Vec<Proposal>,
    /// The record at the start and at the end of the year.
    pub past: Option<Past>,
}
