# Trivia: questions made from the catalogue, and the fact told afterwards. Texts are plain, without markdown.

trivia-edition = { $year } { $show }
trivia-dated = { $artist } in { $year }

## What tells prizes apart that are called the same in Korean
trivia-part-1stquarter = 1st quarter
trivia-part-2ndquarter = 2nd quarter
trivia-part-3rdquarter = 3rd quarter
trivia-part-4thquarter = 4th quarter
trivia-part-ballad = ballad
trivia-part-hiphop = hip hop
trivia-part-indie = indie
trivia-part-rb = R&B
trivia-part-artistday = artist day
trivia-part-songday = song day
trivia-part-musicday = music day
trivia-part-hongkong = Hong Kong
trivia-part-japan = Japan
trivia-part-femalegroup = female group
trivia-part-malegroup = male group
trivia-part-femaleartist = female artist
trivia-part-female = female
trivia-part-male = male

## One prize at one edition
trivia-ask-winner = Who won { $prize } at the { $edition }?
trivia-ask-year = In which year did { $artist } win { $prize } at the { $show }?
trivia-ask-show = In { $year }, { $artist } won “{ $prize }”. At which show?
trivia-ask-prize = Which of these prizes did { $artist } win at the { $edition }?
trivia-ask-work = Which title won { $prize } for { $artist } at the { $edition }?
trivia-after-award = { $artist } won { $prize } at the { $edition }.
trivia-after-award-work = { $artist } won { $prize } at the { $edition } with { $work }.

## A ballot
trivia-ask-absent = Who was not nominated for { $prize } at the { $edition }?
trivia-after-absent = { $artist } was not on the ballot for { $prize } at the { $edition }; the others were.

## A prize through the years
trivia-ask-odd = Three of these won { $prize } at the { $show } between { $since } and { $until }. Who did not?
trivia-after-odd = { $artist } did not win { $prize } at the { $show } between { $since } and { $until }; { $others } did.
trivia-ask-count = How many times did { $artist } win { $prize } at the { $show } from { $since } to { $until }?
trivia-after-count = { $count ->
    [one] { $artist } won { $prize } at the { $show } once: { $years }.
   *[other] { $artist } won { $prize } at the { $show } { $count } times: { $years }.
}
trivia-ask-first = From { $since } to { $until }, which of these was the first to win { $prize } at the { $show }?
trivia-after-first = { $artist } won { $prize } at the { $show } in { $year }, before the others.
trivia-ask-order = { $prize } at the { $show } from { $since } to { $until }: in which order did they win, earliest first? { $artists }
trivia-after-order = { $prize } at the { $show }: { $order }.

## Acts
trivia-ask-birthday = In which month was { $artist } born?
trivia-after-birthday = { $artist } was born on { $day }.
trivia-ask-debut = In which year did { $artist } debut?
trivia-after-debut = { $artist } debuted in { $day }.
trivia-after-debut-day = { $artist } debuted on { $day }.
trivia-ask-debuts = In which order did they debut, earliest first? { $artists }
trivia-after-debuts = Debuts: { $order }.
trivia-ask-fandom = Whose fans are called “{ $fandom }”?
trivia-ask-fans = What are the fans of { $artist } called?
trivia-after-fandom = The fans of { $artist } are called { $fandom }.

## Groups
trivia-ask-group = Which group is or was { $artist } in?
trivia-ask-member = Which of these is or was a member of { $group }?
trivia-ask-stranger = Who was never a member of { $group }?
trivia-after-member = { $artist } is a member of { $group }.
trivia-after-former-member = { $artist } was a member of { $group }.
trivia-after-stranger = { $artist } was never a member of { $group }; the others are or were.

## Records
trivia-ask-record = Who belongs in the gap? { $claim }
trivia-ask-most-wins = By Laurel’s records since { $since }, which K-pop act has won the most prizes at the { $show }?
trivia-ask-most-grand-prizes = By Laurel’s records since { $since }, which K-pop act has won the most grand prizes at the { $show }?
trivia-after-most-wins = { $artist } has { $count } wins at the { $show } in Laurel’s records, which begin in { $since }: more than any other K-pop act.
trivia-after-most-grand-prizes = { $artist } has { $count } grand prizes at the { $show } in Laurel’s records, which begin in { $since }: more than any other K-pop act.

## Shows
trivia-ask-method = How does the { $show } decide its winners?
trivia-after-method = The { $show } decides by { $how }.
trivia-ask-place = In which country or region was the { $edition } held?
trivia-after-place = The { $edition } took place here: { $place }.

## A server’s own questions
trivia-after-own = The answer: { $answer }
