//! 责任人的角色.

codes! {
    /// What a person is to a unit's tasks (domain.md §1.5).
    pub enum PersonRole {
        LeadingOfficial => "leading_official", "牵头领导";
        DeputyInCharge => "deputy_in_charge", "分管负责人";
        Responsible => "responsible", "具体责任人";
        Liaison => "liaison", "联络员";
    }
}
