//! Every check against its own page, and the checks together.

mod pages;
