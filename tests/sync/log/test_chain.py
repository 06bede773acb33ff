# SPDX-License-Identifier: MIT
"""A writer's chain: gap-free, linked, and a cloned laptop is noticed."""

from dataclasses import replace

import pytest
from log_keys import HUB, KEY, OTHER_HUB, OTHER_KEY, STREAM, chain, visit

from sync.log.chain import Signatures, Tip, check_signatures, first_tip, follow
from sync.log.commit import SignedCommit
from sync.log.errors import BadSignature, ChainBroken, ChainForked
from sync.records.ids import StreamId

CHAIN = chain([[visit(n)] for n in range(4)])
CLONE = chain([[visit(0)], [visit("clone")], [visit("clone 2")]])
START = first_tip(HUB, STREAM, KEY.public)


def _follow(
    tip: Tip, commits: list[SignedCommit], signatures: Signatures = Signatures.ALL, held: bytes | None = None
) -> Tip:
    return follow(
        tip, commits, hub=HUB, stream=STREAM, public=KEY.public, signatures=signatures, held=lambda _: held
    )[0]


def _forged(commit: SignedCommit) -> SignedCommit:
    return replace(commit, signature=bytes(64))


@pytest.mark.parametrize("signatures", Signatures)
def test_a_chain_is_followed_in_one_pass_and_in_pieces(signatures: Signatures) -> None:
    whole = _follow(START, CHAIN, signatures)
    assert whole == Tip(4, CHAIN[-1].hash)
    assert _follow(_follow(START, CHAIN[:2], signatures), CHAIN[2:], signatures) == whole


def test_links_carry_header_id_and_hash() -> None:
    _, links = follow(START, CHAIN, hub=HUB, stream=STREAM, public=KEY.public)
    assert [link.id.n for link in links] == [1, 2, 3, 4]
    assert all(link.hash[:8] == link.id.mark and link.commit.header for link in links)


def test_commits_that_are_held_already_are_passed_over() -> None:
    tip = _follow(START, CHAIN[:3])
    assert _follow(tip, CHAIN) == Tip(4, CHAIN[-1].hash)
    assert _follow(tip, CHAIN[:1], held=CHAIN[0].hash[:8]) == tip
    assert follow(tip, CHAIN[:1], hub=HUB, stream=STREAM, public=KEY.public) == (tip, ())


def test_a_gap_is_refused() -> None:
    with pytest.raises(ChainBroken):
        _follow(_follow(START, CHAIN[:1]), CHAIN[2:])


def test_a_cloned_laptop_is_a_fork_whether_the_dot_or_the_link_differs() -> None:
    tip = _follow(START, CHAIN[:2])
    with pytest.raises(ChainForked):
        _follow(tip, CLONE[1:2])
    with pytest.raises(ChainForked):
        _follow(tip, CLONE[2:])
    with pytest.raises(ChainForked):
        _follow(_follow(START, CHAIN), CLONE[1:2], held=CHAIN[1].hash)


def test_a_fork_is_claimed_only_with_a_good_signature() -> None:
    tip = _follow(START, CHAIN[:2])
    for commit in (CLONE[1], CLONE[2]):
        with pytest.raises(BadSignature):
            _follow(tip, [_forged(commit)])


def test_the_last_signature_covers_the_segment_and_the_others_are_checked_later() -> None:
    forged = [_forged(CHAIN[0]), *CHAIN[1:]]
    with pytest.raises(BadSignature):
        _follow(START, forged)
    _, links = follow(START, forged, hub=HUB, stream=STREAM, public=KEY.public, signatures=Signatures.LAST)
    with pytest.raises(BadSignature):
        check_signatures(links, hub=HUB, public=KEY.public)
    check_signatures(links[1:], hub=HUB, public=KEY.public)
    with pytest.raises(BadSignature):
        _follow(START, [*CHAIN[:3], _forged(CHAIN[3])], Signatures.LAST)


def test_a_changed_commit_inside_a_segment_breaks_the_link_after_it() -> None:
    with pytest.raises(ChainForked):
        _follow(START, [CHAIN[0], CLONE[1], CHAIN[2]], Signatures.LAST)


def test_a_chain_of_another_stream_writer_or_hub_is_refused() -> None:
    for other in (
        chain([[visit()]], stream=StreamId("team/t0000000000000000")),
        chain([[visit()]], key=OTHER_KEY),
    ):
        with pytest.raises(ChainBroken):
            _follow(START, other)
    with pytest.raises(BadSignature):
        _follow(START, chain([[visit()]], hub=OTHER_HUB))
    with pytest.raises(ChainBroken):
        _follow(Tip(0, bytes(32)), CHAIN)
