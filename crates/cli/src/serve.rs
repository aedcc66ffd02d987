//! `folkmoot serve`: Serves the community's site.

use std::future::Future;
use std::io::{self, Write};
use std::net::ToSocketAddrs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use folkmoot_server::{Event, Limits, Live, Record};
use folkmoot_site::{Options, Site};
use tokio::net::TcpListener;

use crate::Outcome;
use crate::site::{self, SiteArgs};

/// Where the site is served when nothing else is asked for.
const DEFAULT_LISTEN: &str = "127.0.0.1:8080";
/// The shortest time between two looks at the record's files.
const LOOK: Duration = Duration::from_millis(300);

/// Serves the community's site; reads the record anew when it changes.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// Address and port to listen on [default: 127.0.0.1:8080, or a free port where that one is taken].
    #[arg(long, value_name = "ADDRESS", env = "FOLKMOOT_LISTEN")]
    listen: Option<String>,
    /// Print a line for every request.
    #[arg(long)]
    log: bool,
}

/// Runs the command.
pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let options = args.site.options()?;
    let read = site::read(&args.site.path, &options)?;
    // There is nothing better to show yet, so even a damaged record is served.
    if let Some(why) = read.damage() {
        anstream::eprintln!("warning: {why}; `folkmoot check` says more");
    }
    let base = options.base.as_str().to_owned();
    let welcome = welcome(&read.site);
    let record = Folder { path: args.site.path.clone(), options };
    let log = args.log;
    let live = Arc::new(Live::new(record, read.site, LOOK, move |event| report(&event, log)));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(32)
        .build()
        .context("starting the server's threads")?;
    runtime.block_on(async {
        let listener = bind(args.listen.as_deref()).await?;
        let address = listener.local_addr().context("reading the address that was given")?;
        let stop = stop_signal().context("listening for signals")?;
        anstream::println!("{welcome}: http://{address}{base} (Ctrl-C stops)");
        folkmoot_server::serve(listener, folkmoot_server::router(live), Limits::default(), stop).await?;
        Ok(Outcome::Clean)
    })
}

/// `KubeSphere, 19 groups`.
fn welcome(site: &Site) -> String {
    let community = site.community();
    let name = community.name.non_empty().unwrap_or(&site.options().fallback_name);
    match community.groups.len() {
        1 => format!("{name}, 1 group"),
        groups => format!("{name}, {groups} groups"),
    }
}

/// A repository in a folder.
struct Folder {
    path: PathBuf,
    options: Options,
}

impl Record for Folder {
    fn stamp(&self, site: &Site) -> u64 {
        site::stamp(&self.path, site.community())
    }

    fn load(&self) -> Result<Site, String> {
        let read = site::read(&self.path, &self.options).map_err(|error| format!("{error:#}"))?;
        match read.damage() {
            Some(why) => Err(why),
            None => Ok(read.site),
        }
    }
}

/// Listens where asked; where nothing is asked for and the default port is taken, on a free one.
async fn bind(asked: Option<&str>) -> Result<TcpListener> {
    let wanted = asked.unwrap_or(DEFAULT_LISTEN);
    let addresses: Vec<_> = wanted
        .to_socket_addrs()
        .with_context(|| format!("--listen {wanted}: write an address and a port, as 127.0.0.1:8080"))?
        .collect();
    match TcpListener::bind(addresses.as_slice()).await {
        Ok(listener) => Ok(listener),
        Err(error) if asked.is_none() && error.kind() == io::ErrorKind::AddrInUse => {
            anstream::eprintln!("{wanted} is taken; using a free port (--listen chooses one)");
            TcpListener::bind("127.0.0.1:0").await.context("listening on a free port")
        }
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            anyhow::bail!("{wanted} is taken: choose another port with --listen, 0 for any free one")
        }
        Err(error) => Err(error).with_context(|| format!("listening on {wanted}")),
    }
}

/// Ready when the process is asked to stop: Ctrl-C, or `SIGTERM` where there are signals.
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without a handler for Ctrl-C the process ends by itself, which is as well.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// Says what happened, a line each; requests only where `log` asks for them.
fn report(event: &Event, log: bool) {
    let line = match event {
        Event::Reloaded { groups } => format!("the record changed: {groups} groups"),
        Event::Kept { why } => {
            format!("the record changed and cannot be read, so the last good one stays: {why}")
        }
        // What a path holds was chosen by a stranger; a terminal must not obey it.
        Event::Answered { method, path, status, took } if log => {
            let milliseconds = took.as_secs_f64() * 1000.0;
            format!("{status} {} {} {milliseconds:.1} ms", method.escape_debug(), path.escape_debug())
        }
        Event::Answered { .. } => return,
        Event::Failed { what } => format!("error: answering failed: {what}"),
    };
    // Nobody may be listening any more, which is no reason to stop serving.
    let _ = writeln!(anstream::stderr(), "{line}");
}
