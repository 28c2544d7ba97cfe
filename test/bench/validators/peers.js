// Whom the emitted validators are measured against. Each module of peers/ takes the IR and returns the text of a module;
// `passed` reads the result of its `validate`; `options` go to the module as they are.
export const peers = [
  { name: "ours", module: "ours", passed: (result, value) => result.ok && result.value === value },
  { name: "ajv", module: "ajv", package: "ajv", passed: (result) => result === null },
  {
    name: "ajv, first error",
    module: "ajv",
    options: { allErrors: false },
    only: "validate",
    passed: (result) => result === null,
  },
];
