linkcheck.data("f0009",[
[14,"news/pic/bad-10.jpg","https://github.com/example/news/raw/master/pic/bad-10.jpg","JPEG segment ffda at byte 157 should have 8 bytes, the file ends after 6 of them",null,1,null,null,["news/gb/25/8/21/n14899928.md",2,1670,1,2]]]);
