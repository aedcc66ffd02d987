//! Loops: over lists, over maps in the order of their keys, and up to a number.

use super::{At, Execution, Failed, FrameKind};
use crate::parse::Pipe;
use crate::printf;
use crate::value::{List, Map, ObjectRef, Value, Width};

/// A `range` that is under way.
pub(super) struct Loop<'t, 'a> {
    pub(super) source: LoopSource<'a>,
    pub(super) pipe: &'t Pipe,
    /// The number of a named type that the loop goes up to: its elements are of that type.
    pub(super) named: Option<ObjectRef<'a>>,
    /// How many variables there were before the loop, and before its body.
    pub(super) mark: usize,
    pub(super) body_mark: usize,
}

/// What a loop goes over, and how far it is.
pub(super) enum LoopSource<'a> {
    List(List<'a>, usize),
    Map(Map<'a>, usize),
    Int { next: i64, end: i64, width: Width },
    Uint { next: u64, end: u64, width: Width },
}

impl<'a> LoopSource<'a> {
    /// The next index or key, and element.
    fn advance(&mut self) -> Option<(Value<'a>, Value<'a>)> {
        match self {
            Self::List(list, next) => {
                let element = list.get(*next)?;
                let index = Value::int(i64::try_from(*next).ok()?);
                *next += 1;
                Some((index, element))
            }
            Self::Map(map, next) => {
                let entry = map.entry(*next)?;
                *next += 1;
                Some(entry)
            }
            Self::Int { next, end, width } => {
                let n = *next;
                *next += 1;
                (n < *end).then_some((Value::Nil, Value::Int(n, *width)))
            }
            Self::Uint { next, end, width } => {
                let n = *next;
                *next += 1;
                (n < *end).then_some((Value::Nil, Value::Uint(n, *width)))
            }
        }
    }
}

impl<'a> Execution<'_, 'a, '_> {
    /// What there is to go over; `None` where it is empty.
    pub(super) fn loop_source(
        &self,
        pipe: &Pipe,
        value: Value<'a>,
    ) -> Result<Option<LoopSource<'a>>, Failed> {
        let show = |value: &Value<'a>| printf::sprintf(b"%v", std::slice::from_ref(value));
        let bare = value.clone().bare();
        if pipe.variables.len() > 1 && matches!(bare, Value::Int(..) | Value::Uint(..)) {
            let number = show(&value);
            return self.error(format!("can't use {number} to iterate over more than one variable"));
        }
        Ok(match bare {
            Value::List(list) => (!list.is_empty()).then_some(LoopSource::List(list, 0)),
            Value::Map(map) => (!map.is_empty()).then_some(LoopSource::Map(map, 0)),
            Value::Int(end, width) => (end > 0).then_some(LoopSource::Int { next: 0, end, width }),
            Value::Uint(end, width) => (end > 0).then_some(LoopSource::Uint { next: 0, end, width }),
            Value::Nil => None,
            _ => return self.error(format!("range can't iterate over {}", show(&value))),
        })
    }

    /// Starts the next round of the loop on top of the stack, or ends it.
    pub(super) fn next_round(&mut self) -> Result<(), Failed> {
        let Some(frame) = self.frames.last_mut() else { return Ok(()) };
        let FrameKind::Range(state) = &mut frame.kind else { return Ok(()) };
        self.at = At::Pipe(state.pipe);
        self.variables.truncate(state.body_mark);
        let (pipe, body_mark) = (state.pipe, state.body_mark);
        let Some((index, element)) = state.source.advance() else {
            self.end_loop();
            return Ok(());
        };
        let element = match &state.named {
            Some(object) => object.of_same_type(element),
            None => element,
        };
        frame.next = 0;
        frame.dot = element.clone();
        self.step()?;
        match pipe.variables.as_slice() {
            [] => {}
            [variable] if pipe.assign => self.set_variable(variable, element)?,
            [first, second, ..] if pipe.assign => {
                self.set_variable(first, index)?;
                self.set_variable(second, element)?;
            }
            // Declared ones were pushed by the pipeline and are on top.
            [_] => self.variables[body_mark - 1].1 = element,
            [_, _, ..] => {
                self.variables[body_mark - 2].1 = index;
                self.variables[body_mark - 1].1 = element;
            }
        }
        Ok(())
    }

    /// Ends the loop on top of the stack.
    pub(super) fn end_loop(&mut self) {
        if let Some(frame) = self.frames.pop()
            && let FrameKind::Range(state) = frame.kind
        {
            self.variables.truncate(state.mark);
        }
    }
}
