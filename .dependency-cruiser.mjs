// The house, as data: floors from the ground up. Imports only go down.
const floors = {
  kernel: [],
  domain: ["kernel"],
  database: ["domain", "kernel"],
  newsroom: ["database", "domain", "kernel"],
  delivery: ["database", "domain", "kernel"],
  "graphql/shared": ["delivery", "domain", "kernel"],
  "graphql/delivery": ["graphql/shared", "delivery", "domain", "kernel"],
  "graphql/desk": ["graphql/shared", "newsroom", "delivery", "domain", "kernel"],
  http: ["graphql", "newsroom", "delivery", "database", "domain", "kernel"],
};

const below = Object.entries(floors).map(([floor, allowed]) => ({
  name: `imports-go-down-from-${floor.replace("/", "-")}`,
  comment: `src/${floor} stands on ${allowed.join(", ") || "nothing of ours"} only. Move what is needed a floor below.`,
  severity: "error",
  from: { path: `^src/${floor}/` },
  to: { path: "^(src|admin|tests)/", pathNot: [`^src/${floor}/`, ...allowed.map((room) => `^src/${room}/`)] },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    ...below,
    rule(
      "delivery-knows-no-newsroom",
      "The public side must not reach a draft even by mistake: read through the lens.",
      { path: "^src/(delivery|graphql/delivery)/" },
      { path: "^src/(newsroom|graphql/desk)/" },
    ),
    rule(
      "newsroom-knows-no-graphql",
      "Rules serve every door. Put wording for one door in that door.",
      { path: "^src/(newsroom|delivery|domain|database|kernel)/" },
      { path: "^(src/(graphql|http)/|node_modules/(graphql|type-graphql|@apollo|fastify)/)" },
    ),
    rule(
      "admin-calls-use-cases",
      "The desk command is a door: parse, call the use case, print.",
      { path: "^admin/" },
      { path: "^src/(graphql|http)/" },
    ),
    rule(
      "types-are-leaves",
      "Object types never import each other: every edge is a resolver method.",
      { path: "^src/graphql/(delivery|desk)/.*\\.type\\.ts$" },
      { path: "^src/graphql/(delivery|desk)/.*\\.(type|resolver)\\.ts$" },
    ),
    rule(
      "rooms-meet-at-the-index",
      "Another room is entered through its index.ts, which names what it offers.",
      { path: "^src/(newsroom|domain|delivery)/([^/]+)/" },
      { path: "^src/(newsroom|domain|delivery)/[^/]+/", pathNot: ["^src/$1/$2/", "/index\\.ts$"] },
    ),
    rule(
      "domain-is-pure",
      "Words and rules do no I/O and have no clock of their own.",
      { path: "^src/domain/" },
      { dependencyTypes: ["core"] },
    ),
    rule("no-circles", "Two files that need each other are one, or miss a third.", {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "src/database/generated/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      extensions: [".ts", ".mjs", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
