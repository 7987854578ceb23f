-- Which trace asked for the report, in W3C form.
alter table assignment add column traceparent text;
