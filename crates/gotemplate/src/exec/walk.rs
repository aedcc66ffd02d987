//! Walks the nodes of a template and writes what they give.

use super::range::{Loop, LoopSource};
use super::{At, Execution, Failed, Frame, FrameKind};
use crate::literal::quote;
use crate::parse::{Branch, BranchKind, Node, Pipe};
use crate::printf::{Printer, TooLong};
use crate::value::Value;

impl<'t, 'a> Execution<'t, 'a, '_> {
    pub(crate) fn run(&mut self, data: Value<'a>) -> Result<(), Failed> {
        self.variables.push(("$", data.clone()));
        let kind = FrameKind::Template { caller: self.tree, base: 0, at: At::Start };
        self.frames.push(Frame { nodes: &self.tree.root, next: 0, dot: data, kind });
        while let Some(frame) = self.frames.last_mut() {
            match frame.nodes.get(frame.next) {
                Some(node) => {
                    frame.next += 1;
                    self.node(node)?;
                }
                None => self.end_of_frame()?,
            }
        }
        Ok(())
    }

    fn dot(&self) -> Value<'a> {
        self.frames.last().map(|frame| frame.dot.clone()).unwrap_or_default()
    }

    fn node(&mut self, node: &'t Node) -> Result<(), Failed> {
        self.at = match node {
            Node::Text { pos, text } => At::Text(*pos, text),
            Node::Action { pos, pipe } => At::Action(*pos, pipe),
            Node::Branch(branch) => At::Pipe(&branch.pipe),
            Node::Template { pos, name, pipe } => At::Template(*pos, name, pipe.as_ref()),
            Node::Break | Node::Continue => self.at,
        };
        self.step()?;
        match node {
            Node::Text { text, .. } => self.write(text.as_bytes()),
            Node::Action { pos, pipe } => {
                let value = self.pipeline(&self.dot(), pipe)?;
                if pipe.variables.is_empty() {
                    self.at = At::Action(*pos, pipe);
                    self.print(value)?;
                }
                Ok(())
            }
            Node::Branch(branch) if branch.kind == BranchKind::Range => self.range(branch),
            Node::Branch(branch) => self.branch(branch),
            Node::Template { name, pipe, .. } => self.template(name, pipe.as_ref()),
            Node::Break => {
                self.leave_branches();
                self.end_loop();
                Ok(())
            }
            Node::Continue => {
                self.leave_branches();
                self.next_round()
            }
        }
    }

    fn end_of_frame(&mut self) -> Result<(), Failed> {
        let Some(frame) = self.frames.last() else { return Ok(()) };
        match frame.kind {
            FrameKind::Range(_) => return self.next_round(),
            FrameKind::Branch { mark } => self.variables.truncate(mark),
            FrameKind::Template { caller, base, at } => {
                self.variables.truncate(self.base);
                self.at = at;
                self.tree = caller;
                self.base = base;
                self.depth = self.depth.saturating_sub(1);
            }
        }
        self.frames.pop();
        Ok(())
    }

    /// Leaves what is inside the innermost loop.
    fn leave_branches(&mut self) {
        while let Some(Frame { kind: FrameKind::Branch { .. }, .. }) = self.frames.last() {
            self.frames.pop();
        }
    }

    fn branch(&mut self, branch: &'t Branch) -> Result<(), Failed> {
        let mark = self.variables.len();
        let dot = self.dot();
        let value = self.pipeline(&dot, &branch.pipe)?;
        let (nodes, dot) = match (value.is_true(), &branch.otherwise) {
            (true, _) if branch.kind == BranchKind::With => (&branch.list, value),
            (true, _) => (&branch.list, dot),
            (false, Some(otherwise)) => (otherwise, dot),
            (false, None) => {
                self.variables.truncate(mark);
                return Ok(());
            }
        };
        self.frames.push(Frame { nodes, next: 0, dot, kind: FrameKind::Branch { mark } });
        Ok(())
    }

    fn range(&mut self, branch: &'t Branch) -> Result<(), Failed> {
        let mark = self.variables.len();
        let dot = self.dot();
        let value = self.pipeline(&dot, &branch.pipe)?.indirect().0;
        let source = self.loop_source(&branch.pipe, value.clone())?;
        match (source, &branch.otherwise) {
            (Some(source), _) => {
                let named = match (&source, value) {
                    (LoopSource::Int { .. } | LoopSource::Uint { .. }, Value::Object(object)) => Some(object),
                    _ => None,
                };
                let kind = FrameKind::Range(Box::new(Loop {
                    source,
                    named,
                    pipe: &branch.pipe,
                    mark,
                    body_mark: self.variables.len(),
                }));
                // The walk finds the frame at its end and starts the first round.
                let frame = Frame { nodes: &branch.list, next: branch.list.len(), dot: Value::Nil, kind };
                self.frames.push(frame);
            }
            (None, Some(otherwise)) => {
                let kind = FrameKind::Branch { mark };
                self.frames.push(Frame { nodes: otherwise, next: 0, dot, kind });
            }
            (None, None) => self.variables.truncate(mark),
        }
        Ok(())
    }

    fn template(&mut self, name: &'t str, pipe: Option<&'t Pipe>) -> Result<(), Failed> {
        let at = self.at;
        let Some(tree) = self.set.tree(name) else {
            return self.error(format!("template {} not defined", quote(name.as_bytes())));
        };
        if self.depth >= self.limits.invocations {
            return self.error(format!("exceeded maximum template depth ({})", self.limits.invocations));
        }
        let data = match pipe {
            None => Value::Nil,
            Some(pipe) => self.pipeline(&self.dot(), pipe)?,
        };
        let kind = FrameKind::Template { caller: self.tree, base: self.base, at };
        self.depth += 1;
        self.tree = tree;
        self.base = self.variables.len();
        self.variables.push(("$", data.clone()));
        self.frames.push(Frame { nodes: &tree.root, next: 0, dot: data, kind });
        Ok(())
    }

    /// Writes a value as `print` would.
    fn print(&mut self, value: Value<'a>) -> Result<(), Failed> {
        let value = match value {
            Value::Text(text) => return self.write(text.as_bytes()),
            Value::Nil => return self.write(b"<no value>"),
            Value::Pointer(_) => value.indirect().0,
            Value::Func(_) => {
                return self.error(format!("can't print {} of type {}", self.context(), value.type_name()));
            }
            other => other,
        };
        let mut printer = Printer::appending(std::mem::take(&mut self.out), self.room);
        let before = printer.len();
        printer.print(std::slice::from_ref(&value));
        let (out, result) = printer.finish();
        self.room = self.room.saturating_sub(out.len() - before);
        self.out = out;
        match result {
            Ok(()) => Ok(()),
            Err(TooLong) => self.too_long(),
        }
    }
}
