//! Pages of a community as large as the largest: 35 groups with some four hundred subprojects.
//!
//! `cargo bench -p folkmoot-gotemplate`

use divan::{Bencher, black_box};
use folkmoot_gotemplate::{CallError, Function, Functions, Object, Signature, TemplateSet, Type, Value};

fn main() {
    divan::main();
}

struct Person {
    name: String,
    handle: String,
    company: String,
}

struct Subproject {
    name: String,
    description: String,
    owners: Vec<String>,
    slack: Option<String>,
}

struct Group {
    dir: String,
    name: String,
    leads: Vec<Person>,
    meetings: Vec<[String; 4]>,
    subprojects: Vec<Subproject>,
}

fn community(groups: usize) -> Vec<Group> {
    let numbered = |what: &str, n: usize| format!("{what}-{n}");
    (0..groups)
        .map(|group| Group {
            dir: numbered("sig", group),
            name: numbered("Group", group),
            leads: (0..5)
                .map(|n| Person {
                    name: numbered("Person Surname", group + n),
                    handle: numbered("handle", group + n),
                    company: if n % 2 == 0 { numbered("Company", n) } else { String::new() },
                })
                .collect(),
            meetings: (0..3)
                .map(|n| {
                    [
                        numbered("Regular meeting", n),
                        "Thursday".into(),
                        "9:00".into(),
                        "PT (Pacific Time)".into(),
                    ]
                })
                .collect(),
            subprojects: (0..12)
                .map(|n| Subproject {
                    name: numbered("subproject", n),
                    description: if n % 3 == 0 {
                        "  Something that is worth a sentence.\n".into()
                    } else {
                        String::new()
                    },
                    owners: (0..4)
                        .map(|o| format!("https://example.org/org/repo-{n}/blob/main/pkg/{o}/OWNERS"))
                        .collect(),
                    slack: (n % 4 == 0).then(|| numbered("channel", n)),
                })
                .collect(),
        })
        .collect()
}

struct GroupView<'a>(&'a Group);

impl<'a> Object<'a> for GroupView<'a> {
    fn type_name(&self) -> &str {
        "main.Group"
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        Some(match name {
            "Dir" => Value::text(&self.0.dir),
            "Name" => Value::text(&self.0.name),
            "Leads" => {
                Value::list_of(&self.0.leads, Type::strukt("main.Person"), |p| Value::object(PersonView(p)))
            }
            "Meetings" => Value::list_of(&self.0.meetings, Type::strukt("main.Meeting"), |m| {
                Value::object(MeetingView(m))
            }),
            "Subprojects" => Value::list_of(&self.0.subprojects, Type::strukt("main.Subproject"), |s| {
                Value::object(SubprojectView(s))
            }),
            _ => return None,
        })
    }
}

struct PersonView<'a>(&'a Person);

impl<'a> Object<'a> for PersonView<'a> {
    fn type_name(&self) -> &str {
        "main.Person"
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        Some(Value::text(match name {
            "Name" => &self.0.name,
            "GitHub" => &self.0.handle,
            "Company" => &self.0.company,
            _ => return None,
        }))
    }
}

struct MeetingView<'a>(&'a [String; 4]);

impl<'a> Object<'a> for MeetingView<'a> {
    fn type_name(&self) -> &str {
        "main.Meeting"
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        let index = ["Description", "Day", "Time", "TZ"].iter().position(|field| *field == name)?;
        Some(Value::text(&self.0[index]))
    }
}

struct SubprojectView<'a>(&'a Subproject);

impl<'a> Object<'a> for SubprojectView<'a> {
    fn type_name(&self) -> &str {
        "main.Subproject"
    }

    fn field(&self, name: &str) -> Option<Value<'a>> {
        Some(match name {
            "Name" => Value::text(&self.0.name),
            "Description" => Value::text(&self.0.description),
            "Owners" => Value::texts(&self.0.owners),
            "Slack" => Value::text(self.0.slack.as_deref().unwrap_or_default()),
            _ => return None,
        })
    }
}

const HEADER: &str = "{{define \"header\"}}<!-- generated -->\n\n{{end}}";

const PAGE: &str = r#"{{- template "header" }}
# {{.Name}}

{{ if .Meetings -}}
## When it meets
{{- range .Meetings }}
* {{.Description}}: {{.Day}}s at {{.Time}} {{.TZ}} ([in your zone](https://example.org/?t={{.Time | urlquery}}&tz={{.TZ | urlquery}}))
{{- end }}
{{- end }}

## Who leads
{{ range .Leads }}
* {{.Name}} (**[@{{.GitHub}}](https://example.org/{{.GitHub}})**){{if .Company}}, {{.Company}}{{end}}
{{- end }}

{{- if .Subprojects }}

## What it owns

{{- range .Subprojects }}
### {{.Name}}
{{- if .Description }}
{{ trimSpace .Description }}
{{- end }}
- **Owners:**
{{- range .Owners }}
  - [{{trimSuffix (printf "%s" .) "/OWNERS"}}]({{.}})
{{- end }}
{{- if .Slack }}
- Channel: [#{{.Slack}}](https://example.org/messages/{{.Slack}})
{{- end }}
{{- end }}
{{- end }}
"#;

const LIST: &str = r#"{{ template "header" }}
| Name | Leads | Meetings |
|------|-------|----------|
{{- range $i, $g := . }}
|[{{.Name}}]({{.Dir}}/README.md)|{{range .Leads}}* [{{.Name}}](https://example.org/{{.GitHub}}){{if .Company}}, {{.Company}}{{end}}<br>{{end}}|
{{- range .Meetings -}}* ({{ $g.Name }}) {{.Description}}: {{.Day}}s at {{.Time}} {{.TZ}}<br>{{- end -}}
{{- end }}
"#;

fn functions<'a>() -> Functions<'a> {
    let mut functions = Functions::new();
    functions.add_text("trimSpace", |text| text.trim().to_owned());
    let texts = Signature::of([Type::Text, Type::Text]);
    functions.add(
        "trimSuffix",
        Function::new(texts, |arguments| match arguments {
            [Value::Text(text), Value::Text(suffix)] => {
                let (text, suffix) = (text.to_str(), suffix.to_str());
                Ok(Value::text(text.strip_suffix(&*suffix).unwrap_or(&text).to_owned()))
            }
            _ => Err(CallError::new("two texts are needed")),
        }),
    );
    functions
}

fn templates() -> TemplateSet {
    let mut set = TemplateSet::new();
    set.declare(["trimSpace", "trimSuffix"]);
    for (name, text) in [("header.tmpl", HEADER), ("page.tmpl", PAGE), ("list.tmpl", LIST)] {
        set.parse(name, text).expect("the templates parse");
    }
    set
}

#[divan::bench]
fn parse() -> TemplateSet {
    templates()
}

#[divan::bench(args = [35, 1000])]
fn pages(bencher: Bencher, count: usize) {
    let set = templates();
    let groups = community(count);
    bencher.bench_local(|| {
        let functions = functions();
        let mut bytes = 0;
        for group in &groups {
            let page = set.execute("page.tmpl", Value::object(GroupView(group)), &functions);
            bytes += page.expect("the page renders").len();
        }
        black_box(bytes)
    });
}

#[divan::bench(args = [35, 1000])]
fn list(bencher: Bencher, count: usize) {
    let set = templates();
    let groups = community(count);
    bencher.bench_local(|| {
        let all =
            Value::list_of(&groups, Type::strukt("main.Group"), |group| Value::object(GroupView(group)));
        black_box(set.execute("list.tmpl", all, &functions()).expect("the list renders").len())
    });
}

#[divan::bench]
fn printf(bencher: Bencher) {
    let mut set = TemplateSet::new();
    set.parse("t", r#"{{range 1000}}{{printf "%05d|%-8s|%.2f|%q|%v" . "abc" 3.14159 "q" true}}{{end}}"#)
        .expect("parses");
    bencher
        .bench_local(|| black_box(set.execute("t", Value::Nil, &Functions::new()).expect("renders").len()));
}
