-- Which trace an event belongs to that waits, in W3C form.
alter table parked_event add column traceparent text;
