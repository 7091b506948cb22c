"""The paper on which a face says what happened, what is safe and what to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.keys.step import card
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import SmallStrong


def told(*parts: tuple[str, tuple[QWidget, ...]]) -> Card:
    """Return a card with one label and what stands under it for each part."""
    paper = card()
    paper.body.setSpacing(18)
    for label, sentences in parts:
        part = QVBoxLayout()
        part.setSpacing(3)
        part.addWidget(SmallStrong(label))
        for sentence in sentences:
            part.addWidget(sentence)
        paper.body.addLayout(part)
    return paper
