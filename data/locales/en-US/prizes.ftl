# /category and /compare.
command-category = A prize through the years: nominees, winner, who had it before
command-compare = Two artists side by side, without a verdict
option-category = The prize, in the wording of any year
option-first = One artist
option-second = The other artist

class-grand-prize = Grand prize
class-artist = Artist
class-group = Group
class-new-artist = New artist
class-song = Song
class-album = Album
class-video = Video
class-performance = Performance
class-fan-voted = Fans’ choice
class-special = Special prize

category-wording = { $name } ({ $wording })
category-called = Called “{ $wording }” that year
category-history = Who won it
category-ballot = On the ballot: { $nominees }
button-edition = The whole edition
dispute-title = ⚠️ Sources disagree; the better supported claim comes first:
dispute-mark = ⚠️ Sources disagree: see the category.
error-unknown-category = This show has no prize called “{ $text }” in the catalogue. Did you mean one of these?
error-nothing-like-category = This show has no prize called anything like “{ $text }”. Pick one from the list.
error-same-artist = Both names mean { $artist }. Choose two different artists to compare.

compare-neutral = In the order of their names. Shows differ in what they measure, so this is no verdict.
compare-by-show = By show
compare-by-class = By kind of prize
compare-side = { $artist } { $wins ->
    [one] 1 win
   *[other] { $wins } wins
}, { $nominations ->
    [one] 1 nomination
   *[other] { $nominations } nominations
}
compare-meetings = On the same ballot: { $count }
compare-never-met = They were never nominated for the same prize.
compare-won = it went to { $artists }
compare-neither = it went to neither
