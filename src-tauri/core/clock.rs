//! Time comes in through here, so that tests can set it.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Local, NaiveDate, TimeZone, Utc};

/// What time it is.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970, UTC.
    fn now_ms(&self) -> i64;

    /// Today where the laptop stands.
    fn today(&self) -> NaiveDate {
        local(self.now_ms()).date_naive()
    }
}

/// A moment in the laptop's own time zone.
pub fn local(ms: i64) -> DateTime<Local> {
    let utc = DateTime::<Utc>::from_timestamp_millis(ms).unwrap_or(DateTime::UNIX_EPOCH);
    Local.from_utc_datetime(&utc.naive_utc())
}

/// The system's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        Utc::now().timestamp_millis()
    }
}

/// A clock that stands where it is put.
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// Noon (UTC) of a day.
    pub fn on(day: NaiveDate) -> Self {
        let noon = day.and_hms_opt(4, 0, 0).map(|time| time.and_utc().timestamp_millis());
        Self(AtomicI64::new(noon.unwrap_or_default()))
    }

    /// Moves on (or back).
    pub fn advance(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Clock for FixedClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}
