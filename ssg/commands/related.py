"""``ssg related``."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from ssg.build.load import read_text
from ssg.build.project import Project, open_project
from ssg.commands.options import build_options, format_option, options_of, site_root
from ssg.console import print_json, print_table, show
from ssg.errors import SsgError, error
from ssg.model.related import Related
from ssg.model.site import Article
from ssg.relate.judge import check_judgements, coverage, judge, parse_judgements
from ssg.relate.related import RelatedArticles
from ssg.text.suggest import did_you_mean
from ssg.text.words import counted

_SHOWN = 12


@click.command("related")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@build_options
@click.option("--all", "show_all", is_flag=True, help="Report on every article.")
@click.option(
    "--judge",
    "judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Measure against a file of judgements: two source files and a grade, split by tabs.",
)
@click.option("--report", is_flag=True, help="Say what the whole site comes to.")
@format_option
def command(
    file: Path | None,
    site: Path | None,
    show_all: bool,
    judgements: Path | None,
    report: bool,
    report_format: str,
    quiet: bool,  # noqa: ARG001 - a report is all that it says
    verbose: bool,
    **given: Any,
) -> int:
    """Explain the related articles of FILE, or of all; or measure how good they are."""
    if sum((file is not None, show_all, judgements is not None, report)) != 1:
        raise click.UsageError("name one of FILE, --all, --judge and --report")
    root = site_root(site)
    project = open_project(root, options_of(root, **given))
    finder = project.finder
    as_json = report_format == "json"
    if judgements:
        _judge(project, finder, judgements, as_json)
    elif report:
        _report(project, finder, as_json)
    elif show_all:
        _all(project, finder, as_json)
    else:
        assert file
        _explain(_article(project, file), finder, as_json, verbose)
    return 0


def _article(project: Project, file: Path) -> Article:
    try:
        name = file.resolve().relative_to(project.root / "content").as_posix()
    except ValueError:
        name = file.as_posix()
    known = {article.document.path: article for article in project.site.articles}
    for candidate in (name, f"posts/{name}", f"posts/{name}.md", f"posts/{name}/index.md"):
        if candidate in known:
            return known[candidate]
    hint = did_you_mean(name, known) or "name the file of an article that is published"
    raise error("related/no-article", f'no published article "{file}"', None, hint)


@dataclass(frozen=True)
class _Row:
    """A candidate, as a report shows it."""

    source: str
    score: float
    same: float
    time: float
    signals: dict[str, float]
    left_out: str
    reasons: tuple[str, ...]


def _rows(article: Article, finder: RelatedArticles) -> list[_Row]:
    shown = {one.article.path: one for one in finder.related(article)}
    return [
        _Row(
            source=one.article.document.path,
            score=round(one.score, 4),
            same=round(one.cosine, 4),
            time=round(one.time, 3),
            signals={
                name: round(part, 4) for name, part in finder.parts(article, one.article).items()
            },
            left_out=one.left_out,
            reasons=_reasons(shown[one.article.path]) if one.article.path in shown else (),
        )
        for one in finder.candidates(article)
    ]


def _reasons(card: Related) -> tuple[str, ...]:
    return card.reasons or (card.why,)


def _explain(article: Article, finder: RelatedArticles, as_json: bool, verbose: bool) -> None:
    rows = _rows(article, finder)
    pinned = [one.article.document.path for one in finder.related(article) if one.why == "pinned"]
    later = [one.document.path for one in finder.next(article)]
    if as_json:
        value = {"source": article.document.path, "path": article.path, "pinned": pinned}
        print_json({**value, "next": later, "candidates": [asdict(row) for row in rows]})
        return
    for file in pinned:
        click.echo(f"picked by the editors: {file}")
    for file in later:
        click.echo(f"happened next: {file}")
    print_table(
        ("score", "same", "time", "words", "names", "pairs", "tags", "thread", "article", ""),
        [
            (
                f"{row.score:.3f}",
                f"{row.same:.3f}",
                f"×{row.time:.2f}",
                *(f"{part:.3f}" for part in row.signals.values()),
                row.source,
                row.left_out or ", ".join(row.reasons),
            )
            for row in (rows if verbose else rows[:_SHOWN])
        ],
    )


def _all(project: Project, finder: RelatedArticles, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {
                    "source": article.document.path,
                    "path": article.path,
                    "related": [
                        {
                            "source": one.article.document.path,
                            "path": one.article.path,
                            "score": round(one.score, 4),
                            "reasons": list(_reasons(one)),
                        }
                        for one in finder.related(article)
                    ],
                }
                for article in project.site.articles
            ]
        )
        return
    for article in project.site.articles:
        click.echo(article.document.path)
        for one in finder.related(article):
            reasons = ", ".join(_reasons(one))
            click.echo(f"  {one.score:.3f}  {one.article.document.path}  {reasons}")


def _judge(project: Project, finder: RelatedArticles, path: Path, as_json: bool) -> None:
    judged = parse_judgements(read_text(path, str(path)), str(path))
    rankings = {
        article.document.path: [one.article.document.path for one in finder.related(article)]
        for article in project.site.articles
    }
    problems = check_judgements(judged, rankings, str(path))
    if any(one.severity == "error" for one in problems):
        raise SsgError(problems)
    show(problems)
    scores = judge(rankings, judged)
    value = {
        "queries": scores.queries,
        "ndcg@6": round(scores.ndcg, 4),
        "recall@6": round(scores.recall, 4),
        "precision@1": round(scores.precision_first, 4),
        "mrr": round(scores.mrr, 4),
    }
    if as_json:
        print_json(value)
        return
    for name, number in value.items():
        click.echo(f"{name:<12}{number:>8}")


def _report(project: Project, finder: RelatedArticles, as_json: bool) -> None:
    found = coverage(project.site, finder, _links(project))
    if as_json:
        print_json(
            {
                "articles": found.articles,
                "fewer_than_three": list(found.lacking),
                "never_recommended": list(found.never),
                "most_recommended": [{"source": file, "by": by} for file, by in found.most],
                "pins": {"found": found.pins_found[0], "of": found.pins_found[1]},
                "links": {"found": found.links_found[0], "of": found.links_found[1]},
            }
        )
        return
    click.echo(counted(found.articles, "article"))
    click.echo(f"{counted(len(found.lacking), 'article')} with fewer than three cards")
    for file in found.lacking:
        click.echo(f"  {file}")
    click.echo(f"{counted(len(found.never), 'article')} never recommended")
    for file in found.never:
        click.echo(f"  {file}")
    click.echo("most recommended")
    for file, by in found.most:
        click.echo(f"  {by:>4}  {file}")
    click.echo(f"of the editors' picks found without them: {_part(found.pins_found)}")
    click.echo(f"of the links in the texts among the cards: {_part(found.links_found)}")


def _part(counts: tuple[int, int]) -> str:
    found, of = counts
    return f"{found} of {of}" + (f" ({found / of:.0%})" if of else "")


def _links(project: Project) -> dict[str, list[str]]:
    """Return the articles that each article links to in its text."""
    links = project.context.bodies.links
    found: dict[str, list[str]] = {}
    for article in project.site.articles:
        document = article.document
        targets = (
            links.path(document.path, link).partition("#")[0]
            for link in document.content.body.links()
        )
        found[article.path] = [
            path
            for path in dict.fromkeys(targets)
            if path in project.site.by_path and path != article.path
        ]
    return found
