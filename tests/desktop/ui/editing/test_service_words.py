# SPDX-License-Identifier: MIT
"""Every field of a service, every reason of an import and everything wrong has words in every language."""

from datetime import date

import pytest
from fake_notebook import FakeBridge
from hypothesis import given
from hypothesis import strategies as st
from page_bench import tools_for

from desktop.notebook.catalogue_import import _REASONS
from desktop.ui.app import Dressed
from desktop.ui.editing.value_words import changed_value, flat, half_a_year_after, said_value
from desktop.ui.page import Tools
from desktop.ui.words.language import Language
from desktop.ui.words.service_fields import (
    file_reason_words,
    line_kind_words,
    reason_words,
    service_field_label,
    wrong_words,
)
from sync.catalogue.checking import Wrong
from sync.catalogue.model import Hours, OfferedLanguage, Organisation, Origin, Place, Service
from sync.catalogue.report import LineKind, Reason

FIELDS = [
    *Service.__struct_fields__,
    *(f"organisation.{name}" for name in Organisation.__struct_fields__),
    *(f"origin.{name}" for name in Origin.__struct_fields__),
    *(f"place.{name}" for name in Place.__struct_fields__),
    *(f"place.hours.{name}" for name in Hours.__struct_fields__),
    *OfferedLanguage.__struct_fields__,
]
UNREAD = sorted({*_REASONS.values(), "missing", "denied", "disk"})


@pytest.fixture
def tools(dressed: Dressed) -> Tools:
    return tools_for(FakeBridge(), dressed, now=0)


@pytest.mark.parametrize("language", list(Language))
def test_every_field_of_the_model_has_a_label(dressed: Dressed, tools: Tools, language: Language) -> None:
    dressed.translations.speak(language)
    assert [path for path in FIELDS if service_field_label(path, tools.codes) == path] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_reason_and_everything_wrong_has_words_of_its_own(dressed: Dressed, language: Language) -> None:
    dressed.translations.speak(language)
    reasons = [reason_words(one.value) for one in Reason if one is not Reason.NONE]
    assert not {one.value for one in Reason} & set(reasons)
    assert len(set(reasons)) == len(reasons)
    assert reason_words(Reason.NONE.value) == ""
    assert not {one.value for one in LineKind} & {line_kind_words(one.value) for one in LineKind}
    wrong = [wrong_words(one.value) for one in Wrong]
    assert len(set(wrong)) == len(wrong)
    assert wrong_words("wrong_type") not in wrong
    unread = [file_reason_words(one) for one in UNREAD]
    assert not set(UNREAD) & set(unread)
    assert len(set(unread)) == len(unread)


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("name.fi", "Nimi (suomi)"),
        ("organisation.name.sv", "Järjestäjä (ruotsi)"),
        ("places.0.address.fi", "Paikka 1: Katuosoite (suomi)"),
        ("places[1].hours", "Paikka 2: Aukioloajat"),
        ("places.2", "Paikka 3"),
        ("serviceHours[2]", "serviceHours[2]"),
        ("", ""),
    ],
)
def test_a_path_is_read_as_people_would_say_it(tools: Tools, path: str, label: str) -> None:
    assert service_field_label(path, tools.codes) == label


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("topics", '["job_search"]', "Työnhaku"),
        ("languages", '[{"language":"fi","level":"a2_1"},{"language":"en"}]', "suomi (A2.1), englanti"),
        ("other_names.fi", '["passi","kortti"]', "passi, kortti"),
        ("price", "free", "Maksuton"),
        ("checked", "2026-09-03", "3.9.2026"),
        ("phone", "+358405550132", "040 555 0132"),
        ("interpreter", "yes", "Kyllä"),
        ("lowest_age", "18", "18"),
        ("topics", "[broken", "[broken"),
        ("name.fi", "", ""),
    ],
)
def test_a_change_is_told_in_words(tools: Tools, path: str, text: str, words: str) -> None:
    assert changed_value(path, text, tools) == words


def test_a_place_is_one_line_with_its_week(tools: Tools) -> None:
    hours = {
        "openings": [{"weekday": day, "opens": "09:00", "closes": "15:30"} for day in (1, 2, 3, 5)],
        "exceptions": [{"from": "2026-12-24", "to": "2026-12-26"}],
    }
    place = {"name": {"fi": "Itäinen"}, "address": "Testikatu 5", "town": "Helsinki", "hours": hours}
    assert said_value("places", [place], tools) == (
        "Itäinen; Testikatu 5, Helsinki; "
        "ma\N{EN DASH}ke 9.00\N{EN DASH}15.30, pe 9.00\N{EN DASH}15.30, "
        "24.12.2026\N{EN DASH}26.12.2026 suljettu"
    )


def test_fields_come_in_the_model_s_order() -> None:
    content = {"price": "free", "organisation": {"name": {"fi": "Testilä"}}, "name": {"sv": "B", "fi": "A"}}
    assert [path for path, _ in flat(content)] == ["name.sv", "name.fi", "price", "organisation.name.fi"]


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_half_a_year_on_is_the_same_day_or_the_month_s_last(day: date) -> None:
    later = half_a_year_after(day)
    months = (later.year - day.year) * 12 + later.month - day.month
    assert months == 6
    assert later.day == day.day or (later.day < day.day and (later.day >= 28))
