# The people of the community and the page of each.
people-title = People
people-lead = { $count ->
    [one] { $count } person with a role
   *[other] { $count } people with a role
}
people-none = Nobody is named yet. Leads go under leadership of a group.
people-none-found = Nobody matches. Try fewer letters, or another choice.
people-active = With a role now
people-emeritus = Emeritus
people-thanks = They led groups of this community before.
people-search = Search people
people-search-hint = Name, handle, company, group…
people-any-role = Any role
people-any-group = Any group
people-any-company = Any company
people-found = People found: %n
person-aside = More about this person
person-roles = Roles
person-past = Former roles
person-meetings = Meetings of what they lead
person-facts = From the register
person-employers = Employers
person-languages = Languages
person-on-github = Profile on GitHub
person-now-there = %t now
person-since = since { $date }
person-until = until { $date }
person-from-to = { $from } to { $to }
person-role-liaison = Liaison
person-role-subproject = Subproject lead
