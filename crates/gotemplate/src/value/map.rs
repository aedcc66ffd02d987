//! Maps, their entries kept in the order Go ranges over and prints them.

use std::cmp::Ordering;
use std::rc::Rc;

use super::list::slot;
use super::{Type, Value};

/// A map. Keys of one type in ascending order: numbers by size, texts by bytes, false before true.
#[derive(Clone)]
pub struct Map<'a>(Rc<Entries<'a>>);

struct Entries<'a> {
    key: Type,
    element: Type,
    zero: Option<Value<'a>>,
    nil: bool,
    sorted: Vec<(Value<'a>, Value<'a>)>,
}

impl<'a> Map<'a> {
    /// A map of the entries. Of equal keys the last counts.
    pub fn new(key: Type, element: Type, mut entries: Vec<(Value<'a>, Value<'a>)>) -> Self {
        entries.sort_by(|a, b| order(&a.0, &b.0));
        let mut sorted: Vec<(Value<'a>, Value<'a>)> = Vec::with_capacity(entries.len());
        for entry in entries {
            match sorted.last_mut() {
                Some(last) if order(&last.0, &entry.0) == Ordering::Equal => *last = entry,
                _ => sorted.push(entry),
            }
        }
        Self(Rc::new(Entries { key, element, zero: None, nil: false, sorted }))
    }

    /// Sets what `index` gives for a missing key, for elements that are structs: their zero value has fields.
    #[must_use]
    pub fn with_zero(mut self, zero: Value<'a>) -> Self {
        if let Some(entries) = Rc::get_mut(&mut self.0) {
            entries.zero = Some(zero);
        }
        self
    }

    /// What a missing key gives.
    pub(crate) fn zero(&self) -> Value<'a> {
        self.0.zero.clone().unwrap_or_else(|| self.0.element.zero())
    }

    /// A nil map: empty, false, equal to `nil`.
    pub fn nil(key: Type, element: Type) -> Self {
        Self(Rc::new(Entries { key, element, zero: None, nil: true, sorted: Vec::new() }))
    }

    /// How many entries.
    pub fn len(&self) -> usize {
        self.0.sorted.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.sorted.is_empty()
    }

    /// The value at `key`.
    pub fn get(&self, key: &Value<'a>) -> Option<Value<'a>> {
        let index = self.0.sorted.binary_search_by(|(other, _)| order(other, key)).ok()?;
        self.entry(index).map(|(_, value)| value)
    }

    /// The value at a text key.
    pub(crate) fn get_text(&self, key: &str) -> Option<Value<'a>> {
        let key = Value::text(key);
        let found = self.0.sorted.binary_search_by(|(other, _)| order(other, &key));
        self.entry(found.ok()?).map(|(_, value)| value)
    }

    /// The entry at `index`, in order.
    pub fn entry(&self, index: usize) -> Option<(Value<'a>, Value<'a>)> {
        let (key, value) = self.0.sorted.get(index)?;
        Some((slot(&self.0.key, key.clone()), slot(&self.0.element, value.clone())))
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = (Value<'a>, Value<'a>)> + '_ {
        (0..self.len()).map_while(|index| self.entry(index))
    }

    /// The type of the keys.
    pub fn key(&self) -> &Type {
        &self.0.key
    }

    /// The type of the values.
    pub fn element(&self) -> &Type {
        &self.0.element
    }

    pub(crate) fn is_nil(&self) -> bool {
        self.0.nil
    }

    pub(crate) fn map_type(&self) -> Type {
        Type::Map(Box::new(self.0.key.clone()), Box::new(self.0.element.clone()))
    }
}

fn order(a: &Value<'_>, b: &Value<'_>) -> Ordering {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
        (Value::Int(a, _), Value::Int(b, _)) => a.cmp(b),
        (Value::Uint(a, _), Value::Uint(b, _)) => a.cmp(b),
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Float(a), Value::Float(b)) => order_floats(*a, *b),
        (Value::Float32(a), Value::Float32(b)) => order_floats(f64::from(*a), f64::from(*b)),
        (Value::Complex(ar, ai), Value::Complex(br, bi)) => {
            order_floats(*ar, *br).then_with(|| order_floats(*ai, *bi))
        }
        (Value::Object(x), Value::Object(y)) => match (x.underlying(), y.underlying()) {
            (Some(x), Some(y)) => order(&x, &y),
            _ => Ordering::Equal,
        },
        (Value::Interface(Some(a)), b) => order(a, b),
        (a, Value::Interface(Some(b))) => order(a, b),
        // Keys of several types meet only in `map[interface {}]…`, where Go's own order is not defined.
        (a, b) => rank(a).cmp(&rank(b)),
    }
}

fn order_floats(a: f64, b: f64) -> Ordering {
    // NaN comes first and equals itself.
    a.partial_cmp(&b).unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}

fn rank(value: &Value<'_>) -> u8 {
    match value {
        Value::Nil | Value::Interface(_) => 0,
        Value::Bool(_) => 1,
        Value::Int(..) => 2,
        Value::Uint(..) => 3,
        Value::Float(_) | Value::Float32(_) | Value::Complex(..) => 4,
        Value::Text(_) => 5,
        _ => 6,
    }
}
