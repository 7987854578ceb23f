-- Requests see the rows of their caller's places; see the platform's is_visible.
call limit_rows('station', 'is_visible(place)');
call limit_rows('delivery', 'is_visible(station)');
call limit_rows('quarantined_line', 'is_visible(station)');
call limit_rows('document', 'is_visible(owner)');
