META
key;value
description;A meeting place for Little Aubel
country;Nowhere
unit;Little Aubel
instance;2026
num_projects;3
num_votes;5
budget;900
vote_type;scoring
min_points;0
max_points;10
rule;greedy
date_begin;01.05.2026
date_end;31.05.2026
currency;EUR
PROJECTS
project_id;cost;name
hall;900;A new hall
barn;600;The old barn
tent;200;A tent for the summer
VOTES
voter_id;vote;points
v1;hall,barn,tent;10,9,3
v2;hall,barn,tent;10,8,2
v3;hall,barn,tent;10,9,0
v4;hall,barn,tent;0,8,6
v5;hall,barn,tent;0,9,5
