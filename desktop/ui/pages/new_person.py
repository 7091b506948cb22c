"""Adding somebody by name alone (product B1)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Person
from desktop.ui.look import spacing
from desktop.ui.widgets.buttons import TallPrimaryButton, changing
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.text import SmallMuted, SmallStrong


class NewPerson(QWidget):
    """A field for a name and a button; nothing else is asked."""

    name_given = Signal(str)

    def __init__(self) -> None:
        """Begin with an empty field."""
        super().__init__()
        self._name = LineField(self.tr("Name"))
        hint = self.tr("A name is enough. Everything else can come later.")
        self._field = Field(self.tr("Name"), self._name, hint=hint)
        self._add = TallPrimaryButton(self.tr("Add"))
        changing(self._add)
        self._namesake = SmallMuted()
        self._known: dict[str, str] = {}
        self._build()
        self._name.textChanged.connect(self._look_for_namesake)
        self._name.returnPressed.connect(self._give)
        self._add.clicked.connect(self._give)

    def know(self, everybody: tuple[Person, ...]) -> None:
        """Learn whose names are taken; a second person may bear the same one."""
        self._known = {person.name.casefold(): person.name for person in everybody}

    def refuse(self, sentence: str) -> None:
        """Say beside the field why nobody was added."""
        self._field.refuse(sentence)
        self._name.setFocus()

    def clear(self) -> None:
        """Begin anew."""
        self._name.clear()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing.GRID)
        row.addWidget(self._field, 1)
        row.addLayout(self._beside_the_field())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._namesake)
        self._namesake.hide()

    def _beside_the_field(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        # The empty label keeps the button level with the field, whatever the text size.
        column.addWidget(SmallStrong())
        column.addWidget(self._add)
        column.addStretch(1)
        return column

    def _look_for_namesake(self, typed: str) -> None:
        self._field.accept()
        name = self._known.get(" ".join(typed.split()).casefold(), "")
        sentence = self.tr("There is already somebody called {name}. You can add another one.")
        self._namesake.setText(sentence.format(name=name))
        self._namesake.setVisible(bool(name))

    def _give(self) -> None:
        self.name_given.emit(self._name.text())
