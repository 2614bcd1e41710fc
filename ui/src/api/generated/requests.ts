// Written by `cargo test --test contract` from src-tauri/core/api. Do not edit.

export type AddAttachments = { owner: Id, paths: Array<string>, };

export type AddEntries = { list: DictionaryList, 
/**
 * An existing version, or the name of a new one.
 */
version: string, text: string, };

export type AddEvidence = { landing: LandingId, text?: string, paths?: Array<string>, };

export type AddExperts = { id: ReviewId, experts?: Array<ExpertId>, 
/**
 * 王五（青岛大学）、李四; those not known are new.
 */
typed?: string, 
/**
 * Of what kind the new ones are.
 */
kind?: ExpertKind, };

export type AddMeetingItems = { id: MeetingId, tasks?: Array<TaskId>, project?: ProjectId, title?: string, };

export type AddMember = { id: WorkGroupId, department?: string, person?: string, role?: string, };

export type AddPresentations = { session: SessionId, projects: Array<ProjectId>, };

export type AddReplies = { presentation: PresentationId, text: string, 
/**
 * Chosen for a name that is no unit's; remembered under that name.
 */
unit?: DepartmentId, 
/**
 * The need it answers; left out: what the words tell.
 */
demand?: DemandId, };

export type AddSessionItem = { session: SessionId, title: string, 
/**
 * Working days before the day, as typed; may be left out.
 */
days_before?: string, };

export type AddWorkingDays = { from: string, days: number, };

export type AddedExperts = { added: number, };

export type AdvanceDemand = { id: DemandId, status: DemandStatus, 
/**
 * What was done, or why it cannot be done, or what the enterprise is not satisfied with.
 */
result?: string, 
/**
 * The day it happened, as typed; empty: today.
 */
on?: string, 
/**
 * 办结时限 as typed, with 交办; left out: what the demand has, else the limit its source starts with.
 */
due?: string, };

export type AdvanceProject = { id: ProjectId, stage: Stage, reason?: string, 
/**
 * The day it happened, as typed; today if empty.
 */
on?: string, 
/**
 * When work is expected to go on, as typed: 4月底前.
 */
resume_on?: string, };

export type AdvanceSession = { id: SessionId, status: SessionStatus, 
/**
 * 举办时间 as typed, in the same action; left out: the one it has.
 */
held_on?: string, reason?: string, };

export type AdvanceSupervision = { id: SupervisionId, to: SupervisionStatus, 
/**
 * The reply, 审核意见, or the reason.
 */
text?: string, 
/**
 * The day as typed; today when empty.
 */
on?: string, 
/**
 * For 退回: when the next reply is due, as typed; the usual working days when empty.
 */
reply_due?: string, 
/**
 * For 销号: the task that is 待销号 is closed with it.
 */
close_task?: boolean, };

export type AdviceCount = { advice: Conclusion, count: number, };

export type AgendaRow = { id: PresentationId, project_id: ProjectId, project: string, enterprise_id: EnterpriseId | null, enterprise: string, stage: Stage, investment: string, presenter: string, minutes: number | null, expert_comments: string, note: string, sample: boolean, demands: Array<RaisedDemand>, replies: Array<SaidReply>, };

export type Amount = { 
/**
 * In 元; None when no number is stated (待定, 数千万元).
 */
yuan: number | null, qualifier: Qualifier, 
/**
 * None when the source does not say.
 */
certainty: Certainty | null, 
/**
 * As stated in the source, trimmed.
 */
text: string, };

export type AmountSum = { 
/**
 * Σ of the stated numbers, in 元.
 */
yuan: number, 
/**
 * How many amounts had a number.
 */
quantified: number, 
/**
 * At least one of them was a lower bound.
 */
lower_bound: boolean, 
/**
 * At least one of them was approximate.
 */
approx: boolean, 
/**
 * How many amounts had no number.
 */
unquantified: number, };

export type Anchor = { "start": string } | { "target": string };

export type AttachmentField = "name" | "caption";

export type AttachmentId = string;

export type AttachmentPicture = { 
/**
 * `data:image/jpeg;base64,…`
 */
url: string, };

export type AttachmentRow = { id: AttachmentId, name: string, mime: string, 
/**
 * Size in bytes.
 */
bytes: number, taken_on: string | null, caption: string, 
/**
 * There is a small copy to show.
 */
picture: boolean, };

export type AttachmentsOf = { owner: Id, };

export type Attendance = "invited" | "accepted" | "declined" | "present" | "absent";

export type Board = { months: Array<BoardMonth>, total: number, rows: Array<BoardRow>, };

export type BoardCell = { flag: Flag, counts: MonthCounts, 
/**
 * Why, in words; empty where nothing was due.
 */
why: string, };

export type BoardCellPage = { project: Named, month: string, flag: Flag, why: string, 
/**
 * What blackens the month first.
 */
tasks: Array<BoardTask>, };

export type BoardMonth = { 
/**
 * 2021-02.
 */
key: string, year: number, month: number, 
/**
 * The month of the day asked.
 */
now: boolean, 
/**
 * Flags of all projects of the query in this month.
 */
red: number, black: number, pending: number, };

export type BoardQuery = { 
/**
 * The first month, as 2021-01; January of the year asked if left out.
 */
from?: string, 
/**
 * So many months, 1–24; 12 if left out.
 */
months?: number, 
/**
 * Part of the project's or the enterprise's name.
 */
text?: string, 
/**
 * GB/T 2260 code.
 */
district?: string, work_group?: WorkGroupId, stage?: Stage, 
/**
 * Projects with this flag in some month of the period.
 */
flag?: Flag, 
/**
 * Projects without any task due in the period too.
 */
all?: boolean, offset?: number, limit?: number, };

export type BoardRow = { id: ProjectId, name: string, enterprise: Named | null, district: string, lead: Named | null, work_group: Named | null, 
/**
 * 组长 of the group.
 */
leader: string, stage: Stage, 
/**
 * That of the worst open task; none without open tasks.
 */
light: Light | null, 
/**
 * One for each month.
 */
cells: Array<BoardCell>, };

export type BoardTask = { id: TaskId, title: string, lead: Named | null, persons: Array<Named>, due: DueText | null, status: TaskStatus, light: Light, 
/**
 * What it does to the flag.
 */
flag: Flag, 
/**
 * 按时销号（2021-02-18）, 晚 3 天销号（2021-02-22）, 逾期 6 天（5 个工作日）.
 */
word: string, };

export type Bounds = { 
/**
 * 滞后 with a 进度差 above so many percentage points, 1–100.
 */
behind_above: number, 
/**
 * 偏慢 from so many on, 1 to [`Self::behind_above`].
 */
slow_from: number, 
/**
 * 临期 with at most so many working days left, 0–60.
 */
due_soon_days: number, };

export type Breakdowns = { 
/**
 * Every stage in order, also those without projects.
 */
stages: Array<StageShare>, 
/**
 * Library projects by district, in the order of the codes; what is not filled in comes last.
 */
districts: Array<LibraryShare>, 
/**
 * Library projects by industry, in the order of the list.
 */
industries: Array<LibraryShare>, 
/**
 * Tasks by lead unit, in 机构序列: no ranking.
 */
departments: Array<DepartmentShare>, 
/**
 * The last twelve months, the latest last.
 */
trend: Array<TrendPoint>, outcomes: Array<OutcomeTotal>, };

export type CalendarApplied = { 
/**
 * Days that were written.
 */
days: number, 
/**
 * The deadlines that moved.
 */
deadlines: Array<DeadlineChange>, };

export type CalendarPath = { path: string, };

export type CalendarPreview = { 
/**
 * What must be mended first, in sentences that name the row. While there is one, nothing can be imported.
 */
errors: Array<string>, 
/**
 * Entries of the file that state neither a day off nor a working day.
 */
passed_over: number, years: Array<PreviewYear>, days: Array<PreviewDay>, deadlines: Array<DeadlineChange>, };

export type CalendarYears = { 
/**
 * The first and the last year the program ships.
 */
shipped_from: number, shipped_to: number, 
/**
 * Imported days by year.
 */
imported: Array<ImportedYear>, 
/**
 * This year and the next, when their holidays are not published.
 */
unknown: Array<number>, };

export type Candidate = { id: Id, name: string, 
/**
 * What tells it from others: post, enterprise, project.
 */
note: string, 
/**
 * Invited already.
 */
there: boolean, 
/**
 * Has to do with the agenda: presents a project, leads a demand or a project presented.
 */
concerned: boolean, };

export type CellPlace = { row: number, column: string, };

export type Certainty = "intention" | "framework" | "contract" | "paid";

export type CertaintyTotal = { certainty: Certainty | null, sum: AmountSum, 
/**
 * 约超3000万元，另有1项未量化.
 */
text: string, };

export type ChangeKind = "created" | "closed" | "extended" | "overdue" | "noted";

export type Channel = "enterprise" | "district" | "department" | "other";

export type ChaseQuery = { 
/**
 * Of these tasks everything open; without them, what is 逾期 or 临期 of the filter.
 */
ids?: Array<TaskId>, filter?: TaskFilter, 
/**
 * Addressed to this person rather than to the lead unit.
 */
person?: PersonId, };

export type ChaseText = { 
/**
 * Empty when there is nothing to chase.
 */
text: string, count: number, overdue: number, due_soon: number, 
/**
 * How many units it speaks to.
 */
units: number, };

export type CheckReport = { 
/**
 * SQLite's own complaints about the file; empty if it is whole.
 */
file: Array<string>, orphans: Array<Orphan>, 
/**
 * Derived task rows that stood wrong and were made anew.
 */
derived_mended: number, 
/**
 * Was the search index in order before it was made anew?
 */
search_ok: boolean, 
/**
 * Live rows by kind: (任务, 300).
 */
counts: Array<[string, number]>, };

export type Choice = { 
/**
 * Sent back as the answer; one that ends in `=` wants what was typed or picked behind it.
 */
id: string, label: string, };

export type Choices = { [key in string]: ReturnChoice };

export type CloseMeeting = { id: MeetingId, 
/**
 * Items whose lines were typed and not settled yet.
 */
settle?: Array<SettleItem>, place?: string, chair?: string, recorder?: string, attendees?: string, };

export type Code = "invalid" | "reason_needed" | "evidence_needed" | "not_found" | "no_workbook" | "locked" | "read_only" | "damaged" | "foreign" | "newer" | "passphrase" | "no_identity" | "cancelled" | "nothing_to_undo" | "disk" | "internal";

export type Column = "ignore" | "number" | "enterprise" | "project" | "district" | "investment" | "demand" | "task" | "measure" | "lead" | "assisting" | "lead_and_assisting" | "person" | "contact" | "phone" | "start" | "due" | "month" | "progress" | "status" | "problem" | "next_step" | "uscc" | "note";

export type ColumnGuess = { column: Column, confidence: number, };

export type CompareFigures = { left: SnapshotId, 
/**
 * The figures of `as_of` if left out.
 */
right?: SnapshotId, as_of?: string, };

export type ComparePlans = { old: PlanId, new: PlanId, };

export type ComparedFigure = { name: FigureName, title: string, unit: string, left: string, right: string, 
/**
 * Numerator/denominator of each, for rates: 19/29.
 */
left_parts: string, right_parts: string, 
/**
 * Right less left: +2, +6.9 个百分点, 持平, 不可比.
 */
difference: string, 
/**
 * −1, 0, 1; 0 also when the two cannot be compared.
 */
direction: number, };

export type ComparedVersion = { id: PlanId, version: number, status: PlanStatus, issued_on: string | null, };

export type Comparison = { left: Side, right: Side, rows: Array<ComparedFigure>, 
/**
 * The two count by different definitions, so a difference may come from those.
 */
definitions_differ: boolean, };

export type ConcludeReview = { id: ReviewId, 
/**
 * None takes the conclusion back.
 */
conclusion: Conclusion | null, 
/**
 * 论证意见.
 */
opinion?: string, 
/**
 * 修改要求.
 */
to_change?: string, 
/**
 * 评审日期 as typed; the one that stands, or today.
 */
on?: string, };

export type Conclusion = "passed" | "revise" | "failed";

export type ConsultUnits = { id: PlanId, departments: Array<DepartmentId>, 
/**
 * 反馈时限, as typed.
 */
due: string, };

export type ConsultationProposal = { due: string, 
/**
 * In 机构序列.
 */
units: Array<ProposedUnit>, };

export type ContactField = "name" | "post" | "mobile" | "tel" | "is_primary" | "note";

export type ContactId = string;

export type ContactRow = { id: ContactId, name: string, post: string, mobile: string, tel: string, is_primary: boolean, note: string, };

export type ConvertReplies = { session: SessionId, replies: Array<ConvertReply>, };

export type ConvertReply = { id: ReplyId, 
/**
 * It answers a need nobody has written down: a demand is made of its words.
 */
raise?: boolean, 
/**
 * 责任人 as typed.
 */
persons?: string, };

export type Converted = { tasks: Array<TaskId>, demands: Array<DemandId>, 
/**
 * What was done besides, in sentences: a person added to a unit.
 */
notices: Array<string>, };

export type CoordinationCount = { level: CoordinationLevel, status: CoordinationStatus, count: number, };

export type CoordinationField = "level" | "raised_on" | "held_on" | "convener" | "attendees" | "issue" | "decision" | "note";

export type CoordinationId = string;

export type CoordinationLevel = "office" | "group" | "deputy" | "chief";

export type CoordinationPage = { row: CoordinationRow, attendees: string, decision: string, note: string, decisions: Array<DecisionRow>, };

export type CoordinationQuery = { 
/**
 * Part of the issue, the convener, the project or the task.
 */
text?: string, level?: CoordinationLevel, status?: CoordinationStatus, 
/**
 * Of the project and of its tasks and needs.
 */
project?: ProjectId, task?: TaskId, demand?: DemandId, meeting?: MeetingId, offset?: number, limit?: number, };

export type CoordinationRow = { id: CoordinationId, level: CoordinationLevel, status: CoordinationStatus, issue: string, project: Named | null, task: Named | null, demand: Named | null, meeting: Named | null, raised_on: string, held_on: string | null, convener: string, decisions: number, 
/**
 * Tasks that came of it and are not 已销号.
 */
open_tasks: number, sample: boolean, };

export type CoordinationStatus = "raised" | "decided" | "done";

export type Covered<T> = { what: T, sessions: number, };

export type CreateContact = { enterprise: EnterpriseId, name: string, };

export type CreateDemand = { project?: ProjectId, enterprise?: EnterpriseId, category: DemandCategory, text?: string, };

export type CreateDepartment = { short: string, kind: DepartmentKind, };

export type CreateExpert = { name: string, organisation?: string, kind: ExpertKind, };

export type CreateMilestone = { project: ProjectId, phase: MilestonePhase, name: string, plan_on?: string, };

export type CreateOutcome = { project: ProjectId, kind: OutcomeKind, amount?: string, counterparty?: string, on?: string, source?: string, };

export type CreatePerson = { department?: DepartmentId, name: string, };

export type CreateProject = { name: string, enterprise?: EnterpriseId, };

export type CreateSession = { theme: string, year?: string, season?: string, held_on?: string, };

export type CreateSnapshot = { 
/**
 * 2021年2月通报 if left empty.
 */
title?: string, note?: string, 
/**
 * The day; that of the request if left out.
 */
as_of?: string, };

export type CreateStated = { project?: ProjectId, name: string, 
/**
 * As printed: 超200亿元.
 */
text: string, unit?: string, scope?: string, source?: string, as_of?: string, };

export type CreateWorkGroup = { name: string, domain?: string, };

export type CreatedSubmission = { id: SubmissionId, project: ProjectId, enterprise: EnterpriseId | null, 
/**
 * What the person should look at.
 */
notices: Array<string>, };

export type CreatedTask = { id: TaskId, 
/**
 * What was done besides, in sentences: a person added to a unit.
 */
notices: Array<string>, };

export type DayAnswer = { date: string, 
/**
 * 2027年放假安排未公布，按法定节日和周末推算.
 */
notice?: string, };

export type DayChange = "new" | "changed" | "same";

export type DayKind = "off" | "work";

export type Days = { from: string, to: string, };

export type DeadlineChange = { 
/**
 * A task or a demand.
 */
kind: Kind, id: Id, name: string, 
/**
 * 15个工作日自交办.
 */
rule: string, assigned_on: string, old: string, new: string, };

export type DecideCoordination = { id: CoordinationId, 
/**
 * 协调日期 as typed; today when empty.
 */
held_on?: string, 
/**
 * Decisions, one a line: 单位 + 事 + 时限.
 */
lines?: string, 
/**
 * 议定情况, when it is more than the lines say.
 */
decision?: string, remember?: Array<Remembered>, };

export type DecideLanding = { project: ProjectId, basis?: LandingBasis, landed_on?: string, decided_by?: string, note?: string, 
/**
 * What the evidence is, in words.
 */
evidence?: string, 
/**
 * Files that show it.
 */
paths?: Array<string>, };

export type DecidePlanOpinion = { id: PlanOpinionId, 
/**
 * None takes the decision back.
 */
verdict?: OpinionVerdict, reason?: string, };

export type DecidedTask = { id: TaskId, title: string, status: TaskStatus, light: Light, };

export type DecisionGone = { 
/**
 * Its task went with it: nobody had worked on it.
 */
task: boolean, };

export type DecisionId = string;

export type DecisionReading = { 
/**
 * The unit, when one is recognised; only then it becomes a task.
 */
unit: NamedUnit | null, 
/**
 * The name typed that is no unit's; empty otherwise.
 */
unknown: string, 
/**
 * Units like it, best first.
 */
near: Array<NamedUnit>, text: string, 
/**
 * As a page says it.
 */
due: string, 
/**
 * The limit of 会议议定 stands in for one that was not named.
 */
due_by_default: boolean, 
/**
 * Working days until then; none for 长期.
 */
working_days: number | null, };

export type DecisionRow = { id: DecisionId, 
/**
 * The line as it was typed.
 */
typed: string, unit: NamedUnit | null, text: string, 
/**
 * As a page says it: 2021年3月5日; empty without one.
 */
due: string, 
/**
 * The task it became.
 */
task: DecidedTask | null, };

export type DemandCategory = "land" | "premises" | "loan" | "equity" | "talent" | "labour" | "orders" | "scenario" | "policy" | "approval" | "utilities" | "environment" | "park" | "research" | "patents" | "brand" | "other";

export type DemandField = "category" | "text" | "quantity" | "raised_on" | "source" | "source_date" | "source_number" | "lead" | "due" | "result" | "satisfaction" | "verify" | "note";

export type DemandId = string;

export type DemandPage = { row: DemandRow, name: string, next: Array<NextDemandStep>, 
/**
 * The latest first.
 */
statuses: Array<DemandStatusChange>, visits: Array<VisitRow>, session: RaisedAt | null, 
/**
 * The limit its source starts with, as it can be typed: 15个工作日.
 */
limit: string, 
/**
 * The sentence to show with a due date of a year whose holidays are not known.
 */
due_notice: string, trace: Trace, };

export type DemandQuery = { 
/**
 * Only this one.
 */
id?: DemandId, 
/**
 * Part of the text, or of the project's or enterprise's name.
 */
text?: string, project?: ProjectId, 
/**
 * The enterprise's own demands and those of its projects.
 */
enterprise?: EnterpriseId, category?: DemandCategory, status?: DemandStatus, lead?: DepartmentId, 
/**
 * Only those that have not ended.
 */
open?: boolean, sort?: DemandSort, descending?: boolean, offset?: number, limit?: number, };

export type DemandReading = { category: DemandCategory, 
/**
 * The category was recognised; otherwise it is 其他 for want of a better one.
 */
recognised: boolean, text: string, quantity: string, };

export type DemandRow = { id: DemandId, category: DemandCategory, text: string, quantity: string, project_id: ProjectId | null, project: string, enterprise_id: EnterpriseId | null, enterprise: string, raised_on: string | null, source: DemandSource | null, source_date: string | null, source_number: string, lead_id: DepartmentId | null, lead: string, due: PartialDate | null, 
/**
 * As a grid shows it.
 */
due_text: string, 
/**
 * The rule it came from: 15个工作日自交办; empty for a date as typed.
 */
due_rule: string, status: DemandStatus, 
/**
 * States it may go to.
 */
next: Array<DemandStatus>, result: string, resolved_on: string | null, satisfaction: Satisfaction | null, verify: string, note: string, tasks: number, sample: boolean, };

export type DemandSort = "category" | "status" | "due" | "lead" | "raised_on";

export type DemandSource = "session" | "visit" | "letter" | "referral" | "instruction" | "meeting";

export type DemandStatus = "registered" | "assigned" | "in_progress" | "answered" | "solved" | "closed" | "unsolvable";

export type DemandStatusChange = { id: Id, on: string, from: DemandStatus | null, to: DemandStatus, reason: string, };

export type DepartmentField = "short" | "full" | "kind" | "aliases" | "valid_from" | "valid_to" | "tel" | "note";

export type DepartmentId = string;

export type DepartmentKind = "municipal" | "district" | "zone" | "state_owned" | "financial" | "central" | "other";

export type DepartmentLights = { id: Id, name: string, open: number, 
/**
 * 逾期, part of `late`.
 */
overdue: number, 
/**
 * Red: 逾期 and 滞后.
 */
late: number, 
/**
 * Yellow: 临期 and 偏慢.
 */
soon: number, 
/**
 * Green.
 */
normal: number, 
/**
 * Grey: 长期.
 */
hold: number, };

export type DepartmentQuery = { 
/**
 * Only this one.
 */
id?: DepartmentId, 
/**
 * Part of any of their names.
 */
text?: string, kind?: DepartmentKind, 
/**
 * Only units with open tasks.
 */
busy?: boolean, 
/**
 * Those that went on as another, instead of those in use.
 */
former?: boolean, offset?: number, limit?: number, };

export type DepartmentRow = { id: DepartmentId, short: string, full: string, kind: DepartmentKind, aliases: Array<string>, valid_from: string | null, valid_to: string | null, tel: string, note: string, people: number, open_tasks: number, overdue_tasks: number, 
/**
 * The unit it goes on as.
 */
merged_into_id: DepartmentId | null, merged_into: string, 
/**
 * Units that go on as this one; told for one unit only.
 */
former: Array<FormerUnit>, };

export type DepartmentShare = { id: DepartmentId, label: string, 
/**
 * All but 取消.
 */
total: number, closed: number, open: number, 
/**
 * Part of `open`.
 */
overdue: number, };

export type DictionaryChoice = { id: DictionaryEntryId, version: string, code: string, name: string, };

export type DictionaryChoices = { list: DictionaryList, 
/**
 * Part of the name.
 */
text?: string, };

export type DictionaryEntryId = string;

export type DictionaryField = "name" | "value" | "valid_from" | "valid_to" | "note";

export type DictionaryList = "chain" | "industry" | "format" | "district" | "source_limit";

export type DictionaryPage = { list: DictionaryList, 
/**
 * Entries may be added.
 */
open: boolean, 
/**
 * Entries stand in versions.
 */
versioned: boolean, 
/**
 * The newest first.
 */
versions: Array<DictionaryVersion>, };

export type DictionaryRow = { id: DictionaryEntryId, version: string, code: string, name: string, value: string, valid_from: string | null, valid_to: string | null, note: string, 
/**
 * Can be chosen on the day asked.
 */
valid: boolean, 
/**
 * How many records bear it.
 */
used: number, 
/**
 * May be renamed and, while no record bears it, deleted.
 */
editable: boolean, };

export type DictionaryVersion = { 
/**
 * Empty for a list without versions.
 */
version: string, 
/**
 * What is to be known of it, in words; empty when nothing is.
 */
notice: string, entries: Array<DictionaryRow>, };

export type DispatchGroup = { id: WorkGroupId, name: string, domain: string, leader: string, open: number, overdue: number, 
/**
 * Items of that meeting about its projects.
 */
items: number, projects: Array<DispatchProject>, };

export type DispatchGroups = { meeting: MeetingId | null, meeting_number: string, groups: Array<DispatchGroup>, 
/**
 * Projects that are pushed and belong to no group.
 */
without: number, };

export type DispatchProject = { id: ProjectId, name: string, stage: Stage, 
/**
 * The worst light among its open tasks, and the task it is of.
 */
light: Light | null, task: string, open: number, overdue: number, items: number, };

export type DraftChange = { column: Column, from: string, to: string, };

export type DraftNote = { as_of: string, 
/**
 * 0–100.
 */
percent: number | null, text: string, problem: string, next_step: string, };

export type DraftPerson = { name: string, 
/**
 * 处长; empty if not said.
 */
post: string, };

export type DraftRow = { 
/**
 * As Excel numbers it.
 */
row: number, verdict: Verdict, 
/**
 * Why it is passed over, if it is.
 */
skip: SkipReason | null, 
/**
 * The cells as text, blanks and 同上 filled from above.
 */
cells: Array<string>, 
/**
 * Zero-based columns of the cells that are in doubt.
 */
doubts: Array<number>, 
/**
 * What was done without asking.
 */
remarks: Array<string>, 
/**
 * The task it holds; None for a row that is passed over, only names a project, or repeats a row above.
 */
task: DraftTask | null, 
/**
 * The task of the workbook it is, if it is one.
 */
existing: TaskId | null, 
/**
 * What would change in that task.
 */
changes: Array<DraftChange>, };

export type DraftSummary = { enterprises_new: number, projects_new: number, tasks_new: number, tasks_updated: number, 
/**
 * Tasks of which the workbook says the same already, and rows that repeat a row above.
 */
unchanged: number, skipped: Array<Skipped>, 
/**
 * Rows a person should look at; they are also counted as new, updated or unchanged.
 */
doubtful: number, };

export type DraftTask = { enterprise: number | null, project: number | null, demand: number | null, 
/**
 * Without its number.
 */
title: string, measure: string, lead: DraftUnit | null, assisting: Array<DraftUnit>, persons: Array<DraftPerson>, phone: string, start: PartialDate | null, due: PartialDate | null, 
/**
 * Where a new task stands.
 */
status: TaskStatus, 
/**
 * Whether the ledger says so in words; only then an existing task's status changes.
 */
status_stated: boolean, 
/**
 * Oldest first.
 */
notes: Array<DraftNote>, remark: string, };

export type DraftUnit = { id: DepartmentId | null, name: string, };

export type DueChange = { on: string, old: string, new: string, reason: string, 
/**
 * A later deadline than before: it counts as 延期.
 */
extended: boolean, };

export type DueText = { 
/**
 * As a grid shows it: 2021-02-19, 3月底前, 长期.
 */
text: string, 
/**
 * Sortable, with its precision: 2021-03-31~month.
 */
encoded: string, 
/**
 * The last day; none for 长期.
 */
day: string | null, };

export type EnterLibrary = { projects: Array<ProjectId>, 
/**
 * As typed; today if empty.
 */
on?: string, batch?: string, reason?: string, };

export type EnterpriseField = "name_full" | "name_short" | "aliases" | "uscc" | "district" | "address" | "size_class" | "ownership" | "labels" | "employees" | "revenue" | "verify" | "note";

export type EnterpriseId = string;

export type EnterpriseLabel = "specialised" | "little_giant" | "champion" | "gazelle" | "unicorn" | "hidden_champion";

export type EnterpriseName = { name: string, };

export type EnterprisePage = { id: EnterpriseId, name_full: string, name_short: string, aliases: Array<string>, uscc: string, district: string, district_code: string | null, address: string, size_class: SizeClass | null, ownership: Ownership | null, labels: Array<EnterpriseLabel>, employees: number | null, revenue: Amount | null, verify: string, note: string, sample: boolean, contacts: Array<ContactRow>, projects: Array<EnterpriseProject>, open_demands: number, likely_same: Array<LikelySame>, };

export type EnterpriseProject = { id: ProjectId, name: string, stage: Stage, 
/**
 * As stated.
 */
investment: string, is_lead: boolean, open_tasks: number, overdue_tasks: number, };

export type EnterpriseQuery = { 
/**
 * Part of any of their names, or of the 统一社会信用代码.
 */
text?: string, 
/**
 * GB/T 2260 code.
 */
district?: string, 
/**
 * Only those with open demands.
 */
open_demands?: boolean, 
/**
 * Only those with something 待核实.
 */
verify?: boolean, sort?: EnterpriseSort, descending?: boolean, offset?: number, limit?: number, };

export type EnterpriseRow = { id: EnterpriseId, name: string, name_short: string, 
/**
 * As typed.
 */
district: string, projects: number, open_demands: number, open_tasks: number, overdue_tasks: number, verify: string, sample: boolean, };

export type EnterpriseSort = "name" | "district" | "projects" | "open_demands" | "overdue_tasks";

export type EvidenceId = string;

export type EvidenceRow = { id: EvidenceId, text: string, 
/**
 * How many files it has.
 */
files: number, };

export type ExpertCell = { id: ExpertId, field: ExpertField, text: string, };

export type ExpertField = "name" | "organisation" | "post" | "field" | "kind" | "mobile" | "tel" | "note";

export type ExpertId = string;

export type ExpertKind = "committee" | "third_party" | "other";

export type ExpertQuery = { 
/**
 * Part of the name, the organisation or the field.
 */
text?: string, kind?: ExpertKind, offset?: number, limit?: number, };

export type ExpertRow = { id: ExpertId, name: string, organisation: string, post: string, field: string, kind: ExpertKind, mobile: string, tel: string, note: string, 
/**
 * Rounds taken part in.
 */
rounds: number, 
/**
 * The last one's day.
 */
last_on: string | null, sample: boolean, };

export type ExportFigures = { path: string, snapshot?: SnapshotId, as_of?: string, };

export type ExportGuests = { session: SessionId, path: string, };

export type ExportMeeting = { id: MeetingId, path: string, };

export type ExportPaper = { kind: PaperKind, subject?: Subject, path: string, 
/**
 * A template for this once, in place of the bureau's and of the standard layout.
 */
template?: string, };

export type ExportPapers = { kind: PaperKind, 
/**
 * One for each of these; for everything there is when empty.
 */
which?: Array<Subject>, folder: string, format: PaperFormat, template?: string, };

export type ExportPlan = { id: PlanId, path: string, };

export type ExportPlans = { folder: string, };

export type ExportReview = { id: ReviewId, path: string, };

export type ExportSupervision = { id: SupervisionId, path: string, };

export type ExportSupervisions = { ids: Array<SupervisionId>, folder: string, };

export type ExportedFigures = { path: string, };

export type Field = { 
/**
 * 督办事项, or 任务.牵头单位 for one of each line of a list.
 */
name: string, 
/**
 * What it says.
 */
about: string, };

export type FieldChange = { field: string, old: string, new: string, };

export type FigureDefinition = { name: FigureName, title: string, kind: FigureKind, 
/**
 * 个, 场, 项 …; empty for rates and money, which carry their own.
 */
unit: string, 
/**
 * 口径.
 */
definition: string, 
/**
 * Of the definitions; see [`DEFINITION_VERSION`].
 */
version: number, };

export type FigureKind = "count" | "rate" | "money" | "average";

export type FigureName = "library_projects" | "landed" | "not_landed" | "landing_rate" | "enterprise_landing_rate" | "library_investment" | "projects" | "sessions" | "outcomes" | "orders" | "intentions" | "financing" | "demands" | "demand_solved_rate" | "satisfaction_rate" | "tasks" | "task_done_rate" | "due_done_rate" | "on_time_rate" | "overdue" | "behind" | "submitted" | "handling_days";

export type FigurePart = "all" | "counted" | "rest";

export type FigureRow = { id: Id, record: Kind, title: string, 
/**
 * What it belongs to …
 */
about: Named | null, 
/**
 * … and which kind that is.
 */
about_kind: Kind | null, 
/**
 * Is it in the numerator?
 */
counted: boolean, 
/**
 * The day that decides, as printed.
 */
day: string, 
/**
 * Why it counts, or how it stands.
 */
note: string, };

export type FigureRowsQuery = { name: FigureName, 
/**
 * All if left out.
 */
part?: FigurePart, 
/**
 * The day; that of the request if left out.
 */
as_of?: string, offset?: number, limit?: number, };

export type FigureSet = { as_of: string, definition_version: number, 
/**
 * 汇报用语: 29个项目中已有19个完成落地，落地率超过65%.
 */
prose: string, figures: Array<FigureValue>, stated: Array<Stated>, 
/**
 * None when only some figures were asked for.
 */
breakdowns: Breakdowns | null, };

export type FigureValue = { name: FigureName, 
/**
 * What it was called when it was told; a snapshot keeps it.
 */
title: string, kind: FigureKind, 
/**
 * As printed, without its unit: 29, 65.5%, 超3000万元，另有1项未量化, —.
 */
text: string, unit: string, 
/**
 * Counts: the count. Rates: what is counted. Money: how many amounts have a number. Averages: the sum.
 */
numerator: number, 
/**
 * Rates and averages: of how many. Money: how many amounts there are. Counts: none.
 */
denominator: number | null, 
/**
 * Rates in tenths of a percent, averages in tenths; none when the denominator is 0.
 */
tenths: number | null, 
/**
 * Money by how certain it is: 意向 is never added to 合同.
 */
by_certainty: Array<CertaintyTotal>, 
/**
 * What must be said beside it: 未回访 3 项.
 */
remark: string, 
/**
 * 口径 of the time.
 */
definition: string, };

export type FilteredTasks = { filter?: TaskFilter, };

export type Finding = { kind: FindingKind, 
/**
 * Must be mended before the paper is right; otherwise worth a look.
 */
serious: boolean, 
/**
 * What it is about: 供电增容.
 */
about: string, 
/**
 * Where it shows: 附件1 第2行.
 */
place: string, 
/**
 * The record where it is mended.
 */
cure_kind: Kind, cure: Id | null, 
/**
 * The section of the plan where it is mended, if it is in the plan itself.
 */
section: PlanSection | null, };

export type FindingKind = "no_person" | "no_lead" | "no_due" | "past_due" | "not_split" | "no_text" | "no_date" | "no_signer" | "no_task" | "verify" | "font" | "opinion_open" | "not_answered";

export type Flag = "red" | "black" | "pending" | "blank";

export type FormChoice = { 
/**
 * Take it in; without an answer what was proposed.
 */
take?: boolean, 
/**
 * It is of this enterprise.
 */
enterprise?: EnterpriseId, };

export type FormDraft = { 
/**
 * File and row: what [`FormRequest::choices`] names it by.
 */
key: string, file: string, 
/**
 * The row in Excel; none for a file that is one form.
 */
row: number | null, title: string, enterprise: string, district: string, read: Array<ReadLine>, not_read: Array<NotRead>, 
/**
 * Whose it is, and what is there already.
 */
matches: Matches, 
/**
 * Where the same idea stands once more among the files; empty when it does not.
 */
twin: string, 
/**
 * Why it cannot be taken in at all; empty when it can.
 */
problem: string, 
/**
 * Is it to be taken in?
 */
take: boolean, 
/**
 * The enterprise the person chose.
 */
chosen: EnterpriseId | null, };

export type FormField = "title" | "enterprise" | "uscc" | "district" | "address" | "contact" | "post" | "phone" | "kind" | "four_new" | "industry" | "format" | "chain" | "investment" | "summary" | "demands" | "filled_by" | "batch";

export type FormFile = { name: string, 
/**
 * Forms in it.
 */
forms: number, 
/**
 * Why it could not be read; empty when it could.
 */
problem: string, };

export type FormRequest = { 
/**
 * Files, or folders with files.
 */
paths: Array<string>, 
/**
 * By the form's key.
 */
choices?: { [key in string]: FormChoice }, 
/**
 * 征集批次 of forms that name none.
 */
batch?: string, 
/**
 * 收到日期 as typed; today without one.
 */
received_on?: string, 
/**
 * How they came, by word or code; by what the files are without one: a list 区市推荐, a single form 企业自荐.
 */
channel?: string, };

export type FormerUnit = { id: DepartmentId, short: string, 
/**
 * The first day it was no more.
 */
until: string | null, };

export type FormsDraft = { files: Array<FormFile>, forms: Array<FormDraft>, 
/**
 * Forms that would be taken in.
 */
taken: number, 
/**
 * Enterprises that would be new.
 */
new_enterprises: number, };

export type Found = "code" | "name" | "new";

export type FourNew = "technology" | "industry" | "format" | "model";

export type GanttFrame = { count: number, 
/**
 * The first start or deadline.
 */
from: string | null, 
/**
 * The last deadline; 长期 left out.
 */
to: string | null, 
/**
 * In the order of the rows; empty when they are not grouped.
 */
groups: Array<GanttGroup>, };

export type GanttFrameQuery = { filter?: TaskFilter, group?: TaskGrouping, };

export type GanttGroup = { 
/**
 * The id of the unit or project, the month as 2021-03, the code of the phase; empty for tasks that have none.
 */
key: string, label: string, count: number, overdue: number, from: string | null, to: string | null, };

export type GanttRow = { id: TaskId, title: string, project: Named | null, lead: Named | null, 
/**
 * The names of the persons responsible.
 */
persons: string, start_on: string | null, due: DueText | null, percent: number | null, status: TaskStatus, light: Light, 
/**
 * 前置任务 that are in use.
 */
before: Array<TaskId>, 
/**
 * As it stood in the plan issued last.
 */
baseline: TaskBaseline | null, };

export type GenerateWorkbook = { path: string, scale: Scale, seed?: number, };

export type GetFigures = { 
/**
 * All if left out.
 */
names?: Array<FigureName>, 
/**
 * The day; that of the request if left out.
 */
as_of?: string, };

export type GiveDecisionUnit = { id: DecisionId, unit: string, };

export type GroupProject = { id: ProjectId, name: string, enterprise: string, stage: Stage, };

export type GuestCandidates = { session: SessionId, kind: GuestKind, text?: string, };

export type GuestCell = { id: Id, field: GuestField, text: string, };

export type GuestCount = { kind: GuestKind, invited: number, 
/**
 * 确认参会 or 已到会.
 */
coming: number, 
/**
 * 已到会.
 */
present: number, };

export type GuestField = "kind" | "name" | "post" | "organisation" | "attendance" | "seat" | "note";

export type GuestKind = "leader" | "department" | "expert" | "enterprise" | "finance" | "media" | "other";

export type GuestQuery = { session: SessionId, kind?: GuestKind, offset?: number, limit?: number, };

export type GuestRow = { id: Id, kind: GuestKind, name: string, post: string, organisation: string, 
/**
 * The record it is of, when it is of one: kind and identity.
 */
record: [Kind, Id] | null, attendance: Attendance, seat: string, note: string, };

export type HandedOver = { to: PersonId, to_name: string, tasks: number, groups: number, notices: Array<string>, };

export type Handover = { from: PersonId, 
/**
 * The identity of a person, or a name: one nobody bears is added to the unit of who hands over.
 */
to: string, tasks?: Array<TaskId>, 
/**
 * The places in 推进小组 too.
 */
groups?: boolean, 
/**
 * Stands as 下一步 in the progress of every task that goes over.
 */
note?: string, };

export type HandoverGroup = { id: Id, name: string, leads: boolean, member: boolean, };

export type HandoverPreview = { name: string, department: string, 
/**
 * 未启动, 进行中, 待销号 and 暂缓, the first due first.
 */
tasks: Array<HandoverTask>, groups: Array<HandoverGroup>, };

export type HandoverQuery = { from: PersonId, 
/**
 * Of these tasks those that are the person's; all that are not ended if left out.
 */
tasks?: Array<TaskId>, };

export type HandoverTask = { id: TaskId, title: string, project: Named | null, due: DueText | null, status: TaskStatus, light: Light, };

export type HistoryChange = { 
/**
 * The field in words.
 */
field: string, from: string, to: string, };

export type HistoryEntry = { 
/**
 * Local time, ISO to the minute.
 */
at: string, author: string, laptop: string, 
/**
 * The action in words: 修改完成时限：用地预审.
 */
action: string, changes: Array<HistoryChange>, };

export type HistoryOf = { id: Id, limit?: number, };

export type Hit = { kind: Kind, id: Id, 
/**
 * The record whose page shows it: the task of a progress note, the enterprise of a contact, else itself.
 */
page: Id, page_kind: Kind, title: string, 
/**
 * What it belongs to, in words.
 */
subtitle: string, };

export type Id = string;

export type Identity = { 
/**
 * 姓名.
 */
author: string, 
/**
 * 电脑名.
 */
laptop: string, };

export type ImportedYear = { year: number, off: number, work: number, 
/**
 * The file they came from last.
 */
source: string, };

export type InviteGuests = { session: SessionId, kind: GuestKind, ids?: Array<Id>, lines?: string, };

export type Invited = { count: number, };

export type IssuePlan = { id: PlanId, 
/**
 * 发文字号, if it has one.
 */
document_number?: string, 
/**
 * 印发日期; today if left out.
 */
issued_on?: string, 
/**
 * What is missing was seen, and the plan is issued all the same.
 */
confirmed?: boolean, };

export type IssueSupervisions = { papers: Array<NewSupervision>, meeting?: MeetingId, 
/**
 * The decision it carries out.
 */
decision?: DecisionId, 
/**
 * 发出日期 as typed; today when empty.
 */
issued_on?: string, };

export type ItemState = "waiting" | "decided" | "skipped";

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

export type Kind = "enterprise" | "contact" | "project" | "department" | "person" | "demand" | "task" | "progress" | "milestone" | "plan" | "library" | "landing" | "outcome" | "stated_figure" | "submission" | "expert" | "review" | "session" | "presentation" | "work_group" | "attachment" | "snapshot" | "dictionary" | "calendar" | "light_rule" | "meeting" | "supervision" | "coordination" | "sent_sheet" | "template" | "ledger" | "workbook";

export type LandingBasis = "registered" | "signed" | "started" | "in_production" | "demands_solved" | "other";

export type LandingField = "basis" | "landed_on" | "decided_by" | "note" | "revoked_on" | "revoke_reason";

export type LandingId = string;

export type LandingRow = { id: LandingId, basis: LandingBasis, landed_on: string, decided_by: string, note: string, revoked_on: string | null, revoke_reason: string, evidence: Array<EvidenceRow>, };

export type LastTime = { meeting: MeetingId, held_on: string, said: string, decisions: Array<DecisionRow>, 
/**
 * The task itself was decided there.
 */
born: boolean, };

export type LeaveLibrary = { projects: Array<ProjectId>, 
/**
 * As typed; today if empty.
 */
on?: string, reason: string, };

export type LedgerApplied = { summary: DraftSummary, sheet: string, };

export type LedgerFile = { path: string, };

export type LedgerPreview = { sheets: Array<string>, sheet: string, header_row: number, labels: Array<string>, guesses: Array<ColumnGuess>, mapping: Mapping, 
/**
 * Was the mapping remembered from an earlier import?
 */
remembered: boolean, as_of: string | null, 
/**
 * Rows of the asked verdict, at most 500 from `offset` on.
 */
rows: Array<DraftRow>, rows_total: number, 
/**
 * How many rows of each verdict there are in all.
 */
verdicts: Array<VerdictCount>, questions: Array<Question>, summary: DraftSummary, };

export type LedgerRequest = { path: string, 
/**
 * The sheet's name; the likely one without it.
 */
sheet?: string, 
/**
 * The last row of the head, as Excel numbers it, when there is no mapping; found by itself without it.
 */
header_row?: number, 
/**
 * How to read its columns; the remembered or guessed way without it.
 */
mapping?: Mapping, 
/**
 * Answers to its questions: question → choice.
 */
answers?: { [key in string]: string }, 
/**
 * Only rows of this verdict.
 */
verdict?: Verdict, offset?: number, };

export type LibraryCounts = { inside: number, left: number, never: number, batches: Array<string>, };

export type LibraryEntryId = string;

export type LibraryEntryRow = { id: LibraryEntryId, in_on: string, out_on: string | null, in_reason: string, out_reason: string, batch: string, };

export type LibraryField = "in_on" | "out_on" | "in_reason" | "out_reason" | "batch";

export type LibraryQuery = { state: LibraryState, 
/**
 * Part of the project's name or code, or of its enterprise's name.
 */
text?: string, 
/**
 * GB/T 2260 code.
 */
district?: string, batch?: string, 
/**
 * Only those that have landed, or only the others.
 */
landed?: boolean, sort?: LibrarySort, descending?: boolean, offset?: number, limit?: number, };

export type LibraryRow = { id: ProjectId, name: string, enterprise_id: EnterpriseId | null, 
/**
 * The lead enterprise.
 */
enterprise: string, 
/**
 * As typed.
 */
district: string, 
/**
 * As stated, with 超 and 约.
 */
investment: string, 
/**
 * As of the day; none when the project was not there yet.
 */
stage: Stage | null, in_on: string | null, out_on: string | null, batch: string, in_reason: string, out_reason: string, landed_on: string | null, basis: LandingBasis | null, sample: boolean, };

export type LibraryShare = { 
/**
 * Code of the district or the industry; empty when it is not filled in.
 */
key: string, label: string, library: number, landed: number, };

export type LibrarySort = "name" | "district" | "investment" | "in_on" | "out_on" | "batch" | "landed_on";

export type LibraryState = "inside" | "left" | "never";

export type Light = { kind: LightKind, 
/**
 * Short: 逾期 6 天（5 个工作日）, 今天到期, 剩 4 个工作日, 进度差 14.3 个百分点, 正常.
 */
word: string, 
/**
 * A full sentence with the figures behind it.
 */
reason: string, };

export type LightExample = { id: TaskId, title: string, from: LightKind, to: LightKind, 
/**
 * Why, under the other bounds.
 */
reason: string, };

export type LightKind = "overdue" | "behind" | "due_soon" | "slow" | "normal" | "on_hold" | "done";

export type LightMove = { from: LightKind, to: LightKind, count: number, };

export type LightPreview = { 
/**
 * What was typed, read.
 */
bounds: Bounds, 
/**
 * Open tasks, …
 */
open: number, 
/**
 * … and how many of them would show another light.
 */
changed: number, 
/**
 * From which light to which, the most frequent first.
 */
moves: Array<LightMove>, 
/**
 * Some of them.
 */
examples: Array<LightExample>, };

export type LightRuleField = "valid_from" | "behind_above" | "slow_from" | "due_soon_days" | "note";

export type LightRuleId = string;

export type LightRuleRow = { id: LightRuleId, valid_from: string, bounds: Bounds, note: string, 
/**
 * It decides the lights of the day asked.
 */
in_force: boolean, };

export type LightRulesPage = { rows: Array<LightRuleRow>, 
/**
 * What holds before the first of them.
 */
shipped: Bounds, 
/**
 * What holds on the day asked.
 */
now: Bounds, };

export type LikelySame = { id: EnterpriseId, name: string, 
/**
 * 100 the same name, 60 worth a look.
 */
score: number, };

export type LinkedTask = { id: TaskId, title: string, project: Named | null, start_on: string | null, due: DueText | null, status: TaskStatus, light: Light, };

export type ListExport = { list: ListKind, 
/**
 * The query of the list itself: filter, sorting, grouping. Paging is passed over.
 */
query?: Record<string, unknown>, 
/**
 * Keys of the columns wanted, in their order; all of them if left out.
 */
columns?: Array<string>, 
/**
 * Telephone numbers in full; masked if left out (domain.md §4.2).
 */
phones?: boolean, path: string, };

export type ListKind = "tasks" | "projects" | "enterprises" | "demands" | "library" | "outcomes" | "submissions" | "experts" | "sessions" | "departments" | "people" | "supervisions" | "coordinations" | "sheets";

export type ListWritten = { path: string, rows: number, };

export type ListedFormat = string;

export type ListedIndustry = string;

export type Mapping = { 
/**
 * The last row of the head, as Excel numbers it; rows below are read.
 */
header_row: number, 
/**
 * What each column means, from column A on.
 */
columns: Array<Column>, };

export type MatchSubmission = { title: string, enterprise_name: string, uscc: string, };

export type Matches = { found: Found, enterprise: EnterpriseId | null, 
/**
 * Its name as it stands in the workbook; as typed for a new one.
 */
enterprise_name: string, 
/**
 * Others with a name much like it.
 */
similar: Array<LikelySame>, 
/**
 * Projects that are probably this one, by title.
 */
projects: Array<SameProject>, };

export type MeetingField = "held_on" | "number" | "title" | "place" | "chair" | "recorder" | "attendees" | "note";

export type MeetingId = string;

export type MeetingItemField = "title" | "said";

export type MeetingItemId = string;

export type MeetingItemRow = { id: MeetingItemId, state: ItemState, 
/**
 * As typed, or what the task or project is called.
 */
title: string, 
/**
 * How it stood that day, in words.
 */
standing: string, said: string, task: TaskRow | null, project: Named | null, enterprise: Named | null, 
/**
 * 第n版方案: the version of the last issued plan the task stands in.
 */
plan_version: number | null, 
/**
 * What was said about it at a meeting before.
 */
last: LastTime | null, 
/**
 * What was noted since then (since seven days, when it is new here), the newest first.
 */
notes: Array<ProgressNote>, decisions: Array<DecisionRow>, 
/**
 * 督办单 of the task that were not voided, the newest first.
 */
supervisions: Array<NamedSupervision>, 
/**
 * The level proposed for a new one, from the light.
 */
level: SupervisionLevel | null, 
/**
 * 协调 of the task that are still open.
 */
coordinations: Array<Named>, attachments: number, };

export type MeetingMention = { meeting: MeetingId, number: string, held_on: string, standing: string, said: string, decisions: Array<DecisionRow>, };

export type MeetingPage = { row: MeetingRow, recorder: string, attendees: string, note: string, items: Array<MeetingItemRow>, supervisions: Array<SupervisionRow>, coordinations: Array<CoordinationRow>, };

export type MeetingProposal = { 
/**
 * 2021年第8次.
 */
number: string, held_on: string, 
/**
 * As at the last meeting.
 */
place: string, chair: string, recorder: string, 
/**
 * One that was not closed yet.
 */
open: MeetingId | null, items: Array<ProposedItem>, };

export type MeetingQuery = { 
/**
 * Part of number, title, chair, or of an item.
 */
text?: string, offset?: number, limit?: number, };

export type MeetingRow = { id: MeetingId, held_on: string, number: string, title: string, place: string, chair: string, status: MeetingStatus, items: number, decided: number, skipped: number, decisions: number, 
/**
 * Tasks that came of it, and how many of them are 已销号 by now.
 */
tasks: number, tasks_done: number, supervisions: number, sample: boolean, };

export type MeetingScope = { group?: WorkGroupId, project?: ProjectId, 
/**
 * Led or assisted by this unit.
 */
department?: DepartmentId, };

export type MeetingStatus = "open" | "closed";

export type MemberField = "department" | "person" | "role";

export type MemberRow = { id: Id, department_id: DepartmentId | null, department: string, person_id: PersonId | null, person: string, post: string, mobile: string, role: string, };

export type MergeDepartments = { kept: DepartmentId, gone: DepartmentId, 
/**
 * From which day, as typed; empty: today.
 */
on?: string, };

export type MergeEnterprises = { keep: EnterpriseId, merge: EnterpriseId, };

export type MilestoneField = "phase" | "name" | "plan_on" | "actual_on" | "note";

export type MilestoneId = string;

export type MilestonePhase = "preparation" | "resources" | "construction" | "production";

export type MilestoneRow = { id: MilestoneId, phase: MilestonePhase, name: string, plan_on: PartialDate | null, 
/**
 * As a page says it: 2021年3月底前.
 */
plan_text: string, actual_on: string | null, 
/**
 * Planned for a time that is over, and not reached.
 */
late: boolean, note: string, tasks: number, };

export type MissingFont = { 
/**
 * The font's name, such as 方正小标宋简体.
 */
name: string, 
/**
 * What the preview shows in its place; null when nothing suitable is there.
 */
shown_as: string | null, 
/**
 * One sentence for the person: what is missing, what that means, what to do.
 */
advice: string, };

export type MonthCounts = { due: number, 
/**
 * 销号 by their due.
 */
on_time: number, 
/**
 * 销号 after it, or open though it is over.
 */
late: number, };

export type MoveDemand = { id: DemandId, after?: DemandId, };

export type MoveMeetingItem = { id: MeetingItemId, 
/**
 * Behind this one; first if left out.
 */
after?: MeetingItemId, };

export type MoveMilestone = { id: MilestoneId, after?: MilestoneId, };

export type MovePresentation = { id: PresentationId, after?: PresentationId, };

export type MovePreview = { task: MovedTask, 
/**
 * What waits for it, directly or by way of another, and would begin before that is finished.
 */
delayed: Array<MovedTask>, };

export type MoveSession = { id: SessionId, after?: SessionId, };

export type MoveTask = { id: TaskId, 
/**
 * Behind this one; first if left out.
 */
after?: TaskId, };

export type MovedTask = { id: TaskId, title: string, project: Named | null, from: Span, to: Span, 
/**
 * Working days it takes then.
 */
working_days: number, 
/**
 * Its deadline becomes later than one that was set on an earlier day: 延期, which must say why.
 */
extended: boolean, };

export type Named = { id: Id, name: string, };

export type NamedSupervision = { id: Id, number: string, level: SupervisionLevel, 
/**
 * Issued at this meeting.
 */
here: boolean, };

export type NamedTask = { id: TaskId, title: string, };

export type NamedUnit = { id: DepartmentId, name: string, };

export type NewDates = { id: TaskId, 
/**
 * Left as it is (or without one) if left out.
 */
start_on?: string, due: string, };

export type NewLightRule = { 
/**
 * Today if left out.
 */
valid_from?: string, note?: string, behind_above?: string, slow_from?: string, due_soon_days?: string, };

export type NewMeeting = { 
/**
 * As typed; today when empty.
 */
held_on?: string, 
/**
 * The next of its year when empty.
 */
number?: string, title?: string, place?: string, chair?: string, recorder?: string, attendees?: string, tasks?: Array<TaskId>, };

export type NewNote = { id: TaskId, 
/**
 * Up to which day; today if left out.
 */
as_of?: string, 
/**
 * 0–100.
 */
percent?: number, done_text?: string, problem?: string, next_step?: string, need_coordination?: boolean, reporter?: string, };

export type NewReview = { project: ProjectId, 
/**
 * 会议评审 without one.
 */
kind?: ReviewKind, 
/**
 * 评审日期; may be still to come, or empty.
 */
held_on?: string, 
/**
 * The third party that runs it.
 */
organiser?: string, 
/**
 * Experts by name, as [`super::experts::from_typed`] reads them.
 */
experts?: string, 
/**
 * Of what kind those are that are new.
 */
expert_kind?: ExpertKind, };

export type NewSheets = { 
/**
 * Names of units, separated as people separate them.
 */
departments: string, title: string, 
/**
 * Today if left out.
 */
sent_on?: string, 
/**
 * A day, or so many working days from the day it was sent; none if left out.
 */
due?: string, note?: string, };

export type NewSubmission = { 
/**
 * 项目名称.
 */
title: string, 
/**
 * 企业名称.
 */
enterprise_name?: string, 
/**
 * 统一社会信用代码.
 */
uscc?: string, 
/**
 * The enterprise, where the person chose one.
 */
enterprise?: EnterpriseId, 
/**
 * How it came, by word or code; 企业自荐 without one.
 */
channel?: string, 
/**
 * 推荐区市 as typed.
 */
district?: string, 
/**
 * 征集批次.
 */
batch?: string, 
/**
 * 收到日期 as typed; today without one.
 */
received_on?: string, };

export type NewSupervision = { task?: TaskId, demand?: DemandId, number?: string, level?: SupervisionLevel, department?: string, assisting?: string, matter?: string, basis?: string, requirement?: string, reply_due?: string, };

export type NewTask = { project?: ProjectId, enterprise?: EnterpriseId, demand?: DemandId, milestone?: MilestoneId, title: string, measure?: string, deliverable?: string, lead?: string, assisting?: string, persons?: string, start_on?: string, due?: string, percent?: string, note?: string, 
/**
 * 交办日期; today if left out. Working days are counted from it.
 */
assigned_on?: string, 
/**
 * The status it comes in with; 未启动 if left out.
 */
status?: TaskStatus, };

export type NewVisit = { demand: DemandId, 
/**
 * As typed; empty: today.
 */
on?: string, satisfaction: Satisfaction, 
/**
 * 电话, 上门 …
 */
manner?: string, text?: string, visitor?: string, 
/**
 * The step taken with it, in the same action: 销号, or back to 办理中.
 */
then?: DemandStatus, };

export type NewWorkbook = { path: string, };

export type NextDemandStep = { status: DemandStatus, 
/**
 * Something must be said with it: 办理结果, 政策依据, what the enterprise is not satisfied with.
 */
asks: boolean, 
/**
 * What must be there first, in words.
 */
lacks: Array<string>, 
/**
 * A 回访 is what it lacks.
 */
wants_visit: boolean, };

export type NextReminder = { 
/**
 * Milliseconds from now; none when reminders are off.
 */
in_ms: number | null, };

export type NextStatus = { status: TaskStatus, 
/**
 * What the step is called: 申请销号, 退回.
 */
word: string, needs_reason: boolean, 
/**
 * Words that show the work is done are needed, since no file is attached.
 */
needs_evidence: boolean, };

export type NotRead = { field: FormField, typed: string, why: string, };

export type Nothing = Record<symbol, never>;

export type OpenWorkbook = { path: string, read_only?: boolean, };

export type OpinionCell = { id: OpinionId, field: OpinionField, text: string, };

export type OpinionField = "idea" | "argument" | "feasible" | "overall" | "advice" | "declined";

export type OpinionId = string;

export type OpinionRow = { id: OpinionId, expert_id: ExpertId, expert: string, organisation: string, expert_kind: ExpertKind, 
/**
 * Score and words in one line, as they are typed.
 */
idea: string, argument: string, feasible: string, 
/**
 * Advice and words in one line, as they are typed.
 */
overall: string, advice: Conclusion | null, declined: boolean, 
/**
 * Has anything been said?
 */
said: boolean, };

export type OpinionVerdict = "taken" | "partly" | "declined";

export type Orphan = { 
/**
 * What the row is (任务) and what it is called.
 */
noun: string, name: string, id: Id | null, 
/**
 * Which of its fields leads nowhere.
 */
field: string, };

export type OutcomeField = "kind" | "amount" | "certainty" | "counterparty" | "on_day" | "source_text" | "demand" | "verify" | "note";

export type OutcomeId = string;

export type OutcomeKind = "listed" | "land" | "talent" | "financing" | "order" | "intent" | "started" | "in_production" | "approved" | "other";

export type OutcomeQuery = { project?: ProjectId, kind?: OutcomeKind, 
/**
 * Only those with something 待核实.
 */
verify?: boolean, offset?: number, limit?: number, };

export type OutcomeRow = { id: OutcomeId, project_id: ProjectId, project: string, kind: OutcomeKind, 
/**
 * As stated, with 超 and 约; empty without an amount.
 */
amount: string, certainty: Certainty | null, counterparty: string, on_day: string | null, source_text: string, demand_id: DemandId | null, demand: string, verify: string, note: string, };

export type OutcomeTotal = { 
/**
 * None: not said.
 */
certainty: Certainty | null, 
/**
 * 超3000万元，另有1项未量化.
 */
text: string, };

export type Overview = { as_of: string, enterprises: number, projects: number, 
/**
 * The headline: 重点项目库, 落地, 创意会, 需求解决率.
 */
figures: Array<FigureValue>, 
/**
 * 汇报用语.
 */
prose: string, 
/**
 * 引述数, each with its own 口径; apart from the library.
 */
stated: Array<Stated>, 
/**
 * What changed since the latest snapshot, in words.
 */
since: string | null, 
/**
 * The session being prepared, in words.
 */
preparing: string | null, tasks: TaskCounts, 
/**
 * Projects by stage, in the order of the stages; stages without projects are left out.
 */
stages: Array<StageCount>, 
/**
 * Units with open tasks, in 机构序列.
 */
departments: Array<DepartmentLights>, 
/**
 * How much there is to do of each kind, in order.
 */
todo: Array<TodoCount>, };

export type Ownership = "private" | "state_owned" | "mixed" | "foreign" | "collective" | "other";

export type Page<T> = { 
/**
 * Rows that match, on all pages.
 */
total: number, rows: Array<T>, };

export type Paging = { offset?: number, limit?: number, };

export type PaperFormat = "docx" | "pdf" | "png" | "ics";

export type PaperKind = "plan" | "supervision" | "minutes" | "coordination_minutes" | "review_notice" | "review_form" | "review_opinion" | "submission_form" | "duties" | "demand_list" | "handbook" | "agenda" | "invitations" | "cards" | "sign_in" | "landing" | "brief" | "one_pager" | "weekly" | "monthly" | "bulletin" | "board" | "calendar";

export type PaperOf = "project" | "enterprise" | "department" | "plan" | "supervision" | "meeting" | "coordination" | "review" | "session" | "landing" | "everything" | "month";

export type PaperPreview = { 
/**
 * A drawing (SVG) for each page.
 */
pages: Array<string>, 
/**
 * Typefaces of the paper that this computer lacks; what is shown instead is named.
 */
missing_fonts: Array<MissingFont>, 
/**
 * What the save dialog proposes.
 */
file_name: string, 
/**
 * The bureau's template that Word follows while these pages show the standard layout.
 */
template: string | null, };

export type PaperRequest = { kind: PaperKind, subject?: Subject, };

export type PaperRow = { kind: PaperKind, name: string, 
/**
 * What it can be of.
 */
of: Array<PaperOf>, 
/**
 * Endings its file may have.
 */
formats: Array<PaperFormat>, 
/**
 * Sheets it may lie on, the usual first; empty where there is no choice.
 */
sheets: Array<PaperSheet>, 
/**
 * One can be made for each of what it is of.
 */
batch: boolean, 
/**
 * It has a layout that staff may replace by a template of their own.
 */
layout: boolean, 
/**
 * The bureau's own template, when one is in force: the file's name.
 */
template: string | null, };

export type PaperSheet = "a3" | "a4" | "screen";

export type PartialDate = string;

export type Participant = { id: EnterpriseId, name: string, is_lead: boolean, };

export type PasteAttachment = { owner: Id, 
/**
 * Empty for a picture out of the clipboard.
 */
name: string, 
/**
 * The bytes in base64.
 */
data: string, };

export type PersonField = "name" | "department" | "post" | "mobile" | "tel" | "role" | "note";

export type PersonId = string;

export type PersonQuery = { department?: DepartmentId, 
/**
 * Part of the name.
 */
text?: string, offset?: number, limit?: number, };

export type PersonRole = "leading_official" | "deputy_in_charge" | "responsible" | "liaison";

export type PersonRow = { id: PersonId, name: string, department_id: DepartmentId | null, department: string, post: string, mobile: string, tel: string, role: PersonRole | null, note: string, open_tasks: number, sample: boolean, };

export type Piece = { kind: PieceKind, text: string, };

export type PieceKind = "same" | "added" | "removed";

export type PlaceCount = { 
/**
 * Code of the district, name of the batch; empty for those of none.
 */
key: string, label: string, count: number, };

export type PlanComparison = { old: ComparedVersion, new: ComparedVersion, head: Array<FieldChange>, 
/**
 * Sections that either has, in the order of the paper.
 */
sections: Array<SectionDiff>, tasks: Array<TaskDiff>, tasks_same: number, 
/**
 * Who changed what in between, newest first.
 */
history: Array<HistoryEntry>, };

export type PlanField = "title" | "signer" | "dated" | "document_number" | "issued_on";

export type PlanId = string;

export type PlanKind = "enterprise" | "project";

export type PlanOpinionField = "due" | "answered_on" | "text";

export type PlanOpinionId = string;

export type PlanOpinionRow = { id: PlanOpinionId, department: DepartmentId, unit: string, asked_on: string | null, due: string | null, answered_on: string | null, text: string, verdict: OpinionVerdict | null, reason: string, 
/**
 * Not answered, and the day is past.
 */
late: boolean, };

export type PlanOwner = { project?: ProjectId, enterprise?: EnterpriseId, };

export type PlanPage = { id: PlanId, kind: PlanKind, version: number, status: PlanStatus, 
/**
 * The states that may follow, the usual one first.
 */
next: Array<PlanStatus>, editable: boolean, title: string, signer: string, dated: string | null, document_number: string, issued_on: string | null, repealed_on: string | null, repeal_reason: string, 
/**
 * When the paper of an issued version left the room; from then on 印发 cannot be undone.
 */
exported_on: string | null, project_id: ProjectId | null, enterprise_id: EnterpriseId | null, 
/**
 * What it is about.
 */
subject: string, parts: Array<PlanPart>, 
/**
 * Attachments the paper has, in their order.
 */
attachments: Array<string>, findings: Array<Finding>, 
/**
 * What the save dialog proposes.
 */
file_name: string, 
/**
 * Every version, the newest first.
 */
versions: Array<PlanVersion>, 
/**
 * 征求意见, units in 机构序列.
 */
opinions: Array<PlanOpinionRow>, };

export type PlanPart = { part: PlanSection, title: string, 
/**
 * 一、 or （一）, as on paper; empty for a section the paper leaves out.
 */
number: string, 
/**
 * 1 for 一、 and 2 for （一）.
 */
level: number, 
/**
 * Can text be typed here?
 */
has_text: boolean, text: string, 
/**
 * What to write here.
 */
guide: string, 
/**
 * The paper shows what the data says, because nothing was typed.
 */
from_data: boolean, };

export type PlanPreview = { 
/**
 * A drawing (SVG) for each page.
 */
pages: Array<string>, 
/**
 * Typefaces of the paper that this computer lacks; what is shown instead is named.
 */
missing_fonts: Array<MissingFont>, };

export type PlanSection = "basics" | "enterprise" | "content" | "opinion" | "goals" | "needs" | "duties" | "schedule" | "safeguards" | "leadership" | "dispatch" | "supervision" | "adjustment";

export type PlanStatus = "draft" | "consultation" | "signing" | "issued" | "revised" | "repealed";

export type PlanVersion = { id: PlanId, version: number, status: PlanStatus, issued_on: string | null, document_number: string, };

export type Preparation = { items: Array<SessionItemRow>, 
/**
 * The day counted back from.
 */
counted_from: string | null, 
/**
 * What has to be known about that day, in a sentence: 暂按 …; empty when it is certain.
 */
notice: string, done: number, late: number, };

export type PresentationField = "presenter" | "minutes" | "expert_comments" | "note";

export type PresentationId = string;

export type PresentedAt = { session: SessionRow, presentation: AgendaRow, };

export type PreviewDay = { date: string, kind: DayKind, name: string, change: DayChange, };

export type PreviewPlan = { id: PlanId, typing?: Array<TypedSection>, };

export type PreviewYear = { year: number, off: number, work: number, 
/**
 * The file states the whole year: its notice counts as published from now on.
 */
whole: boolean, };

export type ProblemKind = "key" | "hard" | "pain" | "block";

export type ProgressNote = { id: Id, as_of: string, percent: number | null, done_text: string, problem: string, next_step: string, need_coordination: boolean, reporter: string, };

export type ProjectField = "code" | "name" | "kind" | "summary" | "four_new" | "industry" | "format" | "chain" | "district" | "investment" | "lead" | "work_group" | "problems" | "verify" | "note";

export type ProjectId = string;

export type ProjectKind = "key_enterprise" | "cluster";

export type ProjectPage = { id: ProjectId, code: string, name: string, kind: ProjectKind | null, summary: string, four_new: Array<FourNew>, industry: ListedIndustry | null, format: ListedFormat | null, chain: string, 
/**
 * The list of chains it was classified under; empty for a chain no list holds.
 */
chain_version: string, work_group_id: WorkGroupId | null, work_group: string, district: string, district_code: string | null, investment: Amount | null, 
/**
 * As stated, with 超 and 约.
 */
investment_text: string, stage: Stage, 
/**
 * Stages it may go to now.
 */
next_stages: Array<Stage>, 
/**
 * In 重点项目库 since this day.
 */
in_library: string | null, 
/**
 * The day of its active landing.
 */
landed_on: string | null, outcomes: number, lead_id: DepartmentId | null, lead: string, problems: Array<ProblemKind>, verify: string, note: string, sample: boolean, enterprises: Array<Participant>, light: Light | null, 
/**
 * The task the light is of.
 */
light_task: string, demands: number, tasks: number, milestones: number, };

export type ProjectParticipant = { id: ProjectId, enterprise: EnterpriseId, };

export type ProjectQuery = { 
/**
 * Part of the name or code, or of a participating enterprise's name.
 */
text?: string, stage?: Stage, 
/**
 * Any of these, or `stage`.
 */
stages?: Array<Stage>, kind?: ProjectKind, four_new?: FourNew, lead?: DepartmentId, 
/**
 * GB/T 2260 code.
 */
district?: string, enterprise?: EnterpriseId, 
/**
 * Only those with overdue tasks.
 */
overdue?: boolean, 
/**
 * Only those with something 待核实.
 */
verify?: boolean, 
/**
 * Only those of the sample, or only the others.
 */
sample?: boolean, sort?: ProjectSort, descending?: boolean, offset?: number, limit?: number, };

export type ProjectReviews = { project: string, stage: Stage, 
/**
 * What 初筛 said, if it came in by 征集.
 */
screening: Screening | null, 
/**
 * Why no round may begin now; empty when one may.
 */
refused: string, 
/**
 * The number of the next round.
 */
next_round: number, 
/**
 * The first round first.
 */
rounds: Array<RoundRow>, };

export type ProjectRow = { id: ProjectId, code: string, name: string, enterprise_id: EnterpriseId | null, 
/**
 * The lead enterprise.
 */
enterprise: string, 
/**
 * Enterprises besides it.
 */
other_enterprises: number, 
/**
 * As typed.
 */
district: string, 
/**
 * As stated, with 超 and 约.
 */
investment: string, stage: Stage, lead_id: DepartmentId | null, lead: string, open_tasks: number, overdue_tasks: number, 
/**
 * The next open node of the 路线图 with its time.
 */
next_node: string, 
/**
 * The earliest deadline of an open task, as a grid shows it.
 */
next_due: string, 
/**
 * The worst light among its open tasks; none without open tasks.
 */
light: Light | null, verify: string, sample: boolean, };

export type ProjectSort = "name" | "code" | "stage" | "investment" | "lead" | "overdue_tasks" | "next_due";

export type ProposeMeeting = { scope?: MeetingScope, 
/**
 * Items at most; 12 when left out.
 */
count?: number, };

export type ProposeSupervisions = { tasks?: Array<TaskId>, demands?: Array<DemandId>, meeting?: MeetingId, };

export type ProposedItem = { urgency: Urgency, task: TaskRow, };

export type ProposedSupervision = { task: TaskId | null, demand: DemandId | null, number: string, level: SupervisionLevel, 
/**
 * Why this level: the light of the task, in words.
 */
because: string, 
/**
 * The unit by name; empty when none is known.
 */
department: string, assisting: string, matter: string, basis: string, requirement: string, 
/**
 * As a page says it.
 */
task_due: string, 
/**
 * 逾期 6 天（4 个工作日）, or empty.
 */
overdue: string, reply_due: string, 
/**
 * Numbers of 督办单 on the same matter that are not done yet.
 */
standing: Array<string>, };

export type ProposedUnit = { id: DepartmentId, name: string, leads: number, assists: number, 
/**
 * It has been asked about this version and has not answered yet.
 */
asked: boolean, };

export type Qualifier = "eq" | "gt" | "ge" | "approx" | "many" | "unspecified";

export type Question = { 
/**
 * The same for the same doubt whenever the file is read again.
 */
id: string, kind: QuestionKind, 
/**
 * What stands in the cell, shown bold.
 */
value: string, 
/**
 * What is doubtful about it.
 */
text: string, cells: Array<CellPlace>, choices: Array<Choice>, 
/**
 * The id of the choice that holds now: the person's, else the proposed one.
 */
chosen: string, 
/**
 * Whether the proposal rests on something the ledger itself says (its 截至 date); its rows are then not
 * marked 有疑问.
 */
sure: boolean, };

export type QuestionKind = "year" | "no_such_day" | "date" | "currency" | "amount_unit" | "amount" | "percent" | "department" | "enterprise";

export type RaiseCoordination = { level: CoordinationLevel, issue: string, project?: ProjectId, task?: TaskId, demand?: DemandId, meeting?: MeetingId, 
/**
 * 提请日期 as typed; today when empty.
 */
raised_on?: string, convener?: string, };

export type RaiseDemands = { presentation: PresentationId, text: string, 
/**
 * Chosen instead of the one recognised.
 */
category?: DemandCategory, };

export type RaisedAt = { id: SessionId, theme: string, };

export type RaisedDemand = { id: DemandId, category: DemandCategory, text: string, quantity: string, status: DemandStatus, };

export type ReadDecision = { text: string, 
/**
 * The meeting it is taken at; its day counts.
 */
meeting?: MeetingId, };

export type ReadLine = { field: FormField, 
/**
 * As it will stand.
 */
text: string, };

export type RecentWorkbook = { path: string, name: string, 
/**
 * Is the file still there?
 */
exists: boolean, };

export type Remembered = { said: string, unit: DepartmentId, };

export type RemindOfSheets = { ids?: Array<SentSheetId>, };

export type ReminderCount = { kind: ReminderKind, count: number, };

export type ReminderDigest = { 
/**
 * Whatever was late before this day was told before.
 */
since: string, today: string, 
/**
 * Of each kind there is, in order.
 */
counts: Array<ReminderCount>, 
/**
 * The first of each kind.
 */
items: Array<ReminderItem>, };

export type ReminderItem = { kind: ReminderKind, 
/**
 * The record whose page shows it.
 */
record: Kind, id: Id, title: string, 
/**
 * The project, the unit or the session it belongs to.
 */
about: string, due: string, };

export type ReminderKind = "task_late" | "task_due" | "reply_late" | "reply_due" | "preparation_late" | "preparation_due";

export type ReminderNotice = { title: string, body: string, };

export type RemindersSince = { 
/**
 * What became late on this day or later; today if left out.
 */
since?: string, };

export type RenameDepartment = { id: DepartmentId, short: string, full?: string, 
/**
 * From which day, as typed; empty: today.
 */
on?: string, };

export type RepealPlan = { id: PlanId, reason: string, 
/**
 * 作废日期; today if left out.
 */
on?: string, };

export type ReplyField = "department" | "text" | "due" | "demand";

export type ReplyId = string;

export type ReplyReading = { 
/**
 * The unit, when one is recognised.
 */
unit: NamedUnit | null, 
/**
 * The name typed that is no unit's; empty otherwise.
 */
unknown: string, 
/**
 * Units like it, best first.
 */
near: Array<NamedUnit>, text: string, 
/**
 * As a page says it: 2021年3月底前; with its rule, if it came from one.
 */
due: string, 
/**
 * The words it was read from.
 */
due_words: string, 
/**
 * The need it answers, as far as the words tell.
 */
demand: DemandId | null, demand_name: string, };

export type Reschedule = { with_following?: boolean, 
/**
 * Why, when a deadline becomes later.
 */
reason?: string, id: TaskId, 
/**
 * Left as it is (or without one) if left out.
 */
start_on?: string, due: string, };

export type RestoreDeletion = { 
/**
 * As told by `recycle_list`.
 */
entry: number, };

export type ReturnApplied = { counts: ReturnCounts, 
/**
 * 报送 that are back now.
 */
returned: number, 
/**
 * What was done besides, in sentences: a person added to a unit.
 */
notices: Array<string>, };

export type ReturnChoice = "theirs" | "ours" | "add" | "skip";

export type ReturnCounts = { changed: number, conflict: number, asked: number, locked: number, unknown_row: number, unread_value: number, missing: number, 
/**
 * Cells that say what was sent, or what stands here.
 */
unchanged: number, 
/**
 * Cells that would be written as things are chosen.
 */
to_write: number, 
/**
 * Tasks they belong to.
 */
tasks: number, 
/**
 * Tasks that would be added.
 */
to_add: number, };

export type ReturnDraft = { file: string, sheets: Array<ReturnedSheet>, 
/**
 * Sheets without a head of ours, which are passed over.
 */
passed_over: Array<string>, items: Array<ReturnItem>, counts: ReturnCounts, };

export type ReturnItem = { 
/**
 * By which its choice is told: the same whenever the file is read again.
 */
key: string, kind: ReturnKind, sheet: string, 
/**
 * As Excel numbers it; none for a row that did not come back.
 */
row: number | null, 
/**
 * As Excel letters it; none for a whole row.
 */
letter: string | null, column: SheetColumn | null, task: TaskId | null, title: string, 
/**
 * The project or enterprise.
 */
owner: string, 
/**
 * What was sent; none when that is not known.
 */
sent: string | null, 
/**
 * What stands here.
 */
ours: string, 
/**
 * What came back.
 */
theirs: string, 
/**
 * Why it is shown, when that needs words.
 */
why: string, choices: Array<ReturnChoice>, chosen: ReturnChoice, };

export type ReturnKind = "changed" | "conflict" | "asked" | "locked" | "unknown_row" | "unread_value" | "missing";

export type ReturnRequest = { path: string, 
/**
 * Choices by the key of their item; what is left out keeps its default.
 */
choices?: Choices, };

export type ReturnSheets = { ids: Array<SentSheetId>, 
/**
 * Today if left out.
 */
on?: string, };

export type ReturnedSheet = { name: string, 
/**
 * The unit it went to.
 */
unit: string, rows: number, 
/**
 * When it was sent, if that is known.
 */
sent_on: string | null, 
/**
 * Is what was sent known, so that changes here since then can be told?
 */
compared_with_sent: boolean, returned_now: boolean, };

export type ReviewField = "kind" | "held_on" | "organiser" | "opinion" | "to_change" | "how_met" | "met_on" | "note";

export type ReviewId = string;

export type ReviewKind = "meeting" | "on_site" | "written";

export type ReviewPaper = { path: string, };

export type ReviewQuery = { 
/**
 * Part of the project's or the enterprise's name.
 */
text?: string, state?: ReviewState, offset?: number, limit?: number, };

export type ReviewQueueRow = { 
/**
 * The project's.
 */
id: ProjectId, project: string, enterprise_id: EnterpriseId | null, enterprise: string, stage: Stage, state: ReviewState, 
/**
 * The round it is in or waits for.
 */
round: number, 
/**
 * The last round's day.
 */
held_on: string | null, conclusion: Conclusion | null, organiser: string, 
/**
 * Who reviews in the last round.
 */
experts: string, 
/**
 * Experts of the last round who have said something, and all who have not stood aside.
 */
said: number, asked: number, 
/**
 * What was asked of it in the last round.
 */
to_change: string, sample: boolean, };

export type ReviewState = "to_start" | "open" | "revising" | "revised" | "concluded";

export type ReviewStateCount = { state: ReviewState, count: number, };

export type RevokeLanding = { id: LandingId, 
/**
 * As typed; today if empty.
 */
on?: string, reason: string, };

export type RoundRow = { id: ReviewId, round: number, kind: ReviewKind, held_on: string | null, organiser: string, conclusion: Conclusion | null, opinion: string, to_change: string, how_met: string, met_on: string | null, note: string, opinions: Array<OpinionRow>, 
/**
 * Mean scores by criterion, of those who gave one: 87.3; empty when nobody did.
 */
mean_idea: string, mean_argument: string, mean_feasible: string, 
/**
 * How many advise what.
 */
advice: Array<AdviceCount>, };

export type SaidLine = { presentation: PresentationId, text: string, };

export type SaidReply = { id: ReplyId, unit: NamedUnit | null, text: string, due: PartialDate | null, 
/**
 * As a grid shows it; the rule, if it came from one.
 */
due_text: string, due_rule: string, 
/**
 * The line as it was typed.
 */
typed: string, demand: DemandId | null, 
/**
 * The task it became.
 */
task: NamedTask | null, };

export type SameProject = { id: ProjectId, name: string, enterprise: string, 
/**
 * The same title of the same enterprise.
 */
same: boolean, };

export type Satisfaction = "satisfied" | "rather_satisfied" | "dissatisfied" | "not_asked";

export type SaveAttachment = { id: AttachmentId, path: string, };

export type SaveChart = { path: string, 
/**
 * A PNG in base64.
 */
data: string, };

export type Scale = "tiny" | "bureau" | "city" | "province";

export type ScheduleText = { on: boolean, 
/**
 * 9:00、14:30.
 */
times: string, 
/**
 * 18:00—8:30, or empty.
 */
quiet: string, };

export type ScreenSubmissions = { ids: Array<SubmissionId>, screening: Screening, 
/**
 * 初筛意见; needed for 未通过 and 退回补充.
 */
note?: string, 
/**
 * 初筛日期 as typed; today without one.
 */
on?: string, };

export type Screening = "waiting" | "passed" | "supplement" | "refused";

export type ScreeningCount = { screening: Screening, count: number, };

export type SearchRequest = { text?: string, limit?: number, };

export type SectionDiff = { part: PlanSection, title: string, 
/**
 * 1 for 一、 and 2 for （一）.
 */
level: number, changed: boolean, pieces: Array<Piece>, };

export type SendSheets = { 
/**
 * These tasks …
 */
tasks?: Array<TaskId>, 
/**
 * … or those of a filter.
 */
filter?: TaskFilter, 
/**
 * What the sheets are called, 2021年2月责任分工表 if left out.
 */
title?: string, 
/**
 * When they are due back: a day, or so many working days from today; not said if left out.
 */
due?: string, note?: string, 
/**
 * The file; with `separate` the folder for a file each.
 */
path: string, separate?: boolean, };

export type SentSheetId = string;

export type SessionAdvanced = { 
/**
 * Projects that went from 待发布 to 已发布 with it.
 */
published: number, 
/**
 * Presented projects that stayed where they are, and why, in sentences.
 */
notices: Array<string>, };

export type SessionField = "theme" | "year" | "season" | "special" | "held_on" | "starts_at" | "venue" | "organiser" | "onsite" | "online" | "focus" | "verify" | "note";

export type SessionId = string;

export type SessionItemCell = { id: Id, field: SessionItemField, text: string, };

export type SessionItemField = "title" | "days_before" | "owner" | "done_on" | "note";

export type SessionItemRow = { id: Id, title: string, days_before: number | null, 
/**
 * The day it is due; none while the session has no date.
 */
due: string | null, owner: string, done_on: string | null, note: string, 
/**
 * Due before the day looked at, and not done.
 */
late: boolean, 
/**
 * Working days left until it is due; negative when it is late.
 */
days_left: number | null, };

export type SessionPage = { row: SessionRow, organiser: string, note: string, 
/**
 * States it may go to.
 */
next: Array<SessionStatus>, 
/**
 * Presentations together, in minutes.
 */
minutes: number, items: number, items_done: number, guests: number, 
/**
 * The rule a task gets when its reply named no time limit: 15个工作日自交办.
 */
default_due: string, };

export type SessionQuery = { 
/**
 * Part of the theme, the 专场 or the venue.
 */
text?: string, status?: SessionStatus, year?: number, offset?: number, limit?: number, };

export type SessionRow = { id: SessionId, 
/**
 * 第几场, told from the order; none for a cancelled one.
 */
number: number | null, theme: string, year: number | null, season: number | null, special: string, held_on: PartialDate | null, 
/**
 * As a page says it.
 */
held_text: string, 
/**
 * HH:MM; empty while it is not fixed.
 */
starts_at: string, status: SessionStatus, venue: string, 
/**
 * As stated, with its unit: 千余人次. Never summed or sorted.
 */
onsite: string, online: string, focus: Array<FourNew>, projects: number, demands: number, replies: number, 
/**
 * Replies that have become tasks.
 */
converted: number, verify: string, sample: boolean, };

export type SessionStatus = "preparing" | "held" | "cancelled";

export type SetAttachment = { id: AttachmentId, field: AttachmentField, text: string, };

export type SetContact = { id: ContactId, field: ContactField, text: string, };

export type SetCoordination = { id: CoordinationId, field: CoordinationField, text: string, };

export type SetDemand = { ids: Array<DemandId>, field: DemandField, text: string, };

export type SetDepartment = { id: DepartmentId, field: DepartmentField, text: string, };

export type SetEnterprise = { id: EnterpriseId, field: EnterpriseField, text: string, };

export type SetEntry = { id: DictionaryEntryId, field: DictionaryField, text: string, };

export type SetEvidence = { id: EvidenceId, text: string, };

export type SetExperts = { cells: Array<ExpertCell>, };

export type SetGuests = { cells: Array<GuestCell>, };

export type SetItemState = { id: MeetingItemId, state: ItemState, };

export type SetLanding = { id: LandingId, field: LandingField, text: string, };

export type SetLibraryEntry = { id: LibraryEntryId, field: LibraryField, text: string, };

export type SetLightRule = { id: LightRuleId, field: LightRuleField, text: string, };

export type SetMeeting = { id: MeetingId, field: MeetingField, text: string, };

export type SetMeetingItem = { id: MeetingItemId, field: MeetingItemField, text: string, };

export type SetMember = { id: Id, field: MemberField, text: string, };

export type SetMilestone = { id: MilestoneId, field: MilestoneField, text: string, };

export type SetOpinions = { cells: Array<OpinionCell>, };

export type SetOutcome = { id: OutcomeId, field: OutcomeField, text: string, };

export type SetPerson = { id: PersonId, field: PersonField, text: string, };

export type SetPlan = { id: PlanId, field: PlanField, text: string, };

export type SetPlanOpinion = { id: PlanOpinionId, field: PlanOpinionField, text: string, };

export type SetPlanSection = { id: PlanId, part: PlanSection, text: string, };

export type SetPresentation = { id: PresentationId, field: PresentationField, text: string, };

export type SetProject = { id: ProjectId, field: ProjectField, text: string, };

export type SetReply = { id: ReplyId, field: ReplyField, text: string, };

export type SetReview = { id: ReviewId, field: ReviewField, text: string, };

export type SetSession = { id: SessionId, field: SessionField, text: string, };

export type SetSessionItems = { cells: Array<SessionItemCell>, };

export type SetSheets = { cells: Array<SheetCell>, };

export type SetSnapshot = { id: SnapshotId, field: SnapshotField, text: string, };

export type SetStageDay = { id: Id, text: string, };

export type SetStated = { id: StatedFigureId, field: StatedField, text: string, };

export type SetSubmissions = { cells: Array<SubmissionCell>, };

export type SetSupervision = { id: SupervisionId, field: SupervisionField, text: string, };

export type SetTask = { id: TaskId, field: TaskField, text: string, 
/**
 * Why, for a due date or a status.
 */
reason?: string, 
/**
 * What shows that the work is done, for 申请销号.
 */
evidence?: string, 
/**
 * The day a due date, status or percent holds from; today if left out.
 */
on?: string, };

export type SetTaskCells = { cells: Array<TaskCell>, 
/**
 * Why, for deadlines and states that do not say it themselves.
 */
reason?: string, };

export type SetTasks = { ids: Array<TaskId>, field: TaskField, text: string, reason?: string, evidence?: string, on?: string, };

export type SetVisit = { id: Id, field: VisitField, text: string, };

export type SetWorkGroup = { id: WorkGroupId, field: WorkGroupField, text: string, };

export type Setting = { key: string, value: unknown, };

export type SettingKey = { key: string, };

export type SettleItem = { id: MeetingItemId, 
/**
 * Decisions, one a line; may be empty.
 */
lines?: string, 
/**
 * 会上说明; what stands when left out.
 */
said?: string, 
/**
 * Names of units nobody knew, and what they mean.
 */
remember?: Array<Remembered>, };

export type Settled = { decisions: Array<DecisionId>, tasks: Array<TaskId>, notices: Array<string>, };

export type SheetCell = { id: SentSheetId, field: SheetField, text: string, };

export type SheetColumn = "number" | "owner" | "title" | "measure" | "lead" | "assisting" | "persons" | "due" | "percent" | "done" | "problem" | "coordination" | "note" | "id";

export type SheetCounts = { total: number, overdue: number, out: number, returned: number, };

export type SheetField = "department" | "title" | "sent_on" | "due" | "returned_on" | "note";

export type SheetPage = { total: number, rows: Array<SheetRow>, counts: SheetCounts, };

export type SheetQuery = { state?: SheetState, department?: DepartmentId, 
/**
 * Part of the title, the unit or the note.
 */
text?: string, offset?: number, limit?: number, };

export type SheetReminder = { text: string, count: number, };

export type SheetRow = { id: SentSheetId, department_id: DepartmentId, department: string, title: string, sent_on: string, due: string | null, returned_on: string | null, note: string, state: SheetState, 
/**
 * 超期 3 天（2 个工作日）, 还剩 2 个工作日, 今天到期, 按时反馈, 晚 2 天反馈.
 */
word: string, sample: boolean, };

export type SheetStart = { name: string, 
/**
 * The cells of its first rows as text, from row 1 and column A on.
 */
rows: Array<Array<string>>, };

export type SheetState = "overdue" | "out" | "returned";

export type SheetsSent = { paths: Array<string>, sheets: Array<SentSheetId>, units: number, tasks: number, 
/**
 * Tasks without a lead unit, which went to nobody.
 */
without_lead: number, };

export type Side = { title: string, as_of: string, definition_version: number, };

export type SizeClass = "large" | "medium" | "small" | "micro";

export type SkipReason = "blank" | "total" | "footer" | "heading" | "section";

export type Skipped = { reason: SkipReason, rows: number, };

export type SnapshotAnswer = { id: SnapshotId, title: string, note: string, figures: FigureSet, };

export type SnapshotField = "title" | "note";

export type SnapshotId = string;

export type SnapshotQuery = { offset?: number, limit?: number, };

export type SnapshotRow = { id: SnapshotId, title: string, as_of: string, definition_version: number, note: string, 
/**
 * The headline it kept.
 */
prose: string, };

export type Span = { start_on: string | null, 
/**
 * None without a deadline, and for 长期.
 */
due: string | null, };

export type SplitDemand = { id: DemandId, steps: Array<SplitStep>, anchor: Anchor, };

export type SplitStep = { title: string, 
/**
 * 牵头单位 as typed; empty: the demand's.
 */
lead?: string, assisting?: string, persons?: string, working_days: number, };

export type Stage = "collected" | "review" | "revision" | "ready" | "published" | "advancing" | "landed" | "paused" | "stopped" | "archived";

export type StageCount = { stage: Stage, count: number, };

export type StageFactRow = { id: Id, on_day: string, from: Stage | null, to: Stage, reason: string, resume_on: string | null, };

export type StageMove = { stage: Stage, 
/**
 * What staff call it: 撤销认定, 重启, or the stage.
 */
word: string, 
/**
 * Must be explained.
 */
reason: boolean, 
/**
 * Asks when work will go on.
 */
resume: boolean, 
/**
 * What is missing, none if it may be taken now.
 */
needs: StageNeed | null, 
/**
 * The same in a sentence.
 */
missing: string, };

export type StageNeed = "review_passed" | "review_to_revise" | "held_session" | "work" | "landing";

export type StageShare = { stage: Stage, label: string, count: number, };

export type Stated = { id: StatedFigureId, name: string, 
/**
 * 口径.
 */
scope: string, as_of: string | null, 
/**
 * As stated: 超200亿元, 千余人次.
 */
text: string, source: string, note: string, };

export type StatedField = "name" | "text" | "unit" | "scope" | "as_of" | "source" | "note";

export type StatedFigureId = string;

export type StatedQuery = { project?: ProjectId, offset?: number, limit?: number, };

export type StatedRow = { id: StatedFigureId, name: string, 
/**
 * As printed: 超200亿元.
 */
text: string, unit: string, 
/**
 * What it covers.
 */
scope: string, as_of: string | null, source: string, note: string, };

export type StatusChange = { on: string, from: TaskStatus | null, to: TaskStatus, 
/**
 * What the step is called.
 */
word: string, reason: string, evidence: string, };

export type StepPlan = { id: PlanId, to: PlanStatus, };

export type Subject = { project?: ProjectId, enterprise?: EnterpriseId, department?: DepartmentId, plan?: PlanId, supervision?: SupervisionId, meeting?: MeetingId, coordination?: CoordinationId, review?: ReviewId, session?: SessionId, landing?: LandingId, 
/**
 * 2021-02; for 月报 and 通报, that of the day asked when left out.
 */
month?: string, 
/**
 * 周报: after this day, as typed; the last meeting or seven days before when left out.
 */
since?: string, 
/**
 * 挂图作战图: which months, which projects, which sheet.
 */
board?: BoardQuery, 
/**
 * One of [`PaperKind::sheets`]; the usual one when left out.
 */
sheet?: PaperSheet, 
/**
 * 征集表: the batch filled in.
 */
batch?: string, 
/**
 * Phones in full; masked when left out (domain.md §4.2).
 */
full_phones?: boolean, };

export type SubmissionCell = { id: SubmissionId, field: SubmissionField, text: string, };

export type SubmissionCounts = { total: number, 
/**
 * For everything of the query but its 初筛.
 */
screening: Array<ScreeningCount>, 
/**
 * For everything but its district, in the order of the code list; those of none last.
 */
districts: Array<PlaceCount>, 
/**
 * For everything but its batch, the latest first; those of none last.
 */
batches: Array<PlaceCount>, };

export type SubmissionField = "title" | "summary" | "investment" | "district" | "channel" | "batch" | "filled_by" | "received_on" | "screening_note";

export type SubmissionId = string;

export type SubmissionQuery = { 
/**
 * Part of the title or the enterprise's name.
 */
text?: string, screening?: Screening, 
/**
 * GB/T 2260 code; empty for those of no district.
 */
district?: string, 
/**
 * 征集批次; empty for those of none.
 */
batch?: string, sort?: SubmissionSort, descending?: boolean, offset?: number, limit?: number, };

export type SubmissionRow = { id: SubmissionId, project_id: ProjectId, title: string, code: string, stage: Stage, summary: string, 
/**
 * As stated.
 */
investment: string, enterprise_id: EnterpriseId | null, enterprise: string, 
/**
 * GB/T 2260 code of the district that recommends it, else of the project's.
 */
district_code: string | null, district: string, received_on: string, channel: Channel, batch: string, filled_by: string, file_name: string, screening: Screening, screened_on: string | null, screening_note: string, 
/**
 * Rounds of review so far.
 */
rounds: number, sample: boolean, };

export type SubmissionSort = "title" | "enterprise" | "district" | "received_on" | "screening" | "batch";

export type SupervisionCount = { state: SupervisionState, count: number, };

export type SupervisionField = "number" | "level" | "department" | "assisting" | "matter" | "basis" | "requirement" | "issued_on" | "reply_due" | "reply" | "verdict" | "note";

export type SupervisionId = string;

export type SupervisionLevel = "notice" | "urge" | "report";

export type SupervisionPage = { row: SupervisionRow, assisting: string, basis: string, requirement: string, received_on: string | null, reply: string, verdict: string, note: string, 
/**
 * 逾期 6 天（4 个工作日） when it was issued, in words; empty when nothing was overdue then.
 */
overdue: string, 
/**
 * Its paper left the room: what stands on it is not changed any more.
 */
locked: boolean, 
/**
 * The task waits for 销号, so that both can be closed at once.
 */
task_submitted: boolean, 
/**
 * Steps up to the day, the latest first.
 */
steps: Array<SupervisionStepRow>, 
/**
 * What may follow, the usual step first.
 */
next: Array<SupervisionStatus>, };

export type SupervisionQuery = { 
/**
 * Part of number, matter, unit or project.
 */
text?: string, state?: SupervisionState, level?: SupervisionLevel, department?: DepartmentId, task?: TaskId, demand?: DemandId, project?: ProjectId, meeting?: MeetingId, offset?: number, limit?: number, };

export type SupervisionRow = { id: SupervisionId, number: string, level: SupervisionLevel, 
/**
 * As of the day.
 */
status: SupervisionStatus, matter: string, department: NamedUnit | null, task: Named | null, demand: Named | null, project: Named | null, meeting: Named | null, 
/**
 * The deadline that is near or was missed, as a page says it.
 */
task_due: string, issued_on: string | null, reply_due: string | null, 
/**
 * How late the reply is, or how long it still may take, in words; empty when none is awaited.
 */
reply_word: string, 
/**
 * The reply is late.
 */
late: boolean, replied_on: string | null, closed_on: string | null, exported_on: string | null, sample: boolean, };

export type SupervisionState = "out" | "late" | "replied" | "closed" | "voided";

export type SupervisionStatus = "draft" | "issued" | "received" | "replied" | "returned" | "closed" | "voided";

export type SupervisionStepRow = { on: string, to: SupervisionStatus, text: string, };

export type TakenBack = { 
/**
 * The action taken back (or done again), in words.
 */
label: string, 
/**
 * Cells that were left alone because they had been changed since.
 */
kept: number, };

export type TakenIn = { ids: Array<SubmissionId>, new_enterprises: number, demands: number, 
/**
 * What the person should look at.
 */
notices: Array<string>, };

export type TaskBaseline = { plan: PlanId, version: number, issued_on: string, start_on: string | null, due: DueText | null, 
/**
 * 比印发方案晚 so many days; negative: earlier. None when either has no end.
 */
late_days: number | null, };

export type TaskCell = { id: TaskId, field: TaskField, text: string, };

export type TaskChange = "added" | "dropped" | "changed";

export type TaskCounts = { total: number, open: number, overdue: number, due_soon: number, submitted: number, coordination: number, closed: number, cancelled: number, 
/**
 * As in [`TaskGroupRow`].
 */
due_count: number, due_done: number, };

export type TaskDiff = { task: TaskId, title: string, change: TaskChange, 
/**
 * What differs; for one that was added or dropped what it says.
 */
fields: Array<FieldChange>, };

export type TaskField = "title" | "measure" | "deliverable" | "project" | "enterprise" | "demand" | "milestone" | "lead" | "assisting" | "persons" | "assigned_on" | "start_on" | "due" | "percent" | "progress" | "status" | "weight" | "note";

export type TaskFilter = { 
/**
 * Text of the task, or the name (also by pinyin) of its project, enterprise or lead unit.
 */
text?: string, 
/**
 * 未办结: 未启动 or 进行中.
 */
open?: boolean, 
/**
 * Any of these.
 */
statuses?: Array<TaskStatus>, 
/**
 * Any of these.
 */
lights?: Array<LightKind>, 
/**
 * Led by this unit.
 */
lead?: DepartmentId, 
/**
 * Led or assisted by this unit.
 */
unit?: DepartmentId, person?: PersonId, project?: ProjectId, 
/**
 * Of the projects this 推进小组 pushes.
 */
group?: WorkGroupId, 
/**
 * The enterprise's own tasks and those of its projects.
 */
enterprise?: EnterpriseId, 
/**
 * GB/T 2260 code of the project's (or enterprise's) district.
 */
district?: string, demand?: DemandId, milestone?: MilestoneId, 
/**
 * Due on this day or later.
 */
due_from?: string, 
/**
 * Due on this day or earlier.
 */
due_to?: string, 
/**
 * 需协调, among open tasks.
 */
coordination?: boolean, 
/**
 * Without a lead unit.
 */
unassigned?: boolean, };

export type TaskGroupQuery = { filter?: TaskFilter, group: TaskGrouping, };

export type TaskGroupRow = { 
/**
 * The id of the unit, project or group, or the month as 2021-03; empty for tasks that have none.
 */
key: string, label: string, count: number, overdue: number, 
/**
 * 应完成完成率 (domain.md §1.7): tasks due by the day, 暂缓, 取消 and 长期 left out …
 */
due_count: number, 
/**
 * … and how many of them are 已销号.
 */
due_done: number, };

export type TaskGrouping = "lead" | "project" | "month" | "phase" | "work_group";

export type TaskId = string;

export type TaskLink = { task: TaskId, depends_on: TaskId, };

export type TaskLinkList = { links: Array<TaskLink>, };

export type TaskLinks = { 
/**
 * 前置任务, the earliest first.
 */
before: Array<LinkedTask>, 
/**
 * 后续任务, the earliest first.
 */
after: Array<LinkedTask>, };

export type TaskNotices = { notices: Array<string>, };

export type TaskQuery = { filter?: TaskFilter, 
/**
 * 完成时限 if left out.
 */
sort?: TaskSort, descending?: boolean, 
/**
 * Rows of one group stand together, groups in their own order.
 */
group?: TaskGrouping, offset?: number, limit?: number, };

export type TaskRecord = { row: TaskRow, weight: number, assigned_on: string | null, submitted_on: string | null, closed_on: string | null, 
/**
 * 15个工作日自交办, or empty.
 */
due_rule: string, 
/**
 * What is to be known of the calendar year the deadline falls in, or empty.
 */
due_notice: string, 
/**
 * What the status may become, the usual step first.
 */
next: Array<NextStatus>, 
/**
 * How often 申请销号 was sent back.
 */
returned_times: number, 
/**
 * The newest first.
 */
statuses: Array<StatusChange>, 
/**
 * The newest first.
 */
dues: Array<DueChange>, 
/**
 * The newest first.
 */
notes: Array<ProgressNote>, };

export type TaskRow = { id: TaskId, title: string, measure: string, deliverable: string, project: Named | null, enterprise: Named | null, lead: Named | null, assisting: Array<Named>, persons: Array<Named>, start_on: string | null, due: DueText | null, 
/**
 * 0–100 of the latest note; none when nothing was noted.
 */
percent: number | null, status: TaskStatus, light: Light, 
/**
 * 已延 n 次.
 */
extended_times: number, note: string, demand: Named | null, demand_category: DemandCategory | null, milestone: Named | null, need_coordination: boolean, 
/**
 * The latest 进展情况.
 */
done_text: string, 
/**
 * What the latest issued plan says about it.
 */
baseline: TaskBaseline | null, sample: boolean, };

export type TaskSort = "due" | "title" | "project" | "enterprise" | "lead" | "start_on" | "percent" | "status" | "position" | "created";

export type TaskStatus = "not_started" | "in_progress" | "submitted" | "closed" | "paused" | "cancelled";

export type TemplateFile = { kind: PaperKind, path: string, };

export type TodayQuery = { 
/**
 * So many of each group …
 */
few: number, 
/**
 * … but of these all that fit on a page.
 */
whole?: Array<TodoKind>, };

export type TodoCount = { kind: TodoKind, count: number, };

export type TodoGroup = { kind: TodoKind, total: number, rows: Array<TodoItem>, };

export type TodoItem = { id: Id, kind: TodoKind, 
/**
 * What kind of record it is.
 */
record: Kind, title: string, 
/**
 * The project, or else the enterprise, it belongs to …
 */
about: Named | null, 
/**
 * … and which of the two that is.
 */
about_kind: Kind | null, lead: Named | null, due: DueText | null, 
/**
 * The light of a task.
 */
light: Light | null, 
/**
 * What is to be verified.
 */
note: string, 
/**
 * The usual next status of a task.
 */
next: TodoStep | null, };

export type TodoKind = "overdue" | "reply_late" | "due_today" | "due_soon" | "submitted" | "sheet_late" | "coordination" | "verify";

export type TodoQuery = { 
/**
 * Only of this kind.
 */
kind?: TodoKind, offset?: number, limit?: number, };

export type TodoStep = { status: TaskStatus, 
/**
 * What it is called: 申请销号.
 */
word: string, };

export type Trace = { demands: Array<TraceDemand>, replies: Array<TraceReply>, tasks: Array<TraceTask>, outcomes: Array<TraceOutcome>, };

export type TraceDemand = { id: DemandId, category: DemandCategory, name: string, quantity: string, status: DemandStatus, };

export type TraceFrom = { "project": ProjectId } | { "enterprise": EnterpriseId } | { "demand": DemandId } | { "task": TaskId } | { "outcome": OutcomeId };

export type TraceOf = { from: TraceFrom, };

export type TraceOutcome = { id: OutcomeId, project_id: ProjectId, demand_id: DemandId | null, task_id: TaskId | null, kind: OutcomeKind, 
/**
 * As stated; empty without one.
 */
amount: string, counterparty: string, on_day: string | null, source_text: string, verify: string, };

export type TraceReply = { id: ReplyId, demand_id: DemandId | null, task_id: TaskId | null, unit: string, text: string, session_id: SessionId, session: string, };

export type TraceTask = { id: TaskId, demand_id: DemandId | null, title: string, lead: string, due_text: string, status: TaskStatus, light: Light, };

export type Trashed = { 
/**
 * For `recycle_restore`.
 */
entry: number, at: string, author: string, kind: Kind, 
/**
 * What was deleted, in words.
 */
what: string, };

export type TrendPoint = { 
/**
 * 2021-02.
 */
month: string, as_of: string, library: number, landed: number, 
/**
 * 落地率 in tenths of a percent.
 */
tenths: number | null, };

export type TypedBounds = { behind_above?: string, slow_from?: string, due_soon_days?: string, };

export type TypedSection = { part: PlanSection, text: string, };

export type UnpackedAttachment = { path: string, };

export type Urgency = "overdue" | "behind" | "due_today" | "due_soon" | "coordination" | "submitted" | "other";

export type UsualSteps = { 
/**
 * 简称 of the unit that usually leads.
 */
lead: string, steps: Array<SplitStep>, };

export type Verdict = "new" | "update" | "same" | "doubtful" | "skip";

export type VerdictCount = { verdict: Verdict, rows: number, };

export type ViewAttachment = { id: AttachmentId, 
/**
 * The larger copy (1600 px) instead of the thumbnail (240 px).
 */
large?: boolean, };

export type VisitField = "on_day" | "manner" | "satisfaction" | "text" | "visitor";

export type VisitRow = { id: Id, on: string, manner: string, satisfaction: Satisfaction, text: string, visitor: string, };

export type Week = { since: string, until: string, 
/**
 * The first day is that of this meeting.
 */
since_meeting: string, units: Array<WeekUnit>, totals: WeekCounts, };

export type WeekCounts = { created: number, closed: number, extended: number, overdue: number, noted: number, };

export type WeekQuery = { 
/**
 * As typed; the last meeting before the end, or seven days before it, when empty.
 */
since?: string, 
/**
 * As typed; the day asked for when empty.
 */
until?: string, };

export type WeekRow = { 
/**
 * Tells one row of the list from another; not the id of a record.
 */
id: string, kind: ChangeKind, on: string, task: Named, project: Named | null, lead: Named | null, 
/**
 * What of it: old and new deadline with the reason, the note's words.
 */
words: string, };

export type WeekRowsQuery = { since: string, until: string, kind?: ChangeKind, 
/**
 * Of this unit; of all when left out.
 */
department?: DepartmentId, offset?: number, limit?: number, };

export type WeekUnit = { 
/**
 * None: tasks without a lead unit.
 */
id: DepartmentId | null, name: string, counts: WeekCounts, };

export type WhichAttachment = { id: AttachmentId, };

export type WhichBoardCell = { project: ProjectId, 
/**
 * 2021-02.
 */
month: string, };

export type WhichCategory = { category: DemandCategory, };

export type WhichContact = { id: ContactId, };

export type WhichCoordination = { id: CoordinationId, };

export type WhichDecision = { id: DecisionId, };

export type WhichDemand = { id: DemandId, };

export type WhichDepartment = { id: DepartmentId, };

export type WhichDictionary = { list: DictionaryList, };

export type WhichEnterprise = { id: EnterpriseId, };

export type WhichEntry = { id: DictionaryEntryId, };

export type WhichEvidence = { id: EvidenceId, };

export type WhichExperts = { ids: Array<ExpertId>, };

export type WhichGuests = { ids: Array<Id>, };

export type WhichLibraryEntry = { id: LibraryEntryId, };

export type WhichLightRule = { id: LightRuleId, };

export type WhichMeeting = { id: MeetingId, };

export type WhichMeetingItem = { id: MeetingItemId, };

export type WhichMember = { id: Id, };

export type WhichMilestone = { id: MilestoneId, };

export type WhichOpinion = { id: OpinionId, };

export type WhichOutcome = { id: OutcomeId, };

export type WhichPaper = { kind: PaperKind, };

export type WhichPerson = { id: PersonId, };

export type WhichPlan = { id: PlanId, };

export type WhichPlanOpinion = { id: PlanOpinionId, };

export type WhichPlanOpinions = { ids: Array<PlanOpinionId>, };

export type WhichPresentation = { id: PresentationId, };

export type WhichProject = { id: ProjectId, };

export type WhichRecord = { id: Id, };

export type WhichReply = { id: ReplyId, };

export type WhichReview = { id: ReviewId, };

export type WhichSession = { id: SessionId, };

export type WhichSessionItem = { id: Id, };

export type WhichSheets = { ids: Array<SentSheetId>, };

export type WhichSnapshot = { id: SnapshotId, };

export type WhichStated = { id: StatedFigureId, };

export type WhichSubmissions = { ids: Array<SubmissionId>, };

export type WhichSupervision = { id: SupervisionId, };

export type WhichTask = { id: TaskId, };

export type WhichTasks = { ids: Array<TaskId>, };

export type WhichVisit = { id: Id, };

export type WhichWorkGroup = { id: WorkGroupId, };

export type WhichYear = { year: number, };

export type WorkGroupField = "name" | "domain" | "leader" | "note";

export type WorkGroupId = string;

export type WorkGroupPage = { row: WorkGroupRow, members: Array<MemberRow>, projects: Array<GroupProject>, };

export type WorkGroupQuery = { 
/**
 * Only this one.
 */
id?: WorkGroupId, 
/**
 * Part of the name, the domain, or a member's name.
 */
text?: string, offset?: number, limit?: number, };

export type WorkGroupRow = { id: WorkGroupId, name: string, 
/**
 * The field of ideas it pushes.
 */
domain: string, leader_id: PersonId | null, leader: string, 
/**
 * The leader's unit.
 */
leader_unit: string, note: string, members: number, projects: number, open_tasks: number, overdue_tasks: number, sample: boolean, };

export type WorkbookStatus = { path: string, name: string, read_only: boolean, author: string, laptop: string, 
/**
 * What 撤销 would take back, in words.
 */
undo: string | null, 
/**
 * What 重做 would do again.
 */
redo: string | null, 
/**
 * When the last change was saved: local time, ISO.
 */
saved_at: string | null, 
/**
 * Are there 示例 records in it?
 */
sample: boolean, 
/**
 * Today, by this laptop's clock; in a sample workbook the day it is told for.
 */
today: string, 
/**
 * The workbook is told for a day of its own, because it holds its sample records.
 */
sample_day: string | null, };

export type WriteForm = { path: string, 
/**
 * 征集批次, filled in.
 */
batch?: string, };

export type WrittenFile = { path: string, };

export type WrittenForm = { path: string, };

export type YearPlan = { year: number, 
/**
 * Years that have sessions, and the year of the day looked at; the latest first.
 */
years: Array<number>, quarters: Array<YearQuarter>, 
/**
 * Of this year, without a quarter (专场 and others).
 */
besides: Array<SessionRow>, 
/**
 * Sessions of which no year is known.
 */
undated: number, 
/**
 * Every one of the 四新, also with 0.
 */
four_new: Array<Covered<FourNew>>, 
/**
 * 产业链 of the projects presented, and those of the year's list, also with 0.
 */
chains: Array<Covered<string>>, 
/**
 * What is missing, in sentences.
 */
missing: Array<string>, };

export type YearQuarter = { 
/**
 * 1–4.
 */
season: number, sessions: Array<SessionRow>, };

/** What a window may ask, by name. */
export interface Requests {
  /** Who sits here; null before the first start. */
  identity_get: { request: Nothing; answer: Identity | null };
  /** First start, or a correction: 姓名 and 电脑名. */
  identity_set: { request: Identity; answer: Nothing };
  /** Opens a workbook file. */
  workbook_open: { request: OpenWorkbook; answer: WorkbookStatus };
  /** Creates a workbook file with the shipped lists in it. */
  workbook_new: { request: NewWorkbook; answer: WorkbookStatus };
  /** Creates the sample workbook: the article's five enterprises, and what is made up around them. */
  workbook_sample: { request: NewWorkbook; answer: WorkbookStatus };
  /** Creates a synthetic workbook of a chosen size, for trying speed. */
  workbook_generate: { request: GenerateWorkbook; answer: WorkbookStatus };
  /** 移除示例, in one action. */
  sample_remove: { request: Nothing; answer: Nothing };
  /** Closes it. */
  workbook_close: { request: Nothing; answer: Nothing };
  /** Workbooks opened lately, the last first. */
  workbook_recent: { request: Nothing; answer: Array<RecentWorkbook> };
  /** What the status line says. */
  workbook_status: { request: Nothing; answer: WorkbookStatus };
  /** 检查工作簿: the file, references, derived rows. */
  workbook_check: { request: Nothing; answer: CheckReport };
  /** Takes back this laptop's last action. */
  undo: { request: Nothing; answer: TakenBack };
  /** Does again what was undone last. */
  redo: { request: Nothing; answer: TakenBack };
  /** What happened to a record, newest first, in words. */
  history: { request: HistoryOf; answer: Array<HistoryEntry> };
  /** What kind of thing a record is. */
  record_kind: { request: WhichRecord; answer: Kind };
  /** Deletions that can still be taken back, newest first. */
  recycle_list: { request: Paging; answer: Array<Trashed> };
  /** Takes a deletion back. */
  recycle_restore: { request: RestoreDeletion; answer: Nothing };
  /** A setting of this laptop (column layout, text size …), which never travels. */
  setting_get: { request: SettingKey; answer: JsonValue | null };
  /** Keeps such a setting; null forgets it. */
  setting_set: { request: Setting; answer: Nothing };
  /** Records found by text, pinyin initials or full pinyin, the latest changed first; without text the latest. */
  search: { request: SearchRequest; answer: Array<Hit> };
  /** The day n working days after a day (the day after is day 1). */
  calendar_add_working_days: { request: AddWorkingDays; answer: DayAnswer };
  /** The sheets of a ledger file and how each begins. */
  ledger_sheets: { request: LedgerFile; answer: Array<SheetStart> };
  /** What importing a ledger would do, row by row, and what must be decided first. Changes nothing. */
  ledger_preview: { request: LedgerRequest; answer: LedgerPreview };
  /** 导入台账: as previewed, in one action. */
  ledger_apply: { request: LedgerRequest; answer: LedgerApplied };
  /** Enterprises, filtered and sorted. */
  enterprise_list: { request: EnterpriseQuery; answer: Page<EnterpriseRow> };
  /** One enterprise with contacts, projects and likely duplicates. */
  enterprise_get: { request: WhichEnterprise; answer: EnterprisePage };
  /** Enterprises that are probably the one of this name. */
  enterprise_similar: { request: EnterpriseName; answer: Array<LikelySame> };
  /** 新增企业. */
  enterprise_create: { request: EnterpriseName; answer: EnterpriseId };
  /** 修改企业: one field. */
  enterprise_set: { request: SetEnterprise; answer: Nothing };
  /** 合并企业: two records of one firm. */
  enterprise_merge: { request: MergeEnterprises; answer: Nothing };
  /** 删除企业. */
  enterprise_trash: { request: WhichEnterprise; answer: Nothing };
  /** 新增联系人. */
  contact_create: { request: CreateContact; answer: ContactId };
  /** 修改联系人: one field. */
  contact_set: { request: SetContact; answer: Nothing };
  /** 删除联系人. */
  contact_trash: { request: WhichContact; answer: Nothing };
  /** Projects, filtered and sorted, each with its light. */
  project_list: { request: ProjectQuery; answer: Page<ProjectRow> };
  /** How many projects stand at each stage, for the filter but its stage. */
  project_stages: { request: ProjectQuery; answer: Array<StageCount> };
  /** One project: head and 概况. */
  project_get: { request: WhichProject; answer: ProjectPage };
  /** 新增项目. */
  project_create: { request: CreateProject; answer: ProjectId };
  /** 修改项目: one field. */
  project_set: { request: SetProject; answer: Nothing };
  /** 推进到: the stage of a project. */
  project_stage_set: { request: AdvanceProject; answer: Nothing };
  /** What stage may follow now, and for each what is missing. */
  project_stage_moves: { request: WhichProject; answer: Array<StageMove> };
  /** When a project changed its stage, the first change first. */
  project_stage_facts: { request: WhichProject; answer: Array<StageFactRow> };
  /** Puts the day of a change of stage right. */
  project_stage_day_set: { request: SetStageDay; answer: Nothing };
  /** A further enterprise takes part. */
  project_enterprise_add: { request: ProjectParticipant; answer: Nothing };
  /** An enterprise takes part no more. */
  project_enterprise_remove: { request: ProjectParticipant; answer: Nothing };
  /** Another enterprise leads. */
  project_enterprise_lead: { request: ProjectParticipant; answer: Nothing };
  /** 删除项目, with everything that belongs to it. */
  project_trash: { request: WhichProject; answer: Nothing };
  /** 路线图 of a project. */
  milestone_list: { request: WhichProject; answer: Array<MilestoneRow> };
  /** 新增节点. */
  milestone_create: { request: CreateMilestone; answer: MilestoneId };
  /** 修改节点: one field. */
  milestone_set: { request: SetMilestone; answer: Nothing };
  /** Puts a node behind another. */
  milestone_move: { request: MoveMilestone; answer: Nothing };
  /** 删除节点. */
  milestone_trash: { request: WhichMilestone; answer: Nothing };
  /** 需求清单: of a project, an enterprise, or all. */
  demand_list: { request: DemandQuery; answer: Page<DemandRow> };
  /** 新增需求. */
  demand_create: { request: CreateDemand; answer: DemandId };
  /** 修改需求: one field of one or several. */
  demand_set: { request: SetDemand; answer: Nothing };
  /** The state of a demand. */
  demand_status_set: { request: AdvanceDemand; answer: Nothing };
  /** Puts a demand behind another. */
  demand_move: { request: MoveDemand; answer: Nothing };
  /** The usual lead and steps of a category. */
  demand_steps: { request: WhichCategory; answer: UsualSteps };
  /** 拆解需求: into tasks, forwards from a start or backwards from a target. */
  demand_split: { request: SplitDemand; answer: Array<TaskId> };
  /** One demand with its statuses, 回访, what may come next, and its trace. */
  demand_get: { request: WhichDemand; answer: DemandPage };
  /** 追溯: demands, tasks and outcomes that hang together, seen from any of them. */
  demand_trace: { request: TraceOf; answer: Trace };
  /** 新增回访, with the step that follows from it. */
  demand_visit_add: { request: NewVisit; answer: Id };
  /** 修改回访: one field. */
  demand_visit_set: { request: SetVisit; answer: Nothing };
  /** 删除回访. */
  demand_visit_trash: { request: WhichVisit; answer: Nothing };
  /** 删除需求. */
  demand_trash: { request: WhichDemand; answer: Nothing };
  /** 征集, the latest first. */
  submission_list: { request: SubmissionQuery; answer: Page<SubmissionRow> };
  /** How many entries by 初筛, district and batch. */
  submission_counts: { request: SubmissionQuery; answer: SubmissionCounts };
  /** Whose an idea is, and whether it is there already. */
  submission_match: { request: MatchSubmission; answer: Matches };
  /** 登记征集: a project at 征集登记 and its enterprise, in one action. */
  submission_create: { request: NewSubmission; answer: CreatedSubmission };
  /** 修改征集: cells, all or none. */
  submission_set: { request: SetSubmissions; answer: Nothing };
  /** 初筛, of one or several. */
  submission_screen: { request: ScreenSubmissions; answer: Nothing };
  /** 删除征集. */
  submission_trash: { request: WhichSubmissions; answer: Nothing };
  /** Writes the blank form, in Word or Excel. */
  submission_form_write: { request: WriteForm; answer: WrittenForm };
  /** What stands in forms that came back, and what taking them in would do. Changes nothing. */
  submission_form_preview: { request: FormRequest; answer: FormsDraft };
  /** 收取申报表: as previewed, in one action. */
  submission_form_take_in: { request: FormRequest; answer: TakenIn };
  /** What waits for which round of review. */
  review_queue: { request: ReviewQuery; answer: Page<ReviewQueueRow> };
  /** How many projects wait for what. */
  review_states: { request: ReviewQuery; answer: Array<ReviewStateCount> };
  /** The rounds of a project with all that was said. */
  project_reviews: { request: WhichProject; answer: ProjectReviews };
  /** 新一轮评审; the project goes to 评审论证. */
  review_create: { request: NewReview; answer: ReviewId };
  /** 修改评审论证: one field of a round. */
  review_set: { request: SetReview; answer: Nothing };
  /** 结论, and where the project goes by it; or takes it back. */
  review_conclude: { request: ConcludeReview; answer: Nothing };
  /** 删除一轮评审 that has no conclusion. */
  review_trash: { request: WhichReview; answer: Nothing };
  /** Experts join a round. */
  review_expert_add: { request: AddExperts; answer: AddedExperts };
  /** 专家意见: cells, all or none. */
  review_opinion_set: { request: SetOpinions; answer: Nothing };
  /** Takes an expert out of a round. */
  review_opinion_trash: { request: WhichOpinion; answer: Nothing };
  /** The file name proposed for the paper of a round. */
  review_paper_name: { request: WhichReview; answer: ReviewPaper };
  /** 修改完善通知 or 评审论证意见, in Word. */
  review_export: { request: ExportReview; answer: ReviewPaper };
  /** 专家, by name. */
  expert_list: { request: ExpertQuery; answer: Page<ExpertRow> };
  /** 新增专家. */
  expert_create: { request: CreateExpert; answer: ExpertId };
  /** 修改专家: cells, all or none. */
  expert_set: { request: SetExperts; answer: Nothing };
  /** 删除专家 who took part in no round. */
  expert_trash: { request: WhichExperts; answer: Nothing };
  /** 重点项目库 as of a day: what is in it, what left it, what never was. */
  library_list: { request: LibraryQuery; answer: Page<LibraryRow> };
  /** How many are in each of the three, and the batches there are. */
  library_counts: { request: LibraryQuery; answer: LibraryCounts };
  /** When a project was in the library. */
  library_of: { request: WhichProject; answer: Array<LibraryEntryRow> };
  /** 入库: one or several projects. */
  library_enter: { request: EnterLibrary; answer: Nothing };
  /** 出库: one or several projects. */
  library_leave: { request: LeaveLibrary; answer: Nothing };
  /** 修改入库记录: one field. */
  library_set: { request: SetLibraryEntry; answer: Nothing };
  /** 删除入库记录. */
  library_trash: { request: WhichLibraryEntry; answer: Nothing };
  /** 落地认定 of a project with its evidence. */
  landing_list: { request: WhichProject; answer: Array<LandingRow> };
  /** 认定落地: basis, day, evidence; the project goes to 已落地 with it. */
  landing_create: { request: DecideLanding; answer: LandingId };
  /** 撤销认定, for a reason; the project goes back to 推进中. */
  landing_revoke: { request: RevokeLanding; answer: Nothing };
  /** 修改落地认定: one field. */
  landing_set: { request: SetLanding; answer: Nothing };
  /** 新增佐证. */
  evidence_add: { request: AddEvidence; answer: EvidenceId };
  /** 修改佐证. */
  evidence_set: { request: SetEvidence; answer: Nothing };
  /** 删除佐证. */
  evidence_trash: { request: WhichEvidence; answer: Nothing };
  /** 成效: of a project, or of all. */
  outcome_list: { request: OutcomeQuery; answer: Page<OutcomeRow> };
  /** What the amounts of a project's outcomes come to, for each certainty by itself. */
  outcome_totals: { request: WhichProject; answer: Array<OutcomeTotal> };
  /** 登记成效. */
  outcome_create: { request: CreateOutcome; answer: OutcomeId };
  /** 修改成效: one field. */
  outcome_set: { request: SetOutcome; answer: Nothing };
  /** 删除成效. */
  outcome_trash: { request: WhichOutcome; answer: Nothing };
  /** 引述数 of a project, or of the whole work. */
  stated_list: { request: StatedQuery; answer: Page<StatedRow> };
  /** 登记引述数. */
  stated_create: { request: CreateStated; answer: StatedFigureId };
  /** 修改引述数: one field. */
  stated_set: { request: SetStated; answer: Nothing };
  /** 删除引述数. */
  stated_trash: { request: WhichStated; answer: Nothing };
  /** 创意会 in their order. */
  session_list: { request: SessionQuery; answer: Page<SessionRow> };
  /** One session: its head, and how much stands on its tabs. */
  session_get: { request: WhichSession; answer: SessionPage };
  /** 年度计划: the sessions of a year by quarter, what they cover and what is missing. */
  session_year: { request: WhichYear; answer: YearPlan };
  /** 新增创意会. */
  session_create: { request: CreateSession; answer: SessionId };
  /** 修改创意会: one field. */
  session_set: { request: SetSession; answer: Nothing };
  /** 举办、取消: the status of a session; projects at 待发布 are published with it. */
  session_status_set: { request: AdvanceSession; answer: SessionAdvanced };
  /** Puts a session behind another. */
  session_move: { request: MoveSession; answer: Nothing };
  /** 删除创意会. */
  session_trash: { request: WhichSession; answer: Nothing };
  /** 议程 with what was said at each presentation. */
  session_agenda: { request: WhichSession; answer: Array<AgendaRow> };
  /** Where a project was presented, with what was said. */
  project_sessions: { request: WhichProject; answer: Array<PresentedAt> };
  /** Puts projects on the agenda. */
  presentation_add: { request: AddPresentations; answer: Array<PresentationId> };
  /** 修改发布项目: one field. */
  presentation_set: { request: SetPresentation; answer: Nothing };
  /** Puts a presentation behind another. */
  presentation_move: { request: MovePresentation; answer: Nothing };
  /** Takes a project off the agenda. */
  presentation_trash: { request: WhichPresentation; answer: Nothing };
  /** 筹备: the checklist, counted back from the day. */
  session_preparation: { request: WhichSession; answer: Preparation };
  /** Puts the shipped checklist to a session. */
  session_prepare: { request: WhichSession; answer: Nothing };
  /** 新增筹备事项. */
  session_item_add: { request: AddSessionItem; answer: Id };
  /** 修改筹备事项: cells, all or none. */
  session_item_set: { request: SetSessionItems; answer: Nothing };
  /** 删除筹备事项. */
  session_item_trash: { request: WhichSessionItem; answer: Nothing };
  /** 参会人员, by kind. */
  guest_list: { request: GuestQuery; answer: Page<GuestRow> };
  /** How many of each kind were invited, will come, came. */
  guest_counts: { request: WhichSession; answer: Array<GuestCount> };
  /** Whom one could invite, those concerned first. */
  guest_candidates: { request: GuestCandidates; answer: Array<Candidate> };
  /** 邀请: records, and people as typed, one a line. */
  guest_invite: { request: InviteGuests; answer: Invited };
  /** 修改参会人员: cells, all or none. */
  guest_set: { request: SetGuests; answer: Nothing };
  /** 签到表 and 席卡 as an Excel file. */
  guest_export: { request: ExportGuests; answer: WrittenFile };
  /** Takes guests off the list. */
  guest_trash: { request: WhichGuests; answer: Nothing };
  /** What a need typed at a presentation would be understood as. Changes nothing. */
  session_demand_read: { request: SaidLine; answer: DemandReading };
  /** 现场需求, one a line. */
  session_demand_add: { request: RaiseDemands; answer: Array<DemandId> };
  /** What a reply typed at a presentation would be understood as. Changes nothing. */
  session_reply_read: { request: SaidLine; answer: ReplyReading };
  /** 现场答复, one a line. */
  session_reply_add: { request: AddReplies; answer: Array<ReplyId> };
  /** 修改现场答复: one field. */
  session_reply_set: { request: SetReply; answer: Nothing };
  /** 删除现场答复. */
  session_reply_trash: { request: WhichReply; answer: Nothing };
  /** 会后: replies become tasks, in one action. */
  session_convert: { request: ConvertReplies; answer: Converted };
  /** The plan of a project or an enterprise that is worked on; null if none was begun. */
  plan_of: { request: PlanOwner; answer: PlanId | null };
  /** Begins the plan of a project or an enterprise (the one that is there already, if one is). */
  plan_create: { request: PlanOwner; answer: PlanId };
  /** A plan with its sections, and what is missing. */
  plan_get: { request: WhichPlan; answer: PlanPage };
  /** 修改方案: a field of its head. */
  plan_set: { request: SetPlan; answer: Nothing };
  /** 修改方案: the text of a section. */
  plan_section_set: { request: SetPlanSection; answer: Nothing };
  /** 删除方案. */
  plan_trash: { request: WhichPlan; answer: Nothing };
  /** The paper as it will print, page by page. */
  plan_preview: { request: PreviewPlan; answer: PlanPreview };
  /** 导出 Word. */
  plan_export: { request: ExportPlan; answer: WrittenFile };
  /** 导出 Word: every plan into a folder. */
  plan_export_all: { request: ExportPlans; answer: Array<WrittenFile> };
  /** 送审, or back to the desk: where a version goes before it is issued. */
  plan_step: { request: StepPlan; answer: Nothing };
  /** 印发: freezes a version's sections, tasks and paper. */
  plan_issue: { request: IssuePlan; answer: Nothing };
  /** 修订: begins the next version. */
  plan_revise: { request: WhichPlan; answer: PlanId };
  /** 作废, for a reason. */
  plan_repeal: { request: RepealPlan; answer: Nothing };
  /** Whom to ask about a version, and until when. */
  plan_consult_proposal: { request: WhichPlan; answer: ConsultationProposal };
  /** 征求意见: asks units about a version. */
  plan_consult: { request: ConsultUnits; answer: Nothing };
  /** 修改征求意见: one field of what a unit said. */
  plan_opinion_set: { request: SetPlanOpinion; answer: Nothing };
  /** 无意见, of one or several units. */
  plan_opinion_none: { request: WhichPlanOpinions; answer: Nothing };
  /** 采纳、部分采纳、不采纳. */
  plan_opinion_decide: { request: DecidePlanOpinion; answer: Nothing };
  /** Takes a unit off the list of those asked. */
  plan_opinion_trash: { request: WhichPlanOpinion; answer: Nothing };
  /** Two versions of a plan side by side; a draft as it stands may be one. */
  plan_compare: { request: ComparePlans; answer: PlanComparison };
  /** Units in 机构序列. */
  department_list: { request: DepartmentQuery; answer: Page<DepartmentRow> };
  /** One unit. */
  department_get: { request: WhichDepartment; answer: DepartmentRow };
  /** 新增单位. */
  department_create: { request: CreateDepartment; answer: DepartmentId };
  /** 修改单位: one field. */
  department_set: { request: SetDepartment; answer: Nothing };
  /** 合并单位: one goes on as another from a day on; old records keep its name. */
  department_merge: { request: MergeDepartments; answer: Nothing };
  /** 更名: the unit goes on under another name from a day on; old records keep the old one. */
  department_rename: { request: RenameDepartment; answer: DepartmentId };
  /** 删除单位. */
  department_trash: { request: WhichDepartment; answer: Nothing };
  /** People in the order of their units. */
  person_list: { request: PersonQuery; answer: Page<PersonRow> };
  /** 新增人员. */
  person_create: { request: CreatePerson; answer: PersonId };
  /** 修改人员: one field. */
  person_set: { request: SetPerson; answer: Nothing };
  /** 删除人员. */
  person_trash: { request: WhichPerson; answer: Nothing };
  /** 推进小组 in their order. */
  group_list: { request: WorkGroupQuery; answer: Page<WorkGroupRow> };
  /** One group with its members and projects. */
  group_get: { request: WhichWorkGroup; answer: WorkGroupPage };
  /** 新增推进小组. */
  group_create: { request: CreateWorkGroup; answer: WorkGroupId };
  /** 修改推进小组: one field. */
  group_set: { request: SetWorkGroup; answer: Nothing };
  /** 删除推进小组; its projects go on without one. */
  group_trash: { request: WhichWorkGroup; answer: Nothing };
  /** 新增小组成员. */
  group_member_add: { request: AddMember; answer: Id };
  /** 修改小组成员: one field. */
  group_member_set: { request: SetMember; answer: Nothing };
  /** A member belongs to the group no more. */
  group_member_remove: { request: WhichMember; answer: Nothing };
  /** A reference list, whole, by version. */
  dictionary_get: { request: WhichDictionary; answer: DictionaryPage };
  /** The entries of a list that can be chosen today. */
  dictionary_choices: { request: DictionaryChoices; answer: Array<DictionaryChoice> };
  /** 新增字典条目, one a line. */
  dictionary_add: { request: AddEntries; answer: Array<DictionaryEntryId> };
  /** 修改字典条目: one field. */
  dictionary_set: { request: SetEntry; answer: Nothing };
  /** 删除字典条目. */
  dictionary_trash: { request: WhichEntry; answer: Nothing };
  /** 挂图作战: the flags of projects by month. */
  board_get: { request: BoardQuery; answer: Board };
  /** The tasks behind a flag, with what each does to it. */
  board_cell: { request: WhichBoardCell; answer: BoardCellPage };
  /** Any list as filtered and sorted, as a workbook of Excel. */
  list_export: { request: ListExport; answer: ListWritten };
  /** 下发责任分工表: a sheet for each unit, in one workbook or one file each, noted in 报送情况 in the same action. */
  sheets_send: { request: SendSheets; answer: SheetsSent };
  /** 导入回填: what a filled 责任分工表 would change, cell by cell. Changes nothing. */
  return_preview: { request: ReturnRequest; answer: ReturnDraft };
  /** 导入回填: as previewed and chosen, in one action. */
  return_apply: { request: ReturnRequest; answer: ReturnApplied };
  /** 报送情况: what went to which unit and what is not back, with the counts. */
  sheet_list: { request: SheetQuery; answer: SheetPage };
  /** Notes a sheet sent to one or several units. */
  sheet_create: { request: NewSheets; answer: Array<SentSheetId> };
  /** Sets one cell of the list, or a pasted block, in one action. */
  sheet_set: { request: SetSheets; answer: Nothing };
  /** Sheets came back. */
  sheet_return: { request: ReturnSheets; answer: Nothing };
  /** Moves sheets to the recycle bin. */
  sheet_trash: { request: WhichSheets; answer: Nothing };
  /** What reminds of sheets that are not back, as a message. */
  sheet_remind: { request: RemindOfSheets; answer: SheetReminder };
  /** 亮灯规则: every version, and what holds on the day asked. */
  light_rules: { request: Nothing; answer: LightRulesPage };
  /** Which open tasks would show another light under these bounds. */
  light_rule_preview: { request: TypedBounds; answer: LightPreview };
  /** A new rule from a day on. */
  light_rule_create: { request: NewLightRule; answer: LightRuleId };
  /** Sets a field of a rule. */
  light_rule_set: { request: SetLightRule; answer: Nothing };
  /** Moves a rule to the recycle bin; the one before it holds on. */
  light_rule_trash: { request: WhichLightRule; answer: Nothing };
  /** 日历: the years whose holidays are known, and what was imported. */
  calendar_get: { request: Nothing; answer: CalendarYears };
  /** What importing a calendar file would do: its days, its errors, the deadlines that move. Changes nothing. */
  calendar_preview: { request: CalendarPath; answer: CalendarPreview };
  /** 导入日历, with the deadlines that move, in one action. */
  calendar_import: { request: CalendarPath; answer: CalendarApplied };
  /** 总览: how things stand. */
  overview_get: { request: Nothing; answer: Overview };
  /** 今日要办 in its groups, a few of each. */
  overview_today: { request: TodayQuery; answer: Array<TodoGroup> };
  /** 今日要办, the most urgent first. */
  overview_todo: { request: TodoQuery; answer: Page<TodoItem> };
  /** When this laptop is reminded. */
  reminder_schedule_get: { request: Nothing; answer: ScheduleText };
  /** Sets it, as typed; answers it in its normal form. */
  reminder_schedule_set: { request: ScheduleText; answer: ScheduleText };
  /** How long until the next reminder. */
  reminder_next: { request: Nothing; answer: NextReminder };
  /** What there is to say now, in one notification; it counts as said with this. Null when there is nothing. */
  reminder_take: { request: Nothing; answer: ReminderNotice | null };
  /** What was missed while the program was closed; it counts as said with this. Null when nothing was. */
  reminder_missed: { request: Nothing; answer: ReminderDigest | null };
  /** What is due today, and what became late since a day. */
  reminder_list: { request: RemindersSince; answer: ReminderDigest };
  /** Derived figures of a day with numerator, denominator and 口径; all of them come with what charts draw. */
  figures_get: { request: GetFigures; answer: FigureSet };
  /** The records behind a figure. */
  figure_rows: { request: FigureRowsQuery; answer: Page<FigureRow> };
  /** What every figure counts. */
  figure_definitions: { request: Nothing; answer: Array<FigureDefinition> };
  /** Writes figures, of a day or of a snapshot, to an Excel file. */
  figures_export: { request: ExportFigures; answer: ExportedFigures };
  /**  */
  figures_chart: { request: SaveChart; answer: ExportedFigures };
  /** 通报快照, the latest day first. */
  snapshot_list: { request: SnapshotQuery; answer: Page<SnapshotRow> };
  /** A snapshot as it was kept. */
  snapshot_get: { request: WhichSnapshot; answer: SnapshotAnswer };
  /** 留存快照: keeps the figures of a day. */
  snapshot_create: { request: CreateSnapshot; answer: SnapshotId };
  /** Renames a snapshot, or writes a note to it. */
  snapshot_set: { request: SetSnapshot; answer: Nothing };
  /** Moves a snapshot to the recycle bin. */
  snapshot_trash: { request: WhichSnapshot; answer: Nothing };
  /** Two snapshots, or a snapshot and the figures of a day, side by side. */
  snapshot_compare: { request: CompareFigures; answer: Comparison };
  /** 任务台账: tasks filtered, sorted, grouped, a page at a time. */
  task_list: { request: TaskQuery; answer: Page<TaskRow> };
  /** All tasks of a filter, by id. */
  task_ids: { request: FilteredTasks; answer: Array<TaskId> };
  /** The groups of the list with their counts, in its order. */
  task_groups: { request: TaskGroupQuery; answer: Array<TaskGroupRow> };
  /** How many tasks of a filter are open, overdue, due soon … */
  task_counts: { request: FilteredTasks; answer: TaskCounts };
  /** One task with its histories and progress notes. */
  task_get: { request: WhichTask; answer: TaskRecord };
  /** 新增任务. */
  task_create: { request: NewTask; answer: CreatedTask };
  /** 修改任务: one field. */
  task_set: { request: SetTask; answer: TaskNotices };
  /** 修改任务: the same text into a field of many, one action. */
  task_set_many: { request: SetTasks; answer: TaskNotices };
  /** 修改任务: a block of cells, one action, refused whole. */
  task_set_cells: { request: SetTaskCells; answer: TaskNotices };
  /** 新增进展. */
  task_note_add: { request: NewNote; answer: Nothing };
  /** 交接: what of a person's work would go over. */
  handover_preview: { request: HandoverQuery; answer: HandoverPreview };
  /** 交接: a person's open work, and places in 推进小组, to another in one action. */
  task_handover: { request: Handover; answer: HandedOver };
  /** 催办语: what is overdue or nearly so, as a message. */
  chase_text: { request: ChaseQuery; answer: ChaseText };
  /** 删除任务. */
  task_trash: { request: WhichTasks; answer: Nothing };
  /** 调整任务顺序 within its project. */
  task_move: { request: MoveTask; answer: Nothing };
  /** 前置任务 and 后续任务 of a task. */
  task_links: { request: WhichTask; answer: TaskLinks };
  /** 新增前置任务: links between tasks, one action, refused whole when tasks would wait for each other. */
  task_link_add: { request: TaskLinkList; answer: Nothing };
  /** 移除前置任务. */
  task_link_remove: { request: TaskLinkList; answer: Nothing };
  /** 时间表: light lines of tasks, a page at a time. */
  gantt_rows: { request: TaskQuery; answer: Page<GanttRow> };
  /** 时间表: how many tasks, from when to when, in which groups. */
  gantt_frame: { request: GanttFrameQuery; answer: GanttFrame };
  /** What moving a task would do to it and to what waits for it. Changes nothing. */
  task_reschedule_preview: { request: NewDates; answer: MovePreview };
  /** 修改起止时间 of a task, with what waits for it if wanted, in one action. */
  task_reschedule: { request: Reschedule; answer: Nothing };
  /** The days off between two days. */
  calendar_days_off: { request: Days; answer: Array<string> };
  /** 调度会, the latest first. */
  meeting_list: { request: MeetingQuery; answer: Page<MeetingRow> };
  /** One meeting with its items: how each stands, what was said last time, what was decided. */
  meeting_get: { request: WhichMeeting; answer: MeetingPage };
  /** What a new meeting would be: its number, and its items in order of urgency. Changes nothing. */
  meeting_propose: { request: ProposeMeeting; answer: MeetingProposal };
  /** 开一次调度会. */
  meeting_create: { request: NewMeeting; answer: MeetingId };
  /** 修改调度会: one field. */
  meeting_set: { request: SetMeeting; answer: Nothing };
  /** 散会, with what is still typed. */
  meeting_close: { request: CloseMeeting; answer: Nothing };
  /** 继续开会: a meeting that was closed too early. */
  meeting_reopen: { request: WhichMeeting; answer: Nothing };
  /** 删除调度会; the tasks that came of it stay. */
  meeting_trash: { request: WhichMeeting; answer: Nothing };
  /** Puts tasks, a project or something typed on a meeting. */
  meeting_item_add: { request: AddMeetingItems; answer: Array<MeetingItemId> };
  /** Takes an item off a meeting. */
  meeting_item_drop: { request: WhichMeetingItem; answer: Nothing };
  /** 修改议题: one field. */
  meeting_item_set: { request: SetMeetingItem; answer: Nothing };
  /** 跳过, or back to be gone through. */
  meeting_item_state: { request: SetItemState; answer: Nothing };
  /** Puts an item behind another. */
  meeting_item_move: { request: MoveMeetingItem; answer: Nothing };
  /** 定下: what was said and decided on an item; each decision with a unit becomes a task, in one action. */
  meeting_settle: { request: SettleItem; answer: Settled };
  /** What a decision typed in one line would be understood as. Changes nothing. */
  decision_read: { request: ReadDecision; answer: DecisionReading };
  /** Gives a decision the unit nobody recognised; it becomes a task. */
  decision_unit_set: { request: GiveDecisionUnit; answer: Settled };
  /** 删除决定; its task goes too, as long as nobody worked on it. */
  decision_trash: { request: WhichDecision; answer: DecisionGone };
  /** Where a task was gone through or decided, the latest first. */
  task_meetings: { request: WhichTask; answer: Array<MeetingMention> };
  /** The name proposed for the 纪要. */
  meeting_paper_name: { request: WhichMeeting; answer: WrittenFile };
  /** 导出纪要 as a Word file. */
  meeting_export: { request: ExportMeeting; answer: WrittenFile };
  /** 本周变化 by unit between two days. */
  week_get: { request: WeekQuery; answer: Week };
  /** The changes behind a number of it. */
  week_rows: { request: WeekRowsQuery; answer: Page<WeekRow> };
  /** How the 推进小组 stand, by domain. */
  dispatch_groups: { request: Nothing; answer: DispatchGroups };
  /** 督办单: what is out first. */
  supervision_list: { request: SupervisionQuery; answer: Page<SupervisionRow> };
  /** How many 督办单 are in which state, for the filter but its state. */
  supervision_counts: { request: SupervisionQuery; answer: Array<SupervisionCount> };
  /** One 督办单 with its steps. */
  supervision_get: { request: WhichSupervision; answer: SupervisionPage };
  /** 督办单 as they would be issued: number, level from the light, wording, when a reply is due. Changes nothing. */
  supervision_propose: { request: ProposeSupervisions; answer: Array<ProposedSupervision> };
  /** 出督办单, one or several. */
  supervision_issue: { request: IssueSupervisions; answer: Array<SupervisionId> };
  /** 修改督办单: one field, until its paper left the room. */
  supervision_set: { request: SetSupervision; answer: Nothing };
  /** 签收, 反馈, 销号, 退回, 作废. */
  supervision_advance: { request: AdvanceSupervision; answer: Nothing };
  /** 删除督办单 whose paper never left the room. */
  supervision_trash: { request: WhichSupervision; answer: Nothing };
  /** The name proposed for the paper. */
  supervision_paper_name: { request: WhichSupervision; answer: WrittenFile };
  /** 导出督办单 as a Word file; from then on it is voided, not undone. */
  supervision_export: { request: ExportSupervision; answer: WrittenFile };
  /** 导出督办单, one file each into a folder. */
  supervision_export_all: { request: ExportSupervisions; answer: Array<WrittenFile> };
  /** 协调: what waits first. */
  coordination_list: { request: CoordinationQuery; answer: Page<CoordinationRow> };
  /** How many there are of each level and state. */
  coordination_counts: { request: CoordinationQuery; answer: Array<CoordinationCount> };
  /** One 协调 with its decisions. */
  coordination_get: { request: WhichCoordination; answer: CoordinationPage };
  /** 提请协调. */
  coordination_create: { request: RaiseCoordination; answer: CoordinationId };
  /** 修改协调: one field. */
  coordination_set: { request: SetCoordination; answer: Nothing };
  /** 记录议定: decisions become tasks. */
  coordination_decide: { request: DecideCoordination; answer: Settled };
  /** 办结: its task is not 需协调 any more. */
  coordination_finish: { request: WhichCoordination; answer: Nothing };
  /** 删除协调. */
  coordination_trash: { request: WhichCoordination; answer: Nothing };
  /** 附件 of a record, in their order. */
  attachment_list: { request: AttachmentsOf; answer: Array<AttachmentRow> };
  /** 添加附件: files by path, all or none. */
  attachment_add: { request: AddAttachments; answer: Array<AttachmentId> };
  /** 添加附件: bytes that were pasted or dropped. */
  attachment_paste: { request: PasteAttachment; answer: Array<AttachmentId> };
  /** The small copy of a picture; null for what is none. */
  attachment_view: { request: ViewAttachment; answer: AttachmentPicture | null };
  /** 修改附件: its name or caption. */
  attachment_set: { request: SetAttachment; answer: Nothing };
  /** 另存为. */
  attachment_save: { request: SaveAttachment; answer: Nothing };
  /** A private copy for the system's program to open; taken away when the program ends. */
  attachment_open: { request: WhichAttachment; answer: UnpackedAttachment };
  /** 删除附件. */
  attachment_trash: { request: WhichAttachment; answer: Nothing };
  /** The papers there are, what each can be of, and whether the bureau's template is in force. */
  paper_kinds: { request: Nothing; answer: Array<PaperRow> };
  /** The fields a template of a paper may name. */
  paper_fields: { request: WhichPaper; answer: Array<Field> };
  /** A paper as it will print, in the standard layout. */
  paper_preview: { request: PaperRequest; answer: PaperPreview };
  /** The name proposed for the file of a paper. */
  paper_name: { request: PaperRequest; answer: WrittenFile };
  /** 导出文书: Word (by the bureau's template if one is in force), PDF, a picture or a calendar, by the file's ending. */
  paper_export: { request: ExportPaper; answer: WrittenFile };
  /** 批量导出文书: a file each into a folder. */
  paper_export_all: { request: ExportPapers; answer: Array<WrittenFile> };
  /** 导出模板: that in force, to be changed in Word. */
  template_export: { request: TemplateFile; answer: WrittenFile };
  /** 放入模板: the bureau's own in place of the standard layout. */
  template_set: { request: TemplateFile; answer: Nothing };
  /** 恢复标准版式. */
  template_reset: { request: WhichPaper; answer: Nothing };
}
