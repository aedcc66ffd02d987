//! The functions that the Kubernetes generator adds to Go's own.

use folkmoot_gotemplate::{CallError, Function, Functions, Record as Fields, Signature, Type, Value};
use jiff::Zoned;
use jiff::civil::date;
use jiff::tz::TimeZone;

use crate::annual::{AnnualReport, Categories, Past, Proposal, Releases};
use crate::go_time::GoTime;
use crate::links::{escape_query, github_page, org_repo_path};
use crate::own_functions;
use crate::record::Record;

/// What functions answer from, beside their arguments.
pub(crate) struct Surroundings<'a> {
    record: &'a Record<'a>,
    now: Zoned,
    /// The year that `lastYear` gives.
    pub(crate) last_year: i16,
    report: Option<&'a AnnualReport>,
}

impl<'a> Surroundings<'a> {
    pub(crate) fn new(record: &'a Record<'a>, now: &Zoned, report: Option<&'a AnnualReport>) -> Self {
        let this_year = report.map_or(now.year(), |report| report.year.saturating_add(1));
        // A report that is made in another year than the one after is made as on that year's first day, so
        // that the dates in it fit.
        let new_year = || date(this_year, 1, 1).to_zoned(TimeZone::UTC);
        let now =
            if now.year() == this_year { now.clone() } else { new_year().unwrap_or_else(|_| now.clone()) };
        Self { record, now, last_year: this_year.saturating_sub(1), report }
    }
}

/// The functions by name.
pub(crate) fn functions<'a>(around: &Surroundings<'a>) -> Functions<'a> {
    let Surroundings { record, ref now, last_year, report } = *around;
    let now = now.clone();
    let releases = report.map(|report| &report.releases);
    let proposals = report.map_or(&[][..], |report| report.proposals.as_slice());
    let past = report.and_then(|report| report.past.as_ref());
    let mut all = Functions::new();
    all.add_text("tzUrlEncode", escape_query)
        .add_text_part("trimSpace", |text| trim_space(text).into())
        .add_text_part("githubURL", github_page)
        .add_text_part("orgRepoPath", org_repo_path)
        .add_text("toUpper", go_upper)
        // Of the label generator that some communities keep beside this one.
        .add_text("anchor", |text| text.replace('/', "").to_lowercase());
    all.add(
        "trimSuffix",
        Function::new(Signature::of([Type::Text, Type::Text]), |arguments| {
            let [Value::Text(text), Value::Text(suffix)] = arguments else { return Err(misfit()) };
            let (whole, suffix) = (text.to_str(), suffix.to_str());
            Ok(whole
                .strip_suffix(&*suffix)
                .map_or_else(|| arguments[0].clone(), |rest| Value::text(rest.to_owned())))
        }),
    );
    all.add("now", Function::new(Signature::none(), move |_| Ok(Value::object(GoTime(now.clone())))));
    all.add("lastYear", Function::new(Signature::none(), move |_| Ok(Value::text(last_year.to_string()))));
    all.add(
        "getReleases",
        Function::new(Signature::none(), move |_| Ok(releases.cloned().unwrap_or_default().value())),
    );
    let releases_type = Type::strukt("main.Releases");
    all.add(
        "filterKEPs",
        Function::new(Signature::of([Type::Text, releases_type]), move |arguments| {
            let [Value::Text(sig), Value::Object(releases)] = arguments else { return Err(misfit()) };
            let field = |name| match releases.field(name) {
                Some(Value::Text(text)) => text.to_str().into_owned(),
                _ => String::new(),
            };
            let releases = Releases {
                latest: field("Latest"),
                latest_minus_one: field("LatestMinusOne"),
                latest_minus_two: field("LatestMinusTwo"),
            };
            Ok(Proposal::by_stage(proposals, &sig.to_str(), &releases))
        }),
    );
    all.add("getCategorizedSubprojects", past_function(past, Past::subprojects));
    all.add("getCategorizedWorkingGroups", past_function(past, Past::working_groups));
    own_functions::add(&mut all, record);
    all
}

fn past_function<'a>(
    past: Option<&'a Past>,
    of_group: impl Fn(&Past, &str) -> Categories + 'a,
) -> Function<'a> {
    Function::new(Signature::of([Type::Text]), move |arguments| {
        let [dir] = texts(arguments)?;
        match past {
            Some(past) => Ok(of_group(past, &dir).value()),
            None => Err(CallError::new("the repository's history is read for annual reports alone")),
        }
    })
}

pub(crate) fn texts<const N: usize>(arguments: &[Value<'_>]) -> Result<[String; N], CallError> {
    let mut texts = Vec::with_capacity(N);
    for argument in arguments {
        let Value::Text(text) = argument else { return Err(misfit()) };
        texts.push(text.to_str().into_owned());
    }
    texts.try_into().map_err(|_| misfit())
}

fn misfit() -> CallError {
    CallError::new("the arguments do not fit the function")
}

/// Go's `strings.TrimSpace`: what Unicode calls white space, which for Go ends with NEL and NBSP as for Rust.
fn trim_space(text: &str) -> &str {
    text.trim()
}

/// Go's `strings.ToUpper`: one character for one, so `ß` stays.
pub(crate) fn go_upper(text: &str) -> String {
    let upper = |letter: char| {
        let mut mapped = letter.to_uppercase();
        if mapped.len() == 1 { mapped.next().unwrap_or(letter) } else { letter }
    };
    text.chars().map(upper).collect()
}

/// Go's `strings.ToLower`: one character for one, whatever stands beside it.
pub(crate) fn go_lower(text: &str) -> String {
    text.chars().map(|letter| letter.to_lowercase().next().unwrap_or(letter)).collect()
}

impl Releases {
    fn value<'a>(&self) -> Value<'a> {
        let record = Fields::new("main.Releases")
            .with("Latest", self.latest.clone())
            .with("LatestMinusOne", self.latest_minus_one.clone())
            .with("LatestMinusTwo", self.latest_minus_two.clone());
        Value::object(record)
    }
}

impl Categories {
    /// A map, as the generator makes it: what is empty has no key.
    fn value<'a>(self) -> Value<'a> {
        let filled = [("New", self.new), ("Retired", self.retired), ("Continuing", self.continuing)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty());
        let entries = filled.map(|(key, names)| {
            let names: Vec<Value<'a>> = names.into_iter().map(Value::text).collect();
            (key, Value::list(Type::Text, names))
        });
        Value::map(Type::list(Type::Text), entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_mapped_one_by_one_as_in_go() {
        assert_eq!(go_upper("sig ß é"), "SIG ß É");
        assert_eq!(go_lower("ΑΣ İ"), "ας i".replace('ς', "σ"));
    }
}
