//! Which value of a setting holds for which group, and by whose word.

use std::collections::HashMap;

use folkmoot_diagnostics::{Diagnostic, Severity, Span};
use folkmoot_model::{Community, Group, PolicyValue};

use super::packs::{self, Pack, PackValue};
use super::settings::{self, Setting};
use crate::group_key;

/// By whose word a value holds.
#[derive(Clone, Copy, Debug)]
pub enum Authority {
    /// `community.yaml` sets it, here.
    Community(Span),
    /// A pack sets it.
    Pack {
        /// The pack.
        pack: &'static Pack,
        /// The document behind the value.
        source: &'static str,
        /// Whether `community.yaml` names the pack, rather than the layout of the repository implying it.
        chosen: bool,
    },
    /// Nobody: it is what holds where nothing is said.
    Default,
}

impl Authority {
    /// How bad a breach is. What nobody of this community chose is a note at most.
    pub fn severity(self, of_the_check: Severity) -> Severity {
        match self {
            Self::Community(_) | Self::Pack { chosen: true, .. } => of_the_check,
            Self::Pack { chosen: false, .. } | Self::Default => of_the_check.min(Severity::Note),
        }
    }

    /// Says in `finding` by whose word the rule holds, and settles its severity.
    pub fn cite(self, mut finding: Diagnostic) -> Diagnostic {
        finding.severity = self.severity(finding.severity);
        match self {
            Self::Community(span) => finding.at(span, "the rule is set here"),
            Self::Pack { pack, source, .. } => {
                finding.why(format!("the policy pack `{}` asks for it ({source})", pack.name))
            }
            Self::Default => finding,
        }
    }
}

/// A value and by whose word it holds.
#[derive(Clone, Copy, Debug)]
pub struct Ruled<T> {
    /// The value.
    pub value: T,
    /// By whose word.
    pub by: Authority,
}

/// The pack of what the Kubernetes generator refuses.
const VALIDATOR: &str = "kubernetes-validator";

/// Packs and overrides of one community, resolved.
#[derive(Debug)]
pub struct Rules<'a> {
    /// Packs in the order named; a later one wins.
    packs: Vec<(&'static Pack, bool)>,
    everywhere: HashMap<&'a str, &'a PolicyValue>,
    /// By directory, id, key or prefix of the kind.
    by_group: HashMap<&'a str, HashMap<&'a str, &'a PolicyValue>>,
    /// Groups as findings name them; empty where no value is for a group.
    groups: HashMap<String, &'a Group>,
}

impl<'a> Rules<'a> {
    /// The rules of `community`: its own, else those its repository's layout implies.
    pub fn of(community: &'a Community) -> Self {
        let policies = &community.policies;
        let mut rules = Self {
            packs: Vec::new(),
            everywhere: HashMap::new(),
            by_group: HashMap::new(),
            groups: HashMap::new(),
        };
        // The generator refuses what its validator refuses, whatever rules the community names.
        if community.profile.strict && !policies.packs.iter().any(|name| name.as_str() == VALIDATOR) {
            rules.packs.extend(packs::find(VALIDATOR).map(|pack| (pack, false)));
        }
        let (names, chosen): (Vec<&str>, bool) = match policies.packs.is_empty() {
            true => (implied_pack(community).into_iter().collect(), false),
            false => (policies.packs.iter().map(|name| name.as_str()).collect(), true),
        };
        rules.packs.extend(names.into_iter().filter_map(packs::find).map(|pack| (pack, chosen)));
        for value in &policies.values {
            let target = match &value.group {
                Some(group) => rules.by_group.entry(group.as_str()).or_default(),
                None => &mut rules.everywhere,
            };
            target.insert(value.name.as_str(), value);
        }
        if !rules.by_group.is_empty() {
            rules.groups = community.groups.iter().map(|group| (group_key(group), group)).collect();
        }
        rules
    }

    /// Whether the pack of that name holds, and if so, whether `community.yaml` names it.
    pub fn follows(&self, pack: &str) -> Option<bool> {
        self.packs.iter().find(|(known, _)| known.name == pack).map(|(_, chosen)| *chosen)
    }

    /// The number that `setting` has for `group`.
    pub fn count(&self, setting: &'static str, group: &Group) -> Option<Ruled<usize>> {
        self.ruled(setting, group, settings::count)
    }

    /// The share that `setting` has for `group`: part and whole.
    pub fn share(&self, setting: &'static str, group: &Group) -> Option<Ruled<(u64, u64)>> {
        self.ruled(setting, group, settings::share)
    }

    /// Whether `setting` is `yes` for `group`.
    pub fn switch(&self, setting: &'static str, group: &Group) -> Option<Ruled<bool>> {
        self.ruled(setting, group, settings::switch)
    }

    /// The words that `setting` lists for `group`, lower case.
    pub fn words(&self, setting: &'static str, group: &Group) -> Option<Ruled<Vec<String>>> {
        self.ruled(setting, group, |text| Some(settings::words(text).collect::<Vec<_>>()))
    }

    /// The severity of a finding after what the community says of its check; `None` where it is off.
    pub fn severity(&self, finding: &Diagnostic) -> Option<Severity> {
        let group = finding.group.as_deref().and_then(|key| self.groups.get(key));
        let of_group = group.and_then(|group| self.of_group(finding.code, group));
        let Some(value) = of_group.or_else(|| self.everywhere.get(finding.code).copied()) else {
            return Some(finding.severity);
        };
        severity_named(&value.value).unwrap_or(Some(finding.severity))
    }

    fn ruled<T>(
        &self,
        setting: &'static str,
        group: &Group,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Ruled<T>> {
        let setting = settings::find(setting).expect("invariant: checks ask for settings of the list");
        let (text, by) = self.lookup(setting, group)?;
        if settings::is_off(text) {
            return None;
        }
        read(text).map(|value| Ruled { value, by })
    }

    /// The value that `community.yaml` gives this group under any of its names.
    fn of_group(&self, name: &str, group: &Group) -> Option<&'a PolicyValue> {
        if self.by_group.is_empty() {
            return None;
        }
        let id = group.id();
        let names = [group.dir.as_str(), id.as_str(), group.kind.key.as_str(), group.kind.prefix.as_str()];
        names.iter().find_map(|group| self.by_group.get(group)?.get(name).copied())
    }

    fn lookup(&self, setting: &'static Setting, group: &Group) -> Option<(&str, Authority)> {
        let own = |value: &&'a PolicyValue| (value.value.as_str(), Authority::Community(value.value.span()));
        if let Some(value) = self.of_group(setting.name, group) {
            return Some(own(&value));
        }
        if let Some(value) = self.everywhere.get(setting.name) {
            return Some(own(value));
        }
        for (pack, chosen) in self.packs.iter().rev() {
            let of_kind = |kind: &str| {
                let holds = |value: &&PackValue| value.setting == setting.name && value.kind == kind;
                pack.values.iter().find(holds)
            };
            if let Some(value) = of_kind(&group.kind.prefix).or_else(|| of_kind("*")) {
                let by = Authority::Pack { pack, source: value.source, chosen: *chosen };
                return Some((value.value, by));
            }
        }
        (!setting.default.is_empty()).then_some((setting.default, Authority::Default))
    }
}

/// `off`, `note`, `warning`, `error`; outer `None` for any other word.
#[allow(clippy::option_option, reason = "unreadable and off are different answers")]
pub(super) fn severity_named(text: &str) -> Option<Option<Severity>> {
    match text.trim().to_ascii_lowercase().as_str() {
        // YAML 1.1 habits: `off` may have been read as a boolean by whoever wrote the file.
        "off" | "no" | "false" => Some(None),
        "note" => Some(Some(Severity::Note)),
        "warning" => Some(Some(Severity::Warning)),
        "error" => Some(Some(Severity::Error)),
        _ => None,
    }
}

/// The pack that the layout of the repository speaks for, where `community.yaml` names none.
fn implied_pack(community: &Community) -> Option<&'static str> {
    match community.profile.name.as_str() {
        "kubernetes" => Some("kubernetes"),
        "kubesphere" => Some("kubesphere"),
        "icon" => Some("icon"),
        "cncf-toc" => Some("cncf-tag"),
        _ => None,
    }
}
