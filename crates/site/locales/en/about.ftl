# About the record, and what the checks say of it.
about-title = About this record
about-lead = Everything on this site is read from the community’s own repository; nothing is kept anywhere else.
about-repository = Repository
about-file = Groups and people
about-commit = Commit
about-changed = Last changed
about-holds = It holds
about-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
about-people = { $count ->
    [one] { $count } person with a role
   *[other] { $count } people with a role
}
about-subprojects = { $count ->
    [one] { $count } subproject
   *[other] { $count } subprojects
}
about-series = { $count ->
    [one] { $count } series of meetings
   *[other] { $count } series of meetings
}
about-licence = Licence
about-mend = Something is wrong or missing?
about-mend-how = Change the file in the repository and propose it as any other change. The site follows when it is merged.
about-edit = Edit the file
about-privacy = What readers leave behind
about-privacy-how = Nothing: the site sets no cookies, loads nothing from other hosts and counts nobody. A chosen theme is kept in your browser alone.
about-checks = What the checks say of the record
checks-title = Checks
checks-lead = What Folkmoot’s checks say of the record as it stands. Everybody is welcome to mend it.
checks-clean = Nothing was found: the record is as it should be.
checks-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
checks-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
checks-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
checks-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
