-- By whoever runs the database. bi_reader may read the views of bi_v1 and nothing else; what is a member of it inherits that.
create role metabase login password '...' in role bi_reader;
alter role metabase set default_transaction_read_only = on;
alter role metabase set statement_timeout = '60s';
