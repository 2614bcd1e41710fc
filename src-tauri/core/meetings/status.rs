//! Where a meeting and its items stand.

codes! {
    /// 调度会.
    pub enum MeetingStatus {
        Open => "open", "进行中";
        Closed => "closed", "已散会";
    }
}

codes! {
    /// An item of a meeting.
    pub enum ItemState {
        Waiting => "waiting", "待议";
        Decided => "decided", "已议";
        Skipped => "skipped", "跳过";
    }
}
