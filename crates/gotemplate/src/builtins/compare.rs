//! `eq ne lt le gt ge`

use std::cmp::Ordering;

use super::{Builtin, Failure};
use crate::printf::sprintf;
use crate::value::{Value, comparable, equal};

/// Kinds of values that compare among themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Basic {
    Bool,
    Complex,
    Int,
    Float,
    Text,
    Uint,
}

fn basic(value: &Value<'_>) -> Option<Basic> {
    Some(match value {
        Value::Bool(_) => Basic::Bool,
        Value::Complex(..) => Basic::Complex,
        Value::Int(..) => Basic::Int,
        Value::Float(_) | Value::Float32(_) => Basic::Float,
        Value::Text(_) => Basic::Text,
        Value::Uint(..) => Basic::Uint,
        _ => return None,
    })
}

pub(super) fn compare(how: Builtin, arguments: Vec<Value<'_>>) -> Result<bool, Failure> {
    let mut arguments = arguments.into_iter().map(Value::concrete);
    let first = arguments.next().unwrap_or_default();
    if how == Builtin::Eq {
        let others: Vec<_> = arguments.collect();
        if others.is_empty() {
            return Err("missing argument for comparison".into());
        }
        for other in others {
            if eq(&first, &other)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let second = arguments.next().unwrap_or_default();
    Ok(match how {
        Builtin::Ne => !eq(&first, &second)?,
        Builtin::Lt => lt(&first, &second)?,
        Builtin::Ge => !lt(&first, &second)?,
        Builtin::Le => le(&first, &second)?,
        _ => !le(&first, &second)?,
    })
}

fn le<'a>(a: &Value<'a>, b: &Value<'a>) -> Result<bool, Failure> {
    Ok(lt(a, b)? || eq(a, b)?)
}

fn eq<'a>(a: &Value<'a>, b: &Value<'a>) -> Result<bool, Failure> {
    let (bare_a, bare_b) = (a.clone().bare(), b.clone().bare());
    let (kind_a, kind_b) = (basic(&bare_a), basic(&bare_b));
    if let Some(order) = int_order(&bare_a, &bare_b) {
        return Ok(order == Ordering::Equal);
    }
    if kind_a != kind_b {
        if matches!(a, Value::Nil) || matches!(b, Value::Nil) {
            return Ok(false);
        }
        return Err(incompatible(a, b));
    }
    match (&bare_a, &bare_b) {
        (Value::Bool(a), Value::Bool(b)) => Ok(a == b),
        (Value::Complex(ar, ai), Value::Complex(br, bi)) => Ok(ar == br && ai == bi),
        (Value::Text(a), Value::Text(b)) => Ok(a == b),
        _ if kind_a == Some(Basic::Float) => Ok(float(&bare_a) == float(&bare_b)),
        _ => eq_composite(a, b, &bare_a, &bare_b),
    }
}

/// Structs, pointers, lists, maps and functions, which compare with nil and sometimes with each other.
fn eq_composite<'a>(
    a: &Value<'a>,
    b: &Value<'a>,
    bare_a: &Value<'a>,
    bare_b: &Value<'a>,
) -> Result<bool, Failure> {
    let nil = |value: &Value<'_>| matches!(value, Value::Nil);
    let same_kind = std::mem::discriminant(bare_a) == std::mem::discriminant(bare_b);
    if !(same_kind || nil(a) || nil(b)) {
        let shown = sprintf(b"%s", std::slice::from_ref(a));
        let other = sprintf(b"%v", std::slice::from_ref(b));
        let (of, other_of) = (a.type_name(), b.type_name());
        return Err(format!("non-comparable types {shown}: {of}, {other_of}: {other}").into());
    }
    if a.is_nil() || b.is_nil() {
        return Ok(a.is_nil() == b.is_nil());
    }
    if !comparable(b) {
        let shown = sprintf(b"%s", std::slice::from_ref(b));
        return Err(format!("non-comparable type {shown}: {}", b.type_name()).into());
    }
    equal(a, b).map_err(Failure::Refused)
}

fn lt(a: &Value<'_>, b: &Value<'_>) -> Result<bool, Failure> {
    let (bare_a, bare_b) = (a.clone().bare(), b.clone().bare());
    let (Some(kind_a), Some(kind_b)) = (basic(&bare_a), basic(&bare_b)) else {
        return Err("invalid type for comparison".into());
    };
    if let Some(order) = int_order(&bare_a, &bare_b) {
        return Ok(order == Ordering::Less);
    }
    if kind_a != kind_b {
        return Err(incompatible(a, b));
    }
    match (&bare_a, &bare_b) {
        (Value::Text(a), Value::Text(b)) => Ok(a.as_bytes() < b.as_bytes()),
        _ if kind_a == Basic::Float => Ok(float(&bare_a) < float(&bare_b)),
        _ => Err("invalid type for comparison".into()),
    }
}

/// Integers compare by what they stand for, signed or not.
fn int_order(a: &Value<'_>, b: &Value<'_>) -> Option<Ordering> {
    let wide = |value: &Value<'_>| match value {
        Value::Int(n, _) => Some(i128::from(*n)),
        Value::Uint(n, _) => Some(i128::from(*n)),
        _ => None,
    };
    Some(wide(a)?.cmp(&wide(b)?))
}

fn float(value: &Value<'_>) -> f64 {
    match value {
        Value::Float(n) => *n,
        Value::Float32(n) => f64::from(*n),
        _ => f64::NAN,
    }
}

fn incompatible(a: &Value<'_>, b: &Value<'_>) -> Failure {
    format!("incompatible types for comparison: {} and {}", a.type_name(), b.type_name()).into()
}
