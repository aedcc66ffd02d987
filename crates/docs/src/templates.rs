//! Templates: the community's own, and built-in ones for what it has none of.

use std::collections::BTreeMap;

use folkmoot_gotemplate::{Functions, TemplateSet};
use folkmoot_model::{ReadError, RepoFiles};

use crate::error::RenderError;

/// Who wrote a template.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// It stands in the community's repository.
    Community,
    /// It is Folkmoot's.
    BuiltIn,
}

/// Template texts by file name (`list.tmpl`, `annual-report/sig_report.tmpl`).
///
/// A community overrides the built-in templates file by file, with files of the same name in its template
/// directory. `NAME_readme.tmpl`, where NAME is the prefix of a kind (`sig`, `wg`, …), goes before
/// `group_readme.tmpl`.
#[derive(Clone, Default, Debug)]
pub struct Templates {
    directory: String,
    own: BTreeMap<String, String>,
}

/// One text and where it comes from.
#[derive(Clone, Copy)]
pub(crate) struct TemplateText<'t> {
    pub(crate) name: &'t str,
    pub(crate) text: &'t str,
    pub(crate) origin: Origin,
}

const HEADER: &str = "header.tmpl";
const PARTIALS: &str = "partials.tmpl";

const BUILT_IN: [(&str, &str); 7] = [
    (HEADER, include_str!("../templates/header.tmpl")),
    (PARTIALS, include_str!("../templates/partials.tmpl")),
    ("list.tmpl", include_str!("../templates/list.tmpl")),
    ("group_readme.tmpl", include_str!("../templates/group_readme.tmpl")),
    ("aliases.tmpl", include_str!("../templates/aliases.tmpl")),
    ("liaisons.tmpl", include_str!("../templates/liaisons.tmpl")),
    ("annual-report/report.tmpl", include_str!("../templates/annual-report/report.tmpl")),
];

impl Templates {
    /// The built-in templates alone.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// The built-in templates and, of the files called `names` in `directory`, those that are there. An empty
    /// `directory` has none.
    ///
    /// # Errors
    /// Where a file is there and cannot be read, or is not UTF-8.
    pub fn load<'n>(
        files: &dyn RepoFiles,
        directory: &str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Self, ReadError> {
        let mut this = Self { directory: directory.to_owned(), own: BTreeMap::new() };
        for name in names.into_iter().filter(|_| !directory.is_empty()) {
            let path = format!("{directory}/{name}");
            let text = match files.read(&path) {
                Ok(bytes) => String::from_utf8(bytes.into_owned()),
                Err(ReadError::Missing { .. }) => continue,
                Err(error) => return Err(error),
            };
            let reason =
                |_| ReadError::Io { path, reason: "not UTF-8; save the template as UTF-8".to_owned() };
            this.own.insert(name.to_owned(), text.map_err(reason)?);
        }
        Ok(this)
    }

    /// Adds or replaces a text, as if it stood in the community's template directory.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.own.insert(name.to_owned(), text.into());
        self
    }

    /// The community's own text of that name.
    pub(crate) fn own(&self, name: &str) -> Option<TemplateText<'_>> {
        let (name, text) = self.own.get_key_value(name)?;
        Some(TemplateText { name, text, origin: Origin::Community })
    }

    /// The community's own text of that name, or the built-in one.
    pub(crate) fn find(&self, name: &str) -> Option<TemplateText<'_>> {
        let built_in = BUILT_IN.iter().find(|(built_in, _)| *built_in == name);
        let built_in = built_in.map(|&(name, text)| TemplateText { name, text, origin: Origin::BuiltIn });
        self.own(name).or(built_in)
    }

    /// Parses a text together with the header and the shared parts that it can invoke.
    pub(crate) fn parse(
        &self,
        template: TemplateText<'_>,
        functions: &Functions<'_>,
    ) -> Result<TemplateSet, RenderError> {
        let mut set = TemplateSet::new();
        set.declare(functions.names());
        let header = self.find(HEADER);
        let partials = self.find(PARTIALS).filter(|partials| invokes_any(template.text, partials.text));
        // What is parsed later counts: built-in parts give way to the template's own definitions, and these,
        // as in the Kubernetes generator, to the community's header.
        let (first, last) = match header {
            Some(header) if header.origin == Origin::Community => (None, Some(header)),
            header => (header, None),
        };
        for part in [partials, first, Some(template), last].into_iter().flatten() {
            set.parse(base_name(part.name), part.text)
                .map_err(|error| RenderError::parse(self.path(part), error))?;
        }
        Ok(set)
    }

    /// Where a text stands, for messages.
    pub(crate) fn path(&self, template: TemplateText<'_>) -> String {
        match template.origin {
            Origin::Community if self.directory.is_empty() => template.name.to_owned(),
            Origin::Community => format!("{}/{}", self.directory, template.name),
            Origin::BuiltIn => format!("built-in template {}", template.name),
        }
    }

    /// Where the text stands that Go's messages call `base`.
    pub(crate) fn path_of_base(&self, base: &str) -> Option<String> {
        let own = self.own.keys().map(String::as_str).find(|name| base_name(name) == base);
        let built_in = || BUILT_IN.iter().map(|(name, _)| *name).find(|name| base_name(name) == base);
        self.find(own.or_else(built_in)?).map(|template| self.path(template))
    }
}

/// Go names a parsed file by the last part of its path.
pub(crate) fn base_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Whether `text` names one of the templates that `partials` defines; parsing those is saved where not.
fn invokes_any(text: &str, partials: &str) -> bool {
    let defined = partials.split("define \"").skip(1).filter_map(|rest| rest.split_once('"'));
    defined.into_iter().any(|(name, _)| text.contains(&format!("template \"{name}\"")))
}
