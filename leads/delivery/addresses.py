"""Which addresses a webhook may go to: public ones, unless the operator allows others."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from leads.delivery.sending import NotDelivered

_NAT64 = IPv6Network("64:ff9b::/96")


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
    inner = _inner(ip) if isinstance(ip, IPv6Address) else None
    return ip.is_global and not ip.is_multicast and (inner is None or is_public(str(inner)))


def _inner(ip: IPv6Address) -> IPv4Address | None:
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
