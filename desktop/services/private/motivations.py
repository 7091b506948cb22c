"""What a manager does with motivations: weigh them, and see what weighs now."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId, PersonId
from desktop.domain.motivations import Motivation
from desktop.domain.private.motivations import Source, Weighed
from desktop.storage.shelves import PrivateShelf


def weigh(shelf: PrivateShelf, heard: Weighed) -> Done[None]:
    """Note what a motivation weighs in a conversation (playbook B1).

    What weighs nothing and never did before is forgotten; what did is kept as "no longer".
    """
    talk, motivation = heard.conversation, heard.motivation
    with shelf.transaction():
        if heard.weight or shelf.motivations.was_weighed_before(talk, motivation):
            shelf.motivations.put(heard)
        else:
            shelf.motivations.remove(talk, motivation)
    return Done(None, Touched.ANSWERS)


def weighed_in(shelf: PrivateShelf, which: ConversationId) -> dict[Motivation, int]:
    """Return what weighs in a conversation: heard in it, or carried over from earlier ones."""
    who = shelf.conversations.get(which).person
    return _weights(shelf.motivations.of(who, until=which))


def tell_source(
    shelf: PrivateShelf, which: ConversationId, motivation: Motivation, source: Source | None
) -> Done[None]:
    """Note where a wish comes from, or that this is open again (playbook B3)."""
    weight = weighed_in(shelf, which).get(motivation, 0)
    with shelf.transaction():
        shelf.motivations.put(Weighed(which, motivation, weight))
        shelf.motivations.put_source(which, motivation, source)
    return Done(None, Touched.ANSWERS)


def sources_in(shelf: PrivateShelf, which: ConversationId) -> dict[Motivation, Source]:
    """Return where wishes come from, as far as that is known in a conversation (playbook B3)."""
    who = shelf.conversations.get(which).person
    found = shelf.motivations.of(who, until=which)
    return {w.motivation: w.source for w in found if w.source is not None}


def of_person(shelf: PrivateShelf, who: PersonId) -> tuple[Weighed, ...]:
    """Return what weighs for a person now, the heaviest first."""
    now = [weighed for weighed in shelf.motivations.of(who) if weighed.weight]
    return tuple(sorted(now, key=lambda weighed: -weighed.weight))


def _weights(found: tuple[Weighed, ...]) -> dict[Motivation, int]:
    return {weighed.motivation: weighed.weight for weighed in found if weighed.weight}
