//! Why a document could not be made.

use folkmoot_gotemplate::{ExecError, ParseError};
use folkmoot_model::ReadError;

use crate::templates::Templates;

/// Why a document could not be made. Nothing is written then.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template that cannot be read as one.
    #[error("{path}:{}: {}", error.line, error.message)]
    Parse {
        /// Where the template stands.
        path: String,
        /// Go's words.
        error: ParseError,
    },
    /// A template that failed at a group or list.
    #[error("{path}: {}{}", error.message, context(error))]
    Execute {
        /// Where: `generator/list.tmpl:12:3`.
        path: String,
        /// The document that was being made.
        document: String,
        /// Go's words.
        error: Box<ExecError>,
    },
    /// A file that is there and cannot be read.
    #[error("cannot read {0}")]
    Read(#[from] ReadError),
    /// A group's directory that is not inside the repository.
    #[error(
        "the directory `{dir}` of {group} is not inside the repository; write it relative to the repository's root, without `..`"
    )]
    Directory {
        /// The group's title.
        group: String,
        /// Its directory as written.
        dir: String,
    },
}

impl RenderError {
    pub(crate) fn parse(path: String, error: ParseError) -> Self {
        Self::Parse { path, error }
    }

    pub(crate) fn execute(templates: &Templates, document: &str, error: ExecError) -> Self {
        let source = error.place.as_ref().map_or(error.template.as_str(), |place| place.source.as_str());
        let path = templates.path_of_base(source).unwrap_or_else(|| source.to_owned());
        let path = match &error.place {
            // Go counts columns from 0, people and editors from 1.
            Some(place) => format!("{path}:{}:{}", place.line, place.column + 1),
            None => path,
        };
        Self::Execute { path, document: document.to_owned(), error: Box::new(error) }
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Parse { .. } => "mend the template; nothing was written".to_owned(),
            Self::Execute { document, .. } => {
                format!("mend the template or the record; it failed at {document}, and nothing was written")
            }
            Self::Read(ReadError::Outside { .. }) => {
                "replace the symbolic link by a file or directory of the repository; nothing was written"
                    .to_owned()
            }
            Self::Read(_) => "make it a regular file that you may read; nothing was written".to_owned(),
            Self::Directory { .. } => "nothing was written".to_owned(),
        }
    }
}

fn context(error: &ExecError) -> String {
    error.place.as_ref().map(|place| format!(" (at `{}`)", place.context)).unwrap_or_default()
}
