# SPDX-License-Identifier: MIT
"""Everything about a service as headed sections of words, in the staff's language."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.services import ServiceView
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.page import Tools
from desktop.ui.services.hours_words import hours_lines, open_now
from desktop.ui.services.row_words import ages_said, said_near
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import at_start, local_moment
from sync.catalogue.model import Place, Service, Texts, text_in

COPIED = "record"
"""The key of the section that is copied into the client record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A labelled value, or a paragraph when ``label`` is empty. ``strong`` is a name over what follows."""

    text: str
    label: str = ""
    strong: bool = False
    mark: MarkValue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its lines."""

    key: str
    title: str
    lines: tuple[Line, ...]


def sections(view: ServiceView, service: Service, tools: Tools) -> list[Section]:
    """Return the sections that have something to say, the ones asked for most first."""
    words = _Teller(view, service, tools)
    made = [
        Section(
            key="who", title=QCoreApplication.translate("ServiceFace", "For whom"), lines=tuple(words.who())
        ),
        Section(
            key="duty",
            title=QCoreApplication.translate("ServiceFace", "Obligation"),
            lines=tuple(words.duty()),
        ),
        Section(
            key="refer",
            title=QCoreApplication.translate("ServiceFace", "How to refer"),
            lines=tuple(words.refer()),
        ),
        Section(
            key=COPIED,
            title=QCoreApplication.translate("ServiceFace", "Into the client record"),
            lines=tuple(words.record()),
        ),
        Section(
            key="places",
            title=QCoreApplication.translate("ServiceFace", "Where and when"),
            lines=tuple(words.places()),
        ),
        Section(
            key="price",
            title=QCoreApplication.translate("ServiceFace", "Language and price"),
            lines=tuple(words.price()),
        ),
        Section(
            key="contact",
            title=QCoreApplication.translate("ServiceFace", "Contact"),
            lines=tuple(words.contact()),
        ),
    ]
    return [section for section in made if section.lines]


def origin_section(service: Service, tools: Tools) -> Section:
    """Return where the text comes from, with licence and days; it stands last."""
    origin = service.origin
    lines = [
        _line(QCoreApplication.translate("ServiceFace", "Source"), _source(service, tools)),
        _line(QCoreApplication.translate("ServiceFace", "Licence"), origin.licence),
        _line(QCoreApplication.translate("ServiceFace", "Changed there"), _near(origin.changed, tools)),
        _line(QCoreApplication.translate("ServiceFace", "Fetched"), _near(origin.fetched, tools)),
        _line(QCoreApplication.translate("ServiceFace", "Checked"), _near(service.checked, tools)),
        _line(QCoreApplication.translate("ServiceFace", "Check again"), _near(service.stale_after, tools)),
        _line(QCoreApplication.translate("ServiceFace", "Address"), origin.url),
    ]
    return Section(
        key="origin",
        title=QCoreApplication.translate("ServiceFace", "Where this comes from"),
        lines=tuple(line for line in lines if line.text),
    )


class _Teller:
    def __init__(self, view: ServiceView, service: Service, tools: Tools) -> None:
        self._view = view
        self._service = service
        self._tools = tools
        self._codes = tools.codes

    def _text(self, texts: Texts) -> str:
        return text_in(texts, self._tools.translations.language.value)

    def _labels(self, name: str, codes: tuple[str, ...]) -> str:
        return ", ".join(self._codes.label(name, code) for code in codes)

    def _kept(self, *lines: Line) -> list[Line]:
        return [line for line in lines if line.text]

    def who(self) -> list[Line]:
        one = self._service
        return self._kept(
            _line(QCoreApplication.translate("ServiceFace", "Age"), at_start(ages_said(self._view.row))),
            _line(
                QCoreApplication.translate("ServiceFace", "Situation"), self._labels("statuses", one.statuses)
            ),
            _line(
                QCoreApplication.translate("ServiceFace", "Home"),
                self._labels("municipalities", one.municipalities),
            ),
            Line(text=self._text(one.target_group)),
            _line(QCoreApplication.translate("ServiceFace", "Requirements"), self._text(one.requirements)),
            _line(QCoreApplication.translate("ServiceFace", "Taking part"), self._text(one.attendance)),
        )

    def duty(self) -> list[Line]:
        one = self._service
        word = self._codes.label("obligations", one.obligation)
        return self._kept(
            Line(text=word),
            _line(QCoreApplication.translate("ServiceFace", "Benefits"), self._text(one.benefit_effect)),
        )

    def refer(self) -> list[Line]:
        one = self._service
        return self._kept(
            Line(text=self._text(one.how_to_refer)),
            _line(
                QCoreApplication.translate("ServiceFace", "Ways"),
                self._labels("referral_kinds", one.referral_kinds),
            ),
            _line(
                QCoreApplication.translate("ServiceFace", "Consent"),
                self._codes.label("consent_needs", one.consent),
            ),
            Line(text=self._text(one.consent_about)),
            _line(QCoreApplication.translate("ServiceFace", "Staff call"), self._text(one.staff_contact)),
        )

    def record(self) -> list[Line]:
        return self._kept(Line(text=self._text(self._service.record)))

    def price(self) -> list[Line]:
        one = self._service
        spoken = []
        for offered in one.languages:
            name = self._codes.label("languages", offered.language)
            spoken.append(f"{name} ({self._codes.label('cefr', offered.level)})" if offered.level else name)
        interpreter = {
            "yes": QCoreApplication.translate("ServiceFace", "An interpreter can be had"),
            "no": QCoreApplication.translate("ServiceFace", "No interpreter"),
        }.get(one.interpreter, "")
        return self._kept(
            _line(QCoreApplication.translate("ServiceFace", "Languages"), ", ".join(spoken)),
            Line(text=interpreter),
            _line(QCoreApplication.translate("ServiceFace", "Price"), self._codes.label("prices", one.price)),
            Line(text=self._text(one.price_note)),
            _line(
                QCoreApplication.translate("ServiceFace", "Access"),
                self._labels("accessibility_features", one.accessibility),
            ),
            Line(text=self._text(one.accessibility_note)),
        )

    def places(self) -> list[Line]:
        now = local_moment(self._tools.clock())
        one = self._service
        lines = [
            _line(QCoreApplication.translate("ServiceFace", "Begins"), _near(one.starts, self._tools)),
            _line(QCoreApplication.translate("ServiceFace", "From"), _near(one.valid_from, self._tools)),
            _line(QCoreApplication.translate("ServiceFace", "Until"), _near(one.valid_to, self._tools)),
        ]
        for place in one.places:
            lines += self._place(place, now)
        return self._kept(*lines)

    def _place(self, place: Place, now: datetime) -> list[Line]:
        language = self._tools.translations.language
        name = self._text(place.name) or place.address
        where = ", ".join(
            part
            for part in (place.address, f"{place.postcode} {place.town}".strip())
            if part and part != name
        )
        is_open = open_now(place.hours, now)
        mark = None
        if is_open is not None:
            mark = (
                MarkValue("door-open", QCoreApplication.translate("ServiceFace", "Open now"), Tone.OK)
                if is_open
                else MarkValue(
                    "door-closed", QCoreApplication.translate("ServiceFace", "Closed now"), Tone.MUTED
                )
            )
        access = {
            "yes": QCoreApplication.translate("ServiceFace", "Step-free"),
            "partly": QCoreApplication.translate("ServiceFace", "Partly step-free"),
            "no": QCoreApplication.translate("ServiceFace", "Not step-free"),
        }.get(place.accessible, "")
        return [
            Line(text=name, strong=True, mark=mark),
            Line(text=where),
            Line(text="\n".join(hours_lines(place.hours, now.date(), language))),
            Line(text=", ".join(part for part in (place.phone, place.email) if part)),
            Line(text=access),
            Line(text=self._text(place.note)),
        ]

    def contact(self) -> list[Line]:
        one = self._service
        return self._kept(
            Line(text=self._text(one.organisation.name), strong=True),
            Line(text=self._text(one.producer)),
            _line(QCoreApplication.translate("ServiceFace", "Phone"), one.phone),
            _line(QCoreApplication.translate("ServiceFace", "E-mail"), one.email),
            _line(QCoreApplication.translate("ServiceFace", "Web"), self._text(one.web)),
        )


def _line(label: str, text: str) -> Line:
    return Line(label=label, text=text)


def _near(day: str, tools: Tools) -> str:
    return said_near(day, tools) if day else ""


def _source(service: Service, tools: Tools) -> str:
    return tools.codes.label("service_sources", service.origin.source)
