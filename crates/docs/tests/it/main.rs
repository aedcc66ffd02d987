//! Documents from whole records.

mod canonical;
mod corpus;
mod original;
