"""The rules of the bidirectional algorithm, in the annex's order and under its names.

See Unicode Standard Annex 9, "Unicode Bidirectional Algorithm": sections 3.3.2 (X rules), 3.3.4
(W), 3.3.5 (N) and 3.3.6 (I). Libraries hand back reordered text, from which a line cannot be cut.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional, normalize

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = _EMBEDDINGS | {"PDF", "BN"}
_NEUTRAL = ISOLATES | {"B", "S", "WS", "ON", "PDI"}
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""How a letter or number counts for the neutral characters beside it (N0 to N2)."""

_DEEPEST = 125
_MOST_OPEN_BRACKETS = 63
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309"
    "\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772"
    "\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef"
    "\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991"
    "\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23"
    "\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008"
    "\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019"
    "\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f"
    "\uff60\uff62\uff63"
)
"""Opening and closing by turns, as in the file BidiBrackets of the character database."""
_CLOSER = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSERS = frozenset(_CLOSER.values())


def resolved(paragraph: str, base: int) -> tuple[int, ...]:
    """Return the level of every character of one paragraph that runs as ``base`` (0 or 1) says."""
    kinds = [bidirectional(c) or "L" for c in paragraph]
    originals = tuple(kinds)
    levels = _explicit(kinds, base)
    for places, before, after in _sequences(originals, tuple(levels), base):
        run = _Run(
            level=levels[places[0]],
            text=[paragraph[n] for n in places],
            originals=[originals[n] for n in places],
            kinds=[kinds[n] for n in places],
            before=before,
            after=after,
        )
        for place, level in zip(places, run.levels(), strict=True):
            levels[place] = level
    return tuple(levels)


def _explicit(kinds: list[str], base: int) -> list[int]:
    """Return the levels that marks of direction ask for, and override kinds (X1 to X8)."""
    levels: list[int] = []
    opened = _Opened(base)
    closing = _closing(kinds)
    for n, kind in enumerate(tuple(kinds)):
        if kind == "PDI":
            opened.leave_isolate()
        elif kind == "PDF":
            opened.leave_embedding()
        level, override = (base, "") if kind == "B" else opened.now
        levels.append(level)
        if kind not in REMOVED:
            kinds[n] = override or kind
        if kind in _EMBEDDINGS or kind in ISOLATES:
            right = kind[0] == "R" or (kind == "FSI" and _runs_right_to_left(kinds, n, closing))
            opened.enter(kind, right)
    return levels


class _Opened:
    """The embeddings and isolates that are open at a place, and those too deep to count."""

    def __init__(self, base: int) -> None:
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._lost_isolates = 0
        self._lost_embeddings = 0

    @property
    def now(self) -> tuple[int, str]:
        """Return the level, and the kind that every character is taken for, or none."""
        level, override, _ = self._stack[-1]
        return level, override

    def enter(self, kind: str, right_to_left: bool) -> None:
        level = self._stack[-1][0]
        deeper = (level + 1) | 1 if right_to_left else (level + 2) & ~1
        isolate = kind in ISOLATES
        if deeper <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._stack.append((deeper, kind[0] if kind[2] == "O" else "", isolate))
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def leave_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif any(isolate for _, _, isolate in self._stack):
            self._lost_embeddings = 0
            while not self._stack.pop()[2]:
                pass

    def leave_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()


def _closing(kinds: Sequence[str]) -> dict[int, int]:
    """Return where each isolate that is closed ends (BD9)."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for n, kind in enumerate(kinds):
        if kind in ISOLATES:
            opened.append(n)
        elif kind == "PDI" and opened:
            closing[opened.pop()] = n
    return closing


def _runs_right_to_left(kinds: Sequence[str], opening: int, closing: dict[int, int]) -> bool:
    """Whether the first letter in an isolate runs from right to left (X5c)."""
    n = opening + 1
    while n < closing.get(opening, len(kinds)):
        if kinds[n] in {"L", "R", "AL"}:
            return kinds[n] != "L"
        n = closing.get(n, len(kinds)) if kinds[n] in ISOLATES else n
        n += 1
    return False


def _sequences(
    originals: Sequence[str], levels: Sequence[int], base: int
) -> Iterator[tuple[list[int], str, str]]:
    """Return each isolating run sequence: its places, and what it begins and ends beside (X10)."""
    kept = [n for n, kind in enumerate(originals) if kind not in REMOVED]
    closing = _closing(originals)
    opening = {end: start for start, end in closing.items()}
    runs: dict[int, list[int]] = {}
    for before, place in zip([-1, *kept], kept, strict=False):
        if before < 0 or levels[before] != levels[place]:
            runs[place] = run = []
        run.append(place)
    rank = {place: number for number, place in enumerate(kept)}
    for start, first_run in runs.items():
        if start in opening:
            continue
        places = list(first_run)
        while (end := closing.get(places[-1])) is not None:
            places.extend(runs[end])
        level = levels[places[0]]
        number = rank[places[0]]
        before_it = levels[kept[number - 1]] if number else base
        number = rank[places[-1]] + 1
        unclosed = originals[places[-1]] in ISOLATES
        after_it = levels[kept[number]] if number < len(kept) and not unclosed else base
        yield places, _side(max(level, before_it)), _side(max(level, after_it))


def _side(level: int) -> str:
    return "R" if level % 2 else "L"


@dataclass(slots=True)
class _Run:
    """One isolating run sequence; ``before`` and ``after`` are the ways at its two ends."""

    level: int
    text: list[str]
    originals: list[str]
    kinds: list[str]
    before: str
    after: str

    def levels(self) -> list[int]:
        """Return the level of each place (I1, I2) after all that is resolved before it."""
        self._marks_and_numbers()
        self._separators()
        self._brackets()
        self._neutrals()
        odd = self.level % 2
        higher = {"L": odd, "R": 1 - odd, "EN": 2 - odd, "AN": 2 - odd}
        return [self.level + higher[kind] for kind in self.kinds]

    def _marks_and_numbers(self) -> None:
        """W1 to W3."""
        kinds = self.kinds
        last = strong = self.before
        for n, kind in enumerate(kinds):
            if kind == "NSM":
                kinds[n] = "ON" if last in ISOLATES or last == "PDI" else last
            last = kinds[n]
            if last in {"L", "R", "AL"}:
                strong = last
            elif last == "EN" and strong == "AL":
                kinds[n] = "AN"
        self.kinds = ["R" if kind == "AL" else kind for kind in kinds]

    def _separators(self) -> None:
        """W4 to W7."""
        kinds = self.kinds
        for n in range(1, len(kinds) - 1):
            around = kinds[n - 1]
            common = kinds[n] == "CS" and around in {"EN", "AN"}
            if around == kinds[n + 1] and (common or (kinds[n] == "ES" and around == "EN")):
                kinds[n] = around
        for start, end in _stretches(kinds, {"ET"}):
            if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
                kinds[start:end] = ["EN"] * (end - start)
        strong = self.before
        for n, kind in enumerate(kinds):
            if kind in {"ES", "ET", "CS"}:
                kinds[n] = "ON"
            elif kind in {"L", "R"}:
                strong = kind
            elif kind == "EN" and strong == "L":
                kinds[n] = "L"

    def _brackets(self) -> None:
        """N0."""
        own = _side(self.level)
        for opening, closing in self._pairs():
            inside = {_STRONG.get(kind) for kind in self.kinds[opening + 1 : closing]}
            if own in inside:
                way = own
            elif inside & {"L", "R"}:
                ahead = (_STRONG[k] for k in reversed(self.kinds[:opening]) if k in _STRONG)
                other = "L" if own == "R" else "R"
                way = other if next(ahead, self.before) == other else own
            else:
                continue
            for place in (opening, closing):
                self.kinds[place] = way
                self._marks_after(place, way)

    def _marks_after(self, place: int, way: str) -> None:
        for n in range(place + 1, len(self.kinds)):
            if self.originals[n] != "NSM":
                return
            self.kinds[n] = way

    def _pairs(self) -> list[tuple[int, int]]:
        """Return the brackets that belong together, by where they open (BD16)."""
        pairs: list[tuple[int, int]] = []
        opened: list[tuple[str, int]] = []
        for n, character in enumerate(self.text):
            if self.kinds[n] != "ON":
                continue
            bracket = normalize("NFC", character)  # two angle brackets have a second number
            if bracket in _CLOSER:
                if len(opened) == _MOST_OPEN_BRACKETS:
                    return []
                opened.append((_CLOSER[bracket], n))
            elif bracket in _CLOSERS:
                found = [at for at, (closer, _) in enumerate(opened) if closer == bracket]
                if found:
                    pairs.append((opened[found[-1]][1], n))
                    del opened[found[-1] :]
        return sorted(pairs)

    def _neutrals(self) -> None:
        """N1 and N2."""
        kinds = self.kinds
        for start, end in _stretches(kinds, _NEUTRAL):
            left = _STRONG[kinds[start - 1]] if start else self.before
            right = _STRONG[kinds[end]] if end < len(kinds) else self.after
            way = left if left == right else _side(self.level)
            kinds[start:end] = [way] * (end - start)


def _stretches(kinds: Sequence[str], of: set[str] | frozenset[str]) -> list[tuple[int, int]]:
    """Return where each stretch of such kinds begins and ends."""
    edges = [n for n in range(len(kinds) + 1) if _is(kinds, n, of) != _is(kinds, n - 1, of)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _is(kinds: Sequence[str], n: int, of: set[str] | frozenset[str]) -> bool:
    return 0 <= n < len(kinds) and kinds[n] in of
