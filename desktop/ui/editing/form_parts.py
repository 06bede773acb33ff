# SPDX-License-Identifier: MIT
"""The editors of a service and the sections they stand in: the common ones open, the others folded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.editing.code_editors import CodesEditor, OneCodeEditor, YesNoEditor
from desktop.ui.editing.complementary_editor import ComplementaryEditor
from desktop.ui.editing.languages_editor import LanguagesEditor
from desktop.ui.editing.part_editor import DayEditor, LineEditor, NumberEditor, PartEditor, PhoneEditor
from desktop.ui.editing.place_editor import PlacesEditor
from desktop.ui.editing.texts_editor import NamesEditor, TextsEditor
from desktop.ui.page import Tools
from desktop.ui.theme.measures import GAP, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.service_fields import service_field_label
from sync.catalogue.model import SUMMARY_LENGTH, TEXT_LENGTH

Make = Callable[[Tools], PartEditor]


@dataclass(frozen=True, slots=True)
class Spot:
    """One editor: its field, how it is made, whether it takes the whole width."""

    field: str
    make: Make
    wide: bool = False


def _text(lines: int) -> Make:
    return lambda tools: TextsEditor(tools, lines=lines, longest=TEXT_LENGTH)


def _codes(codes: str, columns: int) -> Make:
    return lambda tools: CodesEditor(tools, codes, columns=columns)


def _code(codes: str) -> Make:
    return lambda tools: OneCodeEditor(tools, codes)


def _number(empty: int) -> Make:
    return lambda tools: NumberEditor(tools, empty=empty)


SECTIONS: Final[dict[str, tuple[Spot, ...]]] = {
    "texts": (
        Spot("name", TextsEditor, wide=True),
        Spot("summary", lambda tools: TextsEditor(tools, lines=2, longest=SUMMARY_LENGTH), wide=True),
        Spot("description", _text(5), wide=True),
        Spot("category", _code("service_categories")),
        Spot("other_names", NamesEditor),
        Spot("keywords", NamesEditor, wide=True),
    ),
    "whom": (
        Spot("topics", _codes("topics", 3), wide=True),
        Spot("life_situations", _codes("life_situations", 2), wide=True),
        Spot("lowest_age", _number(0)),
        Spot("highest_age", _number(0)),
        Spot("target_group", _text(3), wide=True),
        Spot("requirements", _text(3), wide=True),
        Spot("statuses", _codes("statuses", 2), wide=True),
        Spot("municipalities", _codes("municipalities", 3), wide=True),
    ),
    "obligation": (
        Spot("obligation", _code("obligations")),
        Spot("consent", _code("consent_needs")),
        Spot("benefit_effect", _text(3), wide=True),
        Spot("consent_about", _text(2), wide=True),
    ),
    "referring": (
        Spot("referral_kinds", _codes("referral_kinds", 2), wide=True),
        Spot("how_to_refer", _text(3), wide=True),
        Spot("attendance", _text(2), wide=True),
        Spot("record", _text(2), wide=True),
        Spot("staff_contact", _text(2), wide=True),
    ),
    "access": (
        Spot("languages", LanguagesEditor, wide=True),
        Spot("interpreter", YesNoEditor),
        Spot("without_appointment", YesNoEditor),
        Spot("price", _code("prices")),
        Spot("price_note", _text(1)),
        Spot("accessibility", _codes("accessibility_features", 2), wide=True),
        Spot("accessibility_note", _text(2), wide=True),
    ),
    "organisation": (
        Spot("organisation.name", TextsEditor),
        Spot("organisation.kind", _code("organisation_kinds")),
        Spot("organisation.business_id", LineEditor),
        Spot("producer", TextsEditor),
        Spot("phone", PhoneEditor),
        Spot("email", LineEditor),
        Spot("web", lambda tools: TextsEditor(tools, longest=1000), wide=True),
    ),
    "places": (Spot("places", PlacesEditor, wide=True),),
    "validity": (
        Spot("places_free", _number(-1)),
        Spot("queue_weeks", _number(-1)),
        Spot("starts", DayEditor),
        Spot("valid_from", DayEditor),
        Spot("valid_to", DayEditor),
        Spot("checked", DayEditor),
        Spot("stale_after", DayEditor),
        Spot("complementary", ComplementaryEditor, wide=True),
    ),
}
"""Section → its editors, in the order they are read."""
OPEN: Final = ("texts",)


class Section(QWidget):
    """A heading that opens and folds, and a grid of editors below it."""

    def __init__(
        self, tools: Tools, spots: tuple[Spot, ...], *, folded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editors: dict[str, PartEditor] = {spot.field: spot.make(tools) for spot in spots}
        self.head = Button(tools.theme, kind=ButtonKind.LINK)
        self._filled = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self._inner = QWidget()
        self._inner.setLayout(_grid(spots, self.editors))
        row = QHBoxLayout()
        row.addWidget(self.head)
        row.addStretch(1)
        row.addWidget(self._filled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._inner)
        column.addWidget(Rule(tools.theme))
        self.head.clicked.connect(lambda: self.fold(folded=not self.folded))
        self.fold(folded=folded)

    @property
    def folded(self) -> bool:
        """Whether only the heading is shown."""
        return self._inner.isHidden()

    def fold(self, *, folded: bool) -> None:
        """Show only the heading, or all."""
        self._inner.setHidden(folded)
        self.head.set_icon("chevron-right" if folded else "chevron-down")

    def say(self, title: str, codes_of: Tools) -> None:
        """Say heading and labels."""
        self.head.setText(title)
        self.head.updateGeometry()
        for field, editor in self.editors.items():
            editor.set_label(service_field_label(field, codes_of.codes))
        self.count()

    def count(self) -> None:
        """Say how many of the fields have a value."""
        filled = sum(1 for editor in self.editors.values() if editor.value() is not None)
        words = QCoreApplication.translate("Editing", "{filled} of {all} filled")
        self._filled.setText(words.format(filled=filled, all=len(self.editors)))


class FormParts:
    """All sections. ``content`` reads and writes the map of ``sync.catalogue.model.to_map``."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self.sections = {
            key: Section(tools, spots, folded=key not in OPEN) for key, spots in SECTIONS.items()
        }
        self.editors = {
            field: editor for section in self.sections.values() for field, editor in section.editors.items()
        }

    def show_content(self, content: dict[str, Any]) -> None:
        """Fill every editor."""
        for field, editor in self.editors.items():
            outer, _, inner = field.partition(".")
            held = content.get(outer)
            editor.show_value((held or {}).get(inner) if inner else held)
        self.count()

    def content(self, base: dict[str, Any]) -> dict[str, Any]:
        """Return ``base`` with what the editors hold; what no editor shows stays."""
        built = {**base, "organisation": dict(base.get("organisation") or {})}
        for field, editor in self.editors.items():
            outer, _, inner = field.partition(".")
            home = built[outer] if inner else built
            value = editor.value()
            if value is None:
                home.pop(inner or outer, None)
            else:
                home[inner or outer] = value
        built.setdefault("name", {})
        if not built["organisation"]:
            del built["organisation"]
        return built

    def find(self, path: str) -> tuple[str, str] | None:
        """Return the field whose editor shows ``path``, and what is left of the path there."""
        parts = path.replace("[", ".").replace("]", "").split(".")
        for length in (2, 1):
            field = ".".join(parts[:length])
            if field in self.editors:
                return field, ".".join(parts[length:])
        return None

    def reveal(self, field: str) -> None:
        """Open the section of a field."""
        for section in self.sections.values():
            if field in section.editors:
                section.fold(folded=False)

    def languages(self) -> Iterator[str]:
        """Yield every language in which some text is written."""
        for editor in self.editors.values():
            if isinstance(editor, TextsEditor):
                yield from editor.languages()

    def speak(self, language: str) -> None:
        """Show all texts in this language."""
        for editor in self.editors.values():
            editor.speak(language)

    def count(self) -> None:
        """Say anew how much of each section is filled."""
        for section in self.sections.values():
            section.count()

    def fold_again(self) -> None:
        """Open the common sections, fold the others."""
        for key, section in self.sections.items():
            section.fold(folded=key not in OPEN)

    def retranslate(self) -> None:
        """Say every heading and label again."""
        titles = {
            "texts": QCoreApplication.translate("Editing", "What it is"),
            "whom": QCoreApplication.translate("Editing", "For whom"),
            "obligation": QCoreApplication.translate("Editing", "Obligation and consent"),
            "referring": QCoreApplication.translate("Editing", "Referring"),
            "access": QCoreApplication.translate("Editing", "Languages, price, accessibility"),
            "organisation": QCoreApplication.translate("Editing", "Organisation and contacts"),
            "places": QCoreApplication.translate("Editing", "Places and opening hours"),
            "validity": QCoreApplication.translate("Editing", "Room, validity and checking"),
        }
        for key, section in self.sections.items():
            section.say(titles[key], self._tools)


def _grid(spots: tuple[Spot, ...], editors: dict[str, PartEditor]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 8)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(6)
    row = column = 0
    for spot in spots:
        if spot.wide and column:
            row, column = row + 1, 0
        grid.addWidget(editors[spot.field], row, column, 1, 2 if spot.wide else 1)
        column = 2 if spot.wide else column + 1
        if column > 1:
            row, column = row + 1, 0
    for each in (0, 1):
        grid.setColumnStretch(each, 1)
        grid.setColumnMinimumWidth(each, 120)
    return grid
