# /ballot and /predict: what members predict, and how points are counted. Points are honour only.
command-ballot = This server’s ballots: open, lock, settle and correct them
command-ballot-open = Open a ballot: members predict who will win at a ceremony
command-ballot-lock = Lock a ballot, with a reason that everybody reads
command-ballot-reopen = Take a lock back, as long as no winner is known
command-ballot-void = Let a ballot, or one category of it, count for nobody
command-ballot-result = Enter who won a category
command-ballot-correct = Put a result right; everybody’s points are counted anew
command-predict = Your own predictions, and how everybody did
command-predict-ballot = Predict who will win, category by category
command-predict-mine = What you picked, and what came of it
command-predict-standings = Who predicted best, at one ceremony or in a whole year
command-predict-rules = How points are counted
option-ballot-ceremony = The award show, such as AAA or MAMA
option-ballot-locks = When picks stop: 18:00, 12-05 18:00, 2h. Left out: when the ceremony’s first day begins
option-ballot-scoring = How points are counted; /predict rules explains each
option-ballot-channel = Where the panel is posted; here if you leave it out
option-ballot-reason = Why, in a sentence that everybody reads
option-ballot-late = How many minutes ago the show really began: later picks are void
option-which-ballot = Of which ceremony; the open ballot if you leave it out
option-ballot-void = Only this category; the whole ballot if you leave it out
option-ballot-category = The category
option-ballot-winner = Who won: a nominee, or anybody else’s name
option-ballot-source = Where it says so, such as the address of an article
option-ballot-second = Another winner, where the prize was shared
option-ballot-season = The ballots of a whole calendar year together, such as 2026

choice-scoring-flat = Flat
choice-scoring-weighted = Weighted
choice-scoring-rarity = Rarity
topic-ballots = Ballots and ceremony nights
topic-ballots-text = Predict who will win with /predict ballot until it locks, then follow the night. Ties, late locks and corrections have rules: /predict rules. Who manages events opens ballots and hosts nights.
permission-manage_events = Manage Events

## The panel and its notes
ballot-title = 🗳️ Predict: { $title }
ballot-invitation = { $count ->
    [one] One category: who will win, and who should?
   *[other] { $count } categories: who will win, and who should?
}
scoring-flat = Scoring: 1 point for every right guess.
scoring-weighted = Scoring: { $grand } points for a grand prize, 1 for any other.
scoring-rarity = Scoring: the fewer guess right, the more points, from 1 to { $most }.
ballot-locks-at = Picks count until { $at } ({ $left }).
ballot-locks-by-hand = Picks count until a host locks the ballot.
ballot-count = { $count ->
    [0] Nobody has filled in a ballot yet.
    [one] 1 member has filled in a ballot.
   *[other] { $count } members have filled in a ballot.
}
ballot-is-locked = 🔒 Locked since { $at }.
ballot-is-void = This ballot is void and counts for nobody.
ballot-fill-in = Fill in
ballot-mine-button = My picks
ballot-rules-button = Rules
ballot-standings = Standings
ballot-honour = Points are for the honour alone.
ballot-lock-note = { $count ->
    [0] 🔒 The ballot for **{ $title }** locked at { $at }. Nobody had picked anything by then.
    [one] 🔒 The ballot for **{ $title }** locked at { $at }. 1 member took part.
   *[other] 🔒 The ballot for **{ $title }** locked at { $at }. { $count } members took part.
}
ballot-reopen-note = 🔓 The ballot for **{ $title }** is open again.
ballot-void-note = The ballot for **{ $title }** is void: it counts for nobody.
ballot-reason = Reason: { $reason }
ballot-unnamed = a member
ballot-share = { $name } { $percent }%
ballot-place = **{ $rank }.** { $name } · { $points ->
    [one] 1 point
   *[other] { $points } points
} · { $right } right
ballot-standings-of = Standings: { $title }
ballot-season-title = Season { $year }: all ballots together
ballot-season-button = Season { $year }
ballot-no-standings = Nobody has any points yet.

## Results
ballot-correction = Corrected: { $category }
ballot-before = Before, it said { $winners }.
ballot-shared = They share the prize: every one of them counts.
ballot-not-nominated = ⚠️ { $names } was not nominated on this ballot, so nobody can have picked it.
ballot-category-void = This category is void and counts for nobody.
ballot-rose = ⬆️ { $name }: now place { $rank }, with { $points ->
    [one] 1 point
   *[other] { $points } points
}
ballot-fell = ⬇️ { $name }: now place { $rank }, with { $points ->
    [one] 1 point
   *[other] { $points } points
}
ballot-nobody-moved = Nobody’s place changed.
ballot-settled = The winners of { $title } are in

## What a host reads
ballot-opened = { $count ->
    [one] The ballot for **{ $title }** is open, with one category.
   *[other] The ballot for **{ $title }** is open, with { $count } categories.
}
ballot-opened-again = The ballot for **{ $title }** is open already, so I posted its panel anew. Its lock and scoring stay as they were.
ballot-opened-locked = The ballot for **{ $title }** is locked already; I posted its panel anew. /ballot reopen takes the lock back, as long as no winner is known.
ballot-left-out = { $count ->
    [one] One category is left out, because nobody knows its nominees yet. It joins by itself if they become known before the lock.
   *[other] { $count } categories are left out, because nobody knows their nominees yet. They join by themselves if these become known before the lock.
}
ballot-did-lock = The ballot for **{ $title }** is locked.
ballot-did-reopen = The ballot for **{ $title }** is open again.
ballot-did-void = The ballot for **{ $title }** is void.
ballot-moved = { $count ->
    [0] It is kept. Nobody’s points changed.
    [one] It is kept. The points or place of 1 member changed.
   *[other] It is kept. The points or places of { $count } members changed.
}
ballot-not-posted = ⚠️ It is kept, but I could not post in { $channels }. /config check says which permission is missing; /ballot open posts the panel again.

## The wizard
predict-progress = { $done } of { $count } predicted
predict-complete = ✅ All { $count } predicted
predict-left = Still open: { $names }
predict-missing = Not predicted: { $names }
predict-shown = Nominees { $first } to { $last } of { $count }
predict-will = **Will win**: { $name }
predict-will-none = **Will win**: not picked yet
predict-should = **Should win**: { $name }
predict-withdrawn = (no longer nominated)
predict-choose-will = Who will win?
predict-choose-should = Who should win? (if you like)
predict-clear = Nobody: take my pick back
predict-jump = Go to a category…
predict-fewer = Nominees before
predict-more = More nominees
predict-back = Category before
predict-next = Next category
predict-all = All my picks
predict-go-on = Go on
predict-saved = Every pick is kept at once and can be changed.
predict-hidden = Nobody sees your picks before the lock.
predict-hidden-after = Others see only how many picked whom, never your own picks.
predict-mine-title = Your picks: { $title }
predict-mine-place = You: place { $rank }, { $points ->
    [one] 1 point
   *[other] { $points } points
}, { $right } right
predict-winner = Won by { $winners }

## The rules
rules-title = How points are counted
rules-points = Scoring
rules-flat = 1 point for each category that you guessed.
rules-weighted = { $grand } points for a grand prize, 1 point for any other category.
rules-rarity = The fewer guess right, the more each of them gets: all who picked anything in the category, divided by those who were right, rounded down. At least 1 point, at most { $most }. If 4 of 20 are right, each gets 5 points; if 15 are, each gets 1.
rules-lock = The lock
rules-lock-text = A pick counts if you made it before the lock, to the millisecond, however long it took to reach me. When a host locks late, picks made since the show really began are void, and what you had picked before counts again. The first result locks a ballot that is still open.
rules-ties = Ties, and who is gone
rules-ties-text = Where a prize is shared, every winner counts. In the standings, equal points and equally many right guesses share a place. A void category counts for nobody. Who is no longer nominated cannot be picked any more; an earlier pick stays, and can be changed until the lock. A winner who was not nominated gives nobody points.
rules-corrections = Corrections
rules-corrections-text = No result is ever deleted: a correction is added, everybody’s points are counted anew from the beginning, and the channel is told who rose and who fell.
rules-season = Seasons
rules-season-text = A season is a calendar year: the points of all ballots for ceremonies held in that year, added up.

## What cannot be done
error-ballot-none = There is no ballot here. Whoever manages events can open one with /ballot open.
error-ballot-which = Several ballots are open: { $names }. Say which one with `ceremony`.
error-ballot-gone = That ballot has changed or is no more. Open it again with /predict ballot.
error-ballot-void = This ballot is void, so nothing can be picked any more.
error-ballot-locked = The ballot locked at { $at }, so this pick came too late. What you had picked before then counts.
error-ballot-not-yet = Standings come with the lock, at { $at }: until then, picks are nobody else’s business.
error-ballot-withdrawn = They are no longer nominated. Please pick somebody else.
error-ballot-no-nominees = I do not know the nominees of the next { $show } yet, so there is nothing to predict. Once they are announced and in my data, /ballot open works.
error-ballot-past = The latest { $show } that I know of is over. Its results come with a data release; there is nothing to predict any more.
error-ballot-began = The first day of the { $show } has begun. If picks should still count, say until when with `locks`, such as 18:00.
error-ballot-lock-past = The lock must lie ahead, and within 400 days.
error-ballot-lock-unclear = I cannot read “{ $text }” as a time. Write it as 18:00, 12-05 18:00, 5 December 18:00 or 2h, in your own time zone.
error-ballot-night-began = The night of that ceremony has begun without a ballot, so there is nothing left to predict.
error-ballot-is-locked = That ballot is locked already, at that time or earlier.
error-ballot-not-locked = That ballot is not locked.
error-ballot-has-results = Winners are known already, so the ballot cannot open again. Void it with /ballot void if it should not count.
error-ballot-no-category = No ballot here has the category “{ $text }”. Pick one from the list.
error-ballot-decided = That category has a result. To change it, use /ballot correct.
error-ballot-undecided = That category has no result yet. Enter one with /ballot result.
error-ballot-same = That is what it says already. Nothing was changed.
error-ballot-winner-empty = Please name at least one winner.
error-ballot-winner-several = “{ $text }” fits { $count } nominees of this category. Pick one from the list.
error-ballot-meanwhile = Somebody else entered a result for this category just now. Look at it, and correct it if it is wrong.

audit-ballot-open = opened a ballot
audit-ballot-lock = locked a ballot
audit-ballot-reopen = reopened a ballot
audit-ballot-void = made a ballot or a category void
audit-ballot-won = entered a winner
audit-ballot-undone = took a result back
audit-ballot-correct = corrected a result
audit-night-start = started a ceremony night
audit-night-end = ended a ceremony night

kept-mine-ballot-pick = { $count ->
    [one] 1 pick on a ballot
   *[other] { $count } picks on ballots
}
kept-mine-ballot = { $count ->
    [one] 1 ballot that you opened
   *[other] { $count } ballots that you opened
}
kept-mine-ballot-result = { $count ->
    [one] 1 result that you entered
   *[other] { $count } results that you entered
}
kept-mine-night = { $count ->
    [one] 1 ceremony night that you started
   *[other] { $count } ceremony nights that you started
}
kept-server-ballot = { $count ->
    [one] 1 ballot
   *[other] { $count } ballots
}
kept-server-ballot-pick = { $count ->
    [one] 1 member’s pick on a ballot
   *[other] { $count } picks of members on ballots
}
kept-server-ballot-result = { $count ->
    [one] 1 entered result
   *[other] { $count } entered results
}
kept-server-night = { $count ->
    [one] 1 ceremony night
   *[other] { $count } ceremony nights
}
kept-server-ballot-post = { $count ->
    [one] 1 message about ballots and nights
   *[other] { $count } messages about ballots and nights
}
