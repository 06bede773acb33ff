# SPDX-License-Identifier: MIT
"""Reading an invitation to a hub, from a file or typed from paper, before anything is sent anywhere."""

import base64
import binascii
from pathlib import Path

import msgspec

from desktop.notebook.errors import InvitationUnreadable
from desktop.notebook.messages.laptop import Invitation, ReadInvitationFile, ReadInvitationTyped
from desktop.vault.disk import open_plainly
from sync.protocol.crockford import grouped, to_text
from sync.protocol.enrolment import MAX_FILE_BYTES, Enrolment, parse_typed, read_enrolment
from sync.protocol.fingerprint import FINGERPRINT_CHARACTERS
from sync.records.ids import HubId


def read_invitation_file(ask: ReadInvitationFile) -> Invitation:
    """Return what an enrolment file says; raises InvitationUnreadable and EnrolmentInvalid."""
    try:
        with open_plainly(Path(ask.path)) as file:
            raw = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as problem:
        raise InvitationUnreadable(part="file") from problem
    return _invitation(read_enrolment(raw))


def read_invitation_typed(ask: ReadInvitationTyped) -> Invitation:
    """Return what a person typed from paper; raises EnrolmentInvalid and InsecureAddress."""
    return _invitation(parse_typed(address=ask.address, code=ask.code, fingerprint=ask.fingerprint))


def _invitation(found: Enrolment) -> Invitation:
    token = base64.b64encode(
        msgspec.msgpack.encode(
            (found.address, found.root, found.code, found.hub, found.name, found.certificate)
        )
    )
    return Invitation(
        found.address, grouped(to_text(found.root, FINGERPRINT_CHARACTERS), 4), found.name, token.decode()
    )


def invitation_of(token: str) -> Enrolment:
    """Return the invitation that ``Join`` hands back; raises InvitationUnreadable."""
    try:
        address, root, code, hub, name, certificate = msgspec.msgpack.decode(
            base64.b64decode(token, validate=True),
            type=tuple[str, bytes, str, bytes | None, str, bytes | None],
        )
    except (binascii.Error, ValueError) as problem:
        raise InvitationUnreadable(part="file") from problem
    return Enrolment(address, root, code, None if hub is None else HubId(hub), name, certificate)
