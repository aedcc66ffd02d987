# The home page.
home-lead = An open community, its groups and the people who lead them.
home-find-group = Find your group
home-about = About the project
home-kinds = Kinds of groups
home-no-groups = There are no groups yet. Add the first one to { $file }.
good-to-know = Good to know
figure-groups = { $count ->
    [one] group
   *[other] groups
}
figure-leads = { $count ->
    [one] person leading
   *[other] people leading
}
figure-subprojects = { $count ->
    [one] subproject
   *[other] subprojects
}
figure-languages = { $count ->
    [one] language channel
   *[other] language channels
}
filter-label = Filter groups
filter-hint = Filter by name, topic, person…
filter-none = No group matches. Try one word less, or ask in a general channel.
row-group = Group
row-leads = Led by
row-meets = Meets
row-ask = Ask in
row-notes = Meeting notes
row-no-leads = Looking for leads
join-title = Join in three steps
join-hello = Say hello
join-hello-text = Each group names the channel it reads. Introduce yourself there; nobody needs an invitation.
join-invitation = New here? First take the open invitation to { $place }.
join-rules = Know the rules
join-rules-text = Be kind, work in the open, and ask before large changes.
join-group = Pick a group and come by
join-group-text = { $find } that works on what you care about, read its last notes, and come to its next meeting.
join-group-find = Find the one
code-of-conduct = Code of conduct
contribution-guide = Contribution guide
home-next = Now and next
home-calendar = Everything that meets
home-join = How to join
filter-any-kind = Any kind
filter-any-hour = Meets at any hour
filter-day = Meets in my working hours
filter-evening = Meets in my evening
join-all-channels = All channels
