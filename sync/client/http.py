# SPDX-License-Identifier: MIT
"""The hub over HTTP: signs, seals, asks, opens. One implementation of ``sync.protocol.hub.Hub``.

Only the notebook process imports this module: ``requests`` costs 130 ms.
"""

import secrets
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

import msgspec
import requests
import urllib3

from sync.client.route import DIRECT, ProxyChoice, Route
from sync.client.tls import ContextAdapter, check_dates, tls_context
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.answer import ANSWER_HEADER, verify_answer
from sync.protocol.bundle import BUNDLE_ANSWER, BUNDLE_PATH, BundleTaken
from sync.protocol.calls import CONTENT_TYPE, HELLO_PATH, PROBLEM_TYPE, Call
from sync.protocol.comparing import Digests, DigestsRequest, States, StatesRequest, Tallied, TallyRequest
from sync.protocol.devices import (
    ORDER_PATH,
    FarewellRequest,
    FarewellsTaken,
    Lease,
    LeaseFetchRequest,
    LeaseKeepRequest,
    SignedOrder,
)
from sync.protocol.enrolment import is_loopback, parse_address
from sync.protocol.errors import CaptivePortal, FrameRefused, ProxyRefused, Refused, Unreachable
from sync.protocol.frame import MAX_SEALED, open_frame, seal_frame, unpack
from sync.protocol.hello import NONCE_BYTES, KnownHub, verify_hello
from sync.protocol.holding import HeldCommits, HeldRequest
from sync.protocol.http_signature import sign_request
from sync.protocol.messages import (
    Enrolled,
    EnrolRequest,
    Heads,
    HeadsRequest,
    Pulled,
    PullRequest,
    Pushed,
    PushRequest,
    SignedHello,
    SnapshotPart,
    SnapshotRequest,
)
from sync.protocol.orders import order_from
from sync.protocol.past import PastCommits, PastRequest
from sync.protocol.problems import decode_problem
from sync.protocol.restart import Bases, BasesRequest
from sync.protocol.succession import Succeeded, SucceedRequest
from sync.records.ids import HubId, LaptopId, StaffId, WriterId

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 30.0
"""For each piece that is waited for, so for the beginning of an answer that the hub holds back too (25 s)."""
WHOLE_SECONDS: Final = 120.0
"""For a whole exchange: a line that lets a byte a second through must not hold a round for days."""
_PIECE: Final = 65_536
_OK: Final = frozenset({200, 201, 206})
_REDIRECTS: Final = range(300, 400)

T = TypeVar("T", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a yes looks like: its media type, at most so many bytes, and whether it carries the hub's word."""

    kind: str = CONTENT_TYPE
    most: int = MAX_SEALED
    vouched: bool = True


SEALED: Final = Expected()
_UNSIGNED: Final = Expected(vouched=False)


class HttpHub:
    """A hub at an address, recognised by its root's digest ``pin``.

    ``clock`` is the laptop's, in milliseconds; ``offset`` what is known of hub time minus it. Raises
    InsecureAddress for plain HTTP to another machine; all calls raise ``sync.protocol.errors``. Used by one
    thread at a time. ``route`` is asked before each request; its certificate pin counts from the first on.
    """

    def __init__(
        self,
        address: str,
        *,
        pin: bytes,
        signing: SigningKey,
        receiving: ReceivingKey,
        clock: Callable[[], int],
        hub_id: HubId | None = None,
        offset: int = 0,
        context: ssl.SSLContext | None = None,
        route: Callable[[], Route] = Route,
        user_agent: str = "kenttakirja",
        timeouts: tuple[float, float] = (CONNECT_SECONDS, READ_SECONDS),
        whole_seconds: float = WHOLE_SECONDS,
    ) -> None:
        self.address = parse_address(address)
        self.known: KnownHub | None = None
        self._pin = pin
        self._signing = signing
        self._receiving = receiving
        self._clock = clock
        self._hub_id = hub_id
        self._offset = offset
        self._timeouts = timeouts
        self._whole_seconds = whole_seconds
        self._session = requests.Session()
        self._session.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": user_agent, "Accept-Encoding": "identity", "Accept": CONTENT_TYPE}
        )
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._route = route
        # A proxy has no business between this machine and itself.
        self._near = is_loopback(urlsplit(self.address).hostname or "")
        self._session.mount("https://", ContextAdapter(context or tls_context(pin=route().certificate)))

    def hello(self, nonce: bytes) -> SignedHello:
        """Return who the hub is, after holding it against the pin; from here on hub time is known."""
        return self._greet(nonce)[0]

    def enrol(self, request: EnrolRequest) -> Enrolled:
        """Let a new writer in; hello has fitted the pin before the code goes out."""
        return self._call(Call.ENROL, request, Enrolled)

    def enrol_again(self, code: str, *, laptop: LaptopId, laptop_name: str, staff: StaffId) -> Enrolled:
        """Let this client's own writer in once more, at a hub that does not know it any more."""
        keys = self._signing.public, self._receiving.public
        return self.enrol(EnrolRequest(code, *keys, laptop, laptop_name, staff))

    def heads(self, request: HeadsRequest) -> Heads:
        """Return where the hub stands."""
        return self._call(Call.HEADS, request, Heads)

    def push(self, request: PushRequest) -> Pushed:
        """Accept a run of commits; durable when this returns."""
        return self._call(Call.PUSH, request, Pushed)

    def pull(self, request: PullRequest) -> Pulled:
        """Return what is new for this writer."""
        return self._call(Call.PULL, request, Pulled)

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        """Return one part of a snapshot."""
        return self._call(Call.SNAPSHOT, request, SnapshotPart)

    def tally(self, request: TallyRequest) -> Tallied:
        """Return what streams hold by kind."""
        return self._call(Call.TALLY, request, Tallied)

    def digests(self, request: DigestsRequest) -> Digests:
        """Return the digests of a kind's entities."""
        return self._call(Call.DIGESTS, request, Digests)

    def states(self, request: StatesRequest) -> States:
        """Return entities as they stand."""
        return self._call(Call.STATES, request, States)

    def past(self, request: PastRequest) -> PastCommits:
        """Return what was written about a person."""
        return self._call(Call.PAST, request, PastCommits)

    def held(self, request: HeldRequest) -> HeldCommits:
        """Return what is held back, whole."""
        return self._call(Call.HELD, request, HeldCommits)

    def bases(self, request: BasesRequest) -> Bases:
        """Return up to where numbers still hold."""
        return self._call(Call.BASES, request, Bases)

    def deliver(self, bundle: bytes) -> BundleTaken:
        """Deliver a bundle's bytes, somebody else's or one's own."""
        raw = self.ask("POST", BUNDLE_PATH, bundle, {"Content-Type": CONTENT_TYPE})
        return open_frame(self._receiving, raw, BundleTaken, label=BUNDLE_ANSWER)

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Return the order about a writer, ``None`` without one; asked without any key, and proved by itself."""
        path = f"{ORDER_PATH}?writer={writer.hex()}"
        raw, _ = self._exchange("GET", path, b"", {}, expects=_UNSIGNED)
        return order_from(raw) if raw else None

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Deliver farewells; ``request.receiving`` is this client's own public key."""
        return self._call(Call.FAREWELL, request, FarewellsTaken)

    def succeed(self, request: SucceedRequest) -> Succeeded:
        """Let a writer in that goes on from this one."""
        return self._call(Call.SUCCEED, request, Succeeded)

    def lease_keep(self, request: LeaseKeepRequest) -> Lease:
        """Leave the share with the hub and begin the lease anew."""
        return self._call(Call.LEASE_KEEP, request, Lease)

    def lease_fetch(self, request: LeaseFetchRequest, *, verifier: SigningKey) -> Lease:
        """Ask for the share; ``request.receiving`` is this client's own public key."""
        return self._call(Call.LEASE_FETCH, request, Lease, signing=verifier)

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._session.close()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: Mapping[str, str],
        *,
        expects: Expected = SEALED,
        signing: SigningKey | None = None,
    ) -> bytes:
        """Send a signed request and return the answer's body; the hub is greeted first where it is not known."""
        known = self.known or self._greet(secrets.token_bytes(NONCE_BYTES))[1]
        signed = sign_request(
            method=method,
            path=path,  # as the hub sees it: a balancer in front takes the address's own path off
            body=body,
            key=signing or self._signing,
            created_ms=self._hub_time(),
        )
        raw, certificate = self._exchange(
            method, path, body, {**headers, **signed}, known=known, expects=expects
        )
        if certificate is not None:
            check_dates(certificate, self._hub_time())
        return raw

    def _greet(self, nonce: bytes) -> tuple[SignedHello, KnownHub]:
        asked = self._clock()
        raw, certificate = self._exchange("GET", f"{HELLO_PATH}?nonce={nonce.hex()}", b"", {})
        answered = self._clock()
        signed = unpack(raw, SignedHello)
        known = verify_hello(signed, nonce=nonce, pin=self._pin, hub=self._hub_id)
        if certificate is not None:
            check_dates(certificate, known.time)
        self._offset = known.time - (asked + answered) // 2
        self.known = known
        return signed, known

    def _call(
        self, call: Call, request: msgspec.Struct, answer: type[T], *, signing: SigningKey | None = None
    ) -> T:
        known = self.known or self._greet(secrets.token_bytes(NONCE_BYTES))[1]
        body = seal_frame(known.receiving, request, label=call.value)
        raw = self.ask("POST", call.path, body, {"Content-Type": CONTENT_TYPE}, signing=signing)
        return open_frame(self._receiving, raw, answer, label=call.answer)

    def _proxies(self) -> dict[str, str]:
        """Take the way that is chosen now: it may have been changed since the last request."""
        route = DIRECT if self._near else self._route()
        self._session.trust_env = route.choice is ProxyChoice.SYSTEM
        return {"https": route.proxy} if route.choice is ProxyChoice.OWN else {}

    def _hub_time(self) -> int:
        return self._clock() + self._offset

    def _exchange(
        self,
        method: str,
        path: str,
        body: bytes,
        headers: Mapping[str, str],
        *,
        known: KnownHub | None = None,
        expects: Expected = SEALED,
    ) -> tuple[bytes, Mapping[str, Any] | None]:
        """Return the answer's body and the certificate it came under; raises what an answer may mean.

        With ``known`` the answer must carry that hub's word for it, else WrongHub. So must a no that the
        laptop acts upon (a gap, a revocation); that a frame was not understood may be said without.
        """
        until = time.monotonic() + self._whole_seconds
        try:
            with self._session.request(
                method,
                self.address + path,
                data=body or None,
                headers=headers,
                timeout=self._timeouts,
                proxies=self._proxies(),
                allow_redirects=False,
                stream=True,
            ) as response:
                certificate = _certificate(response)
                raw = _read(response, max(expects.most, MAX_SEALED) + 1, until)
        except requests.exceptions.SSLError as problem:
            raise CaptivePortal("certificate") from problem
        except requests.exceptions.ProxyError as problem:
            raise ProxyRefused from problem
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as problem:
            raise Unreachable(type(problem).__name__) from problem
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        word = response.headers.get(ANSWER_HEADER)
        if response.status_code in _OK and kind == expects.kind:
            if not _whole(response, raw):
                raise Unreachable("cut")
            if known is not None and expects.vouched:
                verify_answer(known.signing, word, hub=known.hub, request=body, answer=raw)
            return raw, certificate
        if response.status_code in _OK or response.status_code in _REDIRECTS:
            raise CaptivePortal(f"status {response.status_code}")
        refused = decode_problem(
            response.status_code,
            raw if kind == PROBLEM_TYPE else b"",
            response.headers.get("Retry-After"),
        )
        if known is not None and isinstance(refused, Refused) and not isinstance(refused, FrameRefused):
            verify_answer(known.signing, word, hub=known.hub, request=body, answer=raw)
        raise refused


def _read(response: requests.Response, most: int, until: float) -> bytes:
    """Read at most so many bytes, in pieces as they come; raises Unreachable ("slow") when the time is up."""
    pieces, left = [], most
    while left > 0 and (piece := response.raw.read1(min(left, _PIECE), decode_content=False)):
        pieces.append(piece)
        left -= len(piece)
        if time.monotonic() > until:
            raise Unreachable("slow")
    return b"".join(pieces)


def _whole(response: requests.Response, raw: bytes) -> bool:
    """Whether the answer came to its end: cut inside its header fields it would look like a short one."""
    if response.headers.get("Transfer-Encoding", "").lower() == "chunked":
        return True
    return response.headers.get("Content-Length") == str(len(raw))


def _certificate(response: requests.Response) -> Mapping[str, Any] | None:
    """The other side's certificate as ``ssl`` describes it; ``None`` without TLS."""
    connection = getattr(response.raw, "connection", None)
    socket = getattr(connection, "sock", None)
    return socket.getpeercert() if isinstance(socket, ssl.SSLSocket) else None
