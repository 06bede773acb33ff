# SPDX-License-Identifier: MIT
"""Words for a service's fields, for what is wrong with one, and for an import's reasons."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.ui.words.codes import CodeWords

_PARTS: Final = re.compile(r"[.\[\]]+")
_PLACE: Final = "places"


def service_field_label(path: str, codes: CodeWords) -> str:
    """Return what a field is called: ``name.fi`` is "Nimi (suomi)", ``places.0.address`` "Paikka 1: Osoite".

    What a newer version calls a field stays readable: its bare path.
    """
    parts = [part for part in _PARTS.split(path) if part]
    if not parts:
        return path
    if parts[0] == _PLACE and len(parts) > 1 and parts[1].isdigit():
        place = QCoreApplication.translate("ServiceFields", "Place {number}").format(number=int(parts[1]) + 1)
        inner = service_field_label(f"place.{'.'.join(parts[2:])}", codes) if parts[2:] else ""
        return f"{place}: {inner}" if inner else place
    labels = _labels()
    for length in (3, 2, 1):
        label = labels.get(".".join(parts[:length]))
        if label is not None:
            rest = parts[length:]
            spoken = rest[0] if rest and codes.lists.knows("languages", rest[0]) else ""
            return f"{label} ({codes.label('languages', spoken)})" if spoken else label
    return path


def _labels() -> dict[str, str]:
    return _texts() | _whom() | _facts() | _organisation() | _origin() | _place() | _times()


def _texts() -> dict[str, str]:
    return {
        "content": QCoreApplication.translate("ServiceFields", "Service"),
        "name": QCoreApplication.translate("ServiceFields", "Name"),
        "summary": QCoreApplication.translate("ServiceFields", "In short"),
        "description": QCoreApplication.translate("ServiceFields", "Description"),
        "other_names": QCoreApplication.translate("ServiceFields", "Also called"),
        "keywords": QCoreApplication.translate("ServiceFields", "Search words"),
        "target_group": QCoreApplication.translate("ServiceFields", "For whom"),
        "requirements": QCoreApplication.translate("ServiceFields", "Requirements"),
        "benefit_effect": QCoreApplication.translate("ServiceFields", "Effect on benefits"),
        "consent_about": QCoreApplication.translate("ServiceFields", "What the consent is about"),
        "how_to_refer": QCoreApplication.translate("ServiceFields", "How to refer"),
        "attendance": QCoreApplication.translate("ServiceFields", "What taking part means"),
        "record": QCoreApplication.translate("ServiceFields", "What to write down"),
        "price_note": QCoreApplication.translate("ServiceFields", "About the price"),
        "accessibility_note": QCoreApplication.translate("ServiceFields", "About accessibility"),
        "producer": QCoreApplication.translate("ServiceFields", "Carried out by"),
        "staff_contact": QCoreApplication.translate("ServiceFields", "Contact for staff"),
    }


def _whom() -> dict[str, str]:
    return {
        "category": QCoreApplication.translate("ServiceFields", "Category"),
        "topics": QCoreApplication.translate("ServiceFields", "Topics"),
        "life_situations": QCoreApplication.translate("ServiceFields", "Life situations"),
        "lowest_age": QCoreApplication.translate("ServiceFields", "Lowest age"),
        "highest_age": QCoreApplication.translate("ServiceFields", "Highest age"),
        "statuses": QCoreApplication.translate("ServiceFields", "Situation in working life"),
        "municipalities": QCoreApplication.translate("ServiceFields", "Home municipalities"),
        "obligation": QCoreApplication.translate("ServiceFields", "Obligation"),
        "consent": QCoreApplication.translate("ServiceFields", "Consent"),
        "referral_kinds": QCoreApplication.translate("ServiceFields", "Ways of referring"),
    }


def _facts() -> dict[str, str]:
    return {
        "languages": QCoreApplication.translate("ServiceFields", "Languages"),
        "language": QCoreApplication.translate("ServiceFields", "Language"),
        "level": QCoreApplication.translate("ServiceFields", "Level"),
        "interpreter": QCoreApplication.translate("ServiceFields", "Interpreter"),
        "price": QCoreApplication.translate("ServiceFields", "Price"),
        "without_appointment": QCoreApplication.translate("ServiceFields", "Without appointment"),
        "accessibility": QCoreApplication.translate("ServiceFields", "Accessibility"),
        "places_free": QCoreApplication.translate("ServiceFields", "Free places"),
        "queue_weeks": QCoreApplication.translate("ServiceFields", "Queue in weeks"),
        "starts": QCoreApplication.translate("ServiceFields", "Starts"),
        "places": QCoreApplication.translate("ServiceFields", "Places"),
        "phone": QCoreApplication.translate("ServiceFields", "Phone"),
        "email": QCoreApplication.translate("ServiceFields", "E-mail"),
        "web": QCoreApplication.translate("ServiceFields", "Web address"),
        "complementary": QCoreApplication.translate("ServiceFields", "Goes with"),
        "valid_from": QCoreApplication.translate("ServiceFields", "Valid from"),
        "valid_to": QCoreApplication.translate("ServiceFields", "Valid to"),
        "checked": QCoreApplication.translate("ServiceFields", "Checked"),
        "stale_after": QCoreApplication.translate("ServiceFields", "Check again by"),
    }


def _organisation() -> dict[str, str]:
    return {
        "organisation": QCoreApplication.translate("ServiceFields", "Organisation"),
        "organisation.id": QCoreApplication.translate("ServiceFields", "Organisation's id at the source"),
        "organisation.name": QCoreApplication.translate("ServiceFields", "Organisation"),
        "organisation.kind": QCoreApplication.translate("ServiceFields", "Kind of organisation"),
        "organisation.business_id": QCoreApplication.translate("ServiceFields", "Business ID"),
    }


def _origin() -> dict[str, str]:
    return {
        "origin": QCoreApplication.translate("ServiceFields", "Source"),
        "origin.source": QCoreApplication.translate("ServiceFields", "Source"),
        "origin.id": QCoreApplication.translate("ServiceFields", "Id at the source"),
        "origin.url": QCoreApplication.translate("ServiceFields", "Address at the source"),
        "origin.licence": QCoreApplication.translate("ServiceFields", "Licence"),
        "origin.changed": QCoreApplication.translate("ServiceFields", "Changed at the source"),
        "origin.fetched": QCoreApplication.translate("ServiceFields", "Read from the source"),
    }


def _place() -> dict[str, str]:
    return {
        "place.name": QCoreApplication.translate("ServiceFields", "Name of the place"),
        "place.address": QCoreApplication.translate("ServiceFields", "Street address"),
        "place.postcode": QCoreApplication.translate("ServiceFields", "Postcode"),
        "place.town": QCoreApplication.translate("ServiceFields", "Town"),
        "place.municipality": QCoreApplication.translate("ServiceFields", "Municipality"),
        "place.district": QCoreApplication.translate("ServiceFields", "District"),
        "place.latitude": QCoreApplication.translate("ServiceFields", "Latitude"),
        "place.longitude": QCoreApplication.translate("ServiceFields", "Longitude"),
        "place.hours": QCoreApplication.translate("ServiceFields", "Opening hours"),
        "place.hours.note": QCoreApplication.translate("ServiceFields", "Opening hours in words"),
        "place.phone": QCoreApplication.translate("ServiceFields", "Phone"),
        "place.email": QCoreApplication.translate("ServiceFields", "E-mail"),
        "place.web": QCoreApplication.translate("ServiceFields", "Web address"),
        "place.starts": QCoreApplication.translate("ServiceFields", "Starts"),
        "place.ends": QCoreApplication.translate("ServiceFields", "Ends"),
        "place.accessible": QCoreApplication.translate("ServiceFields", "Accessible"),
        "place.note": QCoreApplication.translate("ServiceFields", "About the place"),
    }


def _times() -> dict[str, str]:
    return {
        "place.hours.openings": QCoreApplication.translate("ServiceFields", "Weekly hours"),
        "place.hours.exceptions": QCoreApplication.translate("ServiceFields", "Other hours"),
    }


def wrong_words(code: str) -> str:
    """Return what is said beside a field that was refused, for the code of ``sync.catalogue.checking.Wrong``."""
    words = {
        "missing": QCoreApplication.translate("ServiceFields", "Write this in one language at least."),
        "too_long": QCoreApplication.translate("ServiceFields", "Too long. Shorten it; nothing is lost."),
        "unknown_code": QCoreApplication.translate(
            "ServiceFields", "This is not in the list any more. Choose another."
        ),
        "bad_date": QCoreApplication.translate("ServiceFields", "Write the day like this: 14.2.2027."),
        "bad_time": QCoreApplication.translate("ServiceFields", "Write the times like this: 9.00-15.30."),
        "bad_web": QCoreApplication.translate(
            "ServiceFields", "A web address begins with https:// and has no spaces."
        ),
        "out_of_range": QCoreApplication.translate(
            "ServiceFields", "The number is outside what is possible."
        ),
        "not_normal": QCoreApplication.translate(
            "ServiceFields", "There are hidden signs in the text. Type it anew instead of pasting."
        ),
    }
    kept = QCoreApplication.translate("ServiceFields", "This cannot be saved. Write it another way.")
    return words.get(code, kept)


def line_kind_words(code: str) -> str:
    """Return what became of a service, for the code of ``sync.catalogue.report.LineKind``."""
    words = {
        "new": QCoreApplication.translate("ServiceFields", "New"),
        "changed": QCoreApplication.translate("ServiceFields", "Changed"),
        "same": QCoreApplication.translate("ServiceFields", "The same"),
        "gone": QCoreApplication.translate("ServiceFields", "Gone"),
        "refused": QCoreApplication.translate("ServiceFields", "Not read"),
        "altered": QCoreApplication.translate("ServiceFields", "Read in part"),
    }
    return words.get(code, code)


def reason_words(code: str) -> str:
    """Return why, for the code of ``sync.catalogue.report.Reason``; an empty text where there is no why."""
    if code == "none":
        return ""
    return (_whole_reasons() | _part_reasons()).get(code, code)


def _whole_reasons() -> dict[str, str]:
    return {
        "no_id": QCoreApplication.translate("ServiceFields", "It has no id."),
        "no_name": QCoreApplication.translate("ServiceFields", "It has no name."),
        "duplicate_id": QCoreApplication.translate("ServiceFields", "The same id stands twice in the file."),
        "draft": QCoreApplication.translate("ServiceFields", "It is a draft at the source."),
        "not_public": QCoreApplication.translate("ServiceFields", "It is not public at the source."),
        "not_a_service": QCoreApplication.translate("ServiceFields", "It is no service."),
        "not_an_object": QCoreApplication.translate("ServiceFields", "It has another shape than expected."),
        "too_large": QCoreApplication.translate("ServiceFields", "It is too large."),
        "past": QCoreApplication.translate("ServiceFields", "It is over."),
        "not_yet": QCoreApplication.translate("ServiceFields", "It has not begun yet."),
        "cycle": QCoreApplication.translate("ServiceFields", "It points back at itself."),
        "not_in_file": QCoreApplication.translate("ServiceFields", "What it points at is not in the file."),
    }


def _part_reasons() -> dict[str, str]:
    return {
        "too_many": QCoreApplication.translate("ServiceFields", "There are too many; the rest was left out."),
        "too_many_parts": QCoreApplication.translate(
            "ServiceFields", "It has too many parts; the rest was left out."
        ),
        "wrong_type": QCoreApplication.translate(
            "ServiceFields", "The value is of another kind than expected."
        ),
        "too_long_cut": QCoreApplication.translate("ServiceFields", "The text was too long and was cut."),
        "html_removed": QCoreApplication.translate(
            "ServiceFields", "Formatting was removed, the words stayed."
        ),
        "unknown_language": QCoreApplication.translate("ServiceFields", "The language is not known here."),
        "unknown_value": QCoreApplication.translate("ServiceFields", "The value is not known here."),
        "bad_date": QCoreApplication.translate("ServiceFields", "The day is no day."),
        "bad_hours": QCoreApplication.translate("ServiceFields", "The opening hours cannot be read."),
        "bad_place": QCoreApplication.translate("ServiceFields", "The place cannot be read."),
        "bad_number": QCoreApplication.translate("ServiceFields", "The number cannot be read."),
        "bad_link": QCoreApplication.translate("ServiceFields", "The web address cannot be read."),
    }


def file_reason_words(code: str) -> str:
    """Return why a file could not be read, to stand after a colon: the reasons of ``FileUnreadable``."""
    words = {
        "too_large": QCoreApplication.translate("ServiceFields", "it is too large"),
        "encoding": QCoreApplication.translate("ServiceFields", "its letters are not UTF-8"),
        "json": QCoreApplication.translate("ServiceFields", "it is not whole JSON"),
        "shape": QCoreApplication.translate("ServiceFields", "it is built in another way than expected"),
        "newer": QCoreApplication.translate("ServiceFields", "it was made by a newer version"),
        "missing": QCoreApplication.translate("ServiceFields", "it is not there any more"),
        "denied": QCoreApplication.translate("ServiceFields", "you have no right to read it"),
        "disk": QCoreApplication.translate("ServiceFields", "the disk did not give it"),
    }
    return words.get(code, code)
