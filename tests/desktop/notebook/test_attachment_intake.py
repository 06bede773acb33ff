# SPDX-License-Identifier: MIT
"""What may be attached is told by its content; what a camera wrote into a picture does not come with it."""

import os
import struct
import unicodedata
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pictures import CANARY, JPEG, chunk, exif, jpeg_with, png_with, profile, segment

from desktop.notebook.attachment_intake import clean_name, is_inside, read_original, take, take_picture
from desktop.notebook.errors import (
    AttachmentBroken,
    AttachmentEmpty,
    AttachmentTooBig,
    AttachmentType,
    FileUnreadable,
    InputRefused,
)
from desktop.notebook.picture_intake import plain_profile
from sync.records.attachments import LARGEST_FILE

PDF_BODY = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
PDF_TABLE = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n"
PDF = PDF_BODY + PDF_TABLE + b"%d\n%%%%EOF\n" % len(PDF_BODY)
PDF_PLACE = b"\n%d\n" % len(PDF_BODY)
DAY = "2026-11-24"
ODD_DEPTH = struct.pack(">IIBBBBB", 16, 8, 7, 2, 0, 0, 0)
SCAN = JPEG[JPEG.index(b"\xff\xda") :]


@pytest.mark.parametrize(
    ("raw", "media"),
    [
        (JPEG, "jpeg"),
        (png_with(), "png"),
        (PDF, "pdf"),
        ("Käy torstaina\r\n\tklo 9\f".encode(), "text"),
        ("\ufeffдж".encode(), "text"),
        (b"<svg onload='x'/>", "text"),
    ],
)
def test_a_file_is_what_its_content_says(raw: bytes, media: str) -> None:
    taken = take(raw)
    assert taken.media == media
    assert take(taken.content) == taken, "what is taken in twice is the same"


@pytest.mark.parametrize("raw", [PDF, "näin\n".encode()])
def test_pdf_and_text_are_kept_byte_by_byte(raw: bytes) -> None:
    assert take(raw).content == raw


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", AttachmentEmpty),
        (b" \n\t", AttachmentEmpty),
        (b"MZ\x90\x00program", AttachmentType),
        (b"PK\x03\x04zip", AttachmentType),
        (b"GIF89a\x01\x00\x01\x00", AttachmentType),
        (b"\xd0\xcf\x11\xe0 old office", AttachmentType),
        ("latin: ä".encode("latin-1"), AttachmentType),
        (b"bell \x07", AttachmentType),
        ("next line \x85".encode(), AttachmentType),
        (b"nul \x00", AttachmentType),
        (b"%PDF-1.7", AttachmentBroken),
        (b"%PDF-9.9" + PDF[8:], AttachmentBroken),
        (PDF[:-30], AttachmentBroken),
        (PDF.replace(PDF_PLACE, b"\n7\n"), AttachmentBroken),
        (PDF.replace(PDF_PLACE, b"\n99999\n"), AttachmentBroken),
        (PDF + b"<html>", AttachmentBroken),
        (JPEG[:-2], AttachmentBroken),
        (JPEG[:100], AttachmentBroken),
        (b"\xff\xd8\xff", AttachmentBroken),
        (b"\xff\xd8\xff\xd9", AttachmentBroken),
        (jpeg_with(segment(0xC9, bytes(17))), AttachmentBroken),
        (jpeg_with(b"\xff\xd8"), AttachmentBroken),
        (jpeg_with(segment(0xC0, bytes(3))), AttachmentBroken),
        (jpeg_with(b"\xff\xfe\x00\x01"), AttachmentBroken),
        (png_with()[:-1], AttachmentBroken),
        (png_with()[:20], AttachmentBroken),
        (png_with()[:40] + b"\0" + png_with()[41:], AttachmentBroken),
        (png_with(chunk(b"NEED", b"")), AttachmentBroken),
        (png_with(chunk(b"gAMA", CANARY)), AttachmentBroken),
        (png_with()[:8] + chunk(b"IDAT", b"") + chunk(b"IEND", b""), AttachmentBroken),
        (png_with()[:33] + chunk(b"IEND", b""), AttachmentBroken),
        (png_with()[:8] + chunk(b"IHDR", bytes(12)) + png_with()[33:], AttachmentBroken),
        (png_with()[:8] + chunk(b"IHDR", ODD_DEPTH) + png_with()[33:], AttachmentBroken),
        (JPEG.replace(SCAN[:4], b"\xff\xda\x00\x0d"), AttachmentBroken),
        (JPEG.replace(b"\xff\xc0\x00\x11", b"\xff\xc0\x00\x0e"), AttachmentBroken),
        (jpeg_with(segment(0xC0, b"\x08\x00\x08\x00\x08\x03")), AttachmentBroken),
    ],
)
def test_what_is_none_of_them_is_refused(raw: bytes, why: type[InputRefused]) -> None:
    with pytest.raises(why):
        take(raw)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_they_are_taken_or_refused(raw: bytes) -> None:
    for start in (b"", JPEG[:2], JPEG[: len(JPEG) // 2], png_with()[:33], b"%PDF-1.4"):
        try:
            taken = take(start + raw)
        except InputRefused:
            continue
        assert take(taken.content) == taken


@given(st.data())
def test_a_flipped_byte_is_refused_or_leaves_a_picture_that_is_taken(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([jpeg_with(exif(6)), png_with(chunk(b"tEXt", CANARY))]))
    at = data.draw(st.integers(0, len(whole) - 1))
    flipped = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    try:
        taken = take(flipped)
    except InputRefused:
        return
    assert take(taken.content) == taken


# --- metadata ---

JPEG_PLACES = {
    "exif": exif(1),
    "xmp": segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CANARY),
    "photoshop": segment(0xED, b"Photoshop 3.0\0" + CANARY),
    "comment": segment(0xFE, CANARY),
    "profile": segment(0xE2, b"ICC_PROFILE\0\x01\x01" + profile()),
    "broken profile": segment(0xE2, b"ICC_PROFILE\0\x01\x01" + CANARY),
    "more pictures": segment(0xE2, b"MPF\0" + CANARY),
    "thumbnail": segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x09\x01" + CANARY),
    "extension": segment(0xE0, b"JFXX\0" + CANARY),
    "adobe": segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01" + CANARY),
    "made up": segment(0xE9, CANARY),
}
PNG_PLACES = {
    "text": chunk(b"tEXt", b"Comment\0" + CANARY),
    "packed text": chunk(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY)),
    "international text": chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + CANARY),
    "exif": chunk(b"eXIf", CANARY),
    "time": chunk(b"tIME", b"\x07\xea\x0b\x18\x08\x00\x00"),
    "profile": chunk(b"iCCP", CANARY + b"\0\0" + zlib.compress(profile())),
    "broken profile": chunk(b"iCCP", CANARY + b"\0\0" + CANARY),
    "profile of no length": chunk(b"iCCP", CANARY + b"\0\0" + zlib.compress(profile())[:-8]),
    "profile without a name": chunk(b"iCCP", b"\0\0" + CANARY),
    "private": chunk(b"prVt", CANARY),
}


@given(st.lists(st.sampled_from(sorted(JPEG_PLACES)), unique=True), st.binary(max_size=50))
def test_no_word_that_a_camera_wrote_is_left_in_a_jpeg(places: list[str], tail: bytes) -> None:
    raw = jpeg_with(*(JPEG_PLACES[one] for one in places), tail=CANARY + tail)
    content = take(raw).content
    for word in (CANARY, CANARY[:8], b"mADE", b"thumbnail"):
        assert word not in content
    assert content.endswith(SCAN), "the scan is the same bytes, and ends the file"
    tables = [JPEG[JPEG.index(start) :][:60] for start in (b"\xff\xdb", b"\xff\xc4", b"\xff\xc0")]
    assert all(one in content for one in tables)


@given(st.lists(st.sampled_from(sorted(PNG_PLACES)), unique=True), st.binary(max_size=50))
def test_no_word_that_a_program_wrote_is_left_in_a_png(places: list[str], tail: bytes) -> None:
    plain = png_with()
    content = take(png_with(*(PNG_PLACES[one] for one in places), tail=CANARY + tail)).content
    for word in (CANARY, CANARY[:8], b"tIME", b"eXIf", b"tEXt", b"prVt"):
        assert word not in content
    assert content.endswith(plain[plain.index(b"IDAT") - 4 :])
    if "profile" in places:
        packed = content[content.index(b"iCCP") + 4 :]
        assert CANARY[:8] not in zlib.decompressobj().decompress(packed[5:])


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_which_side_is_up_stays_and_nothing_else_of_exif_does(orientation: int, order: str) -> None:
    content = take(jpeg_with(exif(orientation, order=order))).content
    assert content.count(b"Exif") == (orientation != 1)
    assert len(content) == len(JPEG) + (0 if orientation == 1 else 36)
    if orientation != 1:
        assert struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0) in content
    assert take(content).content == content


@pytest.mark.parametrize(
    "tiff",
    [
        b"", b"MM\0*", b"MM\0*\xff\xff\xff\xff", b"XX\0*\0\0\0\x08", b"MM\0*\0\0\0\x08\xff\xff",
        b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x09\0\0",
    ],
)  # fmt: skip
def test_an_exif_that_makes_no_sense_is_left_out(tiff: bytes) -> None:
    assert take(jpeg_with(segment(0xE1, b"Exif\0\0" + tiff))).content == JPEG


def test_a_profile_of_many_pieces_comes_out_whole() -> None:
    large = profile(texts=b"")
    start = 132 + 12 * 9
    cut = [large[:start], large[start:]]
    pieces = [
        segment(0xE2, b"ICC_PROFILE\0" + bytes([at, 2]) + piece) for at, piece in enumerate(cut, start=1)
    ]
    content = take(jpeg_with(*reversed(pieces))).content
    plain = plain_profile(large)
    assert plain is not None
    assert plain in content


@pytest.mark.parametrize(
    "raw", [b"", bytes(200), profile()[:140], profile()[:128] + b"\xff" * 40, profile()[:250]]
)
def test_what_is_no_profile_is_none(raw: bytes) -> None:
    assert plain_profile(raw) is None


# --- sizes ---


def test_a_picture_that_says_it_is_enormous_is_refused_by_its_header() -> None:
    assert take(png_with(width=10_000, height=10_000)).media == "png"
    for width, height in ((10_001, 10_000), (2**31 - 1, 2**31 - 1), (0, 5), (5, 0)):
        with pytest.raises(AttachmentBroken):
            take(png_with(width=width, height=height))
    at = JPEG.index(b"\xff\xc0") + 5
    for size in (struct.pack(">HH", 0xFFFF, 0xFFFF), struct.pack(">HH", 0, 8), struct.pack(">HH", 8, 0)):
        with pytest.raises(AttachmentBroken):
            take(JPEG[:at] + size + JPEG[at + 4 :])


def test_twenty_megabytes_are_taken_and_a_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * LARGEST_FILE)
    assert len(take(read_original(str(path))).content) == LARGEST_FILE
    path.write_bytes(b"a" * (LARGEST_FILE + 1))
    for refused in (lambda: read_original(str(path)), lambda: take(path.read_bytes())):
        with pytest.raises(AttachmentTooBig) as caught:
            refused()
        assert caught.value.facts == {"limit": 20}


def test_many_fill_bytes_are_no_work_without_end() -> None:
    with pytest.raises(AttachmentBroken):
        take(JPEG[:-2] + b"\xff" * 5_000_000)


# --- reading and naming ---


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "missing", "", "a\0b"):
        with pytest.raises(FileUnreadable):
            read_original(str(tmp_path / name))
    (tmp_path / "empty").touch()
    with pytest.raises(AttachmentEmpty):
        read_original(str(tmp_path / "empty"))


def test_only_pictures_come_from_the_clipboard() -> None:
    assert take_picture(JPEG).media == "jpeg"
    for raw in (PDF, b"text"):
        with pytest.raises(AttachmentType):
            take_picture(raw)


@pytest.mark.parametrize(
    ("name", "media", "clean"),
    [
        ("todistus.pdf", "pdf", "todistus.pdf"),
        ("C:\\Users\\x\\Todistus.PDF", "pdf", "Todistus.PDF"),
        ("/home/x/../kuva", "png", "kuva.png"),
        ("kuva.exe", "jpeg", "kuva.exe.jpg"),
        ("lasku\u202egpj.exe", "jpeg", "laskugpj.exe.jpg"),
        ("a\u0301\u200b\x07.txt", "text", "\u00e1.txt"),
        ("rivi\n vaihtuu\u2028näin.txt", "text", "rivi vaihtuu näin.txt"),
        ("...", "pdf", "2026-11-24.pdf"),
        ("", "png", "2026-11-24.png"),
        (".jpg", "jpeg", "jpg.jpg"),
        ("kuva .jpeg", "jpeg", "kuva.jpeg"),
        ("x" * 300 + ".pdf", "pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(name: str, media: str, clean: str) -> None:
    assert clean_name(name, media, day=DAY) == clean


@given(st.text(), st.sampled_from(["jpeg", "png", "pdf", "text"]))
def test_whatever_a_file_is_called_its_name_is_short_and_plain(name: str, media: str) -> None:
    clean = clean_name(name, media, day=DAY)
    assert 4 < len(clean) <= 120
    assert not {"/", "\\", "\n", "\0"} & set(clean)
    assert all(not unicodedata.category(one).startswith("C") for one in clean)
    assert clean == unicodedata.normalize("NFC", clean) == clean.strip()


def test_a_link_into_a_folder_leads_inside(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "link").symlink_to(inside)
    assert is_inside(inside / "x.pdf", inside)
    assert is_inside(tmp_path / "link" / "x.pdf", inside)
    assert is_inside(inside / "deeper" / ".." / "x.pdf", inside)
    assert not is_inside(tmp_path / "x.pdf", inside)
    assert not is_inside(tmp_path / "inside2" / "x.pdf", inside)


def test_what_was_taken_shows_nothing_of_itself() -> None:
    assert CANARY.decode() not in repr(take(CANARY))
