# 页眉、页脚和各页共有的文字。
skip-to-content = 跳到正文
site-navigation = 本站
nav-groups = 小组
theme = 主题
theme-system = 主题：跟随系统
theme-light = 主题：浅色
theme-dark = 主题：深色
language = 语言
footer-record = 本站内容均来自社区自己的代码仓库
footer-mend = 更正或补充
footer-made-with = 由 Folkmoot 生成
more-series = 另有 { $count } 个例会
copy = 复制
copied = 已复制
filter-found = 找到 %n 个小组
menu = 菜单
