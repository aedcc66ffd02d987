//! Groups: how they are named, what they must say, who may own what.

pub(crate) mod label_mismatch;
