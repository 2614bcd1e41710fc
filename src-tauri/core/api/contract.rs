//! The contract in TypeScript, written by a test run and committed: every request with its types, and the words of
//! every enumeration. A drift fails `tests/contract.rs`.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use ts_rs::{Config, TS, TypeVisitor};

use crate::departments::districts::DISTRICTS;

/// Collects requests and the types they use.
pub struct Contract {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    requests: String,
}

impl Contract {
    /// One request.
    pub fn request<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str, doc: &str) {
        self.visit::<Request>();
        self.visit::<Answer>();
        let (request, answer) = (Request::name(&self.config), Answer::name(&self.config));
        let _ =
            writeln!(self.requests, "  /** {} */\n  {name}: {{ request: {request}; answer: {answer} }};", doc.trim());
    }
}

impl TypeVisitor for Contract {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.types.entry(T::ident(&self.config)).or_insert_with(|| T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The text of `ui/src/api/generated/requests.ts`.
pub fn requests_ts() -> String {
    let config = Config::new().with_large_int("number");
    let mut contract = Contract { config, seen: HashSet::new(), types: BTreeMap::new(), requests: String::new() };
    contract.visit::<crate::Code>();
    contract.visit::<crate::action::Kind>();
    super::visit_requests(&mut contract);
    let mut text = String::from("// Written by `cargo test --test contract` from src-tauri/core/api. Do not edit.\n\n");
    for declaration in contract.types.values() {
        let _ = writeln!(text, "export {declaration}\n");
    }
    let _ =
        write!(text, "/** What a window may ask, by name. */\nexport interface Requests {{\n{}}}\n", contract.requests);
    text
}

/// The text of `ui/src/api/generated/labels.ts`.
pub fn labels_ts() -> String {
    let mut text = String::from(
        "// Written by `cargo test --test contract` from the core's enumerations. Do not edit.\n\nexport const labels = {\n",
    );
    for (name, labels) in enumerations() {
        let _ = writeln!(text, "  {name}: {{");
        for (code, label) in labels {
            let _ = writeln!(text, "    {code}: '{label}',");
        }
        let _ = writeln!(text, "  }},");
    }
    text.push_str("} as const\n\n/** The 区市, by GB/T 2260 code. */\nexport const districts = [\n");
    for district in DISTRICTS {
        let _ = writeln!(text, "  {{ code: '{}', name: '{}' }},", district.code, district.name);
    }
    text.push_str("] as const\n");
    text
}

type Labels = Vec<(&'static str, &'static str)>;

fn enumerations() -> Vec<(&'static str, Labels)> {
    macro_rules! all {
        ($($path:path),* $(,)?) => { vec![$({ use $path as Enumeration; (stringify!($path).rsplit("::").next().unwrap_or_default().trim(), Enumeration::labels()) }),*] };
    }
    all![
        crate::action::Kind,
        crate::amount::Certainty,
        crate::board::flag::Flag,
        crate::coordinations::set::CoordinationField,
        crate::coordinations::status::CoordinationLevel,
        crate::coordinations::status::CoordinationStatus,
        crate::demands::category::DemandCategory,
        crate::demands::source::DemandSource,
        crate::demands::status::DemandStatus,
        crate::demands::status::Satisfaction,
        crate::calendar::DayKind,
        crate::demands::visit::VisitField,
        crate::departments::kind::DepartmentKind,
        crate::departments::person_role::PersonRole,
        crate::dictionaries::calendar::preview::DayChange,
        crate::dictionaries::list::DictionaryList,
        crate::enterprises::classification::EnterpriseLabel,
        crate::enterprises::classification::Ownership,
        crate::enterprises::classification::SizeClass,
        crate::figures::name::FigureKind,
        crate::figures::name::FigureName,
        crate::figures::rows::FigurePart,
        crate::figures::snapshot::SnapshotField,
        crate::ledgers::columns::Column,
        crate::ledgers::draft::Verdict,
        crate::ledgers::questions::QuestionKind,
        crate::ledgers::rows::SkipReason,
        crate::library::list::LibraryState,
        crate::light_rules::edit::LightRuleField,
        crate::meetings::queue::Urgency,
        crate::meetings::set::MeetingField,
        crate::meetings::status::ItemState,
        crate::meetings::status::MeetingStatus,
        crate::meetings::week::ChangeKind,
        crate::outcomes::kind::LandingBasis,
        crate::outcomes::kind::OutcomeKind,
        crate::overview::TodoKind,
        crate::plans::check::FindingKind,
        crate::plans::compare::TaskChange,
        crate::plans::diff::PieceKind,
        crate::plans::opinions::PlanOpinionField,
        crate::plans::outline::PlanSection,
        crate::plans::status::OpinionVerdict,
        crate::plans::status::PlanKind,
        crate::papers::kind::PaperFormat,
        crate::papers::kind::PaperOf,
        crate::papers::kind::PaperSheet,
        crate::plans::status::PlanStatus,
        crate::projects::classification::BusinessFormat,
        crate::projects::classification::FourNew,
        crate::projects::classification::Industry,
        crate::projects::classification::ProblemKind,
        crate::projects::classification::ProjectKind,
        crate::projects::phase::MilestonePhase,
        crate::projects::stage::Stage,
        crate::reminders::due::ReminderKind,
        crate::reviews::conclusion::Conclusion,
        crate::reviews::conclusion::ExpertKind,
        crate::reviews::conclusion::ReviewKind,
        crate::reviews::experts::ExpertField,
        crate::reviews::list::ReviewState,
        crate::reviews::opinions::OpinionField,
        crate::reviews::set::ReviewField,
        crate::projects::transitions::StageNeed,
        crate::sent_sheets::edit::SheetField,
        crate::sent_sheets::list::SheetState,
        crate::sessions::status::Attendance,
        crate::sessions::status::GuestKind,
        crate::sessions::status::SessionStatus,
        crate::sheets::back::draft::ReturnChoice,
        crate::sheets::back::draft::ReturnKind,
        crate::sheets::columns::SheetColumn,
        crate::sheets::out::lists::ListKind,
        crate::submissions::form::FormField,
        crate::submissions::list::SubmissionSort,
        crate::submissions::screening::Channel,
        crate::submissions::screening::Screening,
        crate::submissions::set::SubmissionField,
        crate::submissions::whose::Found,
        crate::supervisions::list::SupervisionState,
        crate::supervisions::set::SupervisionField,
        crate::supervisions::status::SupervisionLevel,
        crate::supervisions::status::SupervisionStatus,
        crate::tasks::light::LightKind,
        crate::tasks::list::TaskGrouping,
        crate::tasks::list::TaskSort,
        crate::tasks::set::TaskField,
        crate::tasks::status::TaskStatus,
    ]
}
