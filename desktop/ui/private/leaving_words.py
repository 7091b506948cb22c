"""How readings of a leaving signal are said, in words and never as a level (playbook K8)."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.private.leaving import Ease, Form, Reading


def ease_said(ease: Ease) -> str:
    """Return how easily the answer came."""
    return {
        Ease.AT_ONCE: QCoreApplication.translate("Leaving", "at once"),
        Ease.AFTER_THOUGHT: QCoreApplication.translate("Leaving", "after some thought"),
        Ease.HARDLY: QCoreApplication.translate("Leaving", "hardly at all"),
    }[ease]


def form_said(form: Form) -> str:
    """Return how the answer sounded."""
    return {
        Form.SEVERAL: QCoreApplication.translate("Leaving", "several reasons, ready"),
        Form.A_CHANCE: QCoreApplication.translate("Leaving", "“if I got the chance…”"),
        Form.A_CHANGE: QCoreApplication.translate("Leaving", "“if this changed…”"),
    }[form]


def reading_said(reading: Reading) -> str:
    """Return a whole reading in one line."""
    told = []
    if reading.ease is not None:
        came = QCoreApplication.translate("Leaving", "came {how}")
        told.append(came.format(how=ease_said(reading.ease)))
    if reading.form is not None:
        sounded = QCoreApplication.translate("Leaving", "sounded like {what}")
        told.append(sounded.format(what=form_said(reading.form)))
    return "; ".join(told)
