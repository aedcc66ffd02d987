//! SVG images without what could run or call home.

/// Elements that go with all they hold.
const GONE: [&str; 8] = ["script", "foreignobject", "iframe", "object", "embed", "handler", "audio", "video"];
/// Levels of elements; a deeper image is no person's.
const DEPTH_LIMIT: usize = 256;

/// `text` without scripts, event handlers, foreign content, declarations of entities, and links to anything
/// but the image itself. `None` where it cannot be read.
pub(super) fn without_scripts(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut depth = 0_usize;
    // The depth at which what is being dropped began.
    let mut dropping: Option<usize> = None;
    while let Some(at) = rest.find('<') {
        if dropping.is_none() {
            out.push_str(&rest[..at]);
        }
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = &rest[rest.find("-->")? + 3..];
        } else if rest.starts_with("<![CDATA[") {
            let end = rest.find("]]>")? + 3;
            // Text, of styles mostly; in a tree it is harmless.
            if dropping.is_none() {
                out.push_str(&rest[..end]);
            }
            rest = &rest[end..];
        } else if rest.starts_with("<!") {
            rest = after_declaration(rest)?;
        } else if rest.starts_with("<?") {
            let end = rest.find("?>")? + 2;
            if rest.starts_with("<?xml ") && dropping.is_none() {
                out.push_str(&rest[..end]);
            }
            rest = &rest[end..];
        } else {
            let (tag, after) = rest.split_at(end_of_tag(rest)?);
            rest = after;
            let name =
                tag.trim_start_matches(['<', '/']).split(|c: char| c.is_whitespace() || "/>".contains(c));
            let name = name.into_iter().next().unwrap_or_default().to_ascii_lowercase();
            let local = name.rsplit(':').next().unwrap_or_default();
            let is_gone = GONE.contains(&local) || (local == "style" && calls_home(rest));
            if tag.starts_with("</") {
                depth = depth.checked_sub(1)?;
                match dropping {
                    Some(since) if since == depth => dropping = None,
                    Some(_) => {}
                    None => out.push_str(tag),
                }
                continue;
            }
            let closed = tag.ends_with("/>");
            if dropping.is_none() && is_gone && !closed {
                dropping = Some(depth);
            } else if dropping.is_none() && !is_gone {
                write_tag(&mut out, tag, local)?;
            }
            depth += usize::from(!closed);
            if depth > DEPTH_LIMIT {
                return None;
            }
        }
    }
    out.contains("<svg").then_some(out)
}

/// Whether a style sheet, whose text follows, asks for something elsewhere.
fn calls_home(rest: &str) -> bool {
    let style = rest.split("</").next().unwrap_or_default().to_ascii_lowercase();
    ["@import", "//", "\\", "expression"].iter().any(|bad| style.contains(bad))
}

/// What follows `<!DOCTYPE …>`, its inner declarations included.
fn after_declaration(rest: &str) -> Option<&str> {
    let close = rest.find('>')?;
    match rest[..close].find('[') {
        Some(_) => {
            let inner = rest.find(']')?;
            let end = rest[inner..].find('>')?;
            Some(&rest[inner + end + 1..])
        }
        None => Some(&rest[close + 1..]),
    }
}

/// The bytes of the tag that `rest` begins with; a `>` inside quotes does not end it.
fn end_of_tag(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at + 1),
            (None, _) => {}
        }
    }
    None
}

/// An opening tag with those of its attributes that are harmless.
fn write_tag(out: &mut String, tag: &str, local: &str) -> Option<()> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let name_end = inner.find(char::is_whitespace).unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(name_end);
    out.push('<');
    out.push_str(name);
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, after) = after[1..].split_once(quote)?;
        attributes.push((key.trim(), value, quote));
        rest = after;
    }
    // An animation could put an address back that was taken out.
    let animates = attributes.iter().any(|(key, value, _)| {
        key.eq_ignore_ascii_case("attributeName")
            && !value.chars().all(|c| c.is_ascii_alphabetic() && c != 'h')
            && value.to_ascii_lowercase().contains("href")
    });
    for (key, value, quote) in attributes {
        let lower = key.to_ascii_lowercase();
        let plain = lower.rsplit(':').next().unwrap_or_default();
        // A browser reads `java&#115;cript:`; what is encoded is not looked into.
        let compact: String =
            value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let image = ["png", "jpeg", "gif", "webp"]
            .iter()
            .any(|kind| compact.starts_with(&format!("data:image/{kind}")));
        let good = match plain {
            _ if plain.starts_with("on") || animates && matches!(plain, "to" | "from" | "values" | "by") => {
                false
            }
            _ if key.contains(['<', '>', '"', '\'']) || has_odd_entity(value) => false,
            // Elements of HTML are no part of a drawing.
            _ if lower.starts_with("xmlns") => !compact.contains("xhtml"),
            "href" | "src" => compact.starts_with('#') || (image && local == "image"),
            _ => {
                !compact.contains("javascript:")
                    && !compact.contains("url(http")
                    && !compact.contains("url(//")
            }
        };
        if good {
            out.push_str(&format!(" {key}={quote}{value}{quote}"));
        }
    }
    out.push_str(if tag.ends_with("/>") { "/>" } else { ">" });
    Some(())
}

/// Whether `value` spells a character otherwise than as itself, the five of XML aside.
fn has_odd_entity(value: &str) -> bool {
    let known = ["amp;", "lt;", "gt;", "quot;", "apos;"];
    value.split('&').skip(1).any(|after| !known.iter().any(|name| after.starts_with(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(inner: &str) -> String {
        without_scripts(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>"))
            .unwrap_or_default()
    }

    #[test]
    fn a_drawing_stays_as_it_is() {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><style>.a{fill:red}</style>\
                       <g id='x'><path class=\"a\" d=\"M0 0\"/><use xlink:href=\"#x\"/><text>a &amp; b</text></g></svg>";
        assert_eq!(without_scripts(drawing).as_deref(), Some(drawing));
    }

    #[test]
    fn what_runs_or_calls_home_goes() {
        for bad in [
            "<script>alert(1)</script>",
            "<script href=\"x\"/>",
            "<svg:script>alert(1)</svg:script>",
            "<SCRIPT>alert(1)</SCRIPT>",
            "<g onload=\"alert(1)\"></g>",
            "<g\nonclick='alert(1)'></g>",
            "<a href=\"javascript:alert(1)\"><text>x</text></a>",
            "<a xlink:href=\"java\nscript:alert(1)\"></a>",
            "<a href=\"java&#115;cript:alert(1)\"></a>",
            "<a href=\"data:text/html,alert(1)\"></a>",
            "<image href=\"https://evil.example/alert.png\"/>",
            "<use href=\"https://evil.example/alert.svg#x\"/>",
            "<foreignObject><body onload=\"alert(1)\"/></foreignObject>",
            "<style>@import url(alert);</style>",
            "<style>*{background:url(https://evil.example/alert)}</style>",
            "<rect style=\"fill:url(https://evil.example/alert)\"/>",
            "<a><animate attributeName=\"href\" to=\"javascript:alert(1)\"/></a>",
            "<set attributeName=\"xlink:href\" to=\"alert\"/>",
            "<!ENTITY x \"<script>alert(1)</script>\">",
            "<?xml-stylesheet href=\"alert.css\"?>",
            "<iframe src=\"alert\"></iframe>",
            "<f xmlns=\"http://www.w3.org/1999/xhtml?alert\"></f>",
            "<f action=\"java&#115;cript:alert(1)\"></f>",
        ] {
            let cleaned = clean(bad);
            assert!(!cleaned.contains("alert"), "{bad} gave {cleaned}");
        }
    }

    #[test]
    fn what_is_no_svg_is_not_served() {
        for bad in ["", "<html></html>", "<svg", "<svg x=y></svg>", "</svg>", "<svg><!--", "<!DOCTYPE [<svg"]
        {
            assert_eq!(without_scripts(bad), None, "{bad}");
        }
        assert_eq!(without_scripts(&"<svg>".repeat(1000)), None);
    }
}
