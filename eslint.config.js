import tseslint from "typescript-eslint";

const casts = { "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }] };

const syntax = [
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "TSEnumDeclaration", message: "Use a union of literals." },
  { selector: "CallExpression[callee.property.name='localeCompare']", message: "Sort by code unit: sort.ts." },
];

const spread = {
  selector: "CallExpression[callee.property.name=/^(push|unshift|max|min)$/] > SpreadElement",
  message: "As arguments of one call, many items overflow the stack: append of group.ts, largestOf of count.ts.",
};

export default tseslint.config(
  // What is emitted is proved by the compiler and the goldens; linting it says nothing about the tool.
  {
    ignores: ["dist/", "generated/", "test/golden/output/", "coverage/", "reports/", ".stryker-tmp/", "node_modules/"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...casts,
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      eqeqeq: "error",
      "no-control-regex": "error",
      "no-restricted-syntax": ["error", ...syntax],
    },
  },
  {
    // The one place where a library hands over a tree of unknown shape.
    files: ["generator/csdl/xml/parse-xml.ts"],
    rules: { "@typescript-eslint/consistent-type-assertions": "off" },
  },
  {
    files: ["generator/**/*.ts", "templates/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...syntax, spread] },
  },
  {
    // Only the command line knows that it is a process; the pipeline takes values and returns values.
    files: ["generator/**/*.ts"],
    ignores: ["generator/cli.ts"],
    rules: { "no-restricted-globals": ["error", "process", "console"] },
  },
  {
    // Tests take values apart that have no type, and show what happens to values that break theirs.
    files: ["test/**/*.ts"],
    extends: [
      {
        rules: Object.fromEntries(
          ["argument", "assignment", "call", "member-access", "return"].map((name) => [
            `@typescript-eslint/no-unsafe-${name}`,
            "off",
          ]),
        ),
      },
    ],
    rules: {
      "@typescript-eslint/consistent-type-assertions": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // The test runner wants a default export.
    files: ["vitest.config.ts", "vitest.package.config.ts", "test/build.ts", "test/package/setup.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
