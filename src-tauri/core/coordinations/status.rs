//! Who coordinates, and how far it got.

codes! {
    /// 协调层级, up to 顶格.
    pub enum CoordinationLevel {
        Office => "office", "专班";
        Group => "group", "推进小组";
        Deputy => "deputy", "分管市领导";
        /// 顶格协调.
        Chief => "chief", "主要领导（顶格）";
    }
}

codes! {
    /// How far a coordination got.
    pub enum CoordinationStatus {
        Raised => "raised", "待协调";
        Decided => "decided", "已议定";
        Done => "done", "已办结";
    }
}
