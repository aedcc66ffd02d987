//! How a repository is laid out and written: detected from it, or set in `community.yaml`.

/// Where go-yaml puts a sequence inside a mapping.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SequenceIndent {
    /// Two more than the key (go-yaml 3.0.1).
    Indented,
    /// Under the key (go-yaml of 2019 and 2020).
    Flush,
}

/// How YAML is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct YamlStyle {
    /// Spaces a level.
    pub indent: u8,
    /// Where sequences stand.
    pub sequences: SequenceIndent,
    /// Column at which long scalars are folded; `None` for never.
    pub width: Option<u16>,
    /// Whether `y`, `n`, `on`, `off`, … are quoted (go-yaml since 2020).
    pub quote_yaml11_bools: bool,
}

impl YamlStyle {
    /// go-yaml 3.0.1 with `SetIndent(2)`: kubernetes/community since 2025-09-09.
    pub const GO_YAML_3: Self =
        Self { indent: 2, sequences: SequenceIndent::Indented, width: None, quote_yaml11_bools: true };
    /// go-yaml v2 of 2020: width 80, sequences flush.
    pub const GO_YAML_2_2020: Self =
        Self { indent: 2, sequences: SequenceIndent::Flush, width: Some(80), quote_yaml11_bools: true };
    /// go-yaml v2 of 2019: as of 2020, `y` and `on` unquoted.
    pub const GO_YAML_2_2019: Self =
        Self { indent: 2, sequences: SequenceIndent::Flush, width: Some(80), quote_yaml11_bools: false };
}

/// What to read, how to write it, how strictly to check it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// Name for people: `kubernetes`, `kubeflow`, `kubevirt`, `folkmoot`, …
    pub name: String,
    /// The file that names the groups: `sigs.yaml`, `wgs.yaml`; empty where only `group.yaml` files do.
    pub data_file: String,
    /// The generated list: `sig-list.md`, `wg-list.md`.
    pub list_file: String,
    /// Directory of the community's templates, without trailing `/`; empty where it has none.
    pub template_dir: String,
    /// How the data file is written.
    pub yaml: YamlStyle,
    /// Whether the Kubernetes validator's rules apply: an error stops generation.
    pub strict: bool,
    /// Whether the data file is rewritten in canonical form by `generate` (which drops comments), as the
    /// original does, rather than left to `fmt`.
    pub rewrites_data: bool,
    /// Whether `liaisons.md` is generated.
    pub liaisons: bool,
    /// Whether group pages are generated.
    pub group_pages: bool,
}

impl Profile {
    /// Folkmoot's own: nothing of the Kubernetes generator is assumed, comments are kept.
    pub fn folkmoot() -> Self {
        Self {
            name: "folkmoot".into(),
            data_file: "sigs.yaml".into(),
            list_file: "sig-list.md".into(),
            template_dir: String::new(),
            yaml: YamlStyle::GO_YAML_3,
            strict: false,
            rewrites_data: false,
            liaisons: true,
            group_pages: true,
        }
    }
}
