# SPDX-License-Identifier: MIT
"""A made-up catalogue behind a small notebook, for tests and pictures of the page of services."""

import msgspec
from fake_notebook import FakeBridge
from page_tools import at
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.handouts import MakePaper, Paper
from desktop.notebook.messages.referrals import ConsentLanguages, ListConsentLanguages
from desktop.notebook.messages.services import (
    CatalogueState,
    LinkedService,
    MarkService,
    NoteService,
    OpenService,
    SearchServices,
    ServiceClient,
    ServiceRow,
    ServicesFound,
    ServiceView,
    TeamNote,
    Unmet,
    Why,
)
from desktop.ui.errand import Errand
from sync.catalogue.model import (
    Hours,
    OfferedLanguage,
    Opening,
    Organisation,
    Origin,
    OtherHours,
    Place,
    Service,
    service_entity,
    to_map,
)
from sync.records.ids import EntityId

LANGUAGES = ["fi", "fi-selko", "sv", "en", "ru", "et", "so", "ar", "uk", "fa"]
WALK_IN = Errand(ServiceClient(age="25_29", language="ru"), visit=True)
"""The visitor of the pictures: 25 to 29 years, Russian."""
STATE = CatalogueState(6, at(18, 2, day=23), 1)


def service(number: int) -> EntityId:
    """Return the id of the numbered service of this shelf."""
    return service_entity(Origin(id=str(number)))


_EMPTY = ServiceRow(
    service(0), "", "", "", "", 0, 0, "", "", -1, -1, "", "", "", "", stale=False, favourite=False, hidden=False,
    noted=False, obligation="voluntary", consent="none", why=[], unmet=[],
)  # fmt: skip


def row(number: int, name: str, **more: object) -> ServiceRow:
    """Return a row of the list; what is not given is not known."""
    return msgspec.structs.replace(_EMPTY, service=service(number), name=name, **more)


def rows() -> list[ServiceRow]:
    """Return the six hits for "suomen kurssi" of the pictures."""
    return [
        row(
            1, "Stadin AO, suomi A2", place="Hattulantie 2", district="303", lowest_age=17, price="free",
            places_free=12, starts="2027-01-07", checked="2026-11-20", favourite=True, noted=True,
            why=[Why("name", "suomi", "fi")],
        ),
        row(
            2, "Suomi töissä, iltakurssi", place="Kulttuurikeskus Caisa", district="301", lowest_age=18,
            places_free=4, starts="2026-11-30", checked="2026-11-18", why=[Why("name", "Suomi", "fi")],
            unmet=[Unmet("language", {"language": "ru"})],
        ),
        row(
            3, "Selkosuomen keskustelupaja", place="Itäkeskuksen kirjasto", without_appointment="yes",
            open="yes", closes="19:00", checked="2026-11-23",
            why=[Why("keyword", "keskusteluryhmä", "fi", typed="kurssi")],
        ),
        row(
            4, "Kotoutumiskoulutus, hidas polku", place="Itä-Helsinki", lowest_age=17, queue_weeks=6,
            checked="2026-11-02",
        ),
        row(
            5, "Luku- ja kirjoitustaito", place="Axxell, Itäkeskus", lowest_age=30, places_free=7,
            checked="2026-11-12", unmet=[Unmet("age", {"lowest": 30, "highest": 0})],
        ),
        row(
            6, "Ammattisuomi: sähkö- ja LVI-ala", place="Omnia, Espoo", lowest_age=18, places_free=3,
            starts="2027-01-11", checked="2026-05-11", stale=True,
        ),
    ]  # fmt: skip


def content() -> Service:
    """Return everything about the first of them."""
    return Service(
        name={"fi": "Stadin AO, suomi A2"},
        summary={"fi": "Suomen kielen kurssi, taso A2."},
        description={
            "fi": "Kurssilla harjoitellaan arjen ja työn suomea pienessä ryhmässä. Kurssi kestää kymmenen viikkoa."
        },
        category="language_training",
        lowest_age=17,
        statuses=("unemployed", "in_service"),
        municipalities=("091",),
        target_group={"fi": "Aikuiset, jotka osaavat suomea A1-tasolla."},
        requirements={"fi": "Lähtötasotesti ennen kurssia."},
        obligation="if_agreed",
        benefit_effect={"fi": "Poissaolo voi vaikuttaa työttömyysetuuteen, jos kurssi on sovittu suunnitelmassa."},
        consent="asked",
        consent_about={"fi": "Nimi, puhelin ja kielitaso lähetetään oppilaitokselle."},
        referral_kinds=("guided", "formal"),
        how_to_refer={"fi": "Varaa lähtötasotesti puhelimella ja kirjaa päivä."},
        attendance={"fi": "Neljä päivää viikossa, kello 9-15."},
        record={"fi": "Ohjattu: suomi A2, lähtötasotesti varattu, aloitus 7.1.2027."},
        languages=(OfferedLanguage("fi", "a1_3"), OfferedLanguage("ru")),
        interpreter="no",
        price="free",
        accessibility=("step_free", "lift"),
        places_free=12,
        starts="2027-01-07",
        organisation=Organisation(name={"fi": "Stadin ammatti- ja aikuisopisto"}),
        places=(
            Place(
                name={"fi": "Vallilan toimipaikka"},
                address="Hattulantie 2",
                postcode="00550",
                town="Helsinki",
                phone="09 555 0100",
                hours=Hours(
                    openings=tuple(Opening(day, "09:00", "15:00") for day in range(1, 6)),
                    exceptions=(OtherHours("2026-12-24", "2026-12-26"),),
                ),
                accessible="yes",
            ),
        ),
        phone="09 555 0100",
        email="suomi.kurssit@example.org",
        web={"fi": "https://www.example.org/suomi-a2"},
        staff_contact={"fi": "Opinto-ohjaaja 09 555 0101, arkisin 8-10."},
        checked="2026-11-20",
        stale_after="2027-05-20",
        origin=Origin("palvelumanuaali", "1", "https://www.example.org/1", "CC BY 4.0", "2026-11-18", "2026-11-23"),
    )  # fmt: skip


def small_pdf(sheets: int = 1) -> bytes:
    """Return a paper of black blocks on A4, so many sheets of it."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for sheet in range(sheets):
        if sheet:
            writer.newPage()
        whole = painter.viewport()
        painter.fillRect(QRectF(0, 0, whole.width() / 2, whole.height() / (4 + sheet)), 0xFF000000)
    painter.end()
    buffer.close()
    return bytes(kept.data())


class ServiceShelf:
    """Keeps marks and notes as the real notebook would; ``bridge`` is what the page is given."""

    def __init__(self) -> None:
        self.rows = rows()
        self.notes = [
            TeamNote(
                EntityId(bytes([9] * 16)), "Lähtötasotestiin pääsee nopeimmin soittamalla.", "Mehmet Kaya",
                mine=False, at=at(9, 5, day=20), marks=[],
            ),
        ]  # fmt: skip
        self.sheets = 1
        self.bridge = FakeBridge()
        self.bridge.on(SearchServices, self._search)
        self.bridge.on(OpenService, self._open)
        self.bridge.on(MarkService, self._mark)
        self.bridge.on(NoteService, self._note)
        self.bridge.on(ListConsentLanguages, lambda _ask: ConsentLanguages(LANGUAGES))
        self.bridge.on(MakePaper, self._paper)

    def _search(self, ask: SearchServices) -> ServicesFound:
        words = ask.text.casefold().split()
        found = [
            one
            for one in self.rows
            if all(word[:4] in one.name.casefold() or word == "kurssi" for word in words)
            and (not one.hidden or ask.filters.hidden)
            and (one.favourite or not ask.filters.favourites)
            and (one.places_free > 0 or not ask.filters.places_now)
        ]
        return ServicesFound(found, len(found), partly=False, catalogue=STATE)

    def _open(self, ask: OpenService) -> ServiceView:
        one = next(one for one in self.rows if one.service == ask.service)
        told = msgspec.structs.replace(content(), name={"fi": one.name})
        return ServiceView(
            one.service, to_map(told), "published", one, self.notes,
            [LinkedService(service(3), "Selkosuomen keskustelupaja")],
        )  # fmt: skip

    def _mark(self, ask: MarkService) -> Done:
        self.rows = [
            msgspec.structs.replace(one, favourite=ask.favourite, hidden=ask.hidden)
            if one.service == ask.service
            else one
            for one in self.rows
        ]
        return Done()

    def _note(self, ask: NoteService) -> Done:
        added = TeamNote(
            EntityId(bytes([8] * 16)), ask.text, "Aino Lehtonen", mine=True, at=at(14, 26), marks=[]
        )
        self.notes = [*self.notes, added]
        return Done()

    def _paper(self, ask: MakePaper) -> Paper:
        addresses = [f"https://www.example.org/{one.hex()[:8]}" for one in ask.services]
        return Paper(
            small_pdf(self.sheets),
            self.sheets,
            "esite-2026-11-24.pdf",
            ["fi"] * len(ask.services),
            addresses,
            [],
        )


class MemoryPress:
    """A printer that keeps what it is given; ``takes`` says whether it does."""

    def __init__(self, *, there: bool = True) -> None:
        self.there = there
        self.takes = True
        self.printed: list[bytes] = []
        self.left = 0

    def ready(self) -> bool:
        """Whether there is one."""
        return self.there

    def print_out(self, _parent: QWidget, pdf: bytes, done: object) -> None:
        """Print at once."""
        if self.takes:
            self.printed.append(pdf)
        assert callable(done)
        done(self.takes)

    def leave(self) -> None:
        """Count that the page let go."""
        self.left += 1
