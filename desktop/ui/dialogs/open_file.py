"""Asks which file or folder should be opened, in the system's own dialog where there is one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.dialogs.save_file import accepted_file, silent_dialog


def choose_file(parent: QWidget, kind: str) -> Path | None:
    """Return the file that was chosen, or None when the dialog was cancelled.

    ``kind`` is a filter such as ``"Backup (*.zip)"``.
    """
    title = QCoreApplication.translate("OpenFile", "Open")
    dialog = silent_dialog(parent, title, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return accepted_file(dialog)


def choose_folder(parent: QWidget) -> Path | None:
    """Return the folder that was chosen, or None when the dialog was cancelled."""
    title = QCoreApplication.translate("OpenFile", "Open a folder")
    dialog = silent_dialog(parent, title, "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return accepted_file(dialog)
