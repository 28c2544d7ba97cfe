import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // What is published has a configuration of its own: vitest.package.config.ts.
    exclude: [...configDefaults.exclude, "test/package/**"],
    // One process a core: many tests wait for compilers that run beside them.
    maxWorkers: "100%",
    // The command line is tested as it is run: built once, before everything.
    globalSetup: "test/build.ts",
    // Many tests start a process, on machines that are busy with others.
    testTimeout: 30_000,
    // Nothing that depends on where and when the tests run may depend on the machine.
    env: { TZ: "UTC", NO_COLOR: "1" },
  },
});
