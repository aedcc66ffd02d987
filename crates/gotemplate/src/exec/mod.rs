//! Executes templates.
//!
//! The walk over nodes keeps its own stack, so templates that invoke themselves cost memory up to a bound and
//! no stack. Only expressions recurse, as deep as the parser let them nest.

mod argument;
mod call;
mod field;
mod pipeline;
mod range;
mod walk;

use crate::error::{ExecError, Place};
use crate::limits::Limits;
use crate::parse::{Command, Node, Operand, Pipe, Tree, show_template};
use crate::set::TemplateSet;
use crate::value::{Functions, Value};
use range::Loop;

/// The node that is being evaluated, for error messages.
#[derive(Clone, Copy)]
pub(crate) enum At<'t> {
    Start,
    Text(usize, &'t str),
    Action(usize, &'t Pipe),
    Template(usize, &'t str, Option<&'t Pipe>),
    Pipe(&'t Pipe),
    Command(&'t Command),
    Operand(&'t Operand),
}

/// A list of nodes that is being walked.
struct Frame<'t, 'a> {
    nodes: &'t [Node],
    next: usize,
    dot: Value<'a>,
    kind: FrameKind<'t, 'a>,
}

enum FrameKind<'t, 'a> {
    /// A branch's body; at its end the variables from `mark` on are gone.
    Branch {
        mark: usize,
    },
    Range(Box<Loop<'t, 'a>>),
    /// A template's body, and what to go back to.
    Template {
        caller: &'t Tree,
        base: usize,
        at: At<'t>,
    },
}

/// One execution of a template.
pub(crate) struct Execution<'t, 'a, 'x> {
    set: &'t TemplateSet,
    functions: &'x Functions<'a>,
    limits: Limits,
    steps: u64,
    /// Bytes that may still be written or made.
    room: usize,
    out: Vec<u8>,
    tree: &'t Tree,
    at: At<'t>,
    variables: Vec<(&'t str, Value<'a>)>,
    /// Where the variables of the template being executed start: it sees none below.
    base: usize,
    depth: usize,
    frames: Vec<Frame<'t, 'a>>,
}

/// Boxed, because it is handed through all levels and hardly ever there.
pub(crate) type Failed = Box<ExecError>;

type Evaluated<'a> = Result<Value<'a>, Failed>;

impl<'t, 'a, 'x> Execution<'t, 'a, 'x> {
    pub(crate) fn new(
        set: &'t TemplateSet,
        tree: &'t Tree,
        functions: &'x Functions<'a>,
        out: Vec<u8>,
        limits: Limits,
    ) -> Self {
        Self {
            set,
            functions,
            limits,
            steps: limits.steps,
            room: limits.bytes,
            out,
            tree,
            at: At::Start,
            variables: Vec::new(),
            base: 0,
            depth: 0,
            frames: Vec::new(),
        }
    }

    /// The output so far.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.out
    }

    /// What is being evaluated, written down again.
    fn context(&self) -> String {
        let source = &self.tree.source;
        match self.at {
            At::Start => String::new(),
            At::Text(_, text) => {
                let line = text.trim_start().lines().next().unwrap_or_default();
                line.chars().take(40).collect()
            }
            At::Action(_, pipe) => format!("{}{pipe}{}", source.left, source.right),
            At::Template(_, name, pipe) => show_template(source, name, pipe),
            At::Pipe(pipe) => pipe.to_string(),
            At::Command(command) => command.to_string(),
            At::Operand(operand) => operand.to_string(),
        }
    }

    fn error<T>(&self, message: impl Into<String>) -> Result<T, Failed> {
        let pos = match self.at {
            At::Start => None,
            At::Text(pos, _) | At::Action(pos, _) | At::Template(pos, ..) => Some(pos),
            At::Pipe(pipe) => Some(pipe.pos),
            At::Command(command) => Some(command.pos),
            At::Operand(operand) => Some(operand.pos),
        };
        let source = &self.tree.source;
        let place = pos.map(|pos| {
            let (line, column) = source.line_and_column(pos);
            Place { source: source.name.clone(), line, column, context: self.context() }
        });
        Err(Box::new(ExecError { template: self.tree.name.clone(), place, message: message.into() }))
    }

    /// Counts work, so that no template runs for ever.
    fn step(&mut self) -> Result<(), Failed> {
        self.work(1)
    }

    /// Counts work that is worth so many steps.
    fn work(&mut self, steps: usize) -> Result<(), Failed> {
        match self.steps.checked_sub(steps as u64) {
            Some(steps) => {
                self.steps = steps;
                Ok(())
            }
            None => self.error(format!("exceeded maximum number of steps ({})", self.limits.steps)),
        }
    }

    /// Takes `count` bytes of what may be made.
    fn take_room(&mut self, count: usize) -> Result<(), Failed> {
        match self.room.checked_sub(count) {
            Some(room) => {
                self.room = room;
                Ok(())
            }
            None => self.too_long(),
        }
    }

    fn too_long<T>(&self) -> Result<T, Failed> {
        self.error(format!("exceeded maximum number of bytes ({})", self.limits.bytes))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Failed> {
        self.take_room(bytes.len())?;
        self.out.extend_from_slice(bytes);
        Ok(())
    }
}
