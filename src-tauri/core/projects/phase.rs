//! 路线图阶段.

codes! {
    /// The phases of a project's 路线图, in order (domain.md §1.5).
    pub enum MilestonePhase {
        Preparation => "preparation", "前期";
        Resources => "resources", "要素保障";
        Construction => "construction", "开工建设";
        Production => "production", "投产见效";
    }
}
