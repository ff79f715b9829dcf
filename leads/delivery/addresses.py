"""Which addresses a webhook may go to: public ones, unless the operator allows others."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Network, ip_address

from leads.delivery.sending import NotDelivered

_NAT64 = IPv6Network("64:ff9b::/96")
_UNICAST = IPv6Network("2000::/3")
"""All that is given to the public; what lies outside leads inside: NAT64 of one's own, IPv4 in other clothes."""
_FOR_DOCUMENTS = IPv6Network("3fff::/20")
"""RFC 9637, younger than our Python."""


async def resolve(host: str, port: int, allow_private: bool) -> list[str]:
    """The addresses of a name, best first; to be connected to as they are, for the name may say another next time.

    Raises NotDelivered when there is none, or when any is not public."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotDelivered(f"宛先の名前を解決できません({type(error).__name__})") from None
    addresses = list(dict.fromkeys(str(address[0]) for *_, address in found))
    if not allow_private and not all(map(is_public, addresses)):
        raise NotDelivered("宛先が社内・ローカルのアドレスです(HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE で許可できます)")
    return addresses


def is_public(address: str) -> bool:
    """Whether the address, and the IPv4 address within it if there is one, is reachable by everybody."""
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast
    if inner := ip.ipv4_mapped or (IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else ip.sixtofour):
        return is_public(str(inner))
    return ip in _UNICAST and ip.is_global and ip not in _FOR_DOCUMENTS
