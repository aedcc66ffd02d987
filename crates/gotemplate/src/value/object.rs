//! Objects: structs and named types, with fields and methods.

use std::borrow::Cow;
use std::ops::Deref;
use std::rc::Rc;

use super::{CallError, Signature, Text, Type, Value};

/// A struct, or a named type of another kind (`type Dir string`), as a template sees it.
///
/// The lifetime is the data's, not the object's: an object may be a small view that is made when a field is
/// asked for and gone a moment later, while the texts it hands out live on.
///
/// ```
/// use folkmoot_gotemplate::{Object, Value};
///
/// struct Group { name: String }
/// struct GroupView<'a>(&'a Group);
///
/// impl<'a> Object<'a> for GroupView<'a> {
///     fn type_name(&self) -> &str { "main.Group" }
///     fn field_names(&self) -> &[&'static str] { &["Name"] }
///     fn field(&self, name: &str) -> Option<Value<'a>> {
///         (name == "Name").then(|| Value::text(&self.0.name))
///     }
/// }
/// ```
pub trait Object<'a> {
    /// The type's qualified name, such as `main.Group`: error messages and `%T` show it.
    fn type_name(&self) -> &str;

    /// The fields in order, for printing the struct whole: `{a b c}`. Those that start with a lower-case
    /// letter print, but a template that names them fails as in Go. Named types have none.
    fn field_names(&self) -> &[&'static str] {
        &[]
    }

    /// The field of that name, promoted ones included; `None` where there is none.
    fn field(&self, name: &str) -> Option<Value<'a>> {
        let _ = name;
        None
    }

    /// What the method of that name takes; `None` where there is none.
    fn method(&self, name: &str) -> Option<Signature> {
        let _ = name;
        None
    }

    /// Calls a method that [`Object::method`] knows, with arguments that fit its signature.
    fn call(&self, name: &str, arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        let _ = arguments;
        Err(CallError::new(format!("{} has no method {name}", self.type_name())))
    }

    /// The text, list, number … a named type is made of; `None` for a struct.
    fn underlying(&self) -> Option<Value<'a>> {
        None
    }

    /// Another value of the same named type, as `slice` and `range` over a number make them. Unless the type's
    /// methods are of use there, the default will do: it has none.
    fn of_same_type(&self, underlying: Value<'a>) -> Value<'a> {
        Value::object(Record::named(self.type_name().to_owned(), underlying))
    }

    /// Whether the object may be passed where a pointer to its type is asked for. In Go this is so for structs
    /// inside data that was itself passed by pointer.
    fn is_addressable(&self) -> bool {
        false
    }

    /// How the object prints itself, where its type has `String() string` or `Error() string`.
    fn stringer(&self) -> Option<Text<'a>> {
        None
    }
}

/// A reference to an object: borrowed or shared.
#[derive(Clone)]
pub enum ObjectRef<'a> {
    /// The object lives as long as the data.
    Borrowed(&'a dyn Object<'a>),
    /// The object was made for the occasion.
    Shared(Rc<dyn Object<'a> + 'a>),
}

impl<'a> Deref for ObjectRef<'a> {
    type Target = dyn Object<'a> + 'a;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Borrowed(object) => *object,
            Self::Shared(object) => &**object,
        }
    }
}

impl<'a> ObjectRef<'a> {
    pub(crate) fn object_type(&self) -> Type {
        let name = Cow::Owned(self.type_name().to_owned());
        match self.underlying() {
            None => Type::Struct(name, &[]),
            Some(inner) => Type::Named(name, Box::new(inner.type_of().unwrap_or(Type::Any))),
        }
    }

    /// Where the object is: two pointers to it are equal.
    pub(crate) fn address(&self) -> *const () {
        let object: *const (dyn Object<'a> + 'a) = &**self;
        object.cast()
    }
}

/// An object made of values at hand: a struct with its fields in order, or a named type.
///
/// ```
/// # use folkmoot_gotemplate::{Record, Value};
/// let release = Record::new("main.Releases").with("Latest", "v1.35").with("LatestMinusOne", "v1.34");
/// let value = Value::object(release);
/// ```
pub struct Record<'a> {
    name: Cow<'static, str>,
    fields: Vec<&'static str>,
    values: Vec<Value<'a>>,
    underlying: Option<Value<'a>>,
}

impl<'a> Record<'a> {
    /// A struct without fields yet.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), fields: Vec::new(), values: Vec::new(), underlying: None }
    }

    /// A named type that is not a struct.
    pub fn named(name: impl Into<Cow<'static, str>>, underlying: Value<'a>) -> Self {
        Self { underlying: Some(underlying), ..Self::new(name) }
    }

    /// The struct with one more field.
    #[must_use]
    pub fn with(mut self, field: &'static str, value: impl Into<Value<'a>>) -> Self {
        self.fields.push(field);
        self.values.push(value.into());
        self
    }
}

impl<'a> Object<'a> for Record<'a> {
    fn type_name(&self) -> &str {
        &self.name
    }

    fn field_names(&self) -> &[&'static str] {
        &self.fields
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let index = self.fields.iter().position(|field| *field == name)?;
        self.values.get(index).cloned()
    }

    fn underlying(&self) -> Option<Value<'a>> {
        self.underlying.clone()
    }
}
