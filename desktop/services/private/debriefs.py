"""What a manager does with a debrief: write it, be offered it once, meet it again (product D9)."""

from desktop.domain.changes import Done, Touched
from desktop.domain.ids import ConversationId
from desktop.domain.private.answers import EarlierAnswer
from desktop.domain.private.debrief import Debrief
from desktop.services.today import Talk
from desktop.storage.shelves import PrivateShelf


def write(shelf: PrivateShelf, debrief: Debrief) -> Done[None]:
    """Keep a debrief as it stands."""
    with shelf.transaction():
        shelf.debriefs.put(debrief)
    return Done(None, Touched.ANSWERS)


def of_conversation(shelf: PrivateShelf, which: ConversationId) -> Debrief:
    """Return the debrief of a conversation; an empty one if nothing was written."""
    return shelf.debriefs.get(which) or Debrief(which)


def to_offer(shelf: PrivateShelf) -> Talk | None:
    """Return the latest talk that ended today and has no debrief yet; none on any later day."""
    today = shelf.today()
    for talk in shelf.conversations.since(today):
        ended_today = talk.ended is not None and talk.ended.date() == today
        if ended_today and shelf.debriefs.get(talk.id) is None:
            return Talk(talk, shelf.people.get(talk.person))
    return None


def decline(shelf: PrivateShelf, which: ConversationId) -> Done[None]:
    """Remember that the offer was declined, so that it is not made again."""
    if shelf.debriefs.get(which) is not None:
        return Done(None, Touched.NOTHING)
    return write(shelf, Debrief(which))


def to_try_from_last_time(shelf: PrivateShelf, which: ConversationId) -> EarlierAnswer | None:
    """Return what was to be tried with the same person, from the talk before this one."""
    who = shelf.conversations.get(which).person
    return shelf.debriefs.to_try(who, before=which)
