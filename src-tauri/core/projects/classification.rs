//! How projects are classified: the article's own lists (domain.md §1.1, §2.4). 新金融 is an industry and
//! 新金融服务 a format: two lists, two fields.

codes! {
    /// 创意类别.
    pub enum ProjectKind {
        KeyEnterprise => "key_enterprise", "重点企业创意";
        Cluster => "cluster", "产业集群创意";
    }
}

codes! {
    /// "四新"; a project may be several.
    pub enum FourNew {
        Technology => "technology", "新技术";
        Industry => "industry", "新产业";
        Format => "format", "新业态";
        Model => "model", "新模式";
    }
}

codes! {
    /// 聚焦重点、难点、痛点、堵点; a project may be several.
    pub enum ProblemKind {
        Key => "key", "重点";
        Hard => "hard", "难点";
        Pain => "pain", "痛点";
        Block => "block", "堵点";
    }
}

codes! {
    /// The article's ten industries.
    pub enum Industry {
        Digital => "digital", "数字产业";
        Chips => "chips", "集成电路";
        UltraHd => "ultra_hd", "超高清视频";
        Robots => "robots", "机器人";
        Hydrogen => "hydrogen", "氢能";
        Materials => "materials", "新材料";
        Health => "health", "医养健康";
        Marine => "marine", "海洋科技";
        Culture => "culture", "影视文化";
        Finance => "finance", "新金融";
    }
}

codes! {
    /// The article's four new formats (it adds 等: the list is open).
    pub enum BusinessFormat {
        IndustrialInternet => "industrial_internet", "工业互联网";
        ECommerce => "e_commerce", "电子商务";
        OnlineServices => "online_services", "线上服务";
        FinancialServices => "financial_services", "新金融服务";
    }
}
