# Header, footer and what every page shares.
skip-to-content = Skip to content
site-navigation = Site
nav-groups = Groups
theme = Theme
theme-system = Theme: as your system
theme-light = Theme: light
theme-dark = Theme: dark
language = Language
footer-record = Everything here is read from the community’s own repository.
footer-record-mend = Everything here is read from the community’s own repository: { $mend }.
footer-mend = mend or add something
footer-made-with = Made with Folkmoot
more-series = { $count ->
    [one] { $count } more series
   *[other] { $count } more series
}
copy = Copy
copied = Copied
filter-found = Groups found: %n
menu = Menu
footer-calendar = Calendar feed
footer-news = News feed
footer-api = API
