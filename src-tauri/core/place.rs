//! Places in an order that people arrange: fractional indices, so that moving one row writes one row (merge.md §7).

use fractional_index::FractionalIndex;

/// The places of rows in their new order, when one row is put at `at` among the `others` (in their order). The others
/// keep theirs; only where two of them stand at the same place, or one has none, do all get a new one.
pub fn arrange(others: &[&str], at: usize) -> Vec<String> {
    let at = at.min(others.len());
    let place = |index: usize| others.get(index).map(|text| FractionalIndex::from_string(text).ok());
    let between = match (at.checked_sub(1).and_then(place), place(at)) {
        (None, None) => Some(FractionalIndex::default()),
        (Some(Some(left)), None) => Some(FractionalIndex::new_after(&left)),
        (None, Some(Some(right))) => Some(FractionalIndex::new_before(&right)),
        (Some(Some(left)), Some(Some(right))) => FractionalIndex::new_between(&left, &right),
        _ => None,
    };
    if let Some(between) = between {
        let mut places: Vec<String> = others.iter().map(|text| (*text).to_string()).collect();
        places.insert(at, between.to_string());
        return places;
    }
    let mut place = FractionalIndex::default();
    let mut places = Vec::with_capacity(others.len() + 1);
    for _ in 0..=others.len() {
        places.push(place.to_string());
        place = FractionalIndex::new_after(&place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_put_between_others_that_keep_their_places() {
        let others = arrange(&[], 0);
        let first = others[0].as_str();
        let places = arrange(&[first], 1);
        assert_eq!(places[0], first);
        let (left, right) = (places[0].as_str(), places[1].as_str());
        let between = arrange(&[left, right], 1);
        assert_eq!((between[0].as_str(), between[2].as_str()), (left, right));
        assert!(between.is_sorted());
        assert!(arrange(&[left, right], 0).is_sorted());
    }

    #[test]
    fn rows_at_the_same_place_or_at_none_all_get_a_new_one() {
        for others in [["80", "80", "80"], ["", "", ""]] {
            let places = arrange(&others, 1);
            assert_eq!(places.len(), 4);
            assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
        }
    }
}
