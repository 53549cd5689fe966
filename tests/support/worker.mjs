// Loaded into Jest's processes before anything else. A worker has nothing left to do once it ends; taking its large heap
// apart takes longer than the half second Jest gives it, after which Jest ends it by force and blames the tests.
if (process.send) process.once("exit", (code) => process.reallyExit(code));
