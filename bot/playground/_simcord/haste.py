"""Makes simcord's page quick enough to be live: each text is parsed once, and the list that we hide is kept short.

Stock, every publication parses every text of the conversation anew (60 cards: 250 ms). Say nothing new here.
"""

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from simcord.preview import _component_projection, _messages, _queries, _snapshot
from simcord.preview._markdown import markdown_tokens
from simcord.preview._queries import _message_navigation

_KEPT = 4000
_LISTED = 30
_parsed: OrderedDict[tuple[str, str, str], list[dict[str, Any]]] = OrderedDict()


def quicken() -> None:
    """Put the quick ways in the places of the slow ones; doing it twice changes nothing."""
    for module in (_component_projection, _messages, _queries, _snapshot):
        vars(module)["markdown_tokens"] = _tokens
    vars(_snapshot)["_message_navigation"] = _navigation


def _tokens(value: Any, profile: str = "message", *, context: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    if value is None:
        return []
    # What a mention reads as is part of the result: a renamed channel is another text.
    key = (str(value), profile, json.dumps(context, sort_keys=True, default=repr))
    found = _parsed.get(key)
    if found is None:
        found = _parsed[key] = markdown_tokens(value, profile, context=context)
        if len(_parsed) > _KEPT:
            _parsed.popitem(last=False)
    return deepcopy(found)


def _navigation(preview: Any, page: Any, visible: Sequence[Any]) -> Any:
    return _message_navigation(preview, page, list(visible[-_LISTED:]))
