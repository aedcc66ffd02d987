// One page of every kind of the made-up community.
export const kinds = {
  home: "/",
  group: "/groups/sig-harbour/",
  "working group": "/groups/wg-tides/",
  people: "/people/",
  person: "/people/sample-anna/",
  calendar: "/calendar/",
  channels: "/channels/",
  contribute: "/contribute/",
  documents: "/documents/",
  document: "/docs/CONTRIBUTING.md/",
  search: "/search/?q=rope",
  about: "/about/",
};

/** The same in the other languages. */
export const languages = { en: "", "zh-CN": "/zh", tr: "/tr" };
