linkcheck.data("f0008",[
[13,"news/pic/p-009.png","https://github.com/example/news/blob/master/pic/p-009.png","the address is the file's page, which is HTML, not the image","add ?raw=true or use the raw host",1,null,null,["news/gb/25/8/19/n14899639.md",2,715,1,2]]]);
