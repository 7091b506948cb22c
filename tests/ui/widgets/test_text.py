"""Words are shown as they are, wrap or shorten, and are never clipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.card import ErrorLine, NoticePanel, PrivatePanel, SharedPanel
from desktop.ui.widgets.chips import ChipLabel
from desktop.ui.widgets.text import (
    Body,
    Brand,
    ElidedLabel,
    Muted,
    Question,
    Quote,
    SerifBody,
    Small,
    SmallMuted,
    Text,
    Title,
)
from desktop.ui.widgets.wording import Run

KINDS = [Title, Question, Body, Muted, SerifBody, Small, SmallMuted, Quote, Brand, ErrorLine]
TYPED = "<b>Priya</b> & <img src='x'>"


def has_ink(picture: QImage, top: int, bottom: int) -> bool:
    """Whether anything is drawn between two rows."""
    ground = picture.pixelColor(picture.width() - 1, picture.height() - 1)
    return any(
        picture.pixelColor(x, y) != ground
        for y in range(max(0, top), min(bottom, picture.height()))
        for x in range(picture.width())
    )


@pytest.mark.parametrize("kind", KINDS)
def test_markup_is_words_like_any_other(kind: type[Text], qtbot: QtBot) -> None:
    label = kind(TYPED)
    as_long = kind("ABC".ljust(len(TYPED), "m"))
    qtbot.addWidget(label)

    assert label.text() == TYPED
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().width() > as_long.sizeHint().width() / 3
    assert label.sizeHint().width() > kind("Priya & ").sizeHint().width() * 1.5


def test_several_inks_are_one_sentence_to_a_screen_reader(qtbot: QtBot) -> None:
    label = Body()
    qtbot.addWidget(label)
    label.set_runs(Run("Hanna 🎉 Lindqvist", "body_medium"), Run(" never booked", ink="late"))

    assert label.text() == "Hanna 🎉 Lindqvist never booked"


def test_prose_wraps_and_asks_for_the_height_it_needs(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    label = Body("Near enough to act on. " * 8)
    column.addWidget(label)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(240, 600)
    page.show()

    assert label.width() == 240
    assert label.height() == label.heightForWidth(240)
    assert label.height() >= 6 * 20


def test_a_word_longer_than_the_line_breaks_rather_than_disappears(qtbot: QtBot) -> None:
    label = Body("Donaudampfschifffahrtsgesellschaftskapitän" * 2)
    qtbot.addWidget(label)
    label.resize(120, label.heightForWidth(120))
    label.show()

    assert label.heightForWidth(120) >= 5 * 20
    picture = label.grab().toImage()
    assert has_ink(picture, picture.height() - 20, picture.height())


def test_line_breaks_in_a_text_are_kept(qtbot: QtBot) -> None:
    label = Body("one\ntwo\nthree")
    qtbot.addWidget(label)

    assert label.heightForWidth(400) == 3 * Body("one").heightForWidth(400)


def test_right_to_left_words_stand_at_the_right(qtbot: QtBot) -> None:
    label = Body("שלום")
    qtbot.addWidget(label)
    label.resize(300, 20)
    label.show()
    picture = label.grab().toImage()

    left = picture.copy(0, 0, 150, 20)
    right = picture.copy(150, 0, 150, 20)

    assert not has_ink(left, 0, 20)
    assert has_ink(right, 0, 20)


def test_a_long_name_shortens_with_the_whole_name_on_hover(qtbot: QtBot) -> None:
    label = ElidedLabel("Maximiliana <b>Wolkenstein</b>-Trostburg von der Etsch")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert "&lt;b&gt;Wolkenstein&lt;/b&gt;-Trostburg" in label.toolTip()

    label.resize(900, 20)

    assert label.toolTip() == ""


def test_panels_say_who_reads_them(qtbot: QtBot) -> None:
    private = PrivatePanel("Your notes, private")
    shared = SharedPanel("Shared with Priya")
    qtbot.addWidget(private)
    qtbot.addWidget(shared)

    shared.set_label("Shared with Tomás")

    assert private.accessibleName() == "Your notes, private"
    assert shared.accessibleName() == "Shared with Tomás"


def test_a_notice_shows_its_action_only_when_there_is_one(qtbot: QtBot) -> None:
    notice = NoticePanel("Is this yours to promise?", "You can commit to making the case.")
    qtbot.addWidget(notice)
    notice.show()
    assert not notice.action.isVisible()

    notice.say("Is this yours to promise?", "You can commit to making the case.", "Change it")

    assert notice.action.isVisible()
    assert notice.action.accessibleName() == "Change it"
    with qtbot.waitSignal(notice.action.clicked):
        QTest.mouseClick(notice.action, Qt.MouseButton.LeftButton)


def test_a_chip_label_is_wider_than_its_words(qtbot: QtBot) -> None:
    chip = ChipLabel("Autonomy", chosen=True)
    qtbot.addWidget(chip)

    assert chip.sizeHint().width() >= Small("Autonomy").sizeHint().width() + 20
