linkcheck.data("f0017",[
[22,null,null,"no other page links to it",null,1,null,null,["news/gb/25/8/21/n14899912.md"]]]);
