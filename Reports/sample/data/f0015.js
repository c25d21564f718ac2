linkcheck.data("f0015",[
[20,"https://www.origin.example/gb/25/8/19/n14899663.htm","https://www.origin.example/gb/25/8/19/n14899663.htm","the link to the original names another page than gb/25/8/20/n14899747","the original should be https://www.origin.example/gb/25/8/20/n14899747.htm",1,null,null,["news/gb/25/8/20/n14899747.md",50,296,6,0]]]);
