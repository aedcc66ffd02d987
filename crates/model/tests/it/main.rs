//! The loader on real and made-up repositories.

mod guide;
mod real_data;
mod support;
