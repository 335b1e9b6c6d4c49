# /announce, and what its posts say.
command-announce = What Laurel posts here by itself: subscriptions, their posts to come, and those of the past
command-announce-add = Adds an announcement, then shows its panel for everything else
command-announce-edit = Changes an announcement: by options, or by its panel
command-announce-remove = Removes an announcement and its history
command-announce-list = Every announcement of this server, with a button to change each
command-announce-preview = Exactly what will be posted in the next days, as it will look
command-announce-test = Posts the next one now, marked as a test; nobody is mentioned
command-announce-skip = Leaves the next post out
command-announce-resend = Sends a post that was missed, failed or skipped
command-announce-pause = Stops an announcement until you resume it
command-announce-resume = Goes on with one that was paused, or that Discord had refused
command-announce-history = What was posted, what came late, what was missed or failed, and why
option-announce-which = Which announcement
option-announce-what = What it tells; the panel can combine several
option-announce-channel = Where it is posted
option-announce-artist = Only about this artist or group (with its members)
option-announce-show = Only about this show
option-announce-before = How many days before each date
option-announce-time = A time such as 09:00, 21:30 or 9 pm
option-announce-zone = The zone of that time: a city such as Seoul or London
option-announce-role = A role to mention with each post
option-announce-silent = Whether it comes without a notification
option-announce-language = The language of its posts
option-announce-style = One digest a day, or a message for each
option-announce-days = How many days ahead, 1 to 60
option-announce-post = A post that was missed, failed or skipped
topic-announcements = Announcements
topic-announcements-text = What Laurel posts by itself, once and on time: birthdays, ceremonies, votes, prizes of years ago, a fact a day. What came too late because a machine was off is never posted days later; /announce history tells.

## What may be told
announce-kind-everything = Everything
announce-kind-ceremony = Ceremonies
announce-kind-voting = Voting opens and closes
announce-kind-event = This server’s own events
announce-kind-birthday = Birthdays
announce-kind-debut = Debut days
announce-kind-anniversary = Anniversaries
announce-kind-release = Releases
announce-kind-concert = Concerts
announce-kind-service = Enlistment and discharge
announce-kind-record = Records of years ago
announce-kind-win = Prizes of years ago
announce-kind-other = Other news
announce-kind-fact = A fact a day
announce-kind-trivia = The day’s trivia questions

## The list and the panel
announce-title = Announcements of this server
announce-intro = Each is posted by itself. Changes take effect at once.
announce-none = Nothing is announced here yet. { $setup } takes you through it step by step; { $add } adds one by itself.
announce-own = The server’s own (/setup)
announce-preview = Preview
announce-history = History
announce-all = All announcements
announce-back = Back to the announcement
announce-nowhere = no channel yet
announce-paused = paused
announce-disabled = stopped: Discord refuses its channel
announce-is-active = Next post: { $when } ({ $relative })
announce-is-quiet = On, but nothing falls due within a year.
announce-is-nowhere = It has no channel, so nothing is posted. Choose one under *Where*.
announce-is-paused = Paused: nothing is posted until you press *Resume*.
announce-is-disabled = Stopped, because { $why }. Put that right, then press *Resume*: what is not too late by then is posted.
announce-pause = Pause
announce-resume = Resume
announce-test = Test
announce-remove = Remove
announce-remove-text = Remove “{ $name }”? Its history goes with it. To stop it for a while, pause it instead.
announce-kinds = What
announce-kinds-text = What it tells. Dates without a source are never announced.
announce-about = About whom
announce-about-text = Whom this server follows, or only those you name here. A group brings its members and units, a show its ceremonies and votes.
announce-about-followed = Whom this server follows: { $names }
announce-about-nobody = Whom this server follows: nobody yet. /follow add changes that.
announce-add-names = Name some…
announce-followed = Whom the server follows
announce-as-followed = Whom the server follows
announce-choose-drop = Leave out…
announce-names-title = About whom
announce-names-unclear = I could not tell who is meant: { $names }. The others were added.
announce-when = When
announce-when-text = The time, whose midnight counts, and how long before. A date without a day is told on the first of its month, as expected.
announce-at-server = { $time } in { $city }
announce-at-kst = { $time } in Seoul
announce-at-host = { $time } where it takes place (Seoul for birthdays and the like)
announce-anchor-server = By the chosen zone
announce-anchor-kst = By Korean time
announce-anchor-host = By the host city’s time
announce-lead = { $count ->
    [0] on the day
    [one] the day before
   *[other] { $count } days before
}
announce-no-lead = no posts by day
announce-vote-hours = { $count ->
    [one] 1 hour before a vote closes
   *[other] { $count } hours before a vote closes
}
announce-other-time = Another time or zone…
announce-time-title = Time and zone
announce-time-label = Time
announce-time-hint = 09:00, 21:30 or 9 pm
announce-where = Where
announce-where-text = The channel, and whether somebody is mentioned or notified.
announce-pings = mentions { $role }
announce-no-role = mentions nobody
announce-is-silent = silent
announce-be-silent = Post silently
announce-be-loud = Post with a notification
announce-channel-gone = The channel was deleted, or Laurel may not see it. Choose another, or grant **View Channel** there.
announce-look = How
announce-look-text = One digest a day or a message for each, an outlook on the week or the month, the language, and how late a post may come after the machine was off.
announce-style-digest = One digest a day
announce-style-each = A message for each
announce-outlook-weekly = An outlook every Monday
announce-outlook-monthly = An outlook on the first of the month
announce-language-server = The server’s language
announce-catch-up = { $hours ->
    [0] never late
   *[other] up to { $hours } hours late
}
announce-leap-02-28 = 29 February falls on the 28th
announce-leap-03-01 = 29 February falls on 1 March
announce-choose-kinds = Choose what to tell…
announce-choose-leads = How many days before…
announce-choose-vote_hours = How many hours before a vote closes…
announce-choose-hour = Choose an hour…
announce-choose-anchor = Whose time counts…
announce-choose-channel_id = Choose a channel…
announce-choose-role_id = Mention this role…
announce-choose-style = One a day, or one for each…
announce-choose-outlooks = Outlooks…
announce-choose-language = Choose a language…
announce-choose-catch_up_hours = How late it may be…
announce-choose-leap_day = In years without a 29 February…

## Preview, history, and what came of a command
announce-preview-title = { $name } · post { $post } of { $count }
announce-preview-where = It will be posted { $when } in { $channel }.
announce-preview-skipped = This one is left out: you skipped it.
announce-preview-none = { $days ->
    [one] Nothing is posted until tomorrow, as far as the catalogue knows today.
   *[other] Nothing is posted in the next { $days } days, as far as the catalogue knows today.
}
announce-preview-further = Look further ahead
announce-history-title = What was posted
announce-history-of = What { $name } posted
announce-history-none = Nothing yet.
announce-history-line = { $when } · { $channel } · { $what }
announce-was-sent = posted
announce-was-late = posted late, { $sent }
announce-was-missed = missed: it would have come too late
announce-was-skipped = left out
announce-was-dead = failed
announce-because = { $outcome }: { $why }
announce-error-forbidden = a permission was missing
announce-error-gone = the channel was gone
announce-error-rejected = Discord did not take it
announce-error-unreachable = Discord did not answer
announce-error-paused = it was paused
announce-error-left = Laurel was not in the server
announce-error-channelless = it had no channel
announce-error-unsure = nobody could tell whether it had arrived, so it was not posted twice
announce-error-nothing = there was nothing left to tell
announce-before-0 = On the day
announce-before-1 = The day before
announce-before-3 = 3 days before
announce-before-7 = A week before
announce-before-14 = Two weeks before
announce-before-30 = 30 days before
announce-choose-resend = Send one of these now…
announce-post-digest = the digest of { $date }
announce-post-item = a post of { $date }
announce-post-week = the outlook on the week of { $date }
announce-post-month = the outlook on { $date }
announce-post-change = a change of date
announce-done-removed = It is removed, with its history.
announce-done-paused = It is paused. { $resume } goes on with it.
announce-done-known = Nothing to do: it is that way already.
announce-done-resumed = It goes on: what falls due from now on is posted.
announce-done-skipped = Left out: { $what }, due { $when }.
announce-done-tested = The test is in { $channel }: { $link }
announce-done-resent = It will be posted in a moment: { $what }.
announce-undo = Post it after all
announce-done-unskipped = It will be posted after all, { $when }.
error-announce-gone = This announcement is not there any more: somebody may have removed it. /announce list shows the others.
error-announce-which = I know no announcement “{ $text }”. Pick one from the list that opens while you type.
error-announce-several = This server has several announcements. Name one in the option *which*, or open it from /announce list.
error-announce-none = This server has no announcements yet. /announce add makes one, /setup leads you through.
error-announce-too-many = A server may have { $most } announcements, and this one has as many. Remove or change one first.
error-announce-too-many-names = One announcement may name { $most } artists and shows. Leave some out first, or follow them with /follow add.
error-announce-own-stays = This is the server’s own, made by /setup: pause it instead, or take its channel away under /config view.
error-announce-no-channel = It has no channel yet. Choose one with /announce edit.
error-announce-time = “{ $text }” is no time I can read. Try 09:00, 21:30 or 9 pm.
error-announce-nobody-meant = I know nobody called “{ $names }”. Check the spelling, or pick them one by one with /announce edit.
error-announce-unclear-name = I am not sure who “{ $text }” is. Did you mean { $names }? Pick one from the list that opens while you type.
error-announce-missing = I may not post in { $channel } yet. Missing there: { $permissions }. Open the channel’s settings, *Permissions*, add my role and allow these.
error-announce-channel-gone = The channel was deleted, or I may not see it. Choose another with /announce edit.
error-announce-not-sent = Discord did not take the post. Try again in a minute; /config check shows what I may do there.
error-announce-nothing-next = Nothing falls due within a year, as far as the catalogue knows, so there is no post to skip or to try.
error-announce-post-gone = That post cannot be sent again: it was sent meanwhile, or is too long ago.
audit-announcement-added = added an announcement
audit-announcement-changed = changed an announcement
audit-announcement-removed = removed an announcement
audit-announcement-paused = paused an announcement
audit-announcement-resumed = resumed an announcement
audit-announcement-skipped = skipped a post
audit-announcement-resent = sent a post again
check-stopped = { $name }: stopped, because { $why }. Put that right, then bring it back.
check-bring-back = Bring it back

## Posts
post-today = Today, { $date }
post-ahead = Coming up
post-this-month = Some time in { $month }
post-week = The week ahead: { $first } – { $last }
post-month = { $month } ahead
post-remembered = On this day, years ago
post-daily = Fact and trivia of the day
post-fact-title = Fact of the day
post-trivia-title = Trivia of the day
post-on-this-day = On this day
post-win = { $years ->
    [one] A year ago
   *[other] { $years } years ago
} today, { $artist } won { $prizes } at the { $edition }.
post-more-prizes = { $count ->
    [one] { $prizes } and one more prize
   *[other] { $prizes } and { $count } more prizes
}
post-more-wins = { $count ->
    [one] and one more prize: { $command }
   *[other] and { $count } more prizes: { $command }
}
post-record = { $years ->
    [one] A year ago today
   *[other] { $years } years ago today
}: { $claim }
post-trivia = The day’s questions are there, the same for everybody: { $command }
post-begins = That day begins there { $at } ({ $relative })
post-closes = Voting closes { $at } ({ $relative })
post-more = { $count ->
    [one] One more does not fit here: { $command }
   *[other] { $count } more do not fit here: { $command }
}
post-late = Late: this was due { $when }, when I could not post.
post-sample = 🧪 A test by an admin. The real one comes when it is due.
post-sample-title = A test by Laurel
post-sample-empty = This is where announcements appear. Nothing falls due within a year, as far as the catalogue knows today.
post-change = { $count ->
    [one] A date has changed
   *[other] Dates have changed
}
post-confirmed = Confirmed: { $what }, { $date }. Before: { $before }.
post-moved = Moved: { $what }, now { $date }. Before: { $before }.
post-cancelled = Called off: { $what }, announced for { $before }.
