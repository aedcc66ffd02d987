//! Where the links and images of a text lead.

use super::anchors::{Anchors, anchor, fragment};
use super::body::{FILES, PAGES};
use super::{RawHtml, escape::escape};
use crate::address::{self, Target};
use crate::base::encode_path;
use crate::{Site, picture};

/// The links of one text.
pub(super) struct Links<'a> {
    site: &'a Site,
    dir: &'a str,
    raw_html: RawHtml,
    /// Files that the text shows or links.
    pub(super) files: Vec<String>,
}

impl<'a> Links<'a> {
    pub(super) fn new(site: &'a Site, dir: &'a str, raw_html: RawHtml) -> Self {
        Self { site, dir, raw_html, files: Vec::new() }
    }

    /// The value of `href` for `to`, escaped, with slots; `None` where it leads nowhere good.
    pub(super) fn href(&mut self, to: &str, anchors: &Anchors) -> Option<String> {
        let to = to.trim();
        let target = match to.strip_prefix('#') {
            // A document means itself; a field means the README that it is written into.
            Some(name) if self.raw_html == RawHtml::Sanitised => {
                let id = anchor(name);
                let lower = id.to_lowercase();
                // GitHub leads to `#scope` from `#Scope` too.
                let id = if !anchors.has(&id) && anchors.has(&lower) { lower } else { id };
                return (!id.is_empty()).then(|| fragment(&id));
            }
            Some(_) => address::target(self.site, &format!("README.md{to}"), self.dir)?,
            None => address::target(self.site, to, self.dir)?,
        };
        Some(self.written(target))
    }

    fn written(&mut self, target: Target) -> String {
        let mut out = String::new();
        match target {
            Target::Elsewhere(href) => escape(&mut out, &href),
            Target::Page(page, fragment) => {
                out.push(PAGES);
                out.push_str(&encode_path(&page.path()));
                out.push_str(&fragment);
            }
            Target::File(path) => {
                out.push(FILES);
                out.push_str(&encode_path(&picture::address(&path)));
                self.files.push(path);
            }
        }
        out
    }

    /// An image of the repository as `src` with its width and height; `None` for all others: pages ask nothing
    /// of other hosts.
    pub(super) fn image(&mut self, to: &str) -> Option<(String, Option<(u32, u32)>)> {
        let Some(Target::File(path)) = address::target(self.site, to, self.dir) else { return None };
        let size = picture::size(self.site.repository(), &path)?;
        Some((self.written(Target::File(path)), size))
    }
}
