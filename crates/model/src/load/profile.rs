//! `profile` of `community.yaml`: what detection is to be told.
//!
//! ```yaml
//! profile:
//!   name: kubernetes
//!   data_file: tags/tags.yaml
//!   list_file: tags/README.md
//!   template_dir: generator
//!   strict: false              # the rules of the Kubernetes validator
//!   rewrites_data: false       # `generate` writes the data file anew
//!   liaisons: true
//!   group_pages: true
//!   yaml:
//!     indent: 2
//!     sequences: flush         # or `indented`
//!     width: 80                # or `off`
//!     quote_yaml11_bools: true
//! ```

use folkmoot_diagnostics::Diagnostic;
use folkmoot_yaml::Node;

use super::fields::Fields;
use super::reader::Reader;
use crate::{Profile, SequenceIndent, Text, YamlStyle};

/// What is set; the rest is detected.
#[derive(Default)]
pub(super) struct ProfileOverrides {
    name: Option<String>,
    /// Where to look for the groups.
    pub(super) data_file: Option<String>,
    list_file: Option<String>,
    template_dir: Option<String>,
    strict: Option<bool>,
    rewrites_data: Option<bool>,
    liaisons: Option<bool>,
    group_pages: Option<bool>,
    indent: Option<u8>,
    sequences: Option<SequenceIndent>,
    width: Option<Option<u16>>,
    quote_yaml11_bools: Option<bool>,
}

impl ProfileOverrides {
    /// The settings under `profile`.
    pub(super) fn read(reader: &mut Reader, node: &Node) -> Self {
        let mut out = Self::default();
        let Some(mut fields) = Fields::open(reader, "profile", "a profile", node) else { return out };
        out.name = fields.text(reader, "name").non_empty().map(str::to_owned);
        out.data_file = path(reader, &mut fields, "data_file");
        out.list_file = path(reader, &mut fields, "list_file");
        out.template_dir = path(reader, &mut fields, "template_dir");
        out.strict = switch(reader, &mut fields, "strict");
        out.rewrites_data = switch(reader, &mut fields, "rewrites_data");
        out.liaisons = switch(reader, &mut fields, "liaisons");
        out.group_pages = switch(reader, &mut fields, "group_pages");
        if let Some(mut yaml) =
            fields.node("yaml").and_then(|node| Fields::open(reader, "yaml", "a style", node))
        {
            out.indent = choice(reader, &mut yaml, "indent", "a number from 2 to 9", |text| {
                text.parse().ok().filter(|indent| (2..=9).contains(indent))
            });
            out.sequences =
                choice(reader, &mut yaml, "sequences", "`flush` or `indented`", |text| match text {
                    "flush" => Some(SequenceIndent::Flush),
                    "indented" => Some(SequenceIndent::Indented),
                    _ => None,
                });
            out.width =
                choice(reader, &mut yaml, "width", "a number of columns or `off`", |text| match text {
                    "off" => Some(None),
                    columns => columns.parse().ok().filter(|columns| *columns >= 20).map(Some),
                });
            out.quote_yaml11_bools = switch(reader, &mut yaml, "quote_yaml11_bools");
            yaml.finish(reader);
        }
        fields.finish(reader);
        out
    }

    /// `detected`, corrected.
    pub(super) fn apply(self, detected: Profile) -> Profile {
        Profile {
            name: self.name.unwrap_or(detected.name),
            data_file: self.data_file.unwrap_or(detected.data_file),
            list_file: self.list_file.unwrap_or(detected.list_file),
            template_dir: self.template_dir.unwrap_or(detected.template_dir),
            yaml: YamlStyle {
                indent: self.indent.unwrap_or(detected.yaml.indent),
                sequences: self.sequences.unwrap_or(detected.yaml.sequences),
                width: self.width.unwrap_or(detected.yaml.width),
                quote_yaml11_bools: self.quote_yaml11_bools.unwrap_or(detected.yaml.quote_yaml11_bools),
            },
            strict: self.strict.unwrap_or(detected.strict),
            rewrites_data: self.rewrites_data.unwrap_or(detected.rewrites_data),
            liaisons: self.liaisons.unwrap_or(detected.liaisons),
            group_pages: self.group_pages.unwrap_or(detected.group_pages),
        }
    }
}

fn switch(reader: &mut Reader, fields: &mut Fields<'_>, key: &'static str) -> Option<bool> {
    choice(reader, fields, key, "`true` or `false`", |text| text.parse().ok())
}

/// A path inside the repository.
fn path(reader: &mut Reader, fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    choice(reader, fields, key, "a path inside the repository", |text| {
        let path = text.trim_start_matches("./").trim_end_matches('/');
        let stays = !path.split('/').any(|part| matches!(part, "" | "." | "..")) && !path.contains('\\');
        stays.then(|| path.to_owned())
    })
}

fn choice<T>(
    reader: &mut Reader,
    fields: &mut Fields<'_>,
    key: &'static str,
    wanted: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text: Text = fields.text(reader, key);
    if text.is_empty() {
        return None;
    }
    let value = read(&text);
    if value.is_none() {
        let finding = Diagnostic::error("wrong-type", format!("`{key}`: expected {wanted}, found `{text}`"))
            .at(reader.first_line(text.span()), "not understood")
            .why("what is set here decides how files are read and written")
            .help(format!("write {wanted}, or leave the key out"));
        reader.report(finding);
    }
    value
}
