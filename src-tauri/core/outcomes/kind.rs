//! What came of a project, and on what ground it counts as landed (domain.md §1.5).

codes! {
    /// What came of it.
    pub enum OutcomeKind {
        Listed => "listed", "列入重点项目";
        Land => "land", "用地解决";
        Talent => "talent", "人才";
        Financing => "financing", "融资";
        Order => "order", "订单";
        Intent => "intent", "投资意向";
        Started => "started", "开工";
        InProduction => "in_production", "投产";
        Approved => "approved", "获批";
        Other => "other", "其他";
    }
}

codes! {
    /// On what ground a project counts as landed. Never derived from tasks (domain.md §0.1).
    pub enum LandingBasis {
        Registered => "registered", "注册";
        Signed => "signed", "签约履约";
        Started => "started", "开工";
        InProduction => "in_production", "投产";
        DemandsSolved => "demands_solved", "需求全部解决";
        Other => "other", "其他";
    }
}
