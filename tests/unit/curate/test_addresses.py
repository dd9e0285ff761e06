"""Only addresses of the public internet are asked."""

from __future__ import annotations

import pytest

from ssg.curate.addresses import ForbiddenAddressError, check_address, check_url


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.0.1",
        "100.64.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::8.8.8.8",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "::ffff:0:127.0.0.1",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(ForbiddenAddressError, match="not an address of the public internet"):
        check_address(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"],
)
def test_public_addresses_are_asked(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", '"file:" is not fetched'),
        ("ftp://example.org/", '"ftp:" is not fetched'),
        ("javascript:alert(1)", '"javascript:" is not fetched'),
        ("data:text/html,x", '"data:" is not fetched'),
        ("https://user:word@example.org/", "user name or password"),
        ("https://user@example.org/", "user name or password"),
        ("https://@example.org/", "user name or password"),
        ("https://example.com\\@example.org/", "user name or password"),
        ("https:///path", "without a host"),
        ("http://[::1", "not a URL"),
        ("http://example.org:x/", "not a URL"),
        ("http://example.org:99999/", "not a URL"),
    ],
)
def test_other_urls_are_refused(url: str, why: str) -> None:
    with pytest.raises(ForbiddenAddressError, match=why):
        check_url(url)


@pytest.mark.parametrize("url", ["https://example.org/", "http://example.org:8080/a?b#c"])
def test_urls_of_the_web_are_asked(url: str) -> None:
    check_url(url)
