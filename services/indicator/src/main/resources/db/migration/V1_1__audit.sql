-- A delivery moves thousands of rows in one statement; the audit keeps one entry of it.
comment on table record_head is 'audit: sums, filled by whole batches';
comment on table record_superseded is 'audit: sums, filled by whole batches';
comment on table record_total is 'audit: sums, filled by whole batches';
