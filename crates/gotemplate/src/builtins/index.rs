//! `index slice len`

use super::{Failure, Outcome};
use crate::value::{Record, Type, Value, Width};

/// `index x 1 2` is `x[1][2]`.
pub(super) fn index(arguments: Vec<Value<'_>>) -> Outcome<'_> {
    let mut arguments = arguments.into_iter();
    let mut item = arguments.next().unwrap_or_default().concrete();
    if matches!(item, Value::Nil) {
        return Err("index of untyped nil".into());
    }
    for index in arguments {
        let index = index.concrete();
        let (target, is_nil) = item.indirect();
        if is_nil {
            return Err("index of nil pointer".into());
        }
        item = match target.clone().bare() {
            Value::Text(text) => {
                let at = position(&index, text.len())?;
                let byte = text.as_bytes().get(at).ok_or("reflect: string index out of range")?;
                Value::Uint(u64::from(*byte), Width::W8)
            }
            Value::List(list) => {
                let at = position(&index, list.len())?;
                list.get(at).ok_or("reflect: slice index out of range")?
            }
            Value::Map(map) => {
                let key = prepared(index, map.key())?;
                map.get(&key).unwrap_or_else(|| map.zero())
            }
            _ => return Err(format!("can't index item of type {}", target.type_name()).into()),
        };
    }
    Ok(item)
}

/// `slice x 1 2` is `x[1:2]`.
pub(super) fn slice(arguments: Vec<Value<'_>>) -> Outcome<'_> {
    let mut arguments = arguments.into_iter();
    let item = arguments.next().unwrap_or_default().concrete();
    if matches!(item, Value::Nil) {
        return Err("slice of untyped nil".into());
    }
    let (item, is_nil) = item.indirect();
    if is_nil {
        return Err("slice of nil pointer".into());
    }
    let indexes: Vec<_> = arguments.collect();
    if indexes.len() > 3 {
        return Err(format!("too many slice indexes: {}", indexes.len()).into());
    }
    let bare = item.clone().bare();
    let (len, capacity) = match &bare {
        Value::Text(_) if indexes.len() == 3 => return Err("cannot 3-index slice a string".into()),
        Value::Text(text) => (text.len(), text.len()),
        Value::List(list) => (list.len(), list.capacity()),
        _ => return Err(format!("can't slice item of type {}", item.type_name()).into()),
    };
    let mut bounds = [0, len, capacity];
    for (bound, index) in bounds.iter_mut().zip(indexes) {
        *bound = position(&index, capacity)?;
    }
    let [from, to, limit] = bounds;
    if from > to {
        return Err(format!("invalid slice index: {from} > {to}").into());
    }
    if to > limit {
        return Err(format!("invalid slice index: {to} > {limit}").into());
    }
    let part = match bare {
        Value::Text(text) => Value::Text(text.slice(from..to)),
        Value::List(list) => {
            Value::List(list.slice(from, to, limit).ok_or("reflect: slice index out of range")?)
        }
        other => other,
    };
    Ok(match &item {
        Value::Object(object) => object.of_same_type(part),
        _ => part,
    })
}

pub(super) fn len(arguments: Vec<Value<'_>>) -> Outcome<'_> {
    let (item, is_nil) = arguments.into_iter().next().unwrap_or_default().indirect();
    if is_nil {
        return Err("len of nil pointer".into());
    }
    let len = match item.clone().bare() {
        Value::Text(text) => text.len(),
        Value::List(list) => list.len(),
        Value::Map(map) => map.len(),
        Value::Nil => return Err("reflect: call of reflect.Value.Type on zero Value".into()),
        _ => return Err(format!("len of type {}", item.type_name()).into()),
    };
    Ok(Value::int(i64::try_from(len).unwrap_or(i64::MAX)))
}

/// An index of a list or text. The length itself is let through: slices may end there.
fn position(index: &Value<'_>, most: usize) -> Result<usize, Failure> {
    let n = match index.clone().bare() {
        Value::Int(n, _) => n,
        Value::Uint(n, _) => n.cast_signed(),
        Value::Nil => return Err("cannot index slice/array with nil".into()),
        _ => return Err(format!("cannot index slice/array with type {}", index.type_name()).into()),
    };
    usize::try_from(n).ok().filter(|n| *n <= most).ok_or_else(|| format!("index out of range: {n}").into())
}

/// A value for a parameter or map key of type `wanted`; integers of any size serve as one another.
pub(crate) fn prepared<'a>(value: Value<'a>, wanted: &Type) -> Result<Value<'a>, String> {
    let Some(actual) = value.type_of() else {
        if wanted.can_be_nil() {
            return Ok(wanted.zero().concrete());
        }
        return Err(format!("value is nil; should be of type {wanted}"));
    };
    if actual.assignable_to(wanted) {
        return Ok(value);
    }
    let bits = match value.clone().bare() {
        Value::Int(n, _) => Some(n.cast_unsigned()),
        Value::Uint(n, _) => Some(n),
        _ => None,
    };
    match (bits, wanted.bare()) {
        (Some(bits), Type::Int(width)) => {
            let unused = 64 - width.bits();
            Ok(named(Value::Int((bits << unused).cast_signed() >> unused, *width), wanted))
        }
        (Some(bits), Type::Uint(width)) => {
            let unused = 64 - width.bits();
            Ok(named(Value::Uint(bits << unused >> unused, *width), wanted))
        }
        _ => Err(format!("value has type {actual}; should be {wanted}")),
    }
}

fn named<'a>(value: Value<'a>, wanted: &Type) -> Value<'a> {
    match wanted {
        Type::Named(name, _) => Value::object(Record::named(name.clone(), value)),
        _ => value,
    }
}
