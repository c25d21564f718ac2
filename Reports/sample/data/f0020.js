linkcheck.data("f0020",[
[26,null,null,"has other labelled blocks, but no `source` link",null,1,null,null,["news/gb/25/8/19/n14899688.md"]]]);
