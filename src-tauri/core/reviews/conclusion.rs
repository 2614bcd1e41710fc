//! What a round of review ends in, and who reviews (domain.md §1.5).

codes! {
    /// What a round of review ends in; also what a single expert advises.
    pub enum Conclusion {
        Passed => "passed", "通过";
        Revise => "revise", "修改后再审";
        Failed => "failed", "不通过";
    }
}

codes! {
    /// Where an expert comes from.
    pub enum ExpertKind {
        Committee => "committee", "专家咨询委员会";
        ThirdParty => "third_party", "第三方机构";
        Other => "other", "其他专家";
    }
}

codes! {
    /// How a round of review is held.
    pub enum ReviewKind {
        Meeting => "meeting", "会议评审";
        OnSite => "on_site", "现场评审";
        Written => "written", "书面评审";
    }
}
