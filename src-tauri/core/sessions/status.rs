//! Where a 创意会 stands, who is asked to come, and who came.

codes! {
    /// Where a session stands (domain.md §1.5).
    pub enum SessionStatus {
        Preparing => "preparing", "筹备";
        Held => "held", "已举办";
        Cancelled => "cancelled", "取消";
    }
}

codes! {
    /// As whom somebody is invited.
    pub enum GuestKind {
        Leader => "leader", "市领导";
        Department => "department", "政府部门";
        Expert => "expert", "专家";
        Enterprise => "enterprise", "企业";
        Finance => "finance", "金融机构";
        Media => "media", "媒体";
        Other => "other", "其他";
    }
}

codes! {
    /// What an invited person answered, and whether they came.
    pub enum Attendance {
        Invited => "invited", "已邀请";
        Accepted => "accepted", "确认参会";
        Declined => "declined", "不能参会";
        Present => "present", "已到会";
        Absent => "absent", "未到会";
    }
}
