-- Who recorded a review, where a person did.
alter table kpi_review add author_id uuid references person (id);
create index kpi_review_author on kpi_review (author_id);
select history_keep('kpi_review');
select sight_keep();
