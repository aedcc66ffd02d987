//! Builds the values that `tests/go/vectors` describes, with the methods and functions of its Go types.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use folkmoot_gotemplate::{
    CallError, Function, Functions, List, Map, Object, ObjectRef, Pointer, Signature, Text, Type, Value,
    Width,
};
use serde_json::Value as Json;

fn width(kind: &str) -> Width {
    match kind.trim_start_matches("uint").trim_start_matches("int") {
        "8" => Width::W8,
        "16" => Width::W16,
        "32" => Width::W32,
        "64" => Width::W64,
        _ => Width::Native,
    }
}

fn bare_type(json: &Json) -> Type {
    let inside = |key: &str| Box::new(type_of(&json[key]));
    match json["kind"].as_str().unwrap() {
        "bool" => Type::Bool,
        "string" => Type::Text,
        "float64" => Type::Float64,
        "float32" => Type::Float32,
        "complex128" => Type::Complex128,
        "interface" => Type::Any,
        "slice" => Type::List(inside("elem")),
        "ptr" => Type::Pointer(inside("elem")),
        "map" => Type::Map(inside("key"), inside("elem")),
        "func" => Type::Func(json["name"].as_str().unwrap().to_owned().into()),
        "struct" => {
            let names = json["fields"].as_array().unwrap();
            let names: Vec<&'static str> = names.iter().map(|name| leak(name.as_str().unwrap())).collect();
            Type::Struct(json["name"].as_str().unwrap().to_owned().into(), Vec::leak(names))
        }
        kind if kind.starts_with("uint") => Type::Uint(width(kind)),
        kind if kind.starts_with("int") => Type::Int(width(kind)),
        other => panic!("unknown kind {other}"),
    }
}

/// Names live as long as the test.
fn leak(name: &str) -> &'static str {
    Box::leak(name.to_owned().into_boxed_str())
}

fn type_of(json: &Json) -> Type {
    let bare = bare_type(json);
    match (json["name"].as_str(), &bare) {
        (Some(name), bare) if !matches!(bare, Type::Struct(..) | Type::Func(_)) => {
            Type::Named(name.to_owned().into(), Box::new(bare.clone()))
        }
        _ => bare,
    }
}

/// The value that `json` describes.
pub(crate) fn build(json: &Json) -> Value<'static> {
    if json["kind"] == "invalid" {
        return Value::Nil;
    }
    let described = &json["type"];
    let nil = json["nil"] == true;
    let text = || json["value"].as_str().unwrap();
    let value = match bare_type(described) {
        Type::Bool => Value::Bool(text() == "true"),
        Type::Int(width) => Value::Int(text().parse().unwrap(), width),
        Type::Uint(width) => Value::Uint(text().parse().unwrap(), width),
        Type::Float64 => Value::Float(text().parse().unwrap()),
        Type::Float32 => Value::Float32(text().parse().unwrap()),
        Type::Complex128 => {
            let part = |index: usize| json["value"][index].as_str().unwrap().parse().unwrap();
            Value::Complex(part(0), part(1))
        }
        Type::Text => Value::text(text().to_owned()),
        Type::List(element) if nil => Value::List(List::nil(*element)),
        Type::List(element) => {
            let items: Vec<_> = json["items"].as_array().unwrap().iter().map(build).collect();
            Value::list(*element, items)
        }
        Type::Map(key, element) if nil => Value::Map(Map::nil(*key, *element)),
        Type::Map(key, element) => {
            let entries = json["entries"].as_array().unwrap();
            let entries = entries.iter().map(|entry| (build(&entry[0]), build(&entry[1]))).collect();
            let map = Map::new(*key, *element, entries);
            Value::Map(if json["zero"].is_null() { map } else { map.with_zero(build(&json["zero"])) })
        }
        Type::Pointer(target) if nil => Value::nil_pointer(*target),
        Type::Pointer(_) => Value::Pointer(pointer(json)),
        Type::Any if nil => Value::Interface(None),
        Type::Any => Value::Interface(Some(Rc::new(build(&json["to"])))),
        Type::Struct(..) => return structure(json),
        Type::Func(name) => return Value::Func(Rc::new(held_function(&name, nil))),
        Type::Named(..) => unreachable!("bare types have no names"),
    };
    match described["name"].as_str() {
        Some(name) => object(Described { name: leak(name), underlying: Some(value), ..Described::default() }),
        None => value,
    }
}

thread_local! {
    /// Pointers by their number: equal ones are one.
    static POINTERS: RefCell<HashMap<u64, Pointer<'static>>> = RefCell::default();
}

fn pointer(json: &Json) -> Pointer<'static> {
    let id = json["id"].as_u64().unwrap();
    if let Some(pointer) = POINTERS.with_borrow(|pointers| pointers.get(&id).cloned()) {
        return pointer;
    }
    let pointer = match build(&json["to"]) {
        Value::Object(object) => Pointer::Object(object),
        other => Pointer::Value(Rc::new(other)),
    };
    POINTERS.with_borrow_mut(|pointers| pointers.insert(id, pointer.clone()));
    pointer
}

fn object(object: Described) -> Value<'static> {
    Value::Object(ObjectRef::Shared(Rc::new(object)))
}

fn structure(json: &Json) -> Value<'static> {
    let fields = |key: &str| -> Vec<(&'static str, Value<'static>)> {
        let fields = json[key].as_array().unwrap();
        fields.iter().map(|field| (leak(field[0].as_str().unwrap()), build(&field[1]))).collect()
    };
    let own = fields("fields");
    object(Described {
        name: leak(json["type"]["name"].as_str().unwrap()),
        names: own.iter().map(|(name, _)| *name).collect(),
        fields: own.into_iter().chain(fields("promoted")).collect(),
        addressable: json["addressable"] == true,
        underlying: None,
    })
}

/// The functions that `Root` holds, told apart by their types.
fn held_function(name: &str, nil: bool) -> Function<'static> {
    let function = match name {
        "func(string) string" if nil => Function::nil(Signature::of([Type::Text])),
        "func(string) string" => Function::new(Signature::of([Type::Text]), |arguments| {
            Ok(Value::text(string(&arguments[0]).to_uppercase()))
        }),
        "func(int, int) int" => Function::new(Signature::of([Type::INT, Type::INT]), |arguments| {
            Ok(Value::int(int(&arguments[0]) + int(&arguments[1])))
        }),
        "func(string, ...int) string" => {
            Function::new(Signature::variadic([Type::Text], Type::INT), |arguments| {
                let numbers: Vec<_> = arguments[1..].iter().map(|n| int(n).to_string()).collect();
                Ok(Value::text(format!("{}[{}]", string(&arguments[0]), numbers.join(" "))))
            })
        }
        "func() (string, error)" => Function::new(Signature::none(), |_| Err(CallError::new("func failed"))),
        other => panic!("unknown function {other}"),
    };
    function.called(name.to_owned())
}

fn string(value: &Value<'_>) -> String {
    match value {
        Value::Text(text) => text.to_str().into_owned(),
        Value::Object(object) => string(&object.underlying().unwrap()),
        other => panic!("not a text: {other:?}"),
    }
}

fn int(value: &Value<'_>) -> i64 {
    match value {
        Value::Int(n, _) => *n,
        other => panic!("not an int: {other:?}"),
    }
}

fn float(value: &Value<'_>) -> f64 {
    match value {
        Value::Float(n) => *n,
        other => panic!("not a float: {other:?}"),
    }
}

/// A Go struct or named type.
#[derive(Default)]
struct Described {
    name: &'static str,
    names: Vec<&'static str>,
    fields: Vec<(&'static str, Value<'static>)>,
    underlying: Option<Value<'static>>,
    addressable: bool,
}

impl Described {
    fn a(&self) -> String {
        string(&self.field("A").unwrap())
    }
}

impl Object<'static> for Described {
    fn type_name(&self) -> &str {
        self.name
    }

    fn field_names(&self) -> &[&'static str] {
        &self.names
    }

    fn field(&self, name: &str) -> Option<Value<'static>> {
        self.fields.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone())
    }

    fn method(&self, name: &str) -> Option<Signature> {
        Some(match (self.name, name) {
            ("main.Dir", "DirName") | ("main.Oops", "Error") => Signature::none(),
            ("main.Loud" | "main.Level" | "main.Pt", "String") => Signature::none(),
            ("main.Inner" | "main.Outer", "Greet" | "Fail") => Signature::none(),
            ("main.Inner", "PtrGreet") if self.addressable => Signature::none(),
            ("main.Inner" | "main.Outer", "Add") => Signature::of([Type::INT]),
            ("main.Inner" | "main.Outer", "Wrap") => Signature::of([Type::Text, Type::Text]),
            ("main.Inner" | "main.Outer", "Join") => Signature::variadic([Type::Text], Type::Text),
            ("main.Inner" | "main.Outer", "Any") => Signature::of([Type::Any]),
            _ => return None,
        })
    }

    fn call(&self, name: &str, arguments: &[Value<'static>]) -> Result<Value<'static>, CallError> {
        let texts: Vec<String> =
            arguments.iter().filter(|v| matches!(v, Value::Text(_))).map(string).collect();
        Ok(match name {
            "DirName" => Value::text(format!("dir-{}", string(self.underlying.as_ref().unwrap()))),
            "Greet" => Value::text(format!("hello {}", self.a())),
            "PtrGreet" => Value::text(format!("ptr {}", self.a())),
            "Add" => Value::int(int(&self.field("B").unwrap()) + int(&arguments[0])),
            "Wrap" => Value::text(format!("{}{}{}", texts[0], self.a(), texts[1])),
            "Join" => Value::text(texts[1..].join(&texts[0])),
            "Any" => Value::text(describe(&arguments[0])),
            "String" | "Error" => Value::Text(self.stringer().unwrap()),
            "Fail" => return Err(CallError::new("method failed")),
            other => panic!("unknown method {other}"),
        })
    }

    fn underlying(&self) -> Option<Value<'static>> {
        self.underlying.clone()
    }

    fn of_same_type(&self, underlying: Value<'static>) -> Value<'static> {
        object(Described { name: self.name, underlying: Some(underlying), ..Described::default() })
    }

    fn is_addressable(&self) -> bool {
        self.addressable
    }

    fn stringer(&self) -> Option<Text<'static>> {
        Some(match (self.name, &self.underlying) {
            ("main.Loud", Some(text)) => format!("{}!", string(text).to_uppercase()).into(),
            ("main.Level", Some(Value::Int(n, _))) => format!("L{}", "*".repeat(*n as usize)).into(),
            ("main.Pt", _) => "pt".into(),
            ("main.Oops", _) => "oops".into(),
            _ => return None,
        })
    }
}

fn describe(value: &Value<'_>) -> String {
    format!("<{}>", value.type_name())
}

/// The functions of `functions.go`.
pub(crate) fn functions() -> Functions<'static> {
    let inner = || Type::strukt("main.Inner");
    let dir = || Type::Named("main.Dir".into(), Box::new(Type::Text));
    let mut functions = Functions::new();
    let mut add = |name: &'static str,
                   signature: Signature,
                   call: fn(&[Value<'static>]) -> Result<Value<'static>, CallError>| {
        functions.add(name, Function::new(signature, call));
    };
    add("upper", Signature::of([Type::Text]), |a| Ok(Value::text(string(&a[0]).to_uppercase())));
    add("add", Signature::of([Type::INT, Type::INT]), |a| Ok(Value::int(int(&a[0]) + int(&a[1]))));
    add("add64", Signature::of([Type::Int(Width::W64), Type::Uint(Width::W8)]), |a| match a {
        [Value::Int(a, width), Value::Uint(b, _)] => Ok(Value::Int(a + b.cast_signed(), *width)),
        other => panic!("{other:?}"),
    });
    add("half", Signature::of([Type::Float64]), |a| Ok(Value::Float(float(&a[0]) / 2.0)));
    add("invert", Signature::of([Type::Bool]), |a| Ok(Value::Bool(!a[0].is_true())));
    add("conj", Signature::of([Type::Complex128]), |a| match a {
        [Value::Complex(re, im)] => Ok(Value::Complex(*re, -im)),
        other => panic!("{other:?}"),
    });
    add("describe", Signature::of([Type::Any]), |a| Ok(Value::text(describe(&a[0]))));
    add("joinAll", Signature::variadic([Type::Text], Type::Text), |a| {
        let texts: Vec<String> = a.iter().map(string).collect();
        Ok(Value::text(texts[1..].join(&texts[0])))
    });
    add("types", Signature::variadic([], Type::Any), |a| {
        Ok(Value::text(a.iter().map(describe).collect::<Vec<_>>().join(",")))
    });
    add("fail", Signature::none(), |_| Err(CallError::new("it failed")));
    add("two", Signature::none(), |_| Ok(Value::text("two")));
    add("dirOf", Signature::of([dir()]), |a| Ok(Value::text(format!("of {}", string(&a[0])))));
    add("count", Signature::of([Type::list(Type::Text)]), |a| match a {
        [Value::List(list)] => Ok(Value::int(list.len() as i64)),
        [Value::Object(object)] => match object.underlying() {
            Some(Value::List(list)) => Ok(Value::int(list.len() as i64)),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    });
    add("name", Signature::of([inner()]), |a| match a {
        [Value::Object(object)] => Ok(object.field("A").unwrap()),
        other => panic!("{other:?}"),
    });
    add("nameP", Signature::of([Type::pointer(inner())]), |a| {
        Ok(Value::text(if a[0].is_true() { "set" } else { "nil" }))
    });
    add("nothing", Signature::none(), |_| Ok(Value::Interface(None)));
    add("list", Signature::none(), |_| Ok(Value::list(Type::Text, [Value::text("p"), Value::text("q")])));
    add("dict", Signature::none(), |_| Ok(Value::map(Type::INT, [("k", Value::int(1))])));
    add("inner", Signature::none(), |_| {
        let fields = vec![("A", Value::text("made")), ("B", Value::int(1)), ("c", Value::Bool(false))];
        Ok(object(Described {
            name: "main.Inner",
            names: vec!["A", "B", "c"],
            fields,
            ..Described::default()
        }))
    });
    add("fn", Signature::none(), |_| {
        let times =
            Function::new(Signature::of([Type::INT, Type::INT]), |a| Ok(Value::int(int(&a[0]) * int(&a[1]))));
        Ok(Value::Func(Rc::new(times.called("func(int, int) int"))))
    });
    let ints = Type::Map(Box::new(Type::Text), Box::new(Type::INT));
    functions.add(
        "keys",
        Function::new(Signature::of([ints]), |a| match a {
            [Value::Map(map)] => Ok(Value::int(map.len() as i64)),
            [Value::Object(object)] => match object.underlying() {
                Some(Value::Map(map)) => Ok(Value::int(map.len() as i64)),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }),
    );
    functions
}
