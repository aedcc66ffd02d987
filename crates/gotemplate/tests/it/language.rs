//! What people rely on, one sentence each. The vectors hold the rest.

use folkmoot_gotemplate::{
    CallError, Functions, MissingKey, Object, Record, Signature, TemplateSet, Type, Value,
};

fn render<'a>(text: &str, data: Value<'a>) -> String {
    let mut set = TemplateSet::new();
    set.parse("page.tmpl", text).unwrap();
    set.execute("page.tmpl", data, &Functions::new()).unwrap_or_else(|error| error.to_string())
}

/// A text with a method, as groups' names are.
struct Name(&'static str);

impl Object<'static> for Name {
    fn type_name(&self) -> &str {
        "main.Name"
    }

    fn underlying(&self) -> Option<Value<'static>> {
        Some(Value::text(self.0))
    }

    fn method(&self, name: &str) -> Option<Signature> {
        (name == "Dir").then(Signature::none)
    }

    fn call(&self, _: &str, _: &[Value<'static>]) -> Result<Value<'static>, CallError> {
        Ok(Value::text(format!("wg-{}", self.0.to_lowercase())))
    }
}

#[test]
fn a_named_text_prints_and_answers() {
    let names =
        Value::list(Type::strukt("main.Name"), [Value::object(Name("Batch")), Value::object(Name("Data"))]);
    assert_eq!(
        render("{{range .}}* [WG {{.}}](/{{.Dir}})\n{{end}}", names),
        "* [WG Batch](/wg-batch)\n* [WG Data](/wg-data)\n"
    );
}

#[test]
fn an_empty_struct_is_true_and_a_nil_pointer_is_false() {
    let data = Record::new("main.Subproject")
        .with("Struct", Value::object(Record::new("main.Contact")))
        .with("Pointer", Value::nil_pointer(Type::strukt("main.Contact")));
    assert_eq!(render("{{if .Struct}}a{{end}}{{if .Pointer}}b{{end}}", Value::object(data)), "a");
}

#[test]
fn an_unknown_field_is_named_with_its_place() {
    let data = Value::object(Record::new("main.Group").with("Name", "Docs"));
    assert_eq!(
        render("# {{.Name}}\n\n  {{.Foo}}", data),
        "template: page.tmpl:3:4: executing \"page.tmpl\" at <.Foo>: can't evaluate field Foo in type main.Group"
    );
}

#[test]
fn a_missing_key_is_what_the_caller_wants() {
    let run = |missing_key| {
        let mut set = TemplateSet::new();
        set.missing_key(missing_key).parse("t", "{{.b}}").unwrap();
        let data = Value::map(Type::INT, [("a", Value::int(1))]);
        set.execute("t", data, &Functions::new()).unwrap_or_else(|error| error.message)
    };
    assert_eq!(run(MissingKey::NoValue), "<no value>");
    assert_eq!(run(MissingKey::Zero), "0");
    assert_eq!(run(MissingKey::Error), "map has no entry for key \"b\"");
}

#[test]
fn maps_are_ranged_over_in_the_order_of_their_keys() {
    let data = Value::map(Type::INT, [("b", Value::int(2)), ("a", Value::int(1))]);
    assert_eq!(render("{{range $k, $v := .}}{{$k}}={{$v}} {{end}}", data), "a=1 b=2 ");
}

#[test]
fn a_function_of_the_caller_replaces_a_built_in_one() {
    let mut functions = Functions::new();
    functions.add_text("html", |text| format!("[{text}]"));
    let mut set = TemplateSet::new();
    set.declare(functions.names()).parse("t", "{{html `<`}}").unwrap();
    assert_eq!(set.execute("t", Value::Nil, &functions).unwrap(), "[<]");
}

#[test]
fn a_function_that_was_declared_but_not_given_is_an_error() {
    let mut set = TemplateSet::new();
    set.declare(["later"]).parse("t", "{{later}}").unwrap();
    let error = set.execute("t", Value::Nil, &Functions::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "template: t:1:2: executing \"t\" at <later>: \"later\" is not a defined function"
    );
}

#[test]
fn errors_can_be_taken_apart() {
    let mut set = TemplateSet::new();
    let error = set.parse("a.tmpl", "\n{{if}}{{end}}").unwrap_err();
    assert_eq!(
        (error.name.as_str(), error.line, error.message.as_str()),
        ("a.tmpl", 2, "missing value for if")
    );
    set.parse("b.tmpl", "{{define `part`}}\n {{index `` 1}}{{end}}{{template `part`}}").unwrap();
    let error = set.execute("b.tmpl", Value::Nil, &Functions::new()).unwrap_err();
    let place = error.place.unwrap();
    assert_eq!(
        (error.template.as_str(), place.source.as_str(), place.line, place.column),
        ("part", "b.tmpl", 2, 3)
    );
    assert_eq!(place.context, "index `` 1");
}

#[test]
fn data_that_goes_round_in_circles_is_refused() {
    struct Circle;
    impl Object<'static> for Circle {
        fn type_name(&self) -> &str {
            "main.Circle"
        }

        fn field_names(&self) -> &[&'static str] {
            &["Next"]
        }

        fn field(&self, name: &str) -> Option<Value<'static>> {
            (name == "Next").then(|| Value::object(Circle))
        }
    }
    assert!(render("{{.}}", Value::object(Circle)).contains("exceeded maximum number of bytes"));
    assert!(render("{{eq . .Next}}", Value::object(Circle)).contains("error calling eq"));
    assert_eq!(render("{{if .Next.Next.Next}}on{{end}}", Value::object(Circle)), "on");
}
