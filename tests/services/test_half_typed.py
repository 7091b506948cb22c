"""What is half typed is kept until it is written, and goes with whom it is about."""

from desktop.domain.private.unsaved import PrivateForm
from desktop.domain.private.words import NOTHING_NOTED, PrivateText
from desktop.domain.shared.unsaved import Form
from desktop.services import conversations, half_typed, people
from desktop.services.private import bin as rubbish
from desktop.services.private import half_typed as private_half_typed
from tests.helpers.vaults import OpenVault


def test_a_form_is_kept_until_it_is_written(vault: OpenVault) -> None:
    half_typed.keep(vault.shared, Form.QUESTION, "", "Why")
    assert half_typed.begun(vault.shared, Form.QUESTION, "") == "Why"
    half_typed.keep(vault.shared, Form.QUESTION, "", "")
    assert half_typed.begun(vault.shared, Form.QUESTION, "") == ""


def test_nothing_half_typed_outlives_a_person_who_was_deleted(vault: OpenVault) -> None:
    who = people.add(vault.shared, "Priya Nair").value
    talk = conversations.begin(vault.shared, who).value
    half_typed.keep(vault.shared, Form.GOAL, who, "Lead")
    half_typed.keep(vault.shared, Form.COPY_BACK, talk, "Their text")
    private_half_typed.keep(vault.private, PrivateForm.NEED, who, PrivateText("An owner"))

    rubbish.delete_person(vault.private, who)

    assert half_typed.begun(vault.shared, Form.GOAL, who) == ""
    assert half_typed.begun(vault.shared, Form.COPY_BACK, talk) == ""
    need = private_half_typed.begun(vault.private, PrivateForm.NEED, who)
    assert need == NOTHING_NOTED
