# SPDX-License-Identifier: MIT
"""``kenttakirja-hub catalogue`` as an administrator types it: files in and out, a directory, what goes wrong."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from city_services import service
from directory_server import DirectoryServer, Said, directory_server

from sync.catalogue import neutral
from sync.catalogue.errors import (
    CatalogueError,
    EncodingUnknown,
    FileRefused,
    FileTooLarge,
    JsonBroken,
    NestedTooDeep,
    ShapeUnexpected,
    SourceUnknown,
    VersionNewer,
)
from sync.hub.__main__ import app
from sync.hub.catalogue_words import sentence
from sync.hub.errors import NotAHub, SourceBroken, SourceTooLarge

UNIT = {"id": 41, "name": {"fi": "Ohjaamo Itä"}, "name_fi": "Ohjaamo Itä"}


class Hub:
    """A hub in a folder, and its commands."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def say(self, *words: str) -> list[str]:
        """Run a command of the catalogue; return its lines."""
        app(["catalogue", *words, "--home", str(self.folder / "hub")], result_action="return_value")
        return self._capsys.readouterr().out.splitlines()

    def fault(self, *words: str) -> str:
        """Run a command that must fail; return its sentence."""
        with pytest.raises(SystemExit) as caught:
            self.say(*words)
        return str(caught.value)

    def file(self, *numbers: int, name: str = "tuonti.json") -> str:
        """Write a file of services."""
        path = self.folder / name
        path.write_bytes(neutral.write(service(number) for number in numbers))
        return str(path)


@pytest.fixture
def hub(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Hub:
    app(["init", "--home", str(tmp_path / "hub")], result_action="return_value")
    capsys.readouterr()
    return Hub(tmp_path, capsys)


@pytest.fixture
def directory() -> Iterator[DirectoryServer]:
    with directory_server() as server:
        yield server


def test_a_file_is_imported_once_and_tells_what_it_did(hub: Hub) -> None:
    said = hub.say("import", hub.file(1, 2))
    assert said == ["new\tpalvelukartta:1\tKurssi 1", "new\tpalvelukartta:2\tKurssi 2", "2 new"]
    assert hub.say("list") == [
        "waiting\tpalvelukartta:1\tKurssi 1\t\t\t",
        "waiting\tpalvelukartta:2\tKurssi 2\t\t\t",
    ]
    assert hub.say("import", hub.file(1, 2)) == ["2 the same"]
    assert hub.say("import", hub.file(1, 2), "--no-review")[-1] == "2 changed"
    assert hub.say("list", "--status", "waiting") == []
    report = hub.folder / "report.json"
    said = hub.say("import", hub.file(1), "--whole", "--report", str(report))
    assert said == ["gone\tpalvelukartta:2\tKurssi 2", "1 the same, 1 gone from the source"]
    told = msgspec.json.decode(report.read_bytes())
    assert told["published"]["lines"] == [
        {"outcome": "gone", "reference": "palvelukartta:2", "name": "Kurssi 2"}
    ]
    assert hub.say("import", hub.file(1), "--whole", "--withdraw-gone")[-1] == "1 the same, 1 withdrawn"
    assert hub.say("list", "--status", "withdrawn") == ["withdrawn\tpalvelukartta:2\tKurssi 2\t\t\t"]


def test_what_is_wrong_with_one_service_is_a_line_and_the_rest_is_imported(hub: Hub) -> None:
    value = msgspec.json.decode(Path(hub.file(1, 2)).read_bytes())
    value["services"][0]["origin"]["id"] = ""
    value["services"][1]["category"] = "no such category"
    path = hub.folder / "odd.json"
    path.write_bytes(msgspec.json.encode(value))
    said = hub.say("import", str(path), "--no-review")
    assert said[:2] == [
        "refused\t\tKurssi 1\tno_id\t",
        "altered\tpalvelukartta:2\tKurssi 2\tunknown_value\tcategory",
    ]
    assert said[-1] == "1 new, 1 refused, 1 parts left out"


def test_what_wants_checking_is_listed(hub: Hub) -> None:
    today = datetime.now(UTC).astimezone().date().isoformat()
    path = hub.folder / "stale.json"
    path.write_bytes(
        neutral.write([
            service(1, stale_after=today, checked="2020-01-01"),
            service(2, stale_after="9999-12-31"),
            service(3),
        ])
    )  # fmt: skip
    hub.say("import", str(path), "--no-review")
    assert hub.say("list", "--stale") == [f"published\tpalvelukartta:1\tKurssi 1\t2020-01-01\t{today}\t"]


def test_a_proposal_is_marked_in_the_list(hub: Hub) -> None:
    hub.say("import", hub.file(1), "--no-review")
    path = hub.folder / "new.json"
    path.write_bytes(neutral.write([service(1, "Uusi")]))
    assert hub.say("import", str(path))[-1] == "1 proposed to the editors"
    assert hub.say("list") == ["published\tpalvelukartta:1\tKurssi 1\t\t\tproposal"]


def test_what_was_exported_is_the_same_to_an_import(hub: Hub) -> None:
    hub.say("import", hub.file(1, 2), "--no-review")
    out = hub.folder / "out.json"
    assert hub.say("export", str(out)) == ["2 services"]
    assert hub.say("import", str(out), "--whole") == ["2 the same"]
    assert hub.fault("export", str(out)) == (
        f"{out} cannot be used: it is there already; --force writes over it."
    )
    assert hub.say("export", str(out), "--force", "--status", "waiting") == ["0 services"]
    assert hub.fault("export", str(hub.folder / "no" / "out.json")).endswith(
        "out.json cannot be used: No such file or directory."
    )
    assert list(hub.folder.glob("*.half")) == []


@pytest.mark.parametrize(
    ("raw", "words", "said"),
    [
        (b'{"what": ', (), "The file is no JSON from line 1, column "),
        (b"\xff\xff\xff", (), "The file is neither UTF-8 nor UTF-16"),
        (b"[" * 100_000, (), "The file is nested deeper"),
        (b'{"a": 1}', (), "The file looks like no directory that is known here."),
        (b"7", ("--source", "ptv"), "The file is not in the form that ptv gives."),
        (
            b'{"what": "kenttakirja-services", "version": 9, "services": []}',
            (),
            "The file is of version 9; this program reads up to 1.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_leaves_everything_as_it_is(
    hub: Hub, raw: bytes, words: tuple[str, ...], said: str
) -> None:
    hub.say("import", hub.file(1), "--no-review")
    path = hub.folder / "broken.json"
    path.write_bytes(raw)
    fault = hub.fault("import", str(path), "--whole", "--withdraw-gone", *words)
    assert fault.startswith(said)
    assert fault.endswith("Nothing was changed.")
    assert hub.say("list") == ["published\tpalvelukartta:1\tKurssi 1\t\t\t"]


def test_a_file_that_is_not_there_is_named(hub: Hub) -> None:
    path = hub.folder / "nothing.json"
    assert hub.fault("import", str(path)) == f"{path} cannot be used: No such file or directory."


def test_a_folder_without_a_hub_is_another_fault(hub: Hub) -> None:
    file = hub.file(1)
    hub.folder = hub.folder / "elsewhere"
    with pytest.raises(NotAHub):
        hub.say("import", file)


def test_a_directory_is_fetched_and_what_it_no_longer_has_is_told(
    hub: Hub, directory: DirectoryServer
) -> None:
    two = msgspec.json.encode({"results": [UNIT, UNIT | {"id": 42, "name": {"fi": "Palvelutori"}}]})
    directory.say("/unit/", Said(two, headers={"ETag": '"1"'}))
    ask = ("fetch", "palvelukartta", "--address", f"{directory.address}/unit/", "--no-review")
    said = hub.say(*ask)
    assert said[-2:] == ["2 new", f"1 answer, 0 of them as before, {len(two)} bytes"]
    said = hub.say(*ask)
    assert said[-2:] == ["2 the same", f"1 answer, 1 of them as before, {len(two)} bytes"]
    directory.say("/unit/", msgspec.json.encode({"results": [UNIT]}))
    assert "1 gone from the source" in hub.say(*ask)[-2]
    directory.say("/unit/", Said(status=403))
    assert hub.fault(*ask) == (
        "127.0.0.1 does not answer as it should: status 403. Try again later. Nothing was changed."
    )
    assert hub.fault("fetch", "ptv", "--address", "http://example.org/") == (
        "The address at example.org is not asked: not https. It must be https, and stay on its host. "
        "Nothing was changed."
    )
    assert len(hub.say("list")) == 2


@pytest.mark.parametrize(
    "problem",
    [
        FileTooLarge(3, 2**20), EncodingUnknown(1), JsonBroken(1, 2), NestedTooDeep(), SourceUnknown(),
        ShapeUnexpected("ptv"), VersionNewer(2, 1), FileRefused(), SourceBroken("h", "odd"),
        SourceTooLarge("h", "many"),
    ],
    ids=lambda problem: type(problem).__name__,
)  # fmt: skip
def test_every_fault_has_its_sentence(problem: CatalogueError) -> None:
    said = sentence(problem)
    assert said.endswith(". Nothing was changed.")
    assert "None" not in said
