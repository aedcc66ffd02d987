//! Groups: how they are named, what they must say, who may own what.

mod naming;

pub(crate) mod dir_leaves_repository;
pub(crate) mod dir_mismatch;
pub(crate) mod dirs_differ_by_case;
pub(crate) mod entry_without_folder;
pub(crate) mod folder_without_entry;
pub(crate) mod label_mismatch;
pub(crate) mod missing_charter;
pub(crate) mod missing_contact;
pub(crate) mod missing_lead;
pub(crate) mod missing_mission;
pub(crate) mod missing_owners;
pub(crate) mod missing_subproject;
pub(crate) mod owner_url_not_a_path;
pub(crate) mod private_list_on_open_group;
pub(crate) mod stakeholder_unknown;
pub(crate) mod stakeholders_on_sig;
pub(crate) mod wg_owns_code;
pub(crate) mod wg_without_stakeholders;

use folkmoot_model::Group;

/// Whether a group is over: nothing is asked of it any more.
pub(crate) fn is_over(group: &Group) -> bool {
    group.is_retired()
}
