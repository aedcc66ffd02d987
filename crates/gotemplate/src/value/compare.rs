//! Go's `==` on values that are not plain numbers or texts.

use super::Value;

/// Structs nest this deep at most. A view of data could go round in circles.
const MAX_DEPTH: usize = 50;

/// Whether Go allows `==` on values of this type: lists, maps and functions have none.
pub(crate) fn comparable(value: &Value<'_>) -> bool {
    comparable_at(value, 0)
}

fn comparable_at(value: &Value<'_>, depth: usize) -> bool {
    match value {
        _ if depth > MAX_DEPTH => false,
        Value::List(_) | Value::Map(_) | Value::Func(_) => false,
        Value::Object(object) => match object.underlying() {
            Some(inner) => comparable_at(&inner, depth + 1),
            None => object
                .field_names()
                .iter()
                // A slot of type `interface {}` is comparable as a type, whatever it holds.
                .all(|name| object.field(name).is_none_or(|field| comparable_at(&field, depth + 1))),
        },
        _ => true,
    }
}

/// Go's `==` between two values of comparable types, or what it fails with.
pub(crate) fn equal<'a>(a: &Value<'a>, b: &Value<'a>) -> Result<bool, String> {
    equal_at(a, b, 0)
}

fn equal_at<'a>(a: &Value<'a>, b: &Value<'a>, depth: usize) -> Result<bool, String> {
    if depth > MAX_DEPTH {
        return Err("values are nested too deeply to compare".to_owned());
    }
    Ok(match (a, b) {
        (Value::Nil, Value::Nil) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Int(a, aw), Value::Int(b, bw)) => a == b && aw == bw,
        (Value::Uint(a, aw), Value::Uint(b, bw)) => a == b && aw == bw,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Float32(a), Value::Float32(b)) => a == b,
        (Value::Complex(ar, ai), Value::Complex(br, bi)) => ar == br && ai == bi,
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Pointer(a), Value::Pointer(b)) => a.same(b) && a.target_type().same(&b.target_type()),
        (Value::Interface(a), Value::Interface(b)) => match (a, b) {
            (None, None) => true,
            (Some(a), Some(b)) => in_interface(a, b, depth)?,
            _ => false,
        },
        (Value::Object(x), Value::Object(y)) => {
            if x.type_name() != y.type_name() {
                return Ok(false);
            }
            if let (Some(x), Some(y)) = (x.underlying(), y.underlying()) {
                return equal_at(&x, &y, depth + 1);
            }
            for name in x.field_names() {
                let (x, y) = (x.field(name).unwrap_or_default(), y.field(name).unwrap_or_default());
                if !equal_at(&x, &y, depth + 1)? {
                    return Ok(false);
                }
            }
            true
        }
        _ => false,
    })
}

fn in_interface<'a>(a: &Value<'a>, b: &Value<'a>, depth: usize) -> Result<bool, String> {
    if !comparable(a) && a.type_of() == b.type_of() {
        return Err(format!("runtime error: comparing uncomparable type {}", a.type_name()));
    }
    equal_at(a, b, depth + 1)
}
