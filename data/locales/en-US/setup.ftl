# /setup, and the digests that it previews.
command-setup = Set Laurel up for this server, step by step: what is posted, where, when and about whom

setup-title = Setting Laurel up
setup-welcome = Eight short steps. Each can be skipped and changed later, and nothing is posted while you are choosing.
setup-progress = Step { $number } of { $count }
setup-was-begun = Setup got as far as step { $number } of { $count }, **{ $name }**. Everything chosen so far is kept.
setup-was-finished = Setup is finished here. See what comes next, or go through the steps again: what is chosen stays until you change it.

setup-back = Back
setup-next = Next
setup-skip = Skip
setup-finish = Finish
setup-continue = Continue
setup-again = Start over
setup-everything = All settings
setup-see-preview = See the next posts

setup-language = Announcements will be written in **{ $language }**.
setup-language-default = Nobody has chosen yet, so announcements will be written in **English**.
setup-zone = This server’s days will begin at midnight in **{ $city }**, where it is **{ $time }** now.
setup-zone-default = Nobody has chosen yet, so this server’s days will begin at midnight in **{ $city }**, where it is **{ $time }** now.
setup-channel = Announcements will be posted in { $channel } at **{ $time }**, { $city } time.
setup-channel-none = No channel is chosen, so nothing will be posted. Look-ups such as /awards work all the same.
setup-channel-gone = That channel was deleted, or Laurel may not see it, so nothing can be posted. Choose another, or grant **View Channel** there.
setup-channel-missing = Laurel may not post there yet. Missing: { $permissions }. Open the channel’s settings, *Permissions*, add Laurel’s role and allow these.
setup-kinds = Laurel will announce: **{ $kinds }**.
setup-kinds-none = No kind is chosen, so nothing will be announced.
setup-hour = Each day that brings something will get one post, at **{ $time }**, { $city } time. On your clock that is { $yours }.
setup-ping = Each announcement will mention { $role }.
setup-ping-none = Announcements will mention nobody.
setup-host = { $role } may host games and ballots, beside those who manage the server.
setup-host-none = Only those who manage the server will host games and ballots.
setup-role-gone = This role was deleted. Choose another, or none.
setup-role-silent = Mentioning it would notify nobody: allow *everyone to @mention this role* in the role’s settings.

## Whom the server follows
setup-follows-step = Artists and shows
setup-follows-step-text = Announcements are only about these. A group brings its members and units, a show its ceremonies and votes.
setup-follows-none = Nobody is followed yet, so there will be nothing to announce.
setup-follows = { $count ->
    [one] Announcements will be about { $names }.
   *[other] Announcements will be about these { $count }: { $names }.
}
setup-more = { $names } and { $count } more
setup-hand = Some artists for today…
setup-drop = Stop following…
setup-type = Type names…
setup-meant = Pick everybody you meant…
setup-names-title = Artists and shows to follow
setup-names-artists = Artists
setup-names-artists-hint = Any spelling, with commas between
setup-names-shows = Shows
setup-names-shows-hint = Their ceremonies and votes are announced, whoever is nominated
setup-names-new = Now followed: { $names }
setup-names-known = Followed already: { $names }
setup-names-beyond = No room for { $names }. A server may follow 100; take some away first.
setup-names-unclear = Not sure who is meant by { $names }. The nearest names are below.
setup-names-unknown = Nobody in the catalogue is called { $names }.
setup-names-unread = { $count ->
    [one] 1 more name was not read. Type it again in a second go.
   *[other] { $count } more names were not read. Type them again in a second go.
}
setup-names-none = No name was typed, so nothing changed.
setup-names-for = for “{ $text }”

## The preview
setup-preview-step = The next posts
setup-preview-step-text = This is how they will look, in the server’s language. Days without news get no post; what is announced in the meantime comes along.
setup-preview-when = At { $time }, { $city } time · { $relative }
setup-preview-no-channel = No channel is chosen yet, so nothing would be posted.
setup-preview-no-follows = Nobody is followed yet, so there is nothing to announce.
setup-preview-no-kinds = No kind of news is chosen yet, so there is nothing to announce.
setup-preview-nothing = As far as the catalogue knows, the coming year brings nothing for those whom this server follows.
setup-go-channel = Choose a channel
setup-go-follows = Choose whom to follow
setup-go-kinds = Choose what to announce
setup-done = All done
setup-done-first = The first post will appear in { $channel } on { $when }. Everything can be changed at any time.
setup-done-quiet = Everything chosen is kept. As it stands nothing will be posted; the step before this one says what is missing.
setup-then-config = { $command } shows whether Laurel may do what it should, and sends a test post.
setup-then-follow = { $command } follows one more artist or show.
setup-then-awards = { $command } shows everybody what Laurel is for. Try it with the artist you like best.

## Digests
digest-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
