linkcheck.data("f0011",[
[16,"https://github.com/example/news/blob/master/gb/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd-8","https://github.com/example/news/blob/master/gb/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd-8","an encoded `..` or NUL would leave the mount",null,1,null,null,["news/gb/25/8/19/n14899585.md",3,2304,1,0]]]);
