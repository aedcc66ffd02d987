//! Code in documents, coloured by the classes of its words.
//!
//! No grammar, only what a reader's eye looks for: comments, texts, numbers, keywords, keys, and what a patch
//! adds and takes. A whole highlighter would weigh more than the rest of the site and tell little more about
//! the snippets that communities write.

use std::fmt::Write as _;

/// How a language is told apart.
struct Rules {
    names: &'static [&'static str],
    /// What begins a comment that ends with its line.
    comments: &'static [&'static str],
    /// Whether `/* … */` is a comment.
    blocks: bool,
    quotes: &'static str,
    keywords: &'static str,
    /// Whether a word before `:` or `=` is a key.
    keys: &'static str,
}

const NO_WORDS: &str = "";
const RULES: [Rules; 10] = [
    Rules {
        names: &["yaml", "yml"],
        comments: &["#"],
        blocks: false,
        quotes: "\"'",
        keywords: "true false null yes no",
        keys: ":",
    },
    Rules {
        names: &["json", "jsonc", "json5"],
        comments: &["//"],
        blocks: true,
        quotes: "\"",
        keywords: "true false null",
        keys: ":",
    },
    Rules {
        names: &[
            "sh",
            "bash",
            "shell",
            "zsh",
            "console",
            "shell-session",
            "terminal",
            "command",
            "makefile",
            "make",
        ],
        comments: &["#"],
        blocks: false,
        quotes: "\"'",
        keywords: "if then else elif fi for in do done while until case esac function return export local set source \
                   sudo cd echo exit",
        keys: NO_WORDS,
    },
    Rules {
        names: &["go", "golang"],
        comments: &["//"],
        blocks: true,
        quotes: "\"'`",
        keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface \
                   map package range return select struct switch type var nil true false iota",
        keys: NO_WORDS,
    },
    Rules {
        names: &["rust", "rs"],
        comments: &["//"],
        blocks: true,
        quotes: "\"",
        keywords: "as async await break const continue crate dyn else enum extern false fn for if impl in let loop \
                   match mod move mut pub ref return self Self static struct super trait true type unsafe use where \
                   while",
        keys: NO_WORDS,
    },
    Rules {
        names: &["python", "py", "python3"],
        comments: &["#"],
        blocks: false,
        quotes: "\"'",
        keywords: "and as assert async await break class continue def del elif else except False finally for from \
                   global if import in is lambda None nonlocal not or pass raise return True try while with yield",
        keys: NO_WORDS,
    },
    Rules {
        names: &["js", "javascript", "ts", "typescript", "jsx", "tsx"],
        comments: &["//"],
        blocks: true,
        quotes: "\"'`",
        keywords: "async await break case catch class const continue default delete do else export extends false \
                   finally for from function if implements import in instanceof interface let new null of return \
                   static super switch this throw true try type typeof undefined var void while yield",
        keys: NO_WORDS,
    },
    Rules {
        names: &["c", "cpp", "c++", "h", "java", "proto", "protobuf", "kotlin", "scala", "cs"],
        comments: &["//"],
        blocks: true,
        quotes: "\"'",
        keywords: "auto bool break case catch char class const continue default double else enum extends extern false \
                   final float for if implements import int interface long message namespace new null optional \
                   package private protected public repeated return rpc service short signed static string struct \
                   switch syntax this throw throws true try typedef union unsigned using void volatile while",
        keys: NO_WORDS,
    },
    Rules {
        names: &["toml", "ini", "conf", "cfg", "properties", "env"],
        comments: &["#", ";"],
        blocks: false,
        quotes: "\"'",
        keywords: "true false",
        keys: "=",
    },
    Rules {
        names: &["dockerfile", "docker"],
        comments: &["#"],
        blocks: false,
        quotes: "\"'",
        keywords: "FROM AS RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD",
        keys: NO_WORDS,
    },
];

/// Appends `code` with its words in classes; `false`, and nothing written, for a language that is not known.
/// All text goes through `escape`.
pub(crate) fn write(out: &mut String, code: &str, language: &str, escape: fn(&mut String, &str)) -> bool {
    let language = language.to_ascii_lowercase();
    if matches!(language.as_str(), "diff" | "patch") {
        patch(out, code, escape);
        return true;
    }
    let Some(rules) = RULES.iter().find(|rules| rules.names.contains(&language.as_str())) else {
        return false;
    };
    Lexer { code, at: 0, rules, out, escape }.run();
    true
}

/// A patch: what a line adds or takes is told by its first character.
fn patch(out: &mut String, code: &str, escape: fn(&mut String, &str)) {
    for line in code.split_inclusive('\n') {
        let class = match line.as_bytes().first() {
            Some(b'+') => "hi",
            Some(b'-') => "hd",
            Some(b'@') => "hc",
            _ => "",
        };
        span(out, class, line, escape);
    }
}

fn span(out: &mut String, class: &str, text: &str, escape: fn(&mut String, &str)) {
    if class.is_empty() {
        return escape(out, text);
    }
    // Writing into a string does not fail.
    let _ = write!(out, "<span class=\"{class}\">");
    escape(out, text);
    out.push_str("</span>");
}

struct Lexer<'a> {
    code: &'a str,
    at: usize,
    rules: &'static Rules,
    out: &'a mut String,
    escape: fn(&mut String, &str),
}

impl<'a> Lexer<'a> {
    fn run(mut self) {
        while self.at < self.code.len() {
            let rest = self.rest();
            let before = self.code[..self.at].chars().next_back().unwrap_or('\n');
            let first = rest.chars().next().unwrap_or('\n');
            let in_word = before.is_alphanumeric() || before == '_';
            if let Some(length) = self.comment(rest, before) {
                self.give("hc", length);
            } else if self.rules.quotes.contains(first) && !in_word {
                let length = string(rest, first);
                let class = if self.is_key(&rest[length..]) { "hk" } else { "hs" };
                self.give(class, length);
            } else if first.is_ascii_digit() && !in_word {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_');
                self.give("hn", end.unwrap_or(rest.len()));
            } else if first.is_alphabetic() || first == '_' {
                let length = word(rest, !self.rules.keys.is_empty());
                let class = self.class_of(&rest[..length], &rest[length..]);
                self.give(class, length);
            } else {
                self.give("", first.len_utf8());
            }
        }
    }

    fn rest(&self) -> &'a str {
        &self.code[self.at..]
    }

    fn give(&mut self, class: &str, length: usize) {
        span(self.out, class, &self.code[self.at..self.at + length], self.escape);
        self.at += length;
    }

    /// The length of the comment that `rest` begins with.
    fn comment(&self, rest: &str, before: char) -> Option<usize> {
        if self.rules.blocks && rest.starts_with("/*") {
            return Some(rest.find("*/").map_or(rest.len(), |end| end + 2));
        }
        let mark = self.rules.comments.iter().find(|mark| rest.starts_with(**mark))?;
        // `#` within a word is none, as in `a#b` and `$#`; `//` follows a colon in addresses.
        let free = before.is_whitespace() || (*mark == "//" && before != ':');
        free.then(|| rest.find('\n').unwrap_or(rest.len()))
    }

    fn is_key(&self, after: &str) -> bool {
        !self.rules.keys.is_empty() && {
            let after = after.trim_start_matches(' ');
            let next = after.chars().nth(1).unwrap_or('\n');
            // `a:b` is a word of YAML, `a: b` a key with a value.
            after.starts_with(self.rules.keys)
                && (self.rules.keys != ":" || next.is_whitespace() || after.len() < 3)
        }
    }

    fn class_of(&self, word: &str, after: &str) -> &'static str {
        if self.is_key(after) {
            "hk"
        } else if self.rules.keywords.split_whitespace().any(|keyword| keyword == word) {
            "hw"
        } else {
            ""
        }
    }
}

/// The length of a word; of a key's word with the hyphens and dots that keys have.
fn word(rest: &str, is_key: bool) -> usize {
    let inside = |c: char| c.is_alphanumeric() || c == '_' || (is_key && "-./".contains(c));
    rest.find(|c: char| !inside(c)).unwrap_or(rest.len())
}

/// The length of a text in quotes. One that does not end on its line ends there, but for those that may go on.
fn string(rest: &str, quote: char) -> usize {
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    if rest.starts_with(&triple) {
        return rest[3..].find(&triple).map_or(rest.len(), |end| end + 6);
    }
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' if quote != '`' => return at,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(code: &str, language: &str) -> String {
        let mut out = String::new();
        let known = write(&mut out, code, language, |out, text| out.push_str(text));
        assert!(known, "{language}");
        for class in ["hc", "hs", "hn", "hw", "hk", "hi", "hd"] {
            out = out.replace(&format!("<span class=\"{class}\">"), &format!("{}(", &class[1..]));
        }
        out.replace("</span>", ")")
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(marked("a-b: \"x\" # y\n- 1", "yaml"), "k(a-b): s(\"x\") c(# y)\n- n(1)");
        assert_eq!(marked("{\"a\": \"b\", \"c\": true}", "json"), "{k(\"a\"): s(\"b\"), k(\"c\"): w(true)}");
        assert_eq!(
            marked("if true; then echo \"$#\" # x\nfi", "sh"),
            "w(if) true; w(then) w(echo) s(\"$#\") c(# x)\nw(fi)"
        );
        assert_eq!(marked("fn a<'b>() /* c */", "rust"), "w(fn) a<'b>() c(/* c */)");
        assert_eq!(marked("x = '''a\nb''' + 0x1f", "python"), "x = s('''a\nb''') + n(0x1f)");
        assert_eq!(marked("url := \"https://e.org\" // x", "go"), "url := s(\"https://e.org\") c(// x)");
        assert_eq!(marked("image: https://e.org:80", "yaml"), "k(image): https://e.org:n(80)");
        assert_eq!(marked("+a\n-b\n c", "diff"), "i(+a\n)d(-b\n) c");
    }

    #[test]
    fn an_unknown_language_is_left_alone() {
        let mut out = String::new();
        assert!(!write(&mut out, "graph TD", "mermaid", |out, text| out.push_str(text)));
        assert!(out.is_empty());
    }

    #[test]
    fn what_does_not_end_ends_with_the_code() {
        for code in ["\"a", "'", "/*", "'''", "`a\n", "\\", "\"\\", "é\"é", "a#", "#"] {
            for language in ["yaml", "go", "python", "sh", "rust", "toml"] {
                let mut out = String::new();
                write(&mut out, code, language, |out, text| out.push_str(text));
            }
        }
    }
}
