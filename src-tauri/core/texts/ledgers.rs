//! Sentences of this part.
