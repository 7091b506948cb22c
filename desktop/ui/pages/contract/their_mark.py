"""What stands in an agreed version as the person changed it is marked as theirs."""

from desktop.ui.widgets.text import SmallMuted


class TheirMark(SmallMuted):
    """A quiet line below the words."""

    def tell(self, person: str, *, is_theirs: bool) -> None:
        """Say whose words they are; nothing where they are as they were written."""
        self.setText(self.tr("In {name}’s words").format(name=person))
        self.setVisible(is_theirs)
