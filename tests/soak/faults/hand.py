"""A manager's hand: edits to a vault through the services, and what stands there afterwards."""

import random
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.pad import Pad, PadLine
from desktop.domain.private.unsaved import PrivateForm
from desktop.domain.private.words import PrivateText
from desktop.services import conversations, people, summaries
from desktop.services.private import answers, bin, half_typed, pad
from desktop.session import Session
from tests.helpers.clock import Clock
from tests.helpers.vaults import make_vault, open_vault

Stands = dict[str, str]
"""The words in every place that holds some, as a manager would find them."""

MAIN = "Priya Nair"
_COLLEAGUES = ("Tomás Ortega", "Jun Watanabe", "Amara Diallo", "Lena Vogt")
_QUESTIONS = 6
_ALPHABET = "abcdefghijklmnopqrstuvwxyz      äéß—\n"
_LONG = 12_000


@dataclass(frozen=True, slots=True)
class Edit:
    """Words for one place: a note and what lay beneath, a sentence, the pad, a form, a person."""

    place: str
    words: str


def next_edit(dice: random.Random, stands: Stands) -> Edit:
    """Return what the hand does next; the same dice and the same vault give the same edit."""
    kind = dice.choice(("note", "note", "beneath", "sentence", "pad", "form", "person"))
    if kind == "person":
        return _about_somebody(dice, stands)
    where = f" {dice.randrange(_QUESTIONS)}" if kind in ("note", "beneath", "sentence") else ""
    return Edit(kind + where, _words(dice, 1))


def _about_somebody(dice: random.Random, stands: Stands) -> Edit:
    name = dice.choice(_COLLEAGUES)
    follows = {"": ("here",), "here": ("talking",), "talking": ("in the bin",)}
    way = follows.get(stands.get(f"person {name}", ""), ("talking", ""))
    return Edit(f"person {name}", dice.choice(way))


def _words(dice: random.Random, fewest: int) -> str:
    length = _LONG if dice.random() < 0.04 else dice.randint(fewest, 300)
    # A pad keeps no blank lines, a paragraph no blank text: every line begins with a letter.
    return "x" + "".join(dice.choices(_ALPHABET, k=length)).replace("\n", "\nx") + "x"


def after(stands: Stands, edit: Edit) -> Stands:
    """Return what stands once an edit is made."""
    changed = {**stands, edit.place: edit.words}
    return {place: words for place, words in changed.items() if words}


def make(vault: Session, edit: Edit) -> None:
    """Make one edit through the verb that a page would use for it."""
    kind, _, which = edit.place.partition(" ")
    if kind == "person":
        _move_somebody(vault, which, edit.words)
    elif kind == "pad":
        talk, question = _talk(vault), _questions(vault)[0]
        lines = (PadLine(question, PrivateText(line)) for line in edit.words.split("\n"))
        pad.write(vault.private, Pad(talk, tuple(lines)))
    elif kind == "form":
        words = PrivateText(edit.words)
        half_typed.keep(vault.private, PrivateForm.NEW_OPPORTUNITY, "", words)
    else:
        _write_to(vault, kind, _questions(vault)[int(which)], edit.words)


def _write_to(vault: Session, kind: str, question: QuestionId, words: str) -> None:
    talk = _talk(vault)
    if kind == "sentence":
        known = summaries.grown_from(vault.shared, talk, question)
        paragraph = known.id if known else None
        summaries.write(vault.shared, talk, words, paragraph=paragraph, question=question)
        return
    note = answers.note_to(vault.private, talk, question)
    text = PrivateText(words)
    changed = replace(note, words=text) if kind == "note" else replace(note, underneath=text)
    answers.write(vault.private, changed)


def _move_somebody(vault: Session, name: str, to: str) -> None:
    known = [person for person in people.everybody(vault.shared) if person.name == name]
    binned = [each for each in bin.in_bin(vault.private) if each.title.reveal() == name]
    if to == "here":
        people.add(vault.shared, name)
    elif to == "in the bin":
        bin.delete_person(vault.private, known[0].id)
    elif to == "":
        bin.erase(vault.private, binned[0])
    elif binned:
        bin.bring_back(vault.private, binned[0].id)
    else:
        conversations.begin(vault.shared, known[0].id)


def read(vault: Session) -> Stands:
    """Return what stands in every place; one that stands twice says so."""
    talk, found = _talk(vault), dict[str, str]()
    for number, question in enumerate(_questions(vault)):
        note = answers.note_to(vault.private, talk, question)
        grown = [p.text for p in summaries.paragraphs(vault.shared, talk) if p.question == question]
        found[f"note {number}"] = note.words.reveal()
        found[f"beneath {number}"] = note.underneath.reveal()
        found[f"sentence {number}"] = " and again ".join(grown)
    lines = pad.lines_of(vault.private, talk).lines
    found["pad"] = "\n".join(line.words.reveal() for line in lines)
    form = half_typed.begun(vault.private, PrivateForm.NEW_OPPORTUNITY, "")
    found["form"] = form.reveal()
    found |= {f"person {name}": _where(vault, name) for name in _COLLEAGUES}
    return {place: words for place, words in found.items() if words}


def _where(vault: Session, name: str) -> str:
    here = [p.id for p in people.everybody(vault.shared) if p.name == name]
    talks = [t for t in vault.shared.conversations.all() if t.person in here]
    binned = [b for b in bin.in_bin(vault.private) if b.title.reveal() == name]
    places = [*("talking" if talks else "here" for _ in here), *("in the bin" for _ in binned)]
    return " and again ".join(places + ["talking"] * (len(talks) - 1))


def make_room(room: Path) -> None:
    """Make a vault in ``room/vault`` with one conversation under way."""
    clock = Clock()
    make_vault(room / "vault", clock)
    vault = open_vault(room / "vault", clock)
    conversations.begin(vault.shared, people.add(vault.shared, MAIN).value)
    vault.close()


def _talk(vault: Session) -> ConversationId:
    return vault.shared.conversations.of(_main(vault))[0].id


def _main(vault: Session) -> PersonId:
    return next(p.id for p in people.everybody(vault.shared) if p.name == MAIN)


def _questions(vault: Session) -> list[QuestionId]:
    steps = conversations.path(vault.shared, _talk(vault)).steps
    return [step.question for step in steps][:_QUESTIONS]
