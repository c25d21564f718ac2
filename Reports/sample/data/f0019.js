linkcheck.data("f0019",[
[25,null,null,"the file is empty",null,1,null,null,["news/gb/25/8/21/n14899879.md"]]]);
