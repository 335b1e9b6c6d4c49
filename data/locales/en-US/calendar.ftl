# /calendar: a file of dates, and addresses that stay current.
command-calendar = Dates for your own calendar: this server’s, an artist’s or a show’s
topic-feeds = Your own calendar
topic-feeds-text = A file that any calendar application opens: this server’s dates, or those of an artist or a show. Where the people who run this bot allow it, also an address to subscribe to, which stays current.

calendar-name = { $whose } · Laurel
calendar-name-server = Server dates · Laurel
calendar-birthday = { $artist }’s birthday
calendar-debut = { $artist }: debut anniversary
calendar-count = { $count ->
    [0] No date of the coming year has a day yet.
    [one] 1 date of the last month and the coming year
   *[other] { $count } dates of the last month and the coming year
}
calendar-vague = { $count ->
    [one] 1 more has no day yet, so it is not in the file.
   *[other] { $count } more have no day yet, so they are not in the file.
}
calendar-how = Open the file with your calendar. It is a copy of today: what changes later is not in it.
calendar-subscribe = An address that stays current
calendar-addresses = My calendar addresses
calendar-address = Your calendar’s address
calendar-address-text = Add it to your calendar as a subscription (“from URL”). It is yours: whoever has it sees these dates, so keep it to yourself. I show it this once; you can end it whenever you like.
calendar-addresses-text = Calendars ask these for what is new. You can have up to 10.
calendar-no-addresses = You have none.
calendar-end = End one for good…
calendar-end-all = { $count ->
    [one] End the one address of this server’s calendar
   *[other] End all { $count } addresses of this server’s calendar
}

error-calendar-what = Name an artist or a show. In a server that has Laurel, /calendar alone gives that server’s dates.
error-calendar-both = Name an artist or a show, not both: each is a calendar of its own.
error-calendar-no-feeds = The people who run this bot have not switched addresses on. The file of /calendar holds the same dates.
error-calendar-too-many = You have { $most } addresses already, which is as many as I can keep. End one first.
error-calendar-gone = That address had ended already.

kept-mine-feed = { $count ->
    [one] 1 calendar address of yours
   *[other] { $count } calendar addresses of yours
}
kept-server-feed = { $count ->
    [one] 1 calendar address that a member has of this server’s dates
   *[other] { $count } calendar addresses that members have of this server’s dates
}
