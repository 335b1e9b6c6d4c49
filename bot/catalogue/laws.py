"""The laws between records: who may refer to whom, and who may be called what. Fields' own types are model.py's."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.catalogue.ballots import broken_ballots, broken_prizes
from bot.catalogue.located import Located, Place, where
from bot.catalogue.model import ArtistKind, Confidence, Sourced
from bot.catalogue.names import fold
from bot.catalogue.proofs import broken_records
from bot.catalogue.questions import broken_questions
from bot.catalogue.works import broken_works


def broken_laws(located: Located) -> list[str]:
    """One line for each broken law, in the files' order; empty when all is well."""
    return [
        *_ids(located),
        *_names(located),
        *_shared_names(located),
        *_links(located),
        *_ceremonies(located),
        *broken_ballots(located),
        *broken_prizes(located),
        *broken_works(located),
        *_moments(located),
        *broken_records(located),
        *broken_questions(located),
        *_papers(located),
    ]


def _ids(located: Located) -> Iterator[str]:
    seen: dict[str, tuple[Place, str]] = {}
    for place, path, artist in located.artists:
        first = seen.setdefault(artist.id, (place, path))
        if first != (place, path):
            yield place.problem(
                f"{path}.id",
                f'id "{artist.id}" is taken ({where(first[0], f"{first[1]}.id")}). '
                "Give this artist another id, or merge the two.",
            )


def _names(located: Located) -> Iterator[str]:
    """No name means two artists unless ambiguous.toml says so."""
    declared: dict[str, set[str]] = {}
    for _, _, shared in located.shared_names:
        declared.setdefault(fold(shared.name), set()).update(shared.artists)
    owners: dict[str, tuple[str, Place, str, str]] = {}
    for place, path, artist in located.artists:
        for name in (artist.name, artist.hangul, *artist.aliases):
            if name is None:
                continue
            folded = fold(name)
            if not folded:
                yield place.problem(path, f'the name "{name}" has no letter or digit. Nobody could look it up.', name)
                continue
            owner, there, at, spelt = owners.setdefault(folded, (artist.id, place, path, name))
            if owner != artist.id and not {owner, artist.id} <= declared.get(folded, set()):
                message = (
                    f'the name "{name}" already means "{owner}" ({where(there, at, spelt)}). Drop one of the two, or, '
                    f'if both are really called so, add "{owner}" and "{artist.id}" under "{name}" in '
                    "data/artists/ambiguous.toml."
                )
                yield place.problem(path, message, name)


def _shared_names(located: Located) -> Iterator[str]:
    artists = {artist.id: artist for _, _, artist in located.artists}
    seen: set[str] = set()
    for place, path, shared in located.shared_names:
        folded = fold(shared.name)
        if folded in seen:
            yield place.problem(path, f'the name "{shared.name}" is declared twice. Merge the two.', shared.name)
        seen.add(folded)
        for owner in shared.artists:
            artist = artists.get(owner)
            if artist is None:
                yield place.problem(path, f'"{owner}" is no artist.{located.hint(owner)}', owner)
            elif folded not in {fold(name) for name in (artist.name, artist.hangul or "", *artist.aliases)}:
                yield place.problem(
                    path, f'"{owner}" is not called "{shared.name}". Add the alias, or drop "{owner}" here.', owner
                )


def _links(located: Located) -> Iterator[str]:
    """Members are people (or acts of whom that is not known), a group's parent is a group."""
    kinds = {artist.id: artist.kind for _, _, artist in located.artists}
    for place, path, artist in located.artists:
        for field_name, members in (("members", artist.members), ("former_members", artist.former_members)):
            for member in members:
                if member not in kinds:
                    message = f'member "{member}" is no artist.{located.hint(member)} Add new artists in data/artists/.'
                    yield place.problem(f"{path}.{field_name}", message, member)
                elif kinds[member] is ArtistKind.GROUP:
                    message = f'member "{member}" is a group. Write the group as its own [[artist]] with parent.'
                    yield place.problem(f"{path}.{field_name}", message, member)
        for member in set(artist.members) & set(artist.former_members):
            message = f'"{member}" is a member and a former one. Keep one of the two.'
            yield place.problem(f"{path}.former_members", message, member)
        if (artist.members or artist.former_members) and artist.kind is not ArtistKind.GROUP:
            yield place.problem(f"{path}.kind", f'"{artist.id}" has members, so its kind is "group".')
        if artist.parent is not None and (
            kinds.get(artist.parent) is not ArtistKind.GROUP or artist.parent == artist.id
        ):
            message = f'parent "{artist.parent}" is no other group.{located.hint(artist.parent)}'
            yield place.problem(f"{path}.parent", message)


def _ceremonies(located: Located) -> Iterator[str]:
    names: dict[str, str] = {}
    for place, path, ceremony in located.ceremonies:
        if f"/{ceremony.id}/" not in place.path:
            yield place.problem("$.id", f'id "{ceremony.id}" is not the name of its folder. Make them the same.')
        for name in (ceremony.id, ceremony.name, ceremony.short, ceremony.hangul, *ceremony.aliases):
            owner = names.setdefault(fold(name), ceremony.id) if name else ceremony.id
            if owner != ceremony.id:
                yield place.problem(path, f'the name "{name}" already means the ceremony "{owner}". Drop one.', name)
        if ceremony.zone is not None and not _is_zone(ceremony.zone):
            message = f'zone "{ceremony.zone}" is no IANA zone. Write one like "Asia/Seoul".'
            yield place.problem("$.zone", message)
        since = [method.since for method in ceremony.method]
        for n, year in enumerate(since):
            if year in since[:n]:
                begins = "without since" if year is None else f"since {year}"
                yield place.problem(f"$.method[{n}]", f"a second method {begins}. Keep one, or give it its own year.")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _moments(located: Located) -> Iterator[str]:
    seen: set[tuple[object, ...]] = set()
    for place, path, moment in located.moments:
        for artist in moment.artists:
            if artist not in located.artist_names:
                message = f'"{artist}" is no artist.{located.hint(artist)} Add new artists in data/artists/.'
                yield place.problem(f"{path}.artists", message, artist)
        key = (fold(moment.title), moment.date, moment.artists)
        if key in seen:
            yield place.problem(path, f'"{moment.title}" is listed twice. Delete one.')
        seen.add(key)


_NEEDED = {Confidence.SINGLE_SOURCE: 1, Confidence.CONFIRMED: 1, Confidence.DISPUTED: 2}


def _papers(located: Located) -> Iterator[str]:
    """A claim that is said to have sources shows them. One address may stand for two (it names both)."""
    for place, path, record in _claims(located):
        if len(record.sources) < _NEEDED.get(record.confidence, 0):
            wanted = "two sources that disagree" if record.confidence is Confidence.DISPUTED else "a source"
            message = f'confidence is "{record.confidence.value}", which needs {wanted}. Add it, or write "unverified".'
            yield place.problem(f"{path}.confidence", message)


def _claims(located: Located) -> Iterator[tuple[Place, str, Sourced]]:
    yield from located.artists
    yield from located.moments
    yield from located.records
    for place, path, pack in located.packs:
        yield from ((place, f"{path}.question[{n}]", question) for n, question in enumerate(pack.question))
    for place, path, ceremony in located.ceremonies:
        yield place, path, ceremony
        yield from ((place, f"$.method[{n}]", method) for n, method in enumerate(ceremony.method))
    for place, path, edition in located.editions:
        yield place, path, edition
        yield from ((place, f"$.category[{n}]", category) for n, category in enumerate(edition.category))
