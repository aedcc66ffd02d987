//! Go's `text/template`: templates are parsed once and executed over values of the caller's making.
//!
//! The language is Go's in all its parts, and so are the error messages, because people know them and tools
//! read them. What differs is meant to: templates here come from repositories nobody vouches for, so parsing
//! and executing have bounds ([`Limits`]), and data is not reflected upon but asked ([`Object`]).
//!
//! # From data to text
//!
//! 1. Wrap the data: a struct becomes an [`Object`], which answers for its fields and methods by name.
//!    Lists are made of objects when they are asked for ([`Value::list_of`]), so nothing is copied.
//! 2. Collect the functions that templates may call in [`Functions`], with their [`Signature`]s.
//! 3. Parse the templates into a [`TemplateSet`]; a set can be kept and shared between threads.
//! 4. [`TemplateSet::execute`] as often as there are documents.
//!
//! ```
//! use folkmoot_gotemplate::{CallError, Functions, Object, Signature, TemplateSet, Type, Value};
//!
//! struct Group { name: String, dir: String }
//! struct GroupView<'a>(&'a Group);
//!
//! impl<'a> Object<'a> for GroupView<'a> {
//!     fn type_name(&self) -> &str { "main.Group" }
//!     fn field_names(&self) -> &[&'static str] { &["Name", "Dir"] }
//!     fn field(&self, name: &str) -> Option<Value<'a>> {
//!         match name {
//!             "Name" => Some(Value::text(&self.0.name)),
//!             // A named string: prints as a text, and has a method.
//!             "Dir" => Some(Value::object(Dir(&self.0.dir))),
//!             _ => None,
//!         }
//!     }
//! }
//!
//! struct Dir<'a>(&'a str);
//!
//! impl<'a> Object<'a> for Dir<'a> {
//!     fn type_name(&self) -> &str { "main.Dir" }
//!     fn underlying(&self) -> Option<Value<'a>> { Some(Value::text(self.0)) }
//!     fn method(&self, name: &str) -> Option<Signature> {
//!         (name == "Link").then(Signature::none)
//!     }
//!     fn call(&self, _: &str, _: &[Value<'a>]) -> Result<Value<'a>, CallError> {
//!         Ok(Value::text(format!("/{}/README.md", self.0)))
//!     }
//! }
//!
//! let mut set = TemplateSet::new();
//! set.parse("list", "{{range .}}* [{{.Name}}]({{.Dir.Link}})\n{{end}}")?;
//!
//! let groups = [Group { name: "Docs".into(), dir: "sig-docs".into() }];
//! let data = Value::list_of(&groups, Type::strukt("main.Group"), |group| Value::object(GroupView(group)));
//! let text = set.execute("list", data, &Functions::new())?;
//! assert_eq!(text, "* [Docs](/sig-docs/README.md)\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is true, what prints
//!
//! Go's rules hold: `false`, `0`, empty texts, lists and maps, and nil pointers are false. A struct is true
//! whatever is in it, so an optional struct is a pointer: [`Value::pointer`] or [`Value::nil_pointer`].
//! A field that a struct does not have is an error; a key that a map does not have is [`MissingKey`]'s matter.
//!
//! # What differs from Go
//!
//! - Parsing and executing have bounds, with messages of their own.
//! - There are no arrays, channels and iterators among the values.
//! - A nil pointer has no methods; Go calls those that take the pointer.
//! - `%p` and whatever else shows an address shows the same one always.

mod builtins;
mod error;
mod exec;
mod lex;
mod limits;
mod literal;
mod parse;
mod printf;
mod set;
mod value;

pub use builtins::{escape_html, escape_js, escape_query};
pub use error::{ExecError, ParseError, Place};
pub use limits::Limits;
pub use set::{MissingKey, TemplateSet};
pub use value::{
    CallError, Function, Functions, List, Map, Object, ObjectRef, Pointer, Record, Sequence, Signature, Text,
    Type, Value, Width,
};
