//! Signals that end a program without a word where it has something to say.

/// Lets a write beyond the limit on the size of files (`ulimit -f`) fail as every other write does: unless the
/// program catches it, a signal ends it there, and leaves a temporary file behind.
pub(crate) fn outlive_file_size_limit() {
    #[cfg(unix)]
    {
        use std::sync::Arc;
        use std::sync::atomic::AtomicBool;

        // Nobody asks whether it came. Where it cannot be caught all is as it was.
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::new(AtomicBool::new(false)));
    }
}
