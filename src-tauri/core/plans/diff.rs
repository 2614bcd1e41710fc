//! What changed between two texts: sentence by sentence, and within a changed sentence character by character; a number
//! is one character, so that 2月19日 does not read as half of 1月29日.

use serde::Serialize;
use ts_rs::TS;

codes! {
    /// What became of a stretch of text.
    pub enum PieceKind {
        Same => "same", "未变";
        Added => "added", "新增";
        Removed => "removed", "删去";
    }
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    pub kind: PieceKind,
    pub text: String,
}

/// Beyond this many comparisons a changed passage is told as a whole: it was written anew.
const MOST: usize = 2_000_000;
/// A common stretch this short between two changes is chance, and reads better as part of them.
const CHANCE: usize = 1;

/// The pieces in reading order. Without the removed ones they are the new text, without the added ones the old.
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (kind, was, is) in runs(&sentences(old), &sentences(new)) {
        match kind {
            PieceKind::Same => push(&mut pieces, PieceKind::Same, &was.concat()),
            _ => within(&mut pieces, &was.concat(), &is.concat()),
        }
    }
    pieces
}

/// A changed passage, by characters.
fn within(pieces: &mut Vec<Piece>, was: &str, is: &str) {
    let mut hunks = runs(&characters(was), &characters(is));
    // Chance likenesses go to the changes around them.
    let mut at = 1;
    while at + 1 < hunks.len() {
        if hunks[at].0 == PieceKind::Same && hunks[at].1.len() <= CHANCE {
            let (_, mut was, mut is) = hunks.remove(at - 1);
            for _ in 0..2 {
                let (_, more_was, more_is) = hunks.remove(at - 1);
                was.extend(more_was);
                is.extend(more_is);
            }
            hunks.insert(at - 1, (PieceKind::Added, was, is));
        } else {
            at += 1;
        }
    }
    for (kind, was, is) in hunks {
        if kind == PieceKind::Same {
            push(pieces, PieceKind::Same, &was.concat());
        } else {
            push(pieces, PieceKind::Removed, &was.concat());
            push(pieces, PieceKind::Added, &is.concat());
        }
    }
}

fn push(pieces: &mut Vec<Piece>, kind: PieceKind, text: &str) {
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ => pieces.push(Piece { kind, text: text.into() }),
    }
}

/// Sentences with what ends them.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['。', '；', '！', '？', '\n']).collect()
}

/// Characters; digits and latin letters that stand together are one.
fn characters(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '.';
        let length = match first.is_ascii_alphanumeric() {
            true => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let (part, more) = rest.split_at(length);
        parts.push(part);
        rest = more;
    }
    parts
}

/// A run that both sides share (`Same`), or that differs: what it was, what it is.
type Hunk<T> = (PieceKind, Vec<T>, Vec<T>);

/// The runs of two sequences along their longest common subsequence.
fn runs<T: PartialEq + Copy>(old: &[T], new: &[T]) -> Vec<Hunk<T>> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[start..], &new[start..]);
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (&old_rest[..old_rest.len() - end], &new_rest[..new_rest.len() - end]);
    let mut hunks: Vec<Hunk<T>> = Vec::new();
    same(&mut hunks, &old[..start]);
    match old_middle.len() * new_middle.len() > MOST {
        true => differs(&mut hunks, old_middle, new_middle),
        false => middle(&mut hunks, old_middle, new_middle),
    }
    same(&mut hunks, &old_rest[old_rest.len() - end..]);
    hunks
}

fn middle<T: PartialEq + Copy>(hunks: &mut Vec<Hunk<T>>, old: &[T], new: &[T]) {
    // longest[i][j]: the length of the longest common subsequence of old[i..] and new[j..].
    let width = new.len() + 1;
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * width + j] = match old[i] == new[j] {
                true => longest[(i + 1) * width + j + 1] + 1,
                false => longest[(i + 1) * width + j].max(longest[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            same(hunks, &old[i..=i]);
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            differs(hunks, &old[i..=i], &[]);
            i += 1;
        } else {
            differs(hunks, &[], &new[j..=j]);
            j += 1;
        }
    }
}

fn same<T: Copy>(hunks: &mut Vec<Hunk<T>>, items: &[T]) {
    match hunks.last_mut() {
        _ if items.is_empty() => {}
        Some((PieceKind::Same, was, is)) => {
            was.extend(items);
            is.extend(items);
        }
        _ => hunks.push((PieceKind::Same, items.to_vec(), items.to_vec())),
    }
}

fn differs<T: Copy>(hunks: &mut Vec<Hunk<T>>, old: &[T], new: &[T]) {
    match hunks.last_mut() {
        _ if old.is_empty() && new.is_empty() => {}
        Some((kind, was, is)) if *kind != PieceKind::Same => {
            was.extend(old);
            is.extend(new);
        }
        _ => hunks.push((PieceKind::Added, old.to_vec(), new.to_vec())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(old: &str, new: &str) -> String {
        let piece = |piece: &Piece| match piece.kind {
            PieceKind::Same => piece.text.clone(),
            PieceKind::Added => format!("[+{}]", piece.text),
            PieceKind::Removed => format!("[-{}]", piece.text),
        };
        diff(old, new).iter().map(piece).collect()
    }

    #[test]
    fn a_sentence_is_told_by_what_changed_in_it() {
        assert_eq!(told("建设一期。三月底前完成。", "建设一期。四月底前完成。"), "建设一期。[-三][+四]月底前完成。");
        assert_eq!(told("2021年1月29日完成。", "2021年2月19日完成。"), "2021年[-1月29][+2月19]日完成。");
        assert_eq!(told("甲。乙。", "甲。丙事项。乙。"), "甲。[+丙事项。]乙。");
        assert_eq!(told("甲。乙。", "乙。"), "[-甲。]乙。");
        assert_eq!(told("", "新写的。"), "[+新写的。]");
        assert_eq!(told("一样。", "一样。"), "一样。");
    }

    #[test]
    fn likenesses_by_chance_do_not_chop_a_rewritten_sentence() {
        assert_eq!(told("按月调度进展。", "每周召开调度会。"), "[-按月][+每周召开]调度[-进展][+会]。");
        assert_eq!(told("甲的乙。", "丙的丁。"), "[-甲的乙][+丙的丁]。");
    }

    #[test]
    fn a_text_written_anew_is_told_as_a_whole_and_soon() {
        let (old, new) = ("甲乙丙".repeat(6_000), "丁戊己".repeat(6_000));
        assert_eq!(diff(&old, &new).len(), 2);
    }

    proptest! {
        #[test]
        fn the_pieces_are_both_texts(old in "[甲乙丙12a。；\n]{0,60}", new in "[甲乙丙12a。；\n]{0,60}") {
            let of = |but: PieceKind| -> String {
                diff(&old, &new).iter().filter(|piece| piece.kind != but).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(of(PieceKind::Added), old.clone());
            prop_assert_eq!(of(PieceKind::Removed), new.clone());
        }
    }
}
