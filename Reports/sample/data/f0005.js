linkcheck.data("f0005",[
[6,"news/gb/25/8/19/n14899627.md","https://github.com/example/news/blob/master/gb/25/8/19/n14899627.md#2","news/gb/25/8/19/n14899627.md is there, but has no anchor 2",null,1,null,null,["news/gb/25/8/20/n14899774.md",3,1886,1,0]]]);
