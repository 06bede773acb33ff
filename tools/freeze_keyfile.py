# SPDX-License-Identifier: MIT
"""Writes tests/vectors/keyfile-v2 once: two key files of format 2, a lease, and what must come out of them.

A frozen file is never written again: delete the folder only if no version of the program was ever given out.
"""

import json
import sys
from pathlib import Path

from desktop.vault.kdf import LEAST_MEMORY_KIB, KdfParameters
from desktop.vault.lease import DAY_MS, granted, pack_lease
from desktop.vault.secrets import VaultSecrets
from desktop.vault.vault import OpenVault, change_passphrase, create, take_lease
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.records.ids import StaffId

FOLDER = Path(__file__).parents[1] / "tests" / "vectors" / "keyfile-v2"
STAFF = StaffId("s0123456789abcdef")
OLD, PHRASE = "vanha salasana 1234", "järvi höyhen äänitys yrtti öljy"
SHARE = bytes.fromhex("00112233445566778899aabbccddeeff")
GRANTED, DAYS, OFFSET = 1_800_000_000_000, 45, 1_500


def freeze(folder: Path) -> None:
    """Write the folder, which must not exist."""
    folder.mkdir()
    recovery = ReceivingKey.generate()
    facts: dict[str, object] = {
        "about": "Key files as format 2 wrote them; every later version opens them. Made-up keys and people.",
        "old_passphrase": OLD,
        "passphrase": PHRASE,
        "recovery_secret": recovery.secret.hex(),
        "staff": STAFF,
        "share": SHARE.hex(),
    }
    for name in ("leased", "unleased"):
        vault = _made(folder / name, recovery)
        if name == "leased":
            take_lease(vault, SHARE)
        change_passphrase(vault, current=OLD, new=PHRASE)
        facts[name] = _facts_of(vault)
    until = GRANTED + DAYS * DAY_MS
    record = granted(SHARE, until=until, days=DAYS, now=GRANTED - OFFSET)
    (folder / "lease.json").write_bytes(pack_lease(record))
    facts["lease"] = {"until": until, "days": DAYS, "offset": OFFSET}
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "facts.json").write_text(text + "\n", encoding="utf-8")


def _made(folder: Path, recovery: ReceivingKey) -> OpenVault:
    folder.mkdir()
    return create(
        folder,
        staff=STAFF,
        passphrase=OLD,
        kdf=KdfParameters(memory_kib=LEAST_MEMORY_KIB, passes=1, lanes=1),
        secrets=VaultSecrets.fresh(hub_root=bytes(range(32))),
        recovery_key=recovery.public,
    )


def _facts_of(vault: OpenVault) -> dict[str, object]:
    kept = vault.secrets
    key = vault.key
    return {
        "generation": vault.generation,
        "vault_key": kept.vault_key.hex(),
        "signing_seed": kept.signing_seed.hex(),
        "receiving_key": kept.receiving_key.hex(),
        "hub_root": kept.hub_root.hex(),
        "database_key": kept.database_key.hex(),
        "verifier": SigningKey.from_seed(key.sign_in_seed).public.hex() if key is not None else "",
    }


if __name__ == "__main__":
    if FOLDER.exists():
        sys.exit("It is frozen.")
    freeze(FOLDER)
