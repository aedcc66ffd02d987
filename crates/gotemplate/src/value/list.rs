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
    source: Rc<Source<'a>>,
    // Narrow, because values are moved about all the time; longer lists are cut.
    start: u32,
    len: u32,
    capacity: u32,
}

struct Source<'a> {
    element: Type,
    elements: Elements<'a>,
}

enum Elements<'a> {
    Nil,
    AtHand(Rc<[Value<'a>]>),
    Made(Box<dyn Sequence<'a> + 'a>),
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
        Self::over(Elements::Made(Box::new(sequence)), element, len)
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
        let len = u32::try_from(len).unwrap_or(u32::MAX);
        Self { source: Rc::new(Source { element, elements }), start: 0, len, capacity: len }
    }

    /// How many elements.
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The element at `index`; `None` past the end.
    pub fn get(&self, index: usize) -> Option<Value<'a>> {
        if index >= self.len() {
            return None;
        }
        let at = self.start as usize + index;
        let value = match &self.source.elements {
            Elements::Nil => return None,
            Elements::AtHand(items) => items.get(at)?.clone(),
            Elements::Made(sequence) => sequence.get(at),
        };
        Some(slot(&self.source.element, value))
    }

    /// All elements.
    pub fn iter(&self) -> impl Iterator<Item = Value<'a>> + '_ {
        (0..self.len()).map_while(|index| self.get(index))
    }

    /// The type of the elements.
    pub fn element(&self) -> &Type {
        &self.source.element
    }

    pub(crate) fn is_nil(&self) -> bool {
        matches!(self.source.elements, Elements::Nil)
    }

    /// How far the list may be extended by slicing.
    pub(crate) fn capacity(&self) -> usize {
        self.capacity as usize
    }

    /// The part `from..to` with room up to `limit`; `None` where that is not within the capacity.
    pub(crate) fn slice(&self, from: usize, to: usize, limit: usize) -> Option<Self> {
        let narrow = |n: usize| u32::try_from(n).ok().filter(|n| *n <= self.capacity);
        let (from, to, limit) = (narrow(from)?, narrow(to)?, narrow(limit)?);
        Some(Self {
            source: Rc::clone(&self.source),
            start: self.start.checked_add(from)?,
            len: to.checked_sub(from)?,
            capacity: limit.checked_sub(from)?,
        })
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
