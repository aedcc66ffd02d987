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

/// Kinds that communities elsewhere have.
const WELL_KNOWN: [(&str, &str, &str, &str, &str); 3] = [
    ("tags", "tag", "TAG", "Technical Advisory Group", "Technical Advisory Groups"),
    ("teams", "team", "Team", "Team", "Teams"),
    ("chapters", "chapter", "Chapter", "Chapter", "Chapters"),
];

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

    /// A kind of which nothing but its key is known: `teams` gives `team`, `Team`, `Teams`.
    pub fn implied(key: &str) -> Self {
        if let Some((_, prefix, short, singular, plural)) = WELL_KNOWN.iter().find(|kind| kind.0 == key) {
            return Self {
                key: key.into(),
                prefix: (*prefix).into(),
                short: (*short).into(),
                singular: (*singular).into(),
                plural: (*plural).into(),
                declared: true,
            };
        }
        let prefix = key.strip_suffix('s').filter(|rest| !rest.is_empty()).unwrap_or(key);
        let mut letters = prefix.chars();
        let initial = letters.next().map(char::to_uppercase);
        let name: String = initial.into_iter().flatten().chain(letters).collect();
        let name = name.replace(['_', '-'], " ");
        Self {
            key: key.into(),
            prefix: prefix.to_lowercase().replace([' ', '_'], "-"),
            plural: if prefix == key { name.clone() } else { format!("{name}s") },
            singular: name.clone(),
            short: name,
            declared: true,
        }
    }

    /// Whether communities elsewhere keep groups under this key, so that nobody need declare it.
    pub fn is_well_known(key: &str) -> bool {
        WELL_KNOWN.iter().any(|kind| kind.0 == key)
    }

    /// Whether people call the kind so: its key, prefix, short or full name, in any case.
    pub fn goes_by(&self, name: &str) -> bool {
        let names = [&self.key, &self.prefix, &self.short, &self.singular, &self.plural];
        names.into_iter().any(|known| known.eq_ignore_ascii_case(name))
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
