# /notify: roles that members take to be pinged.
command-notify = Roles to be pinged by: take them, drop them, or offer them
command-notify-roles = Take or drop the roles that announcements ping
command-notify-add = Let members take a role by themselves (Manage Roles)
command-notify-remove = No longer offer a role (Manage Roles)
command-notify-list = Which roles are offered, and whether I can give them (Manage Roles)
command-notify-panel = Post a message here whose buttons give the roles (Manage Roles)
option-notify-role = Which role
option-notify-what = What it is pinged for, such as “award nights”
topic-notify = Ping roles
topic-notify-text = Members choose what they are pinged for: by /notify roles, or by the buttons of a message in the server. Those who manage roles say which roles there are.

notify-title = What to ping you for
notify-text = Press a button to take a role or to drop it.
notify-panel-text = Press a button to take a role; press it again to drop it.
notify-none = No role is offered here.
notify-none-listed = No role is offered yet. /notify add offers the first.
notify-taken = You have { $role } now. Press the button again to drop it.
notify-dropped = You no longer have { $role }. Press the button again to take it back.
notify-listed = Roles that members may take
notify-panel-there = Members find them at { $panel }, or with /notify roles.
notify-panel-none = Members find them with /notify roles. /notify panel posts a message with buttons.
permission-manage_roles = Manage Roles
audit-ping-roles = changed which roles members may take

error-notify-gone = That role was deleted. An admin can offer another with /notify add.
error-notify-everyone = Everybody has that role already. Choose one that members can take or drop.
error-notify-managed = { $role } belongs to an app or to boosters: Discord gives it, nobody else can.
error-notify-dangerous = { $role } may moderate or manage the server, so nobody should take it by themselves. Offer a role without such permissions.
error-notify-no-permission = I lack the permission Manage Roles. An admin can grant it to my role in Server Settings, Roles.
error-notify-above = { $role } stands above my own role, so I cannot give it. An admin can drag my role above it in Server Settings, Roles.
error-notify-above-you = { $role } is not below your own highest role, so you cannot offer it.
error-notify-not-listed = That role is not offered any more. /notify roles shows those that are.
error-notify-too-many = { $most } roles are offered already, which is as many as there are buttons. Remove one first.
error-notify-nothing-listed = No role is offered yet. Offer one with /notify add first.
error-notify-cannot-post = I may not write in this channel. Let me view it and send messages, or use /notify panel in another.
error-notify-not-now = Discord did not answer just now. Please try again in a moment.

kept-server-ping-role = { $count ->
    [one] 1 role that members may take
   *[other] { $count } roles that members may take
}
kept-server-ping-panel = Which message offers those roles
