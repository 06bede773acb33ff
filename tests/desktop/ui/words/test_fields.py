# SPDX-License-Identifier: MIT
"""Fields and values as words: no code, no stored form ever reaches a person."""

import pytest

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.fields import field_label, kind_label, written_value
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_value, mark_values
from sync.records.codes import load_codes
from sync.records.kinds import KINDS

SHOWN = (
    "person", "situation", "note", "attendance", "visit", "session", "tally", "merge", "review", "reply",
    "referral", "visit_referral", "consent", "task", "handout", "service_note",
)  # fmt: skip


@pytest.fixture
def codes(dressed: Dressed) -> CodeWords:
    return CodeWords(load_codes(resource("codes")), dressed.translations)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", SHOWN)
def test_every_field_of_every_shown_kind_has_a_label(
    dressed: Dressed, codes: CodeWords, kind: str, language: Language
) -> None:
    dressed.translations.speak(language)
    bare = [spec.name for spec in KINDS[kind].fields if field_label(kind, spec.name, codes) == spec.name]
    assert bare == []
    assert kind_label(kind) != kind


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("person", "name", {"first": "Samir", "last": "Haddad"}, "Samir Haddad"),
        ("person", "name", {"first": "Samir", "last": None}, "Samir"),
        ("referral", "kind", "formal", "Lähete"),
        ("referral", "state", {"status": "rejected", "at": None, "reason": "full"}, "Ei otettu, Täynnä"),
        ("referral", "service", "0" * 32, ""),
        ("consent", "language", "ar", "arabia"),
        ("task", "due", "2026-12-08", "8.12.2026"),
        ("person", "phone", "+358405550132", "040 555 0132"),
        ("person", "phone", "sisaren numero", "sisaren numero"),
        ("person", "birth_date", "1996-01-02", "2.1.1996"),
        ("person", "contact_language", "ar", "arabia"),
        ("person", "contact_ok", ["call", "sms"], "Puhelu, Tekstiviesti"),
        ("person", "contact_ok/sms", True, "Kyllä"),
        ("person", "protected", False, "Ei"),
        ("person", "responsible", "s0000000000000001", ""),
        ("person", "email", None, ""),
        ("situation", "labour", {"status": "unemployed", "since": "2026-02-14"}, "Työtön 14.2.2026 alkaen"),
        ("situation", "labour", {"status": "unemployed", "since": None}, "Työtön"),
        ("situation", "labour", {"status": None, "since": "2026-02-14"}, "14.2.2026 alkaen"),
        ("situation", "finnish_level", "a2_1", "A2.1"),
        ("session", "place", {"point": None, "name": "Itäkeskuksen kirjasto"}, "Itäkeskuksen kirjasto"),
        ("session", "goal", {"visits": 25, "text": "nuoret"}, "25 asiointia, nuoret"),
        ("session", "goal", {"visits": 1, "text": ""}, "1 asiointi"),
        ("visit", "topics", ["language_course"], "Kielikurssi"),
        ("tally", "heads", 1284, "1\N{NO-BREAK SPACE}284"),
        ("person", "from_the_future", "zzz", "zzz"),
        ("from_the_future", "field", {"a": 1, "b": None}, "1"),
    ],
)
def test_a_value_is_written_as_people_read_it(
    codes: CodeWords, kind: str, field: str, value: FieldValue, words: str
) -> None:
    assert written_value(kind, field, value, codes, Language.FINNISH) == words


def test_an_element_of_a_set_is_named_with_its_word(codes: CodeWords) -> None:
    assert field_label("person", "contact_ok/sms", codes) == "Yhteyslupa: Tekstiviesti"


def test_staff_are_named_where_their_names_are_known(codes: CodeWords) -> None:
    names = {"s0000000000000001": "Aino Lehtonen"}
    one, many = "s0000000000000001", ["s0000000000000001", "s0000000000000002"]
    assert (
        written_value("person", "responsible", one, codes, Language.FINNISH, names=names) == "Aino Lehtonen"
    )
    assert written_value("session", "staff", many, codes, Language.FINNISH, names=names) == "Aino Lehtonen"


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_has_an_icon_and_a_word(dressed: Dressed, mark: Mark) -> None:
    shown = mark_value(mark)
    assert shown.word
    assert shown.icon
    assert not dressed.theme.icons.picture(shown.icon, "#000000", 14).isNull()


def test_a_row_does_not_boast_that_it_was_delivered(dressed: Dressed) -> None:
    assert dressed.theme is not None
    assert [one.word for one in mark_values([Mark.DELIVERED, Mark.UNSENT])] == ["Lähettämättä"]
