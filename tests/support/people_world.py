# SPDX-License-Identifier: MIT
"""Made-up people behind a small notebook, for tests and pictures of the pages of people and of two values."""

from datetime import datetime

from fake_notebook import FakeBridge
from msgspec.structs import replace
from path_shelf import path_view, plan_paper, record

from desktop.notebook.messages.attachments import AttachmentsView, ListAttachments
from desktop.notebook.messages.laptop import Draft, OpenDraft, Unlocked
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import (
    ConflictRow,
    Conflicts,
    ConflictView,
    DuplicateHint,
    Duplicates,
    FieldHistoryRow,
    FieldView,
    FindDuplicates,
    HistoryRow,
    LinkVisit,
    ListConflicts,
    OpenConflict,
    OpenPerson,
    PeopleFound,
    PersonRow,
    PersonView,
    RecordSaved,
    RestoreValue,
    RevealedField,
    RevealField,
    SaveNote,
    SavePerson,
    SearchPeople,
    SettleConflict,
    Side,
)
from desktop.notebook.messages.plans import (
    MakePlanPaper,
    MoveStep,
    OpenPlan,
    OrderStep,
    RemoveFromPath,
    SavePath,
)
from desktop.notebook.messages.referrals import (
    ConsentLanguages,
    ListConsentLanguages,
    ListReferrals,
    MoveReferral,
    ReferralRow,
    ReferralsView,
    WithdrawConsent,
)
from desktop.notebook.messages.today import OpenToday, SaveId, TodayView, Undone, UndoSave, VisitRow
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.page import Tools
from desktop.ui.words.codes import CodeWords
from sync.records.codes import load_codes
from sync.records.ids import EntityId, StaffId, TeamId, derived_entity

NOW = int((datetime(2026, 11, 24, 14, 26).astimezone()).timestamp() * 1000)
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
SAMIR = EntityId(bytes([1] * 16))
VISIT = EntityId(bytes([7] * 16))
SAVE = SaveId("team/t0000000000000001", 41)
ME, OTHER = "aa" * 16, "bb" * 16
HETU = "010196-901N"

_NAMES: tuple[tuple[str, int, bool, str, int, list[Mark]], ...] = (
    ("Samir Haddad", 1996, True, "ar", 0, [Mark.TWO_VALUES, Mark.UNSENT]),
    ("Sanna Hämäläinen", 2004, True, "fi", 4, []),
    ("Sami Häkkinen", 1988, False, "fi", 6, []),
    ("Samira Hassan Ali", 2001, True, "so", 7, [Mark.UNSENT]),
    ("Oleksandra Samoilenko", 1991, False, "uk", 12, []),
    ("Samuel Sjöholm", 2009, True, "sv", 18, [Mark.UNDER_18]),
    ("S. H.", 0, False, "", 22, [Mark.PROTECTED]),
    ("Samantha Owusu", 1999, False, "en", 26, []),
    ("Sampo Saarinen", 1979, False, "fi", 34, []),
)


def rows() -> list[PersonRow]:
    """Return the hits for "sam"."""
    return [
        PersonRow(
            person=EntityId(bytes([place] * 16)),
            name=name,
            known_as="",
            birth_year=born,
            language=language,
            responsible="Aino Lehtonen" if mine else "Mehmet Kaya",
            mine=mine,
            last_at=NOW - days * DAY - HOUR,
            marks=marks,
            matched_in="phone" if name.startswith("Olek") else "",
        )
        for place, (name, born, mine, language, days, marks) in enumerate(_NAMES, start=1)
    ]


def side(value: str, *, mine: bool, minutes: int, n: int = 7) -> Side:
    """Return one of the values of a field."""
    return Side(
        value=value,
        writer=ME if mine else OTHER,
        n=n,
        by="Aino Lehtonen" if mine else "Mehmet Kaya",
        mine=mine,
        at=NOW - minutes * MINUTE,
        laptop="Itä 1" if mine else "Ohjaamo 2",
        place="Itäkeskuksen kirjasto" if mine else "Ohjaamo, Kamppi",
        offline=mine,
        mark=Mark.UNSENT if mine else Mark.DELIVERED,
        shown=mine,
        reached=0 if mine else NOW - (minutes - 2) * MINUTE,
    )


def phones() -> list[Side]:
    """Return the two phone numbers of Samir."""
    return [
        side("+358405550132", mine=True, minutes=64),
        side("+358445557781", mine=False, minutes=22 * 60 + 21),
    ]


def field(name: str, value: object, *marks: Mark, **more: object) -> FieldView:
    """Return one field of a card."""
    return FieldView(name, value, list(more.get("sides", [])), list(marks), masked=bool(more.get("masked")))  # type: ignore[arg-type, call-overload]


def history() -> list[HistoryRow]:
    """Return what happened to Samir, newest first."""

    def row(
        minutes: int, kind: str, what: str, fields: list[str], text: str, by: str, *marks: Mark
    ) -> HistoryRow:
        mine = by == "Aino Lehtonen"
        save = SAVE if mine else None
        return HistoryRow(NOW - minutes * MINUTE, kind, what, fields, text, by, mine, list(marks), save)

    me, other = "Aino Lehtonen", "Mehmet Kaya"
    note = "Kävimme läpi kielikurssin paikan. Samir soittaa oppilaitokseen perjantaina ja kertoo, miten kävi."
    return [
        row(64, "attendance", "linked", ["Tuli ystävän kanssa"], "language_course", me, Mark.UNSENT),
        row(70, "person", "changed", ["phone"], "", me, Mark.TWO_VALUES, Mark.UNSENT),
        row(22 * 60 + 21, "person", "changed", ["phone"], "", other, Mark.TWO_VALUES, Mark.DELIVERED),
        row(6 * 24 * 60, "note", "noted", [], note, me, Mark.DELIVERED),
        row(
            12 * 24 * 60,
            "situation",
            "created",
            ["education", "finnish_level", "labour"],
            "",
            me,
            Mark.APPROVED,
        ),
        row(82 * 24 * 60, "person", "created", ["name", "phone"], "", other, Mark.DELIVERED),
    ]


def referral(
    number: int, name: str, organisation: str, *codes: str, days: int, **more: object
) -> ReferralRow:
    """Return one referral of Samir; ``codes`` are kind and state."""
    kind, status = codes
    row = ReferralRow(
        referral=EntityId(bytes([60 + number] * 16)),
        service=EntityId(bytes([90 + number] * 16)),
        name=name,
        organisation=organisation,
        kind=kind,
        urgency="normal",
        status=status,
        status_at=NOW - days * DAY,
        reason="",
        at=NOW - (days + (0 if status == "given" else 6)) * DAY,
        by="Aino Lehtonen",
        mine=True,
        text="",
        feedback="",
        consent="",
        consent_language="",
        due="",
        task=None,
        marks=[Mark.DELIVERED],
    )
    return replace(row, **more)


def referrals() -> list[ReferralRow]:
    """Return Samir's referrals in several states, the newest first."""
    return [
        referral(
            1, "Stadin AO, suomi A2", "Stadin ammatti- ja aikuisopisto", "formal", "given", days=0,
            consent="given", consent_language="ar", due="2026-12-08", marks=[Mark.UNSENT],
            text="Hakee paikkaa tammikuun kurssille.",
        ),
        referral(
            2, "Suomi töissä, iltakurssi", "Helsingin työväenopisto", "guided", "contacted", days=4,
            due="2026-11-22", marks=[Mark.TWO_VALUES, Mark.UNSENT],
        ),
        referral(
            3, "Työkykyselvitys", "Testilän järjestö", "accompanied", "rejected", days=20, reason="full",
            consent="withdrawn", consent_language="ar", feedback="Jono avautuu helmikuussa.",
        ),
        referral(4, "Hygieniapassikurssi", "Testilän järjestö", "information", "completed", days=50),
    ]  # fmt: skip


def samir() -> PersonView:
    """Return the card that the pictures of the design show."""
    return PersonView(
        person=SAMIR,
        name="Samir Haddad",
        fields=[
            field("name", {"first": "Samir", "last": "Haddad"}),
            field("birth_date", "1996-01-01"),
            field("hetu", "010196-••••", masked=True),
            field("phone", "+358405550132", Mark.TWO_VALUES, Mark.UNSENT, sides=phones()),
            field("email", "samir.h@example.org"),
            field("contact_language", "ar"),
            field("interpreter_language", "ar"),
            field("contact_ok", ["call", "sms"]),
            field("municipality", "091"),
            field("district", "701"),
            field("register", "employment"),
            field("responsible", "s0000000000000001"),
        ],
        situation=[
            field("labour", {"status": "unemployed", "since": "2026-02-14"}),
            field("education", "vocational"),
            field("occupation", "Sähköasentaja"),
            field("finnish_level", "a2_1", Mark.UNSENT),
            field("income", "general_support", Mark.UNSENT),
        ],
        history=history(),
        marks=[Mark.TWO_VALUES, Mark.UNSENT],
        unsent=2,
        mine=True,
        can_edit=True,
    )


def conflict_rows() -> list[ConflictRow]:
    """Return the fields with two values."""
    situation = derived_entity(SAMIR, "situation")
    return [
        ConflictRow(SAMIR, "person", "phone", "Samir Haddad", NOW - HOUR),
        ConflictRow(situation, "situation", "finnish_level", "Samir Haddad", NOW - 2 * HOUR),
        ConflictRow(EntityId(bytes([9] * 16)), "person", "email", "Jenni Koskela", NOW - DAY),
    ]


def conflict() -> ConflictView:
    """Return Samir's two phone numbers side by side."""
    past = [
        FieldHistoryRow(one.at, one.by, one.mine, one.value, one.mark, one.writer, one.n) for one in phones()
    ]
    first = FieldHistoryRow(
        NOW - 82 * DAY,
        "Mehmet Kaya",
        mine=False,
        value="+358505559000",
        mark=Mark.DELIVERED,
        writer=OTHER,
        n=2,
    )
    return ConflictView(
        entity=SAMIR,
        kind="person",
        field="phone",
        title="Samir Haddad",
        birth_year=1996,
        sides=phones(),
        previous="+358505559000",
        history=[*past, first],
        can_keep_both=False,
    )


def hint() -> DuplicateHint:
    """Return somebody alike."""
    return DuplicateHint(SAMIR, "Samir Haddad", 1996, ["phone", "name_alike", "birth_year"])


def visit_row() -> VisitRow:
    """Return today's walk-in that nobody has been linked to."""
    return VisitRow(VISIT, NOW - 5 * MINUTE, ["language_course"], "30-44", "so", [], "", "", "", [])


def today() -> TodayView:
    """Return Today with one unlinked walk-in."""
    return TodayView(None, [], [], None, "", 0, "", [visit_row()], 1, [], "fi")


def unlocked() -> Unlocked:
    """Return who is at work."""
    return Unlocked(
        StaffId("s0000000000000001"),
        "Aino Lehtonen",
        "adviser",
        ["adviser"],
        TeamId("t0000000000000001"),
        "Itä",
        "Itä 1",
        practice=True,
        can_review=False,
        unsent=6,
        failed_unlocks=0,
        draft_page="",
    )


def people_notebook() -> FakeBridge:
    """Return a notebook that knows these people; a search hits names that contain the text."""
    bridge = FakeBridge()

    def search(ask: SearchPeople) -> PeopleFound:
        found = [row for row in rows() if ask.text.strip().lower() in row.name.lower()]
        found = [row for row in found if ask.scope != "mine" or row.mine]
        return PeopleFound(found, len(found), more=False)

    bridge.on(SearchPeople, search)
    bridge.on(OpenPerson, lambda _ask: samir())
    bridge.on(OpenDraft, lambda _ask: Draft({}))
    bridge.on(FindDuplicates, lambda _ask: Duplicates([]))
    bridge.on(SavePerson, lambda ask: RecordSaved(ask.person or SAMIR, SAVE))
    bridge.on(SaveNote, lambda ask: RecordSaved(ask.person, SAVE))
    bridge.on(LinkVisit, lambda ask: RecordSaved(ask.person, SAVE))
    bridge.on(RevealField, lambda _ask: RevealedField(HETU))
    bridge.on(UndoSave, lambda _ask: Undone(1, []))
    bridge.on(OpenToday, lambda _ask: today())
    bridge.on(ListConflicts, lambda _ask: Conflicts(conflict_rows()))
    bridge.on(OpenConflict, lambda _ask: conflict())
    bridge.on(ListReferrals, lambda ask: ReferralsView(ask.person, referrals(), can_edit=True))
    bridge.on(OpenPlan, lambda ask: path_view(ask.person, NOW))
    bridge.on(SavePath, lambda ask: RecordSaved(ask.record if ask.record is not None else record(6), SAVE))
    bridge.on(MoveStep, lambda ask: RecordSaved(ask.step, SAVE))
    bridge.on(OrderStep, lambda ask: RecordSaved(ask.step, SAVE))
    bridge.on(RemoveFromPath, lambda ask: RecordSaved(ask.record, SAVE))
    bridge.on(ListConsentLanguages, lambda _ask: ConsentLanguages(["fi", "sv", "en", "fi-selko", "ar"]))
    bridge.on(MakePlanPaper, lambda ask: plan_paper(ask.language))
    bridge.on(ListAttachments, lambda ask: AttachmentsView(ask.person, [], can_add=True, used=0))
    bridge.on(MoveReferral, lambda ask: RecordSaved(ask.referral, SAVE))
    bridge.on(WithdrawConsent, lambda ask: RecordSaved(ask.referral, SAVE))
    bridge.on(SettleConflict, lambda ask: RecordSaved(ask.entity, SAVE))
    bridge.on(RestoreValue, lambda ask: RecordSaved(ask.entity, SAVE))
    return bridge


def tools_with(dressed: Dressed, bridge: FakeBridge) -> Tools:
    """Return what a page works with, the clock standing at 14.26 on 24 November 2026."""
    codes = CodeWords(load_codes(resource("codes")), dressed.translations)
    return Tools(bridge.as_bridge(), dressed.theme, dressed.translations, codes, lambda: NOW)
