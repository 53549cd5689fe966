import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

/** Calls that build SQL out of strings: parameters belong into tagged templates. */
const unsafeSql = ["queryRawUnsafe", "executeRawUnsafe", "$queryRawUnsafe", "$executeRawUnsafe"].map((name) => ({
  selector: `MemberExpression[property.name="${name}"]`,
  message: "No SQL by string building: use the tagged $queryRaw / $executeRaw, with parameters only.",
}));

/** `Prisma.raw` may only hold text written in the source itself. */
const rawSql = {
  selector: 'CallExpression[callee.object.name="Prisma"][callee.property.name="raw"]:not([arguments.0.type="Literal"])',
  message: "Prisma.raw takes a literal only: names chosen by others never enter SQL.",
};

const plainQuery = {
  selector: 'CallExpression[callee.property.name="query"] > TemplateLiteral[expressions.length>0]',
  message: "No values inside SQL text: pass them as parameters.",
};

/** Only stores ask the database, so that a use case reads as what it does. */
const outsideStores = [
  'CallExpression[callee.object.object.name="db"]',
  'CallExpression[callee.object.object.property.name="db"]',
  "TaggedTemplateExpression[tag.property.name=/^.(query|execute)Raw$/]",
].map((selector) => ({ selector, message: "Ask the database in the room's *.store.ts." }));

const defaultExport = { selector: "ExportDefaultDeclaration", message: "Name what you export." };
const exportAll = { selector: "ExportAllDeclaration", message: "A room's index names what it offers; no export *." };

export default tseslint.config(
  { ignores: ["dist", "coverage", "node_modules", "src/database/generated", ".dateline", "bench/peers"] },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // TypeGraphQL's leaves are classes that carry decorators only; errors carry a code.
      "@typescript-eslint/no-extraneous-class": "off",
      // A use case may be asynchronous by contract and settle at once.
      "@typescript-eslint/require-await": "off",
      "no-restricted-syntax": ["error", ...unsafeSql, rawSql, plainQuery, defaultExport, exportAll],
      "max-lines": ["error", { max: 200, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
      complexity: ["error", 12],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/newsroom/**/*.ts", "src/delivery/**/*.ts"],
    // The desk opens transactions; the records are written by nothing but their one statement.
    ignores: ["**/*.store.ts", "src/newsroom/desk.ts", "src/newsroom/records/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...unsafeSql, rawSql, plainQuery, defaultExport, exportAll, ...outsideStores],
    },
  },
  {
    files: ["src/**/*.ts", "admin/**/*.ts"],
    ignores: ["src/kernel/config/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only src/kernel/config reads the environment." },
      ],
    },
  },
  {
    files: ["tests/**/*.ts", "bench/**/*.ts"],
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
      "no-restricted-syntax": ["error", defaultExport, exportAll],
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  { files: ["prisma.config.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["**/*.mjs", "desk"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
        WebAssembly: "readonly",
        globalThis: "readonly",
        performance: "readonly",
        AbortSignal: "readonly",
        structuredClone: "readonly",
      },
    },
  },
);
