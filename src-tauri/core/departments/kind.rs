//! 单位类别.

codes! {
    /// What sort of body a unit is (domain.md §1.5). In lists the kinds stand in this order.
    pub enum DepartmentKind {
        Municipal => "municipal", "市直";
        District => "district", "区市";
        Zone => "zone", "功能区";
        StateOwned => "state_owned", "国企";
        Financial => "financial", "金融机构";
        Central => "central", "中央驻青";
        Other => "other", "其他";
    }
}
