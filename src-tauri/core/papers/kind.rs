//! The papers by name (domain.md §3.1, §3.2).

use serde::Serialize;
use ts_rs::TS;

use crate::documents::markup::{Field, Layout};
use crate::texts::papers as texts;

codes! {
    /// A paper.
    pub enum PaperKind {
        Plan => "plan", "实施方案";
        Supervision => "supervision", "督办单";
        Minutes => "minutes", "调度会纪要";
        CoordinationMinutes => "coordination_minutes", "协调会纪要";
        ReviewNotice => "review_notice", "评审通知";
        ReviewForm => "review_form", "专家评审表";
        ReviewOpinion => "review_opinion", "论证意见";
        SubmissionForm => "submission_form", "征集表";
        Duties => "duties", "责任分工表";
        DemandList => "demand_list", "需求清单";
        Handbook => "handbook", "会议手册";
        Agenda => "agenda", "会议议程";
        Invitations => "invitations", "邀请名单";
        Cards => "cards", "席卡";
        SignIn => "sign_in", "签到表";
        Landing => "landing", "落地认定表";
        Brief => "brief", "项目简报";
        OnePager => "one_pager", "项目一页纸";
        Weekly => "weekly", "周报";
        Monthly => "monthly", "月报";
        Bulletin => "bulletin", "通报";
        Board => "board", "挂图作战图";
        Calendar => "calendar", "到期日历";
    }
}

codes! {
    /// What a paper can be of.
    pub enum PaperOf {
        Project => "project", "项目";
        Enterprise => "enterprise", "企业";
        Department => "department", "单位";
        Plan => "plan", "实施方案";
        Supervision => "supervision", "督办单";
        Meeting => "meeting", "调度会";
        Coordination => "coordination", "协调";
        Review => "review", "评审轮次";
        Session => "session", "创意会";
        Landing => "landing", "落地认定";
        /// Of the whole workbook.
        Everything => "everything", "全部";
        /// Of a month of the whole workbook.
        Month => "month", "月份";
    }
}

codes! {
    /// What a paper is written as.
    pub enum PaperFormat {
        Word => "docx", "Word";
        Pdf => "pdf", "PDF";
        /// One picture of the first page.
        Picture => "png", "图片";
        Calendar => "ics", "日历";
    }
}

codes! {
    /// What a paper that may lie on several kinds of sheet is drawn on.
    pub enum PaperSheet {
        A3 => "a3", "A3横";
        A4 => "a4", "A4横";
        /// 16:9.
        Screen => "screen", "屏幕";
    }
}

/// A paper as a window lists it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperRow {
    pub kind: PaperKind,
    pub name: String,
    /// What it can be of.
    pub of: Vec<PaperOf>,
    /// Endings its file may have.
    pub formats: Vec<PaperFormat>,
    /// Sheets it may lie on, the usual first; empty where there is no choice.
    pub sheets: Vec<PaperSheet>,
    /// One can be made for each of what it is of.
    pub batch: bool,
    /// It has a layout that staff may replace by a template of their own.
    pub layout: bool,
    /// The bureau's own template, when one is in force: the file's name.
    pub template: Option<String>,
}

/// The layouts, each with the papers it is of.
macro_rules! layouts {
    ($($kind:ident => $file:literal;)*) => {
        impl PaperKind {
            /// Its layout; 到期日历 has none.
            pub fn layout(self) -> Option<&'static Layout> {
                match self {
                    $(Self::$kind => {
                        static LAYOUT: Layout = Layout::new(include_str!(concat!("layouts/", $file, ".txt")));
                        Some(&LAYOUT)
                    })*
                    Self::Calendar => None,
                }
            }
        }
    };
}

layouts! {
    Plan => "plan";
    Supervision => "supervision";
    Minutes => "minutes";
    CoordinationMinutes => "coordination";
    ReviewNotice => "review_notice";
    ReviewForm => "review_form";
    ReviewOpinion => "review_opinion";
    SubmissionForm => "submission_form";
    Duties => "duties";
    DemandList => "demands";
    Handbook => "handbook";
    Agenda => "agenda";
    Invitations => "invitations";
    Cards => "cards";
    SignIn => "sign_in";
    Landing => "landing";
    Brief => "brief";
    OnePager => "one_pager";
    Weekly => "weekly";
    Monthly => "monthly";
    Bulletin => "bulletin";
    Board => "board";
}

impl PaperKind {
    /// What it can be of; the first that a request names counts.
    pub fn of(self) -> &'static [PaperOf] {
        match self {
            Self::Plan => &[PaperOf::Plan, PaperOf::Project, PaperOf::Enterprise],
            Self::Supervision => &[PaperOf::Supervision],
            Self::Minutes => &[PaperOf::Meeting],
            Self::CoordinationMinutes => &[PaperOf::Coordination],
            Self::ReviewNotice | Self::ReviewForm | Self::ReviewOpinion => &[PaperOf::Review, PaperOf::Project],
            Self::SubmissionForm | Self::Weekly | Self::Board => &[PaperOf::Everything],
            Self::Duties | Self::DemandList | Self::Calendar => {
                &[PaperOf::Project, PaperOf::Enterprise, PaperOf::Department, PaperOf::Everything]
            }
            Self::Handbook | Self::Agenda | Self::Invitations | Self::Cards | Self::SignIn => &[PaperOf::Session],
            Self::Landing => &[PaperOf::Landing, PaperOf::Project],
            Self::Brief | Self::OnePager => &[PaperOf::Project],
            Self::Monthly | Self::Bulletin => &[PaperOf::Month],
        }
    }

    /// What its file may be.
    pub fn formats(self) -> &'static [PaperFormat] {
        match self {
            Self::Calendar => &[PaperFormat::Calendar],
            Self::OnePager | Self::Board => &[PaperFormat::Word, PaperFormat::Pdf, PaperFormat::Picture],
            _ => &[PaperFormat::Word, PaperFormat::Pdf],
        }
    }

    /// Sheets it may lie on, the usual first; empty where there is no choice.
    pub fn sheets(self) -> &'static [PaperSheet] {
        match self {
            Self::Board => &[PaperSheet::A3, PaperSheet::A4],
            Self::OnePager => &[PaperSheet::A4, PaperSheet::Screen],
            _ => &[],
        }
    }

    /// What a batch makes one of each of; none where there is but one.
    pub fn batch(self) -> Option<PaperOf> {
        match self {
            Self::Weekly | Self::Monthly | Self::Bulletin | Self::Board | Self::SubmissionForm => None,
            Self::Duties | Self::DemandList | Self::Calendar => Some(PaperOf::Department),
            _ => self.of().first().copied(),
        }
    }

    /// The fields its template may name, those of every paper last.
    pub fn fields(self) -> Vec<Field> {
        let common = texts::common_fields().map(|(name, about)| Field { name: name.into(), about: about.into() });
        self.layout().map(Layout::fields).unwrap_or_default().into_iter().chain(common).collect()
    }
}
