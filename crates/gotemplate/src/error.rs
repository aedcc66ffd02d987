//! What goes wrong, in Go's words.

/// A template that cannot be parsed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("template: {name}:{line}: {message}")]
pub struct ParseError {
    /// The name of the text that was parsed.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, without the place.
    pub message: String,
}

impl ParseError {
    pub(crate) fn at(name: &str, line: usize, message: impl Into<String>) -> Self {
        Self { name: name.to_owned(), line, message: message.into() }
    }
}

/// A template that could not be executed to its end.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{}", self.text())]
pub struct ExecError {
    /// The template that was being executed: the name of a `define` or of a whole text.
    pub template: String,
    /// Where in which text; `None` where no node had been reached.
    pub place: Option<Place>,
    /// What is wrong, without the place.
    pub message: String,
}

/// Where in a template text something went wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The name of the text that was parsed, which may hold several templates.
    pub source: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 0, as Go counts.
    pub column: usize,
    /// What stands there: `.Foo`
    pub context: String,
}

impl ExecError {
    fn text(&self) -> String {
        let Self { template, message, .. } = self;
        match &self.place {
            None => format!("template: {template}: {message}"),
            Some(Place { source, line, column, context }) => {
                let template = crate::literal::quote(template.as_bytes());
                format!("template: {source}:{line}:{column}: executing {template} at <{context}>: {message}")
            }
        }
    }
}
