//! 报送 of the sample: made-up sheets, three of which are not back when they should be.

use super::fixture::{day, unit};
use crate::error::Result;
use crate::ids::SentSheetId;
use crate::storage::rows::SentSheet;
use crate::storage::table::insert;
use crate::workbook::Tx;

/// What went out: title, units, sent on, due, and when it came back from the first of them.
type Told = (&'static str, &'static [&'static str], &'static str, &'static str, &'static [&'static str]);

const SENT: [Told; 3] = [
    (
        "2021年1月任务进展表（示例）",
        &["市自然资源和规划局", "市生态环境局", "市行政审批局", "市地方金融监管局"],
        "2021-01-22",
        "2021-01-27",
        &["2021-01-26", "2021-01-27", "2021-01-29", "2021-01-27"],
    ),
    (
        "2021年2月责任分工表（示例）",
        &["市自然资源和规划局", "市人力资源社会保障局", "市住房和城乡建设局", "市地方金融监管局", "国网供电"],
        "2021-02-18",
        "2021-02-23",
        &["2021-02-22", "2021-02-23"],
    ),
    ("企业诉求办理情况表（示例）", &["市工业和信息化局", "市科技局", "市市场监管局"], "2021-02-24", "2021-03-01", &[]),
];

/// Writes them.
pub(super) fn write(tx: &Tx<'_>) -> Result<()> {
    for (title, units, sent_on, due, returned) in SENT {
        for (at, short) in units.iter().enumerate() {
            let sheet = SentSheet {
                id: SentSheetId::new(),
                department_id: unit(short)?,
                title: title.into(),
                sent_on: day(sent_on)?,
                due: Some(day(due)?),
                returned_on: returned.get(at).map(|on| day(on)).transpose()?,
                note: String::new(),
                sample: true,
                deleted: false,
            };
            insert(tx, &sheet)?;
        }
    }
    Ok(())
}
