//! Go's literals: quoting and unquoting texts, reading and writing numbers, as its `strconv` does.

mod chars;
mod float;
mod integer;
mod parse_float;
mod quote;
mod tables;
mod unquote;

pub(crate) use chars::{count_chars, decode, is_letter_or_digit, is_printable};
pub(crate) use float::format_float;
pub(crate) use integer::{parse_int, parse_uint};
pub(crate) use parse_float::parse_float;
pub(crate) use quote::{can_backquote, code_point, quote, quote_char, quote_within};
pub(crate) use unquote::{unquote, unquote_char};
