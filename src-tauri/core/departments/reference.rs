//! The units every new workbook starts with (domain.md §2.1–2.2), in 机构序列 order, with the names staff write.
//!
//! Only names that [`super::resolve::normalise_unit_name`] cannot derive stand in the alias lists: a leading 市 or
//! 青岛市 never matters. Staff may rename, add and retire units; what is here is only the start.

use uuid::Uuid;

use super::kind::DepartmentKind::{self, Central, District, Financial, Municipal, StateOwned, Zone};
use crate::ids::{DepartmentId, Id};

/// Where a shipped unit comes from; the window says 待核实 beside those that no page confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The list of the city's own site (domain.md §2.2), the code list of §2.1, or a page named there.
    Listed,
    /// General knowledge, not confirmed by a page.
    General,
}

/// A unit as shipped.
#[derive(Debug)]
pub struct ShippedUnit {
    /// Part of the identity: never changed, never used again for another unit.
    number: u16,
    /// 简称, as shown in grids.
    pub short: &'static str,
    /// 全称, as on paper.
    pub full: &'static str,
    /// 单位类别.
    pub kind: DepartmentKind,
    /// Who says so.
    pub source: Source,
    /// Old and colloquial names, separated by blanks.
    aliases: &'static str,
}

/// The first identity of the shipped units; a unit's own is this plus its number. A UUID of version 8 ("made by
/// the application's own rule"), so it can never meet a UUIDv7 made on a laptop.
const FIRST_ID: u128 = 0x63687775_6465_8000_8000_000000000000;

impl ShippedUnit {
    /// The same on every laptop, so that workbooks begun apart do not have every unit twice after a merge.
    pub fn id(&self) -> DepartmentId {
        DepartmentId(Id(Uuid::from_u128(FIRST_ID + u128::from(self.number))))
    }

    /// Old and colloquial names, without short and full.
    pub fn aliases(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.aliases.split_whitespace()
    }

    /// Old and colloquial names with the identities their rows have on every laptop.
    pub fn alias_rows(&self) -> impl Iterator<Item = (Id, &'static str)> + use<> {
        let first = FIRST_ID + (u128::from(self.number) << 16) + 0x1_0000_0000;
        self.aliases().zip(0u128..).map(move |(name, n)| (Id(Uuid::from_u128(first + n)), name))
    }

    /// Every name: short, full, aliases.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.short, self.full].into_iter().chain(self.aliases())
    }
}

/// The shipped units in 机构序列 order.
pub fn shipped_units() -> &'static [ShippedUnit] {
    UNITS
}

const fn listed(
    number: u16,
    kind: DepartmentKind,
    short: &'static str,
    full: &'static str,
    aliases: &'static str,
) -> ShippedUnit {
    ShippedUnit { number, short, full, kind, source: Source::Listed, aliases }
}

const fn general(
    number: u16,
    kind: DepartmentKind,
    short: &'static str,
    full: &'static str,
    aliases: &'static str,
) -> ShippedUnit {
    ShippedUnit { number, short, full, kind, source: Source::General, aliases }
}

#[rustfmt::skip]
static UNITS: &[ShippedUnit] = &[
    listed(1, Municipal, "市政府办公厅", "青岛市人民政府办公厅", "市府办公厅 市政府办 市府办 政府办"),
    listed(2, Municipal, "市发展改革委", "青岛市发展和改革委员会", "发改委 发展改革委员会 发展和改革委 发改局"),
    listed(3, Municipal, "市教育局", "青岛市教育局", "教体局"),
    listed(4, Municipal, "市科技局", "青岛市科学技术局", "科委 科学技术委员会"),
    listed(5, Municipal, "市工业和信息化局", "青岛市工业和信息化局", "工信局 工业信息化局 工信委 经信委 经济和信息化委员会"),
    listed(6, Municipal, "市公安局", "青岛市公安局", ""),
    listed(7, Municipal, "市民政局", "青岛市民政局", ""),
    listed(8, Municipal, "市司法局", "青岛市司法局", ""),
    listed(9, Municipal, "市财政局", "青岛市财政局", ""),
    listed(10, Municipal, "市人力资源社会保障局", "青岛市人力资源和社会保障局", "人社局 人力社保局 人力资源保障局 人力资源局"),
    listed(11, Municipal, "市自然资源和规划局", "青岛市自然资源和规划局", "自规局 资规局 自然资源规划局 自然资源局 规划局 国土局 国土资源局 国土资源和房屋管理局"),
    listed(12, Municipal, "市生态环境局", "青岛市生态环境局", "环保局 环境保护局 环境局 生态局"),
    listed(13, Municipal, "市住房和城乡建设局", "青岛市住房和城乡建设局", "住建局 住房城乡建设局 建设局 城建局 城乡建设委员会 建委"),
    listed(14, Municipal, "市城市管理局", "青岛市城市管理局", "城管局 城市管理委员会 综合行政执法局"),
    listed(15, Municipal, "市交通运输局", "青岛市交通运输局", "交通局 交通委 交通运输委员会"),
    listed(16, Municipal, "市水务管理局", "青岛市水务管理局", "水务局 水利局"),
    listed(17, Municipal, "市农业农村局", "青岛市农业农村局", "农业局 农委 农业委员会"),
    listed(18, Municipal, "市海洋发展局", "青岛市海洋发展局", "海洋局 海发局 海洋与渔业局"),
    listed(19, Municipal, "市园林和林业局", "青岛市园林和林业局", "园林林业局 园林局 林业局 园林和林业"),
    listed(20, Municipal, "市商务局", "青岛市商务局", ""),
    listed(21, Municipal, "市文化和旅游局", "青岛市文化和旅游局", "文旅局 文化旅游局 文广新局 旅游局"),
    listed(22, Municipal, "市卫生健康委", "青岛市卫生健康委员会", "卫健委 卫健局 卫生健康局 卫计委"),
    listed(23, Municipal, "市退役军人局", "青岛市退役军人事务局", "退役军人事务局"),
    listed(24, Municipal, "市应急管理局", "青岛市应急管理局", "应急局 安监局"),
    listed(25, Municipal, "市审计局", "青岛市审计局", ""),
    listed(26, Municipal, "市政府外办", "青岛市人民政府外事办公室", "外办 外事办 外事办公室"),
    listed(27, Municipal, "市国资委", "青岛市人民政府国有资产监督管理委员会", "国资局 国有资产监督管理委员会"),
    listed(28, Municipal, "市市场监管局", "青岛市市场监督管理局", "市监局 市场局 市场监管 工商局 质监局"),
    listed(29, Municipal, "市体育局", "青岛市体育局", ""),
    listed(30, Municipal, "市统计局", "青岛市统计局", ""),
    listed(31, Municipal, "市医保局", "青岛市医疗保障局", "医疗保障局"),
    listed(32, Municipal, "市行政审批局", "青岛市行政审批服务局", "审批局 审批服务局 行政服务中心"),
    listed(33, Municipal, "市大数据局", "青岛市大数据发展管理局", "大数据发展局 大数据管理局"),
    listed(34, Municipal, "市民营经济局", "青岛市民营经济发展局", "民营局 民经局 民营经济局 中小企业局"),
    listed(35, Municipal, "市地方金融监管局", "青岛市地方金融监督管理局", "金融局 金融监管局 地方金融局 金融办 金融工作局 金融监督管理局"),
    listed(36, Municipal, "市信访局", "青岛市信访局", ""),
    listed(37, Municipal, "市政府研究室", "青岛市人民政府研究室", "研究室"),
    listed(38, Municipal, "市供销社", "青岛市供销合作社联合社", "供销合作社 供销联社"),
    listed(39, Municipal, "市住房公积金管理中心", "青岛市住房公积金管理中心", "公积金中心 公积金管理中心 住房公积金中心"),
    general(40, Municipal, "市科协", "青岛市科学技术协会", ""),
    general(41, Municipal, "市贸促会", "中国国际贸易促进委员会青岛市分会", "贸促 国际贸易促进委员会青岛市分会"),
    general(42, Municipal, "市投促中心", "青岛市投资促进中心", "投促 投促局 投资促进局"),

    listed(51, District, "市南区政府", "青岛市市南区人民政府", "市南区 市南"),
    listed(52, District, "市北区政府", "青岛市市北区人民政府", "市北区 市北"),
    // One body with two names; two units would split its figures.
    listed(53, District, "西海岸新区管委", "青岛西海岸新区管理委员会", "西海岸新区 青岛西海岸新区 青岛西海岸新区管委 西海岸新区管委会 青岛西海岸新区管委会 西海岸新区管理委员会 西海岸 黄岛区政府 黄岛区人民政府 黄岛区 黄岛"),
    listed(54, District, "崂山区政府", "青岛市崂山区人民政府", "崂山区 崂山"),
    listed(55, District, "李沧区政府", "青岛市李沧区人民政府", "李沧区 李沧"),
    listed(56, District, "城阳区政府", "青岛市城阳区人民政府", "城阳区 城阳"),
    listed(57, District, "即墨区政府", "青岛市即墨区人民政府", "即墨区 即墨"),
    listed(58, District, "胶州市政府", "胶州市人民政府", "胶州市 胶州"),
    listed(59, District, "平度市政府", "平度市人民政府", "平度市 平度"),
    listed(60, District, "莱西市政府", "莱西市人民政府", "莱西市 莱西"),

    general(71, Zone, "青岛高新区管委", "青岛高新技术产业开发区管理委员会", "高新区 青岛高新区 高新区管委 高新区管委会 青岛高新区管委会"),
    general(72, Zone, "上合示范区管委", "中国—上海合作组织地方经贸合作示范区管理委员会", "上合示范区 上合示范区管委会 上合管委"),
    general(73, Zone, "自贸片区管委", "中国（山东）自由贸易试验区青岛片区管理委员会", "自贸片区 自贸片区管委会 青岛自贸片区 自贸区 自贸试验区青岛片区"),
    general(74, Zone, "青岛蓝谷管理局", "青岛蓝谷管理局", "青岛蓝谷 蓝谷 蓝谷管理局 蓝谷管委"),

    listed(81, StateOwned, "青岛财通集团", "青岛财通集团有限公司", "财通集团 财通"),
    listed(82, StateOwned, "青岛人才集团", "青岛人才发展集团有限公司", "人才集团 青岛人才发展集团 人才发展集团"),
    general(83, Central, "国网供电", "国网山东省电力公司青岛供电公司", "国网青岛供电公司 国网 国网青岛 供电公司 青岛供电公司 国网供电公司 供电局 国家电网"),
    general(84, Central, "市税务局", "国家税务总局青岛市税务局", "税务局 国税局 地税局"),
    general(85, Central, "青岛海关", "中华人民共和国青岛海关", "海关"),
    general(86, Financial, "人民银行", "中国人民银行青岛市分行", "人行 人民银行青岛市分行 人民银行青岛市中心支行 人行青岛中支 青岛人行 央行"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn identities_are_distinct_and_fixed() {
        let ids: HashSet<_> = shipped_units().iter().map(ShippedUnit::id).collect();
        assert_eq!(ids.len(), shipped_units().len());
        assert_eq!(shipped_units()[0].id().to_string(), "63687775-6465-8000-8000-000000000001");
        assert!(shipped_units().iter().all(|unit| unit.id().0.0.get_version_num() == 8));
    }

    #[test]
    fn the_citys_own_list_is_whole_and_in_its_order() {
        let listed: Vec<_> =
            shipped_units().iter().filter(|u| u.kind == Municipal && u.source == Source::Listed).collect();
        assert_eq!(listed.len(), 39);
        assert_eq!((listed[0].short, listed[38].short), ("市政府办公厅", "市住房公积金管理中心"));
        assert_eq!(shipped_units().iter().filter(|u| u.kind == District).count(), 10);
    }
}
