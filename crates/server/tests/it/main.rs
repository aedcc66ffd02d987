//! The server as its clients meet it.

mod connections;
mod fixture;
mod pages;
mod reloading;
