-- Whatever was sent may be in these lines, and there may be as many as were sent.
comment on table quarantined_line is 'audit: sums, filled by whole batches';
