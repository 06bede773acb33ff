# SPDX-License-Identifier: MIT
"""Bytes that other versions and other programs rely on: these must never change without a new version."""

from sync.log.signing import SigningKey
from sync.protocol.enrolment import Enrolment, read_enrolment
from sync.protocol.fingerprint import root_digest, root_fingerprint
from sync.protocol.frame import unpack
from sync.protocol.http_signature import sign_request
from sync.protocol.messages import Cursor, PullRequest
from sync.records.ids import HubId, StreamId

KEY = SigningKey.from_seed(bytes(range(32)))
DIGEST = "75edb4ed3e237b7cbdee131e3008118c9c0037aec0f45e71d81a5a6476caf9fd"
FRAME = "28b52ffd203af50000b095019193a46369747907c42068919202ce000100000002004d095803be"
FILE = b"""{
  "format": "kenttakirja-enrolment/1",
  "address": "https://hub.example",
  "hub": "48484848484848484848484848484848",
  "root": "75edb4ed3e237b7cbdee131e3008118c9c0037aec0f45e71d81a5a6476caf9fd",
  "code": "0123456789",
  "name": "Aino Esimerkki"
}"""


def test_the_fingerprint_of_a_root_stays_what_it_is_on_paper() -> None:
    assert root_digest(KEY.public).hex() == DIGEST
    assert root_fingerprint(KEY.public) == "EQPV-9V9Y-4DXQ-SFFE"


def test_the_signature_of_a_request_stays_what_it_is() -> None:
    signed = sign_request(
        method="POST", path="/v1/push", body=b"sealed", key=KEY, created_ms=1_790_000_000_000
    )
    assert signed == {
        "Content-Digest": "sha-256=:ydADa+1nRLzfaS/JgNhxfX5fWk9Ogma0qEmCYC+xzQk=:",
        "Signature-Input": 'kk=("@method" "@path" "content-digest");created=1790000000;'
        'keyid="60112577d3fa7af52b92f99923664a97";alg="ed25519"',
        "Signature": "kk=:FiOiQeKuSniVwEKvlrmetiSvN1FY33Th5p79z/evbvmrDUQeak428T46rqPnVogRaXk5Rn+q8fqPV83daCNDBw==:",
    }


def test_a_frame_that_was_packed_once_opens_for_ever() -> None:
    city = StreamId("city")
    assert unpack(bytes.fromhex(FRAME), PullRequest) == PullRequest(
        1, [Cursor(city, 7, b"h" * 32)], [(city, 2)], 65536
    )


def test_an_enrolment_file_that_was_given_out_is_read_for_ever() -> None:
    assert read_enrolment(FILE) == Enrolment(
        "https://hub.example", bytes.fromhex(DIGEST), "0123456789", HubId(b"H" * 16), "Aino Esimerkki"
    )
