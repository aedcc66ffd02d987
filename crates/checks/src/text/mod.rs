//! Text of any file: what should not stand in it, and what generation would write.

pub(crate) mod custom_content_unclosed;
mod difference;
mod generated;
pub(crate) mod generated_file_edited;
pub(crate) mod generated_file_out_of_date;
pub(crate) mod mojibake;
pub(crate) mod phone_number_in_text;
mod phones;
pub(crate) mod secret_in_text;
mod secrets;
mod survey;

pub(crate) use difference::Shapes;
pub(crate) use survey::{MOST_PER_FILE, Page, Survey};
