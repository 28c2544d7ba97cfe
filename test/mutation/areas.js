/** The score that every area has to reach, in percent. */
export const leastScore = 85;

/**
 * What is mutated, area by area, and the tests that have to notice: files, or folders of them. They run in one process,
 * without compilers or other programs.
 */
export const areas = {
  escaping: {
    mutate: [
      "generator/render/{literals,doc-comment}.ts",
      "generator/{excerpt,markdown,unseen,identifier}.ts",
      "generator/plan/identifiers.ts",
    ],
    tests: [
      "test/excerpt.test.ts",
      "test/identifier.test.ts",
      "test/markdown.test.ts",
      "test/render/literals.test.ts",
      "test/render/doc-comment.test.ts",
      "test/plan/identifiers.test.ts",
      "test/cli/diff-markdown.test.ts",
    ],
  },
  diff: {
    mutate: ["generator/diff/*.ts", "!generator/diff/types.ts"],
    tests: [
      ...[
        "values",
        "names",
        "renamed-types",
        "renamed-members",
        "members",
        "package",
        "compiled-types",
        "large",
        "pair-up",
      ].map((name) => `test/diff/${name}.test.ts`),
      "test/golden/diff.test.ts",
    ],
  },
  slice: {
    mutate: ["generator/slice/*.ts", "!generator/slice/types.ts"],
    tests: ["test/slice/"],
  },
  plan: {
    // Its tables show in every golden; to load all tests again for each of them takes longer than the rest.
    ignoreStatic: true,
    mutate: ["generator/plan/**/*.ts", "!generator/plan/{types,surface/types}.ts", "!generator/plan/identifiers.ts"],
    tests: [
      ...["test/mutation/goldens.mutation.ts", "test/plan/", "test/golden/diff.test.ts"],
      ...["package", "members", "names"].map((name) => `test/diff/${name}.test.ts`),
    ],
  },
  primitives: {
    mutate: ["templates/runtime/{strings,numbers,decimals,digits,date-time,geo,geo-shapes}.ts"],
    tests: ["strings", "numbers", "decimals", "digits", "date-time", "geo", "expected", "primitives.property"].map(
      (name) => `test/runtime/${name}.test.ts`,
    ),
  },
  walk: {
    mutate: [
      "templates/runtime/walk-*.ts",
      "templates/runtime/{resolve,table,take-notes,report,run,collector,tag,copy}.ts",
    ],
    tests: [
      ...[
        "issue-texts",
        "resolve",
        "issues",
        "issues-discriminator",
        "issues-presence",
        "straight",
        "canonical",
        "dynamic",
        "tag",
        "notes",
        "depth",
      ],
      ...["limits", "descriptions", "hostile-objects", "hostile", "hostile-sizes", "collection", "envelope", "options"],
      "agreement",
    ].map((name) => `test/runtime/${name}.test.ts`),
  },
  guard: {
    mutate: ["generator/csdl/xml/*.ts", "!generator/csdl/xml/{guard-types,tree-types}.ts"],
    tests: [
      ...["decode", "well-formed", "references", "hints", "read-tree", "disagreement", "foreign-names"],
      ...["read-root", "read-errors", "read-document", "guard-limits"],
    ].map((name) => `test/csdl/${name}.test.ts`),
  },
};
