# SPDX-License-Identifier: MIT
"""TLS on a laptop whose clock may be wrong: the operating system's roots, dates held against hub time.

OpenSSL checks the chain and the name but not the dates; those are compared with what the hub's signed hello
says the time is (README of the design, "Time and TLS"). truststore would ask Windows, which uses its clock.
"""

import ssl
from collections.abc import Mapping
from typing import Any, Final

from requests.adapters import HTTPAdapter

from sync.protocol.certificate import certificate_pin
from sync.protocol.errors import CaptivePortal

NO_CHECK_TIME: Final = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL; the ``ssl`` module has no name for it."""


class PinnedContext(ssl.SSLContext):
    """A client context that also demands one public key of the other side; set ``pin`` before use."""

    pin: bytes = b""

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:  # noqa: ANN401 - ssl's own signature
        """Shake hands, and let go before anything is sent when the certificate has another key."""
        wrapped = super().wrap_socket(*args, **kwargs)
        der = wrapped.getpeercert(binary_form=True)
        if der is None or certificate_pin(der) != self.pin:
            wrapped.close()
            raise ssl.SSLCertVerificationError("the certificate has another key than the pinned one")
        return wrapped


def tls_context(*, extra_roots: str | None = None, pin: bytes | None = None) -> ssl.SSLContext:
    """Return the context for the hub: OS roots (and a PEM text of more), dates left to ``check_dates``.

    ``pin``: besides a chain to such a root, the certificate must have this key (``route.certificate_pin``).
    """
    context = ssl.create_default_context() if pin is None else _pinned(pin)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags = ssl.VerifyFlags(context.verify_flags | NO_CHECK_TIME)
    if extra_roots is not None:
        context.load_verify_locations(cadata=extra_roots)
    return context


def _pinned(pin: bytes) -> PinnedContext:
    """Return what ``ssl.create_default_context`` returns, of our class."""
    context = PinnedContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    context.pin = pin
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
