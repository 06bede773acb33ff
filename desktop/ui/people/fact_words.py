# SPDX-License-Identifier: MIT
"""From a card's fields to facts as words: contact details, situation, the line under the name."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldView, PersonView, Side
from desktop.ui.components.two_values import ValueLine
from desktop.ui.page import Tools
from desktop.ui.people.fact_list import FactLine
from desktop.ui.people.rows import brief_name
from desktop.ui.words.fields import field_label, written_value
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import said_moment
from sync.records.people import SITUATION

_HOME: Final = ("municipality", "district", "postcode")
_ELSEWHERE: Final = ("name", "protected", "responsible", "register")
"""Shown in the head of the card, unless they have two values."""


def contact_lines(view: PersonView, tools: Tools) -> list[FactLine]:
    """Return what is known of how to reach a person, and who they are."""
    fields = {one.name: one for one in view.fields}
    joined = not any(fields[name].sides or fields[name].masked for name in _HOME if name in fields)
    order = ["phone", "email", *_HOME]
    rest = [one.name for one in view.fields if one.name not in order and one.name != "hetu"]
    lines: list[FactLine] = []
    for name in [*order, *rest, "hetu"]:
        field = fields.get(name)
        if field is None or (name in _ELSEWHERE and not field.sides):
            continue
        if joined and name in _HOME:
            if not any(line.key == "home" for line in lines):
                lines += _home([fields[one] for one in _HOME if one in fields], tools)
            continue
        line = fact_line("person", field, tools)
        if line.value or line.sides or line.mark is not None:
            lines.append(line)
    return lines


def situation_lines(view: PersonView, tools: Tools, *, whole: bool) -> list[FactLine]:
    """Return where the person stands; ``whole`` also names what nobody has asked yet."""
    fields = {one.name: one for one in view.situation}
    known = [one.name for one in SITUATION.fields if one.name != "deleted"]
    lines = []
    for name in [*known, *(name for name in fields if name not in known)]:
        line = fact_line("situation", fields.get(name, FieldView(name, None, [], [])), tools)
        if line.value or line.sides:
            lines.append(line)
        elif whole:
            not_asked = QCoreApplication.translate("FactWords", "Not asked")
            lines.append(FactLine(key=name, label=line.label, value=not_asked, faint=True))
    return lines


def fact_line(kind: str, field: FieldView, tools: Tools) -> FactLine:
    """Return one field as words."""
    language = tools.translations.language
    label = field_label(kind, field.name, tools.codes)
    sides = tuple(
        ValueLine(
            value=written_value(kind, field.name, side.value, tools.codes, language) or empty_word(),
            source=side_source(side, tools),
        )
        for side in sorted(field.sides, key=lambda one: not one.mine)
    )
    worth = [one for one in field.marks if one is not Mark.DELIVERED]
    return FactLine(
        key=f"{kind}/{field.name}",
        label=label,
        value=written_value(kind, field.name, field.value, tools.codes, language),
        mark=mark_value(worth[0]) if worth else None,
        sides=sides,
        masked=field.masked,
    )


def revealed_words(key: str, value: str, tools: Tools) -> str:
    """Return a revealed value as people read it; ``key`` is the line's."""
    kind, _, name = key.partition("/")
    return written_value(kind, name, value, tools.codes, tools.translations.language)


def empty_word() -> str:
    """Return what stands for a value that was emptied."""
    return QCoreApplication.translate("FactWords", "(emptied)")


def side_source(side: Side, tools: Tools) -> str:
    """Return who wrote a value when: "Sinä, tänään 13.22"."""
    who = QCoreApplication.translate("FactWords", "You") if side.mine else brief_name(side.by)
    when = said_moment(side.at, tools.clock(), tools.translations.language)
    return f"{who}, {when}"


def subline(view: PersonView, tools: Tools) -> str:
    """Return the sentences under the name: born, language, interpreter, permissions, whose client."""
    fields = {one.name: one for one in view.fields}

    def said(name: str) -> str:
        field = fields.get(name)
        if field is None:
            return ""
        return written_value("person", name, field.value, tools.codes, tools.translations.language)

    parts = []
    born = fields["birth_date"].value if "birth_date" in fields else None
    if isinstance(born, str) and born:
        parts.append(QCoreApplication.translate("FactWords", "b. {year}").format(year=born[:4]))
    parts.append(said("contact_language"))
    interpreter = said("interpreter_language")
    if interpreter:
        parts.append(QCoreApplication.translate("FactWords", "interpreter needed"))
    sentences = [", ".join(part for part in parts if part)]
    ways = said("contact_ok")
    if ways:
        words = QCoreApplication.translate("FactWords", "May contact: {ways}")
        sentences.append(words.format(ways=ways.lower()))
    if view.mine:
        sentences.append(QCoreApplication.translate("FactWords", "Own client"))
    told = ". ".join(sentence for sentence in sentences if sentence)
    return f"{told}." if told else ""


def two_values_of(view: PersonView) -> list[tuple[str, str]]:
    """Return (kind, field) of every field with two values, in the card's order."""
    return [("person", one.name) for one in view.fields if one.sides] + [
        ("situation", one.name) for one in view.situation if one.sides
    ]


def _home(fields: Sequence[FieldView], tools: Tools) -> list[FactLine]:
    lines = [fact_line("person", one, tools) for one in fields]
    values = ", ".join(line.value for line in lines if line.value)
    if not values:
        return []
    label = QCoreApplication.translate("FactWords", "Home")
    mark = next((line.mark for line in lines if line.mark is not None), None)
    return [FactLine(key="home", label=label, value=values, mark=mark)]
