# /privacy, /server-data, /config export and /config import.
command-privacy = What Laurel keeps about you: to see, as a file, and gone
command-privacy-show = What Laurel keeps about you, in words
command-privacy-export = Everything Laurel keeps about you, as a file
command-privacy-delete = Erase what Laurel keeps about you, after asking once
command-server-data = What Laurel keeps about this server: as a file, and gone
command-server-data-export = Everything Laurel keeps about this server, as a file
command-server-data-delete = Erase what Laurel keeps about this server, after asking once
command-config-export = All settings and follows of this server, as a file
command-config-import = Take settings from a file; you see every change before it applies
option-settings-file = A file from /config export, at most 256 KiB

topic-privacy = Your privacy
topic-privacy-text = Laurel keeps as little as it can. See all of it, take it with you as a file, or have it erased; administrators can do the same for their server.

## What is kept
kept-title-mine = What Laurel keeps about you
kept-title-server = What Laurel keeps about this server
kept-nothing-mine = Nothing: no setting, no follow, no score, no vote, no reminder, no report.
kept-nothing-server = Nothing: no setting was changed here, the server follows nobody, and nobody has played or voted.
kept-never-mine = Laurel reads no messages and does not remember what you look up.
kept-never-server = Laurel reads no messages. When it leaves a server, all of this is erased after 30 days.
kept-mine-member = Your settings: language, time zone, and whether boards show your name
kept-mine-member-follow = { $count ->
    [one] 1 artist or show that you follow
   *[other] { $count } artists and shows that you follow
}
kept-mine-report = { $count ->
    [one] 1 report about a fact, with where you sent it from
   *[other] { $count } reports about facts, with where you sent them from
}
kept-mine-feedback = { $count ->
    [one] 1 message to the people who run this bot
   *[other] { $count } messages to the people who run this bot
}
kept-mine-audit = { $count ->
    [one] 1 change that you made to a server’s settings
   *[other] { $count } changes that you made to servers’ settings
}
kept-server-guild = The settings
kept-server-guild-follow = { $count ->
    [one] 1 artist or show that the server follows
   *[other] { $count } artists and shows that the server follows
}
kept-server-audit = { $count ->
    [one] 1 change to the settings: who made it, and what was set before
   *[other] { $count } changes to the settings: who made them, and what was set before
}
kept-server-failure = { $count ->
    [one] 1 note about a post that failed
   *[other] { $count } notes about posts that failed
}
kept-server-report = { $count ->
    [one] 1 report about a fact that a member sent from here
   *[other] { $count } reports about facts that members sent from here
}
kept-server-feedback = { $count ->
    [one] 1 message that a member sent to the people who run this bot
   *[other] { $count } messages that members sent to the people who run this bot
}
kept-file = As a file
kept-file-mine = Everything that Laurel keeps about you. Any text editor can open it.
kept-file-server = Everything that Laurel keeps about this server itself. Scores and answers, votes and picks, reminders, calendar addresses, reports and feedback are not in it: they belong to the members, who have them in their own files with /privacy export.
kept-file-cut = { $count ->
    [one] 1 older entry did not fit. Ask the people who run this bot for it.
   *[other] { $count } older entries did not fit. Ask the people who run this bot for them.
}
kept-erase = Erase it…

## Erasing
erase-title-mine = Erase all of this?
erase-title-server = Erase all of this server’s data?
erase-what-mine = It cannot be undone. What you set up for a server stays there, without saying that it was you: its settings, dates, polls, ballots and games.
erase-what-server = It cannot be undone, and Laurel will be here as if it were new. Members’ scores, votes, picks, reminders and calendar addresses of this server go as well. Their daily streaks stay theirs, and reports and feedback stay with the people who run this bot, without saying that they came from here.
erase-do = Erase all of it
erase-keep = Keep it
erased-title = Erased
erased-mine = Laurel keeps nothing about you any more. Whatever you do with it next begins anew.
erased-server = Laurel keeps nothing about this server any more. /setup begins anew, whenever you like.
erased-backups = Backups may hold it a little longer: Laurel’s own for at most five weeks. So that restoring one does not bring it back, the id alone is remembered for 60 days.

## Settings as a file
export-ready = The settings and follows of this server. /config import takes them in again, here or in another server. It names no members.
import-title = Settings from a file
import-intro = { $count ->
    [one] One thing would change. Nothing has been changed yet.
   *[other] { $count } things would change. Nothing has been changed yet.
}
import-again = Somebody else changed something meanwhile, so nothing was applied. This is what the file would change now.
import-nothing = Everything that can be taken from this file is set here already. There is nothing to change.
import-line = **{ $what }**: { $before } → { $after }
import-followed = **Followed from then on**: { $names }
import-unfollowed = **No longer followed**: { $names }
import-missing = **Left out, because this server has no such channel or role**: { $names }
import-unknown = **Left out, because the catalogue does not know them**: { $names }
import-more = { $names } and { $count } more
import-apply = Apply
import-cancel = Cancel
import-applied = { $count ->
    [one] Done: one change is kept.
   *[other] Done: all { $count } changes are kept.
}
import-see = All settings
import-dropped = Nothing was changed.

error-import-too-large = That file is larger than 256 KiB, so it cannot be one of settings. Upload the one that /config export gave you. Nothing was changed.
error-import-unreadable = I could not fetch the file from Discord. Please upload it once more. Nothing was changed.
error-import-not-json = I cannot read that file: it is not JSON text. Upload the one that /config export gave you. Nothing was changed.
error-import-not-settings = That is no file of a server’s settings. Upload the one that /config export gave you. Nothing was changed.
error-import-other-format = That file was written by another version of Laurel (format { $where }), which I do not understand. Export it anew there, or set things with /setup. Nothing was changed.
error-import-wrong-value = The file has something at “{ $where }” that cannot stand there. Put it right or leave it out, then upload the file once more. Nothing was changed.
error-import-expired = I no longer have that file. Upload it once more with /config import. Nothing was changed.
