### What is kept of announcements, as /server-data lists it.

kept-server-subscription = { $count ->
    [one] 1 subscription to announcements: what is told, where and when
   *[other] { $count } subscriptions to announcements: what is told, where and when
}
kept-server-delivery = { $count ->
    [one] 1 announcement: posted, missed, or still to come
   *[other] { $count } announcements: posted, missed, or still to come
}
kept-server-announced = { $count ->
    [one] A note of 1 date that was told, so that a change can be told too
   *[other] Notes of { $count } dates that were told, so that a change can be told too
}
