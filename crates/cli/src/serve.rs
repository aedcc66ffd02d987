//! `folkmoot serve`: Serves the community's site.

mod log;

use std::future::Future;
use std::io;
use std::net::ToSocketAddrs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use folkmoot_server::{Limits, Live, Network, Rate, Record, Settings};
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
    /// Keep a log on standard error, a line for every request and reload: for people, or as JSON.
    #[arg(long, value_name = "FORMAT")]
    log: Option<log::Format>,
    /// Requests a second that one client may send on average, and ten times as many at once; 0 for no limit.
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    rate_limit: u32,
    /// A proxy in front, as an address or a network (`10.0.0.0/8`), whose `X-Forwarded-For` names the client; may be
    /// given several times.
    #[arg(long, value_name = "NETWORK")]
    trusted_proxy: Vec<Network>,
}

impl Args {
    /// How requests are taken.
    fn settings(&self) -> Settings {
        let per_second = f64::from(self.rate_limit);
        Settings {
            rate: (self.rate_limit > 0).then_some(Rate { per_second, burst: per_second * 10.0 }),
            trusted_proxies: self.trusted_proxy.clone(),
            tells_requests: self.log.is_some(),
        }
    }
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
    let listener = log::listener(args.log);
    let live = Arc::new(Live::new(record, read.site, LOOK, listener));
    let router = folkmoot_server::router(live, args.settings());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        // They render and compress, which takes processors and memory; more at once only takes more memory.
        .max_blocking_threads(8)
        .build()
        .context("starting the server's threads")?;
    runtime.block_on(async {
        let listener = bind(args.listen.as_deref()).await?;
        let address = listener.local_addr().context("reading the address that was given")?;
        let stop = stop_signal().context("listening for signals")?;
        anstream::println!("{welcome}: http://{address}{base} (Ctrl-C stops)");
        folkmoot_server::serve(listener, router, Limits::default(), stop).await?;
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
