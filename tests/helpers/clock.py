"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Give ``at`` whenever the present moment is asked for."""

    def __init__(self, at: datetime = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        """Move on by a ``timedelta(**span)``."""
        self.at += timedelta(**span)
