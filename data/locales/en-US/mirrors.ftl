# /event mirror: ceremonies as Discord's own scheduled events.
command-event-mirror = Keep coming ceremonies among this server’s Discord events, in step with their dates
option-event-mirror = Whether to; leave it out to see how it is
choice-mirror-on = on
choice-mirror-off = off

mirror-title = Ceremonies as Discord events
mirror-is-on = **On.** I add these ceremonies to this server’s events, and change or remove them when their day, place or name changes.
mirror-is-off = **Off.** Switch it on, and I add these ceremonies to this server’s events, and change or remove them when their day, place or name changes.
mirror-is-ending = **Off.** I am taking away the events that have not begun. Switched on again, I would add these:
mirror-followed = They are those of the shows that this server follows, in the next { $days } days.
mirror-all = This server follows no show, so they are all those with K-pop, in the next { $days } days. /follow add narrows it down.
mirror-sure = Only a day that has been announced and has a source becomes an event. It lasts the whole day, because the hour is not in the catalogue. Remove one from the events and I leave it so.
mirror-none = No ceremony of the next { $days } days has an announced day yet. As soon as one has, it is here.
mirror-soon = is added within the hour, usually at once
mirror-making = is being added
mirror-made = in the events
mirror-dropped = somebody removed it here, so it stays out
mirror-begun = has begun, so Discord takes no event for it any more
mirror-forbidden = I may not make events here. Allow my role **Create Events** (Server Settings > Roles), then switch this on again.
mirror-full = This server has as many events as Discord allows, so some are missing. Remove one, and the rest follow within the hour.
mirror-rejected = Discord did not take one of the events. I try again every hour; if it stays so, please tell the people who run this bot with /feedback.
mirror-again = I try again { $when }.
mirror-start = Add them
mirror-stop = Stop and remove them
mirror-refresh = Look again
mirror-events = Discord events
audit-mirror = ceremonies as Discord events

mirror-no-place = Place not announced yet
mirror-what = { $show }, an awards ceremony: { $date }.
mirror-all-day = The hour is not known here, so this lasts the whole day, by the clocks of { $city }.

error-mirror-forbidden = I may not make events here. Allow my role **Create Events** (Server Settings > Roles), then try again. Nothing was changed.
error-mirror-full = This server has { $most } events already, which is as many as Discord allows. Remove one that is over, then try again. Nothing was changed.

kept-server-mirroring = Whether ceremonies are added to its Discord events
kept-server-mirror = { $count ->
    [one] 1 ceremony as a Discord event
   *[other] { $count } ceremonies as Discord events
}
