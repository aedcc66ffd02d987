//! What people allowed: comments in files, `allow` and `waivers` in `community.yaml`.
//!
//! A finding is allowed where somebody said so with a reason:
//!
//! - in YAML, a comment on the line or above it: `# folkmoot: allow missing-charter -- forming until May`.
//!   Above the first line of a group it covers that finding in the whole group;
//! - in Markdown, the same in an HTML comment: `<!-- folkmoot: allow link-target-missing -- generated -->`;
//! - in `community.yaml`, under `allow` for paths, or under `waivers` for a group, by somebody, until a day.

mod comment;
mod glob;

pub(crate) mod allow_without_reason;
pub(crate) mod unknown_check;
pub(crate) mod unused_allow;
pub(crate) mod waiver_expired;

use std::collections::HashMap;

use folkmoot_diagnostics::{Diagnostic, FileId, Span};
use folkmoot_model::{Allow, Group, Waiver};

use self::comment::Comment;
pub(crate) use self::comment::MARK;
use crate::{Context, Findings, group_key};

/// Everything that is allowed, and what of it was needed.
pub(crate) struct Allowances<'a> {
    allows: Vec<(&'a Allow, bool)>,
    waivers: Vec<(&'a Waiver, bool)>,
    /// Indices of both by the name of the check.
    allows_of: HashMap<&'a str, Vec<usize>>,
    waivers_of: HashMap<&'a str, Vec<usize>>,
    comments: Vec<(Comment, bool)>,
    /// Comments by the line they speak of.
    by_line: HashMap<(FileId, usize), Vec<usize>>,
    /// Groups as findings name them.
    groups: HashMap<String, &'a Group>,
}

impl<'a> Allowances<'a> {
    /// Everything allowed in `community.yaml` and in the files read so far, and in the Markdown that was looked
    /// through: what is allowed where nothing was found is no longer needed.
    pub(crate) fn gather(context: &Context<'a>) -> Self {
        for page in context.surveyed().into_iter().flat_map(|survey| &survey.pages) {
            if page.may_allow && page.document.is_some() {
                context.open(&page.path);
            }
        }
        let policies = &context.community.policies;
        let comments: Vec<_> =
            comment::all(context.sources()).into_iter().map(|comment| (comment, false)).collect();
        let mut by_line: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, (comment, _)) in comments.iter().enumerate() {
            by_line.entry((comment.span.file, comment.line)).or_default().push(index);
        }
        let nothing_by_group = comments.is_empty() && policies.waivers.is_empty();
        let mut groups = HashMap::new();
        for group in context.groups().filter(|_| !nothing_by_group) {
            groups.insert(group_key(group), group);
        }
        Self {
            allows: policies.allow.iter().map(|allow| (allow, false)).collect(),
            waivers: policies.waivers.iter().map(|waiver| (waiver, false)).collect(),
            allows_of: indices(policies.allow.iter().map(|allow| allow.check.as_str())),
            waivers_of: indices(policies.waivers.iter().map(|waiver| waiver.check.as_str())),
            comments,
            by_line,
            groups,
        }
    }

    /// Whether somebody allowed this; what allowed it counts as used.
    pub(crate) fn allows(&mut self, context: &Context<'_>, finding: &Diagnostic) -> bool {
        let by_comment = self.by_comment(context, finding);
        let by_allow = self.by_allow(context, finding);
        let by_waiver = self.by_waiver(context, finding);
        by_comment || by_allow || by_waiver
    }

    fn by_comment(&mut self, context: &Context<'_>, finding: &Diagnostic) -> bool {
        if self.comments.is_empty() {
            return false;
        }
        let group = finding.group.as_deref().and_then(|dir| self.groups.get(dir));
        let places = [finding.span(), group.map(|group| group.span)];
        let mut allowed = false;
        for span in places.into_iter().flatten() {
            let line = line_of(context, span);
            for &index in self.by_line.get(&(span.file, line)).map_or(&[][..], Vec::as_slice) {
                let (comment, used) = &mut self.comments[index];
                if comment.is_reasoned() && comment.names(finding.code) {
                    (*used, allowed) = (true, true);
                }
            }
        }
        allowed
    }

    fn by_allow(&mut self, context: &Context<'_>, finding: &Diagnostic) -> bool {
        let mut allowed = false;
        for &index in self.allows_of.get(finding.code).map_or(&[][..], Vec::as_slice) {
            let (allow, used) = &mut self.allows[index];
            if allow.reason.trim().is_empty() {
                continue;
            }
            let path = finding.span().map(|span| context.sources().get(span.file));
            let path = path.as_ref().map_or("", |file| file.path());
            if allow.paths.is_empty() || allow.paths.iter().any(|pattern| glob::matches(pattern, path)) {
                (*used, allowed) = (true, true);
            }
        }
        allowed
    }

    fn by_waiver(&mut self, context: &Context<'_>, finding: &Diagnostic) -> bool {
        let mut allowed = false;
        for &index in self.waivers_of.get(finding.code).map_or(&[][..], Vec::as_slice) {
            let (waiver, used) = &mut self.waivers[index];
            let group = finding.group.as_deref().and_then(|key| self.groups.get(key));
            let meant = waiver.group.is_empty()
                || group.is_some_and(|group| {
                    let wanted = waiver.group.as_str();
                    let names = [group.dir.as_str(), group.kind.key.as_str(), group.kind.prefix.as_str()];
                    names.contains(&wanted) || group.id() == wanted
                });
            if !meant {
                continue;
            }
            // An expired waiver was needed all the same: it is reported as expired, not as unused.
            *used = true;
            allowed |= waiver_expired::holds(waiver, context.today) && !waiver.reason.trim().is_empty();
        }
        allowed
    }

    /// What is wrong with the allowances themselves.
    pub(crate) fn findings(&self, context: &Context<'_>) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        let mut run = |check: &'static crate::Check, find: &dyn Fn(&mut Findings)| {
            let mut findings = Findings::new(check);
            find(&mut findings);
            out.append(&mut findings.into_vec());
        };
        run(&allow_without_reason::CHECK, &|out| allow_without_reason::find(self, out));
        run(&unknown_check::CHECK, &|out| unknown_check::find(self, context, out));
        run(&unused_allow::CHECK, &|out| unused_allow::find(self, context, out));
        run(&waiver_expired::CHECK, &|out| waiver_expired::find(self, context, out));
        out
    }
}

/// Where each name stands in a list.
fn indices<'n>(names: impl Iterator<Item = &'n str>) -> HashMap<&'n str, Vec<usize>> {
    let mut out: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, name) in names.enumerate() {
        out.entry(name).or_default().push(index);
    }
    out
}

/// The line on which `span` begins, from 1.
fn line_of(context: &Context<'_>, span: Span) -> usize {
    context.sources().get(span.file).position(span.start as usize).line
}
