"""The copies of a letter that a person can change, as the send page makes them."""

from desktop.domain.ids import ConversationId
from desktop.export.letter import letter_paper
from desktop.export.paper import PageSize
from desktop.services import letters
from tests.helpers.vaults import OpenVault


def open_document(vault: OpenVault, talk: ConversationId, size: PageSize = PageSize.A4) -> bytes:
    """Return the letter of a conversation in OpenDocument."""
    from desktop.export.open_document import open_document

    return open_document(letter_paper(letters.letter(vault.shared, talk)), size)


def plain_text(vault: OpenVault, talk: ConversationId) -> bytes:
    """Return it as text, in UTF-8."""
    from desktop.export.plain_text import plain_text

    return plain_text(letter_paper(letters.letter(vault.shared, talk))).encode()
