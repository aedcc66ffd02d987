# A group's page.
group-meets = When it meets
group-ask = Where to ask
group-leads = Who leads
group-on-it = Who is on it
group-no-mission = No mission is written yet. One sentence under { $key } tells newcomers what this group is for.
group-no-meeting = No meeting is recorded. Ask in the group’s channel; leads add it under { $key }.
group-notes-tell = The notes tell when the group meets and what it talks about.
group-no-channel = No open channel is recorded. Ask a lead; a channel goes under { $key }.
group-no-leads = Nobody is named yet. Leads go under { $key }; volunteers say so in the channel.
group-more = More about { $group }
group-others = Other groups
group-before = Before
group-after = Next
group-scope = Scope
group-meetings = Meetings
group-series = { $count ->
    [one] { $count } meeting series
   *[other] { $count } meeting series
}
group-plans = Documents and plans
group-charter = Charter
group-charter-read = Read the charter
group-charter-file = in the group’s directory
group-no-charter = None yet. A charter says what is in scope; link it under { $key }.
group-design = Design documents
group-no-design = None listed. Proposals that are open to read go under { $key }.
group-roadmap = Roadmap
group-no-roadmap = None listed. Link the focus of the next three months under { $key }.
group-todo = To do
group-links = Further links
group-members = Members
group-former = Former leads
group-thanks = With thanks to { $people }.
group-subprojects = Subprojects
group-no-subprojects = None recorded. Repositories and efforts that the group owns go under { $key }.
group-unnamed = Unnamed
group-stakeholders = Stakeholder SIGs
group-working-groups = Working groups
group-teams = GitHub teams
group-liaison = Liaison
group-also = Also
group-label = Label
group-files = Files
group-decides = How it decides
group-decides-by = By its charter, within the community’s rules: { $governance }.
