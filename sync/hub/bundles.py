# SPDX-License-Identifier: MIT
"""Bundles that somebody else delivers, unread: taken in as if their writer had pushed what is inside."""

from typing import Final

from sync.hub.audit import Event, Operation, log
from sync.hub.parts import HubParts
from sync.hub.push import push
from sync.hub.restored import decide_again
from sync.protocol.bundle import MAX_DELIVERED, Bundle, BundleTaken, read_bundle
from sync.protocol.errors import BundleRefused, Code, FrameTooLarge, Refused, refusal
from sync.protocol.messages import PushRequest, WireCommit
from sync.records.ids import StreamId, WriterId

MOST_INSIDE: Final = 8
"""Bundles of 4 MiB that are read at once: opened they take four times as much and more."""


def take_bundle(parts: HubParts, sender: WriterId, raw: bytes) -> BundleTaken:
    """Take in every run that fits and return how many commits are here now, and how many runs did not fit.

    The bundle's signature proves its writer, and each commit its own; ``sender`` only carries. What a revoked
    writer wrote after the revocation is quarantined like any other. Raises FrameRefused (malformed,
    frame-too-large) and AccessRefused (unknown-writer).
    """
    if len(raw) > MAX_DELIVERED:
        raise FrameTooLarge("bundle")
    try:
        bundle = read_bundle(raw, key=parts.keys.receiving, hub=parts.hub)
    except BundleRefused as problem:
        raise refusal(Code.MALFORMED) from problem
    writer = bundle.header.writer
    parts.known_writer(writer)
    taken = _take(parts, writer, bundle)
    carrier = parts.known_writer(sender).staff
    log(parts, [Event(Operation.CREATE, carrier, f"bundle {writer.hex()}", f"{taken.commits} {taken.left}")])
    return taken


def _take(parts: HubParts, writer: WriterId, bundle: Bundle) -> BundleTaken:
    commits, left = 0, 0
    stuck: set[StreamId] = set()
    for segment in bundle.segments:
        wire = [WireCommit.of(commit) for commit in segment.commits]
        request = PushRequest(segment.stream, segment.writer, segment.first, segment.prev, wire)
        if segment.writer != writer or segment.stream in stuck:
            left += 1
            continue
        try:
            answer = push(parts, writer, request)
            commits += answer.accepted_through - segment.first + 1
        except Refused:
            stuck.add(segment.stream)
            left += 1
            continue
        if parts.restored and answer.quarantined:
            decide_again(parts, segment.stream)
    return BundleTaken(commits, left)
