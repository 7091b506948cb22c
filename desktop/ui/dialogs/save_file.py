"""Asks where a file should go.

The dialog is the system's own where there is one. Qt's own would write every folder it has seen
into a settings file, and a folder may bear a person's name (security.md section 4).
"""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.dialogs.keys import let_through
from desktop.vault.hardening import open_to_portals


def choose_place(parent: QWidget, suggested: str, kind: str) -> Path | None:
    """Return the file that was chosen, or None when the dialog was cancelled.

    ``suggested`` is a file name with its ending, ``kind`` a filter such as ``"PDF (*.pdf)"``. An
    existing file of that name was agreed to by the person.
    """
    title = QCoreApplication.translate("SaveFile", "Save")
    dialog = silent_dialog(parent, title, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
    dialog.selectFile(suggested)
    return accepted_file(dialog)


def silent_dialog(parent: QWidget, title: str, kind: str) -> QFileDialog:
    """Return a file dialog that begins with the documents and writes nowhere what it has seen."""
    # Nothing can be kept in a folder that cannot exist.
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path(os.devnull, "none"))
    )
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = QFileDialog(parent, title, QStandardPaths.writableLocation(documents), kind)
    let_through(parent.window(), dialog)
    return dialog


def accepted_file(dialog: QFileDialog) -> Path | None:
    """Show a dialog; return the file that was chosen, or None when it was cancelled."""
    with open_to_portals():
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.setParent(None)
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
