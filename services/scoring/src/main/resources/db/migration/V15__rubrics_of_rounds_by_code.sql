-- Which rounds stand on a rubric of this name: asked when a district publishes one of that name.
create index document_rubric_named on document ((content ->> 'code'), (content ->> 'version')) where kind = 'rubric';
