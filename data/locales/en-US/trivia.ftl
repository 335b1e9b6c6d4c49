# Games of trivia: commands, pages, and what members read when something cannot be done.
command-trivia = Quiz games about K-pop awards: play together, every day, or alone
command-trivia-start = Start a quiz in this channel
command-trivia-stop = End the quiz in this channel; its answers so far count
command-trivia-skip = Skip this question, or vote to
command-guess = Answer the question in this channel by typing
option-trivia-topic = What the questions are about: an artist, a show, an era, a pack
option-rounds = How many questions, 3 to 30
option-seconds = How long each question stays open, 10 to 120
option-mode = How you play
option-difficulty = How hard the questions are; all kinds if you leave it out
option-team = For teams: members with this role play together
option-answer = Your answer, in any spelling or language
choice-mode-choice = Buttons
choice-mode-typed = Typed answers
choice-mode-mixed = Buttons and typed answers by turns
choice-mode-elimination = Elimination: three lives each
choice-mode-teams = Teams
choice-difficulty-easy = Easy
choice-difficulty-medium = Medium
choice-difficulty-hard = Hard

## The lobby
trivia-lobby-title = A quiz is about to start
trivia-lobby-over = The quiz has begun
trivia-lobby-opened = The lobby is open. The quiz begins in a minute, or as soon as you press **Start now**.
trivia-begins = The quiz begins.
trivia-mode-elimination = **Elimination.** Everybody has three lives. Whoever does not know what somebody else knows loses one; the last one left wins.
trivia-mode-teams = **Teams.** A team’s points are the average of its players, so size does not matter.
trivia-what = { $rounds ->
    [one] 1 question
   *[other] { $rounds } questions
}, { $seconds } seconds each · { $topic }
trivia-join = Join
trivia-leave = Leave
trivia-begin = Start now
trivia-lobby-ends = Begins { $when }. { $who } may start it sooner.
trivia-nobody-joined = Nobody has joined yet.
trivia-joined = { $count ->
    [one] 1 player: { $who }
   *[other] { $count } players: { $who }
}
trivia-you-play = You are in. Good luck!
trivia-you-play-for = You play for **{ $team }**. Good luck!
trivia-you-left = You are out again. You can still join until it begins.
trivia-team = Team { $number }
trivia-everything = Everything
trivia-era = { $first } to { $last }
trivia-era-first = Up to { $last }
trivia-era-last = Since { $first }

## A question
trivia-question = Question { $number } of { $rounds }
trivia-sudden-death = Sudden death
trivia-only = The first place is shared. Only { $who } may answer now.
trivia-choice-ends = Closes { $when }. Press your answer: nobody sees it until then.
trivia-typed-ends = Closes { $when }. Press the button or use /guess: nobody sees your answer until then.
trivia-type = Type your answer
trivia-type-title = Your answer
trivia-type-label = Answer
trivia-type-hint = Any spelling or language; small typos are forgiven
trivia-kept = Your answer is kept: { $answer }
trivia-kept-changed = Your answer is changed and kept: { $answer }
trivia-kept-again = Your answer was kept before: { $answer }
trivia-your-team = You play for **{ $team }**.

## What became of it
trivia-right = The answer: { $answer }
trivia-skipped = This question was skipped. It counts for nobody.
trivia-nobody-answered = Nobody answered.
trivia-how-many = { $all ->
    [one] { $right } of 1 answer is right.
   *[other] { $right } of { $all } answers are right.
}
trivia-counts-by-option = Answers: { $counts }
trivia-more-right = …and { $count } more
trivia-left = Still in: { $left } of { $all }
trivia-too-few = Points count on the leaderboard when at least { $humans } answer.
trivia-leading = **In front**
trivia-next = The next question follows in { $seconds } seconds.
trivia-source = Source:
trivia-somebody = a member
trivia-place = #{ $rank } { $who } · { $points } points
trivia-lives-place = #{ $rank } { $who } · { $lives ->
    [one] 1 life
   *[other] { $lives } lives
} · { $points } points
trivia-team-place = #{ $rank } { $who } · { $points } points on average · { $count ->
    [one] 1 player
   *[other] { $count } players
}

## The end
trivia-end-title = The quiz is over
trivia-end-done = Thank you for playing! These are the standings.
trivia-end-stopped = It was stopped. These are the standings; every answer so far counts.
trivia-end-idle = Nobody answered for a while, so it ends here. These are the standings.
trivia-end-alone = Too few joined. Try again with at least two players: /trivia start
trivia-end-late = Laurel was away for a while, so it ends here. No answer was lost; these are the standings.
trivia-end-fault = Laurel could not post any more. These are the standings.
trivia-nobody-scored = Nobody scored this time.
trivia-more-players = …and { $count } more
trivia-best-players = Best players: { $who }
trivia-counts = { $humans ->
    [one] Every question that somebody answered counts on the leaderboard.
   *[other] Questions that at least { $humans } members answered count on the leaderboard.
}
trivia-stopped = The quiz is stopped.
trivia-skipping = The question is skipped.
trivia-voted = { $given } of { $needed } votes to skip. Others vote with /trivia skip.

## What cannot be done
error-game-here = A quiz is already running in this channel: { $link }. Join in there, or start yours in another channel.
error-game-over = This quiz is over. Start a new one with /trivia start.
error-answer-late = This question is closed, so your answer does not count. The next one is yours!
error-answer-fixed = You have answered already, and in this server answers cannot be changed.
error-guess-choice = This question is answered with its buttons. Press one of them.
error-guess-empty = Please type an answer.
error-out-of-game = You have no lives left. Stay and see who wins!
error-not-in-game = This quiz began without you. You can join the next one in its lobby.
error-sudden-death = It is sudden death: only those who share the first place may answer now.
error-lobby-over = The quiz has begun already.
error-not-your-game = Only the member who started it, or somebody who may manage messages here, can do that.
error-too-few-joined = It takes at least two players. Ask somebody to join!
error-no-game-here = No quiz is running in this channel. Start one with /trivia start.
error-no-question-now = No question is open right now. The next one comes in a moment.
error-nothing-to-skip = There is nothing to skip right now.
error-games-off = Games are switched off in this server. Somebody who manages it can change that with /config games.
error-games-hosts = In this server only hosts may start games. Ask one of them!
error-games-elsewhere = Games are played in { $channels } here. Start yours there.
error-game-no-permission = Laurel may not post in this channel. Ask somebody who manages the server to allow **View Channel** and **Send Messages**, or choose another channel.
error-teams-elsewhere = Team roles are for the mode Teams. Leave them out, or choose that mode.
error-teams-two-roles = Name two different roles for the teams, or none: then members choose a team by button.

## What is kept (/privacy show, /server-data)
kept-mine-game = { $count ->
    [one] 1 quiz that you started in the last days
   *[other] { $count } quizzes that you started in the last days
}
kept-mine-game-player = { $count ->
    [one] 1 quiz that you played in the last days, with your points
   *[other] { $count } quizzes that you played in the last days, with your points
}
kept-mine-game-answer = { $count ->
    [one] 1 answer that you gave in a quiz in the last days
   *[other] { $count } answers that you gave in quizzes in the last days
}
kept-mine-game-vote = { $count ->
    [one] 1 vote of yours to skip a quiz question in the last days
   *[other] { $count } votes of yours to skip quiz questions in the last days
}
kept-server-game = { $count ->
    [one] 1 quiz that was played here in the last days
   *[other] { $count } quizzes that were played here in the last days
}
kept-server-game-round = { $count ->
    [one] 1 question asked in them
   *[other] { $count } questions asked in them
}
kept-server-game-player = { $count ->
    [one] 1 player in them
   *[other] { $count } players in them
}
kept-server-game-answer = { $count ->
    [one] 1 answer of a member in them
   *[other] { $count } answers of members in them
}
kept-server-game-vote = { $count ->
    [one] 1 vote of a member to skip a question in them
   *[other] { $count } votes of members to skip questions in them
}
kept-server-game-deck = Which quiz questions were asked already, so that none comes twice
kept-server-game-rules = The rules of quizzes here

## Rules (/config rules)
command-config-rules = How quizzes are played here: time to read, changing answers, when points count
option-reading = Seconds to read in which speed costs nothing, 0 to 20
option-changes = Whether members may change an answer until time is up
option-humans = How many members must answer for points to count on the leaderboard, 1 to 10
trivia-rules-title = Quiz rules of this server
trivia-rules-reading = { $reading ->
    [0] Speed counts from the first second.
    [one] 1 second to read a question before speed counts.
   *[other] { $reading } seconds to read a question before speed counts.
}
trivia-rules-changes-yes = Members may change their answer until time is up.
trivia-rules-changes-no = The first answer stands.
trivia-rules-humans = { $humans ->
    [one] Points count on the leaderboard, also for who plays alone.
   *[other] Points count on the leaderboard when at least { $humans } members answer a question.
}
trivia-rules-from-now = They hold for every quiz that starts from now on.
audit-rules = the rules of quizzes

## /help
topic-games = Quiz
topic-games-text = A quiz for everybody in a channel: by button or typed, in teams, or until one is left. Answers are private until the question closes; then come the answer, the fact and its source. An answer that was acknowledged always counts, once.
