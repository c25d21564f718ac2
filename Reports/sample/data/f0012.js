linkcheck.data("f0012",[
[17,null,null,"2 sequences that are not UTF-8, first at line 10, column 124",null,1,null,null,["news/gb/25/8/20/n14899823.md"]]]);
