//! Every check against its own page, and the checks together.

mod allowances;
mod pages;
mod real_data;
mod scale;
mod validator;
