# /follow, /settings and /feedback: what members decide for themselves, and what they tell whoever runs the bot.
command-follow = Whom this server and you follow
command-follow-add = Follow an artist or a show: for this server’s announcements, or for your reminders
command-follow-remove = Stop following an artist or a show
command-follow-list = Everything that this server and you follow
option-follow-for = For this server (needs Manage Server) or for you
option-followed-artist = One of the artists followed so far
option-followed-show = One of the shows followed so far
choice-follow-server = This server
choice-follow-me = Me

followed-added-server = This server follows { $names } from now on. Announcements are made about what it follows.
followed-added-me = You follow { $names } from now on, for your reminders.
followed-known-server = This server follows { $names } already.
followed-known-me = You follow { $names } already.
followed-removed-server = This server no longer follows { $names }.
followed-removed-me = You no longer follow { $names }.
followed-absent-server = This server does not follow { $names }, so there is nothing to remove.
followed-absent-me = You do not follow { $names }, so there is nothing to remove.
follows-title = Following
follows-intro = A server’s announcements and your own reminders are about these. Only you see this list.
follows-server = This server: { $count }
follows-me = You: { $count }
follows-none-server = Nobody and nothing yet. Who manages the server can begin with { $add }.
follows-none-me = Nobody and nothing yet. Begin with { $add }.
follows-no-more = No more on this page.
follows-unknown = { $id } (no longer in the catalogue)
follows-remove-server = This server stops following…
follows-remove-me = Stop following…
button-follows = Everything followed
audit-follow = the server now follows { $names }
audit-unfollow = the server no longer follows { $names }

error-nothing-named = Name an artist or a show, or one of each. Nothing was changed.
error-no-server-here = There is no server of Laurel’s here. Use the command in a server that installed Laurel, or choose **Me** under `for`.
error-too-many-follows = You may follow { $most } at most. Remove some first; nothing was changed.
error-too-many-server-follows = A server may follow { $most } at most. Remove some first; nothing was changed.

## /settings
command-settings = Your own language and time zone, and whether boards show your name
settings-title = Your settings
settings-intro = These go with you into every server. Only you see this; everything takes effect at once.
settings-language = Language
settings-language-discord = As in Discord
settings-language-now = As in Discord, now { $language }
settings-language-choose = Choose a language…
settings-zone = Time zone
settings-zone-own = { $zone }. It is { $time } there now, { $day }.
settings-zone-default = As the server has it: { $zone }. It is { $time } there now, { $day }.
settings-zone-change = Change the time zone…
settings-zone-servers = As the server has it
settings-boards = Your name on boards
settings-shown = Shown, on leaderboards and in the results of ballots.
settings-hidden = Hidden. Your points still count on a server’s board, without your name; the board of all servers leaves you out.
settings-show = Show my name
settings-hide = Hide my name

## /feedback
command-feedback = Tell the people who run this bot what you miss, like or stumble over
feedback-title = To the people who run this bot
feedback-text = What would you like to tell them?
feedback-hint = What you miss, like or stumble over. In any language.
feedback-thanks = Thank you: message { $number } is kept, with your user id, for the people who run this bot. Nobody else sees it.
error-empty-feedback = Write a few words, so that somebody can understand them. Nothing was sent.
error-too-much-feedback = You have told us a lot today, thank you. There is room for more { $again }. Nothing was sent.

topic-yours = Your own
topic-yours-text = Whom you follow, your own language and time zone, whether boards show your name, and a word to the people who run this bot.
