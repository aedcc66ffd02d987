//! What a year brought: groups' parts that are new, that ended, that go on.

use std::collections::BTreeSet;

use folkmoot_model::{Community, Group};

use crate::record::{Order, Record};

/// The record at the start of a year and at its end.
#[derive(Debug)]
pub struct Past {
    /// As of 1 January of the year.
    pub start: Community,
    /// As of 1 January of the year after.
    pub end: Community,
}

/// Names by what became of them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Categories {
    /// At the end alone, in the record's order.
    pub new: Vec<String>,
    /// At the start alone, sorted. (The Kubernetes generator lists them in random order.)
    pub retired: Vec<String>,
    /// At both, in the record's order at the end.
    pub continuing: Vec<String>,
}

impl Categories {
    fn compare<'a>(start: impl Iterator<Item = &'a str>, end: impl Iterator<Item = &'a str>) -> Self {
        let mut left: BTreeSet<&str> = start.collect();
        let mut this = Self::default();
        for name in end {
            // A second subproject of the same name is new: the first took the old one's place.
            let list = if left.remove(name) { &mut this.continuing } else { &mut this.new };
            list.push(name.to_owned());
        }
        this.retired = left.into_iter().map(str::to_owned).collect();
        this
    }
}

impl Past {
    /// The subprojects of the group in directory `dir`.
    pub fn subprojects(&self, dir: &str) -> Categories {
        Categories::compare(subproject_names(&self.start, dir), subproject_names(&self.end, dir))
    }

    /// The working groups that name the SIG in directory `dir` as a stakeholder.
    pub fn working_groups(&self, dir: &str) -> Categories {
        let [start, end] = [&self.start, &self.end].map(|community| {
            let record = Record::new(community, Order::Go);
            let sigs = record.groups("sigs").iter().filter(|sig| sig.group.dir == dir);
            sigs.flat_map(|sig| sig.reporting_wgs.iter().map(|&name| name.to_owned())).collect::<Vec<_>>()
        });
        Categories::compare(start.iter().map(String::as_str), end.iter().map(String::as_str))
    }
}

fn subproject_names<'a>(community: &'a Community, dir: &'a str) -> impl Iterator<Item = &'a str> {
    let groups = community.groups.iter().filter(move |group: &&Group| group.dir == dir);
    groups.flat_map(|group| group.subprojects.iter().map(|subproject| subproject.name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_new_retired_or_continuing() {
        let told =
            Categories::compare(["zeta", "docs", "api"].into_iter(), ["api", "web", "docs"].into_iter());
        assert_eq!(told.new, ["web"]);
        assert_eq!(told.retired, ["zeta"]);
        assert_eq!(told.continuing, ["api", "docs"]);
    }

    #[test]
    fn a_second_part_of_one_name_is_new() {
        let told = Categories::compare(["api"].into_iter(), ["api", "api"].into_iter());
        assert_eq!((told.continuing, told.new), (vec!["api".to_owned()], vec!["api".to_owned()]));
    }
}
