// What odata-bindgen emits, as it stands in generated/.

/** Takes the declared positions, returns the text of a module with `is…` of each, and `validate…` where they are wanted. */
export function write({ roots, withValidate }) {
  const names = roots.map((root) => root.replace(/^At/, ""));
  const taken = names.flatMap((name) => [
    `is${name} as is_At${name}`,
    ...(withValidate ? [`validate${name} as validate_At${name}`] : []),
  ]);
  return `export { ${taken.join(", ")} } from "../../../generated/src/validators.ts";\n`;
}
