# SPDX-License-Identifier: MIT
"""The sentences of two values: the question, what stands where, who wrote it when."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import ConflictRow, ConflictView, FieldHistoryRow, FieldValue, Side
from desktop.notebook.messages.settling import FieldHistoryView
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.components.table_value import Cell, TableRow
from desktop.ui.conflict.passing_on import said_until
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import field_label, kind_label, written_value
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, said_moment

DELETED: Final = "deleted"
_WAITED_MS: Final = 10 * 60_000
"""A laptop with a network sends within a minute or two: what took longer was written without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWords:
    """One value as it is shown: heading, value, pairs of label and words, and what its button says."""

    heading: str
    value: str
    facts: tuple[tuple[str, str], ...]
    keep: str = ""
    """Empty: the usual words."""


def question(view: ConflictView, tools: Tools) -> str:
    """Return the title as a question."""
    if view.what == "deletion":
        return QCoreApplication.translate("ConflictWords", "Deleted, but changed: does it stay?")
    field = field_label(view.kind, view.field, tools.codes)
    if len(view.sides) > 2:  # noqa: PLR2004 - two is the usual case
        return QCoreApplication.translate("ConflictWords", "{field}: which of these stays?").format(
            field=field
        )
    return QCoreApplication.translate("ConflictWords", "{field}: which one stays?").format(field=field)


def lead(view: ConflictView) -> str:
    """Return the sentences under the question: about whom, why it is asked, that nothing is lost."""
    who = view.title
    if who and view.birth_year:
        born = QCoreApplication.translate("ConflictWords", "b. {year}").format(year=view.birth_year)
        who = f"{who}, {born}"
    sentences = [who, _why(view)]
    if view.asked_by:
        sentences.append(
            QCoreApplication.translate("ConflictWords", "{name} asks you to choose").format(
                name=view.asked_by
            )
        )
    if view.asks:
        sentences.append(
            QCoreApplication.translate("ConflictWords", "You have asked {name}").format(name=view.asks)
        )
    if not view.can_settle:
        sentences.append(
            QCoreApplication.translate("ConflictWords", "Your role sees this, but does not choose here")
        )
    return ". ".join(one.removesuffix(".") for one in sentences if one) + "."


def _why(view: ConflictView) -> str:
    match view.what:
        case "deletion":
            return QCoreApplication.translate(
                "ConflictWords",
                "One deleted it while another changed it, neither knowing of the other. "
                "Nothing is hidden until somebody chooses.",
            )
        case "settled":
            return QCoreApplication.translate(
                "ConflictWords",
                "These lay side by side before your choice. Choose again; "
                "the other is kept in the history and can be brought back.",
            )
        case _:
            return QCoreApplication.translate(
                "ConflictWords",
                "The same field was written in two places, neither knowing of the other. "
                "Choose what stays; the other is kept in the history and can be brought back.",
            )


def side_words(view: ConflictView, side: Side, tools: Tools) -> SideWords:
    """Return one of the values as words."""
    mine = QCoreApplication.translate("ConflictWords", "Your value")
    facts = [(QCoreApplication.translate("ConflictWords", "Written"), _when(side.at, tools))]
    facts.append((QCoreApplication.translate("ConflictWords", "At the centre"), _reached(side, tools)))
    if side.place:
        facts.append((QCoreApplication.translate("ConflictWords", "Where"), side.place))
    facts.append((QCoreApplication.translate("ConflictWords", "Computer"), _computer(side)))
    before = value_words(view, view.previous, tools)
    if before:
        facts.append((QCoreApplication.translate("ConflictWords", "Before"), before))
    heading = mine if side.mine else side.by
    if view.what == "deletion":
        return _beside_deletion(side, facts, tools)
    return SideWords(
        heading=heading, value=value_words(view, side.value, tools) or emptied(), facts=tuple(facts)
    )


def _reached(side: Side, tools: Tools) -> str:
    """Return when the centre got a value: its own word where it told, else that it has it, or not yet."""
    if side.mark is Mark.ERASED:
        return mark_value(side.mark).word
    if side.offline:
        return QCoreApplication.translate("ConflictWords", "not yet")
    if side.reached:
        when = _when(side.reached, tools)
        if side.reached - side.at < _WAITED_MS:
            return when
        return QCoreApplication.translate("ConflictWords", "{when}, written offline").format(when=when)
    return QCoreApplication.translate("ConflictWords", "there, the time is not known")


def _computer(side: Side) -> str:
    """Return what the laptop is called, or that nobody said."""
    return side.laptop or QCoreApplication.translate("ConflictWords", "name not known")


def _beside_deletion(side: Side, facts: list[tuple[str, str]], tools: Tools) -> SideWords:
    """Return a change or a deletion; the value of a change lists what it wrote, as ``kind/field``."""
    if side.value is None:
        words = QCoreApplication.translate("ConflictWords", "{name} deleted it").format(name=side.by)
        return SideWords(
            heading=QCoreApplication.translate("ConflictWords", "You deleted it") if side.mine else words,
            value=QCoreApplication.translate("ConflictWords", "Delete"),
            facts=tuple(facts),
            keep=QCoreApplication.translate("ConflictWords", "Delete it all the same"),
        )
    written = side.value if isinstance(side.value, list) else []
    labels = [_written(one, tools) for one in written]
    what = ", ".join(dict.fromkeys(label for label in labels if label))
    changed = (QCoreApplication.translate("ConflictWords", "Changed"), what)
    words = QCoreApplication.translate("ConflictWords", "{name} changed it").format(name=side.by)
    return SideWords(
        heading=QCoreApplication.translate("ConflictWords", "You changed it") if side.mine else words,
        value=QCoreApplication.translate("ConflictWords", "Keep"),
        facts=(*((changed,) if what else ()), *facts),
        keep=QCoreApplication.translate("ConflictWords", "Keep the record"),
    )


def _written(name: str, tools: Tools) -> str:
    kind, _, field = name.partition("/")
    if field == DELETED:
        return QCoreApplication.translate("ConflictWords", "took the deletion back")
    return field_label(kind, field, tools.codes) if kind in {"person", "situation"} else kind_label(kind)


def value_words(view: ConflictView, value: FieldValue, tools: Tools) -> str:
    """Return a value of the field in question as words."""
    return written_value(view.kind, view.field, value, tools.codes, tools.translations.language)


def emptied() -> str:
    """Return what stands for a value that was emptied."""
    return QCoreApplication.translate("ConflictWords", "(emptied)")


def conflict_key(row: ConflictRow) -> str:
    """Return the identity of a field with two values."""
    return f"{row.entity.hex()}/{row.field}"


def list_row(row: ConflictRow, tools: Tools) -> Row:
    """Return one line of the list; one that is put off or left to somebody says so."""
    title = field_label(row.kind, row.field, tools.codes)
    if row.field == DELETED:
        title = QCoreApplication.translate("Marks", "Deleted, but changed")
    waits = bool(row.later or row.asks)
    return Row(
        key=conflict_key(row),
        title=title,
        second=row.title,
        icon="split" if row.field == DELETED else "columns-2",
        icon_tone=Tone.MUTED if waits else Tone.SPLIT,
        marks=_waiting(row, tools),
    )


def _waiting(row: ConflictRow, tools: Tools) -> tuple[MarkValue, ...]:
    if row.asked_by:
        words = QCoreApplication.translate("ConflictWords", "{name} asks").format(name=row.asked_by)
        return (MarkValue("message-circle-question-mark", words, Tone.ACCENT),)
    if row.later:
        return (MarkValue("clock", said_until(row.later, tools), Tone.MUTED),)
    if row.asks:
        words = QCoreApplication.translate("ConflictWords", "Asked: {name}").format(name=row.asks)
        return (MarkValue("send", words, Tone.MUTED),)
    return ()


def history_row(view: ConflictView | FieldHistoryView, row: FieldHistoryRow, tools: Tools) -> TableRow:
    """Return one earlier value: when, who, what, how it stands."""
    you = QCoreApplication.translate("ConflictWords", "You")
    return TableRow(
        key=f"{row.writer}/{row.n}",
        cells=(
            Cell(words=at_start(_when(row.at, tools)), tone=Tone.MUTED),
            Cell(words=you if row.mine else row.by),
            Cell(words=_entry(view, row, tools)),
            Cell(mark=mark_value(row.mark)),
        ),
    )


def history_line(view: ConflictView | FieldHistoryView, row: FieldHistoryRow, tools: Tools) -> Row:
    """Return one earlier value as a line of two: the value, and who wrote it when; what stands now is marked."""
    you = QCoreApplication.translate("ConflictWords", "You")
    stands = MarkValue("check", QCoreApplication.translate("ConflictWords", "Stands now"), Tone.OK)
    return Row(
        key=f"{row.writer}/{row.n}",
        title=_entry(view, row, tools),
        second=f"{you if row.mine else row.by}, {_when(row.at, tools)}",
        marks=(stands,) if row.stands else (mark_value(row.mark),),
    )


def _entry(view: ConflictView | FieldHistoryView, row: FieldHistoryRow, tools: Tools) -> str:
    """Return an earlier value; of a set the element, and whether it was put on or taken off."""
    field = f"{view.field}/{row.element}" if row.element else view.field
    language = tools.translations.language
    value = written_value(view.kind, field, row.value, tools.codes, language) or emptied()
    if row.element:
        return f"{field_label(view.kind, field, tools.codes)}: {value}"
    return value


def _when(at: int, tools: Tools) -> str:
    if not at:  # a snapshot brought it
        return QCoreApplication.translate("ConflictWords", "earlier")
    return said_moment(at, tools.clock(), tools.translations.language)
