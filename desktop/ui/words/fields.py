# SPDX-License-Identifier: MIT
"""Words for fields and their values: what a form, a card, a review or a list of two values says of each.

Labels are looked up when asked for, so a switch of language shows at once. What a newer version of the
program calls a field stays readable: its bare name.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.people import FieldValue
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import written_count, written_date, written_time
from desktop.ui.words.language import Language
from desktop.ui.words.moments import local_moment
from desktop.ui.words.path_fields import path_kinds, path_labels, step_state
from desktop.ui.words.referral_fields import referral_labels
from desktop.ui.words.transfer_fields import transfer_kinds, transfer_labels
from sync.records.fields import FieldSpec, FieldType
from sync.records.kinds import kind as kind_of
from sync.records.phone import show_phone

_ID: Final = re.compile(r"[a-z]?[0-9a-f]{16,}")
_NOBODY: Final[Mapping[str, str]] = {}


def field_label(kind: str, field: str, codes: CodeWords) -> str:
    """Return what a field is called: "Puhelin"; an element of a set with its own word after a colon."""
    name, _, element = field.partition("/")
    label = _labels(kind).get(name) or _shared().get(name) or name
    if not element:
        return label
    return f"{label}: {_element(kind, name, element, codes)}"


def kind_label(kind: str) -> str:
    """Return what a kind of record is called: "Muistiinpano"."""
    words = (
        {
            "session": QCoreApplication.translate("Fields", "Session"),
            "visit": QCoreApplication.translate("Fields", "Visit"),
            "tally": QCoreApplication.translate("Fields", "Head count"),
            "person": QCoreApplication.translate("Fields", "Person"),
            "situation": QCoreApplication.translate("Fields", "Situation"),
            "note": QCoreApplication.translate("Fields", "Note"),
            "attendance": QCoreApplication.translate("Fields", "Linked visit"),
            "merge": QCoreApplication.translate("Fields", "Merged cards"),
            "health_flag": QCoreApplication.translate("Fields", "Health flag"),
            "review": QCoreApplication.translate("Fields", "Review"),
            "reply": QCoreApplication.translate("Fields", "Answer"),
            "message": QCoreApplication.translate("Fields", "Message"),
            "service": QCoreApplication.translate("Fields", "Service"),
            "service_note": QCoreApplication.translate("Fields", "Note on a service"),
            "referral": QCoreApplication.translate("Fields", "Referral"),
            "visit_referral": QCoreApplication.translate("Fields", "Referral of a visit"),
            "consent": QCoreApplication.translate("Fields", "Consent"),
            "task": QCoreApplication.translate("Fields", "Follow-up"),
            "handout": QCoreApplication.translate("Fields", "Hand-out"),
        }
        | transfer_kinds()
        | path_kinds()
    )
    return words.get(kind, kind)


def written_value(
    kind: str,
    field: str,
    value: FieldValue,
    codes: CodeWords,
    language: Language,
    *,
    names: Mapping[str, str] = _NOBODY,
) -> str:
    """Return a field's value as people read it; an empty text for none.

    ``names`` maps staff ids to names; an id that is not there is left out, a name that the notebook
    has put in its place is said as it is.
    """
    name, slash, _ = field.partition("/")
    spec = kind_of(kind)
    found = None
    if spec is not None:
        found = next((one for one in spec.fields if one.name == name), None)
    if value is None or value in ("", []):
        return ""
    if isinstance(value, bool):
        return yes_no(yes=value)
    if isinstance(value, list):
        words = (_element(kind, name, one, codes, names) for one in value)
        return ", ".join(one for one in words if one)
    if isinstance(value, dict):
        return _group(kind, name, value, codes, language)
    if found is None or slash:
        return str(value)
    return _single(found, value, codes, language, names)


def yes_no(*, yes: bool) -> str:
    """Return the word for a ticked or unticked field."""
    return QCoreApplication.translate("Fields", "Yes") if yes else QCoreApplication.translate("Fields", "No")


def _single(
    spec: FieldSpec, value: int | str, codes: CodeWords, language: Language, names: Mapping[str, str]
) -> str:
    text = str(value)
    match spec.type:
        case FieldType.CODE if spec.codes is not None:
            return codes.label(spec.codes, text)
        case FieldType.DATE:
            return said_date(text)
        case FieldType.PHONE:
            return said_phone(text)
        case FieldType.INSTANT if isinstance(value, int):
            moment = local_moment(value)
            return f"{written_date(moment.date())} {written_time(moment, language)}"
        case FieldType.STAFF | FieldType.TEAM:
            return names.get(text, "" if _ID.fullmatch(text) else text)
        case FieldType.ENTITY | FieldType.WRITER | FieldType.BYTES | FieldType.PAIR | FieldType.PINS:
            return ""
        case FieldType.NUMBER if isinstance(value, int):
            return written_count(value, language)
        case _:
            return text


def said_phone(stored: str) -> str:
    """Return a number in the groups people read aloud: 040 555 0132."""
    return re.sub(r"^(0\d{2}) (\d{3})(\d{4})$", r"\1 \2 \3", show_phone(stored))


def said_date(text: str) -> str:
    """Return a stored date (YYYY-MM-DD) as 14.2.2026; what is no date comes back as it is."""
    try:
        return written_date(date.fromisoformat(text))
    except ValueError:
        return text


def _element(
    kind: str, field: str, element: str, codes: CodeWords, names: Mapping[str, str] = _NOBODY
) -> str:
    spec = kind_of(kind)
    found = spec.field(f"{field}/{element}") if spec is not None else None
    if found is None or found.codes is None:
        return names.get(element, "")
    return codes.label(found.codes, element)


def _group(
    kind: str,
    field: str,
    value: Mapping[str, bool | int | str | None],
    codes: CodeWords,
    language: Language,
) -> str:
    match kind, field:
        case "person", "name":
            return " ".join(str(value.get(part) or "") for part in ("first", "last")).strip()
        case "situation", "labour":
            return _labour(value, codes)
        case "session", "place":
            return str(value.get("name") or "")
        case "session", "state":
            status = codes.label("session_states", str(value.get("status") or ""))
            at = value.get("at")
            return f"{status} {written_time(local_moment(at), language)}" if isinstance(at, int) else status
        case "session", "goal":
            visits, text = value.get("visits"), str(value.get("text") or "")
            count = (
                QCoreApplication.translate("Fields", "%n visits", None, visits)
                if isinstance(visits, int)
                else ""
            )
            return ", ".join(part for part in (count, text) if part)
        case (("referral" | "plan_step"), "state"):
            of_step = kind == "plan_step"
            return step_state(value, codes) if of_step else referral_state(value, codes, language)
        case "review", "verdict":
            verdict = codes.label("verdicts", str(value.get("verdict") or ""))
            return ": ".join(part for part in (verdict, str(value.get("comment") or "")) if part)
        case _:
            return ", ".join(str(part) for part in value.values() if part not in (None, ""))


def referral_state(value: Mapping[str, bool | int | str | None], codes: CodeWords, language: Language) -> str:
    """Return what has become of a referral: "Ei otettu 20.11.2026 14.26, Täynnä"."""
    status = codes.label("referral_states", str(value.get("status") or ""))
    reason = codes.label("referral_reasons", str(value.get("reason") or ""))
    at = value.get("at")
    if isinstance(at, int):
        moment = local_moment(at)
        status = f"{status} {written_date(moment.date())} {written_time(moment, language)}"
    return ", ".join(one for one in (status, reason) if one)


def _labour(value: Mapping[str, bool | int | str | None], codes: CodeWords) -> str:
    status = codes.label("statuses", str(value.get("status") or ""))
    since = said_date(str(value.get("since") or ""))
    if not since:
        return status
    if not status:
        return QCoreApplication.translate("Fields", "since {date}").format(date=since)
    words = QCoreApplication.translate("Fields", "{status} since {date}")
    return words.format(status=status, date=since)


def _labels(kind: str) -> dict[str, str]:
    match kind:
        case "person":
            return _person()
        case "situation":
            return _situation()
        case "session":
            return _session()
        case "visit":
            return _visit()
        case "referral" | "visit_referral" | "consent" | "task" | "handout" | "service_note":
            return referral_labels(kind)
        case _:
            return _others() | transfer_labels(kind) | path_labels(kind)


def _shared() -> dict[str, str]:
    return {
        "at": QCoreApplication.translate("Fields", "Time"),
        "text": QCoreApplication.translate("Fields", "Text"),
        "session": QCoreApplication.translate("Fields", "Session"),
        "visit": QCoreApplication.translate("Fields", "Visit"),
        "deleted": QCoreApplication.translate("Fields", "Deletion"),
    }


def _person() -> dict[str, str]:
    return {
        "name": QCoreApplication.translate("Fields", "Name"),
        "known_as": QCoreApplication.translate("Fields", "Known as"),
        "birth_date": QCoreApplication.translate("Fields", "Born"),
        "hetu": QCoreApplication.translate("Fields", "Identity code"),
        "phone": QCoreApplication.translate("Fields", "Phone"),
        "email": QCoreApplication.translate("Fields", "E-mail"),
        "contact_language": QCoreApplication.translate("Fields", "Language"),
        "mother_tongue": QCoreApplication.translate("Fields", "Mother tongue"),
        "interpreter_language": QCoreApplication.translate("Fields", "Interpreter"),
        "contact_ok": QCoreApplication.translate("Fields", "May contact"),
        "municipality": QCoreApplication.translate("Fields", "Municipality"),
        "postcode": QCoreApplication.translate("Fields", "Postcode"),
        "district": QCoreApplication.translate("Fields", "District"),
        "protected": QCoreApplication.translate("Fields", "Non-disclosure"),
        "register": QCoreApplication.translate("Fields", "Register"),
        "responsible": QCoreApplication.translate("Fields", "Responsible"),
    }


def _situation() -> dict[str, str]:
    return {
        "labour": QCoreApplication.translate("Fields", "Work"),
        "education": QCoreApplication.translate("Fields", "Education"),
        "occupation": QCoreApplication.translate("Fields", "Occupation"),
        "finnish_level": QCoreApplication.translate("Fields", "Finnish"),
        "swedish_level": QCoreApplication.translate("Fields", "Swedish"),
        "housing": QCoreApplication.translate("Fields", "Housing"),
        "income": QCoreApplication.translate("Fields", "Income"),
        "main_activity": QCoreApplication.translate("Fields", "Main activity"),
        "last_work": QCoreApplication.translate("Fields", "Last work"),
        "driving": QCoreApplication.translate("Fields", "Driving licence"),
    }


def _session() -> dict[str, str]:
    return {
        "place": QCoreApplication.translate("Fields", "Place"),
        "state": QCoreApplication.translate("Fields", "State"),
        "starts": QCoreApplication.translate("Fields", "Opened"),
        "form": QCoreApplication.translate("Fields", "Form"),
        "goal": QCoreApplication.translate("Fields", "Goal"),
        "staff": QCoreApplication.translate("Fields", "Staff"),
        "partners": QCoreApplication.translate("Fields", "Partners"),
        "reflection": QCoreApplication.translate("Fields", "Reflection"),
        "score": QCoreApplication.translate("Fields", "Score"),
    }


def _visit() -> dict[str, str]:
    return {
        "topics": QCoreApplication.translate("Fields", "Topic"),
        "age": QCoreApplication.translate("Fields", "Age"),
        "outcomes": QCoreApplication.translate("Fields", "Outcome"),
        "language": QCoreApplication.translate("Fields", "Language"),
        "first_time": QCoreApplication.translate("Fields", "First time"),
        "interpreter": QCoreApplication.translate("Fields", "Interpreter"),
        "note": QCoreApplication.translate("Fields", "Remark"),
        "channel": QCoreApplication.translate("Fields", "Channel"),
        "gender": QCoreApplication.translate("Fields", "Gender"),
        "duration": QCoreApplication.translate("Fields", "Duration"),
        "municipality": QCoreApplication.translate("Fields", "Municipality"),
        "district": QCoreApplication.translate("Fields", "District"),
        "status": QCoreApplication.translate("Fields", "Work"),
        "arrived_via": QCoreApplication.translate("Fields", "Came through"),
        "unmet": QCoreApplication.translate("Fields", "Unmet need"),
    }


def _others() -> dict[str, str]:
    return {
        "heads": QCoreApplication.translate("Fields", "Heads"),
        "pair": QCoreApplication.translate("Fields", "Merged cards"),
        "flag": QCoreApplication.translate("Fields", "Health flag"),
        "since": QCoreApplication.translate("Fields", "Since"),
        "source": QCoreApplication.translate("Fields", "Source"),
        "verdict": QCoreApplication.translate("Fields", "Verdict"),
        "review": QCoreApplication.translate("Fields", "Review"),
        "about": QCoreApplication.translate("Fields", "About"),
        "from": QCoreApplication.translate("Fields", "From"),
    }
