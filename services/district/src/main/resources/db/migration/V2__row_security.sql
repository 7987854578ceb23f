-- Requests see the rows of their caller's places; see the platform's is_visible.
call limit_rows('place', 'is_visible(path)');
call limit_rows('document', 'is_visible(owner)');
call limit_rows('board_entry', 'is_visible(district || ''/'' || station)');
