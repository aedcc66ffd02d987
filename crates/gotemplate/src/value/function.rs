//! Functions: those a template calls by name, and those that data holds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Type, Value};

/// Why a function or method refused: `error calling NAME: …`.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct CallError {
    message: String,
}

impl CallError {
    /// An error with that text.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

/// What a function or method takes. Arguments are checked against it before the call, with Go's messages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Signature {
    /// The fixed parameters.
    pub parameters: Vec<Type>,
    /// The type of the arguments that may follow in any number.
    pub rest: Option<Type>,
}

impl Signature {
    /// No parameters.
    pub fn none() -> Self {
        Self::default()
    }

    /// These parameters, no more.
    pub fn of(parameters: impl Into<Vec<Type>>) -> Self {
        Self { parameters: parameters.into(), rest: None }
    }

    /// These parameters, then any number of arguments of type `rest`.
    pub fn variadic(parameters: impl Into<Vec<Type>>, rest: Type) -> Self {
        Self { parameters: parameters.into(), rest: Some(rest) }
    }

    /// The type of the argument at `index`.
    pub(crate) fn parameter(&self, index: usize) -> Option<&Type> {
        self.parameters.get(index).or(self.rest.as_ref())
    }
}

type Call<'a> = dyn Fn(&[Value<'a>]) -> Result<Value<'a>, CallError> + 'a;

/// A function with its signature.
pub struct Function<'a> {
    signature: Signature,
    /// Go's spelling of the type, for messages; made from the signature where the caller gives none.
    name: Cow<'static, str>,
    call: Option<Box<Call<'a>>>,
}

impl<'a> Function<'a> {
    /// A function. The arguments it is called with fit the signature: for `Type::Text` a `Value::Text`.
    pub fn new(
        signature: Signature,
        call: impl Fn(&[Value<'a>]) -> Result<Value<'a>, CallError> + 'a,
    ) -> Self {
        let name = spell(&signature);
        Self { signature, name: name.into(), call: Some(Box::new(call)) }
    }

    /// Sets what the function's type is called in messages, `func(string) int`.
    #[must_use]
    pub fn called(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.name = name.into();
        self
    }

    /// A nil function: false, and calling it fails.
    pub fn nil(signature: Signature) -> Self {
        let name = spell(&signature);
        Self { signature, name: name.into(), call: None }
    }

    pub(crate) fn is_nil(&self) -> bool {
        self.call.is_none()
    }

    pub(crate) fn func_type(&self) -> Type {
        Type::Func(self.name.clone())
    }

    pub(crate) fn signature(&self) -> &Signature {
        &self.signature
    }

    pub(crate) fn call(&self, arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        match &self.call {
            Some(call) => call(arguments),
            None => Err(CallError::new("reflect.Value.Call: call of nil function")),
        }
    }
}

fn spell(signature: &Signature) -> String {
    let mut name = "func(".to_owned();
    for (index, parameter) in signature.parameters.iter().enumerate() {
        let comma = if index > 0 { ", " } else { "" };
        let _ = write!(name, "{comma}{parameter}");
    }
    if let Some(rest) = &signature.rest {
        let comma = if signature.parameters.is_empty() { "" } else { ", " };
        let _ = write!(name, "{comma}...{rest}");
    }
    name + ") interface {}"
}

/// Functions by name, beside the built-in ones, which they may replace.
#[derive(Default)]
pub struct Functions<'a> {
    by_name: BTreeMap<Cow<'static, str>, Function<'a>>,
}

impl<'a> Functions<'a> {
    /// No functions.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a function. The name is a Go identifier.
    pub fn add(&mut self, name: impl Into<Cow<'static, str>>, function: Function<'a>) -> &mut Self {
        self.by_name.insert(name.into(), function);
        self
    }

    /// Adds a function from one text to one text, which cannot fail.
    pub fn add_text(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        call: impl Fn(&str) -> String + 'a,
    ) -> &mut Self {
        let function = Function::new(Signature::of([Type::Text]), move |arguments| match arguments {
            [Value::Text(text)] => Ok(Value::text(call(&text.to_str()))),
            _ => Err(CallError::new("invariant: arguments fit the signature")),
        });
        self.add(name, function.called("func(string) string"))
    }

    /// As [`Self::add_text`], for a function that often gives back the text or a part of it, which is then not
    /// copied.
    pub fn add_text_part(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        call: fn(&str) -> Cow<'_, str>,
    ) -> &mut Self {
        let function = Function::new(Signature::of([Type::Text]), move |arguments| match arguments {
            [Value::Text(text)] => Ok(Value::Text(text.made_of(call(&text.to_str())))),
            _ => Err(CallError::new("invariant: arguments fit the signature")),
        });
        self.add(name, function.called("func(string) string"))
    }

    /// The names, for [`crate::TemplateSet::declare`].
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(AsRef::as_ref)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Function<'a>> {
        self.by_name.get(name)
    }
}
