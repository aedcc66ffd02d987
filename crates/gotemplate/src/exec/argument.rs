//! Arguments: what a parameter of a given type makes of an operand.

use super::{At, Evaluated, Execution};
use crate::parse::{Operand, OperandKind};
use crate::value::{Pointer, Record, Type, Value, Width};

impl<'t, 'a> Execution<'t, 'a, '_> {
    /// An argument of any type, as the built-in functions take it.
    pub(super) fn any_argument(&mut self, dot: &Value<'a>, operand: &'t Operand) -> Evaluated<'a> {
        match self.evaluated(dot, operand) {
            Some(value) => value,
            None => match &operand.kind {
                OperandKind::Bool(value) => Ok(Value::Bool(*value)),
                OperandKind::Number(number) => self.constant(operand, number),
                OperandKind::Text { text, .. } => Ok(Value::text(text.clone())),
                _ => Ok(Value::Nil),
            },
        }
    }

    /// An argument for a parameter of type `wanted`.
    pub(super) fn argument(&mut self, dot: &Value<'a>, wanted: &Type, operand: &'t Operand) -> Evaluated<'a> {
        if let Some(value) = self.evaluated(dot, operand) {
            return self.validated(value?, wanted);
        }
        if let OperandKind::Nil = operand.kind {
            if wanted.can_be_nil() {
                return Ok(wanted.zero().concrete());
            }
            return self.error(format!("cannot assign nil to {wanted}"));
        }
        if *wanted == Type::Any {
            return self.any_argument(dot, operand);
        }
        let value = self.literal(wanted, operand)?;
        Ok(match wanted {
            Type::Named(name, _) => Value::object(Record::named(name.clone(), value)),
            _ => value,
        })
    }

    /// The value of an operand that is not a literal.
    fn evaluated(&mut self, dot: &Value<'a>, operand: &'t Operand) -> Option<Evaluated<'a>> {
        self.at = At::Operand(operand);
        Some(match &operand.kind {
            OperandKind::Dot => Ok(dot.clone()),
            OperandKind::Field(names) => self.fields(dot, dot, operand, names, &[], None),
            OperandKind::Variable(name, names) => self.variable(dot, operand, name, names, &[], None),
            OperandKind::Pipe(pipe) => self.pipeline(dot, pipe),
            OperandKind::Function(name) => self.function(dot, name, At::Operand(operand), &[], None),
            OperandKind::Chain(term, names) => self.chain(dot, operand, term, names, &[], None),
            _ => return None,
        })
    }

    /// A literal as the type that is wanted.
    fn literal(&self, wanted: &Type, operand: &Operand) -> Evaluated<'a> {
        let expected = |what: &str| self.error(format!("expected {what}; found {operand}"));
        let number = match &operand.kind {
            OperandKind::Number(number) => Some(number),
            _ => None,
        };
        match wanted.bare() {
            Type::Bool => match operand.kind {
                OperandKind::Bool(value) => Ok(Value::Bool(value)),
                _ => expected("bool"),
            },
            Type::Text => match &operand.kind {
                OperandKind::Text { text, .. } => Ok(Value::text(text.clone())),
                _ => expected("string"),
            },
            Type::Int(width) => match number.and_then(|number| number.int) {
                Some(n) => Ok(Value::Int(cut_int(n, *width), *width)),
                None => expected("integer"),
            },
            Type::Uint(width) => match number.and_then(|number| number.uint) {
                Some(n) => Ok(Value::Uint(cut_uint(n, *width), *width)),
                None => expected("unsigned integer"),
            },
            #[expect(clippy::cast_possible_truncation, reason = "the parameter is a float32")]
            Type::Float32 => match number.and_then(|number| number.float) {
                Some(n) => Ok(Value::Float32(n as f32)),
                None => expected("float"),
            },
            Type::Float64 => match number.and_then(|number| number.float) {
                Some(n) => Ok(Value::Float(n)),
                None => expected("float"),
            },
            Type::Complex128 => match number.and_then(|number| number.complex) {
                Some((re, im)) => Ok(Value::Complex(re, im)),
                None => expected("complex"),
            },
            _ => self.error(format!("can't handle {operand} for arg of type {wanted}")),
        }
    }

    /// A value for a parameter of type `wanted`, through a slot or a pointer if need be.
    pub(super) fn validated(&self, value: Value<'a>, wanted: &Type) -> Evaluated<'a> {
        if *wanted == Type::Any || matches!((&value, wanted), (Value::Text(_), Type::Text)) {
            return Ok(value.concrete());
        }
        let Some(actual) = value.type_of() else {
            if wanted.can_be_nil() {
                return Ok(wanted.zero());
            }
            return self.error(format!("invalid value; expected {wanted}"));
        };
        if actual.assignable_to(wanted) {
            return Ok(value);
        }
        if let Value::Interface(Some(_)) = &value {
            // What the slot holds is all that could fit.
            let inner = value.concrete();
            return self.validated(inner, wanted);
        }
        if let Value::Pointer(pointer) = &value
            && pointer.target_type().assignable_to(wanted)
        {
            return match pointer {
                Pointer::Nil(_) => self.error(format!("dereference of nil pointer of type {wanted}")),
                _ => Ok(pointer.target().unwrap_or_default()),
            };
        }
        if let (Value::Object(object), Type::Pointer(target)) = (&value, wanted)
            && object.is_addressable()
            && actual.same(target)
        {
            return Ok(Value::Pointer(Pointer::Object(object.clone())));
        }
        self.error(format!("wrong type for value; expected {wanted}; got {actual}"))
    }
}

/// The lowest bits of a literal that is too large for the parameter, as Go stores it.
fn cut_int(n: i64, width: Width) -> i64 {
    let unused = 64 - width.bits();
    n << unused >> unused
}

fn cut_uint(n: u64, width: Width) -> u64 {
    let unused = 64 - width.bits();
    n << unused >> unused
}
