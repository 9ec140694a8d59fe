-- A weighted edge from a child objective to a parent objective or key result; weight 0 only supports.
create table alignment (
    id                   uuid primary key,
    child_id             uuid not null references objective (id),
    parent_objective_id  uuid references objective (id),
    parent_key_result_id uuid references key_result (id),
    weight               numeric not null,
    created_at           timestamptz not null,
    constraint alignment_has_one_parent check (num_nonnulls(parent_objective_id, parent_key_result_id) = 1),
    constraint alignment_is_not_to_itself check (parent_objective_id <> child_id),
    constraint alignment_weight_is_0_to_100 check (weight between 0 and 100),
    constraint alignment_is_unique unique nulls not distinct (child_id, parent_objective_id, parent_key_result_id)
);
create index alignment_parent_objective on alignment (parent_objective_id);
create index alignment_parent_key_result on alignment (parent_key_result_id);
