# SPDX-License-Identifier: MIT
"""The writer that a notebook is to go on as, kept inside it until it has: nothing of it is anywhere else before.

A notebook that exists twice makes new keys. They lie here from before the hub hears of them until the key file and the
hub card hold them, so that whatever is cut short on the way is taken up where it was.
"""

from typing import Final

import msgspec

from desktop.store.meta import Meta
from sync.log.signing import SigningKey
from sync.records.ids import LaptopId, WriterId

_NAME: Final = "heir"


class Heir(msgspec.Struct, frozen=True, array_like=True):
    """The new writer's secrets, and whom it goes on from.

    ``city`` is the city's public recovery key, to seal the new secrets to; empty until the hub has let the heir in.
    """

    predecessor: WriterId
    signing_seed: bytes
    receiving_key: bytes
    laptop: LaptopId
    city: bytes = b""

    @property
    def key(self) -> SigningKey:
        """The key that the new writer signs with."""
        return SigningKey.from_seed(self.signing_seed)

    @property
    def let_in(self) -> bool:
        """Whether the hub knows the new writer."""
        return bool(self.city)

    def __repr__(self) -> str:
        return f"Heir(of {self.predecessor.hex()})"


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Heir)


def read_heir(meta: Meta) -> Heir | None:
    """Return the writer that this notebook is to go on as, ``None`` when it stays what it is."""
    raw = meta.get(_NAME)
    return None if raw is None else _decoder.decode(raw)


def keep_heir(meta: Meta, heir: Heir) -> None:
    """Keep it; the caller holds the transaction."""
    meta.set(_NAME, _encoder.encode(heir))


def drop_heir(meta: Meta) -> None:
    """Forget it: key file and hub card hold what it was. The caller holds the transaction."""
    meta.drop(_NAME)
