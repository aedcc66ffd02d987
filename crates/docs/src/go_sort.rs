//! The order that Go's `sort.Slice` leaves.
//!
//! `sort.Slice` is not stable, and which of two equal elements comes first is visible in generated files: two
//! meetings with one description, a person listed twice. Up to twelve elements it sorts by insertion, which is
//! stable; beyond, it is a pattern-defeating quicksort whose choices depend on nothing but the length and the
//! comparisons, so that following the same steps gives the same order. The steps are those of Go 1.19 and
//! later (`src/sort/zsortfunc.go`).

/// Up to this many elements are sorted by insertion.
const INSERTION_MAX: usize = 12;
/// From this many on, the pivot is a median of medians.
const NINTHER_MIN: usize = 50;

/// What the choice of a pivot says of the order found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pattern {
    Unknown,
    Increasing,
    Decreasing,
}

/// Sorts as `sort.Slice(items, func(i, j int) bool { return less(items[i], items[j]) })` does.
pub(crate) fn sort<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    let bad_choices_allowed = usize::BITS - items.len().leading_zeros();
    let end = items.len();
    Sorter { items, less }.quicksort(0, end, bad_choices_allowed);
}

/// Sorts by a string key, bytewise.
pub(crate) fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> &str) {
    sort(items, |a, b| key(a) < key(b));
}

struct Sorter<'a, T, F> {
    items: &'a mut [T],
    less: F,
}

impl<T, F: Fn(&T, &T) -> bool> Sorter<'_, T, F> {
    fn less(&self, i: usize, j: usize) -> bool {
        (self.less)(&self.items[i], &self.items[j])
    }

    fn swap(&mut self, i: usize, j: usize) {
        self.items.swap(i, j);
    }

    fn quicksort(&mut self, mut start: usize, mut end: usize, mut bad_choices_allowed: u32) {
        let mut balanced = true;
        let mut partitioned = true;
        loop {
            let length = end - start;
            if length <= INSERTION_MAX {
                return self.insertion(start, end);
            }
            if bad_choices_allowed == 0 {
                return self.heapsort(start, end);
            }
            if !balanced {
                self.break_patterns(start, end);
                bad_choices_allowed -= 1;
            }
            let (mut pivot, mut pattern) = self.choose_pivot(start, end);
            if pattern == Pattern::Decreasing {
                self.items[start..end].reverse();
                pivot = (end - 1) - (pivot - start);
                pattern = Pattern::Increasing;
            }
            let seems_sorted = balanced && partitioned && pattern == Pattern::Increasing;
            if seems_sorted && self.finish_nearly_sorted(start, end) {
                return;
            }
            // Everything from `start` is at least the pivot of an earlier round: where that equals this
            // pivot, the equal elements are done.
            if start > 0 && !self.less(start - 1, pivot) {
                start = self.partition_equal(start, end, pivot);
                continue;
            }
            let (middle, already) = self.partition(start, end, pivot);
            partitioned = already;
            let (left, right) = (middle - start, end - middle);
            balanced = left.min(right) >= length / 8;
            if left < right {
                self.quicksort(start, middle, bad_choices_allowed);
                start = middle + 1;
            } else {
                self.quicksort(middle + 1, end, bad_choices_allowed);
                end = middle;
            }
        }
    }

    fn insertion(&mut self, start: usize, end: usize) {
        for i in start + 1..end {
            let mut j = i;
            while j > start && self.less(j, j - 1) {
                self.swap(j, j - 1);
                j -= 1;
            }
        }
    }

    fn heapsort(&mut self, start: usize, end: usize) {
        let length = end - start;
        for root in (0..length.div_ceil(2)).rev() {
            self.sift_down(root, length, start);
        }
        for last in (0..length).rev() {
            self.swap(start, start + last);
            self.sift_down(0, last, start);
        }
    }

    fn sift_down(&mut self, mut root: usize, length: usize, start: usize) {
        loop {
            let mut child = 2 * root + 1;
            if child >= length {
                return;
            }
            if child + 1 < length && self.less(start + child, start + child + 1) {
                child += 1;
            }
            if !self.less(start + root, start + child) {
                return;
            }
            self.swap(start + root, start + child);
            root = child;
        }
    }

    /// Elements below the pivot go left of the returned place, the others right; the pivot stands there. Also
    /// whether they already did.
    fn partition(&mut self, start: usize, end: usize, pivot: usize) -> (usize, bool) {
        self.swap(start, pivot);
        let (mut i, mut j) = (start + 1, end - 1);
        let mut already = true;
        loop {
            while i <= j && self.less(i, start) {
                i += 1;
            }
            while i <= j && !self.less(j, start) {
                j -= 1;
            }
            if i > j {
                break;
            }
            already = false;
            self.swap(i, j);
            i += 1;
            j -= 1;
        }
        self.swap(j, start);
        (j, already)
    }

    /// Where nothing is below the pivot: elements equal to it go first; returns where the greater ones begin.
    fn partition_equal(&mut self, start: usize, end: usize, pivot: usize) -> usize {
        self.swap(start, pivot);
        let (mut i, mut j) = (start + 1, end - 1);
        loop {
            while i <= j && !self.less(start, i) {
                i += 1;
            }
            while i <= j && self.less(start, j) {
                j -= 1;
            }
            if i > j {
                return i;
            }
            self.swap(i, j);
            i += 1;
            j -= 1;
        }
    }

    /// Moves up to five misplaced elements; whether all is sorted then.
    fn finish_nearly_sorted(&mut self, start: usize, end: usize) -> bool {
        let mut i = start + 1;
        for _ in 0..5 {
            while i < end && !self.less(i, i - 1) {
                i += 1;
            }
            if i == end {
                return true;
            }
            if end - start < 50 {
                return false;
            }
            self.swap(i, i - 1);
            if i - start >= 2 {
                // Go lets this run to the start of the whole slice, not of this part; so does this.
                for j in (1..i).rev() {
                    if !self.less(j, j - 1) {
                        break;
                    }
                    self.swap(j, j - 1);
                }
            }
            if end - i >= 2 {
                for j in i + 1..end {
                    if !self.less(j, j - 1) {
                        break;
                    }
                    self.swap(j, j - 1);
                }
            }
        }
        false
    }

    /// Swaps three elements near the middle with ones drawn by a generator that is seeded with the length.
    fn break_patterns(&mut self, start: usize, end: usize) {
        let length = end - start;
        if length < 8 {
            return;
        }
        let mut random = length as u64;
        let mask = (1_u64 << (usize::BITS - length.leading_zeros())) - 1;
        let middle = start + (length / 4) * 2;
        for i in middle - 1..=middle + 1 {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            let mut other = usize::try_from(random & mask).expect("invariant: the mask is below a length");
            if other >= length {
                other -= length;
            }
            self.swap(i, start + other);
        }
    }

    fn choose_pivot(&self, start: usize, end: usize) -> (usize, Pattern) {
        let length = end - start;
        let mut swaps = 0;
        let [mut i, mut j, mut k] = [1, 2, 3].map(|quarter| start + length / 4 * quarter);
        if length >= NINTHER_MIN {
            i = self.median(i - 1, i, i + 1, &mut swaps);
            j = self.median(j - 1, j, j + 1, &mut swaps);
            k = self.median(k - 1, k, k + 1, &mut swaps);
        }
        j = self.median(i, j, k, &mut swaps);
        let pattern = match swaps {
            0 => Pattern::Increasing,
            12 => Pattern::Decreasing,
            _ => Pattern::Unknown,
        };
        (j, pattern)
    }

    fn median(&self, a: usize, b: usize, c: usize, swaps: &mut u32) -> usize {
        let mut ordered = |x: usize, y: usize| {
            if self.less(y, x) {
                *swaps += 1;
                (y, x)
            } else {
                (x, y)
            }
        };
        let (a, b) = ordered(a, b);
        let (b, _) = ordered(b, c);
        ordered(a, b).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by `tests/data/go_sort.go`.
    const VECTORS: &str = include_str!("../tests/data/go_sort.txt");

    #[test]
    fn equal_elements_end_where_go_leaves_them() {
        let mut longest = 0;
        for line in VECTORS.lines().filter(|line| !line.starts_with('#')) {
            let (keys, order) = line.split_once('|').expect("keys and places");
            let mut items: Vec<(char, usize)> = keys.chars().zip(0..).collect();
            sort(&mut items, |a, b| a.0 < b.0);
            let places: Vec<String> = items.iter().map(|(_, at)| at.to_string()).collect();
            assert_eq!(places.join(" "), order, "{keys}");
            longest = longest.max(items.len());
        }
        assert!(longest > 150);
    }

    #[test]
    fn an_adversary_ends_in_heapsort_and_in_order() {
        // Keys that make every pivot a bad one, for any length: organ pipes within organ pipes.
        let mut items: Vec<u64> = (0..5000).map(|i: u64| (i ^ (i >> 1)).reverse_bits()).collect();
        sort(&mut items, |a, b| a < b);
        assert!(items.is_sorted());
    }
}
