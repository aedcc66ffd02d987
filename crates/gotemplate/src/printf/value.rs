//! Values of all types: what each verb makes of them.

use super::Printer;
use crate::value::{List, Map, ObjectRef, Pointer, Type, Value, Width};

/// Stands for any place in memory: those mean nothing to a document, and differ from run to run.
const SOME_ADDRESS: u64 = 0x00c0_0000_0000;

/// How deep lists within lists are printed: data may not be endless, but it could be.
const MAX_DEPTH: usize = 200;

impl Printer {
    /// Prints an argument of `print` or `printf`.
    pub(super) fn argument(&mut self, value: &Value<'_>, verb: char) {
        let concrete;
        let value = match value {
            Value::Interface(_) => {
                concrete = value.clone().concrete();
                &concrete
            }
            other => other,
        };
        match (value, verb) {
            (Value::Nil, 'T' | 'v') => self.pad(b"<nil>"),
            (Value::Nil, _) => self.bad_verb(value, verb),
            (_, 'T') => {
                let name = value.type_name();
                self.text(name.as_bytes(), 's');
            }
            (_, 'p') => self.address(value, verb),
            (Value::List(list), 'v' | 'd') if is_bytes(list) && (self.flags.sharp_v || verb == 'd') => {
                self.byte_list(list, verb);
            }
            _ => self.value(value, verb, 0, true),
        }
    }

    /// Prints a value at some depth of the argument. `visible` is false in fields no other package sees,
    /// whose values do not print themselves.
    fn value(&mut self, value: &Value<'_>, verb: char, depth: usize, visible: bool) {
        if depth > MAX_DEPTH {
            self.overflowed = true;
        }
        if self.overflowed {
            return;
        }
        // `%w` is for errors that wrap errors: there are none here. Bytes are looked at one by one first.
        let bytes = depth == 0 && matches!(value, Value::List(list) if is_bytes(list));
        if verb == 'w' && visible && !self.complaining && !bytes {
            return self.bad_verb(value, verb);
        }
        match value {
            Value::Interface(None) if self.flags.sharp_v => self.str("interface {}(nil)"),
            Value::Interface(None) => self.str("<nil>"),
            Value::Nil if verb == 'v' => self.str("<nil>"),
            Value::Interface(Some(inner)) => self.value(inner, verb, depth + 1, visible),
            Value::List(list) => self.list(value, list, verb, depth, visible),
            Value::Map(map) => self.map(value, map, verb, depth, visible),
            Value::Object(object) => self.object(value, object, verb, depth, visible),
            Value::Pointer(pointer) => self.pointer(value, pointer, verb, depth, visible),
            Value::Func(_) => self.address(value, verb),
            _ => {
                if !self.basic(value, verb) {
                    self.bad_verb(value, verb);
                }
            }
        }
    }

    /// Prints a truth value, number or text; false where the verb is not for it.
    fn basic(&mut self, value: &Value<'_>, verb: char) -> bool {
        match value {
            Value::Bool(b) => {
                let fits = matches!(verb, 't' | 'v');
                if fits {
                    self.pad(if *b { b"true" } else { b"false" });
                }
                fits
            }
            Value::Int(n, _) => self.integer(n.cast_unsigned(), true, verb),
            Value::Uint(n, _) => self.integer(*n, false, verb),
            Value::Float(n) => self.float(*n, false, verb),
            Value::Float32(n) => self.float(f64::from(*n), true, verb),
            Value::Complex(re, im) => self.complex(*re, *im, verb),
            Value::Text(text) => self.text(text.as_bytes(), verb),
            _ => false,
        }
    }

    /// Prints the text that an object gives for itself; false where it gives none or is not asked.
    fn by_itself(&mut self, object: &ObjectRef<'_>, verb: char, visible: bool) -> bool {
        let asked = visible && !self.complaining && !self.flags.sharp_v;
        if asked
            && matches!(verb, 'v' | 's' | 'x' | 'X' | 'q')
            && let Some(text) = object.stringer()
        {
            return self.text(text.as_bytes(), verb);
        }
        false
    }

    fn object(&mut self, value: &Value<'_>, object: &ObjectRef<'_>, verb: char, depth: usize, visible: bool) {
        if self.by_itself(object, verb, visible) {
            return;
        }
        match object.underlying() {
            None => self.structure(object, verb, depth),
            Some(Value::List(list)) => self.list(value, &list, verb, depth, visible),
            Some(Value::Map(map)) => self.map(value, &map, verb, depth, visible),
            Some(inner) => {
                if !self.basic(&inner, verb) {
                    self.bad_verb(value, verb);
                }
            }
        }
    }

    fn structure(&mut self, object: &ObjectRef<'_>, verb: char, depth: usize) {
        if self.flags.sharp_v {
            self.str(object.type_name());
        }
        self.byte(b'{');
        for (index, name) in object.field_names().iter().enumerate() {
            self.separator(index);
            if self.flags.plus_v || self.flags.sharp_v {
                self.str(name);
                self.byte(b':');
            }
            let field = object.field(name).unwrap_or_default();
            let field = match field {
                // A field of an interface type shows what it holds.
                Value::Interface(Some(_)) => field.concrete(),
                other => other,
            };
            self.value(&field, verb, depth + 1, is_exported(name));
        }
        self.byte(b'}');
    }

    fn separator(&mut self, index: usize) {
        if index > 0 {
            self.str(if self.flags.sharp_v { ", " } else { " " });
        }
    }

    /// Begins a list or map: `[`, or `[]int{` in Go's syntax; false where that is all, as it is nil.
    fn open(&mut self, type_name: impl FnOnce() -> String, nil: bool, plain: &str) -> bool {
        if !self.flags.sharp_v {
            self.str(plain);
            return true;
        }
        self.str(&type_name());
        self.str(if nil { "(nil)" } else { "{" });
        !nil
    }

    fn close(&mut self) {
        self.byte(if self.flags.sharp_v { b'}' } else { b']' });
    }

    /// `value` is the list itself or of a type made of it.
    fn list(&mut self, value: &Value<'_>, list: &List<'_>, verb: char, depth: usize, visible: bool) {
        if is_bytes(list) && matches!(verb, 's' | 'q' | 'x' | 'X') {
            let bytes: Vec<u8> = list.iter().map(|item| byte_of(&item)).collect();
            self.text(&bytes, verb);
            return;
        }
        if !self.open(|| value.type_name(), list.is_nil(), "[") {
            return;
        }
        for (index, item) in list.iter().enumerate() {
            if self.overflowed {
                return;
            }
            self.separator(index);
            self.value(&item, verb, depth + 1, visible);
        }
        self.close();
    }

    /// An argument of type `[]byte` is spelled so, and its bytes never print themselves.
    fn byte_list(&mut self, list: &List<'_>, verb: char) {
        if !self.open(|| "[]byte".to_owned(), list.is_nil(), "[") {
            return;
        }
        for (index, item) in list.iter().enumerate() {
            self.separator(index);
            let byte = u64::from(byte_of(&item));
            if self.flags.sharp_v {
                self.hex_literal(byte, true);
            } else {
                self.integer(byte, false, verb);
            }
        }
        self.close();
    }

    fn map(&mut self, value: &Value<'_>, map: &Map<'_>, verb: char, depth: usize, visible: bool) {
        if !self.open(|| value.type_name(), map.is_nil(), "map[") {
            return;
        }
        for (index, (key, item)) in map.iter().enumerate() {
            if self.overflowed {
                return;
            }
            self.separator(index);
            self.value(&key, verb, depth + 1, visible);
            self.byte(b':');
            self.value(&item, verb, depth + 1, visible);
        }
        self.close();
    }

    fn pointer(&mut self, value: &Value<'_>, pointer: &Pointer<'_>, verb: char, depth: usize, visible: bool) {
        let target = pointer.target();
        // The methods of `T` are those of `*T` too.
        if let Some(Value::Object(object)) = &target
            && self.by_itself(object, verb, visible)
        {
            return;
        }
        if let Some(target) = target.filter(|_| depth == 0) {
            let bare = target.clone().bare();
            if matches!(bare, Value::List(_) | Value::Map(_) | Value::Object(_)) {
                self.byte(b'&');
                return self.value(&target, verb, depth + 1, visible);
            }
        }
        self.address(value, verb);
    }

    /// Prints where something is, or complains that it is nowhere.
    fn address(&mut self, value: &Value<'_>, verb: char) {
        let nil = value.is_nil();
        match value.clone().bare() {
            Value::Pointer(_) | Value::Func(_) | Value::List(_) | Value::Map(_) => {}
            _ => return self.bad_verb(value, verb),
        }
        let address = if nil { 0 } else { SOME_ADDRESS };
        match verb {
            'v' if self.flags.sharp_v => {
                self.str(&format!("({})(", value.type_name()));
                if nil {
                    self.str("nil");
                } else {
                    self.hex_literal(address, true);
                }
                self.byte(b')');
            }
            'v' if nil => self.pad(b"<nil>"),
            'v' | 'p' => self.hex_literal(address, !self.flags.sharp),
            'b' | 'o' | 'd' | 'x' | 'X' => {
                self.integer(address, false, verb);
            }
            _ => self.bad_verb(value, verb),
        }
    }

    /// `%!d(string=x)`
    fn bad_verb(&mut self, value: &Value<'_>, verb: char) {
        if self.overflowed {
            return;
        }
        let was = std::mem::replace(&mut self.complaining, true);
        self.str("%!");
        self.char(verb);
        self.byte(b'(');
        self.str(&value.type_name());
        if !matches!(value, Value::Nil) {
            self.byte(b'=');
            self.value(value, 'v', 0, true);
        }
        self.byte(b')');
        self.complaining = was;
    }
}

fn is_bytes(list: &List<'_>) -> bool {
    *list.element().bare() == Type::Uint(Width::W8)
}

fn byte_of(value: &Value<'_>) -> u8 {
    match value.clone().bare() {
        Value::Uint(n, _) => u8::try_from(n & 0xff).unwrap_or(0),
        _ => 0,
    }
}

/// Whether other packages see a field: it starts with a capital letter.
pub(crate) fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}
