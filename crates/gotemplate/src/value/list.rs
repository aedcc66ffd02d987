//! Lists, Go's slices: a window over elements that are at hand or made when asked for.

use std::rc::Rc;

use super::{Type, Value};

/// Elements that are made when they are asked for.
pub trait Sequence<'a> {
    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at `index`, which is below `len`.
    fn get(&self, index: usize) -> Value<'a>;
}

/// A slice: some elements of a sequence.
#[derive(Clone)]
pub struct List<'a> {
    elements: Elements<'a>,
    element: Rc<Type>,
    start: usize,
    len: usize,
    capacity: usize,
}

#[derive(Clone)]
enum Elements<'a> {
    Nil,
    AtHand(Rc<[Value<'a>]>),
    Made(Rc<dyn Sequence<'a> + 'a>),
}

struct Mapped<'a, T, F> {
    items: &'a [T],
    make: F,
}

impl<'a, T, F: Fn(&'a T) -> Value<'a>> Sequence<'a> for Mapped<'a, T, F> {
    fn len(&self) -> usize {
        self.items.len()
    }

    fn get(&self, index: usize) -> Value<'a> {
        (self.make)(&self.items[index])
    }
}

impl<'a> List<'a> {
    /// A list of values at hand.
    pub fn new(element: Type, items: impl Into<Rc<[Value<'a>]>>) -> Self {
        let items = items.into();
        let len = items.len();
        Self::over(Elements::AtHand(items), element, len)
    }

    /// A list over a sequence.
    pub fn made(element: Type, sequence: impl Sequence<'a> + 'a) -> Self {
        let len = sequence.len();
        Self::over(Elements::Made(Rc::new(sequence)), element, len)
    }

    /// A list over a Rust slice, each element made by `make` when asked for.
    pub fn mapped<T>(items: &'a [T], element: Type, make: impl Fn(&'a T) -> Value<'a> + 'a) -> Self {
        Self::made(element, Mapped { items, make })
    }

    /// A nil slice: empty, false, equal to `nil`.
    pub fn nil(element: Type) -> Self {
        Self::over(Elements::Nil, element, 0)
    }

    fn over(elements: Elements<'a>, element: Type, len: usize) -> Self {
        Self { elements, element: Rc::new(element), start: 0, len, capacity: len }
    }

    /// How many elements.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The element at `index`; `None` past the end.
    pub fn get(&self, index: usize) -> Option<Value<'a>> {
        if index >= self.len {
            return None;
        }
        let value = match &self.elements {
            Elements::Nil => return None,
            Elements::AtHand(items) => items.get(self.start + index)?.clone(),
            Elements::Made(sequence) => sequence.get(self.start + index),
        };
        Some(slot(&self.element, value))
    }

    /// All elements.
    pub fn iter(&self) -> impl Iterator<Item = Value<'a>> + '_ {
        (0..self.len).map_while(|index| self.get(index))
    }

    /// The type of the elements.
    pub fn element(&self) -> &Type {
        &self.element
    }

    pub(crate) fn is_nil(&self) -> bool {
        matches!(self.elements, Elements::Nil)
    }

    /// How far the list may be extended by slicing.
    pub(crate) fn capacity(&self) -> usize {
        self.capacity
    }

    /// The part `from..to` with room up to `limit`, all within the capacity.
    pub(crate) fn slice(&self, from: usize, to: usize, limit: usize) -> Self {
        debug_assert!(from <= to && to <= limit && limit <= self.capacity);
        Self { start: self.start + from, len: to - from, capacity: limit - from, ..self.clone() }
    }
}

/// Puts a value into a slot of type `slot_type`: only slots of type `interface {}` leave a mark.
pub(super) fn slot<'a>(slot_type: &Type, value: Value<'a>) -> Value<'a> {
    if *slot_type != Type::Any {
        return value;
    }
    match value {
        Value::Nil => Value::Interface(None),
        Value::Interface(_) => value,
        other => Value::Interface(Some(Rc::new(other))),
    }
}
