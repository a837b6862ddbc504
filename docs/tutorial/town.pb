META
key;value
description;Participatory budget of Little Aubel
country;Nowhere
unit;Little Aubel
instance;2026
num_projects;4
num_votes;6
budget;1000
vote_type;approval
rule;greedy
date_begin;01.03.2026
date_end;31.03.2026
currency;EUR
PROJECTS
project_id;cost;name
pool;900;Paddling pool
trees;300;Trees in the square
bench;150;Benches by the river
library;250;A library corner
VOTES
voter_id;vote;district;voting_method
v1;pool;North;online
v2;pool;North;online
v3;pool,bench;North;online
v4;pool,trees;South;online
v5;trees,library;South;paper
v6;library,bench;South;paper
