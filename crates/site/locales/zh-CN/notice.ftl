# 出错时的页面。
notice-not-found = 这里没有页面
notice-not-found-text = 小组可能已改名或退役，也可能是链接不完整。
notice-failed = 网站出了问题
notice-failed-text = 这不是您的错，请稍后再试。
notice-refused = 无法处理该请求
notice-refused-text = 本站只响应普通的页面请求。
notice-home = 全部小组
