//! The list: every request by name, what it asks, what is answered, and who answers. [`super`] tells what comes of it.

use super::*;

/// Declares the list. `/// words` `name(Request) -> Answer = handler;`
macro_rules! requests {
    ($($(#[doc = $doc:literal])* $name:ident($request:ty) -> $answer:ty = $handler:path;)*) => {
        /// Every request: its name and what it is for.
        pub const REQUESTS: &[(&str, &str)] = &[$((stringify!($name), concat!($($doc),*))),*];

        /// Finds the request by name, reads it, has it answered.
        pub(super) fn dispatch(context: &Context<'_>, name: &str, request: serde_json::Value) -> crate::Result<serde_json::Value> {
            match name {
                $(stringify!($name) => {
                    let request: $request = host::read_request(name, request)?;
                    let answer: $answer = $handler(context, request)?;
                    serde_json::to_value(answer).map_err(crate::Error::internal)
                })*
                _ => Err(crate::Error::invalid(crate::texts::unknown_request(name))),
            }
        }

        /// Tells the contract of every request.
        pub(super) fn visit_requests(contract: &mut contract::Contract) {
            $(contract.request::<$request, $answer>(stringify!($name), concat!($($doc),*));)*
        }
    };
}

requests! {
    /// Who sits here; null before the first start.
    identity_get(Nothing) -> Option<crate::workbook::Identity> = workbook::identity_get;
    /// First start, or a correction: 姓名 and 电脑名.
    identity_set(crate::workbook::Identity) -> Nothing = workbook::identity_set;
    /// Opens a workbook file.
    workbook_open(workbook::OpenWorkbook) -> workbook::WorkbookStatus = workbook::open;
    /// Creates a workbook file with the shipped lists in it.
    workbook_new(workbook::NewWorkbook) -> workbook::WorkbookStatus = workbook::new;
    /// Creates the sample workbook: the article's five enterprises, and what is made up around them.
    workbook_sample(workbook::NewWorkbook) -> workbook::WorkbookStatus = sample::create;
    /// Creates a synthetic workbook of a chosen size, for trying speed.
    workbook_generate(sample::GenerateWorkbook) -> workbook::WorkbookStatus = sample::generate;
    /// 移除示例, in one action.
    sample_remove(Nothing) -> Nothing = sample::remove;
    /// Closes it.
    workbook_close(Nothing) -> Nothing = workbook::close;
    /// Workbooks opened lately, the last first.
    workbook_recent(Nothing) -> Vec<workbook::RecentWorkbook> = workbook::recent;
    /// What the status line says.
    workbook_status(Nothing) -> workbook::WorkbookStatus = workbook::status;
    /// 检查工作簿: the file, references, derived rows.
    workbook_check(Nothing) -> crate::storage::check::CheckReport = workbook::check;
    /// Takes back this laptop's last action.
    undo(Nothing) -> crate::workbook::TakenBack = workbook::undo;
    /// Does again what was undone last.
    redo(Nothing) -> crate::workbook::TakenBack = workbook::redo;
    /// What happened to a record, newest first, in words.
    history(workbook::HistoryOf) -> Vec<crate::history::HistoryEntry> = workbook::history;
    /// What kind of thing a record is.
    record_kind(workbook::WhichRecord) -> crate::action::Kind = workbook::record_kind;
    /// Deletions that can still be taken back, newest first.
    recycle_list(list::Paging) -> Vec<crate::history::Trashed> = workbook::recycle_list;
    /// Takes a deletion back.
    recycle_restore(workbook::RestoreDeletion) -> Nothing = workbook::recycle_restore;
    /// A setting of this laptop (column layout, text size …), which never travels.
    setting_get(workbook::SettingKey) -> Option<serde_json::Value> = workbook::setting_get;
    /// Keeps such a setting; null forgets it.
    setting_set(workbook::Setting) -> Nothing = workbook::setting_set;
    /// Records found by text, pinyin initials or full pinyin, the latest changed first; without text the latest.
    search(workbook::SearchRequest) -> Vec<crate::search::Hit> = workbook::search;
    /// The day n working days after a day (the day after is day 1).
    calendar_add_working_days(workbook::AddWorkingDays) -> workbook::DayAnswer = workbook::add_working_days;
    /// The sheets of a ledger file and how each begins.
    ledger_sheets(ledgers::LedgerFile) -> Vec<ledgers::SheetStart> = ledgers::sheets;
    /// What importing a ledger would do, row by row, and what must be decided first. Changes nothing.
    ledger_preview(ledgers::LedgerRequest) -> ledgers::LedgerPreview = ledgers::preview;
    /// 导入台账: as previewed, in one action.
    ledger_apply(ledgers::LedgerRequest) -> ledgers::LedgerApplied = ledgers::apply_ledger;
    /// Enterprises, filtered and sorted.
    enterprise_list(crate::enterprises::list::EnterpriseQuery) -> list::Page<crate::enterprises::list::EnterpriseRow> = enterprises::list;
    /// One enterprise with contacts, projects and likely duplicates.
    enterprise_get(enterprises::WhichEnterprise) -> crate::enterprises::list::EnterprisePage = enterprises::get;
    /// Enterprises that are probably the one of this name.
    enterprise_similar(enterprises::EnterpriseName) -> Vec<crate::enterprises::duplicates::LikelySame> = enterprises::similar;
    /// 新增企业.
    enterprise_create(enterprises::EnterpriseName) -> crate::ids::EnterpriseId = enterprises::create;
    /// 修改企业: one field.
    enterprise_set(enterprises::SetEnterprise) -> Nothing = enterprises::set;
    /// 合并企业: two records of one firm.
    enterprise_merge(enterprises::MergeEnterprises) -> Nothing = enterprises::merge;
    /// 删除企业.
    enterprise_trash(enterprises::WhichEnterprise) -> Nothing = enterprises::trash;
    /// 新增联系人.
    contact_create(enterprises::CreateContact) -> crate::ids::ContactId = enterprises::create_contact;
    /// 修改联系人: one field.
    contact_set(enterprises::SetContact) -> Nothing = enterprises::set_contact;
    /// 删除联系人.
    contact_trash(enterprises::WhichContact) -> Nothing = enterprises::trash_contact;
    /// Projects, filtered and sorted, each with its light.
    project_list(crate::projects::list::ProjectQuery) -> list::Page<crate::projects::list::ProjectRow> = projects::list;
    /// How many projects stand at each stage, for the filter but its stage.
    project_stages(crate::projects::list::ProjectQuery) -> Vec<crate::projects::list::StageCount> = projects::stages;
    /// One project: head and 概况.
    project_get(projects::WhichProject) -> crate::projects::list::ProjectPage = projects::get;
    /// 新增项目.
    project_create(projects::CreateProject) -> crate::ids::ProjectId = projects::create;
    /// 修改项目: one field.
    project_set(projects::SetProject) -> Nothing = projects::set;
    /// 推进到: the stage of a project.
    project_stage_set(projects::AdvanceProject) -> Nothing = projects::set_stage;
    /// What stage may follow now, and for each what is missing.
    project_stage_moves(projects::WhichProject) -> Vec<crate::projects::advance::StageMove> = projects::stage_moves;
    /// When a project changed its stage, the first change first.
    project_stage_facts(projects::WhichProject) -> Vec<crate::projects::stage_days::StageFactRow> = projects::stage_facts;
    /// Puts the day of a change of stage right.
    project_stage_day_set(projects::SetStageDay) -> Nothing = projects::set_stage_day;
    /// A further enterprise takes part.
    project_enterprise_add(projects::ProjectParticipant) -> Nothing = projects::add_enterprise;
    /// An enterprise takes part no more.
    project_enterprise_remove(projects::ProjectParticipant) -> Nothing = projects::remove_enterprise;
    /// Another enterprise leads.
    project_enterprise_lead(projects::ProjectParticipant) -> Nothing = projects::lead_enterprise;
    /// 删除项目, with everything that belongs to it.
    project_trash(projects::WhichProject) -> Nothing = projects::trash;
    /// 路线图 of a project.
    milestone_list(projects::WhichProject) -> Vec<crate::projects::milestones::MilestoneRow> = projects::list_milestones;
    /// 新增节点.
    milestone_create(projects::CreateMilestone) -> crate::ids::MilestoneId = projects::create_milestone;
    /// 修改节点: one field.
    milestone_set(projects::SetMilestone) -> Nothing = projects::set_milestone;
    /// Puts a node behind another.
    milestone_move(projects::MoveMilestone) -> Nothing = projects::move_milestone;
    /// 删除节点.
    milestone_trash(projects::WhichMilestone) -> Nothing = projects::trash_milestone;
    /// 需求清单: of a project, an enterprise, or all.
    demand_list(crate::demands::list::DemandQuery) -> list::Page<crate::demands::list::DemandRow> = demands::list;
    /// 新增需求.
    demand_create(demands::CreateDemand) -> crate::ids::DemandId = demands::create;
    /// 修改需求: one field of one or several.
    demand_set(demands::SetDemand) -> Nothing = demands::set;
    /// The state of a demand.
    demand_status_set(demands::AdvanceDemand) -> Nothing = demands::set_status;
    /// Puts a demand behind another.
    demand_move(demands::MoveDemand) -> Nothing = demands::place;
    /// The usual lead and steps of a category.
    demand_steps(demands::WhichCategory) -> demands::UsualSteps = demands::steps;
    /// 拆解需求: into tasks, forwards from a start or backwards from a target.
    demand_split(demands::SplitDemand) -> Vec<crate::ids::TaskId> = demands::split;
    /// One demand with its statuses, 回访, what may come next, and its trace.
    demand_get(demands::WhichDemand) -> crate::demands::page::DemandPage = demands::get;
    /// 追溯: demands, tasks and outcomes that hang together, seen from any of them.
    demand_trace(demands::TraceOf) -> crate::demands::trace::Trace = demands::trace;
    /// 新增回访, with the step that follows from it.
    demand_visit_add(crate::demands::visit::NewVisit) -> crate::ids::Id = demands::add_visit;
    /// 修改回访: one field.
    demand_visit_set(demands::SetVisit) -> Nothing = demands::set_visit;
    /// 删除回访.
    demand_visit_trash(demands::WhichVisit) -> Nothing = demands::trash_visit;
    /// 删除需求.
    demand_trash(demands::WhichDemand) -> Nothing = demands::trash;
    /// 征集, the latest first.
    submission_list(crate::submissions::list::SubmissionQuery) -> list::Page<crate::submissions::list::SubmissionRow> = submissions::list;
    /// How many entries by 初筛, district and batch.
    submission_counts(crate::submissions::list::SubmissionQuery) -> crate::submissions::list::SubmissionCounts = submissions::counts;
    /// Whose an idea is, and whether it is there already.
    submission_match(submissions::MatchSubmission) -> crate::submissions::whose::Matches = submissions::find;
    /// 登记征集: a project at 征集登记 and its enterprise, in one action.
    submission_create(crate::submissions::create::NewSubmission) -> crate::submissions::create::CreatedSubmission = submissions::create;
    /// 修改征集: cells, all or none.
    submission_set(submissions::SetSubmissions) -> Nothing = submissions::set;
    /// 初筛, of one or several.
    submission_screen(submissions::ScreenSubmissions) -> Nothing = submissions::screen;
    /// 删除征集.
    submission_trash(submissions::WhichSubmissions) -> Nothing = submissions::trash;
    /// Writes the blank form, in Word or Excel.
    submission_form_write(submissions::WriteForm) -> submissions::WrittenForm = submissions::write_form;
    /// What stands in forms that came back, and what taking them in would do. Changes nothing.
    submission_form_preview(crate::submissions::form::draft::FormRequest) -> crate::submissions::form::draft::FormsDraft = submissions::preview_forms;
    /// 收取申报表: as previewed, in one action.
    submission_form_take_in(crate::submissions::form::draft::FormRequest) -> crate::submissions::form::take_in::TakenIn = submissions::take_in_forms;
    /// What waits for which round of review.
    review_queue(crate::reviews::list::ReviewQuery) -> list::Page<crate::reviews::list::ReviewQueueRow> = reviews::queue;
    /// How many projects wait for what.
    review_states(crate::reviews::list::ReviewQuery) -> Vec<crate::reviews::list::ReviewStateCount> = reviews::states;
    /// The rounds of a project with all that was said.
    project_reviews(projects::WhichProject) -> crate::reviews::list::ProjectReviews = reviews::of_project;
    /// 新一轮评审; the project goes to 评审论证.
    review_create(crate::reviews::create::NewReview) -> crate::ids::ReviewId = reviews::create;
    /// 修改评审论证: one field of a round.
    review_set(reviews::SetReview) -> Nothing = reviews::set;
    /// 结论, and where the project goes by it; or takes it back.
    review_conclude(crate::reviews::conclude::ConcludeReview) -> Nothing = reviews::conclude;
    /// 删除一轮评审 that has no conclusion.
    review_trash(reviews::WhichReview) -> Nothing = reviews::trash;
    /// Experts join a round.
    review_expert_add(reviews::AddExperts) -> reviews::AddedExperts = reviews::add_experts;
    /// 专家意见: cells, all or none.
    review_opinion_set(reviews::SetOpinions) -> Nothing = reviews::set_opinions;
    /// Takes an expert out of a round.
    review_opinion_trash(reviews::WhichOpinion) -> Nothing = reviews::trash_opinion;
    /// The file name proposed for the paper of a round.
    review_paper_name(reviews::WhichReview) -> reviews::ReviewPaper = reviews::paper_name;
    /// 修改完善通知 or 评审论证意见, in Word.
    review_export(reviews::ExportReview) -> reviews::ReviewPaper = reviews::export;
    /// 专家, by name.
    expert_list(crate::reviews::experts::ExpertQuery) -> list::Page<crate::reviews::experts::ExpertRow> = reviews::experts;
    /// 新增专家.
    expert_create(reviews::CreateExpert) -> crate::ids::ExpertId = reviews::create_expert;
    /// 修改专家: cells, all or none.
    expert_set(reviews::SetExperts) -> Nothing = reviews::set_expert;
    /// 删除专家 who took part in no round.
    expert_trash(reviews::WhichExperts) -> Nothing = reviews::trash_expert;
    /// 重点项目库 as of a day: what is in it, what left it, what never was.
    library_list(crate::library::list::LibraryQuery) -> list::Page<crate::library::list::LibraryRow> = library::list;
    /// How many are in each of the three, and the batches there are.
    library_counts(crate::library::list::LibraryQuery) -> crate::library::list::LibraryCounts = library::counts;
    /// When a project was in the library.
    library_of(projects::WhichProject) -> Vec<crate::library::list::LibraryEntryRow> = library::of;
    /// 入库: one or several projects.
    library_enter(library::EnterLibrary) -> Nothing = library::enter;
    /// 出库: one or several projects.
    library_leave(library::LeaveLibrary) -> Nothing = library::leave;
    /// 修改入库记录: one field.
    library_set(library::SetLibraryEntry) -> Nothing = library::set;
    /// 删除入库记录.
    library_trash(library::WhichLibraryEntry) -> Nothing = library::trash;
    /// 落地认定 of a project with its evidence.
    landing_list(projects::WhichProject) -> Vec<crate::landings::list::LandingRow> = landings::list;
    /// 认定落地: basis, day, evidence; the project goes to 已落地 with it.
    landing_create(landings::DecideLanding) -> crate::ids::LandingId = landings::create;
    /// 撤销认定, for a reason; the project goes back to 推进中.
    landing_revoke(landings::RevokeLanding) -> Nothing = landings::revoke;
    /// 修改落地认定: one field.
    landing_set(landings::SetLanding) -> Nothing = landings::set;
    /// 新增佐证.
    evidence_add(landings::AddEvidence) -> crate::ids::EvidenceId = landings::add_evidence;
    /// 修改佐证.
    evidence_set(landings::SetEvidence) -> Nothing = landings::set_evidence;
    /// 删除佐证.
    evidence_trash(landings::WhichEvidence) -> Nothing = landings::trash_evidence;
    /// 成效: of a project, or of all.
    outcome_list(crate::outcomes::list::OutcomeQuery) -> list::Page<crate::outcomes::list::OutcomeRow> = outcomes::list;
    /// What the amounts of a project's outcomes come to, for each certainty by itself.
    outcome_totals(projects::WhichProject) -> Vec<crate::outcomes::list::OutcomeTotal> = outcomes::totals;
    /// 登记成效.
    outcome_create(outcomes::CreateOutcome) -> crate::ids::OutcomeId = outcomes::create;
    /// 修改成效: one field.
    outcome_set(outcomes::SetOutcome) -> Nothing = outcomes::set;
    /// 删除成效.
    outcome_trash(outcomes::WhichOutcome) -> Nothing = outcomes::trash;
    /// 引述数 of a project, or of the whole work.
    stated_list(crate::stated::list::StatedQuery) -> list::Page<crate::stated::list::StatedRow> = outcomes::list_stated;
    /// 登记引述数.
    stated_create(outcomes::CreateStated) -> crate::ids::StatedFigureId = outcomes::create_stated;
    /// 修改引述数: one field.
    stated_set(outcomes::SetStated) -> Nothing = outcomes::set_stated;
    /// 删除引述数.
    stated_trash(outcomes::WhichStated) -> Nothing = outcomes::trash_stated;
    /// 创意会 in their order.
    session_list(crate::sessions::list::SessionQuery) -> list::Page<crate::sessions::list::SessionRow> = sessions::list;
    /// One session: its head, and how much stands on its tabs.
    session_get(sessions::WhichSession) -> crate::sessions::list::SessionPage = sessions::get;
    /// 年度计划: the sessions of a year by quarter, what they cover and what is missing.
    session_year(sessions::WhichYear) -> crate::sessions::year::YearPlan = sessions::year;
    /// 新增创意会.
    session_create(sessions::CreateSession) -> crate::ids::SessionId = sessions::create;
    /// 修改创意会: one field.
    session_set(sessions::SetSession) -> Nothing = sessions::set;
    /// 举办、取消: the status of a session; projects at 待发布 are published with it.
    session_status_set(sessions::AdvanceSession) -> crate::sessions::advance::SessionAdvanced = sessions::set_status;
    /// Puts a session behind another.
    session_move(sessions::MoveSession) -> Nothing = sessions::place;
    /// 删除创意会.
    session_trash(sessions::WhichSession) -> Nothing = sessions::trash;
    /// 议程 with what was said at each presentation.
    session_agenda(sessions::WhichSession) -> Vec<crate::sessions::list::AgendaRow> = sessions::agenda;
    /// Where a project was presented, with what was said.
    project_sessions(projects::WhichProject) -> Vec<crate::sessions::list::PresentedAt> = sessions::presented;
    /// Puts projects on the agenda.
    presentation_add(sessions::AddPresentations) -> Vec<crate::ids::PresentationId> = sessions::add_presentations;
    /// 修改发布项目: one field.
    presentation_set(sessions::SetPresentation) -> Nothing = sessions::set_presentation;
    /// Puts a presentation behind another.
    presentation_move(sessions::MovePresentation) -> Nothing = sessions::move_presentation;
    /// Takes a project off the agenda.
    presentation_trash(sessions::WhichPresentation) -> Nothing = sessions::trash_presentation;
    /// 筹备: the checklist, counted back from the day.
    session_preparation(sessions::WhichSession) -> crate::sessions::preparation::Preparation = session_day::preparation;
    /// Puts the shipped checklist to a session.
    session_prepare(sessions::WhichSession) -> Nothing = session_day::start_preparation;
    /// 新增筹备事项.
    session_item_add(session_day::AddSessionItem) -> crate::ids::Id = session_day::add_item;
    /// 修改筹备事项: cells, all or none.
    session_item_set(session_day::SetSessionItems) -> Nothing = session_day::set_items;
    /// 删除筹备事项.
    session_item_trash(session_day::WhichSessionItem) -> Nothing = session_day::trash_item;
    /// 参会人员, by kind.
    guest_list(crate::sessions::guests::GuestQuery) -> list::Page<crate::sessions::guests::GuestRow> = session_day::guests;
    /// How many of each kind were invited, will come, came.
    guest_counts(sessions::WhichSession) -> Vec<crate::sessions::guests::GuestCount> = session_day::guest_counts;
    /// Whom one could invite, those concerned first.
    guest_candidates(session_day::GuestCandidates) -> Vec<crate::sessions::guests::Candidate> = session_day::candidates;
    /// 邀请: records, and people as typed, one a line.
    guest_invite(session_day::InviteGuests) -> session_day::Invited = session_day::invite;
    /// 修改参会人员: cells, all or none.
    guest_set(session_day::SetGuests) -> Nothing = session_day::set_guests;
    /// 签到表 and 席卡 as an Excel file.
    guest_export(session_day::ExportGuests) -> plans::WrittenFile = session_day::export_guests;
    /// Takes guests off the list.
    guest_trash(session_day::WhichGuests) -> Nothing = session_day::trash_guests;
    /// What a need typed at a presentation would be understood as. Changes nothing.
    session_demand_read(session_day::SaidLine) -> crate::sessions::said::DemandReading = session_day::read_demand;
    /// 现场需求, one a line.
    session_demand_add(session_day::RaiseDemands) -> Vec<crate::ids::DemandId> = session_day::raise;
    /// What a reply typed at a presentation would be understood as. Changes nothing.
    session_reply_read(session_day::SaidLine) -> crate::sessions::said::ReplyReading = session_day::read_reply;
    /// 现场答复, one a line.
    session_reply_add(session_day::AddReplies) -> Vec<crate::ids::ReplyId> = session_day::reply;
    /// 修改现场答复: one field.
    session_reply_set(session_day::SetReply) -> Nothing = session_day::set_reply;
    /// 删除现场答复.
    session_reply_trash(session_day::WhichReply) -> Nothing = session_day::trash_reply;
    /// 会后: replies become tasks, in one action.
    session_convert(session_day::ConvertReplies) -> crate::sessions::afterwards::Converted = session_day::convert;
    /// The plan of a project or an enterprise that is worked on; null if none was begun.
    plan_of(plans::PlanOwner) -> Option<crate::ids::PlanId> = plans::of;
    /// Begins the plan of a project or an enterprise (the one that is there already, if one is).
    plan_create(plans::PlanOwner) -> crate::ids::PlanId = plans::create;
    /// A plan with its sections, and what is missing.
    plan_get(plans::WhichPlan) -> crate::plans::page::PlanPage = plans::get;
    /// 修改方案: a field of its head.
    plan_set(plans::SetPlan) -> Nothing = plans::set;
    /// 修改方案: the text of a section.
    plan_section_set(plans::SetPlanSection) -> Nothing = plans::set_section;
    /// 删除方案.
    plan_trash(plans::WhichPlan) -> Nothing = plans::trash;
    /// The paper as it will print, page by page.
    plan_preview(plans::PreviewPlan) -> plans::PlanPreview = plans::preview;
    /// 导出 Word.
    plan_export(plans::ExportPlan) -> plans::WrittenFile = plans::export;
    /// 导出 Word: every plan into a folder.
    plan_export_all(plans::ExportPlans) -> Vec<plans::WrittenFile> = plans::export_all;
    /// 送审, or back to the desk: where a version goes before it is issued.
    plan_step(plan_versions::StepPlan) -> Nothing = plan_versions::step;
    /// 印发: freezes a version's sections, tasks and paper.
    plan_issue(crate::plans::issue::IssuePlan) -> Nothing = plan_versions::issue;
    /// 修订: begins the next version.
    plan_revise(plans::WhichPlan) -> crate::ids::PlanId = plan_versions::revise;
    /// 作废, for a reason.
    plan_repeal(plan_versions::RepealPlan) -> Nothing = plan_versions::repeal;
    /// Whom to ask about a version, and until when.
    plan_consult_proposal(plans::WhichPlan) -> crate::plans::opinions::ConsultationProposal = plan_versions::proposal;
    /// 征求意见: asks units about a version.
    plan_consult(crate::plans::opinions::ConsultUnits) -> Nothing = plan_versions::consult;
    /// 修改征求意见: one field of what a unit said.
    plan_opinion_set(plan_versions::SetPlanOpinion) -> Nothing = plan_versions::set_opinion;
    /// 无意见, of one or several units.
    plan_opinion_none(plan_versions::WhichPlanOpinions) -> Nothing = plan_versions::no_opinion;
    /// 采纳、部分采纳、不采纳.
    plan_opinion_decide(plan_versions::DecidePlanOpinion) -> Nothing = plan_versions::decide;
    /// Takes a unit off the list of those asked.
    plan_opinion_trash(plan_versions::WhichPlanOpinion) -> Nothing = plan_versions::trash_opinion;
    /// Two versions of a plan side by side; a draft as it stands may be one.
    plan_compare(plan_versions::ComparePlans) -> crate::plans::compare::PlanComparison = plan_versions::compare;
    /// Units in 机构序列.
    department_list(crate::departments::list::DepartmentQuery) -> list::Page<crate::departments::list::DepartmentRow> = departments::list;
    /// One unit.
    department_get(departments::WhichDepartment) -> crate::departments::list::DepartmentRow = departments::get;
    /// 新增单位.
    department_create(departments::CreateDepartment) -> crate::ids::DepartmentId = departments::create;
    /// 修改单位: one field.
    department_set(departments::SetDepartment) -> Nothing = departments::set;
    /// 合并单位: one goes on as another from a day on; old records keep its name.
    department_merge(departments::MergeDepartments) -> Nothing = departments::merge;
    /// 更名: the unit goes on under another name from a day on; old records keep the old one.
    department_rename(departments::RenameDepartment) -> crate::ids::DepartmentId = departments::rename;
    /// 删除单位.
    department_trash(departments::WhichDepartment) -> Nothing = departments::trash;
    /// People in the order of their units.
    person_list(crate::departments::people::PersonQuery) -> list::Page<crate::departments::people::PersonRow> = departments::list_people;
    /// 新增人员.
    person_create(departments::CreatePerson) -> crate::ids::PersonId = departments::create_person;
    /// 修改人员: one field.
    person_set(departments::SetPerson) -> Nothing = departments::set_person;
    /// 删除人员.
    person_trash(departments::WhichPerson) -> Nothing = departments::trash_person;
    /// 推进小组 in their order.
    group_list(crate::work_groups::list::WorkGroupQuery) -> list::Page<crate::work_groups::list::WorkGroupRow> = work_groups::list;
    /// One group with its members and projects.
    group_get(work_groups::WhichWorkGroup) -> crate::work_groups::list::WorkGroupPage = work_groups::get;
    /// 新增推进小组.
    group_create(work_groups::CreateWorkGroup) -> crate::ids::WorkGroupId = work_groups::create;
    /// 修改推进小组: one field.
    group_set(work_groups::SetWorkGroup) -> Nothing = work_groups::set;
    /// 删除推进小组; its projects go on without one.
    group_trash(work_groups::WhichWorkGroup) -> Nothing = work_groups::trash;
    /// 新增小组成员.
    group_member_add(work_groups::AddMember) -> crate::ids::Id = work_groups::add_member;
    /// 修改小组成员: one field.
    group_member_set(work_groups::SetMember) -> Nothing = work_groups::set_member;
    /// A member belongs to the group no more.
    group_member_remove(work_groups::WhichMember) -> Nothing = work_groups::remove_member;
    /// A reference list, whole, by version.
    dictionary_get(dictionaries::WhichDictionary) -> crate::dictionaries::read::DictionaryPage = dictionaries::get;
    /// The entries of a list that can be chosen today.
    dictionary_choices(crate::dictionaries::read::DictionaryChoices) -> Vec<crate::dictionaries::read::DictionaryChoice> = dictionaries::choices;
    /// 新增字典条目, one a line.
    dictionary_add(dictionaries::AddEntries) -> Vec<crate::ids::DictionaryEntryId> = dictionaries::add;
    /// 修改字典条目: one field.
    dictionary_set(dictionaries::SetEntry) -> Nothing = dictionaries::set;
    /// 删除字典条目.
    dictionary_trash(dictionaries::WhichEntry) -> Nothing = dictionaries::trash;
    /// 挂图作战: the flags of projects by month.
    board_get(crate::board::list::BoardQuery) -> crate::board::list::Board = board::get;
    /// The tasks behind a flag, with what each does to it.
    board_cell(board::WhichBoardCell) -> crate::board::list::BoardCellPage = board::cell;
    /// Any list as filtered and sorted, as a workbook of Excel.
    list_export(crate::sheets::out::lists::ListExport) -> sheets::ListWritten = sheets::export_list;
    /// 下发责任分工表: a sheet for each unit, in one workbook or one file each, noted in 报送情况 in the same action.
    sheets_send(crate::sheets::out::send::SendSheets) -> crate::sheets::out::send::SheetsSent = sheets::send;
    /// 导入回填: what a filled 责任分工表 would change, cell by cell. Changes nothing.
    return_preview(sheets::ReturnRequest) -> crate::sheets::back::draft::ReturnDraft = sheets::preview_return;
    /// 导入回填: as previewed and chosen, in one action.
    return_apply(sheets::ReturnRequest) -> crate::sheets::back::apply::ReturnApplied = sheets::apply_return;
    /// 报送情况: what went to which unit and what is not back, with the counts.
    sheet_list(crate::sent_sheets::list::SheetQuery) -> crate::sent_sheets::list::SheetPage = sent_sheets::list;
    /// Notes a sheet sent to one or several units.
    sheet_create(crate::sent_sheets::edit::NewSheets) -> Vec<crate::ids::SentSheetId> = sent_sheets::create;
    /// Sets one cell of the list, or a pasted block, in one action.
    sheet_set(sent_sheets::SetSheets) -> Nothing = sent_sheets::set;
    /// Sheets came back.
    sheet_return(sent_sheets::ReturnSheets) -> Nothing = sent_sheets::returned;
    /// Moves sheets to the recycle bin.
    sheet_trash(sent_sheets::WhichSheets) -> Nothing = sent_sheets::trash;
    /// What reminds of sheets that are not back, as a message.
    sheet_remind(sent_sheets::RemindOfSheets) -> sent_sheets::SheetReminder = sent_sheets::remind;
    /// 亮灯规则: every version, and what holds on the day asked.
    light_rules(Nothing) -> crate::light_rules::list::LightRulesPage = light_rules::list;
    /// Which open tasks would show another light under these bounds.
    light_rule_preview(crate::light_rules::edit::TypedBounds) -> crate::light_rules::preview::LightPreview = light_rules::preview;
    /// A new rule from a day on.
    light_rule_create(light_rules::NewLightRule) -> crate::ids::LightRuleId = light_rules::create;
    /// Sets a field of a rule.
    light_rule_set(light_rules::SetLightRule) -> Nothing = light_rules::set;
    /// Moves a rule to the recycle bin; the one before it holds on.
    light_rule_trash(light_rules::WhichLightRule) -> Nothing = light_rules::trash;
    /// 日历: the years whose holidays are known, and what was imported.
    calendar_get(Nothing) -> dictionaries::CalendarYears = dictionaries::calendar;
    /// What importing a calendar file would do: its days, its errors, the deadlines that move. Changes nothing.
    calendar_preview(dictionaries::CalendarPath) -> crate::dictionaries::calendar::preview::CalendarPreview = dictionaries::preview_calendar;
    /// 导入日历, with the deadlines that move, in one action.
    calendar_import(dictionaries::CalendarPath) -> crate::dictionaries::calendar::apply::CalendarApplied = dictionaries::import_calendar;
    /// 总览: how things stand.
    overview_get(Nothing) -> crate::overview::Overview = overview::get;
    /// 今日要办 in its groups, a few of each.
    overview_today(crate::overview::TodayQuery) -> Vec<crate::overview::TodoGroup> = overview::today;
    /// 今日要办, the most urgent first.
    overview_todo(crate::overview::TodoQuery) -> list::Page<crate::overview::TodoItem> = overview::todo;
    /// When this laptop is reminded.
    reminder_schedule_get(Nothing) -> crate::reminders::schedule::ScheduleText = reminders::schedule_get;
    /// Sets it, as typed; answers it in its normal form.
    reminder_schedule_set(crate::reminders::schedule::ScheduleText) -> crate::reminders::schedule::ScheduleText = reminders::schedule_set;
    /// How long until the next reminder.
    reminder_next(Nothing) -> reminders::NextReminder = reminders::next;
    /// What there is to say now, in one notification; it counts as said with this. Null when there is nothing.
    reminder_take(Nothing) -> Option<crate::reminders::due::ReminderNotice> = reminders::take;
    /// What was missed while the program was closed; it counts as said with this. Null when nothing was.
    reminder_missed(Nothing) -> Option<crate::reminders::due::ReminderDigest> = reminders::missed;
    /// What is due today, and what became late since a day.
    reminder_list(reminders::RemindersSince) -> crate::reminders::due::ReminderDigest = reminders::list;
    /// Derived figures of a day with numerator, denominator and 口径; all of them come with what charts draw.
    figures_get(figures::GetFigures) -> crate::figures::value::FigureSet = figures::get;
    /// The records behind a figure.
    figure_rows(crate::figures::rows::FigureRowsQuery) -> list::Page<crate::figures::rows::FigureRow> = figures::rows;
    /// What every figure counts.
    figure_definitions(Nothing) -> Vec<crate::figures::name::FigureDefinition> = figures::definitions;
    /// Writes figures, of a day or of a snapshot, to an Excel file.
    figures_export(figures::ExportFigures) -> figures::ExportedFigures = figures::export;
    figures_chart(figures::SaveChart) -> figures::ExportedFigures = figures::save_chart;
    /// 通报快照, the latest day first.
    snapshot_list(crate::figures::snapshot::SnapshotQuery) -> list::Page<crate::figures::snapshot::SnapshotRow> = figures::snapshot_list;
    /// A snapshot as it was kept.
    snapshot_get(figures::WhichSnapshot) -> crate::figures::snapshot::SnapshotAnswer = figures::snapshot_get;
    /// 留存快照: keeps the figures of a day.
    snapshot_create(figures::CreateSnapshot) -> crate::ids::SnapshotId = figures::snapshot_create;
    /// Renames a snapshot, or writes a note to it.
    snapshot_set(figures::SetSnapshot) -> Nothing = figures::snapshot_set;
    /// Moves a snapshot to the recycle bin.
    snapshot_trash(figures::WhichSnapshot) -> Nothing = figures::snapshot_trash;
    /// Two snapshots, or a snapshot and the figures of a day, side by side.
    snapshot_compare(figures::CompareFigures) -> crate::figures::compare::Comparison = figures::snapshot_compare;
    /// 任务台账: tasks filtered, sorted, grouped, a page at a time.
    task_list(crate::tasks::list::TaskQuery) -> list::Page<crate::tasks::list::TaskRow> = tasks::list;
    /// All tasks of a filter, by id.
    task_ids(tasks::FilteredTasks) -> Vec<crate::ids::TaskId> = tasks::ids;
    /// The groups of the list with their counts, in its order.
    task_groups(crate::tasks::list::TaskGroupQuery) -> Vec<crate::tasks::list::TaskGroupRow> = tasks::groups;
    /// How many tasks of a filter are open, overdue, due soon …
    task_counts(tasks::FilteredTasks) -> crate::tasks::list::TaskCounts = tasks::counts;
    /// One task with its histories and progress notes.
    task_get(tasks::WhichTask) -> crate::tasks::record::TaskRecord = tasks::get;
    /// 新增任务.
    task_create(crate::tasks::create::NewTask) -> crate::tasks::create::CreatedTask = tasks::create;
    /// 修改任务: one field.
    task_set(tasks::SetTask) -> tasks::TaskNotices = tasks::set;
    /// 修改任务: the same text into a field of many, one action.
    task_set_many(tasks::SetTasks) -> tasks::TaskNotices = tasks::set_many;
    /// 修改任务: a block of cells, one action, refused whole.
    task_set_cells(tasks::SetTaskCells) -> tasks::TaskNotices = tasks::set_cells;
    /// 新增进展.
    task_note_add(crate::tasks::note::NewNote) -> Nothing = tasks::note_add;
    /// 交接: what of a person's work would go over.
    handover_preview(crate::tasks::handover::HandoverQuery) -> crate::tasks::handover::HandoverPreview = tasks::handover_preview;
    /// 交接: a person's open work, and places in 推进小组, to another in one action.
    task_handover(crate::tasks::handover::Handover) -> crate::tasks::handover::HandedOver = tasks::hand_over;
    /// 催办语: what is overdue or nearly so, as a message.
    chase_text(crate::tasks::chase::ChaseQuery) -> crate::tasks::chase::ChaseText = tasks::chase;
    /// 删除任务.
    task_trash(tasks::WhichTasks) -> Nothing = tasks::trash;
    /// 调整任务顺序 within its project.
    task_move(tasks::MoveTask) -> Nothing = tasks::place;
    /// 前置任务 and 后续任务 of a task.
    task_links(tasks::WhichTask) -> crate::tasks::dependencies::TaskLinks = gantt::links;
    /// 新增前置任务: links between tasks, one action, refused whole when tasks would wait for each other.
    task_link_add(gantt::TaskLinkList) -> Nothing = gantt::link;
    /// 移除前置任务.
    task_link_remove(gantt::TaskLinkList) -> Nothing = gantt::unlink;
    /// 时间表: light lines of tasks, a page at a time.
    gantt_rows(crate::tasks::list::TaskQuery) -> list::Page<crate::tasks::gantt::GanttRow> = gantt::rows;
    /// 时间表: how many tasks, from when to when, in which groups.
    gantt_frame(crate::tasks::gantt::GanttFrameQuery) -> crate::tasks::gantt::GanttFrame = gantt::frame;
    /// What moving a task would do to it and to what waits for it. Changes nothing.
    task_reschedule_preview(crate::tasks::reschedule::NewDates) -> crate::tasks::reschedule::MovePreview = gantt::preview_move;
    /// 修改起止时间 of a task, with what waits for it if wanted, in one action.
    task_reschedule(gantt::Reschedule) -> Nothing = gantt::reschedule;
    /// The days off between two days.
    calendar_days_off(gantt::Days) -> Vec<chrono::NaiveDate> = gantt::days_off;
    /// 调度会, the latest first.
    meeting_list(crate::meetings::list::MeetingQuery) -> list::Page<crate::meetings::list::MeetingRow> = meetings::list;
    /// One meeting with its items: how each stands, what was said last time, what was decided.
    meeting_get(meetings::WhichMeeting) -> crate::meetings::list::MeetingPage = meetings::get;
    /// What a new meeting would be: its number, and its items in order of urgency. Changes nothing.
    meeting_propose(crate::meetings::queue::ProposeMeeting) -> crate::meetings::queue::MeetingProposal = meetings::propose;
    /// 开一次调度会.
    meeting_create(crate::meetings::create::NewMeeting) -> crate::ids::MeetingId = meetings::create;
    /// 修改调度会: one field.
    meeting_set(meetings::SetMeeting) -> Nothing = meetings::set;
    /// 散会, with what is still typed.
    meeting_close(crate::meetings::close::CloseMeeting) -> Nothing = meetings::close;
    /// 继续开会: a meeting that was closed too early.
    meeting_reopen(meetings::WhichMeeting) -> Nothing = meetings::reopen;
    /// 删除调度会; the tasks that came of it stay.
    meeting_trash(meetings::WhichMeeting) -> Nothing = meetings::trash;
    /// Puts tasks, a project or something typed on a meeting.
    meeting_item_add(meetings::AddMeetingItems) -> Vec<crate::ids::MeetingItemId> = meetings::add_items;
    /// Takes an item off a meeting.
    meeting_item_drop(meetings::WhichMeetingItem) -> Nothing = meetings::drop_item;
    /// 修改议题: one field.
    meeting_item_set(meetings::SetMeetingItem) -> Nothing = meetings::set_item;
    /// 跳过, or back to be gone through.
    meeting_item_state(meetings::SetItemState) -> Nothing = meetings::set_state;
    /// Puts an item behind another.
    meeting_item_move(meetings::MoveMeetingItem) -> Nothing = meetings::place;
    /// 定下: what was said and decided on an item; each decision with a unit becomes a task, in one action.
    meeting_settle(crate::meetings::settle::SettleItem) -> crate::meetings::settle::Settled = meetings::settle;
    /// What a decision typed in one line would be understood as. Changes nothing.
    decision_read(meetings::ReadDecision) -> crate::decisions::read::DecisionReading = meetings::read_decision;
    /// Gives a decision the unit nobody recognised; it becomes a task.
    decision_unit_set(meetings::GiveDecisionUnit) -> crate::meetings::settle::Settled = meetings::give_unit;
    /// 删除决定; its task goes too, as long as nobody worked on it.
    decision_trash(meetings::WhichDecision) -> meetings::DecisionGone = meetings::trash_decision;
    /// Where a task was gone through or decided, the latest first.
    task_meetings(tasks::WhichTask) -> Vec<crate::meetings::list::MeetingMention> = meetings::decisions_of_task;
    /// The name proposed for the 纪要.
    meeting_paper_name(meetings::WhichMeeting) -> plans::WrittenFile = meetings::paper_name;
    /// 导出纪要 as a Word file.
    meeting_export(meetings::ExportMeeting) -> plans::WrittenFile = meetings::export;
    /// 本周变化 by unit between two days.
    week_get(crate::meetings::week::WeekQuery) -> crate::meetings::week::Week = meetings::week;
    /// The changes behind a number of it.
    week_rows(crate::meetings::week::WeekRowsQuery) -> list::Page<crate::meetings::week::WeekRow> = meetings::week_rows;
    /// How the 推进小组 stand, by domain.
    dispatch_groups(Nothing) -> crate::meetings::groups::DispatchGroups = meetings::groups;
    /// 督办单: what is out first.
    supervision_list(crate::supervisions::list::SupervisionQuery) -> list::Page<crate::supervisions::list::SupervisionRow> = supervisions::list;
    /// How many 督办单 are in which state, for the filter but its state.
    supervision_counts(crate::supervisions::list::SupervisionQuery) -> Vec<crate::supervisions::list::SupervisionCount> = supervisions::counts;
    /// One 督办单 with its steps.
    supervision_get(supervisions::WhichSupervision) -> crate::supervisions::list::SupervisionPage = supervisions::get;
    /// 督办单 as they would be issued: number, level from the light, wording, when a reply is due. Changes nothing.
    supervision_propose(crate::supervisions::issue::ProposeSupervisions) -> Vec<crate::supervisions::issue::ProposedSupervision> = supervisions::propose;
    /// 出督办单, one or several.
    supervision_issue(crate::supervisions::issue::IssueSupervisions) -> Vec<crate::ids::SupervisionId> = supervisions::issue;
    /// 修改督办单: one field, until its paper left the room.
    supervision_set(supervisions::SetSupervision) -> Nothing = supervisions::set;
    /// 签收, 反馈, 销号, 退回, 作废.
    supervision_advance(crate::supervisions::advance::AdvanceSupervision) -> Nothing = supervisions::advance;
    /// 删除督办单 whose paper never left the room.
    supervision_trash(supervisions::WhichSupervision) -> Nothing = supervisions::trash;
    /// The name proposed for the paper.
    supervision_paper_name(supervisions::WhichSupervision) -> plans::WrittenFile = supervisions::paper_name;
    /// 导出督办单 as a Word file; from then on it is voided, not undone.
    supervision_export(supervisions::ExportSupervision) -> plans::WrittenFile = supervisions::export;
    /// 导出督办单, one file each into a folder.
    supervision_export_all(supervisions::ExportSupervisions) -> Vec<plans::WrittenFile> = supervisions::export_all;
    /// 协调: what waits first.
    coordination_list(crate::coordinations::list::CoordinationQuery) -> list::Page<crate::coordinations::list::CoordinationRow> = supervisions::coordination_list;
    /// How many there are of each level and state.
    coordination_counts(crate::coordinations::list::CoordinationQuery) -> Vec<crate::coordinations::list::CoordinationCount> = supervisions::coordination_counts;
    /// One 协调 with its decisions.
    coordination_get(supervisions::WhichCoordination) -> crate::coordinations::list::CoordinationPage = supervisions::coordination_get;
    /// 提请协调.
    coordination_create(crate::coordinations::create::RaiseCoordination) -> crate::ids::CoordinationId = supervisions::coordination_create;
    /// 修改协调: one field.
    coordination_set(supervisions::SetCoordination) -> Nothing = supervisions::coordination_set;
    /// 记录议定: decisions become tasks.
    coordination_decide(crate::coordinations::decide::DecideCoordination) -> crate::meetings::settle::Settled = supervisions::coordination_decide;
    /// 办结: its task is not 需协调 any more.
    coordination_finish(supervisions::WhichCoordination) -> Nothing = supervisions::coordination_finish;
    /// 删除协调.
    coordination_trash(supervisions::WhichCoordination) -> Nothing = supervisions::coordination_trash;
    /// 附件 of a record, in their order.
    attachment_list(attachments::AttachmentsOf) -> Vec<crate::attachments::list::AttachmentRow> = attachments::list;
    /// 添加附件: files by path, all or none.
    attachment_add(attachments::AddAttachments) -> Vec<crate::ids::AttachmentId> = attachments::add;
    /// 添加附件: bytes that were pasted or dropped.
    attachment_paste(attachments::PasteAttachment) -> Vec<crate::ids::AttachmentId> = attachments::paste;
    /// The small copy of a picture; null for what is none.
    attachment_view(attachments::ViewAttachment) -> Option<attachments::AttachmentPicture> = attachments::view;
    /// 修改附件: its name or caption.
    attachment_set(attachments::SetAttachment) -> Nothing = attachments::set;
    /// 另存为.
    attachment_save(attachments::SaveAttachment) -> Nothing = attachments::save;
    /// A private copy for the system's program to open; taken away when the program ends.
    attachment_open(attachments::WhichAttachment) -> attachments::UnpackedAttachment = attachments::open;
    /// 删除附件.
    attachment_trash(attachments::WhichAttachment) -> Nothing = attachments::trash;
    /// The papers there are, what each can be of, and whether the bureau's template is in force.
    paper_kinds(Nothing) -> Vec<crate::papers::kind::PaperRow> = papers::kinds;
    /// The fields a template of a paper may name.
    paper_fields(papers::WhichPaper) -> Vec<crate::documents::markup::Field> = papers::fields;
    /// A paper as it will print, in the standard layout.
    paper_preview(papers::PaperRequest) -> papers::PaperPreview = papers::preview;
    /// The name proposed for the file of a paper.
    paper_name(papers::PaperRequest) -> plans::WrittenFile = papers::name;
    /// 导出文书: Word (by the bureau's template if one is in force), PDF, a picture or a calendar, by the file's ending.
    paper_export(papers::ExportPaper) -> plans::WrittenFile = papers::export;
    /// 批量导出文书: a file each into a folder.
    paper_export_all(papers::ExportPapers) -> Vec<plans::WrittenFile> = papers::export_all;
    /// 导出模板: that in force, to be changed in Word.
    template_export(papers::TemplateFile) -> plans::WrittenFile = papers::template_export;
    /// 放入模板: the bureau's own in place of the standard layout.
    template_set(papers::TemplateFile) -> Nothing = papers::template_set;
    /// 恢复标准版式.
    template_reset(papers::WhichPaper) -> Nothing = papers::template_reset;
}
