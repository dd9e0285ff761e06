"""The comments of an article, as its page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo

from markupsafe import Markup

from ssg.model.comments import Comment
from ssg.model.site import Article
from ssg.render.context import RenderContext
from ssg.render.live_comments import live_comments
from ssg.render.views.comments import CommentsView, CommentView, every
from ssg.text.comment_html import comment_html
from ssg.text.dates import in_zone

_DEEPEST = 4
"""How many levels stand within each other; further replies stand in the row of the last."""


def comments_view(article: Article, context: RenderContext) -> CommentsView | None:
    """Return the comments below an article; none where there are none and nobody can write any."""
    if not article.document.front_matter.comments:
        return None
    comments = context.ask.comments(article.path).fetch()
    live = live_comments(article.path, context.config)
    threads = threads_of(comments, context.config.timezone)
    if not threads and live is None:
        return None
    count = sum(1 for one in every(threads) if not one.hidden)
    return CommentsView(count=count, threads=threads, live=live)


def threads_of(comments: Sequence[Comment], zone: tzinfo) -> tuple[CommentView, ...]:
    """Return comments with the replies to each, earliest first.

    Hidden ones are left out, unless somebody replied to them.
    """
    ordered = sorted(comments, key=lambda one: (in_zone(one.date, zone), one.id))
    replies: dict[str, list[Comment]] = {}
    for one in ordered:
        replies.setdefault(one.parent, []).append(one)
    shown = _shown(ordered)
    there = {parent: [one for one in found if one.id in shown] for parent, found in replies.items()}
    return tuple(_view(one, there, zone, 1) for one in there.get("", ()))


def _shown(ordered: Sequence[Comment]) -> set[str]:
    """Return the ids of those that are shown: all but the hidden that nobody shown replied to."""
    parents = {one.id: one.parent for one in ordered}
    shown: set[str] = set()
    for one in ordered:
        here = "" if one.hidden else one.id
        while here and here not in shown:
            shown.add(here)
            here = parents.get(here, "")
    return shown


def _view(
    comment: Comment,
    replies: Mapping[str, Sequence[Comment]],
    zone: tzinfo,
    level: int,
) -> CommentView:
    if level == _DEEPEST:
        below = tuple(_row(comment, replies, zone))
    else:
        found = replies.get(comment.id, ())
        below = tuple(_view(one, replies, zone, level + 1) for one in found)
    return _one(comment, zone, below)


def _row(
    top: Comment, replies: Mapping[str, Sequence[Comment]], zone: tzinfo
) -> Iterator[CommentView]:
    """Yield all that stands below a comment, each with the one that it replies to."""
    waiting = [(one, top) for one in reversed(replies.get(top.id, ()))]
    while waiting:
        comment, answered = waiting.pop()
        yield _one(comment, zone, (), answered)
        waiting += [(one, comment) for one in reversed(replies.get(comment.id, ()))]


def _one(
    comment: Comment,
    zone: tzinfo,
    replies: tuple[CommentView, ...],
    answered: Comment | None = None,
) -> CommentView:
    hidden = comment.hidden
    return CommentView(
        id=fragment(comment.id),
        author="" if hidden else author_of(comment),
        url="" if hidden else comment.url,
        date=in_zone(comment.date, zone),
        text=Markup() if hidden else Markup(comment_html(comment.text)),
        by_editor=comment.by_editor and not hidden,
        hidden=hidden,
        origin=comment.origin,
        answered=fragment(answered.id) if answered else "",
        answered_author=author_of(answered) if answered and not answered.hidden else "",
        replies=replies,
    )


def author_of(comment: Comment) -> str:
    """Return who wrote a comment, on one line; empty where nobody is named."""
    return " ".join(comment.author.split())


def fragment(comment: str) -> str:
    """Return the fragment by which a comment is linked to."""
    return f"comment-{comment}"
