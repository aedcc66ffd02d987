//! Hand-written Markdown pages read into a community repository, with a report of every line.
//!
//! Communities that keep their groups in Markdown tables and folders of `README.md` have all that Folkmoot
//! needs; it only stands in prose. [`import`] reads such pages: tables of groups whose columns it tells by the
//! meaning of their headings and cells, a group's own page, lists of channels, and the page about the
//! community. It gives the files of a community repository ([`Imported::files`]) and a [`Report`] in which
//! every line with text is read, guessed or left, and says where pages disagree.
//!
//! A page goes through five hands: [`input`](Input) puts its letters in order, `markdown` cuts it into
//! blocks, `group_page` or `list_page` reads those into a draft, `settle` decides where pages differ, and
//! `write` makes the files.

mod channels;
mod columns;
mod community;
mod contact;
mod draft;
mod group_page;
mod html;
mod inline;
mod input;
mod kind;
mod ledger;
mod link;
mod list_page;
mod markdown;
mod meeting;
mod pages;
mod people;
mod person_table;
mod reading;
mod report;
mod role;
mod schedule;
mod seats;
mod section;
mod settle;
mod table;
mod text;
mod write;

pub use input::Input;
pub use pages::{Imported, Options, import, is_group_folder};
pub use report::{
    Claim, Conflict, Entry, Fact, Guess, InputReport, Leftover, LetterRepair, Place, Report, Status,
};
