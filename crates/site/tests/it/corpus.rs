//! Real communities, where they are at hand.

use std::fs;
use std::path::PathBuf;

use folkmoot_model::MemoryFiles;
use folkmoot_site::Site;

use crate::fixture::{english, site};
use crate::html::{assert_outline, read};

fn corpus() -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus"));
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("SKIPPED: no corpus at {}", path.display());
    None
}

/// Real communities with their names and the addresses that are nobody's business.
#[allow(clippy::disallowed_methods, reason = "a test may read files")]
pub(crate) fn communities() -> Vec<(&'static str, Site, Vec<String>)> {
    let Some(corpus) = corpus() else { return Vec::new() };
    let read = |(name, file, groups): (&'static str, &str, usize)| {
        let bytes = fs::read(corpus.join(name).join(file)).expect("readable");
        let private = e_mail_addresses(&String::from_utf8_lossy(&bytes));
        let files = MemoryFiles::new().with(file, bytes);
        let (community, _) = folkmoot_model::load(&files);
        assert!(community.groups.len() >= groups.min(1), "{name}: {}", community.groups.len());
        (name, site(community, files), private)
    };
    let all = [
        ("kubernetes", "sigs.yaml", 35),
        ("kubevirt", "sigs.yaml", 14),
        ("kubeflow", "wgs.yaml", 8),
        ("cilium", "sigs.yaml", 1),
        ("operate-first", "sigs.yaml", 3),
        ("open-services-group", "sigs.yaml", 3),
    ];
    all.into_iter().map(read).collect()
}

#[test]
fn every_page_of_real_communities_is_sound() {
    for (name, site, addresses) in communities() {
        for page in site.pages() {
            let html = english(&site).render(&page).expect("a page");
            assert!(html.len() < 300_000, "{name} {page:?}: {} bytes", html.len());
            assert_outline(&read(&html));
            for address in &addresses {
                assert!(!html.contains(address.as_str()), "{name} {page:?} shows {address}");
            }
        }
    }
}

/// Addresses of people: the values of `email` keys.
fn e_mail_addresses(yaml: &str) -> Vec<String> {
    let values = yaml.lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("email:"));
    values
        .map(|value| value.trim().trim_matches('"').to_owned())
        .filter(|value| value.contains('@'))
        .collect()
}
