-- A table that any migration added is audited without its author's thinking of it.
select audit_attach();
