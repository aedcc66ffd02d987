//! What is kept of the group's work: notes and recordings of meetings, reports of the years, former leads.

use folkmoot_model::{EntryKind, Group};
use maud::{Markup, html};

use crate::address::resolve;
use crate::{View, dates, icons, meeting, people, reach};

/// Dated records that the page names; the rest is one link away.
const RECORDS: usize = 6;

/// Notes and recordings.
pub(super) fn notes(view: &View<'_>, group: &Group) -> Markup {
    let dir = group.dir.as_str();
    let mut records: Vec<_> = group.records.iter().collect();
    records.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.path.cmp(&b.path)));
    let records = records
        .into_iter()
        .filter_map(|record| Some((record, resolve(view, &format!("/{}", record.path), "")?)))
        .take(RECORDS);
    let records: Vec<_> = records.collect();
    // A series with an archive of its own is told by its name.
    let series: Vec<_> = group
        .all_meetings()
        .flat_map(|(_, series)| {
            let name = meeting::name(view, series);
            let notes =
                resolve(view, &series.archive_url, dir).map(|to| (to, icons::document(), "kept-notes-of"));
            let films = resolve(view, &series.recordings_url, dir)
                .map(|to| (to, icons::recording(), "kept-recordings-of"));
            let links = notes.into_iter().chain(films);
            links.map(move |(to, icon, id)| (to, icon, id, name.clone()))
        })
        .collect();
    let is_empty = records.is_empty() && series.is_empty() && group.notes.is_empty();
    html! {
        section aria-labelledby="notes" {
            h2 id="notes" { (view.text("kept-notes")) }
            @if is_empty {
                p.empty { (view.rich("kept-no-notes", [("key", html! { code { "archive_url" } })])) }
            }
            @if !records.is_empty() {
                ul.links.dated {
                    @for (record, address) in &records {
                        li { (icons::document()) a href=(address.href) { (dates::full(view, record.date)) } }
                    }
                }
            }
            @if !group.notes.is_empty() { (reach::links(view, &group.notes, dir, &icons::document())) }
            @if !series.is_empty() {
                ul.links.kept {
                    @for (address, icon, id, name) in &series {
                        li { (icon) a href=(address.href) { (view.text_with(id, [("series", name.as_str().into())])) } }
                    }
                }
            }
        }
    }
}

/// Reports of the years and former leads; nothing where nothing is kept.
pub(super) fn history(view: &View<'_>, group: &Group) -> Markup {
    let former = &group.leadership.emeritus_leads;
    let reports = reports(view, group);
    html! {
        @if !former.is_empty() || !reports.is_empty() {
            section aria-labelledby="history" {
                h2 id="history" { (view.text("kept-history")) }
                dl.facts {
                    @if !reports.is_empty() {
                        div {
                            dt { (view.text("kept-reports")) }
                            dd { p.tags { @for (year, href) in &reports { a href=(href) { (year) } } } }
                        }
                    }
                    @if !former.is_empty() {
                        div {
                            dt { (view.text("group-former")) }
                            dd { p { (view.rich("group-thanks", [("people", people::names(view, former))])) } }
                        }
                    }
                }
            }
        }
    }
}

/// Years and addresses of `annual-report-2024.md` in the group's directory, the latest first.
fn reports(view: &View<'_>, group: &Group) -> Vec<(String, String)> {
    let dir = group.dir.trim_matches('/');
    if dir.is_empty() {
        return Vec::new();
    }
    let entries = view.repository().entries(dir).into_iter().filter(|(_, kind)| *kind == EntryKind::File);
    let mut out: Vec<(String, String)> = entries
        .filter_map(|(name, _)| {
            let year = name.strip_prefix("annual-report-")?.strip_suffix(".md")?;
            let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            let address = resolve(view, &name, dir).filter(|_| is_year)?;
            Some((year.to_owned(), address.href))
        })
        .collect();
    out.sort_by(|a, b| b.0.cmp(&a.0));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Site;

    #[test]
    fn reports_of_the_years_are_found_by_their_names() {
        let files =
            [("annual-report-2023.md", ""), ("annual-report-2024.md", ""), ("annual-report-next.md", "")];
        let files = files.map(|(name, text)| (format!("sig-docs/{name}"), text));
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        let site = Site::sample(&files);
        let view = site.english();
        let years: Vec<String> =
            reports(&view, &site.community().groups[0]).into_iter().map(|(year, _)| year).collect();
        assert_eq!(years, ["2024", "2023"]);
    }

    #[test]
    fn a_group_without_notes_is_told_where_they_go() {
        let site = Site::sample(&[]);
        let html = notes(&site.english(), &site.community().groups[0]).into_string();
        assert!(html.contains("archive_url"), "{html}");
    }
}
