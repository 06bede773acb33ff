# SPDX-License-Identifier: MIT
"""Hand-outs at one desk: the paper in the client's language, the consent text, and that a paper was given."""

from datetime import date
from typing import Any, Final

from desktop.notebook.catalogue.stock import PUBLISHED
from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound
from desktop.notebook.handout.consents import consent_text
from desktop.notebook.handout.frames import LANGUAGES, FrameBook
from desktop.notebook.handout.order import PaperItem, PaperOrder
from desktop.notebook.handout.paper import file_name, make_paper
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.handouts import MakePaper, Paper, RecordHandout
from desktop.notebook.messages.referrals import (
    ConsentLanguages,
    ConsentText,
    ListConsentLanguages,
    ReadConsent,
)
from desktop.notebook.referrals import chosen, read_service, receiver_of
from desktop.notebook.sessions import Sessions
from desktop.store.changes import Change
from sync.catalogue.model import Service, text_in
from sync.records.ids import EntityId

SENDER: Final = "Helsingin kaupunki, työllisyyspalvelut"
"""Who hands it out, at the foot of each page: the model city."""
_SHIFT_MS: Final = 18 * 3_600_000
"""A point that opened longer ago than this is not today's."""


class Handouts:
    """Papers and consent texts; ``make`` and ``read_consent`` write nothing, ``record`` does."""

    def __init__(self, desk: Desk, frames: FrameBook) -> None:
        self._desk = desk
        self._frames = frames
        self._sessions = Sessions(desk)

    def make(self, ask: MakePaper) -> Paper:
        """Return the paper as PDF/UA; raises what ``make_paper`` raises, NotFound, ValueError for no day."""
        day = date.fromisoformat(ask.day)
        order = PaperOrder(
            language=ask.language,
            items=tuple(PaperItem(service=self._service(one, shown=True)) for one in ask.services),
            sender=SENDER,
            words=ask.words,
            adviser=self._desk.staff_name(self._desk.staff) if ask.named else "",
            contact=ask.contact,
            large=ask.large,
        )
        paper = make_paper(order, self._frames, day=day)
        return Paper(
            pdf=paper.pdf,
            pages=paper.pages,
            file_name=file_name(order, day),
            texts_in=list(paper.texts_in),
            qr=list(paper.links),
            warnings=[one.value for one in paper.warnings],
        )

    def record(self, ask: RecordHandout) -> Done:
        """Record that a paper was given: one hand-out a service, in one save; to a person also logged.

        Raises NoService without any, TooManyServices, NotFound, NotAllowed, FieldRefused for an unknown way.
        """
        desk = self._desk
        services = chosen(ask.services)
        if ask.person is not None:
            desk.entity(ask.person, "person")
        language = self._frames.of(ask.language).records_as
        now = desk.now()
        session = self._sessions.here(now - _SHIFT_MS)
        changes = []
        for entity in services:
            name = text_in(self._service(entity).name, "fi")
            fields: dict[str, Any] = {
                "service": entity,
                "name": name,
                "language": language,
                "way": ask.way,
                "at": now,
            }
            if session is not None:
                fields["session"] = session
            changes.append(Change(kind="handout", entity=desk.new_id(), fields=fields))
        told = []
        if ask.person is not None:
            extra: dict[str, str | int] = {
                "way": ask.way,
                "language": ask.language,
                "services": len(changes),
            }
            told.append(desk.look("DISCLOSE", ask.person, kind="person", reason="handout", extra=extra))
        desk.save([(desk.team_stream(), changes)], reason="handout", told=told)
        return Done()

    def read_consent(self, ask: ReadConsent) -> ConsentText:
        """Return the text that is read to the client before a service is told; raises NotFound."""
        service = self._service(ask.service)
        text = consent_text(ask.language, receiver_of(service), ask.scope, self._frames)
        return ConsentText(text.as_text(), text.version, ask.language, text.direction)

    def languages(self, _ask: ListConsentLanguages) -> ConsentLanguages:
        """Return the languages of papers and consent texts, in the order they are offered."""
        return ConsentLanguages([one for one in LANGUAGES if one in self._frames])

    def _service(self, entity: EntityId, *, shown: bool = False) -> Service:
        """Return a service; with ``shown`` only one that people may be sent to."""
        found = self._desk.reads.services.service(entity)
        if found is None or (shown and found.status != PUBLISHED):
            raise NotFound(kind="service")
        return read_service(found)
