"""The summary by a language model, streamed into the reader pane. newstui's own summary stays until it is whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.settings import ModelSettings
    from newstui.domain.summaries.summary import Summary
    from newstui.render.prepared_article import PreparedArticle
    from newstui.services.desk import Desk
    from newstui.ui.reader.pane import ReaderPane

_GROUP = "model"


class ModelSummary:
    """Asks the language model that the settings name, in a thread."""

    def __init__(
        self,
        pane: ReaderPane,
        desk: Desk,
        settings: ModelSettings,
        *,
        show_activity: Callable[[str], None],
        notice: Callable[[str], None],
    ) -> None:
        """`show_activity` is called with what goes on, empty at the end; `notice` with what went wrong."""
        self._pane, self._desk, self._settings = pane, desk, settings
        self._show_activity, self._notice = show_activity, notice

    def ask(self) -> None:
        """Asks for the summary of the article in the pane, unless no model is named or the publisher wrote one."""
        from newstui.domain.summaries.summary import OWN_SOURCES

        prepared = self._pane.controller.prepared
        if self._settings.is_named and prepared is not None and prepared.summary.source in OWN_SOURCES:
            work = partial(self._stream, prepared, prepared.summary)
            self._pane.run_worker(work, thread=True, exclusive=True, group=_GROUP, exit_on_error=False)

    def cancel(self) -> None:
        """Ends the question that is under way."""
        self._pane.workers.cancel_group(self._pane, _GROUP)

    def _stream(self, prepared: PreparedArticle, own: Summary) -> None:
        from newstui.domain.summaries.summary import Summary

        worker = get_current_worker()
        in_app, show_summary = self._pane.app.call_from_thread, self._pane.controller.show_summary
        model = self._settings.model
        in_app(self._show_activity, f"asking {model} …")
        text, summary = "", own
        try:
            for piece in self._desk.summaries.by_model(
                prepared.article, self._pane.sentences, self._settings, lambda: worker.is_cancelled
            ):
                if isinstance(piece, str):
                    text += piece
                    summary = Summary((text.strip(),), (), f"{model}, still writing")
                else:
                    summary = piece
                in_app(show_summary, prepared, summary)
        except NewstuiError as error:
            in_app(self._notice, f"{error} — this summary is newstui's own")
            summary = own
        finally:
            is_whole = summary.source in (model, own.source)
            in_app(show_summary, prepared, summary if is_whole else own)
            in_app(self._show_activity, "")
