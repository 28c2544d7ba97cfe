import { configDefaults, defineConfig } from "vitest/config";

const isolated = "test/**/*.isolated.test.ts";

// What is published has a configuration of its own: vitest.package.config.ts.
const exclude = [...configDefaults.exclude, "test/package/**"];

export default defineConfig(({ mode }) => ({
  test: {
    // One process a core: many tests wait for compilers that run beside them.
    maxWorkers: "100%",
    // The command line is tested as it is run: built once, before everything.
    globalSetup: "test/build.ts",
    // Many tests start a process, on machines that are busy with others.
    testTimeout: 30_000,
    // Nothing that depends on where and when the tests run may depend on the machine.
    env: { TZ: "UTC", NO_COLOR: "1" },
    projects: [
      // The compiler and the formatter are loaded once a process, not once a file.
      {
        extends: true,
        mode,
        test: { name: "shared", isolate: false, include: ["test/**/*.test.ts"], exclude: [...exclude, isolated] },
      },
      // Files that put a module in the place of another have a process of their own.
      { extends: true, mode, test: { name: "isolated", include: [isolated], exclude } },
    ],
  },
}));
