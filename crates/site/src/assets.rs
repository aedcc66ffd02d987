//! Stylesheet, scripts and logo: embedded, named by their content.

use folkmoot_model::{Community, RepoFiles};

use crate::{accent, icons};

/// What every page wears, a file a part of the site; what suits a width or paper comes last.
const STYLE: &str = concat!(
    include_str!("../assets/style/base.css"),
    include_str!("../assets/style/frame.css"),
    include_str!("../assets/style/home.css"),
    include_str!("../assets/style/group.css"),
    include_str!("../assets/style/next.css"),
    include_str!("../assets/style/talk.css"),
    include_str!("../assets/style/people.css"),
    include_str!("../assets/style/calendar.css"),
    include_str!("../assets/style/document.css"),
    include_str!("../assets/style/banner.css"),
    include_str!("../assets/style/embed.css"),
    include_str!("../assets/style/search.css"),
    include_str!("../assets/style/widths.css"),
    include_str!("../assets/style/print.css"),
);
/// What every page loads once it is read.
const SCRIPT: &str = concat!(
    include_str!("../assets/script/theme-switch.js"),
    include_str!("../assets/script/filter.js"),
    include_str!("../assets/script/time.js"),
    include_str!("../assets/script/people.js"),
    include_str!("../assets/script/calendar-time.js"),
    include_str!("../assets/script/calendar.js"),
    include_str!("../assets/script/subscribe.js"),
    include_str!("../assets/script/copy.js"),
    include_str!("../assets/script/documents.js"),
    include_str!("../assets/script/search.js"),
);
/// What must run before a page is painted: the theme that was chosen.
const THEME_SCRIPT: &str = include_str!("../assets/script/theme.js");
/// Bytes; a larger logo is left out rather than sent to every reader.
const LOGO_LIMIT: usize = 256 * 1024;

/// A file whose address changes with its content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asset {
    /// Path below the base: `assets/site-0123456789abcdef.css`.
    pub path: String,
    /// Media type, with charset where it has one.
    pub content_type: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Asset {
    fn new(name: &str, extension: &str, content_type: &'static str, bytes: Vec<u8>) -> Self {
        let hash = fingerprint(&bytes);
        Self { path: format!("assets/{name}-{hash:016x}.{extension}"), content_type, bytes }
    }
}

/// A number that changes when `bytes` do (FNV-1a, 64 bits): for cache names, no protection against malice.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// The assets of one site.
pub(crate) struct Assets {
    pub(crate) style: Asset,
    pub(crate) script: Asset,
    pub(crate) theme: Asset,
    /// The tab's icon of a site without a logo.
    pub(crate) icon: Asset,
    pub(crate) logo: Option<Asset>,
}

impl Assets {
    pub(crate) fn new(community: &Community, repository: &dyn RepoFiles) -> Self {
        let style = format!("{}{}", accent::theme_rules(&community.accent), squeeze(STYLE));
        let javascript = "text/javascript; charset=utf-8";
        Self {
            style: Asset::new("site", "css", "text/css; charset=utf-8", style.into_bytes()),
            script: Asset::new("site", "js", javascript, squeeze(SCRIPT).into_bytes()),
            theme: Asset::new("theme", "js", javascript, squeeze(THEME_SCRIPT).into_bytes()),
            icon: Asset::new("icon", "svg", "image/svg+xml", icon(&community.accent).into_bytes()),
            logo: logo(community, repository),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Asset> {
        [&self.style, &self.script, &self.theme, &self.icon].into_iter().chain(&self.logo)
    }

    pub(crate) fn get(&self, path: &str) -> Option<&Asset> {
        self.iter().find(|asset| asset.path == path)
    }
}

/// The logo, where it is an image in the repository. One on another host is not shown: pages ask nothing of
/// other hosts.
fn logo(community: &Community, repository: &dyn RepoFiles) -> Option<Asset> {
    let path = community.logo.trim_start_matches("./");
    let (_, extension) = path.rsplit_once('.')?;
    let (extension, content_type) = match extension.to_ascii_lowercase().as_str() {
        "svg" => ("svg", "image/svg+xml"),
        "png" => ("png", "image/png"),
        "jpg" | "jpeg" => ("jpg", "image/jpeg"),
        "webp" => ("webp", "image/webp"),
        _ => return None,
    };
    let bytes = repository.read(path).ok().filter(|bytes| bytes.len() <= LOGO_LIMIT)?;
    Some(Asset::new("logo", extension, content_type, bytes.into_owned()))
}

/// People in a ring, in the community's colour.
fn icon(accent: &str) -> String {
    let ring = icons::RING.map(|(x, y)| format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"2.8\"/>")).concat();
    let colour = accent::button_colour(accent);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"{colour}\">{ring}</svg>\n"
    )
}

/// Drops indentation, empty lines and lines that are comments; the sources keep to whole-line comments.
fn squeeze(text: &str) -> String {
    let lines = text.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*"));
    kept.fold(String::with_capacity(text.len()), |mut out, line| {
        out.push_str(line);
        out.push('\n');
        out
    })
}

#[cfg(test)]
mod tests {
    use folkmoot_model::MemoryFiles;

    use super::*;

    #[test]
    fn an_asset_is_named_by_its_content() {
        let files = MemoryFiles::new();
        let assets = Assets::new(&Community::empty(), &files);
        let again = Assets::new(&Community::empty(), &files);
        assert_eq!(assets.style.path, again.style.path);
        assert!(assets.get(&assets.script.path).is_some());
        assert!(assets.get("assets/site.css").is_none());
    }

    #[test]
    fn the_sources_keep_to_whole_line_comments() {
        for source in [STYLE, SCRIPT, THEME_SCRIPT] {
            for line in source.lines().map(str::trim).filter(|line| line.starts_with("/*")) {
                assert!(line.ends_with("*/"), "{line}");
            }
        }
    }

    #[test]
    fn no_document_can_take_an_id_that_scripts_look_for() {
        for id in SCRIPT.split("getElementById(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert_ne!(crate::markdown::anchor(id), id);
        }
    }

    #[test]
    fn scripts_and_styles_ask_nothing_of_other_hosts() {
        for source in [STYLE, SCRIPT, THEME_SCRIPT] {
            assert!(!source.contains("http:") && !source.contains("https:") && !source.contains("@import"));
        }
    }
}
