linkcheck.data("f0018",[
[23,null,null,"no click path from a root: only unreachable pages link to it, by related links",null,1,null,null,["news/gb/25/8/19/n14899712.md"]],
[24,null,null,"no click path from a root: only unreachable pages link to it, by related links",null,1,null,null,["news/gb/25/8/20/n14899810.md"]]]);
