//! Any text as a format string.

#![no_main]

use folkmoot_gotemplate::{Functions, Limits, TemplateSet, Type, Value};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|format: &str| {
    let mut set = TemplateSet::new();
    set.limits(Limits { bytes: 1 << 20, steps: 1000, ..Limits::default() });
    set.parse("fuzzed", "{{range .Values}}{{printf $.Format . 3 `x`}}{{end}}").expect("the template parses");
    let values = [
        Value::int(-7),
        Value::Float(1e-7),
        Value::Complex(1.0, -2.0),
        Value::text("té\u{0}xt"),
        Value::Nil,
        Value::list(Type::INT, [Value::int(1)]),
        Value::map(Type::Text, [("k", Value::text("v"))]),
    ];
    let data = Value::map(Type::Any, [("Format", Value::text(format)), ("Values", Value::list(Type::Any, values))]);
    let _ = set.execute_to("fuzzed", data, &Functions::new(), &mut Vec::new());
});
