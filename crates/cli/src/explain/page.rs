//! A page of Markdown made readable in a terminal.
//!
//! Only what the pages of checks are made of: headings, paragraphs, lists, code blocks, `code` and links.

/// Widest a paragraph gets: longer lines are hard to read however wide the terminal is.
const WIDEST: usize = 88;

/// The page, wrapped.
pub(super) fn render(markdown: &str, width: usize, color: bool) -> String {
    let width = width.min(WIDEST);
    let mut out = String::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut fence = false;
    for line in markdown.lines() {
        if line.starts_with("```") {
            flush(&mut paragraph, width, color, &mut out);
            fence = !fence;
        } else if fence {
            out.push_str(&paint("36", &format!("    {line}"), color));
            out.push('\n');
        } else if let Some(title) = line.strip_prefix("# ") {
            out.push_str(&paint("1;4", title, color));
            out.push('\n');
        } else if let Some(title) = line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")) {
            flush(&mut paragraph, width, color, &mut out);
            out.push_str(&paint("1", title, color));
            out.push('\n');
        } else if line.is_empty() {
            flush(&mut paragraph, width, color, &mut out);
            if !out.ends_with("\n\n") {
                out.push('\n');
            }
        } else {
            if line.starts_with("- ") {
                flush(&mut paragraph, width, color, &mut out);
            }
            paragraph.push(line.trim());
        }
    }
    flush(&mut paragraph, width, color, &mut out);
    out
}

fn flush(paragraph: &mut Vec<&str>, width: usize, color: bool, out: &mut String) {
    let text = paragraph.join(" ");
    paragraph.clear();
    if text.is_empty() {
        return;
    }
    let indent = if text.starts_with("- ") { "  " } else { "" };
    for (number, line) in wrap(&text, width - indent.len()).iter().enumerate() {
        if number > 0 {
            out.push_str(indent);
        }
        out.push_str(&inline(line, color));
        out.push('\n');
    }
}

/// Breaks text between words into lines of at most `width` characters; a longer word has its own line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width.max(20) {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += length;
        }
    }
    lines
}

/// Colours `code`; without colours its marks stay, because they say the same.
pub(super) fn inline(line: &str, color: bool) -> String {
    if !color {
        return line.to_owned();
    }
    let parts: Vec<&str> = line.split('`').collect();
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        let is_code = index % 2 == 1 && index + 1 < parts.len();
        match (is_code, index) {
            (true, _) => out.push_str(&paint("36", part, true)),
            // A mark that nothing closes on this line is kept.
            (false, index) if index % 2 == 1 => out.push_str(&format!("`{part}")),
            _ => out.push_str(part),
        }
    }
    out
}

fn paint(code: &str, text: &str, color: bool) -> String {
    if color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# label-mismatch\n\nA label is odd, in so many words that they do not fit.\n\n\
                        ## Why it matters\n\n- one `thing`\n- another\n\nFound:\n\n```yaml\na: 1\n```\n";

    #[test]
    fn a_page_is_wrapped_and_its_code_set_in() {
        let text = render(PAGE, 30, false);
        assert_eq!(
            text,
            "label-mismatch\n\nA label is odd, in so many\nwords that they do not fit.\n\nWhy it matters\n\n\
             - one `thing`\n- another\n\nFound:\n\n    a: 1\n"
        );
    }

    #[test]
    fn colours_replace_the_marks_of_code() {
        assert_eq!(inline("a `b` c", true), "a \x1b[36mb\x1b[0m c");
        assert_eq!(inline("a `b", true), "a `b");
    }
}
