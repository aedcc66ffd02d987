//! The server as its clients meet it.

mod clients;
mod connections;
mod encodings;
mod fixture;
mod pages;
mod reloading;
mod traversal;
