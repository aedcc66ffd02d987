//! Parses template texts. The errors are Go's, word for word.

mod control;
mod node;
mod number;
mod pipeline;

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

pub(crate) use node::{
    Branch, BranchKind, Command, Node, Number, Operand, OperandKind, Pipe, Source, Tree, show_template,
};

use crate::error::ParseError;
use crate::lex::{Item, Keyword, Kind, Lexer, LoopKeywords};
use crate::literal::{quote, unquote};

/// What a text is parsed with.
pub(crate) struct Options<'o> {
    pub(crate) has_function: &'o dyn Fn(&str) -> bool,
    /// How deep actions and parentheses may nest together.
    pub(crate) max_depth: usize,
}

/// Parses a text into the templates it defines, the one of its own name among them.
pub(crate) fn parse(source: Source, options: &Options<'_>) -> Result<BTreeMap<String, Tree>, ParseError> {
    let source = Arc::new(source);
    let keywords = LoopKeywords {
        break_is_one: !(options.has_function)("break"),
        continue_is_one: !(options.has_function)("continue"),
    };
    let mut parser = Parser {
        lexer: Lexer::new(&source.text, &source.left, &source.right, keywords),
        source: &source,
        options,
        pending: VecDeque::new(),
        last_line: 1,
        variables: vec!["$".to_owned()],
        action_line: None,
        range_depth: 0,
        depth: 0,
        trees: BTreeMap::new(),
    };
    let root = parser.parse_top()?;
    parser.add(source.name.clone(), root)?;
    Ok(parser.trees)
}

/// Go has no such bound and no such message.
const TOO_DEEP: &str = "actions are nested too deeply";

/// Looking for a variable takes longer the more there are.
const MAX_VARIABLES: usize = 1000;

struct Parser<'s> {
    lexer: Lexer<'s>,
    source: &'s Arc<Source>,
    options: &'s Options<'s>,
    /// Items that were looked at and not taken yet.
    pending: VecDeque<Item<'s>>,
    /// The line of the item read last from the lexer: where errors are placed.
    last_line: usize,
    /// The variables that may be named here.
    variables: Vec<String>,
    /// The line on which the action starts that is being parsed.
    action_line: Option<usize>,
    range_depth: usize,
    depth: usize,
    trees: BTreeMap<String, Tree>,
}

/// What ends a list of nodes.
enum Ending {
    End,
    /// `else`, with the branch keyword that may follow it still to be read.
    Else,
}

impl Ending {
    fn show(&self, source: &Source) -> String {
        let word = match self {
            Self::End => "end",
            Self::Else => "else",
        };
        format!("{}{word}{}", source.left, source.right)
    }
}

enum NodeOrEnding {
    Node(Node),
    Ending(Ending),
}

impl<'s> Parser<'s> {
    fn read(&mut self) -> Item<'s> {
        let item = self.lexer.next_item();
        self.last_line = item.line;
        item
    }

    fn next(&mut self) -> Item<'s> {
        match self.pending.pop_front() {
            Some(item) => item,
            None => self.read(),
        }
    }

    fn back(&mut self, item: Item<'s>) {
        self.pending.push_front(item);
    }

    fn peek(&mut self) -> &Item<'s> {
        if self.pending.is_empty() {
            let item = self.read();
            self.pending.push_back(item);
        }
        &self.pending[0]
    }

    fn next_non_space(&mut self) -> Item<'s> {
        loop {
            let item = self.next();
            if item.kind != Kind::Space {
                return item;
            }
        }
    }

    fn peek_non_space(&mut self) -> &Item<'s> {
        let item = self.next_non_space();
        self.back(item);
        self.peek()
    }

    fn error<T>(&self, message: impl Into<String>) -> Result<T, ParseError> {
        Err(ParseError::at(&self.source.name, self.last_line, message))
    }

    fn unexpected<T>(&self, item: &Item<'s>, context: &str) -> Result<T, ParseError> {
        if item.kind != Kind::Error {
            return self.error(format!("unexpected {item} in {context}"));
        }
        let mut message = item.text.clone().into_owned();
        if let Some(line) = self.action_line.filter(|line| *line != item.line) {
            let action = if message.ends_with(" action") { "" } else { " in action" };
            message.push_str(&format!("{action} started at {}:{line}", self.source.name));
        }
        self.error(message)
    }

    fn expect(&mut self, kind: Kind, context: &str) -> Result<Item<'s>, ParseError> {
        let item = self.next_non_space();
        if item.kind == kind { Ok(item) } else { self.unexpected(&item, context) }
    }

    fn unquote(&self, literal: &str) -> Result<Vec<u8>, ParseError> {
        unquote(literal).map_or_else(|| self.error("invalid syntax"), Ok)
    }

    /// Counts a level of nesting, which costs stack.
    fn nested<T>(
        &mut self,
        too_deep: &str,
        parse: impl FnOnce(&mut Self) -> Result<T, ParseError>,
    ) -> Result<T, ParseError> {
        if self.depth >= self.options.max_depth {
            return self.error(too_deep);
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }

    /// Adds a template. One that is empty but for white space is replaced, or does not replace.
    fn add(&mut self, name: String, root: Vec<Node>) -> Result<(), ParseError> {
        let tree = Tree { name, source: Arc::clone(self.source), root };
        match self.trees.get(&tree.name) {
            Some(other) if !other.is_empty() => {
                if !tree.is_empty() {
                    let name = quote(tree.name.as_bytes());
                    return self.error(format!("template: multiple definition of template {name}"));
                }
            }
            _ => drop(self.trees.insert(tree.name.clone(), tree)),
        }
        Ok(())
    }

    /// The text as a whole; only here may templates be defined.
    fn parse_top(&mut self) -> Result<Vec<Node>, ParseError> {
        let mut nodes = Vec::new();
        loop {
            let item = self.next();
            match item.kind {
                Kind::Eof => return Ok(nodes),
                Kind::LeftDelim => {
                    let word = self.next_non_space();
                    if word.kind == Kind::Keyword(Keyword::Define) {
                        self.parse_definition()?;
                        continue;
                    }
                    self.back(word);
                    self.back(item);
                }
                _ => self.back(item),
            }
            match self.text_or_action()? {
                NodeOrEnding::Node(node) => nodes.push(node),
                NodeOrEnding::Ending(ending) => {
                    return self.error(format!("unexpected {}", ending.show(self.source)));
                }
            }
        }
    }

    fn parse_definition(&mut self) -> Result<(), ParseError> {
        const CONTEXT: &str = "define clause";
        // A definition is a template of its own to Go: problems in it are not placed in an outer action.
        let outer = self.action_line.take();
        let name = self.next_non_space();
        if !matches!(name.kind, Kind::String | Kind::RawString) {
            return self.unexpected(&name, CONTEXT);
        }
        let name = self.template_name(&name.text)?;
        self.expect(Kind::RightDelim, CONTEXT)?;
        self.parse_body(name, CONTEXT)?;
        self.action_line = outer;
        Ok(())
    }

    /// The body of a template inside this text: it sees none of the variables around it.
    fn parse_body(&mut self, name: String, context: &str) -> Result<(), ParseError> {
        let variables = std::mem::replace(&mut self.variables, vec!["$".to_owned()]);
        let range_depth = std::mem::take(&mut self.range_depth);
        let (root, ending) = self.nested(TOO_DEEP, Self::item_list)?;
        if let Ending::Else = ending {
            return self.error(format!("unexpected {} in {context}", ending.show(self.source)));
        }
        self.add(name, root)?;
        self.variables = variables;
        self.range_depth = range_depth;
        Ok(())
    }

    fn template_name(&self, literal: &str) -> Result<String, ParseError> {
        let bytes = self.unquote(literal)?;
        Ok(match String::from_utf8_lossy(&bytes) {
            Cow::Borrowed(name) => name.to_owned(),
            Cow::Owned(name) => name,
        })
    }

    /// Nodes up to `end` or `else`.
    fn item_list(&mut self) -> Result<(Vec<Node>, Ending), ParseError> {
        let mut nodes = Vec::new();
        while self.peek_non_space().kind != Kind::Eof {
            match self.text_or_action()? {
                NodeOrEnding::Node(node) => nodes.push(node),
                NodeOrEnding::Ending(ending) => return Ok((nodes, ending)),
            }
        }
        self.error("unexpected EOF")
    }

    fn text_or_action(&mut self) -> Result<NodeOrEnding, ParseError> {
        let item = self.next_non_space();
        match item.kind {
            Kind::Text => {
                let text = item.text.as_ref().into();
                Ok(NodeOrEnding::Node(Node::Text { pos: item.pos, text }))
            }
            Kind::LeftDelim => {
                self.action_line = Some(item.line);
                let result = self.action();
                self.action_line = None;
                result
            }
            _ => self.unexpected(&item, "input"),
        }
    }
}
