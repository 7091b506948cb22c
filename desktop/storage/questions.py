"""The shelf of the manager's own questions and of their changes to those that came with Onward."""

from desktop.domain.ids import QuestionId
from desktop.domain.questions import Change, Question, Stage, Trust
from desktop.storage.database import Database, Reader


class QuestionsReader:
    """Gives what the vault knows about questions."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def changes(self) -> dict[QuestionId, Change]:
        """Return every change by its question."""
        rows = self._reader.rows(
            "SELECT question, ask, why, listen_for, trust, retired FROM question_change"
        )
        return {
            QuestionId(question): Change(
                question=QuestionId(question),
                ask=ask,
                why=why,
                listen_for=listen_for,
                trust=Trust(trust) if trust else None,
                is_retired=bool(retired),
            )
            for question, ask, why, listen_for, trust, retired in rows
        }

    def own(self) -> tuple[Question, ...]:
        """Return the manager's own questions in the order in which they were added."""
        rows = self._reader.rows(
            "SELECT id, stage, short, ask, why, listen_for, trust FROM own_question ORDER BY seq"
        )
        return tuple(
            Question(
                id=QuestionId(identity),
                stage=Stage(stage),
                short=short,
                ask=ask,
                why=why,
                listen_for=listen_for,
                follow_ups=(),
                keep_as=(),
                trust=Trust(trust),
                quiet="",
                is_own=True,
            )
            for identity, stage, short, ask, why, listen_for, trust in rows
        )


class QuestionsShelf(QuestionsReader):
    """Gives and takes questions."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._database = database

    def put_change(self, change: Change) -> None:
        """Keep a change in the place of the one before; one that changes nothing is forgotten."""
        self._database.write("DELETE FROM question_change WHERE question = ?", change.question)
        if change == Change(change.question):
            return
        self._database.write(
            "INSERT INTO question_change (question, ask, why, listen_for, trust, retired)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            change.question,
            change.ask,
            change.why,
            change.listen_for,
            change.trust.value if change.trust else None,
            int(change.is_retired),
        )

    def put_own(self, question: Question) -> None:
        """Add a question of the manager's own, or put its new words in the place of the old."""
        self._database.write(
            "INSERT INTO own_question (id, stage, short, ask, why, listen_for, trust)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, short = excluded.short,"
            " ask = excluded.ask, why = excluded.why, listen_for = excluded.listen_for,"
            " trust = excluded.trust",
            question.id,
            question.stage.value,
            question.short,
            question.ask,
            question.why,
            question.listen_for,
            question.trust.value,
        )
