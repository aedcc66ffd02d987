//! Who asks: the address that a connection comes from, or that a trusted proxy names.

use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use axum::http::HeaderMap;

/// Addresses that begin alike: `10.0.0.0/8`, `2001:db8::/32`, or a single one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// A text that names no network.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` is no network: write an address, or one with its length as in `10.0.0.0/8`")]
pub struct InvalidNetwork(String);

impl FromStr for Network {
    type Err = InvalidNetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidNetwork(text.to_owned());
        let (address, bits) =
            text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
        let address: IpAddr = address.trim().parse().map_err(|_| invalid())?;
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Ok(most), |bits| bits.trim().parse().map_err(|_| invalid()))?;
        if bits > most {
            return Err(invalid());
        }
        Ok(Self { address, bits })
    }
}

impl Network {
    /// Whether `address` is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        let leading = |a: u128, b: u128, width: u32| {
            let shift = width - u32::from(self.bits).min(width);
            shift >= 128 || (a >> shift) == (b >> shift)
        };
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => leading(own.to_bits().into(), other.to_bits().into(), 32),
            (IpAddr::V6(own), IpAddr::V6(other)) => leading(own.to_bits(), other.to_bits(), 128),
            _ => false,
        }
    }
}

/// The address that a connection comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// The client: the connection's other end, or, where that is a trusted proxy, the last address in
/// `X-Forwarded-For` that no trusted proxy has. What stands before it was written by strangers.
pub(crate) fn client(peer: IpAddr, headers: &HeaderMap, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer.to_canonical();
    if !is_trusted(client) {
        return client;
    }
    let lines: Vec<&str> =
        headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
    for hop in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        let Some(address) = address(hop.trim()) else { break };
        client = address;
        if !is_trusted(client) {
            break;
        }
    }
    client
}

/// An address as proxies write it: with or without a port, IPv6 in brackets or not.
fn address(text: &str) -> Option<IpAddr> {
    let plain = text.strip_prefix('[').and_then(|rest| rest.split(']').next());
    let plain = plain.unwrap_or(text);
    let parsed = plain.parse().ok().or_else(|| plain.split_once(':')?.0.parse().ok());
    parsed.map(|address: IpAddr| address.to_canonical())
}

/// What counts as one client: an address, or for IPv6 the 64 bits that one customer has.
pub(crate) fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn seen(peer: &str, forwarded: &[&str], trusted: &[&str]) -> IpAddr {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().expect("a value"));
        }
        let trusted: Vec<Network> = trusted.iter().map(|text| text.parse().expect("a network")).collect();
        client(ip(peer), &headers, &trusted)
    }

    #[test]
    fn nobody_may_say_who_they_are_but_through_a_trusted_proxy() {
        assert_eq!(seen("192.0.2.1", &["198.51.100.7"], &[]), ip("192.0.2.1"));
        assert_eq!(seen("10.1.2.3", &["198.51.100.7"], &["10.0.0.0/8"]), ip("198.51.100.7"));
        assert_eq!(seen("::ffff:10.1.2.3", &["198.51.100.7"], &["10.0.0.0/8"]), ip("198.51.100.7"));
        assert_eq!(
            seen("10.1.2.3", &["1.1.1.1, 198.51.100.7", "10.9.9.9"], &["10.0.0.0/8"]),
            ip("198.51.100.7")
        );
        assert_eq!(seen("10.1.2.3", &["nonsense"], &["10.0.0.0/8"]), ip("10.1.2.3"));
        assert_eq!(seen("10.1.2.3", &[], &["10.0.0.0/8"]), ip("10.1.2.3"));
        assert_eq!(seen("10.1.2.3", &["[2001:db8::1]:443"], &["10.1.2.3"]), ip("2001:db8::1"));
        assert_eq!(seen("10.1.2.3", &["198.51.100.7:5000"], &["10.1.2.3"]), ip("198.51.100.7"));
    }

    #[test]
    fn a_network_is_read_and_holds_what_begins_as_it_does() {
        let network: Network = "2001:db8::/32".parse().expect("a network");
        assert!(network.contains(ip("2001:db8:1::1")) && !network.contains(ip("2001:db9::1")));
        assert!("0.0.0.0/0".parse::<Network>().expect("a network").contains(ip("8.8.8.8")));
        assert!("::/0".parse::<Network>().expect("a network").contains(ip("::1")));
        for bad in ["", "x", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1"] {
            assert!(bad.parse::<Network>().is_err(), "{bad}");
        }
    }

    #[test]
    fn one_customers_addresses_are_one_client() {
        assert_eq!(household(ip("2001:db8::1")), household(ip("2001:db8::ffff:1")));
        assert_ne!(household(ip("2001:db8::1")), household(ip("2001:db8:0:1::1")));
        assert_eq!(household(ip("::ffff:192.0.2.1")), ip("192.0.2.1"));
    }
}
