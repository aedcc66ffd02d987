# Documents of the repository: their list, their pages.
documents = Documents
documents-lead = Design documents, proposals, charters and guides, as they stand in the repository.
documents-none = There are no documents yet. Every Markdown file of the repository appears here.
documents-filter = Filter documents
documents-found = Documents found: %n
documents-top = Whole community
documents-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
group-page = { $group }: the group’s page
contents = On this page
translated = This is a translation.
read-original = Read the original
read-source = Read or edit the source of this page
last-changed = Last changed on { $day }.
heading-link = Link to this heading
footnotes = Footnotes
footnote-back = Back to the text
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
