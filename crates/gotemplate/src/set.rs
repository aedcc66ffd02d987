//! Template sets: templates that can invoke each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::builtins::Builtin;
use crate::error::{ExecError, ParseError};
use crate::exec::Execution;
use crate::limits::Limits;
use crate::parse::{self, Options, Source, Tree};
use crate::value::{Functions, Value};

/// What a field that is asked of a map gives where the map has no such key.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum MissingKey {
    /// Nothing, which prints as `<no value>`.
    #[default]
    NoValue,
    /// The zero value of the map's element type.
    Zero,
    /// An error.
    Error,
}

/// Templates by name. Parsed once, executed often, from several threads if need be.
///
/// ```
/// use folkmoot_gotemplate::{Functions, TemplateSet, Value};
///
/// let names = ["ana".to_owned(), "bo".to_owned()];
///
/// // Functions share the data's lifetime, so they are made after it.
/// let mut functions = Functions::new();
/// functions.add_text("upper", |text| text.to_uppercase());
///
/// let mut set = TemplateSet::new();
/// set.declare(functions.names());
/// set.parse("greeting", "Hello{{range .}}, {{upper .}}{{end}}!")?;
///
/// assert_eq!(set.execute("greeting", Value::texts(&names), &functions)?, "Hello, ANA, BO!");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct TemplateSet {
    trees: BTreeMap<String, Arc<Tree>>,
    functions: BTreeSet<String>,
    left: Option<String>,
    right: Option<String>,
    missing_key: MissingKey,
    limits: Limits,
}

impl TemplateSet {
    /// No templates.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the bounds for all that follows.
    pub fn limits(&mut self, limits: Limits) -> &mut Self {
        self.limits = limits;
        self
    }

    /// Sets what a missing map key gives.
    pub fn missing_key(&mut self, missing_key: MissingKey) -> &mut Self {
        self.missing_key = missing_key;
        self
    }

    /// Sets the delimiters for the texts parsed from now on; an empty one stands for `{{` or `}}`.
    pub fn delimiters(&mut self, left: &str, right: &str) -> &mut Self {
        self.left = Some(left.to_owned()).filter(|left| !left.is_empty());
        self.right = Some(right.to_owned()).filter(|right| !right.is_empty());
        self
    }

    /// Makes functions known to the parser; it refuses names it does not know.
    pub fn declare<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) -> &mut Self {
        self.functions.extend(names.into_iter().map(str::to_owned));
        self
    }

    /// Parses a text and adds the template `name` and those it defines.
    ///
    /// Templates of the same name are replaced, unless the new one is empty but for white space. On an error
    /// nothing is added.
    pub fn parse(&mut self, name: &str, text: &str) -> Result<(), ParseError> {
        let Limits { text: most, nesting, .. } = self.limits;
        if text.len() > most {
            let message = format!("{} bytes are more than the {most} a template may have", text.len());
            return Err(ParseError::at(name, 1, message));
        }
        let source = Source {
            name: name.to_owned(),
            text: text.to_owned(),
            left: self.left.clone().unwrap_or_else(|| "{{".to_owned()),
            right: self.right.clone().unwrap_or_else(|| "}}".to_owned()),
        };
        let has_function = |name: &str| self.functions.contains(name) || Builtin::find(name).is_some();
        let trees = parse::parse(source, &Options { has_function: &has_function, max_depth: nesting })?;
        for (name, tree) in trees {
            if !(tree.is_empty() && self.trees.contains_key(&name)) {
                self.trees.insert(name, Arc::new(tree));
            }
        }
        Ok(())
    }

    /// The names of the templates, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.trees.keys().map(String::as_str)
    }

    /// Whether there is a template of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.trees.contains_key(name)
    }

    /// Executes a template and gives its text, with `U+FFFD` where it is not UTF-8.
    pub fn execute<'a>(
        &self,
        name: &str,
        data: Value<'a>,
        functions: &Functions<'a>,
    ) -> Result<String, ExecError> {
        let mut out = Vec::new();
        self.execute_to(name, data, functions, &mut out)?;
        Ok(String::from_utf8(out)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }

    /// Executes a template and appends its bytes to `out`. On an error `out` holds the text so far.
    pub fn execute_to<'a>(
        &self,
        name: &str,
        data: Value<'a>,
        functions: &Functions<'a>,
        out: &mut Vec<u8>,
    ) -> Result<(), ExecError> {
        let Some(tree) = self.trees.get(name) else {
            let message = format!("no template {}", crate::literal::quote(name.as_bytes()));
            return Err(ExecError { template: name.to_owned(), place: None, message });
        };
        let mut execution = Execution::new(self, tree, functions, std::mem::take(out), self.limits);
        let result = execution.run(data);
        *out = execution.finish();
        result.map_err(|error| *error)
    }

    pub(crate) fn tree(&self, name: &str) -> Option<&Tree> {
        self.trees.get(name).map(|tree| &**tree)
    }

    pub(crate) fn on_missing_key(&self) -> MissingKey {
        self.missing_key
    }
}
