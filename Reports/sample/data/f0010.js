linkcheck.data("f0010",[
[15,"www/README.md","https://github.com/former/www/blob/master/README.md?zsrh#1","the link uses a former name of the mount","link to www/README.md by its present address",21,"p0001",39]]);
