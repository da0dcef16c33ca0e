"""What is this machine's own, or its neighbours', is known however it is wrapped."""

from __future__ import annotations

import pytest

from newstui.net.private_hosts import is_public, names_private_host


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_addresses_out_in_the_world_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "169.254.169.254", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::1", "::", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12::1", "ff02::1",
        "2001:db8::1", "100::1",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network_are_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[fd12::1]", "10.0.0.1", "LOCALHOST",
     "localhost.", "printer.local", "a.localhost"],
)  # fmt: skip
def test_a_private_host_is_recognised_without_a_look_up_however_it_is_written(host: str) -> None:
    assert names_private_host(f"http://{host}:8080/feed")


@pytest.mark.parametrize(
    "host", ["example.org", "93.184.216.34", "1572395042", "local", "[2606:2800:220:1::1]", "[", ""]
)
def test_a_public_host_and_a_name_are_not_private_without_a_look_up(host: str) -> None:
    assert not names_private_host(f"http://{host}/feed")
