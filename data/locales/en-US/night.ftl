# /live: a ceremony night.
command-live = A ceremony night, told category by category
command-live-start = Start the night: a console for you, reveals and standings for the channel
command-live-console = Open the console of the night that is on
option-night-channel = Where the night is told; here if you leave it out
option-night-spoilers = For how many hours reveals hide behind a spoiler; the server’s own setting if left out
option-night-thread = Whether to open a thread for talking beside it
option-which-night = Of which ceremony; the latest night if you leave it out

night-title = Tonight: { $title }
night-opening = { $count ->
    [one] One category. Its winner appears here as soon as a host enters it.
   *[other] { $count } categories. Each winner appears here as soon as a host enters it.
}
night-spoilers = { $hours ->
    [one] Winners hide behind a spoiler for 1 hour.
   *[other] Winners hide behind a spoiler for { $hours } hours.
}
night-thread = Talk: { $title }
night-next = 📣 Next: **{ $category }**
night-winner = { $category }
night-undone = The host has taken this result back.
night-guessed = { $right ->
    [0] Nobody predicted it.
   *[other] { $right } of { $count } predicted it.
}
night-predicted = **Will win, said this server**: { $shares }
night-wished = **Should win, said this server**: { $shares }
night-voted = **The server’s poll**: { $votes }
night-progress = { $done } of { $count } categories are decided.
night-wrap = That was { $title }
night-upset = 😮 **The upset**: { $winners } ({ $category }). { $percent ->
    [0] Nobody saw it coming.
   *[other] Only { $percent }% saw it coming.
}
night-best = 🏅 **The best ballot**: { $names }, { $points ->
    [one] 1 point
   *[other] { $points } points
}, { $right } right
night-split = ⚖️ **The most split category**: { $category } ({ $shares })
night-nothing = No winner was entered.

night-console = Console: { $title }
night-console-again = Only you see this. /live console opens it again at any time, also after a restart.
night-where = Told in { $channel }.
night-no-thread = I may not open threads there, so there is none. Everything else goes on.
night-is-over = The night is over. What you change is still told.
night-clash = ⚠️ Another host was faster, so what you just entered was not kept. This is how it stands.
night-meanwhile = Meanwhile { $who }: { $category } – { $outcome }
night-catalogue = Laurel’s data
night-no-winner-yet = No winner yet.
night-no-nominees = Nobody’s nomination is known here: type the winner’s name.
night-choose = Who won? (several if they share it)
night-choose-again = Put it right: who won?
night-announce = Announce
night-else = Somebody else…
night-undo = Undo
night-refresh = Refresh
night-open-next = Next open one
night-finish = End the night
night-else-title = Who won?
night-else-names = Winners, one on each line
night-else-source = Source (if you have one)

error-night-none = No night is on here. Start one with /live start.
error-night-no-edition = I know of no coming edition of the { $show }, so there is no night to tell.
