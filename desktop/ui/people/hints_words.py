# SPDX-License-Identifier: MIT
"""Words of hints: what a rule says of somebody, the facts it used, and where it comes from."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.hints import (
    FACT_HOMES,
    Between,
    Condition,
    DaysSince,
    DaysUntil,
    HintFact,
    HintRow,
    IsSet,
    LevelBelow,
    OneOf,
    Outcome,
    Standing,
)
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import said_date, yes_no
from desktop.ui.words.moments import said_day


def hint_title(row: HintRow, tools: Tools) -> str:
    """Return what a rule is called."""
    return tools.codes.label("hint_rules", row.rule)


def hint_row(row: HintRow, tools: Tools) -> Row:
    """Return a rule as a line of the list: what it is called, and by which facts."""
    return Row(
        key=row.rule, title=hint_title(row, tools), second=_because(row, tools), marks=(_sign(row, tools),)
    )


def outcome_mark(outcome: Outcome) -> MarkValue:
    """Return what a rule says as icon and word; none of them decides."""
    match outcome:
        case Outcome.HOLDS:
            word = QCoreApplication.translate("Hints", "May apply")
            return MarkValue("message-circle-question-mark", word, Tone.ACCENT)
        case Outcome.NOT_KNOWN:
            return MarkValue("circle-question-mark", QCoreApplication.translate("Hints", "Not known"))
        case Outcome.DOES_NOT:
            return MarkValue("minus", QCoreApplication.translate("Hints", "Not by what is known"))


def fact_lines(row: HintRow, tools: Tools) -> list[tuple[str, MarkValue]]:
    """Return each fact that a rule used, with what the rule asks, and whether it fits."""
    return [(_fact_words(one, tools), _fit_mark(one.fits)) for one in row.facts]


def source_line(row: HintRow, tools: Tools) -> str:
    """Return the act with chapter and section, and the version of the rule that speaks."""
    act = row.source.of(tools.translations.language.value)
    if "/" in row.act:
        act = f"{act} {row.act}"
    if row.chapter:
        words = QCoreApplication.translate("Hints", "chapter {chapter}")
        act = f"{act}, {_together(words.format(chapter=row.chapter))}"
    if row.section:
        words = QCoreApplication.translate("Hints", "section {section}")
        act = f"{act}{' ' if row.chapter else ', '}{_together(words.format(section=row.section))}"
    words = QCoreApplication.translate("Hints", "Source: {source}. Rule of {version}.")
    return words.format(source=act, version=said_date(row.version))


def says_words(row: HintRow, tools: Tools) -> str:
    """Return what a rule says; of one that does not hold, or is not known to, what it would say."""
    says = row.says.of(tools.translations.language.value)
    if row.outcome is Outcome.HOLDS:
        return says
    return QCoreApplication.translate("Hints", "If all of it fitted: {says}").format(says=says)


def taken_line(row: HintRow, tools: Tools) -> str:
    """Return when a hint was taken up, by whom and by which version; empty when it was not."""
    taken = row.taken
    if taken is None:
        return ""
    who = QCoreApplication.translate("FactWords", "You") if taken.mine else taken.by
    when = said_day(taken.at, tools.clock(), tools.translations.language)
    words = QCoreApplication.translate("Hints", "Taken up: {who}, {when}. Rule of {version}.")
    return words.format(who=who, when=when, version=said_date(taken.version))


def first_unknown(row: HintRow) -> HintFact | None:
    """Return the first fact that somebody could fill in or settle."""
    open_ones = (one for one in row.facts if one.standing in {Standing.MISSING, Standing.TWO_VALUES})
    return next(open_ones, None)


def fact_label(fact: str) -> str:
    """Return what a fact is called, briefly."""
    words = {
        "age": QCoreApplication.translate("Hints", "Age"),
        "municipality": QCoreApplication.translate("Hints", "Municipality"),
        "status": QCoreApplication.translate("Hints", "Situation"),
        "status_since": QCoreApplication.translate("Hints", "Since"),
        "education": QCoreApplication.translate("Hints", "Education"),
        "income": QCoreApplication.translate("Hints", "Income"),
        "finnish_level": QCoreApplication.translate("Hints", "Finnish"),
        "integration": QCoreApplication.translate("Hints", "Integration plan"),
        "integration_to": QCoreApplication.translate("Hints", "Valid to"),
        "binding_service": QCoreApplication.translate("Hints", "Binding service"),
        "dated_card": QCoreApplication.translate("Hints", "Card with a day"),
        "card_ends": QCoreApplication.translate("Hints", "Card ends"),
    }
    return words.get(fact, fact)


def _because(row: HintRow, tools: Tools) -> str:
    """Return the facts that made a rule say what it says, in one line."""
    match row.outcome:
        case Outcome.HOLDS:
            telling = [one for one in row.facts if not isinstance(one.value, bool)] or row.facts
            return " · ".join(_said(one, tools) for one in telling)
        case Outcome.NOT_KNOWN:
            words = QCoreApplication.translate("Hints", "Missing: {facts}")
            unknown = [fact_label(one.condition.fact).lower() for one in row.facts if one.fits is None]
            return words.format(facts=", ".join(unknown))
        case Outcome.DOES_NOT:
            return " · ".join(_said(one, tools) for one in row.facts if one.fits is False)


def _together(words: str) -> str:
    """Return words that no line breaks: a section sign stays with its number."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _said(one: HintFact, tools: Tools) -> str:
    """Return a fact with its label where the value alone would not say what it is."""
    label, value = fact_label(one.condition.fact), _value(one, tools)
    if isinstance(one.condition, OneOf):
        return value
    if isinstance(one.value, bool):
        return label if one.value else f"{label}: {value.lower()}"
    return f"{label} {value}"


def _sign(row: HintRow, tools: Tools) -> MarkValue:
    if row.taken is None:
        return outcome_mark(row.outcome)
    when = said_day(row.taken.at, tools.clock(), tools.translations.language)
    words = QCoreApplication.translate("Hints", "Taken up {when}")
    return MarkValue("badge-check", words.format(when=when), Tone.OK)


def _fact_words(one: HintFact, tools: Tools) -> str:
    value = _value(one, tools) if one.standing is Standing.KNOWN else _standing(one.standing)
    words = QCoreApplication.translate("Hints", "{fact}: {value}. The rule asks: {need}.")
    return words.format(fact=fact_label(one.condition.fact), value=value, need=_need(one.condition, tools))


def _fit_mark(fits: bool | None) -> MarkValue:  # noqa: FBT001 - three answers: yes, no, not known
    if fits is None:
        return MarkValue("circle-question-mark", QCoreApplication.translate("Hints", "Not known"))
    if fits:
        return MarkValue("check", QCoreApplication.translate("Hints", "Fits"), Tone.OK)
    return MarkValue("minus", QCoreApplication.translate("Hints", "Does not fit"))


def _standing(standing: Standing) -> str:
    match standing:
        case Standing.TWO_VALUES:
            return QCoreApplication.translate("Hints", "Two values")
        case Standing.HIDDEN:
            return QCoreApplication.translate("Hints", "Hidden: protected address")
        case _:
            return QCoreApplication.translate("Hints", "Not written down")


def _value(one: HintFact, tools: Tools) -> str:
    value, codes = one.value, FACT_HOMES[one.condition.fact].codes
    if isinstance(value, bool):
        return yes_no(yes=value)
    if isinstance(value, str):
        return tools.codes.label(codes, value) if codes else said_date(value)
    return "" if value is None else str(value)


def _need(condition: Condition, tools: Tools) -> str:
    """Return what a rule asks of a fact."""
    match condition:
        case Between(low=low, high=None):
            return QCoreApplication.translate("Hints", "at least {low}").format(low=low)
        case Between(low=None, high=high):
            return QCoreApplication.translate("Hints", "at most {high}").format(high=high)
        case Between(low=low, high=high):
            return f"{low}\N{EN DASH}{high}"
        case OneOf(fact=fact, codes=codes):
            labels = [tools.codes.label(FACT_HOMES[fact].codes, one) for one in codes]
            place = fact == "municipality"  # a name keeps its capital
            return _either(labels if place else [one[:1].lower() + one[1:] for one in labels])
        case DaysSince(at_least=days):
            return QCoreApplication.translate("Hints", "at least %n days ago", None, days)
        case DaysUntil(at_most=days):
            return QCoreApplication.translate("Hints", "within %n days", None, days)
        case IsSet(on=on):
            return yes_no(yes=on).lower()
        case LevelBelow(level=level):
            words = QCoreApplication.translate("Hints", "below {level}")
            return words.format(level=tools.codes.label("cefr", level))


def _either(labels: list[str]) -> str:
    if len(labels) == 1:
        return labels[0]
    *rest, last = labels
    words = QCoreApplication.translate("Hints", "{several} or {last}")
    return words.format(several=", ".join(rest), last=last)
