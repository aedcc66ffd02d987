# 搜索：对话框与结果页。
search = 搜索
search-label = 搜索小组、成员、文档……
search-hint = 搜索（按 / 或 Ctrl K）
search-none = 没有找到结果。请减少关键词或换个说法。
search-failed = 无法加载搜索数据。
search-results = 共 %n 条结果
search-found = 共 { $count } 条结果
search-close = 关闭
search-group = 小组
search-person = 成员
search-subproject = 子项目
search-meeting = 例会
search-document = 文档
