//! What is added to a record once its meeting is over.

use folkmoot_diagnostics::{Edit, Sources};
use folkmoot_yaml::edit::{Editor, apply};
use folkmoot_yaml::{Kind, Limits, Node, Out, Style, parse};

use crate::draft::{entry, front_matter_end, line_end};

/// What became of a meeting.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Closing {
    /// Addresses of recordings.
    pub recordings: Vec<String>,
    /// Handles or names of those who were there.
    pub attendees: Vec<String>,
    /// Handles or names of those who took notes; they take the place of those planned.
    pub notes_by: Vec<String>,
    /// `held` or `cancelled`, where it is to be said.
    pub status: Option<&'static str>,
}

/// Front matter that cannot be changed without losing something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unchangeable {
    /// The key whose value is in the way.
    pub key: &'static str,
}

impl Closing {
    /// `text` with what is new in its front matter. What stands there already is not written twice, so that to
    /// close a record twice changes nothing; comments and the order of keys stay.
    ///
    /// # Errors
    /// Where the front matter is no mapping, or holds something else than a list under one of the keys.
    pub fn write(&self, text: &str) -> Result<String, Unchangeable> {
        let mut text = match front_matter_end(text) {
            Some(_) => text.to_owned(),
            None => {
                let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
                format!("---{newline}---{newline}{newline}{text}")
            }
        };
        if !self.notes_by.is_empty() {
            text = without(&text, "notes_by")?;
        }
        let lists =
            [("attendees", &self.attendees), ("notes_by", &self.notes_by), ("recordings", &self.recordings)];
        for (key, values) in lists {
            for value in values {
                text = with_item(&text, key, value.trim())?;
            }
        }
        match self.status {
            Some(status) => with_value(&text, "status", status),
            None => Ok(text),
        }
    }
}

/// Makes one edit of the front matter of `text`; `change` is given its root, `None` where it is empty.
fn edit(
    text: &str,
    key: &'static str,
    change: impl FnOnce(&Editor<'_>, Option<&Node>) -> Result<Option<Edit>, Unchangeable>,
) -> Result<String, Unchangeable> {
    let start = line_end(text, 0);
    let end = front_matter_end(text).ok_or(Unchangeable { key })?;
    let (head, rest) = (&text[..start], &text[end..]);
    let front = &text[start..end];
    let sources = Sources::new();
    let file = sources.add("front matter", front);
    let document = parse(&sources, file, Limits::default());
    if document.root.as_ref().is_some_and(|root| root.entries().is_none() && !root.is_null()) {
        return Err(Unchangeable { key });
    }
    let source = sources.get(file);
    let editor = Editor::new(&source, file, Style::GO_YAML_3);
    let root = document.root.as_ref().filter(|root| root.entries().is_some());
    match change(&editor, root)? {
        Some(edit) => Ok(format!("{head}{}{rest}", apply(front, &[edit]))),
        None => Ok(text.to_owned()),
    }
}

/// A new last entry of front matter.
fn append(text: &str, key: &'static str, value: Out<'_>) -> String {
    let Some(end) = front_matter_end(text) else { return text.to_owned() };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    format!("{}{}{}", &text[..end], entry(key, value).replace('\n', newline), &text[end..])
}

fn with_item(text: &str, key: &'static str, value: &str) -> Result<String, Unchangeable> {
    let mut is_missing = false;
    let mut is_empty = false;
    let changed = edit(text, key, |editor, root| {
        let Some(node) = root.and_then(|root| root.get(key)) else {
            is_missing = true;
            return Ok(None);
        };
        match &node.kind {
            _ if node.is_null() => {
                is_empty = true;
                Ok(None)
            }
            Kind::Sequence(items) => {
                let known = |item: &Node| {
                    let text = item.as_str().or_else(|| item.get("url").and_then(Node::as_str));
                    text.is_some_and(|text| same(text, value))
                };
                if items.iter().any(known) {
                    return Ok(None);
                }
                editor.insert_item(node, items.len(), &Out::str(value)).map(Some).ok_or(Unchangeable { key })
            }
            Kind::Scalar { .. } if node.as_str().is_some_and(|text| same(text, value)) => Ok(None),
            _ => Err(Unchangeable { key }),
        }
    })?;
    if is_missing {
        return Ok(append(text, key, Out::Seq(vec![Out::str(value)])));
    }
    if is_empty {
        return with_item(&without(text, key)?, key, value);
    }
    Ok(changed)
}

fn with_value(text: &str, key: &'static str, value: &str) -> Result<String, Unchangeable> {
    let mut is_missing = false;
    let changed = edit(text, key, |editor, root| {
        let Some(node) = root.and_then(|root| root.get(key)) else {
            is_missing = true;
            return Ok(None);
        };
        if node.as_str() == Some(value) {
            return Ok(None);
        }
        editor.set_scalar(node, value).map(Some).ok_or(Unchangeable { key })
    })?;
    if is_missing { Ok(append(text, key, Out::str(value))) } else { Ok(changed) }
}

fn without(text: &str, key: &'static str) -> Result<String, Unchangeable> {
    edit(text, key, |editor, root| {
        let Some(root) = root else { return Ok(None) };
        let entries = root.entries().unwrap_or_default();
        match entries.iter().position(|entry| entry.key == key) {
            Some(at) => editor.remove(root, at).map(Some).ok_or(Unchangeable { key }),
            None => Ok(None),
        }
    })
}

/// `@ana` and `Ana` are one handle.
fn same(a: &str, b: &str) -> bool {
    let bare = |text: &str| text.trim().trim_start_matches('@').to_lowercase();
    bare(a) == bare(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closing() -> Closing {
        Closing {
            recordings: vec!["https://videos.example.org/1?a=b#c".into()],
            attendees: vec!["sample-ana".into(), "@sample-bo".into()],
            notes_by: Vec::new(),
            status: Some("held"),
        }
    }

    #[test]
    fn a_record_is_closed_with_its_comments_kept() {
        let text = "---\ndate: 2026-11-25 # the last of the month\nattendees: [sample-ana]\nrecordings: []\n---\n\n# Notes\n";
        assert_eq!(
            closing().write(text).expect("changed"),
            "---\ndate: 2026-11-25 # the last of the month\nattendees: [sample-ana, '@sample-bo']\n\
             recordings: ['https://videos.example.org/1?a=b#c']\nstatus: held\n---\n\n# Notes\n"
        );
    }

    #[test]
    fn to_close_twice_changes_nothing() {
        for text in [
            "# Notes\n",
            "---\n---\n# Notes\n",
            "---\nattendees:\n- Sample-Ana\nrecordings:\n---\n# Notes\n",
            "---\r\nstatus: planned\r\n---\r\n# Notes\r\n",
        ] {
            let once = closing().write(text).expect("changed");
            assert_eq!(closing().write(&once).expect("changed"), once, "{text:?}");
            assert!(once.ends_with(text.rsplit("---").next().expect("the body").trim_start()), "{once:?}");
        }
    }

    #[test]
    fn who_took_notes_takes_the_place_of_who_was_to() {
        let closing = Closing { notes_by: vec!["sample-bo".into()], ..Closing::default() };
        let text = closing.write("---\ndate: 2026-11-25\nnotes_by: [sample-ana]\n---\n").expect("changed");
        assert_eq!(text, "---\ndate: 2026-11-25\nnotes_by:\n  - sample-bo\n---\n");
    }

    #[test]
    fn what_cannot_be_changed_is_said() {
        let fault = closing().write("---\nattendees: everybody\n---\n").expect_err("no list");
        assert_eq!(fault.key, "attendees");
        assert!(closing().write("---\n- a list\n---\n").is_err());
    }
}
