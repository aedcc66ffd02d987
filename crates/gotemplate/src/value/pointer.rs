//! Pointers. A template rarely sees them, but a nil pointer is false and a struct is always true.

use std::rc::Rc;

use super::{ObjectRef, Type, Value};

/// `*T`: nil, or what it points to.
#[derive(Clone)]
pub enum Pointer<'a> {
    /// Nil, with the type it would point to.
    Nil(Rc<Type>),
    /// To an object.
    Object(ObjectRef<'a>),
    /// To any other value.
    Value(Rc<Value<'a>>),
}

impl<'a> Pointer<'a> {
    /// Whether it points nowhere.
    pub fn is_nil(&self) -> bool {
        matches!(self, Self::Nil(_))
    }

    /// What it points to.
    pub fn target(&self) -> Option<Value<'a>> {
        match self {
            Self::Nil(_) => None,
            Self::Object(object) => Some(Value::Object(object.clone())),
            Self::Value(value) => Some((**value).clone()),
        }
    }

    /// The type of what it points to.
    pub fn target_type(&self) -> Type {
        match self {
            Self::Nil(target) => (**target).clone(),
            Self::Object(object) => object.object_type(),
            Self::Value(value) => value.type_of().unwrap_or(Type::Any),
        }
    }

    /// Whether two pointers are equal: both nil, or at the same place.
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nil(_), Self::Nil(_)) => true,
            (Self::Object(a), Self::Object(b)) => a.address() == b.address(),
            (Self::Value(a), Self::Value(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
}
