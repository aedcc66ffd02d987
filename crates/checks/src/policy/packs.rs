//! Packs: the written rules of communities, as values of settings.

/// A value that a pack sets.
#[derive(Clone, Copy, Debug)]
pub struct PackValue {
    /// Prefix of the kind it holds for (`sig`), or `*` for every kind.
    pub kind: &'static str,
    /// The setting.
    pub setting: &'static str,
    /// The value.
    pub value: &'static str,
    /// The document that says so, in the community's own repository.
    pub source: &'static str,
}

/// A set of rules that a community can follow.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// Name, as in `policies: packs:`.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub docs: &'static str,
    /// What it sets.
    pub values: &'static [PackValue],
}

const fn rule(
    kind: &'static str,
    setting: &'static str,
    value: &'static str,
    source: &'static str,
) -> PackValue {
    PackValue { kind, setting, value, source }
}

const SIG_GOVERNANCE: &str = "kubernetes/community: committee-steering/governance/sig-governance.md";
const WG_GOVERNANCE: &str = "kubernetes/community: committee-steering/governance/wg-governance.md";
const GENERATOR: &str = "kubernetes/community: generator/app.go";
const ICON_GUIDELINES: &str = "icon-project/community: guidelines/governance/sig-governance-guidelines.md";
const ICON_SIG_PROCESS: &str = "icon-project/community: special-interest-groups/sig-proposal-process.md";
const ICON_UG_PROCESS: &str = "icon-project/community: user-groups/ug-proposal-process.md";
const TAG_GOVERNANCE: &str = "cncf/toc: tag-governance.md";
const KUBESPHERE_ROLES: &str = "kubesphere/community: ROLES.md";

/// All packs.
pub const PACKS: &[Pack] = &[
    Pack {
        name: "kubernetes",
        docs: "How Kubernetes governs its SIGs and working groups. Charters may differ: set what yours says \
               under `policies: groups:`.",
        values: &[
            rule("*", "names_exact", "yes", GENERATOR),
            rule("*", "owners_required", "yes", GENERATOR),
            rule("*", "contact_required", "yes", SIG_GOVERNANCE),
            rule("sig", "mission_required", "yes", GENERATOR),
            rule("sig", "chairs_min", "2", SIG_GOVERNANCE),
            rule("sig", "tech_leads_min", "2", SIG_GOVERNANCE),
            rule("sig", "subproject_leads_min", "2", SIG_GOVERNANCE),
            rule("sig", "charter_required", "yes", SIG_GOVERNANCE),
            rule("sig", "meeting_days_max", "21", SIG_GOVERNANCE),
            rule("sig", "recordings_required", "yes", SIG_GOVERNANCE),
            rule("sig", "subprojects_required", "yes", GENERATOR),
            rule("wg", "may_own_code", "no", WG_GOVERNANCE),
            rule("wg", "stakeholders_min", "1", WG_GOVERNANCE),
            rule("ug", "may_own_code", "no", GENERATOR),
            rule("committee", "may_have_private_list", "yes", "kubernetes/community: governance.md"),
        ],
    },
    Pack {
        name: "kubernetes-validator",
        docs: "What the Kubernetes generator refuses to run on. See the check `kubernetes-validator`.",
        values: &[
            rule("*", "names_exact", "yes", GENERATOR),
            rule("*", "owners_required", "yes", GENERATOR),
            rule("sig", "charter_required", "yes", GENERATOR),
            rule("sig", "mission_required", "yes", GENERATOR),
            rule("sig", "subprojects_required", "yes", GENERATOR),
            rule("wg", "stakeholders_min", "1", GENERATOR),
            rule("wg", "may_own_code", "no", GENERATOR),
            rule("ug", "may_own_code", "no", GENERATOR),
        ],
    },
    Pack {
        name: "kubesphere",
        docs: "How KubeSphere runs its SIGs: each has a lead; charters are not asked for.",
        values: &[
            rule("sig", "chairs_min", "1", KUBESPHERE_ROLES),
            rule("sig", "charter_required", "no", "kubesphere/community: TOC.md"),
        ],
    },
    Pack {
        name: "icon",
        docs: "How ICON charters and runs its groups.",
        values: &[
            rule("sig", "charter_required", "yes", ICON_SIG_PROCESS),
            rule("ug", "charter_required", "yes", ICON_UG_PROCESS),
            rule("sig", "charter_states", "accepted", ICON_SIG_PROCESS),
            rule("ug", "charter_states", "accepted", ICON_UG_PROCESS),
            rule("sig", "chairs_min", "1", ICON_GUIDELINES),
            rule("sig", "tech_leads_min", "1", ICON_GUIDELINES),
            rule("sig", "meeting_days_max", "31", ICON_GUIDELINES),
        ],
    },
    Pack {
        name: "cncf-tag",
        docs: "How the CNCF runs its Technical Advisory Groups.",
        values: &[
            rule("tag", "charter_required", "yes", TAG_GOVERNANCE),
            rule("tag", "meeting_days_max", "35", TAG_GOVERNANCE),
            rule("tag", "recordings_required", "yes", TAG_GOVERNANCE),
        ],
    },
];

/// The named pack.
pub(super) fn find(name: &str) -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::settings;

    #[test]
    fn packs_set_known_settings_to_values_of_their_shape() {
        for pack in PACKS {
            for value in pack.values {
                let setting = settings::find(value.setting).expect("the setting exists");
                assert!(setting.shape.accepts(value.value), "{}: {}", pack.name, value.setting);
            }
        }
    }
}
