linkcheck.data("f0001",[
[0,"news/gb/nf-gone.md","https://github.com/example/news/blob/master/gb/nf-gone.md#1","nothing stands at news/gb/nf-gone.md",null,20,"p0001",0],
[1,"news/gb/25/8/21/n14899928x.md","https://github.com/example/news/blob/master/gb/25/8/21/n14899928x.md#1","nothing stands at news/gb/25/8/21/n14899928x.md","did you mean news/gb/25/8/21/n14899928.md?",1,null,null,["news/gb/25/8/20/n14899859.md",3,352,1,0]]]);
