"""One POST within a time limit, to an address that was checked; redirects are not followed."""

import asyncio
import ssl
from functools import cache

import httpx

from leads.delivery.addresses import resolve
from leads.delivery.sending import TIMEOUT, NotDelivered

CONNECT = 2.0
"""Seconds for each address of a name, so that one that does not answer leaves time for the next."""


def post(url: str, body: str, headers: dict[str, str], allow_private: bool) -> None:
    """Returns when the receiver has taken it (2xx). Raises NotDelivered."""
    try:
        status = asyncio.run(_status(httpx.URL(url), body, headers, allow_private))
    except TimeoutError:
        raise NotDelivered(f"{TIMEOUT:.0f}秒以内に応答がありません") from None
    except httpx.HTTPError as error:
        raise NotDelivered(f"接続できません({type(error).__name__})") from None
    if status == httpx.codes.GONE:
        raise NotDelivered(f"HTTP {status}", final=True)
    if not httpx.codes.is_success(status):
        raise NotDelivered(f"HTTP {status}")


async def _status(url: httpx.URL, body: str, headers: dict[str, str], allow_private: bool) -> int:
    async with asyncio.timeout(TIMEOUT):
        host, port = url.raw_host.decode(), url.port or (443 if url.scheme == "https" else 80)
        addresses = await resolve(host, port, allow_private)
        headers = {"Content-Type": "application/json", "User-Agent": "hosho", **headers, "Host": url.netloc.decode()}
        transport = httpx.AsyncHTTPTransport(verify=_trusted(), trust_env=False)
        async with httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(TIMEOUT, connect=CONNECT)) as client:
            for address in addresses:
                request = client.build_request(
                    "POST",
                    url.copy_with(host=address),
                    content=body,
                    headers=headers,
                    extensions={"sni_hostname": host},
                )
                try:
                    response = await client.send(request, stream=True)  # the body is of no interest
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    if address == addresses[-1]:
                        raise
                else:
                    await response.aclose()
                    return response.status_code
    raise AssertionError("a name without an address does not resolve")


@cache
def _trusted() -> ssl.SSLContext:
    """Reading the certificates of all authorities takes longer than a delivery."""
    return httpx.create_ssl_context()
