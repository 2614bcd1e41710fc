//! 督办级别 and the states of a 督办单 (domain.md §1.5, §3.5: 下发、签收、办理、反馈、复核、办结).

codes! {
    /// 督办级别, mildest first; blue, yellow and red.
    pub enum SupervisionLevel {
        /// For 临期.
        Notice => "notice", "提示";
        /// For 滞后.
        Urge => "urge", "督办";
        /// For 逾期.
        Report => "report", "通报";
    }
}

codes! {
    /// Where a 督办单 stands.
    pub enum SupervisionStatus {
        Draft => "draft", "拟制";
        Issued => "issued", "已发出";
        Received => "received", "已签收";
        Replied => "replied", "待复核";
        /// The reply was not enough.
        Returned => "returned", "已退回";
        Closed => "closed", "已销号";
        Voided => "voided", "已作废";
    }
}
