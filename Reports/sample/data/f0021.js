linkcheck.data("f0021",[
[27,null,null,"no page or stylesheet shows this image",null,1,null,null,["news/pic/unused-0.jpg"]]]);
