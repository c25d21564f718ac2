linkcheck.data("f0003",[
[4,"www/files/tool-3.zip","https://github.com/example/www/raw/master/files/tool-3.zip","nothing stands at www/files/tool-3.zip",null,1,null,null,["news/gb/25/8/19/n14899634.md",3,2304,1,0]]]);
