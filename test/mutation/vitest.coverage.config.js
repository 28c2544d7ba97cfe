import { configDefaults, defineConfig } from "vitest/config";

/** Which branches the tests take (`npm run coverage`). Only what runs in the tests' own processes is counted. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // They compile, install or start what is built; nothing of it is counted.
    exclude: [
      ...configDefaults.exclude,
      "test/package/!(release).test.ts",
      "test/{types,readme,architecture}/**",
      "test/golden/compile.test.ts",
    ],
    globalSetup: "test/build.ts",
    testTimeout: 120_000,
    hookTimeout: 300_000,
    env: { TZ: "UTC", NO_COLOR: "1", COMMANDS: "in-process" },
    coverage: {
      enabled: true,
      provider: "v8",
      reportsDirectory: "coverage",
      reporter: ["text", "json-summary", "json"],
      include: ["generator/**/*.ts", "templates/runtime/*.ts"],
      exclude: [
        // The process itself: tested as it is run, built and in a process of its own.
        "generator/cli.ts",
        // Nothing but types.
        "**/types.ts",
      ],
      thresholds: { branches: 95 },
    },
  },
});
