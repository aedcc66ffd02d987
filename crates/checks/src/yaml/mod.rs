//! What reading the files brings up: this folder holds the pages, the crates `yaml` and `model` the code.

pub(crate) mod bad_date;
pub(crate) mod group_defined_twice;
pub(crate) mod unknown_key;
pub(crate) mod unknown_kind;
pub(crate) mod unreadable_file;
pub(crate) mod wrong_type;
pub(crate) mod yaml_alias;
pub(crate) mod yaml_duplicate_key;
pub(crate) mod yaml_encoding;
pub(crate) mod yaml_key;
pub(crate) mod yaml_limit;
pub(crate) mod yaml_merge;
pub(crate) mod yaml_syntax;
