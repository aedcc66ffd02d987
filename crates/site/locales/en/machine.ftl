# Badges, news feeds, cards for other sites: what is read outside of the pages. Times there are in UTC.
moment-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
moment-short = { $day }, { $time } UTC
badge-next-meeting = next meeting
badge-no-date = no date
badge-listed = listed
badge-active = active
badge-forming = forming
badge-paused = paused
badge-retired = retired
embed-meetings = meetings
embed-subscribe = Subscribe to the calendar
embed-no-meeting = No dated meeting in the coming three months.
embed-none = No dated meeting in the coming two weeks.
news-title = { $name }: news
news-status = { $group }: { $state }
news-role-since = { $group }: { $person } takes up a role ({ $role })
news-role-until = { $group }: { $person } gives up a role ({ $role })
news-role-chairs = chair
news-role-tech-leads = tech lead
news-role-emeritus-leads = emeritus lead
news-role-members = member
news-role-subproject-leads = subproject lead
news-cancelled = { $series }: no meeting on { $day }
news-moved = { $series }: moved from { $from } to { $to }
news-extra = { $series }: extra meeting on { $day }
news-break = No meetings from { $from } to { $to }
news-break-day = No meetings on { $from }
news-week = Meetings in the week of { $day }
news-meeting = { $series }: { $day }
news-join = Join
news-agenda = Agenda and notes
news-recordings = Recordings
banner-outdated = The record has changed and cannot be read just now. This is how it stood before.
