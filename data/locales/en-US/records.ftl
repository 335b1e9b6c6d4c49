# /record, /fact and /today.
command-record = Records and firsts, computed and written, with sources
command-fact = One true sentence with its source; artists take fair turns
command-today = On this day: birthdays, debuts, wins and releases
option-record-topic = Only records of this kind
option-date = A day, such as 06-13, 13 June or 2019-12-04; today if you leave it out
topic-records = Records and days
topic-records-text = What stands out and who was first, one fact at a time, and what a day of the year has seen. Nobody is ranked: ties are ties, and artists and eras take fair turns.
error-unknown-day = “{ $text }” is no day I can read. Try 06-13, 13 June, 6월 13일, 2019-12-04 or today.

## /record
records-title = Records
records-none = No record matches. Clear the filter to see others.
records-how = Computed records compare K-pop acts by the results in this catalogue that have a source. A shared prize counts for each artist it names.
sources-of-records = Sources: records
record-choose-topic = Only one kind…
record-topic-all = Every kind
record-topic-first = Firsts
record-topic-most = Most
record-topic-youngest = Youngest
record-topic-streak = Streaks
record-topic-sweep = Sweeps
record-topic-chart = Charts
record-topic-other = Others
record-everywhere = all shows together
record-of-wins = Most prizes
record-of-grand-prizes = Most grand prizes
record-of-first-nomination = First K-pop nomination
record-of-first-win = First K-pop win
record-of-first-grand-prize = First grand prize
record-of-youngest = Youngest winner under their own name
record-of-streak = Most years in a row with a prize
record-of-grand-streak = Most years in a row with a grand prize
record-count = **{ $artist }**: { $count } ({ $years })
record-years = **{ $artist }**: { $count } years ({ $years })
record-age = **{ $artist }**: { $years } years and { $days ->
    [one] 1 day
   *[other] { $days } days
} ({ $prize })
record-first-holder = **{ $artist }**: { $prizes }
record-tie = A tie: all of them hold it.
record-since = The catalogue’s editions of this show begin in { $year }.
record-checked = ✓ Checked against the results in this catalogue.
record-counted = { $count ->
    [one] From one result.
   *[other] Counted from { $count } results.
}
record-wins-by-show = Prizes by show
record-wins-at = - { $show }: { $wins ->
    [one] 1 prize
   *[other] { $wins } prizes
}{ $grand ->
    [0] {""}
    [one] , 1 of them a grand prize
   *[other] , { $grand } of them grand prizes
} ({ $years })
year-span = { $first }–{ $last }

## /fact
fact-title = Did you know?
fact-none = There is no such fact with a source in the catalogue yet. Try another artist or show.
fact-win = { $artist } won { $prize } at the { $edition }.
fact-first-win = The earliest { $show } prize of { $artist } in this catalogue is { $prize }, { $edition }.
fact-debut = **{ $artist }** debuted: { $date }.
fact-birthday = **{ $artist }** was born: { $date }.
fact-moment = { $what }: { $date }.
button-another-fact = Another one

## /today
today-title = On this day · { $date }
today-nothing = Nothing with a source is known of this day. Try the days around it.
today-birthdays = Birthdays
today-debuts = Debuts
today-wins = Prizes
today-releases = Releases
today-moments = Moments
today-birthday = { $years ->
    [0] { $artist } is born
   *[other] { $artist }: { $years } (born { $year })
}
today-debut = { $years ->
    [0] { $artist }: the debut
    [one] { $artist }: 1 year since debut
   *[other] { $artist }: { $years } years since debut ({ $year })
}
today-win = { $years ->
    [0] 🏆 { $artist }: { $prize }
    [one] 🏆 { $artist }: { $prize }, 1 year ago
   *[other] 🏆 { $artist }: { $prize }, { $years } years ago
}
today-moment = { $years ->
    [0] { $what }
    [one] { $what }, 1 year ago
   *[other] { $what }, { $years } years ago ({ $year })
}
