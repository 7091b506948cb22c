"""The menus with which a conversation begins: with whom, of which kind, or from paper."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from desktop.domain.conversations.conversation import Kind
from desktop.domain.ids import PersonId
from desktop.services import conversations, people
from desktop.services.packs import pack
from desktop.ui.desk import Desk
from desktop.ui.main_window.pages import Pages

_PAGE_EDGE = 40
_BELOW_HEADER = 92
_CHOOSE, _PAPER = "choose", "paper"


class Beginning(QObject):
    """Asks with whom and how to begin; who asked for it opens what was chosen."""

    talk_chosen = Signal(str)
    """Carries a conversation that is under way."""
    kind_chosen = Signal(str, str)
    """Carries a person and the kind of conversation that is to begin."""
    choosing_asked = Signal(str)
    paper_asked = Signal(str)

    def __init__(self, desk: Desk, pages: Pages) -> None:
        """Ask beneath what was pressed on one of ``pages``."""
        super().__init__(pages)
        self._desk = desk
        self._pages = pages

    def choose_whom(self) -> None:
        """Offer everybody, and every kind of conversation with each."""
        menu = QMenu(self._pages)
        for person in self._desk.ask(people.everybody):
            self._offer_kinds(menu.addMenu(person.name.replace("&", "&&")), person.id)
        menu.triggered.connect(self._begin_with)
        corner = QPoint(self._pages.width() - _PAGE_EDGE - menu.sizeHint().width(), _BELOW_HEADER)
        menu.popup(self._pages.mapToGlobal(corner))

    def choose_talk(self, person: str) -> None:
        """Offer every kind of conversation with one person, beneath what was pressed."""
        menu = QMenu(self._pages)
        self._offer_kinds(menu, PersonId(person))
        menu.triggered.connect(self._begin_with)
        pressed = QApplication.focusWidget() or self._pages
        menu.popup(pressed.mapToGlobal(QPoint(0, pressed.height())))

    def _offer_kinds(self, menu: QMenu, person: PersonId) -> None:
        """Offer what is under way first, then every kind, then the ways beside them."""
        talks = self._desk.ask(conversations.of_person, person)
        under_way = [talk for talk in talks if talk.is_open]
        for talk in under_way:
            words = self.tr("Continue: {kind}").format(kind=pack(talk.kind).title)
            menu.addAction(words).setData(f"{person} {talk.id}")
        for kind in Kind:
            if kind not in [talk.kind for talk in under_way]:
                menu.addAction(pack(kind).title).setData(f"{person} {kind.value}")
        menu.addSeparator()
        menu.addAction(self.tr("Choose the questions…")).setData(f"{person} {_CHOOSE}")
        menu.addAction(self.tr("Type in from paper…")).setData(f"{person} {_PAPER}")

    def _begin_with(self, action: QAction) -> None:
        # Qt would make something else of a tuple: identities and kinds hold no space.
        person, what = str(action.data()).split(" ")
        if what == _CHOOSE:
            self.choosing_asked.emit(person)
        elif what == _PAPER:
            self.paper_asked.emit(person)
        elif what in [kind.value for kind in Kind]:
            self.kind_chosen.emit(person, what)
        else:
            self.talk_chosen.emit(what)
