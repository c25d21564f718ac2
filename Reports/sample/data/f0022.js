linkcheck.data("f0022",[
[28,"docs.example/manual/part-01/chapter-0001.html",null,"has the same bytes as docs.example/manual/part-01/chapter-0001.html",null,1,null,null,["manual/part-01/chapter-0001_copy.html"]]]);
