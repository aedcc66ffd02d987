//! What templates compute with.
//!
//! Go's templates work on reflected Go values. Here the same distinctions are made by [`Value`]: a text is not
//! a named text with methods, an absent pointer is not an absent value, a struct is true even when all its
//! fields are empty. Values are cheap to clone: texts and lists are borrowed or reference-counted.

mod compare;
mod function;
mod list;
mod map;
mod object;
mod pointer;
mod text;
mod types;

pub(crate) use compare::{comparable, equal};
pub use function::{CallError, Function, Functions, Signature};
pub use list::{List, Sequence};
pub use map::Map;
pub use object::{Object, ObjectRef, Record};
pub use pointer::Pointer;
pub use text::Text;
pub use types::{Type, Width};

use std::rc::Rc;

/// A value a template can look at, pass on and print.
#[derive(Clone, Default)]
pub enum Value<'a> {
    /// No value at all: a missing map key, the literal `nil`. Printed alone it gives `<no value>`.
    #[default]
    Nil,
    /// `bool`
    Bool(bool),
    /// `int`, `int8` … `int64`
    Int(i64, Width),
    /// `uint`, `uint8` … `uint64`
    Uint(u64, Width),
    /// `float64`
    Float(f64),
    /// `float32`
    Float32(f32),
    /// `complex128`: real and imaginary part
    Complex(f64, f64),
    /// `string`
    Text(Text<'a>),
    /// A slice
    List(List<'a>),
    /// A map, its keys in Go's printing order
    Map(Map<'a>),
    /// A struct, or a named type of any other kind, with its methods
    Object(ObjectRef<'a>),
    /// `*T`
    Pointer(Pointer<'a>),
    /// A slot of type `interface {}` with what it holds, as in the elements of `[]interface {}`
    Interface(Option<Rc<Value<'a>>>),
    /// A function held in data, for `call`
    Func(Rc<Function<'a>>),
}

impl<'a> Value<'a> {
    /// A Go `int`.
    pub fn int(n: i64) -> Self {
        Self::Int(n, Width::Native)
    }

    /// A `string`, borrowed or owned.
    pub fn text(text: impl Into<Text<'a>>) -> Self {
        Self::Text(text.into())
    }

    /// An object that is made for the occasion, such as a view of model data. One allocation.
    pub fn object(object: impl Object<'a> + 'a) -> Self {
        Self::Object(ObjectRef::Shared(Rc::new(object)))
    }

    /// An object that already lives somewhere. No allocation.
    pub fn object_ref(object: &'a dyn Object<'a>) -> Self {
        Self::Object(ObjectRef::Borrowed(object))
    }

    /// A non-nil pointer to an object: prints as the object does, but is true, and false when nil.
    pub fn pointer(object: impl Object<'a> + 'a) -> Self {
        Self::Pointer(Pointer::Object(ObjectRef::Shared(Rc::new(object))))
    }

    /// A nil pointer to `target`.
    pub fn nil_pointer(target: Type) -> Self {
        Self::Pointer(Pointer::Nil(Rc::new(target)))
    }

    /// A list whose elements are made when they are asked for, from a slice that lives elsewhere.
    ///
    /// ```
    /// # use folkmoot_gotemplate::{Type, Value};
    /// let names = vec!["a".to_owned(), "b".to_owned()];
    /// let list = Value::list_of(&names, Type::Text, |name| Value::text(name.as_str()));
    /// ```
    pub fn list_of<T>(items: &'a [T], element: Type, make: impl Fn(&'a T) -> Value<'a> + 'a) -> Self {
        Self::List(List::mapped(items, element, make))
    }

    /// A list of values at hand. `element` is the slice's element type: `[]string` has [`Type::Text`].
    pub fn list(element: Type, items: impl Into<Rc<[Value<'a>]>>) -> Self {
        Self::List(List::new(element, items))
    }

    /// A list of texts, `[]string`.
    pub fn texts<T: AsRef<str>>(items: &'a [T]) -> Self {
        Self::list_of(items, Type::Text, |item| Value::text(item.as_ref()))
    }

    /// A map with text keys, `map[string]element`.
    pub fn map<K: Into<Text<'a>>>(element: Type, entries: impl IntoIterator<Item = (K, Value<'a>)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (Value::Text(key.into()), value)).collect();
        Self::Map(Map::new(Type::Text, element, entries))
    }

    /// Whether `if`, `with`, `and`, `or` and `not` count the value as true.
    pub fn is_true(&self) -> bool {
        match self {
            Self::Nil => false,
            Self::Bool(b) => *b,
            Self::Int(n, _) => *n != 0,
            Self::Uint(n, _) => *n != 0,
            Self::Float(n) => *n != 0.0,
            Self::Float32(n) => *n != 0.0,
            Self::Complex(re, im) => *re != 0.0 || *im != 0.0,
            Self::Text(text) => !text.is_empty(),
            Self::List(list) => !list.is_empty(),
            Self::Map(map) => !map.is_empty(),
            Self::Object(object) => object.underlying().is_none_or(|value| value.is_true()),
            Self::Pointer(pointer) => !pointer.is_nil(),
            Self::Interface(slot) => slot.as_ref().is_some_and(|value| value.is_true()),
            Self::Func(function) => !function.is_nil(),
        }
    }

    /// The value's type; `None` for [`Value::Nil`].
    pub fn type_of(&self) -> Option<Type> {
        Some(match self {
            Self::Nil => return None,
            Self::Bool(_) => Type::Bool,
            Self::Int(_, width) => Type::Int(*width),
            Self::Uint(_, width) => Type::Uint(*width),
            Self::Float(_) => Type::Float64,
            Self::Float32(_) => Type::Float32,
            Self::Complex(..) => Type::Complex128,
            Self::Text(_) => Type::Text,
            Self::List(list) => Type::List(Box::new(list.element().clone())),
            Self::Map(map) => map.map_type(),
            Self::Object(object) => object.object_type(),
            Self::Pointer(pointer) => Type::Pointer(Box::new(pointer.target_type())),
            Self::Interface(_) => Type::Any,
            Self::Func(function) => function.func_type(),
        })
    }

    /// The type's name as `%T` prints it.
    pub fn type_name(&self) -> String {
        self.type_of().map_or_else(|| "<nil>".to_owned(), |t| t.to_string())
    }

    /// What a slot of type `interface {}` holds; any other value as it is.
    #[inline]
    pub(crate) fn concrete(self) -> Self {
        let mut value = self;
        // An interface never holds an interface in Go, but a caller may build one.
        while let Self::Interface(slot) = value {
            value = slot.map_or(Self::Nil, |inner| (*inner).clone());
        }
        value
    }

    /// Follows pointers and interface slots. The second part says whether the way ended at nil; the value is
    /// then that nil pointer or empty slot.
    pub(crate) fn indirect(self) -> (Self, bool) {
        let mut value = self;
        loop {
            value = match value {
                Self::Pointer(ref pointer) => match pointer.target() {
                    Some(target) => target,
                    None => return (value, true),
                },
                Self::Interface(None) => return (value, true),
                Self::Interface(Some(inner)) => (*inner).clone(),
                other => return (other, false),
            }
        }
    }

    /// The value under a named type: the text in a named text, the list in a named list. Structs stay.
    pub(crate) fn bare(self) -> Self {
        match &self {
            Self::Object(object) => object.underlying().map_or(self, Self::bare),
            _ => self,
        }
    }

    /// Whether this is nil of a kind that can be nil, or no value at all.
    pub(crate) fn is_nil(&self) -> bool {
        match self {
            Self::Nil | Self::Interface(None) => true,
            Self::Pointer(pointer) => pointer.is_nil(),
            Self::List(list) => list.is_nil(),
            Self::Map(map) => map.is_nil(),
            Self::Func(function) => function.is_nil(),
            Self::Object(object) => object.underlying().is_some_and(|value| value.is_nil()),
            _ => false,
        }
    }
}

// Values are moved about all the time.
const _: () = assert!(size_of::<Value<'_>>() <= 32);

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Self::int(value)
    }
}

impl From<f64> for Value<'_> {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Self {
        Self::text(value)
    }
}

impl From<String> for Value<'_> {
    fn from(value: String) -> Self {
        Self::text(value)
    }
}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", crate::printf::sprintf(b"%T(%+v)", &[self.clone(), self.clone()]))
    }
}
