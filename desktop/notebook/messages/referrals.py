# SPDX-License-Identifier: MIT
"""Referrals: sending a person, or an anonymous visit, to a service, and what has become of it."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId


class GivenConsent(msgspec.Struct, frozen=True):
    """The client has heard the text and said yes: which version, in which language, about what."""

    language: str
    text_version: str
    scope: list[str]
    """Codes of ``shared_scopes``."""
    given_how: str
    """Code of ``consent_ways``."""


class ConsentText(Answer, frozen=True):
    """The text to read out or to show. ``direction``: ltr or rtl."""

    text: str
    version: str
    language: str
    direction: str


class ReadConsent(Ask[ConsentText], frozen=True):
    """Ask for the consent text about sending these things to a service, in the client's language."""

    service: EntityId
    language: str
    scope: list[str]


class ConsentLanguages(Answer, frozen=True):
    """Codes of the languages that hand-outs and consent texts exist in, the staff's first."""

    languages: list[str]


class ListConsentLanguages(Ask[ConsentLanguages], frozen=True):
    """Ask which languages a client can be given."""


class Refer(Ask[RecordSaved], frozen=True):
    """Refer a person to services: a referral each, with its consent and a follow-up, in one save.

    Problems: ``consent-missing`` when data would leave without one, ``no-service``, ``not-found``.
    """

    person: EntityId
    services: list[EntityId]
    kind: str
    urgency: str = "normal"
    text: str = ""
    """What the service is told; also on the follow-up."""
    consent: GivenConsent | None = None
    follow_up: str = ""
    """Day of the follow-up (``YYYY-MM-DD``); empty for none."""
    visit: EntityId | None = None


class ReferralRow(msgspec.Struct, frozen=True):
    """One referral of a person."""

    referral: EntityId
    service: EntityId
    name: str
    """As it was called then."""
    organisation: str
    kind: str
    urgency: str
    status: str
    status_at: int
    reason: str
    at: int
    by: str
    mine: bool
    text: str
    feedback: str
    consent: str
    """``given``, ``withdrawn``, or empty when none was needed."""
    consent_language: str
    due: str
    """Day of the open follow-up; empty for none."""
    task: EntityId | None
    marks: list[Mark]


class ReferralsView(Answer, frozen=True):
    """A person's referrals, the newest first."""

    person: EntityId
    rows: list[ReferralRow]
    can_edit: bool


class ListReferrals(Ask[ReferralsView], frozen=True):
    """Ask for a person's referrals; the reading is logged with the card's."""

    person: EntityId


class MoveReferral(Ask[RecordSaved], frozen=True):
    """Write down what has become of a referral. ``follow_up`` sets the next day, ``-`` ends it, empty leaves it."""

    referral: EntityId
    status: str
    reason: str = ""
    feedback: str = ""
    follow_up: str = ""


class WithdrawConsent(Ask[RecordSaved], frozen=True):
    """The person takes their consent back; the referral stays, and says so."""

    referral: EntityId
