# SPDX-License-Identifier: MIT
"""A share read out over the telephone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.errors import EnrolmentInvalid
from sync.protocol.lease_words import LEASE_CHARACTERS, lease_words, share_from


@given(st.binary(min_size=16, max_size=16))
def test_what_is_read_out_is_what_is_typed_in_whatever_hand(share: bytes) -> None:
    words = lease_words(share)
    assert len(words.replace("-", "")) == LEASE_CHARACTERS
    assert share_from(words) == share
    assert share_from(words.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == share


@given(st.text(max_size=40))
def test_anything_else_that_is_typed_is_no_share_or_one_of_sixteen_bytes(typed: str) -> None:
    try:
        share = share_from(typed)
    except EnrolmentInvalid:
        return
    assert share_from(lease_words(share)) == share


@pytest.mark.parametrize("typed", ["", "0" * 25, "0" * 27, "U" * 26, "0" * 25 + "1", "0" * 25 + "3"])
def test_a_code_of_another_length_or_with_a_slip_in_its_end_is_refused(typed: str) -> None:
    with pytest.raises(EnrolmentInvalid):
        share_from(typed)
