//! 项目阶段 (domain.md §1.6). Which one may follow which, and what each step needs: [`super::transitions`].

use crate::projects::transitions::TRANSITIONS;

codes! {
    /// Where a project stands on its way from an idea to landing.
    pub enum Stage {
        Collected => "collected", "征集登记";
        Review => "review", "评审论证";
        Revision => "revision", "修改完善";
        Ready => "ready", "待发布";
        Published => "published", "已发布";
        Advancing => "advancing", "推进中";
        Landed => "landed", "已落地";
        Paused => "paused", "暂缓";
        Stopped => "stopped", "终止";
        Archived => "archived", "已归档";
    }
}

impl Stage {
    /// The stages that may follow, the usual one first.
    pub fn allowed_next(self) -> Vec<Self> {
        TRANSITIONS.iter().filter(|one| one.from == self).map(|one| one.to).collect()
    }
}
