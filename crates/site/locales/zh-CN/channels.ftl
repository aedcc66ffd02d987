# 社区在哪里交流。
channels-title = 交流渠道
channels-lead = 社区在这里交流。任何人都可以阅读、提问和回答。
channels-none = 还没有登记渠道。面向所有人的渠道写在 { $file } 的 { $key } 中。
channels-general = 面向所有人
channels-languages = 按语言
channels-groups = 按小组
