//! The loader on real and made-up repositories.

mod guide;
mod hostile;
mod real_data;
mod support;
