//! Go's `==` on values that are not plain numbers or texts.

use super::Value;

/// Whether Go allows `==` on values of this type: lists, maps and functions have none.
pub(crate) fn comparable(value: &Value<'_>) -> bool {
    match value {
        Value::List(_) | Value::Map(_) | Value::Func(_) => false,
        Value::Object(object) => match object.underlying() {
            Some(inner) => comparable(&inner),
            None => object
                .field_names()
                .iter()
                // A slot of type `interface {}` is comparable as a type, whatever it holds.
                .all(|name| object.field(name).is_none_or(|field| comparable(&field))),
        },
        _ => true,
    }
}

/// Go's `==` between two values of comparable types, or what it fails with.
pub(crate) fn equal<'a>(a: &Value<'a>, b: &Value<'a>) -> Result<bool, String> {
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
            (Some(a), Some(b)) => in_interface(a, b)?,
            _ => false,
        },
        (Value::Object(x), Value::Object(y)) => {
            if x.type_name() != y.type_name() {
                return Ok(false);
            }
            if let (Some(x), Some(y)) = (x.underlying(), y.underlying()) {
                return equal(&x, &y);
            }
            for name in x.field_names() {
                let (x, y) = (x.field(name).unwrap_or_default(), y.field(name).unwrap_or_default());
                if !equal(&x, &y)? {
                    return Ok(false);
                }
            }
            true
        }
        _ => false,
    })
}

fn in_interface<'a>(a: &Value<'a>, b: &Value<'a>) -> Result<bool, String> {
    if !comparable(a) && a.type_of() == b.type_of() {
        return Err(format!("runtime error: comparing uncomparable type {}", a.type_name()));
    }
    equal(a, b)
}
