//! Work on several threads.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Fewer tasks for each thread than this are not worth starting it.
const TASKS_A_THREAD: usize = 16;

const MOST_THREADS: usize = 8;

/// Does tasks `0..count` and gives what came out, in their order. Each thread makes its own tools, which need not
/// be fit for several.
pub(crate) fn in_parallel<Tools, T: Send>(
    count: usize,
    tools: impl Fn() -> Tools + Sync,
    work: impl Fn(usize, &Tools) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let some = || {
        let tools = tools();
        let tasks = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        tasks.take_while(|task| *task < count).map(|task| (task, work(task, &tools))).collect::<Vec<_>>()
    };
    let worth = (count / TASKS_A_THREAD).clamp(1, MOST_THREADS);
    // Asking the system takes time too.
    let threads =
        if worth == 1 { 1 } else { thread::available_parallelism().map_or(1, NonZero::get).min(worth) };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(some)).collect();
        let mut done = some();
        for other in others {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(task, _)| *task);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_on_several_threads_comes_in_order() {
        for count in [0, 1, 15, 500] {
            let made = in_parallel(count, || "tool", |task, tool| format!("{tool} {task}"));
            let wanted: Vec<String> = (0..count).map(|task| format!("tool {task}")).collect();
            assert_eq!(made, wanted);
        }
    }
}
