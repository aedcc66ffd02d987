//! Clashes in rooms that five series share each: how the time grows.

use folkmoot_calendar::{Series, clashes};

use crate::occurrences::{YEAR, series};
use crate::{best, shown};

pub(crate) fn grow() {
    let (from, to) = (YEAR.0.parse().expect("from"), YEAR.1.parse().expect("to"));
    for count in [1_000_usize, 10_000, 100_000] {
        let all: Vec<Series> = (0..count).map(series).collect();
        // Rooms are drawn: in order each room's series would be alike.
        let rooms: Vec<[u64; 1]> = (0..count as u64).map(|at| [scattered(at) % (count as u64 / 5)]).collect();
        let users: Vec<(&Series, &[u64])> =
            all.iter().zip(rooms.iter().map(|room| room.as_slice())).collect();
        let (time, found) = best(|| clashes(&users, from, to).len());
        let each = time.as_secs_f64() / count as f64 * 1e6;
        println!(
            "| clashes of {count} series over a year ({found} found) | {} | {each:.1} µs a series |",
            shown(time)
        );
    }
}

/// SplitMix64 of a number.
fn scattered(number: u64) -> u64 {
    let mut z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
