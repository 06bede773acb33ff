# SPDX-License-Identifier: MIT
"""A service as one line of the hits: in the staff's language, with the nearest that is open."""

from collections.abc import Mapping
from typing import Final

from desktop.notebook.catalogue.filters import UNMARKED, OwnMarks
from desktop.notebook.catalogue.found import Hit
from desktop.notebook.catalogue.found import Why as Reason
from desktop.notebook.catalogue.opening import Moment, Openness, closes_at, place_openness, service_openness
from desktop.notebook.catalogue.unmet import Fact
from desktop.notebook.catalogue.vocabulary import Way
from desktop.notebook.messages.services import ServiceRow, Unmet, Why
from sync.catalogue.model import Place, Service, text_in
from sync.records.ids import EntityId

_OPEN: Final = {Openness.OPEN: "yes", Openness.CLOSED: "no", Openness.UNKNOWN: ""}
_HOUR: Final = 60
_OTHER_WORD: Final = frozenset({Way.SYNONYM, Way.RELATED, Way.TYPO})


def service_row(
    hit: Hit,
    service: Service,
    language: str,
    moment: Moment,
    marks: Mapping[EntityId, OwnMarks],
    *,
    noted: bool,
) -> ServiceRow:
    """Return one line; of several places the first that is open stands for all."""
    own = marks.get(hit.entity, UNMARKED)
    place = _place(service, moment)
    closes = closes_at(place, moment) if place is not None else None
    return ServiceRow(
        service=hit.entity,
        name=text_in(service.name, language),
        summary=text_in(service.summary, language),
        place=_place_words(place, language) if place is not None else "",
        district=place.district if place is not None else "",
        lowest_age=service.lowest_age,
        highest_age=service.highest_age,
        price=service.price,
        without_appointment=service.without_appointment,
        places_free=service.places_free,
        queue_weeks=service.queue_weeks,
        starts=service.starts if service.starts > moment.day else "",
        open=_OPEN[service_openness(service, moment)],
        closes="" if closes is None else f"{closes.minute // _HOUR:02}:{closes.minute % _HOUR:02}",
        checked=service.checked,
        stale=bool(service.stale_after) and service.stale_after <= moment.day,
        favourite=own.favourite,
        hidden=own.hidden,
        noted=noted,
        obligation=service.obligation,
        consent=service.consent,
        why=[_reason(one) for one in hit.why],
        unmet=[
            Unmet(one.code.value, {name: _plain(fact) for name, fact in one.facts.items()})
            for one in hit.unmet
        ],
    )


def _reason(why: Reason) -> Why:
    """Return a reason, with the typed word beside it where the two differ."""
    other = why.typed if why.way in _OTHER_WORD else ""
    return Why(why.field.name.lower(), why.word, why.language, other, why.way.name.lower())


def _place(service: Service, moment: Moment) -> Place | None:
    opened = (one for one in service.places if place_openness(one, moment) is Openness.OPEN)
    return next(opened, service.places[0] if service.places else None)


def _place_words(place: Place, language: str) -> str:
    return text_in(place.name, language) or ", ".join(part for part in (place.address, place.town) if part)


def _plain(fact: Fact) -> str | int:
    """Return a fact as it crosses the pipe: several codes as one text, joined by a comma."""
    return ",".join(fact) if isinstance(fact, tuple) else fact
