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
    - `/trivia start` plays with everybody here: switch members to answer as each of them
    - `/trivia daily` is today’s ten, the same for everyone; `/trivia solo` is practice
    - `/leaderboard` and `/stats` count along
    {""}
    `/poll nominees`, `/ballot open` and `/predict ballot` let the server vote and predict.
playground-anniversaries =
    ## Anniversaries
    - `/setup` asks for everything in eight steps, and ends with the next posts as they will look
    - `/announce preview` shows what comes, `/announce test` posts one now
    - `/event add` is a date of your own, `/remind me` a reminder for you alone, `/calendar` a file for your calendar
