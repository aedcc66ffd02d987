//! KubeVirt's list of alumni: `ALUMNI.md` from `alumni.yaml`.

use folkmoot_gotemplate::{Functions, Record, Type, Value};
use folkmoot_model::{Community, ReadError, RepoFiles};
use folkmoot_yaml::{Limits, Node, decode_text, parse};

use crate::document::{Claim, Document};
use crate::error::RenderError;
use crate::templates::Templates;

const DATA_FILE: &str = "alumni.yaml";
const TEMPLATE_DIR: &str = "generators/cmd/alumni";
const TEMPLATE: &str = "ALUMNI.gomd";
const DOCUMENT: &str = "ALUMNI.md";

/// The list, where the repository has its data and its template.
pub(crate) fn document(
    community: &Community,
    files: &dyn RepoFiles,
) -> Result<Option<Document>, RenderError> {
    let templates = Templates::load(files, TEMPLATE_DIR, [TEMPLATE])?;
    let Some(template) = templates.own(TEMPLATE) else { return Ok(None) };
    let bytes = match files.read(DATA_FILE) {
        Ok(bytes) => bytes,
        Err(ReadError::Missing { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let file = community.sources.add(DATA_FILE, decode_text(&*bytes).text);
    let root = parse(&community.sources, file, Limits::default()).root;
    let people = root.as_ref().and_then(|root| root.get("alumni")).and_then(Node::items).unwrap_or_default();
    let people = people.iter().filter(|person| !person.is_null());
    let people: Vec<Value<'_>> = people.map(|person| Value::object(alumnus(person))).collect();
    let alumni = Value::list(Type::strukt("main.Alumni"), people);
    let data = Value::object(Record::new("main.AlumniTemplateData").with("Alumni", alumni));
    let functions = Functions::new();
    let set = templates.parse(template, &functions)?;
    let mut generated = Vec::new();
    set.execute_to(TEMPLATE, data, &functions, &mut generated)
        .map_err(|error| RenderError::execute(&templates, DOCUMENT, error))?;
    Ok(Some(Document { path: DOCUMENT.to_owned(), generated, markers: None, claim: Claim::Always }))
}

fn alumnus(person: &Node) -> Record<'_> {
    let fields = [("Github", "github"), ("Name", "name"), ("Company", "company"), ("Since", "since")];
    fields.into_iter().fold(Record::new("main.Alumni"), |record, (field, key)| {
        let value = person.get(key).filter(|value| !value.is_null());
        record.with(field, value.and_then(Node::as_str).unwrap_or_default())
    })
}
