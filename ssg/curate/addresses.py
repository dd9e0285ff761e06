"""Which addresses may be asked: those of the public internet, and no others.

A page, a feed or a redirect could otherwise have this machine ask its own services, its router,
or the metadata service of a cloud.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

Resolve = Callable[[str, int], list[str]]
"""Returns the addresses of a host."""

Check = Callable[[str], None]
"""Raises ForbiddenAddressError for an address that must not be asked."""

# Translators of addresses: the IPv4 address within counts (RFC 6052, section 2.1).
_NAT64 = IPv6Network("64:ff9b::/96")
# All that is given out for the public internet (RFC 4291, section 2.4).
_GLOBAL_UNICAST = IPv6Network("2000::/3")


class ForbiddenAddressError(Exception):
    """An address that must not be asked; the message says why."""


def system_addresses(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system knows them.

    Raises:
        OSError: there are none.

    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def check_url(url: str) -> None:
    """Refuse a URL that is none of the web, or says who asks.

    Raises:
        ForbiddenAddressError: it is.

    """
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError:
        raise ForbiddenAddressError("not a URL") from None
    if parts.scheme not in ("http", "https"):
        raise ForbiddenAddressError(f'"{parts.scheme}:" is not fetched, only http and https')
    if not parts.hostname:
        raise ForbiddenAddressError("a URL without a host")
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddressError("a URL with a user name or password")


def check_address(address: str) -> None:
    """Refuse an address that is not of the public internet.

    Raises:
        ForbiddenAddressError: it is loopback, private, link-local, reserved or multicast.

    """
    if not _is_public(ip_address(address.partition("%")[0])):
        raise ForbiddenAddressError(f"{address} is not an address of the public internet")


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return _is_public(address.ipv4_mapped)
        if address in _NAT64:
            return _is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
        if address.sixtofour or address.teredo or address not in _GLOBAL_UNICAST:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)
