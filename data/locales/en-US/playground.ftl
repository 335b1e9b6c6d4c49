# What the playground's channels say when they are empty.
playground-awards =
    ## Welcome to Laurel’s playground
    This is the real bot on a simulated Discord: no token, nothing leaves this machine. Try
    - `/awards RM`, and then the buttons under the answer
    - `/awards 방탄소년단`: names work in any script, with accents or without, and with typos
    - `/ceremony` for a whole night, `/artist` for a profile, `/help` for everything
    {""}
    Switch to 하늘 to see the same in Korean.
playground-trivia =
    ## Trivia
    The game is not built yet. Until then, look things up in #awards.
playground-anniversaries =
    ## Anniversaries
    Announcements are not built yet. `/artist` already shows what comes next for somebody.
