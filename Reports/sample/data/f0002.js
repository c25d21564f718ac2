linkcheck.data("f0002",[
[2,"news/gb/300/s-gone.jpg","https://raw.githubusercontent.com/example/news/master/gb/300/s-gone.jpg","nothing stands at news/gb/300/s-gone.jpg",null,19,"p0001",20],
[3,"news/pic/none-2.jpg","https://raw.githubusercontent.com/example/news/master/pic/none-2.jpg","nothing stands at news/pic/none-2.jpg",null,1,null,null,["news/gb/25/8/20/n14899804.md",51,4644,5,2]]]);
