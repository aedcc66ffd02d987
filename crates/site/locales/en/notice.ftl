# Pages that say what went wrong.
notice-not-found = There is no page here
notice-not-found-text = The group may have been renamed or retired, or the link was cut short.
notice-failed = Something broke on our side
notice-failed-text = It is not your doing. Please try again in a moment.
notice-refused = That request cannot be served
notice-refused-text = This site answers plain page requests only.
notice-home = All groups
