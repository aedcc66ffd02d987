//! Whatever a template does, it ends, with a message that names the place.

use folkmoot_gotemplate::{Functions, Limits, TemplateSet, Value};

fn message(limits: Limits, text: &str) -> String {
    let mut set = TemplateSet::new();
    set.limits(limits);
    if let Err(error) = set.parse("t", text) {
        return error.to_string();
    }
    match set.execute("t", Value::Nil, &Functions::new()) {
        Ok(text) => format!("{} bytes", text.len()),
        Err(error) => error.to_string(),
    }
}

fn small() -> Limits {
    Limits { text: 5000, nesting: 20, invocations: 50, bytes: 1000, steps: 500 }
}

#[test]
fn a_template_that_invokes_itself_is_stopped() {
    let error = message(
        small(),
        "{{define `a`}}\n{{template `b` .}}{{end}}{{define `b`}}{{template `a` .}}{{end}}{{template `a`}}",
    );
    assert_eq!(
        error,
        "template: t:2:50: executing \"b\" at <{{template \"a\" .}}>: exceeded maximum template depth (50)"
    );
}

#[test]
fn recursion_to_the_default_depth_does_not_overflow_the_stack() {
    let text =
        "{{define `a`}}{{if true}}{{with 1}}{{template `a` (print .)}}{{end}}{{end}}{{end}}{{template `a`}}";
    let error = message(Limits::default(), text);
    assert!(error.contains("exceeded maximum template depth (100000)"), "{error}");
}

#[test]
fn a_loop_to_a_huge_number_is_stopped() {
    let error = message(small(), "{{range 1000000000}}{{end}}");
    assert_eq!(
        error,
        "template: t:1:8: executing \"t\" at <1000000000>: exceeded maximum number of steps (500)"
    );
}

#[test]
fn output_has_an_end() {
    let error = message(small(), "{{range 100}}0123456789 0123456789{{end}}");
    assert!(error.ends_with("exceeded maximum number of bytes (1000)"), "{error}");
}

#[test]
fn texts_that_double_are_stopped() {
    let text = "{{$x := `0123456789`}}{{range 100}}{{$x = print $x $x}}{{end}}";
    assert!(message(small(), text).ends_with("exceeded maximum number of bytes (1000)"));
    for text in [
        "{{printf `%999999d` 1}}",
        "{{printf `%.999999f` 1.0}}",
        "{{printf `%0999999d%0999999d` 1 1}}",
        "{{printf `%-999999s` ``}}",
        "{{printf `%.999999U` 1}}",
        "{{printf `%.999999x` 1.0}}",
        "{{$x := printf `%300s` `<`}}{{range 9}}{{$x = html $x}}{{end}}",
        "{{$x := printf `%300s` `\u{7f}`}}{{range 9}}{{$x = printf `%q` $x}}{{end}}",
        "{{urlquery (printf `%0500d` 1)}}{{js (printf `%0500d` 1)}}",
    ] {
        let error = message(small(), text);
        assert!(error.ends_with("exceeded maximum number of bytes (1000)"), "{text}: {error}");
    }
}

#[test]
fn wide_formats_within_bounds_are_printed() {
    for (format, value) in [
        ("%999999d", "1"),
        ("%.999999d", "1"),
        ("%.999999f", "1.5"),
        ("%.999999e", "1.5"),
        ("%.999999g", "1.5"),
        ("%#.999999g", "1.5"),
        ("%.999999x", "1.5"),
        ("%.999999U", "1"),
        ("%999999q", "`x`"),
        ("%999999x", "`x`"),
    ] {
        let size = message(Limits::default(), &format!("{{{{printf `{format}` {value}}}}}"));
        assert!(size.ends_with(" bytes"), "{format}: {size}");
    }
}

#[test]
fn deep_nesting_is_refused() {
    let parens = format!("{{{{{}1{}}}}}", "(".repeat(2000), ")".repeat(2000));
    assert_eq!(message(small(), &parens), "template: t:1: max expression depth exceeded");
    let branches = "{{if 1}}".repeat(500);
    assert_eq!(message(small(), &branches), "template: t:1: actions are nested too deeply");
    let chain = format!("{{{{if 1}}}}{}", "{{else if 1}}".repeat(300));
    assert_eq!(message(small(), &chain), "template: t:1: actions are nested too deeply");
    let blocks = "{{block `a` .}}".repeat(300);
    assert_eq!(message(small(), &blocks), "template: t:1: actions are nested too deeply");
}

#[test]
fn nesting_to_the_default_depth_does_not_overflow_the_stack() {
    let depth = Limits::default().nesting - 1;
    let parens = format!("{{{{{}print 1{}}}}}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(message(Limits::default(), &parens), "1 bytes");
    let arguments = format!("{{{{{}1{}}}}}", "print (".repeat(depth), ")".repeat(depth));
    assert_eq!(message(Limits::default(), &arguments), "1 bytes");
    let branches =
        format!("{}x{}", "{{if 1}}{{else}}".repeat(0) + &"{{with 1}}".repeat(depth), "{{end}}".repeat(depth));
    assert_eq!(message(Limits::default(), &branches), "1 bytes");
}

#[test]
fn a_text_may_not_be_endless() {
    let error = message(small(), &"x".repeat(6000));
    assert_eq!(error, "template: t:1: 6000 bytes are more than the 5000 a template may have");
}

#[test]
fn the_text_before_an_error_is_kept() {
    let mut set = TemplateSet::new();
    set.parse("t", "before{{index `x` 9}}after").unwrap();
    let mut out = b"file: ".to_vec();
    assert!(set.execute_to("t", Value::Nil, &Functions::new(), &mut out).is_err());
    assert_eq!(out, b"file: before");
}

#[test]
fn a_set_is_shared_between_threads() {
    let mut set = TemplateSet::new();
    set.parse("t", "{{range 3}}{{.}}{{end}}").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| assert_eq!(set.execute("t", Value::Nil, &Functions::new()).unwrap(), "012"));
        }
    });
}

#[test]
fn a_parse_error_adds_nothing() {
    let mut set = TemplateSet::new();
    set.parse("t", "old").unwrap();
    set.parse("t", "{{define `x`}}x{{end}}new{{end}}").unwrap_err();
    assert_eq!(set.names().collect::<Vec<_>>(), ["t"]);
    assert_eq!(set.execute("t", Value::Nil, &Functions::new()).unwrap(), "old");
    assert_eq!(
        set.execute("x", Value::Nil, &Functions::new()).unwrap_err().to_string(),
        "template: x: no template \"x\""
    );
}
