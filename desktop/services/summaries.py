"""Writing the summary: the only act that makes something shared."""

from desktop.domain import ids
from desktop.domain.changes import Done, Touched
from desktop.domain.errors import Refusal
from desktop.domain.ids import ConversationId, ParagraphId, QuestionId
from desktop.domain.shared.summary import Paragraph
from desktop.storage.shelves import SharedShelf


def paragraphs(shelf: SharedShelf, which: ConversationId) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a summary in reading order."""
    return shelf.summaries.of(which)


def grown_from(shelf: SharedShelf, which: ConversationId, question: QuestionId) -> Paragraph | None:
    """Return the paragraph that was begun at a question, if there is one."""
    found = [p for p in shelf.summaries.of(which) if p.question == question]
    return found[0] if found else None


def is_shared(shelf: SharedShelf, which: ConversationId) -> bool:
    """Whether the summary stands as it was shared; the next version opens it again."""
    contract = shelf.contracts.of_conversation(which)
    return contract is not None and not contract.is_draft


def write(
    shelf: SharedShelf,
    which: ConversationId,
    text: str,
    *,
    paragraph: ParagraphId | None = None,
    question: QuestionId | None = None,
) -> Done[ParagraphId | None]:
    """Write a paragraph in words meant for both; an emptied one is taken away.

    ``paragraph`` is None for a new one. Returns its id, or None once it is gone. Refusal while the
    summary is shared: the other side keeps a copy, so it is only changed with a next version.
    """
    if is_shared(shelf, which):
        raise Refusal("summary", "This summary is shared. Write the next version to change it.")
    with shelf.transaction():
        if not text.strip():
            if paragraph is not None:
                shelf.summaries.remove(paragraph)
            return Done(None, Touched.SUMMARY)
        identity = paragraph or ParagraphId(ids.fresh())
        shelf.summaries.put(Paragraph(identity, which, text, question))
    return Done(identity, Touched.SUMMARY)
