# SPDX-License-Identifier: MIT
"""TLS on a laptop whose clock may be wrong: the operating system's roots, dates held against hub time.

OpenSSL checks the chain and the name but not the dates; those are compared with what the hub's signed hello
says the time is (README of the design, "Time and TLS"). truststore would ask Windows, which uses its clock.
"""

import ssl
from collections.abc import Mapping
from typing import Any, Final

from requests.adapters import HTTPAdapter

from sync.protocol.errors import CaptivePortal

NO_CHECK_TIME: Final = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL; the ``ssl`` module has no name for it."""


def tls_context(*, extra_roots: str | None = None) -> ssl.SSLContext:
    """Return the context for the hub: OS roots (and a PEM text of more), dates left to ``check_dates``."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags = ssl.VerifyFlags(context.verify_flags | NO_CHECK_TIME)
    if extra_roots is not None:
        context.load_verify_locations(cadata=extra_roots)
    return context


def check_dates(certificate: Mapping[str, Any], hub_time_ms: int) -> None:
    """Raise CaptivePortal unless the certificate (``getpeercert()``) is valid at hub time."""
    now = hub_time_ms / 1000
    begins = ssl.cert_time_to_seconds(str(certificate["notBefore"]))
    ends = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
    if not begins <= now <= ends:
        raise CaptivePortal("certificate dates")


class ContextAdapter(HTTPAdapter):
    """requests' adapter with one context of ours, through a proxy too, and without certifi's roots."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(max_retries=0, pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - requests' own signature
        """Give every direct connection our context."""
        super().init_poolmanager(*args, ssl_context=self._context, **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401 - requests' own signature
        """Give every connection through a proxy our context."""
        return super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:  # noqa: ANN401
        """Leave the roots to the context: requests would add certifi's."""
        del url, verify, cert
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = None
        conn.ca_cert_dir = None
