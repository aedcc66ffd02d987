//! Words and numbers of a phrase.

/// A word (letters), a number (digits), or one other character that is not white space.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    Word,
    Number,
    Mark,
}

/// A piece of a phrase, lower-cased.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) shape: Shape,
    /// Byte offset in the phrase, to quote what was not read.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Token {
    /// The number, where it is one.
    pub(crate) fn number(&self) -> Option<u16> {
        (self.shape == Shape::Number).then(|| self.text.parse().ok()).flatten()
    }

    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text
    }
}

/// Longest phrase that is read; what people write is below 100 bytes.
const LIMIT: usize = 512;

/// Splits a phrase. Apostrophes and dots inside words are dropped (`a.m.` is `am`).
pub(crate) fn tokens(phrase: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (start, c) in phrase.char_indices().take_while(|(start, _)| *start < LIMIT) {
        let shape = match c {
            _ if c.is_whitespace() => continue,
            _ if c.is_alphabetic() => Shape::Word,
            '0'..='9' => Shape::Number,
            _ => Shape::Mark,
        };
        let end = start + c.len_utf8();
        match out.last_mut() {
            Some(last) if last.shape == shape && last.end == start && shape != Shape::Mark => {
                last.text.extend(c.to_lowercase());
                last.end = end;
            }
            _ => out.push(Token { text: c.to_lowercase().collect(), shape, start, end }),
        }
    }
    merge_dotted(out)
}

/// `a . m .` becomes `am`.
fn merge_dotted(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.into_iter().peekable();
    while let Some(mut token) = rest.next() {
        if matches!(token.text.as_str(), "a" | "p")
            && rest.peek().is_some_and(|dot| dot.is(".") && dot.start == token.end)
        {
            let dot = rest.next();
            if rest.peek().is_some_and(|m| m.is("m")) {
                token.text.push('m');
                token.end = rest.next().map_or(token.end, |m| m.end);
                if rest.peek().is_some_and(|dot| dot.is(".") && dot.start == token.end) {
                    token.end = rest.next().map_or(token.end, |dot| dot.end);
                }
                out.push(token);
                continue;
            }
            out.push(token);
            out.extend(dot);
            continue;
        }
        out.push(token);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks_are_kept_apart() {
        let texts: Vec<String> = tokens("2nd, 9:00a.m. Bi-Weekly").into_iter().map(|t| t.text).collect();
        assert_eq!(texts, ["2", "nd", ",", "9", ":", "00", "am", "bi", "-", "weekly"]);
    }
}
