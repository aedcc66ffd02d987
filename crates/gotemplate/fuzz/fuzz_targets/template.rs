//! Any text as a template.

#![no_main]

use folkmoot_gotemplate::{Functions, Limits, Map, Record, TemplateSet, Type, Value};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut functions = Functions::new();
    functions.add_text("upper", |text| text.to_uppercase());
    let mut set = TemplateSet::new();
    set.limits(Limits { bytes: 1 << 20, steps: 20_000, ..Limits::default() }).declare(functions.names());
    if set.parse("fuzzed", text).is_ok() {
        let _ = set.execute_to("fuzzed", data(), &functions, &mut Vec::new());
    }
});

fn data<'a>() -> Value<'a> {
    let inner = Record::new("main.Inner").with("A", "a").with("B", 7i64).with("c", true);
    let list = Value::list(Type::Any, [Value::int(1), Value::text("two"), Value::Nil, Value::Float(0.5)]);
    let numbers = vec![(Value::int(2), Value::text("b")), (Value::int(1), Value::text("a"))];
    let root = Record::new("main.Root")
        .with("S", "héllo")
        .with("I", 42i64)
        .with("F", 2.5)
        .with("Inner", Value::object(inner))
        .with("P", Value::pointer(Record::new("main.Inner").with("A", "p")))
        .with("NilP", Value::nil_pointer(Type::strukt("main.Inner")))
        .with("Anys", list)
        .with("Map", Value::map(Type::INT, [("k", Value::int(1)), ("j", Value::int(2))]))
        .with("IntMap", Value::Map(Map::new(Type::INT, Type::Text, numbers)))
        .with("Dir", Value::object(Record::named("main.Dir", Value::text("sig-x"))));
    Value::object(root)
}
