-- Requests see the rows of their caller's places; see the platform's is_visible.
call limit_rows('agreement', 'is_visible(station)');
call limit_rows('evaluation', 'is_visible(station)');
call limit_rows('document', 'exists (select from evaluation where code = owner)');
