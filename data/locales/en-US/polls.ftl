# /poll: polls of nominees and of anything, brackets, debates.
command-poll = Polls, brackets and debates
command-poll-nominees = Ask who should win a real prize; the answers are its nominees
command-poll-custom = Ask anything, with 2 to 25 answers
command-poll-bracket = Rounds of two among 4 to 32 artists, eras or songs; it goes on by itself
command-poll-debate = A question with two or three stances, and a reason from who likes to give one
command-poll-end = End a poll now, or a bracket’s round
command-poll-results = What this server thinks, beside how the prize is really decided
command-poll-list = The polls of this server, open ones first
option-poll = Which poll; the latest one if you leave it out
option-poll-edition = Which edition; the latest with known nominees if you leave it out
option-poll-style = Discord’s own poll (public) or a hidden one; what fits if you leave it out
option-poll-hours = For how many hours it is open (24 if you leave it out)
option-poll-round-hours = For how many hours each round is open (24 if you leave it out)
option-poll-results = Counts while the poll is open, or only after its end
option-poll-channel = Where to post it; here if you leave it out
option-poll-of = What meets what
option-poll-artist = Begin with this artist’s members, releases or songs; you can change the list
option-poll-seeding = Who meets whom: by lot, or in the order of your list
choice-poll-native = Discord’s own poll: votes are public
choice-poll-hidden = Hidden: nobody sees who voted for what
choice-poll-live = While it is open
choice-poll-after = Only after the end
choice-poll-artists = Artists
choice-poll-songs = Songs
choice-poll-eras = Eras and releases
choice-poll-lot = By lot
choice-poll-order = As listed, the best first

## The panel
poll-question = { $category }, { $show } { $year }: who should win?
poll-question-past = { $category }, { $show } { $year }: who should have won?
poll-number = Poll { $number }
poll-until = Open until { $when } ({ $left })
poll-over = Ended { $when }
poll-turnout = { $count ->
    [0] Nobody has voted yet.
    [one] 1 member has voted.
   *[other] { $count } members have voted.
}
poll-voted = { $count ->
    [0] nobody voted
    [one] 1 member voted
   *[other] { $count } members voted
}
poll-votes = { $votes ->
    [one] 1 vote
   *[other] { $votes } votes
} ({ $percent } %)
poll-secret = Secret: only you see your vote, and you can change it until the end
poll-was-secret = Secret: nobody’s vote is shown
poll-public = Discord shows who voted for what
poll-lot = Order drawn by lot
poll-withdrawn-line = ~~{ $answer }~~ was withdrawn. Votes for it were given back: vote again.
poll-was-withdrawn = ~~{ $answer }~~ was withdrawn.
poll-choose = Vote…
poll-choose-part = Vote: { $first } to { $last }…
poll-vote = Vote
poll-mine = My vote
poll-results = Results
poll-manage = Manage
poll-prize = The prize
poll-go = go to the poll

## A vote
poll-own = Your vote: { $answer }
poll-own-none = You have not voted yet.
poll-kept = Your vote is kept: **{ $answer }**. You can change it until it ends { $left }. Nobody else sees it.
poll-changed = Your vote is now **{ $answer }** instead of **{ $before }**. You can change it until it ends { $left }. Nobody else sees it.
poll-say-why = Say why
poll-reason-shown = Your reason is kept. It appears with the results, without your name.
poll-reason-kept = Your reason is kept, and shown to nobody.
poll-reason-gone = There is no reason of yours here any more. Your vote stands.

## Results
poll-until-end = What the others think is shown after the end.
poll-chosen = This server chose { $answers }.
poll-even = It is even: { $answers } share first place.
poll-champion = { $answer } wins the bracket.
poll-nobody = Nobody voted.
poll-real-winner = The prize went to { $winners }.
poll-real-unknown = Who won is not in the catalogue yet; these results will show it when it is.
poll-agreed = This server chose the same: { $answers }.
poll-half-agreed = This server was split evenly: { $answers }.
poll-differed = This server chose { $answers }.
poll-reasons = Why
poll-gone-native = ⚠️ Its message was deleted, and with it Discord’s own votes. What is shown is what Laurel last saw.
poll-gone-hidden = ⚠️ Its message was deleted. Every vote is kept; a host can post it again.

## Brackets
poll-round-of = { $size ->
    [8] Quarter-finals
   *[other] Round of { $size }
}
poll-round-semi = Semi-finals
poll-round-final = Final
poll-heat-open = { $first } or { $second }
poll-heat-bye = { $first } goes on without a match
poll-heat-done = { $first } { $one } : { $other } { $second }
poll-why-earlier = as many votes, but had them first
poll-why-seed = nobody voted: the better place in the draw goes on
poll-heat-of = { $round }: match { $number } of { $count }
poll-heat-progress = You have voted in { $done } of { $count }. The round ends { $left }.
poll-kept-heat = Your vote is kept: { $answer }
poll-bracket-over = This bracket is over. Its results are on the panel and in `/poll results`.
poll-round-over = This round is over.
poll-whole-bracket = The whole bracket
poll-tie-rule = More votes win. With as many, whoever had that many first goes on; without a vote on either side, the better place in the draw.

## For who manages polls
poll-list = Polls of this server
poll-list-none = There is no poll yet. `/poll nominees`, `custom`, `bracket` and `debate` begin one.
poll-open-here = It is in { $where }
poll-open-later = Discord does not answer right now. The poll is kept and will be posted in { $where } as soon as it can be.
poll-counting-round = The round has ended and is being counted. What comes next appears in { $where } in a few seconds.
poll-counting = It has ended and is being counted. The results appear in { $where } in a few seconds.
poll-native-means = Discord counts and shows the votes. The final count is posted at the end and kept, also if Laurel is away then.
poll-hidden-means = Laurel counts the votes, one for each member, and shows nobody’s.
poll-can-withdraw = You can withdraw an answer here; votes for it are given back.
poll-merged = { $count ->
    [one] One line said the same as another and was left out.
   *[other] { $count } lines said the same as others and were left out.
}
poll-end = End it now
poll-end-round = End the round now
poll-withdraw = Withdraw an answer…
poll-repost = Post poll { $number } again
poll-written = Your text, to copy:
audit-poll-open = opened a poll
audit-poll-end = ended a poll
audit-poll-withdraw = withdrew an answer of a poll

## Forms
poll-form-custom = A poll
poll-form-custom-question = Question
poll-form-custom-question-hint = What do you want to know?
poll-form-custom-answers = Answers, one a line
poll-form-custom-answers-hint = 2 to 25. Repetitions count once. With up to 10 short ones it can be Discord’s own poll.
poll-form-bracket = A bracket
poll-form-bracket-question = Title
poll-form-bracket-question-hint = Such as: the best title track
poll-form-bracket-answers = Who takes part, one a line
poll-form-bracket-answers-hint = 4 to 32. Where the numbers do not fit, the first places in the draw skip round one.
poll-form-debate = A debate
poll-form-debate-question = Question
poll-form-debate-question-hint = Such as: does a fan-voted prize measure popularity or music?
poll-form-stance = Stance { $number }
poll-form-why = Say why
poll-form-reason = Your reason
poll-form-reason-hint = One or two sentences. Leave it empty to take it back.
poll-form-shown = May it be shown?
poll-form-shown-hint = Without your name, beside the results
poll-form-agree = Show my reason with the results

## What cannot be done
error-poll-unknown = There is no such poll here. `/poll list` shows those there are.
error-poll-none = There is no such poll here yet. `/poll nominees`, `custom`, `bracket` and `debate` begin one.
error-poll-closed = This poll, or this round of it, has ended. Votes made before the end are counted.
error-poll-ended = It has ended already; somebody was faster, or its time was up. The results come in a few seconds.
error-poll-withdrawn = { $answer } was withdrawn. Choose another answer.
error-poll-no-stance = Choose a stance first, then say why.
error-poll-too-many = { $most } polls are open here already. End one with `/poll end`, then try again.
error-poll-too-few = That is { $count ->
    [0] no answer
    [one] 1 answer
   *[other] { $count } answers
}; at least { $least } are needed, one a line. What says the same counts once.
error-poll-too-many-answers = Those are { $count } answers; { $most } is the most that fit. Leave some out and try again.
error-poll-too-long = “{ $text }” is too long: an answer has at most { $most } characters. Shorten it and try again.
error-poll-no-question = The question says nothing yet. Write a sentence and try again.
error-poll-too-few-left = At least { $least } answers must stay, so this one cannot be withdrawn. End the poll instead.
error-poll-cannot-withdraw = Only a hidden poll’s answers can be withdrawn. Discord’s own polls and brackets cannot be changed; end this one instead.
error-poll-cannot-repost = Only an open hidden poll can be posted again: with the message of Discord’s own poll its votes went too.
error-poll-is-there = Its message is still there, so there is no need to post it again.
error-poll-native-live = Discord’s own polls always show their counts. For results after the end choose the hidden style.
error-poll-native-answers = Discord’s own polls hold { $most } answers of 55 characters, and these do not fit. Choose the hidden style, or leave the style out.
error-poll-no-nominees = The catalogue knows fewer than two nominees of this prize in that edition. Choose another edition, or ask with `/poll custom`.
error-poll-no-channel = Laurel cannot see that channel. Choose another, or let Laurel view it.
error-poll-not-your-channel = You cannot write in { $channel } yourself. Choose a channel in which you can.
error-poll-missing = In { $channel } Laurel lacks: { $permissions }. Allow that in the channel’s settings, or choose another channel. Nothing was opened.
error-poll-cannot-post = Laurel may not post in { $channel }. Allow **View Channel** and **Send Messages** there, or choose another channel. Nothing was opened.
permission-send_polls = Create Polls
permission-send_messages_in_threads = Send Messages in Threads

topic-polls = Polls
topic-polls-text = Who should win, what was best, what do you think? Results always stand beside how the prize is really decided. Opening a poll needs Manage Events or the server’s role of hosts; voting and the results are for everybody. A hidden vote can be changed until the end; a click before the end counts, also if it arrives a moment later.

kept-mine-poll = { $count ->
    [one] One poll
   *[other] { $count } polls
} that you opened. Erasing takes your name from them; the polls are the server’s.
kept-mine-poll-vote = { $count ->
    [one] One vote
   *[other] { $count } votes
} in hidden polls, with reasons if you wrote any. Erasing takes them out of open polls; final counts stay.
kept-server-poll = { $count ->
    [one] One poll with its answers and counts
   *[other] { $count } polls with their answers and counts
}
kept-server-poll-vote = { $count ->
    [one] One member’s vote
   *[other] { $count } votes of members
} in hidden polls; in no file, because they are secret
