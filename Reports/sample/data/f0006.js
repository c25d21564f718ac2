linkcheck.data("f0006",[
[7,"https://github.com/github.com/example/news/blob/master/gb/25/8/19/n14899688.md","https:/github.com/example/news/blob/master/gb/25/8/19/n14899688.md","the address does not have two slashes after its scheme","did you mean https://github.com/example/news/blob/master/gb/25/8/19/n14899688.md?",1,null,null,["news/gb/25/8/21/n14899933.md",34,14,4,0]]]);
