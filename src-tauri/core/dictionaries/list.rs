//! Which reference lists there are.

codes! {
    /// A reference list (domain.md §2).
    pub enum DictionaryList {
        /// Versioned by year; a project keeps the version it was classified under.
        Chain => "chain", "产业链";
        Industry => "industry", "新技术新产业";
        Format => "format", "新业态新模式";
        District => "district", "区市";
        /// Working days each source of work starts with (domain.md §1.8).
        SourceLimit => "source_limit", "来源默认时限";
    }
}
