"""The pages of the development server, each rendered when it is asked for."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from ssg.build.image_files import made_image
from ssg.build.produce import produce
from ssg.errors import Diagnostic, SsgError
from ssg.model.image import MEDIA_TYPES
from ssg.model.output import CopySubject, ImageSubject, RenderJob
from ssg.serve.hub import Hub
from ssg.serve.indexer import Indexer
from ssg.serve.overlay import add_overlay, client_script, error_message, error_page
from ssg.serve.session import Session, State

_NO_STORE = {"Cache-Control": "no-store"}


class Pages:
    """Answers requests from the state of a session."""

    def __init__(
        self, session: Session, hub: Hub, indexer: Indexer, disturb: Callable[[], None]
    ) -> None:
        """Begin with nothing rendered.

        Args:
            session: the site.
            hub: tells open pages of changes.
            indexer: keeps the search index.
            disturb: called whenever somebody waits for a page.

        """
        self._session = session
        self._hub = hub
        self._indexer = indexer
        self._disturb = disturb
        # The last good rendering of each path, to stand under complaints.
        self._good: dict[str, bytes] = {}

    def app(self) -> Starlette:
        """Return the application."""
        return Starlette(
            routes=[
                Route("/_ssg/events", self._events),
                Route("/_ssg/client.js", self._client),
                Route("/{path:path}", self._page),
            ]
        )

    async def _events(self, _request: Request) -> Response:
        state = self._session.state
        data = f'{{"version": {state.version}, "errors": {error_message(state.errors)}}}'
        stream = self._hub.listen(f"event: state\ndata: {data}\n\n")
        return StreamingResponse(stream, media_type="text/event-stream", headers=_NO_STORE)

    async def _client(self, _request: Request) -> Response:
        return Response(client_script(), media_type="text/javascript", headers=_NO_STORE)

    async def _page(self, request: Request) -> Response:
        self._disturb()
        state = self._session.state
        project = state.project
        if project is None:
            return _html(error_page(state, state.errors), 500)
        base = urlsplit(project.context.base.url).path
        path = request.url.path
        if not path.startswith(base):
            return RedirectResponse(base) if path + "/" == base or path == "/" else _nothing()
        path = "/" + request.path_params["path"][len(base) - 1 :]
        if path.startswith("/pagefind/"):
            return await self._search_file(path)
        job = state.jobs.get(path) or state.jobs.get(path.removesuffix("index.html"))
        if job:
            return await run_in_threadpool(self._respond, job, state, 200)
        if path + "/" in state.jobs:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(request.url.path + "/" + query)
        return await run_in_threadpool(self._respond, state.jobs["/404.html"], state, 404)

    async def _search_file(self, path: str) -> Response:
        data = await run_in_threadpool(self._indexer.file, path.removeprefix("/pagefind/"))
        if data is None:
            return _nothing()
        media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Response(data, 200, _NO_STORE, media_type)

    def _respond(self, job: RenderJob, state: State, status: int) -> Response:
        if isinstance(job.subject, CopySubject):
            return _file(Path(job.subject.file.path))
        assert state.project
        if isinstance(job.subject, ImageSubject):
            return _image(state.project.root, job.subject)
        errors: tuple[Diagnostic, ...] = state.errors
        try:
            data = self._good[job.path] = produce(job, state.project.context).data
        except SsgError as failure:
            errors = (*errors, *failure.diagnostics)
            data = self._good.get(job.path, b"")
        if not job.output_path.endswith(".html"):
            media_type = mimetypes.guess_type(job.output_path)[0] or "text/plain"
            if errors and not data:
                return Response(str(SsgError(errors)), 500, _NO_STORE, "text/plain")
            return Response(data, status, _NO_STORE, media_type)
        if not data:
            return _html(error_page(state, errors), 500)
        page = add_overlay(data.decode(), state, job, errors)
        return _html(page.html, status, page.tag)


def _html(text: str, status: int, tag: str = "") -> Response:
    return Response(text, status, {**_NO_STORE, "SSG-Tag": tag}, "text/html")


def _file(path: Path) -> Response:
    return FileResponse(path, headers=_NO_STORE) if path.is_file() else _nothing()


def _image(root: Path, subject: ImageSubject) -> Response:
    try:
        data = made_image(root, subject)
    except (OSError, SsgError) as failure:
        return Response(f"{failure}\n", 500, _NO_STORE, "text/plain")
    return Response(data, 200, _NO_STORE, MEDIA_TYPES[subject.recipe.format])


def _nothing() -> Response:
    return Response("not found\n", 404, _NO_STORE, "text/plain")
