//! The flag of a project in a month (domain.md §1.7).

use serde::Serialize;
use ts_rs::TS;

codes! {
    /// What flies over a month.
    pub enum Flag {
        /// Every task due that month was 销号 by its due.
        Red => "red", "红旗";
        /// Any was late.
        Black => "black", "黑旗";
        /// None was late and some are not done yet: there is still time, or 销号 waits to be verified.
        Pending => "pending", "未到期";
        /// None was due.
        Blank => "blank", "无到期任务";
    }
}

/// The tasks of a project due in a month, as of a day. 暂缓, 取消 and 长期 are in no count.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct MonthCounts {
    pub due: usize,
    /// 销号 by their due.
    pub on_time: usize,
    /// 销号 after it, or open though it is over.
    pub late: usize,
}

impl MonthCounts {
    /// What flies over the month.
    pub fn flag(&self) -> Flag {
        match self {
            Self { due: 0, .. } => Flag::Blank,
            Self { late: 1.., .. } => Flag::Black,
            Self { due, on_time, .. } if due == on_time => Flag::Red,
            _ => Flag::Pending,
        }
    }

    /// Neither done nor late.
    pub fn waiting(&self) -> usize {
        self.due.saturating_sub(self.on_time + self.late)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_late_task_blackens_a_month_and_all_in_time_redden_it() {
        let flag = |due, on_time, late| MonthCounts { due, on_time, late }.flag();
        assert_eq!(flag(0, 0, 0), Flag::Blank);
        assert_eq!(flag(3, 3, 0), Flag::Red);
        assert_eq!(flag(3, 2, 1), Flag::Black);
        assert_eq!(flag(1, 0, 1), Flag::Black);
        assert_eq!(flag(3, 2, 0), Flag::Pending);
        assert_eq!(MonthCounts { due: 5, on_time: 2, late: 1 }.waiting(), 2);
    }
}
