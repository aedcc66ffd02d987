//! Whole pages, as readers and attackers meet them.

mod api;
mod corpus;
mod fixture;
mod hostile;
mod html;
mod pages;
