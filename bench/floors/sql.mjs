// The SQL floor: node:http and pg, one prepared statement a request, its text piped out untouched.
import { createServer } from "node:http";
import pg from "pg";
import { statements } from "./statements.mjs";

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.CONNECTIONS),
  // As on Dateline's readers: a plan made for unknown values is kept.
  options: "-c plan_cache_mode=force_generic_plan -c jit=off -c TimeZone=UTC",
});

async function answer(body, response) {
  const { operationName: name, variables } = JSON.parse(body);
  const { text, values } = statements[name];
  const { rows } = await pool.query({ name, text, values: values(variables ?? {}) });
  const bytes = Buffer.from(rows[0].j);
  response.writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": bytes.length });
  response.end(bytes);
}

createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    answer(parts.length === 1 ? parts[0] : Buffer.concat(parts), response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
