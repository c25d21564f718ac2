linkcheck.data("f0004",[
[5,"news/gb/25/8/20/N14899725.md","https://github.com/example/news/blob/master/gb/25/8/20/N14899725.md#1","the link says news/gb/25/8/20/N14899725.md, the file is news/gb/25/8/20/n14899725.md","did you mean news/gb/25/8/20/n14899725.md?",1,null,null,["news/gb/25/8/21/n14899961.md",3,1192,1,0]]]);
