//! What is said about enterprises.

/// The code belongs to another.
pub fn uscc_taken(code: &str, other: &str) -> String {
    format!("统一社会信用代码 {code} 已登记在“{other}”名下；如是同一家企业，请到企业页合并")
}

/// Nothing to merge.
pub fn merge_with_itself() -> &'static str {
    "不能把企业与它自己合并，请另选一家"
}

/// Something still rests on it.
pub fn enterprise_in_use(name: &str, projects: i64, tasks: i64, demands: i64) -> String {
    format!(
        "“{name}”名下还有 {projects} 个项目、{tasks} 项任务、{demands} 项需求，不能删除；如与另一家重复，请用“合并”"
    )
}
