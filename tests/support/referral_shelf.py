# SPDX-License-Identifier: MIT
"""The made-up catalogue and people behind one small notebook that answers what the page of referring asks."""

import msgspec
from people_world import SAVE, rows, samir
from service_shelf import LANGUAGES, ServiceShelf, content, service
from service_shelf import rows as hits

from desktop.notebook.messages.people import OpenPerson, PeopleFound, RecordSaved, SearchPeople
from desktop.notebook.messages.referrals import ConsentText, ReadConsent, Refer
from desktop.notebook.messages.services import OpenService, ServiceView
from desktop.ui.errand import ChosenService
from sync.catalogue.model import Service, to_map

COURSE = ChosenService(service(1), "Stadin AO, suomi A2")
"""Asks for consent; takes people guided or by a formal referral."""
WORKSHOP = ChosenService(service(3), "Selkosuomen keskustelupaja")
"""Needs no consent."""
_FREE = {service(3)}
_RIGHT_TO_LEFT = {"ar", "fa"}


def told(entity: bytes) -> Service:
    """Return what the catalogue says of a service of the shelf."""
    one = next(one for one in hits() if one.service == entity)
    more = {"consent": "none", "referral_kinds": ()} if entity in _FREE else {}
    return msgspec.structs.replace(content(), name={"fi": one.name}, **more)


class ReferralShelf:
    """``bridge`` is what the page is given; ``text`` makes the words of a consent."""

    def __init__(self) -> None:
        self.bridge = ServiceShelf().bridge
        self.bridge.on(OpenService, self._open)
        self.bridge.on(ReadConsent, self._read)
        self.bridge.on(Refer, lambda _ask: RecordSaved(service(1), SAVE))
        self.bridge.on(OpenPerson, lambda _ask: samir())
        self.bridge.on(SearchPeople, self._search)

    def text(self, ask: ReadConsent) -> str:
        """Return the words of a consent, told apart by service, language and scope."""
        return f"{ask.language}: {told(ask.service).name['fi']}, {', '.join(ask.scope)}"

    def _open(self, ask: OpenService) -> ServiceView:
        one = next(one for one in hits() if one.service == ask.service)
        return ServiceView(one.service, to_map(told(ask.service)), "published", one, [], [])

    def _read(self, ask: ReadConsent) -> ConsentText:
        assert ask.language in LANGUAGES
        direction = "rtl" if ask.language in _RIGHT_TO_LEFT else "ltr"
        return ConsentText(self.text(ask), "2026-11", ask.language, direction)

    def _search(self, ask: SearchPeople) -> PeopleFound:
        found = [row for row in rows() if ask.text.strip().casefold() in row.name.casefold()]
        return PeopleFound(found, len(found), more=False)
