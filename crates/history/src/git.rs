//! The `git` command, asked so that nothing in the repository's own configuration can run a program.

use std::ffi::OsStr;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use jiff::Timestamp;

/// The largest file that is read from history, in bytes.
const FILE_LIMIT: u64 = 16 << 20;

/// Why history could not be read.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The command could not be started.
    #[error("cannot run `git` to read the history: {0}; install Git, or add it to PATH")]
    NoGit(#[source] std::io::Error),
    /// Not a Git repository, or one that Git refuses to read.
    #[error("{path}: Git does not read it as a repository: {reason}", path = path.display())]
    NotARepository {
        /// The directory.
        path: PathBuf,
        /// Git's words.
        reason: String,
    },
    /// Git failed at a question.
    #[error("{path}: cannot {attempt}: {reason}", path = path.display())]
    Failed {
        /// The directory.
        path: PathBuf,
        /// What was attempted.
        attempt: String,
        /// Git's words.
        reason: String,
    },
    /// A file larger than what is read.
    #[error("{file} as of commit {commit} is larger than {FILE_LIMIT} bytes")]
    TooLarge {
        /// The file.
        file: String,
        /// The commit.
        commit: CommitId,
    },
}

/// Names a commit: its hash in hexadecimal digits.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CommitId(String);

impl CommitId {
    fn parse(text: &str) -> Option<Self> {
        let hex = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        hex.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for CommitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The history that a directory belongs to. Paths are relative to that directory, which may be below the
/// root of the Git repository.
#[derive(Debug)]
pub struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The history of the directory `root`.
    ///
    /// # Errors
    /// Where there is no `git` command, or where Git does not take `root` for part of a repository.
    pub fn open(root: &Path) -> Result<Self, HistoryError> {
        let this = Self { root: root.to_owned() };
        let answer = this.ask(["rev-parse", "--git-dir"])?;
        if answer.success {
            return Ok(this);
        }
        Err(HistoryError::NotARepository { path: this.root, reason: answer.reason() })
    }

    /// Whether the checkout lacks older commits, as `git clone --depth 1` makes it.
    ///
    /// # Errors
    /// Where Git fails.
    pub fn is_shallow(&self) -> Result<bool, HistoryError> {
        let answer = self.ask(["rev-parse", "--is-shallow-repository"])?;
        Ok(answer.output.trim_ascii() == b"true")
    }

    /// The first commit not after `at`, going back from `HEAD` in the order of committer times; `None` where
    /// all are later, or where there is none yet.
    ///
    /// # Errors
    /// Where Git fails.
    pub fn commit_not_after(&self, at: Timestamp) -> Result<Option<CommitId>, HistoryError> {
        if self.is_unborn()? {
            return Ok(None);
        }
        // `--min-age` takes the time as Git stores it; `--before` would go through its date guessing.
        let min_age = format!("--min-age={}", at.as_second());
        let answer = self.ask(["rev-list", "--max-count=1", &min_age, "HEAD"])?;
        if !answer.success {
            return Err(self.failed(format!("find the last commit not after {at}"), &answer));
        }
        Ok(CommitId::parse(String::from_utf8_lossy(&answer.output).trim()))
    }

    /// Every file as of `commit` in the directory and below, by path.
    ///
    /// # Errors
    /// Where Git fails.
    pub fn paths_at(&self, commit: &CommitId) -> Result<Vec<String>, HistoryError> {
        let answer = self.ask(["ls-tree", "-r", "-z", "--name-only", &commit.0])?;
        if !answer.success {
            return Err(self.failed(format!("list the files as of commit {commit}"), &answer));
        }
        let paths = answer.output.split(|&byte| byte == 0).filter(|path| !path.is_empty());
        Ok(paths.filter_map(|path| String::from_utf8(path.to_vec()).ok()).collect())
    }

    /// The bytes of `file` as of `commit`; `None` where that commit has no such file.
    ///
    /// # Errors
    /// Where Git fails, or the file is larger than 16 MiB.
    pub fn file_at(&self, commit: &CommitId, file: &str) -> Result<Option<Vec<u8>>, HistoryError> {
        // `./` makes the path relative to the directory rather than to the root of the repository.
        let name = format!("{commit}:./{file}");
        let kind = self.ask(["cat-file", "-t", &name])?;
        if kind.output.trim_ascii() != b"blob" {
            return Ok(None);
        }
        let answer = self.ask(["cat-file", "blob", &name])?;
        if answer.output.len() as u64 > FILE_LIMIT {
            return Err(HistoryError::TooLarge { file: file.to_owned(), commit: commit.clone() });
        }
        if !answer.success {
            return Err(self.failed(format!("read {file} as of commit {commit}"), &answer));
        }
        Ok(Some(answer.output))
    }

    /// Whether there is no commit yet.
    pub(crate) fn is_unborn(&self) -> Result<bool, HistoryError> {
        Ok(!self.ask(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])?.success)
    }

    /// The files as of `HEAD`, in the order asked; `None` where there is no such file.
    pub(crate) fn files_at_head<'a>(
        &self,
        paths: impl Iterator<Item = &'a str>,
    ) -> Result<Vec<Option<Vec<u8>>>, HistoryError> {
        // A name with a newline in it would be two questions.
        let questions: Vec<String> =
            paths.map(|path| format!("HEAD:./{}\n", path.replace('\n', "?"))).collect();
        let mut out = Vec::with_capacity(questions.len());
        let attempt = "read the files as of HEAD";
        self.tell(&["cat-file", "--batch"], &questions.concat(), attempt, |answers| {
            let mut answers = BufReader::new(answers);
            for _ in &questions {
                out.push(batch_answer(&mut answers)?);
            }
            Ok(())
        })?;
        Ok(out)
    }

    /// Gives `read` every change of these files, the newest commit first: a NUL and the committer's time
    /// (seconds) for each commit, then its patch without context.
    pub(crate) fn changes_of<'a>(
        &self,
        paths: impl Iterator<Item = &'a str>,
        read: impl FnOnce(&mut dyn Read) -> io::Result<()>,
    ) -> Result<(), HistoryError> {
        let log = [
            "--literal-pathspecs",
            "-c",
            "core.quotePath=false",
            "-c",
            "log.diffMerges=first-parent",
            "log",
            "--first-parent",
            "-m",
            "-p",
            "--unified=0",
            "--inter-hunk-context=0",
            "--text",
            // A record indented anew says what it said.
            "--ignore-all-space",
            "--no-ext-diff",
            "--no-textconv",
            "--no-renames",
            "--no-color",
            "--no-prefix",
            "--relative",
            "--no-show-signature",
            "--format=%x00%ct",
            "--stdin",
        ];
        // A name with a newline in it would be two.
        let paths: String =
            paths.filter(|path| !path.contains('\n')).map(|path| format!("{path}\n")).collect();
        self.tell(&log, &format!("HEAD\n--\n{paths}"), "read the changes of the record", read)
    }

    fn failed(&self, attempt: String, answer: &Answer) -> HistoryError {
        HistoryError::Failed { path: self.root.clone(), attempt, reason: answer.reason() }
    }

    /// A command that asks, and lets nothing in the repository's configuration run a program.
    fn command<A: AsRef<OsStr>>(&self, question: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(&self.root)
            // A repository is untrusted: its configuration must not start a file system monitor or a
            // transport, and a missing object is an error rather than a call over the network.
            .args(["-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "--no-pager"])
            .args(question)
            .env("GIT_NO_LAZY_FETCH", "1")
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Writes `input` to a command while `read` reads what it prints. The command ends where `read` does.
    fn tell(
        &self,
        question: &[&str],
        input: &str,
        attempt: &str,
        read: impl FnOnce(&mut dyn Read) -> io::Result<()>,
    ) -> Result<(), HistoryError> {
        let mut child = self.command(question).stdin(Stdio::piped()).spawn().map_err(HistoryError::NoGit)?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (outcome, complaint) = thread::scope(|scope| {
            // Whoever writes all before they read waits for ever once both pipes are full.
            scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
            let complaint = scope.spawn(move || {
                let mut out = Vec::new();
                if let Some(stderr) = stderr {
                    // What Git complains of is shown in part; a failure to read it is no worse.
                    let _ = stderr.take(64 << 10).read_to_end(&mut out);
                }
                out
            });
            let outcome = stdout.map_or(Ok(()), |mut stdout| read(&mut stdout));
            // Of a command that has more to say nobody reads the rest.
            if outcome.is_err() {
                let _ = child.kill();
            }
            (outcome, complaint.join().unwrap_or_default())
        });
        let success = child.wait().map_err(HistoryError::NoGit)?.success();
        match outcome {
            Ok(()) if success => Ok(()),
            Ok(()) => {
                let answer = Answer { success, output: Vec::new(), complaint };
                Err(self.failed(attempt.to_owned(), &answer))
            }
            Err(error) => Err(HistoryError::Failed {
                path: self.root.clone(),
                attempt: attempt.to_owned(),
                reason: error.to_string(),
            }),
        }
    }

    fn ask<A: AsRef<OsStr>>(&self, question: impl IntoIterator<Item = A>) -> Result<Answer, HistoryError> {
        let mut child = self.command(question).spawn().map_err(HistoryError::NoGit)?;
        let mut output = Vec::new();
        let mut read = Ok(0);
        if let Some(stdout) = child.stdout.take() {
            // Closing the pipe at the limit ends Git as well.
            read = stdout.take(FILE_LIMIT + 1).read_to_end(&mut output);
        }
        let rest = child.wait_with_output().map_err(HistoryError::NoGit)?;
        read.map_err(HistoryError::NoGit)?;
        Ok(Answer { success: rest.status.success(), output, complaint: rest.stderr })
    }
}

/// One answer of `cat-file --batch`: `<hash> blob <size>`, the bytes, a newline; or `… missing`.
fn batch_answer(answers: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut header = Vec::new();
    answers.read_until(b'\n', &mut header)?;
    let header = String::from_utf8_lossy(&header);
    let mut words = header.split_whitespace().skip(1);
    let (Some(kind), Some(size)) = (words.next(), words.next().and_then(|size| size.parse::<u64>().ok()))
    else {
        return Ok(None);
    };
    if size > FILE_LIMIT {
        return Err(io::Error::other(format!("a file is larger than {FILE_LIMIT} bytes")));
    }
    let mut bytes = Vec::new();
    answers.take(size).read_to_end(&mut bytes)?;
    answers.read_exact(&mut [0])?;
    Ok((kind == "blob").then_some(bytes))
}

struct Answer {
    success: bool,
    output: Vec<u8>,
    complaint: Vec<u8>,
}

impl Answer {
    /// The first line of what Git complained about.
    fn reason(&self) -> String {
        let complaint = String::from_utf8_lossy(&self.complaint);
        let line = complaint.lines().find(|line| !line.trim().is_empty()).unwrap_or("it gave no reason");
        line.trim_start_matches("fatal: ").to_owned()
    }
}
