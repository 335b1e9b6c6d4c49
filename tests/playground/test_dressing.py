"""The page's files: every alteration finds its place, and the document has what the scripts look up."""

import re
from html import unescape

import pytest

from bot.errors import PlaygroundUnavailable
from bot.playground import dressing
from bot.playground._simcord.site import _originals


def test_every_alteration_fits_this_simcord() -> None:
    sheets = dressing.wardrobe(_originals())
    assert b"laurel.capability" in sheets["/app.js"].body
    assert sheets["/laurel.css"].media_type == "text/css"
    assert "/" not in sheets and "/protocol.schema.json" not in sheets


def test_another_page_than_the_known_one_is_refused() -> None:
    originals = _originals()
    originals["/session.js"] = originals["/session.js"].replace(b"interval = 500", b"interval = 400")
    with pytest.raises(PlaygroundUnavailable, match=r"session\.js lacks 'interval = 500'"):
        dressing.wardrobe(originals)
    del originals["/session.js"]
    with pytest.raises(PlaygroundUnavailable, match=r"lacks /session\.js"):
        dressing.wardrobe(originals)


def test_the_document_has_every_element_that_the_scripts_look_up() -> None:
    document = dressing.document(
        guild="A <b>server</b>",
        channels=["one", "two"],
        here="two",
        members={"하늘": {"id": "1", "note": '"'}},
        capability="x",
    ).decode()
    wanted = set()
    for address, original in _originals().items():
        if address.endswith(".js") and "/vendor/" not in address:
            text = original.decode()
            wanted |= set(re.findall(r'(?:\$|getElementById)\("([a-z-]+)"\)', text))
    assert len(wanted) > 60
    assert wanted <= set(re.findall(r'id="([a-z-]+)"', document))
    assert "<title>A &lt;b&gt;server&lt;/b&gt;</title>" in document
    assert '<a href="/two" data-channel="two" aria-current="page">two</a>' in document
    assert '{"하늘": {"id": "1", "note": "\\""}}' in unescape(document)


def test_the_portrait_is_a_picture() -> None:
    assert dressing.portrait().startswith(b"\x89PNG")
