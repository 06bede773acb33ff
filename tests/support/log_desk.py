# SPDX-License-Identifier: MIT
"""An auditor's log over a fake notebook: made-up events of three people on two laptops, filtered and paged."""

from fake_notebook import FakeBridge
from page_tools import at

from desktop.notebook.messages.access_log import ExportLog, LaptopChain, LogRow, LogView, ShowLog
from desktop.notebook.messages.envelope import Done

AINO, MIKKO, SARI = "s00000000000000a1", "s00000000000000b2", "s00000000000000c3"
NAMES = {AINO: "Aino Lehtonen", MIKKO: "Mikko Salonen", SARI: "Sari Nieminen"}
ONE, OTHER = "l00000000000000a1", "l00000000000000b2"
SAMIR_ID, LEILA_ID = "0197aaaa0000700080000000000000a1", "0197bbbb0000700080000000000000b2"


def event(number: int, person: str, operation: str, **more: object) -> LogRow:
    """One event, a minute older with each number; ``more`` are other fields of the row."""
    fields: dict[str, object] = {
        "key": f"{at(14, 20) - number * 60_000}:{number:032x}", "at": at(14, 20) - number * 60_000,
        "laptop": OTHER if person == SARI else ONE, "seq": 9000 - number, "staff": NAMES[person], "who": person,
        "operation": operation, "status": "SUCCESS", "kind": "person", "target": SAMIR_ID, "reason": "card",
        "details": {},
    }  # fmt: skip
    return LogRow(**(fields | more))  # type: ignore[arg-type]


def events(count: int) -> list[LogRow]:
    """Return a morning of work, the newest first, and before it cards that were opened."""
    notebook: dict[str, object] = {"kind": "notebook", "target": ""}
    told = [
        event(0, AINO, "REVEAL", details={"field": "hetu"}),
        event(1, AINO, "READ"),
        event(2, MIKKO, "SEARCH", target="", reason="hetu"),
        event(3, SARI, "DISCLOSE", reason="referral", details={"service": LEILA_ID, "referral": SAMIR_ID}),
        event(4, SARI, "EXPORT", kind="attachment", target=LEILA_ID, reason="copy"),
        event(5, MIKKO, "SYNC", reason="sync", details={"sent": 4, "received": 12}, **notebook),
        event(6, MIKKO, "UNLOCK", reason="pin", **notebook),
        event(7, MIKKO, "UNLOCK_FAILED", reason="unlock", details={"count": 3, "damaged": 0}, **notebook),
        event(8, SARI, "CHECK_FAILED", reason="audit-chain", status="FORBIDDEN", **notebook),
        event(9, AINO, "LIST", target="", reason="due", details={"rows": 14}),
    ]
    return [*told, *(event(number, AINO, "READ", target=LEILA_ID) for number in range(len(told), count))]


class LogDesk:
    """Answers the auditor's asks from ``rows``; ``written`` are the asks that wrote a file."""

    def __init__(self, bridge: FakeBridge, count: int = 250) -> None:
        self.bridge = bridge
        self.rows = events(count)
        self.broken = 0
        self.written: list[ExportLog] = []
        bridge.on(ShowLog, self.show)
        bridge.on(ExportLog, self._export)

    def show(self, ask: ShowLog) -> LogView:
        """Return a page of what fits."""
        wanted = set(ask.operation.split(",")) - {""}
        fits = [
            one
            for one in self.rows
            if ask.staff in {"", one.who}
            and (not wanted or one.operation in wanted)
            and ask.target in {"", one.target}
            and one.at >= ask.since
            and (not ask.until or one.at < ask.until)
        ]
        keys = [one.key for one in fits]
        begin = keys.index(ask.before) + 1 if ask.before else 0
        page = fits[begin : begin + ask.limit]
        return LogView(page, self.chains(), len(fits), more=begin + len(page) < len(fits))

    def chains(self) -> list[LaptopChain]:
        """Return three chains; Sari's is broken at ``broken``."""
        return [
            LaptopChain(ONE, NAMES[AINO], AINO, 240, at(14, 20), 0),
            LaptopChain(ONE, NAMES[MIKKO], MIKKO, 57, at(14, 18), 0),
            LaptopChain(OTHER, NAMES[SARI], SARI, 1284, at(9, 5, day=23), self.broken),
        ]

    def _export(self, ask: ExportLog) -> Done:
        self.written.append(ask)
        return Done()
