"""How texts from elsewhere relate to what the blog has covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from ssg.config.site import RelatedRules
from ssg.model.site import Article, Site
from ssg.relate.related import RelatedArticles
from ssg.relate.similarity import Similarity
from ssg.text.term_counts import TermCounts, count_terms

_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Covered:
    """The article of the blog that is nearest to a text from elsewhere."""

    article: Article
    """The article."""
    same: float
    """How much of what they say is the same, from 0 to 1."""
    score: float
    """The same, nearness in time and nearness to everything else allowed for."""
    thread: str
    """The slug of its thread; may be empty."""


class Coverage:
    """What the blog has covered; made of a whole site, asked about one text at a time."""

    def __init__(
        self, site: Site, finder: RelatedArticles, rules: RelatedRules, language: str
    ) -> None:
        """Begin.

        Args:
            site: the site.
            finder: its articles, compared.
            rules: its settings.
            language: the language whose words are counted.

        """
        self._site = site
        self._rules = rules
        self._language = language
        self._similarity = Similarity(finder.index, finder.lists, rules.hub)

    def of(self, title: str, text: str, moment: datetime) -> Covered | None:
        """Return the article nearest to a text; none where all have too little in common.

        Args:
            title: its headline.
            text: what it says, or a summary of that.
            moment: when it appeared.

        """
        said = count_terms(title, text, self._language).terms
        near = self._similarity.of_text((said, _NO_MARKS), moment.timestamp() / _DAY)
        enough = np.flatnonzero(near.cosines >= self._rules.threshold)
        if not len(enough):
            return None
        best = enough[0]
        article = self._site.articles[near.rows[best]]
        thread = next(iter(article.terms["threads"]), "")
        return Covered(article, float(near.cosines[best]), float(near.scores[best]), thread)


_NO_MARKS = TermCounts(
    ids=np.zeros(0, np.uint32), counts=np.zeros(0, np.uint16), kinds=np.zeros(0, np.uint8), length=0
)
