//! A community's rules as settings, and who is excused from which.

use folkmoot_diagnostics::Span;
use jiff::civil::Date;

use crate::Text;

/// A setting of a rule, for the community or for one group.
#[derive(Clone, PartialEq, Debug)]
pub struct PolicyValue {
    /// Directory or id of the group; `None` for the community.
    pub group: Option<Text>,
    /// Name of the setting: `chairs_min`.
    pub name: Text,
    /// The value as written: `2`, `off`.
    pub value: Text,
}

/// A recorded excuse: this finding, for this group, by this person, until this day.
#[derive(Clone, PartialEq, Debug)]
pub struct Waiver {
    /// Name of the check.
    pub check: Text,
    /// Directory or id of the group; absent for the whole community.
    pub group: Text,
    /// Who granted it.
    pub by: Text,
    /// Why.
    pub reason: Text,
    /// Last day it holds.
    pub until: Option<Date>,
    /// The whole mapping.
    pub span: Span,
}

/// A check that the community turned off, everywhere or under some paths, with its reason.
#[derive(Clone, PartialEq, Debug)]
pub struct Allow {
    /// Name of the check.
    pub check: Text,
    /// Paths (a trailing `/**` or `*` matches); empty for everywhere.
    pub paths: Vec<Text>,
    /// Why; required.
    pub reason: Text,
    /// The whole mapping.
    pub span: Span,
}

/// Rules: packs, settings that override them, waivers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Policies {
    /// Names of packs: `kubernetes`, `kubesphere`, `icon`, `cncf-tag`, `kubernetes-validator`.
    pub packs: Vec<Text>,
    /// Overrides.
    pub values: Vec<PolicyValue>,
    /// Waivers.
    pub waivers: Vec<Waiver>,
    /// Checks turned off.
    pub allow: Vec<Allow>,
}
