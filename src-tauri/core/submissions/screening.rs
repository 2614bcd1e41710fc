//! How an idea came in, and what the first look said.

codes! {
    /// How an idea came in (domain.md §1.4 step 0).
    pub enum Channel {
        Enterprise => "enterprise", "企业自荐";
        District => "district", "区市推荐";
        Department => "department", "部门推荐";
        Other => "other", "其他";
    }
}

codes! {
    /// What 初筛 said.
    pub enum Screening {
        Waiting => "waiting", "待初筛";
        Passed => "passed", "通过初筛";
        /// Sent back: something is missing in it.
        Supplement => "supplement", "退回补充";
        Refused => "refused", "未通过初筛";
    }
}
