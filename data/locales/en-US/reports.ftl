# Report this fact: the menu of a message, its form, and the answers. A form's title and labels: at most 45 characters.
menu-report = Report this fact
report-title = Report a fact
report-about = Which line
report-whole = The whole message
report-what = What is wrong
report-what-hint = One or two sentences are enough. How should it be?
report-source = A source, if you have one
report-source-hint = An address where the people who keep the facts can read it
report-thanks = Thank you: report { $number } is kept, with your user id, for the people who run this bot. Nobody else sees it.

error-not-ours = Only Laurel’s own answers can be reported here. For anybody else’s message, ask the server’s moderators.
error-empty-report = Say in a few words what is wrong, so that somebody can look it up. Nothing was sent.
error-too-many-reports = You have reported a lot today, thank you. There is room for your next report { $again }. Nothing was sent.
