"""The shelf of private notes to questions."""

from datetime import datetime

from desktop.domain.ids import ConversationId, PersonId, QuestionId
from desktop.domain.private.answers import Answer, EarlierAnswer
from desktop.domain.private.words import PrivateText
from desktop.storage.database import Database


class AnswersShelf:
    """Gives and takes notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, answer: Answer) -> None:
        """Write a note, or put its new words in the place of the old."""
        self._database.write(
            "INSERT INTO private_answer (conversation, question, words, cursor, underneath)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (conversation, question)"
            " DO UPDATE SET words = excluded.words, cursor = excluded.cursor,"
            " underneath = excluded.underneath",
            answer.conversation,
            answer.question,
            answer.words.reveal(),
            answer.cursor,
            answer.underneath.reveal(),
        )

    def get(self, conversation: ConversationId, question: QuestionId) -> Answer:
        """Return the note to a question; an empty one if nothing was noted."""
        row = self._database.row(
            "SELECT words, cursor, underneath FROM private_answer"
            " WHERE conversation = ? AND question = ?",
            conversation,
            question,
        )
        words, cursor, underneath = row or ("", 0, "")
        return Answer(conversation, question, PrivateText(words), cursor, PrivateText(underneath))

    def of(self, conversation: ConversationId) -> tuple[Answer, ...]:
        """Return all notes of a conversation that hold words, in the order of its path."""
        rows = self._database.rows(
            "SELECT a.question, a.words, a.cursor, a.underneath FROM private_answer AS a"
            " JOIN conversation_step AS s"
            " ON s.conversation = a.conversation AND s.question = a.question"
            " WHERE a.conversation = ? AND trim(a.words || a.underneath, ' \n\t') <> ''"
            " ORDER BY s.place",
            conversation,
        )
        return tuple(
            Answer(
                conversation, QuestionId(question), PrivateText(words), cursor, PrivateText(second)
            )
            for question, words, cursor, second in rows
        )

    def noted(self, conversation: ConversationId) -> frozenset[QuestionId]:
        """Return the questions that have a note with words in it."""
        rows = self._database.rows(
            "SELECT question FROM private_answer"
            " WHERE conversation = ? AND trim(words || underneath, ' \n\t') <> ''",
            conversation,
        )
        return frozenset(QuestionId(question) for (question,) in rows)

    def noted_about(self, person: PersonId) -> tuple[tuple[ConversationId, QuestionId], ...]:
        """Return every question of a person's conversations that has a note with words in it."""
        rows = self._database.rows(
            "SELECT a.conversation, a.question FROM conversation AS c"
            " CROSS JOIN private_answer AS a ON a.conversation = c.id"
            " WHERE c.person = ? AND trim(a.words || a.underneath, ' \n\t') <> ''",
            person,
        )
        return tuple((ConversationId(talk), QuestionId(question)) for talk, question in rows)

    def all_to(
        self, person: PersonId, question: QuestionId
    ) -> tuple[tuple[ConversationId, EarlierAnswer], ...]:
        """Return every note of a person to a question, the earliest conversation first."""
        rows = self._database.rows(
            "SELECT c.id, a.words, c.begun, a.underneath FROM conversation AS c"
            " CROSS JOIN private_answer AS a ON a.conversation = c.id"
            " WHERE c.person = ? AND a.question = ?"
            " AND trim(a.words || a.underneath, ' \n\t') <> ''"
            " ORDER BY datetime(c.begun), c.seq",
            person,
            question,
        )
        return tuple(
            (
                ConversationId(talk),
                EarlierAnswer(
                    PrivateText(words),
                    datetime.fromisoformat(begun).date(),
                    PrivateText(underneath),
                ),
            )
            for talk, words, begun, underneath in rows
        )

    def latest_to(
        self, person: PersonId, question: QuestionId, *, before: ConversationId | None = None
    ) -> EarlierAnswer | None:
        """Return the newest note of a person to a question.

        With ``before``, only conversations begun before that one count.
        """
        # CROSS JOIN: from the few talks of one person to their notes, never from all the notes
        # that anybody ever gave to this question.
        row = self._database.row(
            "SELECT a.words, c.begun, a.underneath FROM conversation AS c"
            " CROSS JOIN private_answer AS a ON a.conversation = c.id"
            " WHERE c.person = ? AND a.question = ?"
            " AND trim(a.words || a.underneath, ' \n\t') <> ''"
            " AND (? IS NULL OR datetime(c.begun) <"
            " (SELECT datetime(begun) FROM conversation WHERE id = ?))"
            " ORDER BY datetime(c.begun) DESC LIMIT 1",
            person,
            question,
            before,
            before,
        )
        if row is None:
            return None
        words, begun, underneath = row
        on = datetime.fromisoformat(begun).date()
        return EarlierAnswer(PrivateText(words), on, PrivateText(underneath))
