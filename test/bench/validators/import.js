// Child of the benchmark: prints how many milliseconds the import of one module takes in a fresh process.
const start = process.hrtime.bigint();
await import(process.argv[2]);
console.log(Number(process.hrtime.bigint() - start) / 1e6);
