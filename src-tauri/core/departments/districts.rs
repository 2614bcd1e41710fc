//! The ten 区市 of 青岛 with their GB/T 2260 codes (domain.md §2.1).

use crate::search::text::fold;

/// A 区 or 市 of 青岛.
#[derive(Debug, PartialEq, Eq)]
pub struct District {
    /// GB/T 2260, six digits.
    pub code: &'static str,
    /// The name as in the code list.
    pub name: &'static str,
    /// Other names in use, and the names of districts that were merged into this one.
    pub aliases: &'static [&'static str],
}

/// 青岛市 itself.
pub const CITY_CODE: &str = "370200";

/// The ten 区市 in the order of their codes. Never used to check the region of a 统一社会信用代码: old codes name
/// districts that are gone.
pub static DISTRICTS: &[District] = &[
    District { code: "370202", name: "市南区", aliases: &["市南"] },
    District { code: "370203", name: "市北区", aliases: &["市北", "四方区"] },
    District {
        code: "370211",
        name: "黄岛区",
        aliases: &["西海岸新区", "青岛西海岸新区", "西海岸", "黄岛", "胶南市", "胶南"],
    },
    District { code: "370212", name: "崂山区", aliases: &["崂山"] },
    District { code: "370213", name: "李沧区", aliases: &["李沧"] },
    District { code: "370214", name: "城阳区", aliases: &["城阳"] },
    District { code: "370215", name: "即墨区", aliases: &["即墨", "即墨市"] },
    District { code: "370281", name: "胶州市", aliases: &["胶州"] },
    District { code: "370283", name: "平度市", aliases: &["平度"] },
    District { code: "370285", name: "莱西市", aliases: &["莱西"] },
];

/// The district of a code.
pub fn district(code: &str) -> Option<&'static District> {
    DISTRICTS.iter().find(|district| district.code == code)
}

/// The district a text means: its code, one of its names, or a longer text (an address) that names exactly one.
pub fn resolve_district(text: &str) -> Option<&'static District> {
    let text: String = fold(text).chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.strip_prefix("山东省").unwrap_or(&text);
    let text = text.strip_prefix("青岛市").unwrap_or(text);
    if let Some(found) = DISTRICTS.iter().find(|d| d.code == text || names(d).any(|name| name == text)) {
        return Some(found);
    }
    // Two characters such as 市北 occur inside other words, so only whole names count inside a longer text.
    let mut named = DISTRICTS.iter().filter(|d| names(d).any(|name| name.chars().count() > 2 && text.contains(name)));
    match (named.next(), named.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

fn names(district: &District) -> impl Iterator<Item = &'static str> {
    std::iter::once(district.name).chain(district.aliases.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        resolve_district(text).map(|d| d.code)
    }

    #[test]
    fn every_name_finds_its_own_district() {
        for district in DISTRICTS {
            assert!(names(district).all(|name| code(name) == Some(district.code)), "{}", district.name);
            assert_eq!(code(&format!("青岛市{}", district.name)), Some(district.code));
            assert_eq!(code(district.code), Some(district.code));
        }
    }

    #[test]
    fn the_new_area_is_huangdao() {
        assert_eq!(code("西海岸新区"), Some("370211"));
        assert_eq!(code("黄岛区（西海岸新区）"), Some("370211"));
        assert_eq!(code(" 青岛西海岸新区 "), Some("370211"));
    }

    #[test]
    fn the_codes_one_public_list_has_wrong() {
        assert_eq!(code("平度市"), Some("370283"));
        assert_eq!(code("莱西"), Some("370285"));
    }

    #[test]
    fn addresses_name_one_district_or_none() {
        assert_eq!(code("青岛市城阳区示例路1号"), Some("370214"));
        assert_eq!(code("市南区、市北区"), None);
        assert_eq!(code("高新区"), None);
        assert_eq!(code(""), None);
    }
}
