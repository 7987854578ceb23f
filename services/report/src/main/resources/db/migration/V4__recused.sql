-- Accounts that were on the panel of the latest result and recused themselves or were recused.
alter table evaluation add column recused text[] not null default '{}';
