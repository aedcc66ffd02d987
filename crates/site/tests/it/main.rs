//! Whole pages, as readers and attackers meet them.

mod api;
mod calendar;
mod corpus;
mod fixture;
mod hostile;
mod html;
mod news;
mod pages;
