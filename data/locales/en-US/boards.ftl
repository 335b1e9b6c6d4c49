# Leaderboards and members' own numbers.

## What is kept (/privacy show, /server-data)
kept-mine-score = { $count ->
    [one] Your points in games: 1 day on which you played in a server
   *[other] Your points in games: { $count } days on which you played in a server
}
kept-mine-score-detail = { $count ->
    [one] How you do by topic and how fast you answer: 1 count
   *[other] How you do by topic and how fast you answer: { $count } counts
}
kept-mine-daily-run = { $count ->
    [one] 1 daily challenge that you took: what you chose, and your streak
   *[other] { $count } daily challenges that you took: what you chose, and your streak
}
kept-server-score = { $count ->
    [one] Members’ points: 1 day on which a member played
   *[other] Members’ points: { $count } days on which a member played
}
kept-server-score-detail = { $count ->
    [one] How members do by topic and how fast they answer: 1 count
   *[other] How members do by topic and how fast they answer: { $count } counts
}
kept-server-daily-run = { $count ->
    [one] 1 daily challenge that a member took here
   *[other] { $count } daily challenges that members took here
}
kept-server-daily-place = Where the daily challenge is posted
kept-server-daily-post = { $count ->
    [one] 1 daily challenge that was posted lately
   *[other] { $count } daily challenges that were posted lately
}
kept-server-preset = { $count ->
    [one] 1 trivia preset
   *[other] { $count } trivia presets
}

## Commands
command-leaderboard = Who has the most points: in trivia or the daily challenge, here or everywhere
command-stats = How you, or another member, do at trivia: accuracy, speed, best topics, streaks
option-board-game = Which points; trivia if you choose nothing
option-period = Which days count; this week if you choose nothing
option-scope = This server’s members, or everybody’s; this server’s if you choose nothing
option-stats-member = Whose numbers; yours if you choose nobody
choice-period-day = Today
choice-period-week = This week
choice-period-month = This month
choice-period-season = This season
choice-period-all = All time
choice-scope-server = This server
choice-scope-everywhere = Everywhere
topic-boards = Boards and practice
topic-boards-text = Points count in each server by themselves, and a daily challenge is the same for everybody. Practice as much as you like with /trivia solo: it earns no points.

## /leaderboard
board-title = Leaderboard
board-game-trivia = Trivia
board-game-daily = Daily challenge
board-of-server = { $count ->
    [0] This server
    [one] This server · 1 member on the board
   *[other] This server · { $count } members on the board
}
board-of-everywhere = { $count ->
    [0] All servers with Laurel
    [one] All servers with Laurel · 1 member on the board
   *[other] All servers with Laurel · { $count } members on the board
}
board-all-days = Every day so far
board-day = { $first }, by the clock in { $zone }
board-days = { $first } to { $last }, by the clock in { $zone }
board-line-trivia = #{ $rank } { $who } · { $points ->
    [one] 1 point
   *[other] { $points } points
} · { $right } of { $asked } right
board-line-daily = #{ $rank } { $who } · { $points ->
    [one] 1 right answer
   *[other] { $points } right answers
}, of { $asked }
board-somebody = a member who hides their name
board-somebody-else = a member of another server
board-empty = Nobody has points here yet. /trivia start begins a game, and /trivia daily takes today’s ten questions.
board-own = { $who }: place { $rank } of { $count }, with { $points ->
    [one] 1 point
   *[other] { $points } points
}
board-no-place = { $who }: no points in these days yet.
board-you-hide = You hide your name on boards, so you are not on this one. You can change that with /settings.
board-how-trivia = Points come from games in which at least as many members answer as the server asks for (two, unless it changed that). Equal points share a place. Practice earns none.
board-how-daily = One point for each right answer of a daily challenge, in the server where it was begun. Its days begin at midnight in Seoul. Equal points share a place.
board-season = A season is a quarter of the year: from January, April, July and October.
board-everywhere = Names are shown of members who have points in the server where you read this. Members who hide their name are left out.
board-to-server = This server
board-to-everywhere = Everywhere
board-mine = My place
board-stats = My numbers
board-choose-period = Other days…
board-choose-game = Another game…

## /stats
stats-title = Trivia numbers
stats-here = in this server
stats-all = in all servers together
stats-none = No answers in games yet. /trivia start begins one, and /trivia solo is for practice.
stats-answers = Answers
stats-accuracy = { $right } of { $asked } right ({ $share }) · { $points ->
    [one] 1 point
   *[other] { $points } points
}
stats-speed = Right answers take { $mean } s on average; half of them at most about { $median } s
stats-played = { $now ->
    [0] Days in a row with a game: none now
   *[other] Days in a row with a game: { $now }
}, at best { $best }
stats-topics = Best topics
stats-topic = - { $name }: { $right } of { $asked } right
stats-places = Places in trivia
stats-place = - { $period }: place { $rank } of { $count }
stats-daily-none = Not one finished yet. /trivia daily has today’s ten questions.
stats-daily = { $finished ->
    [one] 1 finished
   *[other] { $finished } finished
}, { $mean } right answers on average, { $perfect ->
    [0] none yet with everything right
    [one] once everything right
   *[other] { $perfect } times everything right
}
stats-streak = { $now ->
    [0] Days in a row: none now
   *[other] Days in a row: { $now }
}, at best { $best }
stats-how = A topic counts from five answers on. Practice counts for nothing here. Hide your name on boards (/settings), and nobody else sees these; /privacy delete erases them.
error-stats-hidden = That member keeps their numbers to themselves.
