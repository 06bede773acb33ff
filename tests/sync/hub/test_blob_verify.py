# SPDX-License-Identifier: MIT
"""Verify and status know of attachments: whole files have their hash, and what has not come is named."""

from hub_blobs import attach, sealed, upload
from hub_city import City

from sync.hub.status import status
from sync.hub.verify import verify


def test_a_changed_file_is_found_and_a_missing_one_is_named(city: City) -> None:
    here, absent = sealed(100, 1), sealed(100, 2)
    for of in (here, absent):
        attach(city.adviser, city.stream, of)
    upload(city.adviser.hub, here)
    city.adviser.hub.blob_begin(absent.blob, absent.size)
    found = verify(city.world.parts)
    assert (found.files, found.damages, found.missing) == (1, (), (absent.blob.hex(),))
    its = status(city.world.home)
    assert (its.attachments, its.attachments_to_come) == (1, 1)
    assert "1 attachment is here, 1 has not come yet" in its.words()
    (file,) = city.world.parts.blobs.glob(f"??/{here.blob.hex()}")
    file.write_bytes(here.content[:-1] + b"?")
    (damage,) = verify(city.world.parts).damages
    assert (damage.stream, damage.what) == ("blobs", f"file {here.blob.hex()}")
