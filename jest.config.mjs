import { availableParallelism } from "node:os";

// As `npm start` does: without it graphql looks at every value a second time, which takes a tenth of a request.
process.env.NODE_ENV = "production";

// Jest runs our TypeScript as ES modules: swc strips the types, Node resolves the rest.
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: "es6" },
      },
    ],
  },
  globalSetup: "<rootDir>/tests/support/global-setup.mjs",
  globalTeardown: "<rootDir>/tests/support/global-teardown.mjs",
  testTimeout: 30_000,
  workerIdleMemoryLimit: "1GB",
  // Tests wait for Postgres a third of their time: one worker more than two processors keeps both busy.
  maxWorkers: Math.max(3, Math.floor(availableParallelism() / 2)),
};
