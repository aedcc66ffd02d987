//! Ways to subscribe to a calendar.

use crate::base::encode_path;

/// The addresses under which calendar programs take a feed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subscription {
    /// The feed itself, to copy.
    pub https: String,
    /// Opens the machine's own calendar program: Apple's, Thunderbird, Evolution, KOrganizer.
    pub webcal: String,
    /// Google Calendar.
    pub google: String,
    /// Outlook on the web, private accounts.
    pub outlook: String,
    /// Outlook on the web, accounts of work or school.
    pub office365: String,
}

impl Subscription {
    /// The ways to subscribe to the feed at an absolute address (`https://…`), called `title`.
    pub fn new(address: &str, title: &str) -> Self {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let webcal = format!("webcal://{rest}");
        let (encoded, named) = (component(address), component(title));
        let outlook = |host: &str| format!("https://{host}/calendar/0/addfromweb?url={encoded}&name={named}");
        Self {
            https: address.to_owned(),
            // Google takes an address as a subscription, not as a one-off import, only as `webcal:`.
            google: format!("https://calendar.google.com/calendar/r?cid={}", component(&webcal)),
            outlook: outlook("outlook.live.com"),
            office365: outlook("outlook.office.com"),
            webcal,
        }
    }
}

/// Percent-encodes all but unreserved characters: a value within a query.
fn component(text: &str) -> String {
    encode_path(text).replace('/', "%2F")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_is_given_the_address_in_its_own_form() {
        let ways = Subscription::new("https://e.org/calendar.ics?groups=a,b", "A & B");
        assert_eq!(ways.webcal, "webcal://e.org/calendar.ics?groups=a,b");
        assert_eq!(
            ways.google,
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fe.org%2Fcalendar.ics%3Fgroups%3Da%2Cb"
        );
        assert!(
            ways.outlook
                .ends_with("?url=https%3A%2F%2Fe.org%2Fcalendar.ics%3Fgroups%3Da%2Cb&name=A%20%26%20B")
        );
    }
}
