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

    /// What a task may become next, the usual step first (domain.md §1.6). The table there leaves open how a pause, a
    /// cancellation or a closing made too early ends: by taking the work up again, with a reason for the latter two.
    pub fn allowed_next(self) -> &'static [Self] {
        match self {
            Self::NotStarted => &[Self::InProgress, Self::Paused, Self::Cancelled],
            Self::InProgress => &[Self::Submitted, Self::Paused, Self::Cancelled],
            Self::Submitted => &[Self::Closed, Self::InProgress],
            Self::Paused => &[Self::InProgress, Self::Cancelled],
            Self::Closed | Self::Cancelled => &[Self::InProgress],
        }
    }

    /// Must a reason be given for becoming `next`? For 暂缓, 取消 and whatever takes a step back (退回, 重启).
    pub fn needs_reason(self, next: Self) -> bool {
        matches!(next, Self::Paused | Self::Cancelled)
            || next == Self::InProgress && matches!(self, Self::Submitted | Self::Closed | Self::Cancelled)
    }

    /// What the step to `next` is called: 申请销号, 退回, 重新启动.
    pub fn step_word(self, next: Self) -> &'static str {
        match (self, next) {
            (Self::Submitted, Self::InProgress) => "退回",
            (Self::Paused, Self::InProgress) => "恢复",
            (Self::Closed | Self::Cancelled, Self::InProgress) => "重新启动",
            (_, Self::InProgress) => "启动",
            (_, Self::Submitted) => "申请销号",
            (_, Self::Closed) => "销号",
            (_, next) => next.label(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TaskStatus::{self, *};

    #[test]
    fn the_usual_path_leads_to_the_end() {
        let mut path = vec![NotStarted];
        while let Some(next) = path[path.len() - 1].allowed_next().first().filter(|next| !path.contains(next)) {
            path.push(*next);
        }
        assert_eq!(path, [NotStarted, InProgress, Submitted, Closed]);
    }

    #[test]
    fn only_open_work_is_paused_or_dropped_and_never_without_a_reason() {
        for from in TaskStatus::ALL {
            let pausable = from.allowed_next().contains(&Paused);
            assert_eq!(pausable, from.is_open(), "{}", from.label());
            assert!(from.needs_reason(Paused) && from.needs_reason(Cancelled));
        }
        assert!(Submitted.needs_reason(InProgress), "退回");
        assert!(!NotStarted.needs_reason(InProgress) && !Paused.needs_reason(InProgress));
        assert!(!Submitted.needs_reason(Closed));
    }

    #[test]
    fn nothing_is_closed_before_it_was_submitted() {
        assert!(TaskStatus::ALL.iter().all(|from| *from == Submitted || !from.allowed_next().contains(&Closed)));
    }
}
