linkcheck.data("f0016",[
[21,"https://quickchart.io/qr?size=256\u0026text=https://github.com/example/news/blob/master/gb/25/8/21/n14900000.md%231","https://quickchart.io/qr?size=256\u0026text=https://github.com/example/news/blob/master/gb/25/8/21/n14900000.md%231","the code leads to news/gb/25/8/21/n14900000.md, not to this page",null,1,null,null,["news/gb/25/8/21/n14899908.md",55,93,6,2]]]);
