//! The parsed template. Every node knows its place and can write itself down again, for error messages.

use std::fmt;
use std::sync::Arc;

use crate::literal::quote;

/// A text that templates were parsed from.
#[derive(Debug)]
pub(crate) struct Source {
    /// The name it was given, which messages show before line and column.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) left: String,
    pub(crate) right: String,
}

impl Source {
    /// Line from 1 and column in bytes from 0, as Go counts them.
    pub(crate) fn line_and_column(&self, pos: usize) -> (usize, usize) {
        let before = &self.text.as_bytes()[..pos.min(self.text.len())];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        (line, pos - start)
    }
}

/// One template: the body of a `define`, a `block` or a whole text.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) name: String,
    pub(crate) source: Arc<Source>,
    pub(crate) root: Vec<Node>,
}

impl Tree {
    /// Whether there is nothing in it but white space.
    pub(crate) fn is_empty(&self) -> bool {
        self.root.iter().all(|node| matches!(node, Node::Text { text, .. } if text.trim().is_empty()))
    }
}

#[derive(Debug)]
pub(crate) enum Node {
    Text { pos: usize, text: Box<str> },
    Action { pos: usize, pipe: Pipe },
    Branch(Branch),
    Template { pos: usize, name: String, pipe: Option<Pipe> },
    Break,
    Continue,
}

/// `if`, `with` or `range`.
#[derive(Debug)]
pub(crate) struct Branch {
    pub(crate) kind: BranchKind,
    pub(crate) pipe: Pipe,
    pub(crate) list: Vec<Node>,
    pub(crate) otherwise: Option<Vec<Node>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum BranchKind {
    If,
    Range,
    With,
}

/// `$a, $b := command | command`
#[derive(Debug)]
pub(crate) struct Pipe {
    pub(crate) pos: usize,
    pub(crate) assign: bool,
    pub(crate) variables: Vec<String>,
    pub(crate) commands: Vec<Command>,
}

/// A function, field, variable or literal and its arguments. There is at least one operand.
#[derive(Debug)]
pub(crate) struct Command {
    pub(crate) pos: usize,
    pub(crate) operands: Vec<Operand>,
}

#[derive(Debug)]
pub(crate) struct Operand {
    pub(crate) pos: usize,
    pub(crate) kind: OperandKind,
}

#[derive(Debug)]
pub(crate) enum OperandKind {
    Bool(bool),
    Dot,
    Nil,
    Number(Box<Number>),
    Text {
        quoted: Box<str>,
        text: Arc<[u8]>,
    },
    /// `.A.B`
    Field(Vec<String>),
    /// `$x.A.B`: the name, then the fields
    Variable(String, Vec<String>),
    Function(String),
    /// `(…).A.B`
    Chain(Box<Operand>, Vec<String>),
    Pipe(Box<Pipe>),
}

/// A number, as every kind of number that it can be.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Number {
    pub(crate) int: Option<i64>,
    pub(crate) uint: Option<u64>,
    pub(crate) float: Option<f64>,
    pub(crate) complex: Option<(f64, f64)>,
    pub(crate) text: Box<str>,
}

fn write_names(f: &mut fmt::Formatter<'_>, names: &[String]) -> fmt::Result {
    names.iter().try_for_each(|name| write!(f, ".{name}"))
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            OperandKind::Bool(value) => write!(f, "{value}"),
            OperandKind::Dot => f.write_str("."),
            OperandKind::Nil => f.write_str("nil"),
            OperandKind::Number(number) => f.write_str(&number.text),
            OperandKind::Text { quoted, .. } => f.write_str(quoted),
            OperandKind::Field(names) => write_names(f, names),
            OperandKind::Variable(name, names) => {
                f.write_str(name)?;
                write_names(f, names)
            }
            OperandKind::Function(name) => f.write_str(name),
            OperandKind::Chain(operand, names) => {
                write_in_parens(f, operand)?;
                write_names(f, names)
            }
            OperandKind::Pipe(pipe) => write!(f, "{pipe}"),
        }
    }
}

/// Within a command a pipeline stands in parentheses; alone, as the place of an error, it does not.
fn write_in_parens(f: &mut fmt::Formatter<'_>, operand: &Operand) -> fmt::Result {
    match &operand.kind {
        OperandKind::Pipe(pipe) => write!(f, "({pipe})"),
        _ => write!(f, "{operand}"),
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, operand) in self.operands.iter().enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            write_in_parens(f, operand)?;
        }
        Ok(())
    }
}

impl fmt::Display for Pipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.variables.is_empty() {
            f.write_str(&self.variables.join(", "))?;
            f.write_str(if self.assign { " = " } else { " := " })?;
        }
        for (index, command) in self.commands.iter().enumerate() {
            if index > 0 {
                f.write_str(" | ")?;
            }
            write!(f, "{command}")?;
        }
        Ok(())
    }
}

/// The template invocation as Go writes it, with the delimiters of its source.
pub(crate) fn show_template(source: &Source, name: &str, pipe: Option<&Pipe>) -> String {
    let Source { left, right, .. } = source;
    let name = quote(name.as_bytes());
    pipe.map_or_else(
        || format!("{left}template {name}{right}"),
        |pipe| format!("{left}template {name} {pipe}{right}"),
    )
}
