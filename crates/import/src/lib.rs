//! Hand-written Markdown pages read into a community repository, with a report of every line.
#![allow(dead_code)]
mod html;
mod inline;
mod input;
mod kind;
mod ledger;
mod link;
mod markdown;
mod report;
mod schedule;
