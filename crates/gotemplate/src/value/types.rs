//! Types: what `%T` prints, what error messages name, and what a function's parameter accepts.

use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

use super::{Function, List, Map, Record, Signature, Value};

/// The size of an integer type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// `int`, `uint`
    Native,
    /// `int8`, `uint8`
    W8,
    /// `int16`, `uint16`
    W16,
    /// `int32`, `uint32`
    W32,
    /// `int64`, `uint64`
    W64,
}

impl Width {
    pub(crate) fn bits(self) -> u32 {
        match self {
            Self::W8 => 8,
            Self::W16 => 16,
            Self::W32 => 32,
            Self::W64 | Self::Native => 64,
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Native => "",
            Self::W8 => "8",
            Self::W16 => "16",
            Self::W32 => "32",
            Self::W64 => "64",
        }
    }
}

/// The type of a value, a list's elements or a parameter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Type {
    /// `interface {}`: takes everything
    Any,
    /// `bool`
    Bool,
    /// `int` and its sizes
    Int(Width),
    /// `uint` and its sizes
    Uint(Width),
    /// `float32`
    Float32,
    /// `float64`
    Float64,
    /// `complex128`
    Complex128,
    /// `string`
    Text,
    /// `[]T`
    List(Box<Type>),
    /// `map[K]V`
    Map(Box<Type>, Box<Type>),
    /// `*T`
    Pointer(Box<Type>),
    /// A struct by its qualified name, `main.Group`, with the names of its fields where they are known.
    Struct(Cow<'static, str>, &'static [&'static str]),
    /// A named type that is not a struct, `main.Dir`, with what it is made of.
    Named(Cow<'static, str>, Box<Type>),
    /// A function by its signature, `func(string) string`
    Func(Cow<'static, str>),
}

impl Type {
    /// `int`
    pub const INT: Self = Self::Int(Width::Native);

    /// A struct of which only the name is known.
    pub fn strukt(name: impl Into<Cow<'static, str>>) -> Self {
        Self::Struct(name.into(), &[])
    }

    /// `[]element`
    pub fn list(element: Type) -> Self {
        Self::List(Box::new(element))
    }

    /// `*target`
    pub fn pointer(target: Type) -> Self {
        Self::Pointer(Box::new(target))
    }

    /// What a named type is made of; other types are themselves.
    pub(crate) fn bare(&self) -> &Type {
        match self {
            Self::Named(_, inner) => inner.bare(),
            other => other,
        }
    }

    /// Whether the literal `nil` can stand for it.
    pub(crate) fn can_be_nil(&self) -> bool {
        matches!(self.bare(), Self::Any | Self::List(_) | Self::Map(..) | Self::Pointer(_) | Self::Func(_))
    }

    /// Whether a value of this type may be passed where `target` is asked for, by Go's rules: the same type,
    /// `interface {}`, or the same make-up with at most one of them named. Basic types count as named.
    pub(crate) fn assignable_to(&self, target: &Type) -> bool {
        if self.same(target) || *target == Self::Any {
            return true;
        }
        let composite = |t: &Type| matches!(t, Self::List(_) | Self::Map(..) | Self::Pointer(_));
        match (self, target) {
            (Self::Named(_, inner), other) | (other, Self::Named(_, inner)) => {
                composite(other) && inner.same(other)
            }
            _ => false,
        }
    }

    /// Whether two types are identical. Structs are, when their names are.
    pub(crate) fn same(&self, other: &Type) -> bool {
        match (self, other) {
            (Self::Struct(a, _), Self::Struct(b, _)) | (Self::Named(a, _), Self::Named(b, _)) => a == b,
            (Self::List(a), Self::List(b)) | (Self::Pointer(a), Self::Pointer(b)) => a.same(b),
            (Self::Map(ak, av), Self::Map(bk, bv)) => ak.same(bk) && av.same(bv),
            (a, b) => a == b,
        }
    }

    /// The zero value of the type.
    pub(crate) fn zero<'a>(&self) -> Value<'a> {
        match self {
            Self::Any => Value::Interface(None),
            Self::Bool => Value::Bool(false),
            Self::Int(width) => Value::Int(0, *width),
            Self::Uint(width) => Value::Uint(0, *width),
            Self::Float32 => Value::Float32(0.0),
            Self::Float64 => Value::Float(0.0),
            Self::Complex128 => Value::Complex(0.0, 0.0),
            Self::Text => Value::text(""),
            Self::List(element) => Value::List(List::nil((**element).clone())),
            Self::Map(key, value) => Value::Map(Map::nil((**key).clone(), (**value).clone())),
            Self::Pointer(target) => Value::nil_pointer((**target).clone()),
            Self::Struct(name, _) => Value::object(Record::new(name.clone())),
            Self::Named(name, inner) => Value::object(Record::named(name.clone(), inner.zero())),
            Self::Func(signature) => {
                Value::Func(Rc::new(Function::nil(Signature::none()).called(signature.clone())))
            }
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("interface {}"),
            Self::Bool => f.write_str("bool"),
            Self::Int(width) => write!(f, "int{}", width.suffix()),
            Self::Uint(width) => write!(f, "uint{}", width.suffix()),
            Self::Float32 => f.write_str("float32"),
            Self::Float64 => f.write_str("float64"),
            Self::Complex128 => f.write_str("complex128"),
            Self::Text => f.write_str("string"),
            Self::List(element) => write!(f, "[]{element}"),
            Self::Map(key, value) => write!(f, "map[{key}]{value}"),
            Self::Pointer(target) => write!(f, "*{target}"),
            Self::Struct(name, _) | Self::Named(name, _) | Self::Func(name) => f.write_str(name),
        }
    }
}
