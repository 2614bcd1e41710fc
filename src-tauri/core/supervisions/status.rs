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

impl SupervisionLevel {
    /// 蓝, 黄, 红: said beside the level, never in its place.
    pub fn colour(self) -> &'static str {
        crate::texts::supervisions::colour(self)
    }
}

impl SupervisionStatus {
    /// What may follow, the usual step first.
    pub fn allowed_next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Issued, Self::Voided],
            Self::Issued => &[Self::Received, Self::Replied, Self::Voided],
            Self::Received | Self::Returned => &[Self::Replied, Self::Voided],
            Self::Replied => &[Self::Closed, Self::Returned, Self::Voided],
            Self::Closed | Self::Voided => &[],
        }
    }

    /// Must something be written for becoming `next`? The reply itself, why it goes back, why it is void.
    pub fn needs_text(next: Self) -> bool {
        matches!(next, Self::Replied | Self::Returned | Self::Voided)
    }

    /// A reply is still awaited.
    pub fn awaits_reply(self) -> bool {
        matches!(self, Self::Issued | Self::Received | Self::Returned)
    }
}

#[cfg(test)]
mod tests {
    use super::SupervisionStatus::{self, *};

    #[test]
    fn the_usual_path_ends_in_closing() {
        let mut path = vec![Draft];
        while let Some(next) = path[path.len() - 1].allowed_next().first() {
            path.push(*next);
        }
        assert_eq!(path, [Draft, Issued, Received, Replied, Closed]);
    }

    #[test]
    fn nothing_is_closed_without_a_reply_and_what_ended_stays_ended() {
        for from in SupervisionStatus::ALL {
            assert_eq!(from.allowed_next().contains(&Closed), *from == Replied, "{}", from.label());
            assert_eq!(from.allowed_next().is_empty(), matches!(from, Closed | Voided));
        }
    }
}
