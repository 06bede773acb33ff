# SPDX-License-Identifier: MIT
"""How a hub is, in numbers and in words; no names of people."""

from dataclasses import dataclass

from sync.hub.audit_chains import laptop_chains
from sync.hub.blob_files import BlobFiles
from sync.hub.counting import counted
from sync.hub.home import KEY_FOLDER, HubHome
from sync.hub.keys import ROOT_FILE
from sync.hub.quarantine import held
from sync.protocol.fingerprint import root_fingerprint


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a hub at one moment."""

    hub: str
    epoch: int
    address: str
    fingerprint: str
    database: str
    streams: int
    commits: int
    entities: int
    staff: int
    teams: int
    writers: int
    revoked: int
    held_back: int
    stuck: int
    """Orders that could not be carried out."""
    root_key_here: bool
    attachments: int
    attachments_to_come: int
    audit_chains: int
    audit_broken: int
    """Chains of laptops' events, and how many of them do not hold together."""

    def words(self) -> str:
        """Return it as a person reads it."""
        commits, streams = counted(self.commits, "commit"), counted(self.streams, "stream")
        entities = counted(self.entities, "entity", "entities")
        teams, writers = counted(self.teams, "team"), counted(self.writers, "writer")
        waiting = counted(self.held_back, "commit waits", "commits wait")
        attachments = counted(self.attachments, "attachment is", "attachments are")
        chains = counted(self.audit_chains, "chain")
        lines = [
            f"Hub {self.hub}, epoch {self.epoch}, for laptops at {self.address}",
            f"Root fingerprint {self.fingerprint}",
            f"{self.database}: {commits} in {streams}, {entities}",
            f"{self.staff} staff in {teams}, {writers}, {self.revoked} of them revoked",
            f"{waiting} for a decision",
            f"{attachments} here, {to_come(self.attachments_to_come)}",
            f"{chains} of laptops' events, {self.audit_broken} of them broken"
            + (": see audit verify" if self.audit_broken else ""),
        ]
        if self.stuck:
            lines.append(f"{counted(self.stuck, 'order')} could not be carried out: see stuck")
        if self.root_key_here:
            lines.append(
                "The root key is still on this machine: move keys/root.key and keys/recovery.key away."
            )
        return "\n".join(lines)


def to_come(number: int) -> str:
    """Return how many attachments are awaited."""
    return f"{counted(number, 'has', 'have')} not come yet"


def status(home: HubHome) -> Status:
    """Return how this hub is."""
    parts = home.parts
    commits, entities = parts.store.counts()
    writers = [row for row in parts.store.writers() if row.staff]
    here = set(BlobFiles(parts.blobs).all())
    chains = laptop_chains(parts)
    return Status(
        hub=parts.hub.hex(),
        epoch=parts.epoch,
        address=home.config.address,
        fingerprint=root_fingerprint(parts.keys.signed.root),
        database="SQLite" if home.config.database is None else "PostgreSQL",
        streams=len(parts.store.heads()),
        commits=commits,
        entities=entities,
        staff=len(parts.store.staff()),
        teams=len(parts.store.teams()),
        writers=len(writers),
        revoked=sum(1 for row in writers if row.revoked),
        held_back=sum(1 for one in held(parts) if not one.refused),
        stuck=len(parts.store.stuck()),
        root_key_here=(home.folder / KEY_FOLDER / ROOT_FILE).exists(),
        attachments=len(here),
        attachments_to_come=len({row.blob for row in parts.store.blobs()} - here),
        audit_chains=len(chains),
        audit_broken=sum(1 for one in chains if one.fault is not None),
    )
