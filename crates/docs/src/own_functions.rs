//! The functions that Folkmoot adds for its built-in templates.
//!
//! | function | gives |
//! | --- | --- |
//! | `oneLine TEXT` | the text on one line |
//! | `tableCell TEXT` | the same, fit for a cell of a Markdown table |
//! | `linkTarget TEXT` | the address, fit for a Markdown link |
//! | `isLink TEXT` | whether it is an absolute web address |
//! | `slug TEXT` | the text as the anchor of a heading: `api-machinery` |
//! | `capitalize TEXT` | the text with a capital first letter |
//! | `yamlScalar TEXT` | the text as a YAML string, quoted where it must be |
//! | `relative DIR PATH` | `PATH` as a link from a page in `DIR` |
//! | `dict KEY VALUE …` | a map, to hand a template more than one value |
//! | `chairTitle PREFIX` | what the chairs of a kind of group are called |
//! | `findGroup KEY NAME` | the group of that kind (`sigs`) and name, or nil |

use folkmoot_gotemplate::{CallError, Function, Functions, Signature, Type, Value};
use folkmoot_yaml::{Out, Style, emit};

use crate::functions::texts;
use crate::record::Record;
use crate::values::{GroupView, Purpose};

pub(crate) fn add<'a>(all: &mut Functions<'a>, record: &'a Record<'a>) {
    all.add_text("oneLine", one_line)
        .add_text("tableCell", table_cell)
        .add_text("linkTarget", link_target)
        .add_text("slug", slug)
        .add_text("capitalize", capitalize)
        .add_text("yamlScalar", |text| emit(&Out::str(text), &Style::GO_YAML_3).trim_end().to_owned())
        .add_text("chairTitle", |prefix| chair_title(prefix).to_owned());
    all.add(
        "isLink",
        Function::new(Signature::of([Type::Text]), |arguments| {
            let [text] = texts(arguments)?;
            Ok(Value::Bool(is_link(&text)))
        }),
    );
    all.add(
        "relative",
        Function::new(Signature::of([Type::Text, Type::Text]), |arguments| {
            let [dir, path] = texts(arguments)?;
            Ok(Value::text(relative(&dir, &path)))
        }),
    );
    all.add("dict", Function::new(Signature::variadic([], Type::Any), |arguments| dict(arguments)));
    all.add(
        "findGroup",
        Function::new(Signature::of([Type::Text, Type::Any]), move |arguments| {
            let [Value::Text(key), name] = arguments else {
                return Err(CallError::new("findGroup takes the key of a kind and a name"));
            };
            let name = plain_text(name);
            let found = record.groups(&key.to_str()).iter().find(|group| *group.group.name == *name);
            Ok(match found {
                Some(record) => Value::pointer(GroupView { record, purpose: Purpose::Line }),
                None => Value::nil_pointer(Type::strukt("main.Group")),
            })
        }),
    );
}

/// The text under a name's own type, or in a slot for anything.
fn plain_text(value: &Value<'_>) -> String {
    match value {
        Value::Text(text) => text.to_str().into_owned(),
        Value::Object(object) => object.underlying().map(|value| plain_text(&value)).unwrap_or_default(),
        Value::Interface(Some(value)) => plain_text(value),
        _ => String::new(),
    }
}

fn dict<'a>(arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
    let (pairs, rest) = arguments.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(CallError::new("dict takes keys and values in turn; the last key has no value"));
    }
    Ok(Value::map(Type::Any, pairs.iter().map(|[key, value]| (plain_text(key), value.clone()))))
}

pub(crate) fn is_link(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn table_cell(text: &str) -> String {
    one_line(text).replace('|', "\\|")
}

/// Spaces, parentheses and angle brackets would end the link early, a bar would end a table cell.
fn link_target(address: &str) -> String {
    let mut target = String::with_capacity(address.len());
    for letter in address.trim().chars() {
        match letter {
            ' ' => target.push_str("%20"),
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '|' => target.push_str("%7C"),
            letter if letter.is_control() => {}
            letter => target.push(letter),
        }
    }
    target
}

/// As GitHub makes the anchor of a heading.
fn slug(text: &str) -> String {
    let kept =
        text.trim().chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect::<String>().to_lowercase()
}

fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn chair_title(prefix: &str) -> &'static str {
    match prefix {
        "committee" => "Member",
        "wg" | "ug" => "Organizer",
        _ => "Chair",
    }
}

/// `../sig-docs/README.md` from `wg-web` to `sig-docs/README.md`.
fn relative(dir: &str, path: &str) -> String {
    let from: Vec<&str> = dir.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    let to: Vec<&str> = path.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - shared);
    up.chain(to[shared..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_a_cell() {
        assert_eq!(table_cell("a | b\n\nc"), "a \\| b c");
        assert_eq!(link_target("https://example.org/a (b) c|d\n"), "https://example.org/a%20%28b%29%20c%7Cd");
    }

    #[test]
    fn a_link_climbs_only_as_far_as_it_must() {
        assert_eq!(relative("wg-web", "sig-docs/README.md"), "../sig-docs/README.md");
        assert_eq!(relative("groups/web", "groups/docs/README.md"), "../docs/README.md");
        assert_eq!(relative("", "sig-docs/README.md"), "sig-docs/README.md");
    }

    #[test]
    fn an_anchor_is_github_s() {
        assert_eq!(slug(" C++ & API_Machinery "), "c--api_machinery");
    }
}
