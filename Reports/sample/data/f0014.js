linkcheck.data("f0014",[
[19,"news/pic/odd-11.jpg","https://cdn.jsdelivr.net/gh/example/news@master/pic/odd-11.jpg","the file is named .jpg but its content is PNG",null,1,null,null,["news/gb/25/8/20/n14899732.md",52,1342,5,2]]]);
