//! Content lines as others write them: unfolding, properties, components (RFC 5545, sections 3.1 and 3.6).
//!
//! Lenient where a calendar program would be: line ends without CR, a missing `END`, bytes that are not UTF-8, a
//! character split by folding. Bounded everywhere: a component deeper than [`DEPTH`] and a property past
//! [`PROPERTIES`] are passed over.

/// Components within components that are looked at: calendar, zone or event, observance or alarm.
const DEPTH: usize = 3;

/// Properties kept of one component. A series with an exception a week has 50 a year.
pub(super) const PROPERTIES: usize = 10_000;

/// `NAME;PARAMETER=value:value`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals, values without quotes.
    pub(super) parameters: Vec<(String, String)>,
    /// As it stands on the line, escapes included.
    pub(super) value: String,
}

impl Property {
    /// A parameter's first value.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Reads one unfolded line; `None` without a name or a colon.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let end = line.find([';', ':'])?;
        let name = line[..end].trim();
        if name.is_empty() || name.contains(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_') {
            return None;
        }
        let mut rest = &line[end..];
        let mut parameters = Vec::new();
        while let Some(after) = rest.strip_prefix(';') {
            let equals = after.find(['=', ';', ':'])?;
            let key = after[..equals].trim().to_ascii_uppercase();
            if !after[equals..].starts_with('=') {
                rest = &after[equals..];
                continue;
            }
            let (value, left) = parameter_value(&after[equals + 1..]);
            parameters.push((key, value));
            rest = left;
        }
        let value = rest.strip_prefix(':')?.to_owned();
        Some(Self { name: name.to_ascii_uppercase(), parameters, value })
    }
}

/// A parameter's values, quotes taken off and RFC 6868's escapes undone, and what follows them.
fn parameter_value(text: &str) -> (String, &str) {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        !quoted && matches!(c, ';' | ':')
    });
    let (raw, rest) = text.split_at(end.unwrap_or(text.len()));
    let mut value = String::with_capacity(raw.len());
    let mut characters = raw.chars().filter(|c| *c != '"').peekable();
    while let Some(c) = characters.next() {
        let escaped = match (c, characters.peek()) {
            ('^', Some('n')) => Some('\n'),
            ('^', Some('\'')) => Some('"'),
            ('^', Some('^')) => Some('^'),
            _ => None,
        };
        value.push(escaped.unwrap_or(c));
        if escaped.is_some() {
            characters.next();
        }
    }
    (value, rest)
}

/// A component with its properties and the components within it.
#[derive(Clone, Debug, Default)]
pub(super) struct Component {
    /// In capitals.
    pub(super) name: String,
    pub(super) properties: Vec<Property>,
    pub(super) children: Vec<Component>,
    /// Whether it had more properties than are kept.
    pub(super) cut: bool,
}

impl Component {
    /// The first property of that name.
    pub(super) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|property| property.name == name)
    }

    /// Every property of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Property> {
        self.properties.iter().filter(move |property| property.name == name)
    }

    /// The text of the first property of that name, unescaped; empty where there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.property(name).map(|property| super::text::unescaped(&property.value)).unwrap_or_default()
    }
}

/// What stands in a calendar, one at a time, so that a long file is never held as a tree.
pub(super) enum Piece {
    /// A calendar begins.
    Calendar,
    /// A property of the calendar itself.
    Property(Property),
    /// A zone, an event or another component of it.
    Component(Component),
}

/// Walks a file's pieces in order; an error of `visit` ends the walk.
pub(super) fn walk<E>(bytes: &[u8], mut visit: impl FnMut(Piece) -> Result<(), E>) -> Result<(), E> {
    // The components that are open, from the calendar's own on; deeper ones are counted alone.
    let mut open: Vec<Component> = Vec::new();
    let mut too_deep = 0_usize;
    for line in unfolded(bytes) {
        let Some(property) = Property::parse(&line) else { continue };
        let named = || property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" if open.len() < DEPTH => {
                let name = named();
                // Another calendar in the same file, with the one before left open.
                if name == "VCALENDAR" {
                    close_all(&mut open, &mut visit)?;
                    visit(Piece::Calendar)?;
                }
                open.push(Component { name, ..Component::default() });
            }
            "BEGIN" => too_deep += 1,
            "END" if too_deep > 0 => too_deep -= 1,
            "END" => close(&mut open, &mut visit)?,
            _ if too_deep > 0 => {}
            _ => match open.as_mut_slice() {
                [] => {}
                [calendar] => {
                    if calendar.name == "VCALENDAR" {
                        visit(Piece::Property(property))?;
                    }
                }
                [.., last] if last.properties.len() < PROPERTIES => last.properties.push(property),
                [.., last] => last.cut = true,
            },
        }
    }
    close_all(&mut open, &mut visit)
}

fn close_all<E>(open: &mut Vec<Component>, visit: &mut impl FnMut(Piece) -> Result<(), E>) -> Result<(), E> {
    while !open.is_empty() {
        close(open, visit)?;
    }
    Ok(())
}

/// Ends the innermost component: an event goes to `visit`, an observance into its zone.
fn close<E>(open: &mut Vec<Component>, visit: &mut impl FnMut(Piece) -> Result<(), E>) -> Result<(), E> {
    let Some(done) = open.pop() else { return Ok(()) };
    match open.as_mut_slice() {
        [calendar] if calendar.name == "VCALENDAR" => visit(Piece::Component(done)),
        [.., parent] if parent.name == "VTIMEZONE" && parent.children.len() < PROPERTIES => {
            parent.children.push(done);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Logical lines: what a line break and a blank split is joined, before bytes become characters.
fn unfolded(bytes: &[u8]) -> impl Iterator<Item = String> + '_ {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let physical = |line: &'_ [u8]| line.strip_suffix(b"\r").map_or(line.len(), <[u8]>::len);
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    std::iter::from_fn(move || {
        let first = lines.next()?;
        let mut whole = first[..physical(first)].to_vec();
        while let Some(next) = lines.next_if(|next| matches!(next.first(), Some(b' ' | b'\t'))) {
            whole.extend_from_slice(&next[1..physical(next).max(1)]);
        }
        Some(
            String::from_utf8(whole)
                .unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_that_folding_split_is_whole_again() {
        let text = "SUMMARY:集".as_bytes();
        let (a, b) = text.split_at(text.len() - 1);
        let folded = [a, b"\r\n ", b, b"\r\nX:1"].concat();
        assert_eq!(unfolded(&folded).collect::<Vec<_>>(), ["SUMMARY:集", "X:1"]);
    }

    #[test]
    fn quotes_keep_colons_and_semicolons_in_a_parameter() {
        let property = Property::parse(r#"dtstart;TZID="a;b:c^nd";VALUE=DATE:2026"#).expect("a property");
        assert_eq!(property.name, "DTSTART");
        assert_eq!(property.parameter("TZID"), Some("a;b:c\nd"));
        assert_eq!((property.parameter("VALUE"), property.value.as_str()), (Some("DATE"), "2026"));
        assert_eq!(Property::parse("no property"), None);
        assert_eq!(Property::parse("X;A=\"open:1"), None);
    }

    #[test]
    fn components_without_an_end_and_deep_ones_are_passed_over() {
        let deep = "BEGIN:VCALENDAR\nNAME:a\n".to_owned() + &"BEGIN:A\n".repeat(10_000) + "X:1\n";
        let mut seen = Vec::new();
        let _: Result<(), ()> = walk(deep.as_bytes(), |piece| {
            seen.push(match piece {
                Piece::Calendar => "calendar".to_owned(),
                Piece::Property(property) => property.name,
                Piece::Component(component) => component.name,
            });
            Ok(())
        });
        assert_eq!(seen, ["calendar", "NAME", "A"]);
    }
}
