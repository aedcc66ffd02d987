//! What stands before a document's text: `---` to `---` in YAML, `+++` to `+++` in TOML. It speaks to site
//! generators; of it title and description are taken, and none of it is shown.

/// What a front matter says of its document.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
}

/// The front matter of a document, and the text that follows it.
pub(super) fn split(text: &str) -> (FrontMatter, &str) {
    for (mark, sign) in [("---", ':'), ("+++", '=')] {
        let Some(rest) = text.strip_prefix(mark).and_then(after_line_end) else { continue };
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == mark {
                return (read(&rest[..at], sign), &rest[at + line.len()..]);
            }
            // A rule at the top of a document is no front matter.
            if at == 0 && line.trim().is_empty() {
                break;
            }
            at += line.len();
        }
    }
    (FrontMatter::default(), text)
}

/// What follows the end of a line, spaces before it aside.
fn after_line_end(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches([' ', '\t']);
    rest.strip_prefix('\n').or_else(|| rest.strip_prefix("\r\n"))
}

/// Values of one line each, which titles are.
fn read(front: &str, sign: char) -> FrontMatter {
    let value = |wanted: &str| {
        front.lines().find_map(|line| {
            let (key, value) = line.split_once(sign)?;
            let value = value.trim();
            let value = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
            let plain = line.split_once(sign)?.1.trim();
            let value = value.unwrap_or(plain);
            let is_text = !value.is_empty() && !value.starts_with(['|', '>', '[', '{', '&', '*']);
            (key.trim_end() == wanted && is_text).then(|| value.to_owned())
        })
    };
    FrontMatter { title: value("title"), description: value("description") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_description_are_read_and_nothing_is_shown() {
        let (front, text) =
            split("---\ntitle: \"A: guide\"\ndescription: Why.\nx:\n  title: no\n---\n# Text\n");
        assert_eq!(front.title.as_deref(), Some("A: guide"));
        assert_eq!(front.description.as_deref(), Some("Why."));
        assert_eq!(text, "# Text\n");
        let (front, text) = split("+++\r\ntitle = 'T'\r\n+++\r\nText");
        assert_eq!((front.title.as_deref(), text), (Some("T"), "Text"));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in ["---\n\ntext\n\n---\n", "--- x\ny\n---\n", "---\nopen", "", "---"] {
            assert_eq!(split(text), (FrontMatter::default(), text));
        }
    }
}
