# SPDX-License-Identifier: MIT
"""What is said of merged cards: whose, since when, and why two can't be merged."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.merging import ComparedCard
from desktop.notebook.messages.people import FieldView, MergedCard, WaitingMerge
from desktop.ui.page import Tools
from desktop.ui.words.fields import written_value
from desktop.ui.words.moments import said_day


def card_words(card: MergedCard, tools: Tools) -> str:
    """Return since when another card belongs to this person: "Card 2, Sami Testinen. Merged today by …"."""
    named = QCoreApplication.translate("Merging", "Card {number}: {name}.").format(
        number=card.number, name=card.name
    )
    if card.leaving:
        return f"{named} {QCoreApplication.translate('Merging', 'Separated; waits for the hub.')}"
    words = QCoreApplication.translate("Merging", "Merged {day} by {who}.")
    return f"{named} {words.format(day=_day(card.merged_at, tools), who=card.merged_by)}"


def waiting_words(waiting: WaitingMerge) -> str:
    """Return that a merge waits, and what holds until then."""
    words = QCoreApplication.translate(
        "Merging", "Merged with {name}; waits for the hub. Until then both cards stand apart."
    )
    return words.format(name=waiting.name)


def made_words(card: ComparedCard, tools: Tools) -> str:
    """Return one line on a card: born, made when by whom, in which team."""
    parts = []
    if card.birth_year:
        parts.append(QCoreApplication.translate("FactWords", "b. {year}").format(year=card.birth_year))
    if card.created_at:
        words = QCoreApplication.translate("Merging", "made {day} by {who}")
        parts.append(words.format(day=_day(card.created_at, tools), who=card.created_by))
    if card.team:
        parts.append(card.team)
    return ", ".join(parts)


def counted_words(card: ComparedCard) -> str:
    """Return what lies on a card, as counts."""
    parts = [
        QCoreApplication.translate("Merging", "%n notes", None, card.notes),
        QCoreApplication.translate("Merging", "%n visits", None, card.visits),
        QCoreApplication.translate("Merging", "%n referrals", None, card.referrals),
        QCoreApplication.translate("Merging", "%n files", None, card.files),
    ]
    return ", ".join(parts)


def hindrance_words(hindrance: str) -> str:
    """Return why two cards can't be merged, an empty text when they can."""
    match hindrance:
        case "":
            return ""
        case "same_card":
            return QCoreApplication.translate("Merging", "This is the same card. Choose another person.")
        case "already_one":
            return QCoreApplication.translate("Merging", "These cards are one person already.")
        case "waits":
            return QCoreApplication.translate(
                "Merging", "These cards were merged or separated just now; that waits for the hub."
            )
        case "other_team":
            return QCoreApplication.translate(
                "Merging",
                "The two cards are in different teams. Only cards of one team can be merged:"
                " whoever reads one would read of the other.",
            )
        case _:
            return QCoreApplication.translate("Merging", "Only who works with people may merge their cards.")


def side_words(kind: str, field: FieldView | None, tools: Tools) -> str:
    """Return what a card says in a field; of several values all."""
    if field is None:
        return ""
    if field.name == "responsible":
        return str(field.value or "")  # a name already
    values = [side.value for side in field.sides] or [field.value]
    language = tools.translations.language
    told = [written_value(kind, field.name, value, tools.codes, language) for value in values]
    return " / ".join(one for one in told if one)


def _day(milliseconds: int, tools: Tools) -> str:
    return said_day(milliseconds, tools.clock(), tools.translations.language)
