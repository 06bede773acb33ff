# SPDX-License-Identifier: MIT
"""What one can filter by, as rows of a list, and what the ticked ones ask of the search."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.services import ServiceClient, ServiceFilters
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.moments import at_start

_BANDS: Final = {
    "age:young": ("under_15", "15_17"),
    "age:middle": ("18_20", "21_24", "25_29"),
    "age:older": ("30_44", "45_54", "55_64", "65_plus"),
}
"""Three bands for finding; the limits of the law and of most services."""
_OLDEST_OF_MIDDLE: Final = 29
_OLDEST_OF_YOUNG: Final = 17
_LANGUAGES: Final = ("fi", "sv", "en", "ru", "ar", "so", "uk")
"""The languages most asked for at the points; the client's own is added when it is another."""
EXCLUSIVE: Final = (frozenset({"obligation:voluntary", "obligation:binding"}),)
"""Of these only one can be ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterRow:
    """A heading (``tickable`` false) or something to tick. ``mine`` says that it is the client's own fact."""

    key: str
    text: str
    tickable: bool = True
    ticked: bool = False
    mine: bool = False
    mine_word: str = ""

    @property
    def spoken(self) -> str:
        """The row read out; whether it is ticked is told by its state."""
        return f"{self.text}, {self.mine_word}" if self.mine else self.text


def filter_rows(codes: CodeWords, client: ServiceClient, ticked: Collection[str]) -> list[FilterRow]:
    """Return every row, top first, in the language in force."""
    mine = {_band_of(client.age, codes), f"language:{client.language}"}
    word = QCoreApplication.translate("ServiceFilters", "the client's")
    rows = []
    for key, text, tickable in _rows(codes, client):
        own = tickable and key in mine
        rows.append(
            FilterRow(
                key=key,
                text=text,
                tickable=tickable,
                ticked=key in ticked,
                mine=own,
                mine_word=word if own else "",
            )
        )
    return rows


def filters_of(ticked: Collection[str], codes: CodeWords) -> ServiceFilters:
    """Return what the ticked rows ask of the search."""

    def chosen(group: str) -> list[str]:
        return sorted(key.partition(":")[2] for key in ticked if key.startswith(f"{group}:"))

    only = set(chosen("only"))
    known = {row.code for row in codes.lists["ages"].rows}
    ages = [code for band, codes_of in _BANDS.items() if band in ticked for code in codes_of if code in known]
    return ServiceFilters(
        ages=ages,
        languages=chosen("language"),
        districts=chosen("district"),
        groups=chosen("group"),
        obligation=next(iter(chosen("obligation")), ""),
        open_now="open_now" in only,
        free="free" in only,
        without_appointment="without_appointment" in only,
        places_now="places_now" in only,
        step_free="step_free" in only,
        favourites="favourites" in only,
        hidden="hidden" in only,
    )


def _rows(codes: CodeWords, client: ServiceClient) -> Iterator[tuple[str, str, bool]]:
    yield "0", QCoreApplication.translate("ServiceFilters", "Age"), False
    yield "age:young", QCoreApplication.translate("ServiceFilters", "Under 18"), True
    yield "age:middle", QCoreApplication.translate("ServiceFilters", "18\N{EN DASH}29"), True
    yield "age:older", QCoreApplication.translate("ServiceFilters", "30 or over"), True
    yield "1", QCoreApplication.translate("ServiceFilters", "Language of the service"), False
    for code in _LANGUAGES if client.language in {"", *_LANGUAGES} else (*_LANGUAGES, client.language):
        yield f"language:{code}", codes.label("languages", code), True
    yield "2", QCoreApplication.translate("ServiceFilters", "Topic"), False
    for row in codes.lists["topic_groups"].rows:
        yield f"group:{row.code}", codes.row_label(row), True
    yield "3", QCoreApplication.translate("ServiceFilters", "Availability"), False
    yield (
        "only:without_appointment",
        QCoreApplication.translate("ServiceFilters", "No appointment"),
        True,
    )
    yield "only:open_now", QCoreApplication.translate("ServiceFilters", "Open now"), True
    yield "only:places_now", QCoreApplication.translate("ServiceFilters", "Places now"), True
    yield "only:free", QCoreApplication.translate("ServiceFilters", "Free of charge"), True
    yield "only:step_free", QCoreApplication.translate("ServiceFilters", "Step-free access"), True
    yield "only:favourites", QCoreApplication.translate("ServiceFilters", "My favourites"), True
    yield "4", QCoreApplication.translate("ServiceFilters", "Obligation"), False
    yield "obligation:voluntary", QCoreApplication.translate("ServiceFilters", "Voluntary"), True
    yield "obligation:binding", QCoreApplication.translate("ServiceFilters", "Binding"), True
    yield "5", QCoreApplication.translate("ServiceFilters", "Part of the city"), False
    for row in codes.lists["major_districts"].rows:
        yield f"district:{row.code}", at_start(codes.row_label(row)), True
    yield "6", QCoreApplication.translate("ServiceFilters", "List"), False
    yield "only:hidden", QCoreApplication.translate("ServiceFilters", "Hidden ones too"), True


def _band_of(age: str, codes: CodeWords) -> str:
    row = codes.lists["ages"].get(age) if age else None
    if row is None or row.lowest is None:
        return ""
    if row.lowest <= _OLDEST_OF_YOUNG:
        return "age:young"
    return "age:middle" if row.lowest <= _OLDEST_OF_MIDDLE else "age:older"
