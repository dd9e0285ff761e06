"""Which articles are about the same, why, and what the editors say of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import islice

import numpy as np

from ssg.config.site import RelatedRules
from ssg.model.related import Related
from ssg.model.site import Article, Site
from ssg.relate.entries import entry_of
from ssg.relate.index import Entry, Index, make_index
from ssg.relate.inputs import Inputs
from ssg.relate.nearest import Nearest, TimeRules
from ssg.relate.reasons import reasons_between
from ssg.relate.signals import kinds_of, same_original, split_by_signal, threads_of
from ssg.relate.similarity import Neighbours, Similarity
from ssg.relate.translations import paths_beside
from ssg.relate.usual import ALIKE, SOON, STRONG

# Texts that say so much the same are one text, published twice; under another headline, it may be.
_SAME_TEXT = 0.85
_ENOUGH_WORDS = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that was looked at, and what came of it."""

    article: Article
    """The article."""
    cosine: float
    """How much of what it says is the same, from 0 to 1."""
    time: float
    """What nearness in time multiplied that by."""
    score: float
    """What came of it, articles that are near to many damped."""
    left_out: str
    """Why it is not shown; empty where it is."""


class RelatedArticles:
    """Finds related articles; made of a whole site, asked for one article at a time."""

    def __init__(
        self,
        site: Site,
        rules: RelatedRules,
        before: Callable[[], Index | None] = lambda: None,
        entries: Sequence[Entry] = (),
        rows: Mapping[str, int] | None = None,
    ) -> None:
        """Begin; nothing is compared before it is asked for.

        Args:
            site: the site.
            rules: its settings.
            before: returns the articles of an earlier site, compared.
            entries: the articles of the site, as they are compared, where that is known.
            rows: the number of each article by path, likewise.

        """
        self._site = site
        self._before = before
        self._rules = rules
        self._rows = rows or {article.path: row for row, article in enumerate(site.articles)}
        self._entries = entries
        # What the index is once it is made.
        self._made: Index | None = None

    def again(self, site: Site) -> RelatedArticles:
        """Return the same for a site in which some of these articles say something else."""
        entries = [
            known if now is was else entry_of(now)
            for known, was, now in zip(
                self._entries, self._site.articles, site.articles, strict=False
            )
        ]
        made = self._made
        before = (lambda: made) if made else self._before
        return RelatedArticles(site, self._rules, before, entries, self._rows)

    @property
    def compared(self) -> bool:
        """True once all articles have been compared, so that nobody has to wait for it."""
        return self._made is not None

    def compare(self) -> None:
        """Compare all articles now."""
        self._made = self.index

    def related(self, article: Article, apart: Collection[str] = ()) -> tuple[Related, ...]:
        """Return the articles to show beside one: those the editors picked, then the nearest.

        What is shown apart from them is left out, unless the editors picked it.
        """
        pins = self._site.pins.related[article.path]
        picked = [Related(one, "pinned", (), 1.0) for one in pins]
        near = (
            one
            for one in self.candidates(article)
            if not one.left_out and one.article.path not in apart
        )
        rest = list(islice(near, max(self._rules.count - len(picked), 0)))
        reasons = self.reasons(article, [one.article for one in rest])
        cards = (
            self._related(article, one, names) for one, names in zip(rest, reasons, strict=True)
        )
        return (*picked, *cards)

    def nearest(self, article: Article) -> frozenset[str]:
        """Return the paths of the articles that would be shown if the editors picked none."""
        picked = {one.path for one in self._site.pins.related[article.path]}
        near = (
            one.article.path
            for one in self.candidates(article)
            if not one.left_out or one.article.path in picked
        )
        return frozenset(islice(near, self._rules.count))

    def next(self, article: Article) -> tuple[Article, ...]:
        """Return what happened next: later articles on the same story, in order of time.

        They follow it by the word of their editors, belong to its thread, or are so near in what
        they say, and so soon after it, that they can hardly be about anything else.
        """
        found = {one.path: one for one in self._followers.get(article.path, ())}
        for slug in threads_of(article):
            thread = self._site.term("threads", slug).articles
            found |= {one.path: one for one in thread if one.date > article.date}
        if not found:
            found = {one.path: one for one in self.strong_matches(article)}
        excluded = self._site.pins.excluded[article.path] | self._translations_of(article)
        later = [
            one
            for one in found.values()
            if one.status == "published" and one.path not in excluded and one is not article
        ]
        return tuple(sorted(later, key=lambda one: (one.date, one.path))[: self._rules.next])

    def inputs(self, article: Article) -> bytes:
        """Return a digest of all on which the two depend that are found for an article."""
        return self._inputs.of(article, self._rows[article.path])

    def candidates(self, article: Article) -> Iterator[Candidate]:
        """Yield the articles nearest to one, best first, with the reason why some are left out."""
        row = self._rows[article.path]
        near = self._similarity.neighbours(row)
        shown: list[int] = [self._rows[one.path] for one in self._site.pins.related[article.path]]
        for number, other in enumerate(near.rows.tolist()):
            reason = self._why_not(article, near, number, shown)
            if not reason:
                shown.append(other)
            yield Candidate(
                article=self._site.articles[other],
                cosine=float(near.cosines[number]),
                time=float(near.times[number]),
                score=float(near.scores[number]),
                left_out=reason,
            )

    def reasons(self, article: Article, others: Sequence[Article]) -> list[tuple[str, ...]]:
        """Return for each of some articles the names of the terms that one shares with it, those
        with the most part first.
        """
        shared = self._similarity.shared(
            self._rows[article.path], [self._rows[other.path] for other in others]
        )
        return [
            reasons_between(article, other, ids, parts, self._nameable(other), self._site)
            for other, (ids, parts) in zip(others, shared, strict=True)
        ]

    def _nameable(self, article: Article) -> set[int]:
        """Return the terms that can be named as what an article is about."""
        bits = np.unpackbits(np.frombuffer(article.document.nameable, np.uint8))
        start = self.index.starts[self._rows[article.path]]
        found: list[int] = self.index.ids[start + np.flatnonzero(bits)].tolist()
        return set(found)

    def parts(self, article: Article, other: Article) -> dict[str, float]:
        """Return what each signal gives to the similarity of two articles."""
        rows = self._rows
        ((ids, products),) = self._similarity.shared(rows[article.path], [rows[other.path]])
        return split_by_signal(kinds_of(article, ids), products)

    def cosine(self, one: Article, other: Article) -> float:
        """Return how much of what two articles say is the same, from 0 to 1."""
        rows = np.array([self._rows[other.path]], np.int32)
        return float(self._similarity.cosines(self._rows[one.path], rows)[0])

    @cached_property
    def _inputs(self) -> Inputs:
        return Inputs(self._site, self._rules, self.index, self.lists, self._followers)

    @cached_property
    def _followers(self) -> dict[str, list[Article]]:
        followers: dict[str, list[Article]] = {}
        for path, followed in self._site.pins.follows.items():
            followers.setdefault(followed.path, []).append(self._site.by_path[path])
        return followers

    def strong_matches(self, article: Article) -> Iterator[Article]:
        """Yield the later articles that can hardly be about anything but the same story."""
        near = self._similarity.neighbours(self._rows[article.path])
        strong = [
            number
            for number in np.flatnonzero(near.cosines >= STRONG).tolist()
            if timedelta(0) < self._site.articles[near.rows[number]].date - article.date <= SOON
        ]
        # Most articles have none, and what is left out need not be known for them.
        looked_at = islice(self.candidates(article), strong[-1] + 1 if strong else 0)
        for number, candidate in enumerate(looked_at):
            if number in strong and not candidate.left_out:
                yield candidate.article

    @cached_property
    def index(self) -> Index:
        """All articles, compared; made when it is asked for."""
        rules = TimeRules(self._rules.event, self._rules.affair)
        self._entries = self._entries or [entry_of(one) for one in self._site.articles]
        self._made = make_index(self._entries, rules, self._before())
        return self._made

    @cached_property
    def lists(self) -> Nearest:
        """What finds the articles nearest to each."""
        return self.index.nearest()

    @cached_property
    def _similarity(self) -> Similarity:
        return Similarity(self.index, self.lists, self._rules.hub)

    def _why_not(self, article: Article, near: Neighbours, number: int, shown: list[int]) -> str:
        other = int(near.rows[number])
        candidate = self._site.articles[other]
        pins = self._site.pins
        if candidate.status != "published":
            return candidate.status
        if any(candidate.path == one.path for one in pins.related[article.path]):
            return "picked by the editors already"
        if candidate.path in pins.excluded[article.path]:
            return "excluded by the editors"
        if candidate.path in self._translations_of(article):
            return "a translation of it"
        if near.cosines[number] < self._rules.threshold:
            return "too little in common"
        # Of a few words nothing can be said of the kind.
        comparable = self.index.lengths[self._rows[article.path]] >= _ENOUGH_WORDS
        same_text = comparable and near.cosines[number] >= _SAME_TEXT
        if same_text or same_original(article, candidate):
            return "the same piece"
        alike = comparable and self._similarity.alike(other, shown, ALIKE)
        return "the same as one shown already" if alike else ""

    def _translations_of(self, article: Article) -> frozenset[str]:
        return paths_beside(article, self._site.translations)

    def _related(self, article: Article, candidate: Candidate, reasons: tuple[str, ...]) -> Related:
        other = candidate.article
        if set(threads_of(article)) & set(threads_of(other)):
            return Related(other, "thread", (), candidate.score)
        return Related(other, "terms", reasons, candidate.score)
