//! Pages as files, rendered side by side.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use folkmoot_model::FileSet;
use jiff::Timestamp;

use crate::{Page, Resource, Site};

/// Threads at most; more of them wait for memory and disk.
const THREADS: usize = 16;

/// Every page in every language, and the images that documents show. What comes does not depend on the
/// number of threads.
pub(crate) fn pages(site: &Site, now: Timestamp) -> FileSet {
    let pages: Vec<Page> = site.pages().collect();
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(THREADS);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| share(site, &pages, &next, now))).collect();
        let mut files = FileSet::new();
        for worker in workers {
            match worker.join() {
                Ok(done) => files.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        files
    })
}

/// Takes one page after another until none is left: documents differ much in length.
fn share(site: &Site, pages: &[Page], next: &AtomicUsize, now: Timestamp) -> Vec<(String, Vec<u8>)> {
    let mut out = Vec::new();
    while let Some(page) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
        for locale in site.locales() {
            // A static host answers with one file where it has no page.
            if *page == Page::NotFound && locale != site.options().locale {
                continue;
            }
            let view = site.view(locale, now);
            let Some(html) = view.render(page) else { continue };
            out.push((site.file(locale, page), html.into_bytes()));
        }
        for path in site.files_shown_on(page) {
            let resource = Resource::File(path);
            if let Some(bytes) = site.resource(&resource, now) {
                out.push((resource.path(), bytes));
            }
        }
    }
    out
}
