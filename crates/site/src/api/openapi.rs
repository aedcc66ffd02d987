//! The contract, generated from the types: JSON Schemas and an OpenAPI 3.1 file.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::link::Url;
use super::{Document, Shape, channel, community, documents, group, meeting, occurrence, person, subproject};
use crate::View;

/// The JSON Schema (2020-12) of a shape, complete in itself.
pub(super) fn schema(view: &View<'_>, shape: Shape) -> Value {
    let mut generator = settings("/$defs").into_generator();
    let body = root(&mut generator, shape).to_value();
    let mut out = Map::new();
    out.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    out.insert("$id".into(), json!(Url::document(view, &Document::Schema(shape))));
    out.insert("title".into(), json!(shape.summary()));
    if let Value::Object(body) = body {
        out.extend(body);
    }
    let definitions = generator.take_definitions(true);
    if !definitions.is_empty() {
        out.insert("$defs".into(), Value::Object(definitions));
    }
    Value::Object(out)
}

/// The OpenAPI file (3.1): every address, what it answers with.
pub(super) fn openapi(view: &View<'_>) -> Value {
    let mut generator = settings("/components/schemas").into_generator();
    let mut paths = Map::new();
    for shape in Shape::ALL {
        let reference = root(&mut generator, shape);
        paths.insert(path(shape), json!({ "get": operation(shape, &reference) }));
    }
    let server = Url::of(view, view.options().base.as_str());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("{}: the record for programs", view.name()),
            "version": "1",
            "summary": "Groups, people, meetings and documents of the community, as its repository has them.",
            "description": "Documents follow from the repository alone (and, where they say what is next, from the time), \
                so they can be kept and compared. Every answer has an entity tag: ask with `If-None-Match`. Keys are \
                never left out; what the record does not say is `null` or empty. Within a version keys are added, never \
                taken away or given another meaning.",
        },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true) },
    })
}

fn settings(definitions: &'static str) -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = definitions.into();
        settings.meta_schema = None;
    })
}

/// The schema of what a document of that shape holds: a reference to its definition.
fn root(generator: &mut SchemaGenerator, shape: Shape) -> Schema {
    match shape {
        Shape::Index => generator.subschema_for::<community::Index>(),
        Shape::Community => generator.subschema_for::<community::Community>(),
        Shape::Groups => generator.subschema_for::<group::Groups>(),
        Shape::Group => generator.subschema_for::<group::Group>(),
        Shape::People => generator.subschema_for::<person::People>(),
        Shape::Person => generator.subschema_for::<person::Person>(),
        Shape::Meetings => generator.subschema_for::<meeting::Meetings>(),
        Shape::Occurrences => generator.subschema_for::<occurrence::Occurrences>(),
        Shape::Subprojects => generator.subschema_for::<subproject::Subprojects>(),
        Shape::Channels => generator.subschema_for::<channel::Channels>(),
        Shape::Documents => generator.subschema_for::<documents::Documents>(),
    }
}

/// The address of a shape's documents, with its parameter.
fn path(shape: Shape) -> String {
    let document = match shape {
        Shape::Group => Document::Group("{id}".into()),
        Shape::Person => Document::Person("{id}".into()),
        single => Document::One(single),
    };
    format!("/{}", document.path())
}

fn operation(shape: Shape, schema: &Schema) -> Value {
    let name = shape.name();
    let capital: String =
        name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect();
    let mut responses = json!({
        "200": {
            "description": format!("{}.", shape.summary()),
            "headers": { "ETag": { "description": "Changes when the document does.", "schema": { "type": "string" } } },
            "content": { "application/json": { "schema": schema } },
        },
        "304": { "description": "You have it already." },
    });
    let mut parameters = Vec::new();
    if !shape.is_single() {
        responses["404"] = json!({ "description": format!("There is no such {name}.") });
        parameters.push(json!({
            "name": "id",
            "in": "path",
            "required": true,
            "description": format!("The id of the {name}, as every reference to it gives it."),
            "schema": { "type": "string" },
        }));
    }
    json!({
        "operationId": format!("get{capital}"),
        "summary": shape.summary(),
        "parameters": parameters,
        "responses": responses,
    })
}
