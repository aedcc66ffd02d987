//! Companies of leads, as rules count them.

use std::collections::HashMap;

use folkmoot_model::Person;

/// The company as counted: case and legal form do not tell two apart; nobody's own is none.
pub(super) fn counted(person: &Person) -> Option<String> {
    let company = person.company.trim().to_lowercase();
    let company = company.trim_end_matches('.');
    let forms = [", inc", " inc", ", llc", " llc", " gmbh", ", ltd", " ltd", " corporation", " corp"];
    let company = forms.iter().find_map(|form| company.strip_suffix(form)).unwrap_or(company);
    let nobodys = ["", "independent", "self", "self-employed", "none", "n/a", "unaffiliated", "individual"];
    (!nobodys.contains(&company)).then(|| company.to_owned())
}

/// The company that most of `people` share, with those people. The first one where several are as many.
pub(super) fn largest<'a>(people: &[&'a Person]) -> Option<Vec<&'a Person>> {
    let mut counts: Vec<Vec<&'a Person>> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    for person in people {
        let Some(company) = counted(person) else { continue };
        let at = *index.entry(company).or_insert(counts.len());
        match counts.get_mut(at) {
            Some(of_it) => of_it.push(person),
            None => counts.push(vec![person]),
        }
    }
    let most = counts.iter().map(Vec::len).max()?;
    counts.into_iter().find(|of_it| of_it.len() == most)
}
