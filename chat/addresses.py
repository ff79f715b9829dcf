"""The address a request comes from. Who stands behind a proxy is settled before: uvicorn believes the proxies that
HOSHO_TRUSTED_PROXIES names, and no other X-Forwarded-For."""

import ipaddress

from django.http import HttpRequest

IPV6_CUSTOMER = 64
"""One connection of a household or an office is given this many bits: it may use any address below."""


def address_of(request: HttpRequest) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The client's IPv4 address, or the first of its IPv6 /64; None where the server does not know it."""
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR") or "")
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    return ipaddress.IPv6Network((address, IPV6_CUSTOMER), strict=False).network_address
