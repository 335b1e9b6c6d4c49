# /help, /about, and what Laurel says when something cannot be done.

## /help
help-title = What Laurel can do
help-intro = The awards desk for K-pop fans: every fact with its source, and how each prize is decided.
help-choose = Only one topic…
topic-all = Everything
topic-awards = Awards and ceremonies
topic-awards-text = Who won what, over whom, and who held the prize before. Filter by show, year and result.
topic-artists = Artists
topic-artists-text = Profiles with names in both scripts, members, birthdays and debut days, and what comes next.
topic-sources = Sources and methods
topic-sources-text = Press *Sources* under an answer for every address and how well it is supported, and *How it is decided* for what a prize measures. Claims without a source are never counted. Something wrong? Open the answer’s menu, *Apps*, *Report this fact*.
topic-laurel = About Laurel
topic-laurel-text = Answers are public in servers that added Laurel and private elsewhere; `share` decides otherwise.

## /about
about-what = The awards desk for fan communities: facts with sources, in English and Korean.
about-catalogue = **Catalogue**: { $artists ->
    [one] 1 artist
   *[other] { $artists } artists
}, { $ceremonies ->
    [one] 1 show
   *[other] { $ceremonies } shows
}, { $editions ->
    [one] 1 edition
   *[other] { $editions } editions
}, { $results ->
    [one] 1 prize
   *[other] { $results } prizes
}, { $percent } % with a source
about-running = **Running** since { $since } on { $shards ->
    [one] 1 shard
   *[other] { $shards } shards
}
about-latency = **Latency**: { $ms } ms to Discord
about-licence = **Licence**: MIT. Laurel is no product of Discord, of any agency or of any award show.
about-invite = [Add Laurel to a server](<{ $address }>)

## When something cannot be done
error-empty-name = Type a name, such as RM or 방탄소년단, and pick one from the list.
error-unknown-artist = Nobody in the catalogue is called “{ $text }”. Did you mean one of these? If not, check the spelling.
error-nothing-like-artist = Nobody in the catalogue is called anything like “{ $text }”. Check the spelling, or try a Hangul or English name.
error-nothing-like-show = No award show in the catalogue is called anything like “{ $text }”. Pick one from the list.
error-unknown-show = No award show in the catalogue is called “{ $text }”. Did you mean one of these?
error-ambiguous = “{ $text }” could be { $count } artists. Which one?
error-unknown-edition = { $show } has no edition “{ $text }” in the catalogue. There are: { $editions }.
error-stale = This button is from an older version of Laurel. Ask again with the command.
error-outdated-command = This command has just been updated. Wait a minute, or restart Discord, and try again.
error-not-allowed = You may not use this here. Ask an admin of the server if you think you should.
error-bug = Something went wrong on our side, and nothing was changed. Try again; if it stays, tell the people who run this bot: error { $number }.
error-needs-permission = Only members with { $permission } may do this. Ask an admin of the server.
error-not-host = Only hosts may do this: members with **Manage Events**, or with the role of hosts that an admin chooses in `/setup`.
permission-manage_guild = Manage Server
permission-administrator = Administrator
error-storage = I could not keep that just now, so nothing changed. Please try again in a minute.
error-unknown-zone = I know no time zone called “{ $text }”. Did you mean { $zones }?
error-nothing-like-zone = I know no time zone called “{ $text }”. Type a city such as Seoul, London or New York.
