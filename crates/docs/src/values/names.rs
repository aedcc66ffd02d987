//! Names that know a directory: Go's `type WGName string` with its method `DirName`.

use folkmoot_gotemplate::{CallError, Object, Signature, Type, Value};

use crate::functions::go_lower;

/// The name of a group of another kind.
pub(crate) struct NameView<'a> {
    go_type: &'static str,
    prefix: &'static str,
    name: &'a str,
}

impl<'a> NameView<'a> {
    pub(crate) fn of_sigs(names: &'a [&'a str]) -> Value<'a> {
        Self::list(names, "main.SIGName", "sig")
    }

    pub(crate) fn of_working_groups(names: &'a [&'a str]) -> Value<'a> {
        Self::list(names, "main.WGName", "wg")
    }

    fn list(names: &'a [&'a str], go_type: &'static str, prefix: &'static str) -> Value<'a> {
        let element = Type::Named(go_type.into(), Box::new(Type::Text));
        Value::list_of(names, element, move |name| Value::object(Self { go_type, prefix, name }))
    }
}

impl<'a> Object<'a> for NameView<'a> {
    fn type_name(&self) -> &str {
        self.go_type
    }

    fn method(&self, name: &str) -> Option<Signature> {
        (name == "DirName").then(Signature::none)
    }

    fn call(&self, name: &str, _arguments: &[Value<'a>]) -> Result<Value<'a>, CallError> {
        match name {
            "DirName" => Ok(Value::text(dir_name(self.prefix, self.name))),
            _ => Err(CallError::new(format!("{} has no method {name}", self.go_type))),
        }
    }

    fn underlying(&self) -> Option<Value<'a>> {
        Some(Value::text(self.name))
    }
}

/// `sig-api-machinery` for `sig` and `API Machinery`.
pub(crate) fn dir_name(prefix: &str, name: &str) -> String {
    format!("{prefix}-{}", go_lower(&name.replace(' ', "-")))
}
