//! The loader on real and made-up repositories.

mod real_data;
mod support;
