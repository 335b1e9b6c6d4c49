# /upcoming and /voting.
command-upcoming = What comes: ceremonies, votes, birthdays, anniversaries, releases, concerts
command-voting = Where fans vote: open and coming rounds, daily caps, official pages, time left
option-coming = Only one kind of date
option-days = How many days ahead, 1 to 365; as many as read well if you leave it out
choice-coming-everything = Everything
choice-coming-ceremonies = Ceremonies
choice-coming-voting = Voting
choice-coming-birthdays = Birthdays
choice-coming-anniversaries = Anniversaries
choice-coming-releases = Releases
choice-coming-concerts = Concerts
choice-coming-other = Military service and other news
topic-calendar = Calendar and voting
topic-calendar-text = What comes in the next days or months, day by day, for everybody or one artist, and where fans can vote right now.

## /upcoming
upcoming-title = Coming up
upcoming-of = Coming up: { $artist }
upcoming-of-group = Coming up: { $artist } and its members
upcoming-span = { $first } – { $until }
upcoming-count = { $count ->
    [one] 1 date
   *[other] { $count } dates
}
upcoming-today = Today, { $date }
upcoming-some-day = { $date }, day not known yet
upcoming-this-month = this month
upcoming-this-year = this year
upcoming-birthday = { $artist } turns { $years }
upcoming-debut = { $years ->
    [0] { $artist }: debut
    [one] { $artist }: 1 year since debut
   *[other] { $artist }: { $years } years since debut
}
upcoming-vote-opens = Voting opens: { $window }, { $edition }
upcoming-vote-closes = Voting closes: { $window }, { $edition }
upcoming-nothing = Nothing of this kind is in the catalogue for these days.
upcoming-next = The next is { $what }: { $date }
upcoming-choose = Only one kind…
upcoming-zones = Days begin at midnight in Seoul, those of ceremonies and votes at midnight in their own city.
upcoming-sources = Sources: what comes

## /voting
voting-title = Voting
voting-title-of = Voting: { $about }
voting-sources = Sources: voting
vote-open = **Open**: closes { $closes }
vote-coming = **Announced**: opens { $opens }, closes { $closes }
vote-closed = **Closed**: { $closes }
voting-prizes = For { $prizes }
voting-daily = { $count ->
    [one] 1 vote a day
   *[other] { $count } votes a day
}
voting-page = Vote at { $page }
voting-none = No vote is open now, and none is announced in the catalogue.
voting-none-for = No vote with { $artist } is open now, as far as the catalogue knows.
voting-next = The next ceremony is { $edition }: { $date }
voting-next-elsewhere = No further edition of this show is announced. The next ceremony is { $edition }: { $date }
voting-note = A last day counts in full, in the show’s own city. The hour is on the official page.

## Buttons
button-voting = Voting
button-upcoming = Coming up
button-year-ahead = A year ahead
button-all-votes = All votes
