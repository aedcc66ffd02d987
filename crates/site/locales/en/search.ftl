# Search: its dialog and its page.
search = Search
search-label = Search groups, people, documents…
search-hint = Search (press / or Ctrl K)
search-none = Nothing was found. Fewer or other words may help.
search-failed = Search could not be loaded.
search-results = Results: %n
search-found = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
search-close = Close
search-group = Group
search-person = Person
search-subproject = Subproject
search-meeting = Meeting
search-document = Document
