//! A table of one group's people, one a row.

use crate::columns::{self, Column, Meaning};
use crate::inline::{Inline, plain};
use crate::kind::Kind;
use crate::markdown::Row;
use crate::people::{self, Mention, Person};
use crate::reading::Reading;
use crate::report::Fact;
use crate::role::Reading as RoleReading;
use crate::table::picture_account;

/// Takes a table of one group's people. Says whether it is one.
pub(crate) fn read(
    page: &mut Reading<'_, '_>,
    group: usize,
    header: &Row,
    rows: &[Row],
    usual: Option<&RoleReading>,
) -> bool {
    let committee = page.group(group).kind == Kind::COMMITTEE;
    let meanings = columns::assign(header, rows, committee);
    let role = meanings.iter().find_map(|meaning| match &meaning.column {
        // Handles in a table of talks are no leads: the heading must say the role, or the section.
        Column::People(role) if meaning.guess.is_none() => Some(role.clone()),
        _ => None,
    });
    let has_people =
        meanings.iter().any(|meaning| matches!(meaning.column, Column::Handle | Column::Avatar(_)))
            || rows.iter().any(|row| row.cells.iter().any(columns::names_people));
    let (true, Some(usual)) = (has_people, role.as_ref().or(usual)) else { return false };
    let words = meanings
        .iter()
        .map(|meaning| meaning.heading.as_str())
        .filter(|heading| !heading.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    page.enter(
        header.line,
        Fact::page("columns", format!("people ({words}): {}", usual.role.word())),
        usual.guess.as_deref(),
    );
    page.ledger.read(header.line + 1, Fact::page("layout", "the line under the table's header"));
    for row in rows {
        let mut person = Person::default();
        let mut left = Vec::new();
        for (meaning, cell) in meanings.iter().zip(&row.cells) {
            person_cell(meaning, cell, &mut person, &mut left);
        }
        if person.name.is_empty() && person.github.is_empty() {
            page.ledger.left(row.line, page.ledger.line(row.line), "a row that names nobody");
            continue;
        }
        let mention = Mention { person, left, ..Mention::default() };
        page.seats(group, row.line, vec![mention], Some(usual));
    }
    true
}

fn person_cell(meaning: &Meaning, cell: &[Inline], person: &mut Person, left: &mut Vec<String>) {
    if let Some(account) = cell.iter().find_map(picture_account) {
        person.account = Some(account);
    }
    let text = plain(cell);
    if text.is_empty() {
        return;
    }
    match meaning.column {
        Column::Company => person.company = text,
        Column::Name | Column::People(_) | Column::Handle | Column::Avatar(_) => {
            let Some(mention) = people::read(cell, false, true).into_iter().next() else { return };
            let as_handle = meaning.column == Column::Handle && mention.person.github.is_empty();
            if person.github.is_empty() {
                person.github =
                    if as_handle { text.trim_start_matches('@').to_owned() } else { mention.person.github };
            }
            if person.name.is_empty() && !as_handle && meaning.column != Column::Handle {
                person.name = mention.person.name;
            }
        }
        _ => left.push(format!("{}: {text}", meaning.heading)),
    }
}
