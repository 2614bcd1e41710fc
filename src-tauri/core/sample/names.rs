//! Names for synthetic records. Enterprises and projects say 示例 in their name, so that nobody takes them for real.

use fastrand::Rng;

/// Surnames, the frequent ones first.
pub const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马",
    "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾",
    "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪",
    "田", "任", "姜", "范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛",
    "邱", "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段", "雷", "钱", "汤", "尹", "黎", "易", "常", "武",
    "乔", "贺", "赖", "龚", "文", "欧阳", "逄", "矫", "綦",
];

/// Characters given names are made of.
pub const GIVEN: &[&str] = &[
    "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞",
    "平", "刚", "桂", "英", "华", "玉", "兰", "红", "建", "国", "文", "志", "海", "波", "宁", "鹏", "飞", "晓", "东",
    "春", "梅", "雪", "琳", "欣", "宇", "浩", "轩", "然", "博", "佳", "怡", "凯", "晨", "阳", "瑞", "峰", "松", "立",
    "新", "永", "福", "祥", "庆", "泽", "润", "昊", "珊",
];

/// Posts of people in units.
pub const POSTS: &[&str] = &["处长", "副处长", "一级主任科员", "四级调研员", "科长", "副局长", "三级调研员", "主任"];

/// 字号: what tells firms apart.
pub const BRANDS: &[&str] = &[
    "海诚",
    "瑞泽",
    "中科华",
    "鼎信",
    "蓝港",
    "润丰",
    "泰合",
    "启明",
    "远洋通",
    "汇智",
    "金源",
    "博远",
    "天和",
    "盛邦",
    "宏图",
    "百川",
    "卓越通",
    "恒基源",
    "正阳",
    "科瑞",
    "万联",
    "东湾",
    "鲁信通",
    "嘉德",
    "华创",
    "新航",
    "康泰",
    "兴邦",
    "凯达",
    "安捷",
    "德润",
    "联创",
    "海纳",
    "云帆",
    "星河",
    "创思",
    "九鼎源",
    "盈科",
    "协力",
    "同创",
    "众联",
    "浩海",
    "聚能",
    "中泰",
    "富源",
    "立信达",
    "金海岸",
    "智远",
];

/// Trades.
pub const TRADES: &[&str] = &[
    "海洋装备",
    "氢能动力",
    "机器人",
    "医疗器械",
    "工业软件",
    "高分子材料",
    "集成电路",
    "超高清显示",
    "影视科技",
    "供应链",
    "轨道装备",
    "智慧物流",
    "生物制药",
    "智能家电",
    "纺织新材料",
    "食品科技",
    "数控机床",
    "环保科技",
    "电子商务",
    "智能传感",
    "储能科技",
    "导热材料",
    "海水淡化",
    "康复辅具",
    "精密仪器",
    "新能源汽车零部件",
    "橡胶科技",
    "智能装备",
    "信息技术",
    "海洋生物",
];

/// Legal forms, the frequent ones more often.
pub const FORMS: &[&str] = &["有限公司", "有限公司", "有限公司", "股份有限公司", "（集团）有限公司", "集团有限公司"];

/// What projects build.
pub const PROJECT_KINDS: &[&str] = &[
    "创新平台",
    "产业园",
    "智能工厂",
    "数字化车间",
    "研发中心",
    "中试基地",
    "总部基地",
    "产业化项目",
    "扩产项目",
    "示范应用项目",
    "工业互联网平台",
    "检测中心",
];

/// The full name of a firm that does not exist; `number` keeps it distinct.
pub fn enterprise(rng: &mut Rng, number: usize) -> String {
    format!("青岛示例{}{}{number}号{}", pick(rng, BRANDS), pick(rng, TRADES), pick(rng, FORMS))
}

/// The name of its project.
pub fn project(rng: &mut Rng, number: usize) -> String {
    format!("{}{}（示例{number}）", pick(rng, TRADES), pick(rng, PROJECT_KINDS))
}

/// A person's name of two to four characters.
pub fn person(rng: &mut Rng) -> String {
    let mut name = format!("{}{}", pick(rng, SURNAMES), pick(rng, GIVEN));
    if rng.u8(..3) > 0 {
        name.push_str(pick(rng, GIVEN));
    }
    name
}

/// One of a list; an empty list gives an empty text.
pub fn pick<'a>(rng: &mut Rng, list: &[&'a str]) -> &'a str {
    rng.choice(list).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_names() {
        let names = |seed| {
            let mut rng = Rng::with_seed(seed);
            (enterprise(&mut rng, 7), project(&mut rng, 7), person(&mut rng))
        };
        assert_eq!(names(1), names(1));
        assert_ne!(names(1), names(2));
        assert!(names(1).0.contains("示例") && names(1).1.contains("示例7"));
    }
}
