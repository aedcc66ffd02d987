//! Kinds of groups: the four of Kubernetes and those a community declares.

/// A kind of group: how it is keyed, prefixed and called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupKind {
    /// Key of the list in `sigs.yaml`: `sigs`, `workinggroups`, `usergroups`, `committees` or a declared one.
    pub key: String,
    /// Prefix of directories: `sig`, `wg`, `ug`, `committee`.
    pub prefix: String,
    /// Short name: `SIG`, `WG`, `UG`, `Committee`.
    pub short: String,
    /// Full name of one: `Special Interest Group`.
    pub singular: String,
    /// Full name of several: `Special Interest Groups`.
    pub plural: String,
    /// Whether `community.yaml` declares it (and it is not one of the four).
    pub declared: bool,
}

impl GroupKind {
    /// The four kinds every community has, in the order Kubernetes lists them.
    pub fn built_in() -> Vec<Self> {
        [
            ("sigs", "sig", "SIG", "Special Interest Group", "Special Interest Groups"),
            ("workinggroups", "wg", "WG", "Working Group", "Working Groups"),
            ("usergroups", "ug", "UG", "User Group", "User Groups"),
            ("committees", "committee", "Committee", "Committee", "Committees"),
        ]
        .map(|(key, prefix, short, singular, plural)| Self {
            key: key.into(),
            prefix: prefix.into(),
            short: short.into(),
            singular: singular.into(),
            plural: plural.into(),
            declared: false,
        })
        .into()
    }

    /// The directory that a group of this kind and that name has in Kubernetes' convention:
    /// `sig-api-machinery` for `API Machinery`.
    pub fn dir_name(&self, name: &str) -> String {
        format!("{}-{}", self.prefix, name.replace(' ', "-").to_lowercase())
    }

    /// The label that a group of this kind and that name has in Kubernetes' convention: the directory with
    /// the first `<prefix>-` taken out.
    pub fn label_name(&self, name: &str) -> String {
        self.dir_name(name).replacen(&format!("{}-", self.prefix), "", 1)
    }
}
