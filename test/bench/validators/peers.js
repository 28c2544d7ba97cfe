// Whom the emitted validators are measured against. Each module of peers/ takes the IR and returns the text of a module;
// `passed` reads the result of its `validate`; `options` go to the module as they are.
export const peers = [
  { name: "ours", module: "ours", passed: (result, value) => result.ok && result.value === value },
  { name: "ajv", module: "ajv", passed: (result) => result === null },
  {
    name: "ajv, first error",
    module: "ajv",
    options: { allErrors: false },
    only: "validate",
    passed: (result) => result === null,
  },
  { name: "typia", module: "typia", passed: (result) => result.success },
  // Where it lists what is wrong it takes milliseconds, so that is compared on a part of the inputs.
  { name: "typebox", module: "typebox", passed: ([right]) => right, every: 20 },
  { name: "arktype", module: "arktype", passed: (result) => result?.[" arkKind"] !== "errors" },
  { name: "zod", module: "zod", passed: (result) => result.success },
  { name: "valibot", module: "valibot", passed: (result) => result.success },
];

/** Takes names, returns these peers and ours; all of them where there is none. */
export function chosen(names) {
  return names.length === 0 ? peers : peers.filter(({ name, module }) => name === "ours" || names.includes(module));
}
