# /event: the dates that a server has of its own.
command-event = This server’s own dates: fan projects, meet-ups, the server’s birthday
command-event-add = Add a date of this server’s own
command-event-edit = Change one of this server’s own dates
command-event-remove = Take one of this server’s own dates away
command-event-list = This server’s own dates
option-event = Which one
option-event-title = What it is called, such as “Cup sleeve event”
option-event-date = 2026-03-04, 4 March, or 2026-03 while the day is not known
option-event-yearly = Whether it comes round every year
option-event-zone = Where its day begins; this server’s time zone if you leave it out
option-event-note = A word about it; - takes it away
topic-events = The server’s own dates
topic-events-text = Those who may manage events add the server’s own dates: once or every year, to the day or only to the month. They are in the server’s calendar and its announcements.

upcoming-own-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
events-title = This server’s own dates
events-count = { $count ->
    [0] You can keep up to 100.
    [one] 1 date
   *[other] { $count } dates
}
events-none = There is none yet. /event add makes the first.
events-none-here = There is none yet. Those who may manage events can add some.
events-later = Later
events-over = Over
events-choose = Take one away…
events-all = All of them
events-remove = Take it away
events-yearly = Every year: { $date }
events-zone = Days begin in { $zone }.
events-no-day = As long as no day is known, it is told as “this month” and stands in no calendar.
events-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
audit-events = changed the server’s own dates

error-event-title = A date needs a name with at least one letter. Nothing was kept.
error-event-date = I do not understand “{ $text }” as a date. Write 2026-03-04, 4 March or, while the day is not known, 2026-03. Nothing was kept.
error-event-year-alone = What comes every year needs at least a month: 2026-03 or 4 March. Nothing was kept.
error-event-over = “{ $text }” is over. Choose a day to come, or set `yearly`. Nothing was kept.
error-event-too-many = This server has { $most } dates already, which is as many as I can keep. Take one away with /event list first.
error-event-gone = That date is no longer there. /event list shows those that are.
error-event-unknown = This server has no date called “{ $text }”. /event list shows those there are.
error-event-several = Several dates are called “{ $text }”. Pick one from the list that appears while you type.
error-event-nothing-changed = Choose what to change: the title, the date, whether it is yearly, the zone or the note.

kept-mine-event = { $count ->
    [one] 1 date that you added to a server’s calendar
   *[other] { $count } dates that you added to servers’ calendars
}
kept-server-event = { $count ->
    [one] 1 date of its own
   *[other] { $count } dates of its own
}
