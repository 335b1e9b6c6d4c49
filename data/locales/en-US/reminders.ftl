# /remind, *Remind me about this*, and the reminders themselves.
command-remind = Reminders of your own: about a coming date or a time you choose
command-remind-me = Be reminded of a coming date, or at a time of your own
command-remind-list = What you will be reminded of
command-remind-remove = Remove one of your reminders
menu-remind = Remind me about this
option-remind-when = Such as “in 2 hours”, “tomorrow 9am”, “2026-12-01 20:00 KST”; with a date, “1 day before”
option-remind-about = A coming date: type an artist or a show
option-remind-note = What to say to you then
option-remind-where = By direct message, unless you choose this channel
option-remind-reminder = Which one
choice-remind-message = Direct message
choice-remind-here = This channel
topic-reminders = Reminders
topic-reminders-text = Be reminded of a ceremony, a vote, a birthday or anything else, by direct message or in the channel. When the date moves, so does the reminder. Write the time as you would say it. In a message’s menu, **Remind me about this** does the same for a message.

## Setting one
remind-taken = You will be reminded
remind-taken-text = { $when } ({ $left }), { $where }
remind-in-channel = in { $channel }
remind-by-message = by direct message
remind-meant = Understood as { $time }.
remind-local = { $day }, { $time } · { $zone } time
remind-mine = My reminders
remind-drop = Remove it
remind-may-i = May I write to you?
remind-may-i-text = To remind you { $when } ({ $left }), I would send you a direct message. Say yes, and I send one now, so that we both know it arrives. I write to you for your reminders only.
remind-try = Yes, try it now
remind-here = Tell me in this channel instead
remind-hello = Hello
remind-hello-text = This is Laurel. Your reminders will arrive here, and nothing else. /remind list shows them all.
remind-form = Remind me about this
remind-when-label = When?
remind-when-hint = In your own time zone; name another at the end
remind-when-example = tomorrow 9am
remind-note-label = A note to yourself
remind-message = The message
remind-nameless = A reminder without a note

## The reminder
remind-told = Your reminder
remind-asked = You asked for this { $when }.
remind-moved = The date has moved: from { $before } to { $date }.
remind-open = It was to be on { $before }, and no day is known any more: it is expected in { $date }. Ask me again with /remind me once there is one.
remind-off = It was to be on { $before }, and has been called off. I am sorry to bring that news.
remind-late = This was due { $due }. I could not send it then.
remind-snooze-10m = 10 minutes
remind-snooze-1h = 1 hour
remind-snooze-1d = Tomorrow
remind-snoozed = Again { $when } ({ $left })

## The list
remind-list = Your reminders
remind-count = { $count ->
    [0] You can have up to 50 at a time.
    [one] 1 is set.
   *[other] { $count } are set.
}
remind-none = None is set. /remind me sets one.
remind-choose = Remove one…
remind-failed = These did not reach you
remind-was-missed = I was away for more than 12 hours, so it was not sent
remind-was-refused = Discord did not let me send it: your direct messages are closed, or the channel is closed to me

error-remind-when = Tell me when: “in 2 hours”, “tomorrow 9am” or “2026-12-01 20:00”. Or choose a coming date with the option `about`.
error-remind-unknown = I do not understand “{ $text }” as a time. Write it like “in 2 hours”, “tomorrow 9am”, “friday 20:00” or “2026-12-01 20:00 KST”. No reminder was set.
error-remind-past = That time has passed: { $time0 }. Choose one to come. No reminder was set.
error-remind-far = That is more than five years away. Choose a time before then. No reminder was set.
error-remind-ambiguous = “{ $text }” could be { $time0 } or { $time1 }. Say which: add am or pm, or write the day and the hour as 2026-12-01 20:00. No reminder was set.
error-remind-about = I know no coming date “{ $text }”. Type an artist or a show, and pick one of the dates that appear.
error-remind-too-many = You have { $most } reminders already, which is as many as I can keep. Remove one with /remind list first.
error-remind-gone = That reminder is no longer there. /remind list shows those that are.
error-remind-not-yours = That is somebody else’s reminder, or one that was removed. /remind me sets one of your own.
error-remind-snoozed = It was snoozed or removed already. /remind list shows yours.
error-remind-no-channel = Here I cannot post later on, because Laurel is not in this server. I can write you a direct message instead: leave `where` out.
error-remind-cannot-post = I may not write in this channel. Choose another, ask an admin to let me send messages here, or leave `where` out for a direct message.
error-remind-closed = Discord did not let my message through. Open this server’s menu, Privacy Settings, and allow direct messages, then press “Yes, try it now” again; or be told in a channel.
error-remind-not-now = Discord did not answer just now. Please press the button again in a moment.

kept-mine-reminder = { $count ->
    [one] 1 reminder, with its note
   *[other] { $count } reminders, with their notes
}
kept-mine-direct-message = That you said yes to direct messages
kept-server-reminder = { $count ->
    [one] 1 reminder that a member asked for in a channel here
   *[other] { $count } reminders that members asked for in channels here
}
