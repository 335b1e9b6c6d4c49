"""What changed in the facts between two catalogues, one sentence each. Reads no files and no git: see history.py."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from bot.catalogue.index import Catalogue
from bot.catalogue.model import Artist, Category, Ceremony, Edition, Moment, Nominee, Prize, VotingWindow, WrittenRecord

T = TypeVar("T", Artist, Ceremony, Edition, Moment, Prize, VotingWindow, WrittenRecord)


def changes(old: Catalogue, new: Catalogue) -> list[str]:
    """Every difference in facts as a sentence, by subject: artists, ceremonies, editions, moments, records."""
    return [
        *_listed(old.artists, new.artists, "Artist", lambda artist: artist.name),
        *_ceremonies(old, new),
        *_editions(old, new),
        *_listed(_moments(old), _moments(new), "Moment", lambda moment: f"{moment.title} ({moment.date})"),
        *_listed(old.records, new.records, "Record", lambda record: f'"{record.claim.rstrip(".")}"'),
        *_imprint(old, new),
    ]


def _imprint(old: Catalogue, new: Catalogue) -> Iterator[str]:
    if old.as_of != new.as_of:
        yield f"The catalogue is as of {new.as_of} (was {old.as_of})."
    before = {shared.name: shared.artists for shared in old.shared_names}
    after = {shared.name: shared.artists for shared in new.shared_names}
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            said = ", ".join(after.get(name, ())) or "nobody in particular"
            yield f'The name "{name}" may now mean {said} (was {", ".join(before.get(name, ())) or "not shared"}).'


def _listed(
    old: Mapping[Any, T], new: Mapping[Any, T], kind: str, title: Callable[[T], str], skip: Iterable[str] = ()
) -> Iterator[str]:
    """Records that came, went or changed, in the new order; what went comes last."""
    for key, record in new.items():
        if key not in old:
            yield f"{kind} {title(record)}: new."
        else:
            yield from _fields(f"{kind} {title(record)}", old[key], record, skip)
    yield from (f"{kind} {title(record)}: gone." for key, record in old.items() if key not in new)


def _fields(subject: str, old: Any, new: Any, skip: Iterable[str] = ()) -> Iterator[str]:
    """One sentence for each field of two Structs of a kind that differs."""
    for field in msgspec.structs.fields(new):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after or field.name in skip:
            continue
        what = field.encode_name.replace("_", " ")
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from _lists(subject, what, before, after)
        elif field.name == "note":
            yield f"{subject}: the note was {'dropped' if after is None else 'changed' if before else 'added'}."
        else:
            yield f"{subject}: {what} is now {_said(after)} (was {_said(before)})."


def _lists(subject: str, what: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
    came = [item for item in after if item not in before]
    went = [item for item in before if item not in after]
    if what.endswith("sources"):
        parts = [f"{len(items)} {word}" for items, word in ((came, "more"), (went, "fewer")) if items]
        yield f"{subject}: {what}: {', '.join(parts) or 'in another order'}."
        return
    parts = [
        f"{word} {', '.join(map(_said, items))}" for items, word in ((came, "now with"), (went, "no longer")) if items
    ]
    yield f"{subject}: {what}: {'; '.join(parts) or 'in another order'}."


def _said(value: Any) -> str:
    """A value in few words."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, msgspec.Struct):
        shown = (getattr(value, name, None) for name in ("summary", "name", "says", "kind", "rule"))
        return str(next((text for text in shown if text), type(value).__name__.lower()))
    if isinstance(value, tuple):
        return ", ".join(map(_said, value)) or "nothing"
    return str(value)


def _ceremonies(old: Catalogue, new: Catalogue) -> Iterator[str]:
    yield from _listed(old.ceremonies, new.ceremonies, "Ceremony", lambda ceremony: ceremony.name, skip=("method",))
    for key, ceremony in new.ceremonies.items():
        before = {method.since: method for method in old.ceremonies[key].method} if key in old.ceremonies else {}
        for method in ceremony.method if before else ():
            since = f" since {method.since}" if method.since else ""
            was = before.pop(method.since, None)
            if was is None:
                yield f"{ceremony.name}: decides{since} by {method.kind.value} (new)."
            else:
                yield from _fields(f"{ceremony.name}, how it decides{since}", was, method)
        yield from (f"{ceremony.name}: no longer says how it decides since {since}." for since in before)
    for key in new.prizes_of:
        before_prizes = {prize.id: prize for prize in old.prizes_of.get(key, ())}
        after_prizes = {prize.id: prize for prize in new.prizes_of[key]}
        short = new.ceremonies[key].short
        yield from _listed(before_prizes, after_prizes, f"{short}, category", lambda prize: prize.name)


def _editions(old: Catalogue, new: Catalogue) -> Iterator[str]:
    for key, edition in sorted(new.editions.items()):
        subject = f"{new.ceremonies[edition.ceremony].short} {edition.id}"
        if key not in old.editions:
            won = sum(bool(category.winners) for category in edition.category)
            yield f"{subject}: new, with {len(edition.category)} categories, {won} of them with a winner."
            continue
        was = old.editions[key]
        yield from _fields(subject, was, edition, skip=("category", "dispute", "voting"))
        if was.dispute != edition.dispute:
            yield f"{subject}: where sources differ is now told {len(edition.dispute)} times (was {len(was.dispute)})."
        before, after = ({window.name: window for window in one.voting} for one in (was, edition))
        yield from _listed(before, after, f"{subject}, voting", lambda window: window.name)
        yield from _categories(subject, was, edition, old, new)
    for key, edition in sorted(old.editions.items()):
        if key not in new.editions:
            yield f"{old.ceremonies[edition.ceremony].short} {edition.id}: gone."


def _categories(subject: str, was: Edition, now: Edition, old: Catalogue, new: Catalogue) -> Iterator[str]:
    before = {category.id: category for category in was.category}
    for category in now.category:
        about = f"{subject}, {category.name}"
        earlier = before.pop(category.id, None)
        if earlier is None:
            winners = _people(category.winners, new)
            yield f"{about}: new{f', won by {winners}' if winners else ''}."
            continue
        yield from _ballot(about, earlier, category, old, new)
        yield from _fields(about, earlier, category, skip=("nominees",))
    yield from (f"{subject}, {category.name}: gone." for category in before.values())


def _ballot(about: str, earlier: Category, category: Category, old: Catalogue, new: Catalogue) -> Iterator[str]:
    """Who now won, no longer won, came onto the ballot or left it."""
    before = {_key(nominee): nominee for nominee in earlier.nominees}
    after = {_key(nominee): nominee for nominee in category.nominees}
    won = [n for key, n in after.items() if n.won and not (key in before and before[key].won)]
    lost = [n for key, n in before.items() if n.won and not (key in after and after[key].won)]
    came = [n for key, n in after.items() if key not in before and not n.won]
    went = [n for key, n in before.items() if key not in after and not n.won]
    for people, catalogue, verb in (
        (won, new, "now won"),
        (lost, old, "no longer won"),
        (came, new, "now nominated"),
        (went, old, "no longer nominated"),
    ):
        if people:
            yield f"{about}: {_people(people, catalogue)} {verb}."
    for key, nominee in after.items():
        if key in before and before[key].credit != nominee.credit:
            printed = nominee.credit or "the plain name"
            yield f"{about}: {_people([nominee], new)} is now credited as {printed}."


def _key(nominee: Nominee) -> tuple[object, ...]:
    return (nominee.artists or (nominee.credit,), nominee.work)


def _people(nominees: Iterable[Nominee], catalogue: Catalogue) -> str:
    """`RM ("LOST!") and TWICE`."""
    shown = []
    for nominee in nominees:
        names = " & ".join(_name(artist, catalogue) for artist in nominee.artists) or nominee.credit or "?"
        shown.append(f'{names} ("{nominee.work}")' if nominee.work else names)
    return " and ".join(", ".join(shown).rsplit(", ", 1)) if len(shown) > 1 else "".join(shown)


def _name(artist: str, catalogue: Catalogue) -> str:
    return catalogue.artists[artist].name if artist in catalogue.artists else artist


def _moments(catalogue: Catalogue) -> dict[tuple[object, ...], Moment]:
    """Moments have no id: what they are is told by their title and whom they concern."""
    return {(moment.title, moment.artists): moment for moment in catalogue.moments}
