//! Fields, map entries and methods: `.A.B.C`.

use super::call::Callee;
use super::{At, Evaluated, Execution, Failed};
use crate::literal::quote;
use crate::parse::Operand;
use crate::printf::is_exported;
use crate::set::MissingKey;
use crate::value::{Map, Pointer, Type, Value};

impl<'t, 'a> Execution<'t, 'a, '_> {
    /// Asks `receiver` for one name after the other; only the last gets the arguments.
    pub(super) fn fields(
        &mut self,
        dot: &Value<'a>,
        receiver: &Value<'a>,
        node: &'t Operand,
        names: &'t [String],
        operands: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        match names {
            [] => Ok(receiver.clone()),
            [name] => self.field(dot, receiver, node, name, operands, last),
            [name, rest @ ..] => {
                let mut receiver = self.field(dot, receiver, node, name, &[], None)?;
                let (final_name, between) = rest.split_last().unwrap_or((name, &[]));
                for name in between {
                    receiver = self.field(dot, &receiver, node, name, &[], None)?;
                }
                self.field(dot, &receiver, node, final_name, operands, last)
            }
        }
    }

    /// `operands` are those of the command, the field itself first.
    fn field(
        &mut self,
        dot: &Value<'a>,
        receiver: &Value<'a>,
        node: &'t Operand,
        name: &'t str,
        operands: &'t [Operand],
        last: Option<Value<'a>>,
    ) -> Evaluated<'a> {
        let has_arguments = operands.len() > 1 || last.is_some();
        // By far the most fields are those of structs.
        let indirect;
        let (target, is_nil) = match receiver {
            Value::Nil if self.set.on_missing_key() == MissingKey::Error => {
                return self.error(format!("nil data; no entry for key {}", quote(name.as_bytes())));
            }
            Value::Nil => return Ok(Value::Nil),
            Value::Object(_) | Value::Map(_) => (receiver, false),
            other => {
                indirect = other.clone().indirect();
                (&indirect.0, indirect.1)
            }
        };
        match target {
            Value::Object(object) => {
                if let Some(value) = object.field(name) {
                    if !is_exported(name) {
                        let of = receiver.type_name();
                        return self.error(format!("{name} is an unexported field of struct type {of}"));
                    }
                    if has_arguments {
                        return self.error(format!("{name} has arguments but cannot be invoked as function"));
                    }
                    return Ok(value);
                }
                if is_exported(name)
                    && let Some(signature) = object.method(name)
                {
                    let callee = Callee::Method(object.clone(), signature);
                    return self.call(dot, &callee, At::Operand(node), name, operands, last);
                }
                if let Some(Value::Map(map)) = object.underlying()
                    && let Some(value) = self.entry(&map, name, has_arguments)?
                {
                    return Ok(value);
                }
            }
            Value::Map(map) => {
                if let Some(value) = self.entry(map, name, has_arguments)? {
                    return Ok(value);
                }
            }
            Value::Interface(_) if is_nil => {
                return self.error(format!("nil pointer evaluating {}.{name}", receiver.type_name()));
            }
            Value::Pointer(Pointer::Nil(pointed)) => {
                let known: &[_] = if let Type::Struct(_, known) = &**pointed { known } else { &[] };
                if known.is_empty() || known.contains(&name) {
                    return self.error(format!("nil pointer evaluating {}.{name}", receiver.type_name()));
                }
            }
            _ => {}
        }
        self.error(format!("can't evaluate field {name} in type {}", receiver.type_name()))
    }

    /// The entry of a map with text keys; `None` where the map has other keys.
    fn entry(&self, map: &Map<'a>, name: &str, has_arguments: bool) -> Result<Option<Value<'a>>, Failed> {
        if !Type::Text.assignable_to(map.key()) {
            return Ok(None);
        }
        if has_arguments {
            return self.error(format!("{name} is not a method but has arguments"));
        }
        if let Some(value) = map.get_text(name) {
            return Ok(Some(value));
        }
        match self.set.on_missing_key() {
            MissingKey::NoValue => Ok(Some(Value::Nil)),
            MissingKey::Zero => Ok(Some(map.zero())),
            MissingKey::Error => self.error(format!("map has no entry for key {}", quote(name.as_bytes()))),
        }
    }
}
