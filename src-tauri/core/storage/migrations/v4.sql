-- Version 4: paper and Excel. Only adds. Rules as in v1.

-- Derived: the sums of 任务台账 by unit are read from this index alone.
CREATE INDEX task_now_sums ON task_now(lead_department_id, status, open, due);
