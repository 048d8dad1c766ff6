module example.com/cor

go 1.19
