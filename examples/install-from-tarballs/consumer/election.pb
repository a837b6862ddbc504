META
key;value
description;Participatory budget of Newhaven-on-Lys
country;Nowhere
unit;Newhaven-on-Lys
instance;2026
num_projects;3
num_votes;5
budget;100
vote_type;approval
rule;greedy
date_begin;01.03.2026
date_end;31.03.2026
currency;EUR
PROJECTS
project_id;cost;name
1;60;Playground
2;50;Safe crossing
3;30;Trees and shade
VOTES
voter_id;vote
1;1,2
2;1
3;1,3
4;2,3
5;1,3
