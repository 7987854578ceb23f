-- Requests see the rows of their caller's places; see the platform's is_visible.
call limit_rows('evaluation', 'is_visible(station)');
-- Owned by an evaluation, or by a station's agreement: nansha/dagang/dagang-2023/v1.
call limit_rows('document', 'case when position(''/'' in owner) > 0 then is_visible(owner)
  else exists (select from evaluation where code = owner) end');
call limit_rows('record_head', 'is_visible(station)');
call limit_rows('record_superseded', 'is_visible(station)');
call limit_rows('record_total', 'is_visible(station)');
call limit_rows('delivery_chunk', 'is_visible(station)');
