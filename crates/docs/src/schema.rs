//! The shape of a groups file: which keys, in which order, written when.
//!
//! These tables are the Go structs of the programs that own the files, as go-yaml writes them.

use folkmoot_model::Profile;

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// A string.
    Text,
    /// A string written as a folded block.
    Folded,
    /// A list of strings.
    Texts,
    /// A mapping.
    Map(&'static [Field]),
    /// A list of mappings, ordered by the given key.
    List(&'static [Field], &'static str),
}

/// When a key is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum When {
    /// Also when it is empty or absent.
    Always,
    /// Unless empty: Go's `omitempty`.
    NotEmpty,
    /// Where it is there, even if empty: Go's `omitempty` on a pointer.
    Present,
}

/// One key of a mapping.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) key: &'static str,
    pub(crate) shape: Shape,
    pub(crate) when: When,
}

/// A whole file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema {
    pub(crate) root: &'static [Field],
    /// Whether lists are sorted.
    pub(crate) sorted: bool,
}

impl Schema {
    /// The schema of the profile's groups file.
    pub(crate) fn of(profile: &Profile) -> Self {
        if profile.name == "kubevirt" { Self::KUBEVIRT } else { Self::KUBERNETES }
    }

    /// The schema of a `<group>/group.yaml`, where lists are sorted as in the groups file.
    pub(crate) fn of_group_file(profile: &Profile) -> Self {
        Self { root: kubernetes::GROUP_FILE, sorted: Self::of(profile).sorted }
    }

    /// `sigs.yaml` of Kubernetes and of those who took its generator over.
    pub(crate) const KUBERNETES: Self = Self { root: kubernetes::CONTEXT, sorted: true };
    /// `sigs.yaml` of KubeVirt.
    pub(crate) const KUBEVIRT: Self = Self { root: kubevirt::SIGS, sorted: false };
}

const fn always(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, when: When::Always }
}

const fn filled(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, when: When::NotEmpty }
}

const fn present(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, when: When::Present }
}

mod kubernetes {
    use super::Shape::{Folded, List, Map, Text, Texts};
    use super::{Field, always, filled, present};

    pub(super) const CONTEXT: &[Field] = &[
        always("sigs", List(GROUP, "dir")),
        always("workinggroups", List(GROUP, "dir")),
        always("usergroups", List(GROUP, "dir")),
        always("committees", List(GROUP, "dir")),
        filled("gb_rep", Map(PERSON)),
    ];

    const GROUP: &[Field] = &[
        always("dir", Text),
        filled("prefix", Text),
        always("name", Text),
        filled("mission_statement", Folded),
        filled("charter_link", Text),
        filled("stakeholder_sigs", Texts),
        always("label", Text),
        always("leadership", Map(LEADERSHIP)),
        always("meetings", List(MEETING, "description")),
        always("contact", Map(CONTACT)),
        filled("subprojects", List(SUBPROJECT, "name")),
    ];

    /// Folkmoot's own: a group by itself says which kind it is of.
    pub(super) const GROUP_FILE: &[Field] = &{
        let mut fields = [filled("kind", Text); GROUP.len() + 1];
        let mut at = 0;
        while at < GROUP.len() {
            fields[at + 1] = GROUP[at];
            at += 1;
        }
        fields
    };

    const LEADERSHIP: &[Field] = &[
        always("chairs", List(PERSON, "github")),
        filled("tech_leads", List(PERSON, "github")),
        filled("emeritus_leads", List(PERSON, "github")),
    ];

    const PERSON: &[Field] =
        &[always("github", Text), always("name", Text), filled("company", Text), filled("email", Text)];

    const MEETING: &[Field] = &[
        always("description", Text),
        always("day", Text),
        always("time", Text),
        always("tz", Text),
        always("frequency", Text),
        filled("url", Text),
        filled("archive_url", Text),
        filled("recordings_url", Text),
        filled("calendar_url", Text),
    ];

    const CONTACT: &[Field] = &[
        filled("slack", Text),
        filled("mailing_list", Text),
        filled("private_mailing_list", Text),
        filled("teams", List(TEAM, "name")),
        filled("liaison", Map(PERSON)),
    ];

    const TEAM: &[Field] = &[always("name", Text), filled("description", Text)];

    const SUBPROJECT: &[Field] = &[
        always("name", Text),
        filled("description", Text),
        present("contact", Map(CONTACT)),
        always("owners", Texts),
        filled("leads", List(PERSON, "github")),
        filled("meetings", List(MEETING, "description")),
    ];
}

mod kubevirt {
    use super::Shape::{List, Map, Text, Texts};
    use super::{Field, always, filled, present};

    pub(super) const SIGS: &[Field] = &[
        always("sigs", List(GROUP, "dir")),
        always("workinggroups", List(GROUP, "dir")),
        always("usergroups", List(GROUP, "dir")),
        always("committees", List(GROUP, "dir")),
    ];

    const GROUP: &[Field] = &[
        always("name", Text),
        filled("dir", Text),
        filled("description", Text),
        filled("mission_statement", Text),
        filled("label", Text),
        filled("leads", List(PERSON, "github")),
        present("leadership", Map(LEADERSHIP)),
        filled("meetings", List(MEETING, "description")),
        present("contact", Map(CONTACT)),
        filled("subprojects", List(SUBPROJECT, "name")),
    ];

    const LEADERSHIP: &[Field] = &[filled("chairs", List(PERSON, "github"))];

    const PERSON: &[Field] = &[always("github", Text), filled("name", Text), filled("company", Text)];

    const MEETING: &[Field] = &[
        always("description", Text),
        always("day", Text),
        always("time", Text),
        always("tz", Text),
        always("frequency", Text),
        always("url", Text),
        filled("archive_url", Text),
        filled("recordings_url", Text),
    ];

    const CONTACT: &[Field] = &[
        always("slack", Text),
        always("mailing_list", Text),
        filled("teams", List(TEAM, "name")),
        present("liaison", Map(PERSON)),
    ];

    const TEAM: &[Field] = &[always("name", Text), always("description", Text)];

    const SUBPROJECT: &[Field] = &[
        always("name", Text),
        filled("description", Text),
        always("owners", Texts),
        filled("leads", List(PERSON, "github")),
    ];
}
