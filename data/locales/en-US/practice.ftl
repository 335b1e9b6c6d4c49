# The daily challenge, solo practice and presets.
command-trivia-daily = Today’s ten questions: the same for everybody, once a day, only for your eyes
command-trivia-solo = Practice by yourself, as long as you like; it earns no points
command-trivia-preset = A server’s favourite games, each under a name
command-trivia-preset-save = Keep the options of a game under a name, for /trivia start
command-trivia-preset-list = The presets of this server
command-trivia-preset-delete = Take a preset away
option-preset-name = What to call it, at most 32 characters; a name that is there already gets the new options
option-preset = One of this server’s presets

## Questions
question-number = Question { $number } of { $count }
choice-was-right = ✅ **Right!** { $right }
choice-was-wrong = ❌ **Not this time.** You chose { $chosen }; the answer is **{ $right }**.

## /trivia daily
daily-title = Daily challenge · { $day }
daily-intro = Ten questions, the same for everybody today. An answer counts as soon as you press it, and /trivia daily brings you back to the same question whenever you like. The day is Seoul’s and ends { $ends }.
daily-on = The day ends { $ends }.
daily-next = That was today’s ten. The next ones come { $ends }, at midnight in Seoul.
daily-score = { $right } of { $count } right
daily-streak = { $days } days in a row
daily-all-right = Every answer was right.
daily-none-right = No answer was right.
daily-right-ones = { $count ->
    [one] Right: question { $numbers }.
   *[other] Right: questions { $numbers }.
}
daily-share = Show the channel
daily-play = Play today’s ten
daily-board = Today’s board
daily-posted = Ten questions, the same for everybody, and nobody sees your answers. Open until { $ends }.
daily-yesterday = { $count ->
    [one] Yesterday 1 member here finished
   *[other] Yesterday { $count } members here finished
}{ $perfect ->
    [0] .
    [one] , and one had everything right.
   *[other] , and { $perfect } had everything right.
}
daily-post-open = Post it every day…
daily-place-title = The daily challenge, posted every day
daily-place-text = Choose a channel, and the day’s challenge is posted there once a day at { $hour } ({ $zone }), the hour that /config view shows. Choose none to stop.
daily-place-none = It is not posted anywhere now.
daily-place-now = It is posted in { $channel }.
daily-place-choose = A channel, or none…
error-daily-over = That challenge is over. /trivia daily has today’s ten questions.
error-daily-place = I may not post in { $channel }. Give me “View Channel” and “Send Messages” there, or choose another channel. Nothing was changed.

## /trivia solo
solo-title = Practice
solo-question = Question { $number }
solo-score = { $right } of { $asked } right so far
solo-how = Practice is for you alone: nothing is kept, and no board counts it. Stop whenever you like.
solo-changed = The facts behind that question have changed since you were asked, so it does not count. Here is the next one.

## /trivia preset
presets-title = Presets
presets-intro = Games under a name, at most { $most }. Begin one with /trivia start and its preset option.
presets-none = None yet. Who manages the server can keep one with /trivia preset save.
preset-saved = Kept. /trivia start has it under its preset option.
preset-replaced = Kept, in place of the options that had this name before.
preset-gone = **{ $name }** is gone.
preset-rounds = { $rounds ->
    [one] 1 question
   *[other] { $rounds } questions
}
preset-seconds = { $seconds } seconds each
error-preset-unknown = This server has no preset called “{ $name }”. /trivia preset list shows those it has.
error-preset-nameless = A preset needs a name with at least one letter or number. Nothing was kept.
error-preset-too-many = This server has { $most } presets, and that is as many as there may be. Take one away with /trivia preset delete first. Nothing was kept.
audit-daily-post = where the daily challenge is posted
audit-preset-saved = kept a trivia preset
audit-preset-deleted = took a trivia preset away
