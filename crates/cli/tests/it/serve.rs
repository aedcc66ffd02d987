//! `folkmoot serve` and `folkmoot build`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tempfile::TempDir;

const RECORD: &str = "sigs:\n- dir: sig-docs\n  name: Docs\n  mission_statement: Writes the guides.\n";

fn folkmoot() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_folkmoot"));
    command.env_remove("FOLKMOOT_LISTEN");
    command
}

fn repository(record: &str) -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("sigs.yaml"), record).expect("written");
    fs::write(dir.path().join("community.yaml"), "name: Sample\n").expect("written");
    dir
}

/// A running server; ends with the test.
struct Server {
    child: Child,
    /// `127.0.0.1:40123`
    host: String,
    line: String,
    /// Takes in standard error, so that a full pipe never holds the server up.
    said: Option<JoinHandle<String>>,
}

impl Server {
    fn start(path: &Path, args: &[&str]) -> Self {
        let mut child = folkmoot()
            .arg("serve")
            .arg(path)
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("started");
        let stdout = child.stdout.take().expect("piped");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let host = line.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let host = host.unwrap_or_else(|| panic!("no address in {line:?}")).to_owned();
        let mut stderr = child.stderr.take().expect("piped");
        let said = std::thread::spawn(move || {
            let mut said = Vec::new();
            let _ = stderr.read_to_end(&mut said);
            text(&said)
        });
        Self { child, host, line, said: Some(said) }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.host)
            .expect("sent");
        let mut reply = String::new();
        stream.read_to_string(&mut reply).expect("read");
        reply
    }

    /// Asks until the page holds `words`: the server looks at the files every so often.
    fn wait_for(&self, path: &str, words: &str) {
        let started = Instant::now();
        while !self.get(path).contains(words) {
            assert!(started.elapsed() < Duration::from_secs(20), "{path} never says {words}");
        }
    }

    /// Asks the process to stop and gives what it said on standard error.
    #[cfg(unix)]
    fn stop(mut self) -> (bool, String) {
        let killed = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(killed.success());
        let status = self.child.wait().expect("ended");
        let said = self.said.take().expect("stopped once").join().expect("read");
        (status.success(), said)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_community_is_served_at_the_address_that_is_printed() {
    let dir = repository(RECORD);
    let server = Server::start(dir.path(), &["--listen", "127.0.0.1:0"]);
    assert!(server.line.starts_with("Sample, 1 group: http://127.0.0.1:"), "{}", server.line);
    let home = server.get("/");
    assert!(home.starts_with("HTTP/1.1 200 OK\r\n") && home.contains("Writes the guides."), "{home}");
    assert!(server.get("/groups/sig-docs/").contains("<h1>SIG Docs</h1>"));
    assert!(server.get("/groups/sig-gone/").starts_with("HTTP/1.1 404"));
    assert!(server.get("/healthz").ends_with("ok\n"));
}

#[cfg(unix)]
#[test]
fn a_change_is_shown_a_mistake_is_not_and_the_server_stops_when_asked() {
    let dir = repository(RECORD);
    let server = Server::start(dir.path(), &["--listen", "127.0.0.1:0", "--log", "json"]);
    let record = dir.path().join("sigs.yaml");
    fs::write(&record, RECORD.replace("the guides", "all the guides")).expect("written");
    server.wait_for("/", "Writes all the guides.");
    fs::write(&record, "sigs:\n- dir: [sig-docs\n  name: }\n").expect("written");
    server.wait_for("/readyz", "last record that could be read");
    assert!(server.get("/").contains("Writes all the guides."));
    let (success, said) = server.stop();
    assert!(success, "{said}");
    assert!(said.contains("cannot be read") && said.contains("sigs.yaml:"), "{said}");
    assert!(said.contains(r#""method":"GET","path":"/","status":200"#), "{said}");
}

#[test]
fn a_charter_is_served_from_the_groups_folder() {
    let dir = repository(&format!("{RECORD}  charter_link: charter.md\n"));
    fs::create_dir(dir.path().join("sig-docs")).expect("made");
    fs::write(dir.path().join("sig-docs/charter.md"), "# Our charter\n").expect("written");
    let server = Server::start(dir.path(), &["--listen", "127.0.0.1:0", "--base", "team"]);
    assert!(server.get("/team/groups/sig-docs/").contains("href=\"/team/docs/sig-docs/charter.md/\""));
    assert!(server.get("/team/docs/sig-docs/charter.md/").contains("Our charter"));
}

#[cfg(unix)]
#[test]
fn a_link_that_leaves_the_repository_is_not_followed() {
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("secret.md"), "# Secret words\n").expect("written");
    let dir = repository(RECORD);
    std::os::unix::fs::symlink(outside.path().join("secret.md"), dir.path().join("x.md")).expect("linked");
    std::os::unix::fs::symlink(outside.path(), dir.path().join("y")).expect("linked");
    let server = Server::start(dir.path(), &["--listen", "127.0.0.1:0"]);
    for path in ["/docs/x.md/", "/docs/y/secret.md/"] {
        assert!(server.get(path).starts_with("HTTP/1.1 404"), "{path}");
    }
}

fn fails(args: &[&str]) -> String {
    let Output { status, stderr, .. } = folkmoot().args(args).output().expect("ran");
    let said = text(&stderr);
    assert_eq!(status.code(), Some(2), "{said}");
    assert!(said.starts_with("error: "), "{said}");
    said
}

#[test]
fn a_port_that_is_taken_is_told_with_what_to_do() {
    let dir = repository(RECORD);
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    let said = fails(&["serve", &dir.path().display().to_string(), "--listen", &address]);
    assert!(said.contains(&address) && said.contains("is taken") && said.contains("--listen"), "{said}");
}

#[test]
fn what_cannot_be_served_is_said_in_one_line() {
    let dir = repository(RECORD);
    let path = dir.path().display().to_string();
    assert!(fails(&["serve", &format!("{path}/nowhere")]).contains("nowhere"));
    assert!(fails(&["serve", &path, "--listen", "nonsense"]).contains("127.0.0.1:8080"));
    assert!(fails(&["serve", &path, "--base", "a b"]).contains("base path"));
    assert!(fails(&["serve", &path, "--source", "javascript:x"]).contains("--source"));
}

#[test]
fn a_site_is_written_as_files_and_written_again_only_where_it_changed() {
    let dir = repository(RECORD);
    let out = tempfile::tempdir().expect("a folder");
    let into = out.path().join("public");
    let build = || {
        let output = folkmoot().arg("build").arg(dir.path()).arg("--out").arg(&into).output().expect("ran");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert!(!build().contains(", 0 of them new or changed"));
    assert!(into.join("groups/sig-docs/calendar.ics").is_file());
    let page = fs::read_to_string(into.join("groups/sig-docs/index.html")).expect("written");
    assert!(page.contains("<h1>SIG Docs</h1>"));
    assert!(build().contains(", 0 of them new or changed"));
    let server = Server::start(dir.path(), &["--listen", "127.0.0.1:0"]);
    assert!(server.get("/groups/sig-docs/").ends_with(&page), "server and files have the same bytes");
}

#[test]
fn a_damaged_record_leaves_the_files_of_the_last_one() {
    let dir = repository("sigs: [\n");
    let out = tempfile::tempdir().expect("a folder");
    let into = out.path().join("public");
    // `--into` is the option's former name, still understood.
    let said = fails(&["build", &dir.path().display().to_string(), "--into", &into.display().to_string()]);
    assert!(said.contains("nothing was written"), "{said}");
    assert!(!into.exists());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_repository_leads_nowhere() {
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(outside.path().join("secret.md"), "# The secret itself\n").expect("written");
    fs::write(outside.path().join("secret.png"), "the secret itself").expect("written");
    let dir = repository(&format!("{RECORD}  charter_link: secret.md\n"));
    let group = dir.path().join("sig-docs");
    fs::create_dir(&group).expect("made");
    for name in ["secret.md", "secret.png"] {
        std::os::unix::fs::symlink(outside.path().join(name), group.join(name)).expect("linked");
    }
    std::os::unix::fs::symlink(outside.path(), dir.path().join("away")).expect("linked");
    fs::write(group.join("ours.md"), "![x](secret.png) [y](secret.md) [z](../away/secret.md)\n")
        .expect("written");
    let server = Server::start(dir.path(), &["--listen", "127.0.0.1:0"]);
    assert!(server.get("/docs/sig-docs/ours.md/").starts_with("HTTP/1.1 200"));
    for path in [
        "/docs/sig-docs/secret.md/",
        "/docs/away/secret.md/",
        "/files/sig-docs/secret.png",
        "/files/away/secret.png",
        "/groups/sig-docs/",
        "/api/v1/documents.json",
        "/docs/sig-docs/ours.md/",
    ] {
        let reply = server.get(path);
        assert!(!reply.to_lowercase().contains("the secret itself"), "{path}: {reply}");
    }
}
