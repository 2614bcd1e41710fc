//! 需求来源 and the time limit each starts with.

codes! {
    /// How a need, or a task, reached the working group (domain.md §1.5, §1.8).
    pub enum DemandSource {
        Session => "session", "创意会";
        Visit => "visit", "走访";
        Letter => "letter", "来信";
        Referral => "referral", "转办";
        Instruction => "instruction", "领导批示";
        Meeting => "meeting", "会议议定";
    }
}

impl DemandSource {
    /// The limit proposed at 交办, in working days; staff may change it. 15 is what 许昌 sets for finishing and what
    /// another city sets for 批示 that are not urgent, 20 is its limit for 会议纪要 (domain.md §3.4).
    pub fn default_working_days(self) -> u16 {
        match self {
            Self::Meeting => 20,
            _ => 15,
        }
    }
}
