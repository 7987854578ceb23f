comment on table assignment is 'audit: none, a queue of what is to be printed';
