# 例会的时间和链接。
meeting-join = 加入
meeting-notes = 纪要
meeting-recordings = 录像
meeting-calendar = 日历
meeting-unnamed = 会议
meeting-no-time = 时间不固定
meeting-since = 始于 { $day }
meeting-until = 至 { $day }
when-at = { $days } { $clock }
when-weekly = 每{ $days }
when-every-weeks = { $count ->
    [2] 隔周{ $days }
   *[other] 每 { $count } 周一次，{ $days }
}
when-monthly = 每月{ $days }
when-every-months = 每 { $count } 个月一次，{ $days }
when-nth = { $nth }{ $day }
when-first = 第一个
when-second = 第二个
when-third = 第三个
when-fourth = 第四个
when-fifth = 第五个
when-last = 最后一个
when-monday = 周一
when-tuesday = 周二
when-wednesday = 周三
when-thursday = 周四
when-friday = 周五
when-saturday = 周六
when-sunday = 周日
next-now = 正在进行
next-agenda = 议程与纪要
next-one = 下次会议
