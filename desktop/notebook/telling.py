# SPDX-License-Identifier: MIT
"""From the store's views to what crosses the pipe: marks, sides, values of fields."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.masking import masked_fields, masked_value
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue, FieldView, Side
from desktop.store.views import EntityView, HeadView, ReviewItem, Sending, WriteStanding
from desktop.store.views import FieldView as StoredField
from sync.records.fields import KindSpec
from sync.records.kinds import kind

_ADULT_YEARS: Final = 18
_VERDICTS: Final = {"approved": Mark.APPROVED, "returned": Mark.RETURNED, "question": Mark.QUESTION}


def told_value(value: Any) -> FieldValue:  # noqa: ANN401 - any value of the log
    """Return a value as it crosses the pipe: ids as hex, lists as texts."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [one.hex() if isinstance(one, bytes) else str(one) for one in value]
    if isinstance(value, dict):
        return {str(name): _told_part(part) for name, part in value.items()}
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)


def _told_part(part: Any) -> bool | int | str | None:  # noqa: ANN401 - same
    if part is None or isinstance(part, bool | int | str):
        return part
    return part.hex() if isinstance(part, bytes) else str(part)


def sending_marks(sending: Sending, *, provisional: bool = False) -> list[Mark]:
    """Return how the commits about something stand, the gravest first; DELIVERED when all is well."""
    marks = []
    if sending.quarantined:
        marks.append(Mark.QUARANTINED)
    if sending.parked:
        marks.append(Mark.PARKED)
    if provisional:
        marks.append(Mark.PROVISIONAL)
    elif sending.unsent:
        marks.append(Mark.UNSENT)
    return marks or [Mark.DELIVERED]


def joint_sending(several: Iterable[Sending]) -> Sending:
    """Return how the commits about several things stand, taken together."""
    its = tuple(several)
    return Sending(
        unsent=any(one.unsent for one in its),
        parked=any(one.parked for one in its),
        quarantined=any(one.quarantined for one in its),
    )


def verdict_mark(item: ReviewItem) -> Mark | None:
    """Return what was said of an item as it stands now, ``None`` when nothing was."""
    if item.counts is None:
        return Mark.WAITS_FOR_HUB if item.waiting else None
    if item.changed:
        return Mark.CHANGED_SINCE_REVIEW
    return _VERDICTS.get(item.counts.verdict)


def standing_mark(standing: WriteStanding) -> Mark:
    """Return the mark of one write."""
    match standing:
        case WriteStanding.PROVISIONAL:
            return Mark.UNSENT
        case WriteStanding.PARKED:
            return Mark.PARKED
        case WriteStanding.QUARANTINED | WriteStanding.REFUSED:
            return Mark.QUARANTINED
        case WriteStanding.STRIPPED:
            return Mark.ERASED
        case WriteStanding.EFFECTIVE:
            return Mark.DELIVERED


def side(desk: Desk, head: HeadView, *, shown: bool, masked: str = "") -> Side:
    """Return one of several values with who wrote it, when and where; ``masked`` is the field's name if it is."""
    number_unknown = head.number is None
    return Side(
        value=masked_value(masked, head.value) if masked else told_value(head.value),
        writer=head.id.writer.hex(),
        n=head.id.n,
        by=desk.name_of(head.author),
        mine=desk.mine(head.author),
        at=head.time or 0,
        laptop=head.author.laptop_name,
        place="",
        offline=number_unknown,
        mark=Mark.ERASED if head.erased else Mark.UNSENT if number_unknown else Mark.DELIVERED,
        shown=shown,
        reached=head.reached - desk.store_clock_offset() if head.reached else 0,
    )


def field_view(desk: Desk, field: StoredField, *, hidden: frozenset[str]) -> FieldView:
    """Return one plain field of a card; those named in ``hidden`` come masked."""
    secret = field.name in hidden
    masked = secret and (bool(field.value) or field.conflict)
    marks = []
    if field.conflict:
        marks.append(Mark.TWO_VALUES)
    if field.erased:
        marks.append(Mark.ERASED)
    if any(head.provisional for head in field.heads):
        marks.append(Mark.UNSENT)
    return FieldView(
        name=field.name,
        value=masked_value(field.name, field.value) if secret else told_value(field.value),
        sides=[
            side(desk, head, shown=place == 0, masked=field.name if secret else "")
            for place, head in enumerate(field.heads)
        ]
        if field.conflict
        else [],
        marks=marks,
        masked=masked,
    )


def set_view(name: str, view: EntityView) -> FieldView:
    """Return a set field as the list of its elements that are on; one mark for the whole."""
    start = f"{name}/"
    parts = [field for key, field in view.fields.items() if key.startswith(start)]
    marks = []
    if any(part.conflict for part in parts):
        marks.append(Mark.TWO_VALUES)
    if any(head.provisional for part in parts for head in part.heads):
        marks.append(Mark.UNSENT)
    return FieldView(name=name, value=list(view.elements(name)), sides=[], marks=marks)


def card_fields(desk: Desk, view: EntityView, *, protected: bool = False) -> list[FieldView]:
    """Return every field of an entity that holds something, in the vocabulary's order, unknown ones last.

    ``protected``: another card of the same person is under a non-disclosure order.
    """
    spec = kind(view.kind)
    hidden = masked_fields(view, protected=protected)
    known = [one.name for one in spec.fields] if spec is not None else []
    sets = {one.name for one in spec.fields if one.element} if spec is not None else set()
    told = []
    for name in known:
        if name == "deleted":
            continue
        if name in sets:
            one = set_view(name, view)
            if one.value or one.marks:
                told.append(one)
        elif name in view.fields:
            told.append(field_view(desk, view.fields[name], hidden=hidden))
    unknown = [name for name in sorted(view.fields) if name.partition("/")[0] not in known]
    return told + [field_view(desk, view.fields[name], hidden=hidden) for name in unknown]


def wire_fields(spec: KindSpec, fields: Mapping[str, FieldValue]) -> dict[str, Any]:
    """Return asked-for values under their wire names: a set becomes one field per element."""
    sets = {one.name for one in spec.fields if one.element}
    wire: dict[str, Any] = {}
    for name, value in fields.items():
        if name in sets and isinstance(value, dict):
            wire |= {f"{name}/{element}": bool(on) for element, on in value.items()}
        else:
            wire[name] = value
    return wire


def joined(codes: Iterable[str]) -> str:
    """Return codes as one text, joined by a comma; the window has the words."""
    return ",".join(codes)


def person_name(values: Mapping[str, Any]) -> str:
    """Return how a person is called in a list: the name, or what they are known as."""
    name = values.get("name")
    if isinstance(name, dict):
        full = " ".join(str(name.get(part) or "") for part in ("first", "last")).strip()
        if full:
            return full
    return str(values.get("known_as") or "")


def is_minor(values: Mapping[str, Any], now_ms: int) -> bool:
    """Whether somebody is under 18 on the day of ``now_ms``; no when the birth date is unknown."""
    try:
        born = date.fromisoformat(str(values.get("birth_date") or ""))
    except ValueError:
        return False
    today = datetime.fromtimestamp(now_ms / 1000, UTC).date()
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday) < _ADULT_YEARS


def birth_year(values: Mapping[str, Any]) -> int:
    """Return the year of birth, 0 when it is unknown."""
    born = values.get("birth_date")
    return int(born[:4]) if isinstance(born, str) and born[:4].isdigit() else 0
