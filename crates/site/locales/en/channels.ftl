# Where the community talks.
channels-title = Channels
channels-lead = Where this community talks. Anybody may read, ask and answer.
channels-none = No channel is recorded yet. Those for everyone go under { $key } in { $file }.
channels-general = For everyone
channels-languages = By language
channels-groups = By group
