//! What can be typed. Tests, scripts and benchmarks stand on these names.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

/// 场务 without a window.
#[derive(Debug, Parser)]
#[command(name = "changwu-cli", version, about = "场务命令行：与窗口使用同一套接口")]
pub struct Arguments {
    /// 工作簿文件
    #[arg(long, global = true, value_name = "FILE", env = "CHANGWU_WORKBOOK")]
    pub workbook: Option<PathBuf>,
    /// 数据截至哪一天（默认今天）
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<NaiveDate>,
    /// 以 JSON 输出
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

// Made once, so its size does not matter.
#[expect(clippy::large_enum_variant)]
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 新建空工作簿
    New { file: PathBuf },
    /// 新建示例工作簿
    Sample { file: PathBuf },
    /// 按名称调用任何接口，以 JSON 作答
    Call {
        /// 接口名称
        #[arg(required_unless_present = "list")]
        name: Option<String>,
        /// 请求内容
        request: Option<String>,
        /// 列出全部接口
        #[arg(long)]
        list: bool,
    },
    /// 导入台账：默认只预览，--apply 才写入
    Import {
        file: PathBuf,
        /// 工作表名称
        #[arg(long)]
        sheet: Option<String>,
        /// 对列方式（JSON 文件）
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        /// 疑问的答案（JSON 文件）
        #[arg(long, value_name = "FILE")]
        answers: Option<PathBuf>,
        /// 写入工作簿
        #[arg(long)]
        apply: bool,
    },
    /// 列表：enterprises projects tasks demands departments people
    List {
        kind: String,
        /// 条件，如 --where lead=市科技局 --where open=true
        #[arg(long = "where", value_name = "FIELD=VALUE")]
        conditions: Vec<String>,
        /// 排序字段，前面加 - 为倒序
        #[arg(long, allow_hyphen_values = true)]
        sort: Option<String>,
        /// 第几页，每页 50 行
        #[arg(long, default_value_t = 1)]
        page: usize,
    },
    /// 用 Word 模板和数据生成文档
    Fill {
        /// 模板（.docx）
        #[arg(long, value_name = "FILE")]
        template: PathBuf,
        /// 数据（JSON 文件）
        #[arg(long, value_name = "FILE", required_unless_present = "fields")]
        values: Option<PathBuf>,
        /// 生成的文件（.docx）
        #[arg(long, value_name = "FILE", required_unless_present = "fields")]
        out: Option<PathBuf>,
        /// 只列出模板用到的字段
        #[arg(long)]
        fields: bool,
    },
    /// 搜索
    Search {
        text: String,
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// 查看一条记录
    Show { id: String },
    /// 一条记录的历史
    History { id: String },
    /// 撤销上一步
    Undo,
    /// 重做
    Redo,
    /// 导出：文书（plan、supervision、minutes……，--list 列出全部）、assignments（责任分工表，同时登记报送），或任何列表（tasks、enterprises……）
    Export {
        /// 文书种类
        #[arg(required_unless_present = "list", default_value = "")]
        kind: String,
        /// 列出全部文书
        #[arg(long)]
        list: bool,
        /// 列出一种文书的全部字段
        #[arg(long)]
        fields: bool,
        /// 存为（扩展名决定格式）；--all 时为文件夹
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// 项目编号、名称或标识
        #[arg(long)]
        project: Option<String>,
        /// 企业名称或标识
        #[arg(long)]
        enterprise: Option<String>,
        /// 单位名称或标识；assignments 只发给这家单位
        #[arg(long, value_name = "NAME")]
        department: Option<String>,
        /// 督办单、调度会、协调、评审轮次、创意会、方案或落地认定的编号、名称或标识
        #[arg(long, value_name = "NAME")]
        of: Option<String>,
        /// 月份，如 2021-02
        #[arg(long, value_name = "YYYY-MM")]
        month: Option<String>,
        /// 纸张：A3横、A4横、屏幕
        #[arg(long)]
        sheet: Option<String>,
        /// 用这个模板（.docx）
        #[arg(long, value_name = "FILE")]
        template: Option<PathBuf>,
        /// 存为标准版式的模板，供修改
        #[arg(long)]
        as_template: bool,
        /// 电话不掩码
        #[arg(long)]
        full_phones: bool,
        /// 批量导出时的格式
        #[arg(long, default_value = "docx")]
        format: String,
        /// 全部导出到 --out 文件夹
        #[arg(long)]
        all: bool,
        /// 责任分工表：反馈时限，如 2021-03-05 或 5个工作日
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
        /// 责任分工表：名称，默认“某年某月责任分工表”
        #[arg(long)]
        title: Option<String>,
        /// 列表：条件，如 --where open=true
        #[arg(long = "where", value_name = "FIELD=VALUE")]
        conditions: Vec<String>,
        /// 列表：排序字段，前面加 - 为倒序
        #[arg(long, allow_hyphen_values = true)]
        sort: Option<String>,
        /// 列表：只要这些列，用逗号隔开
        #[arg(long, value_delimiter = ',')]
        columns: Vec<String>,
    },
    /// 导入回填的责任分工表：默认只预览，--apply 才写入
    Return {
        file: PathBuf,
        /// 逐项选择（JSON 文件）：项的 key 对应 theirs、ours、add 或 skip
        #[arg(long, value_name = "FILE")]
        choices: Option<PathBuf>,
        /// 写入工作簿
        #[arg(long)]
        apply: bool,
    },
    /// 统计数据：指标、分子分母和口径
    Figures {
        /// 存为 Excel
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// 检查工作簿
    Check,
    /// 生成仿真数据
    Generate {
        /// bureau、city 或 province
        #[arg(long, default_value = "bureau")]
        scale: String,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        file: PathBuf,
    },
}
