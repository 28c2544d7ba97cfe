import { defineConfig } from "vitest/config";

/** What is published: packed, installed and run as users do. Slow, and in need of npm: `npm run test:package`. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    maxWorkers: "100%",
    globalSetup: "test/package/setup.ts",
    // Installing, compiling and bundling take their time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    env: { TZ: "UTC", NO_COLOR: "1" },
  },
});
