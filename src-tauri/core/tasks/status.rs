//! Where a task stands (domain.md §1.6).

crate::codes! {
    /// 任务状态. 逾期 and 临期 are never a status: they are derived for the date asked (see [`super::light`]).
    pub enum TaskStatus {
        NotStarted => "not_started", "未启动";
        InProgress => "in_progress", "进行中";
        /// Completion is claimed with evidence and waits to be verified.
        Submitted => "submitted", "待销号";
        Closed => "closed", "已销号";
        Paused => "paused", "暂缓";
        Cancelled => "cancelled", "取消";
    }
}

impl TaskStatus {
    /// Open work: 未启动 or 进行中 (domain.md §1.7). Only open tasks can be 逾期.
    pub fn is_open(self) -> bool {
        matches!(self, Self::NotStarted | Self::InProgress)
    }
}
