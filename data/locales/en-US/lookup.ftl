# The answers of /awards, /artist and /ceremony.

## Shared pieces
only-year = { $year }
prize = { $category }, { $show } { $year }
edition-title = { $show } { $year }
category-for-work = { $category } for “{ $work }”
nominee-with-work = { $nominee } (“{ $work }”)
credited-as = as “{ $credit }”
grand-prize = 👑 grand prize
page-back = Back
page-onward = Next
page-number = Page { $page } of { $count }
as-of = Facts as of { $date }

## How a prize is decided
decided-line = Decided by { $how }
decided-title = How it is decided
decided-since = (since { $year })
method-fan-vote = fan vote
method-jury = a jury
method-industry-vote = industry vote
method-data = sales and streaming data
method-mixed = a mix of several measures
method-fan-vote-means = Decided by fan vote: it measures how many fans voted, and how often.
method-jury-means = Decided by a jury: it measures what its members think of the work.
method-industry-vote-means = Decided by industry vote: it measures the esteem of colleagues.
method-data-means = Decided by data: it measures sales, streams or charts.
method-mixed-means = Decided by a mix: several measures are weighed together.

## How well a claim is supported
confidence-confirmed = confirmed by independent sources
confidence-single-source = from a single source, or from several that copy one another
confidence-disputed = sources disagree
confidence-unverified = unverified: no source found
short-confirmed = confirmed
short-single-source = not cross-checked yet
short-disputed = sources disagree
short-unverified = unverified
source-line = Source: { $source } · { $support }
source-plain = Source: { $source }
sources-more = { $count ->
    [one] {" "}and one more
   *[other] {" "}and { $count } more
}
sources-none = Nothing here has a source yet.
sources-profile = Profile
sources-of-record = Sources: awards of { $artist }
sources-of-profile = Sources: { $artist }
sources-of-edition = Sources: { $edition }

## /awards
awards-member-of = Member of { $groups }
awards-totals = **{ $wins ->
    [one] 1 win
   *[other] { $wins } wins
}** · { $nominations ->
    [one] 1 nomination
   *[other] { $nominations } nominations
} · { $grand ->
    [0] no grand prize
    [one] 1 grand prize
   *[other] { $grand } grand prizes
}
awards-only-win = Won: { $prize }
awards-first-win = First win: { $prize }
awards-latest-win = Latest win: { $prize }
awards-filtered = Showing: { $filters }
awards-none = Nothing matches. { $artist } has results in { $years }: clear the filter to see them.
awards-never = No award result of { $artist } is in the catalogue yet.
mark-won = 🏆 Won { $category }
mark-nominated = Nominated: { $category }
awards-over = { $complete ->
    [true] over { $rivals }
   *[false] over { $rivals } and others
}
awards-shared = shared with { $others }
awards-went-to = It went to { $winners }
awards-before = The time before: { $winners } ({ $year })
awards-unverified = { $count ->
    [one] One claim without a source is left out and not counted.
   *[other] { $count } claims without a source are left out and not counted.
}
awards-unverified-shown = Claims without a source are marked, and never counted.
filter-by-show = Only one show…
filter-by-year = Only one year…
filter-all-years = All years
filter-all-shows = All shows
filter-counts = { $wins ->
    [one] 1 win
   *[other] { $wins } wins
}, { $nominations ->
    [one] 1 nomination
   *[other] { $nominations } nominations
}

## Buttons
button-sources = Sources
button-decided = How it is decided
button-profile = Profile
button-awards = Awards
button-record-of = Awards of { $artist }
button-unverified = Show unverified
button-clear = Clear the filter

## /artist
kind-group = Group
kind-person = Artist
kind-act = Act
artist-fact = **{ $label }**: { $value }
artist-birth-name = Born as
artist-groups = Member of
artist-former-groups = Formerly of
artist-members = Members
artist-former-members = Former members
artist-birthday = Birthday
artist-died = Died
artist-debut = Debut
artist-disbanded = Disbanded
artist-agency = Agency
artist-fandom = Fandom
artist-aliases = Also called
artist-name-only = The catalogue knows { $artist } only as a name on ballots.
artist-coming = Coming up
artist-awards = Awards
coming-birthday = Birthday (turns { $years })
coming-debut = { $years ->
    [0] Debut
    [one] 1 year since debut
   *[other] { $years } years since debut
}
coming-years = { $years ->
    [one] 1 year since: { $what }
   *[other] { $years } years since: { $what }
}
date-expected = { $date }, expected
date-reported = { $date }, reported
date-cancelled = { $date }, cancelled

## /ceremony
status-announced = announced
status-cancelled = cancelled
ceremony-winner = 🏆 Won by { $winners }
ceremony-no-winner = The winner is not in the catalogue.
ceremony-nominees = { $complete ->
    [true] Also nominated: { $nominees }
   *[false] Also nominated, among others: { $nominees }
}
ceremony-announced = Its results are not in the catalogue yet.
ceremony-empty = The catalogue has no result of this edition yet.
kpop-legend = { $mark } K-pop act
filter-by-edition = Another edition…
