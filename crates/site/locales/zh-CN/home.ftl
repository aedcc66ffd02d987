# 首页。
home-lead = 一个开放的社区：它的小组，以及带领小组的人。
home-find-group = 找到适合您的小组
home-about = 了解项目
home-kinds = 小组类型
home-no-groups = 还没有小组。请把第一个小组写进 { $file }。
good-to-know = 相关信息
figure-groups = { $count ->
   *[other] 个小组
}
figure-leads = { $count ->
   *[other] 位负责人
}
figure-subprojects = { $count ->
   *[other] 个子项目
}
figure-languages = { $count ->
   *[other] 个语言频道
}
filter-label = 筛选小组
filter-hint = 按名称、主题、人名筛选…
filter-none = 没有符合的小组。请减少一个词再试，或到公共频道询问。
row-group = 小组
row-leads = 负责人
row-meets = 会议时间
row-ask = 在哪里提问
row-notes = 会议纪要
row-no-leads = 正在招募负责人
join-title = 三步加入
join-hello = 打个招呼
join-hello-text = 每个小组都写明了它常用的频道。到那里介绍一下自己就好，无需邀请。
join-invitation = 第一次来？请先接受 { $place } 的公开邀请。
join-rules = 了解规则
join-rules-text = 友善待人，公开协作，较大的改动请先征求意见。
join-group = 选一个小组，来看看
join-group-text = { $find }，读一读最近的纪要，再参加下一次会议。
join-group-find = 找到与您关心的事相关的小组
code-of-conduct = 行为准则
contribution-guide = 贡献指南
home-next = 正在进行与即将开始
home-calendar = 查看全部会议
home-join = 如何加入
filter-any-kind = 所有类型
filter-any-hour = 任何时间开会
filter-day = 在我的工作时间开会
filter-evening = 在我的晚间开会
join-all-channels = 全部渠道
