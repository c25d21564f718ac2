linkcheck.data("f0013",[
[18,"https://video.example/embed/17","https://video.example/embed/17","the publishing platform drops this frame reference",null,1,null,null,["news/gb/25/8/21/n14899921.md",10,29,0,6]]]);
