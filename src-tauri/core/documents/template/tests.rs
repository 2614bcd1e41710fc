//! Templates built here, filled and read again.
