# SPDX-License-Identifier: MIT
"""What is read to a client before data leaves: whole, in order, in every language."""

import pytest
from paper_orders import frame_book

from desktop.notebook.handout.consents import consent_text
from desktop.notebook.handout.errors import LanguageMissing, NothingShared, OrderRefused, ScopeUnknown
from desktop.notebook.handout.frames import LANGUAGES

EVERYTHING = ("name", "contact", "birth_date", "language", "situation", "need")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_consent_says_to_whom_what_why_and_that_it_is_voluntary(language: str) -> None:
    text = consent_text(language, "Keksitty opisto", EVERYTHING, frame_book())
    words = frame_book().of(language).consent
    assert text.version == "2026-11"
    assert "\u2068Keksitty opisto\u2069" in text.to_whom
    assert text.shared == tuple(words.scope[code] for code in EVERYTHING)
    lines = text.as_text().splitlines()
    assert len(lines) == 13
    assert {text.why, text.voluntary, text.take_back, text.question} <= set(lines)
    assert text.direction == frame_book().of(language).direction
    assert "{" not in text.as_text()


def test_only_what_leaves_is_told_in_the_order_of_the_list() -> None:
    text = consent_text("en", " Keksitty\nopisto ", {"need", "name"}, frame_book())
    assert text.shared == ("your name", "what you need the service for")
    assert text.to_whom.endswith("to this service: \u2068Keksitty opisto\u2069.")


def test_the_record_of_a_plain_finnish_text_says_finnish() -> None:
    text = consent_text("fi-selko", "Keksitty opisto", ["name"], frame_book())
    assert (text.language, text.records_as, text.reviewed) == ("fi-selko", "fi", False)


@pytest.mark.parametrize(("receiver", "scope"), [("", ["name"]), ("  ", ["name"]), ("Keksitty opisto", [])])
def test_a_consent_about_nothing_or_to_nobody_is_refused(receiver: str, scope: list[str]) -> None:
    with pytest.raises(NothingShared):
        consent_text("fi", receiver, scope, frame_book())


def test_what_no_words_describe_is_never_consented_to() -> None:
    with pytest.raises(ScopeUnknown) as raised:
        consent_text("fi", "Keksitty opisto", ["name", "health"], frame_book())
    assert raised.value.code == "health"
    assert isinstance(raised.value, OrderRefused)


def test_a_language_without_a_text_is_refused() -> None:
    with pytest.raises(LanguageMissing):
        consent_text("zh", "Keksitty opisto", ["name"], frame_book())
