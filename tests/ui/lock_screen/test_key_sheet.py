from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QApplication

from desktop import files
from desktop.ui import look
from desktop.ui.keys.key_sheet import KeySheet, as_pdf, paint_sheet
from desktop.vault import recovery

SHEET = KeySheet(
    vault="Personal",
    made="Sunday 22 November 2026",
    groups=recovery.encode(bytearray(range(32))),
)


@pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_the_sheet_is_one_page_with_the_whole_key(
    qapp: QApplication, tmp_path: Path, paper: QPageSize.PageSizeId
) -> None:
    look.apply(qapp, "light")
    device = QPdfWriter(str(tmp_path / "sheet.pdf"))
    device.setPageSize(QPageSize(paper))
    assert paint_sheet(device, SHEET)
    del device
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    words = " ".join(text.split())
    assert "Onward recovery sheet" in words
    assert "Vault: Personal" in words
    assert "Sunday 22 November 2026" in words
    assert "How to use it" in words
    for number, group in enumerate(SHEET.groups, 1):
        assert f"{number} {' '.join(group)}" in words


def test_a_name_that_nobody_chose_does_not_stand_on_it(qapp: QApplication) -> None:
    look.apply(qapp, "light")
    usual = replace(SHEET, vault=files.default_vault().name)
    with pypdfium2.PdfDocument(as_pdf(usual)) as document:
        words = document[0].get_textpage().get_text_range()
    assert "Vault:" not in words
    assert "Made on Sunday 22 November 2026" in words


def test_the_key_is_not_shown_by_accident() -> None:
    assert not any(group in repr(SHEET) for group in SHEET.groups)
