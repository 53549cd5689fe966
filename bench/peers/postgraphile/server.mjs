// PostGraphile on the flat copy, set up as its documentation says: Amber, the V4 names, nothing that slows it down.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makeV4Preset } from "postgraphile/presets/v4";

const serv = postgraphile({
  extends: [
    PostGraphileAmberPreset,
    makeV4Preset({ simpleCollections: "omit", graphqlRoute: "/graphql", graphiql: false }),
  ],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ["news"],
      poolConfig: { max: Number(process.env.CONNECTIONS) },
    }),
  ],
  grafserv: { graphqlPath: "/graphql", websockets: false },
  grafast: { explain: false },
}).createServ(grafserv);

const server = createServer();
server.on("error", console.error);
await serv.addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1");
