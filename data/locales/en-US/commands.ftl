# Descriptions of commands and options (Discord: at most 100 characters), and names of choices.
command-awards = What an artist has won and been nominated for, with sources
command-artist = Who an artist is: names, group, dates, and what comes next
command-ceremony = An award show's edition: every category, its winner and its nominees
command-help = What Laurel can do, with every command
command-about = Version, catalogue, uptime and licence

option-artist = A name in any spelling: RM, 알엠, Rap Monster
option-show = An award show, such as AMA or MAMA
option-year = Only this year
option-result = Only prizes won, or only nominations that did not win
option-edition = Which edition; the latest one if you leave it out
option-topic = Only this topic
option-share = Show the answer to everybody here, or only to you

choice-result-all = Everything
choice-result-won = Won
choice-result-nominated = Nominated
