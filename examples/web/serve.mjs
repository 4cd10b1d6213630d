// Serves the built page on this computer only: node serve.mjs [port]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("dist/", import.meta.url));
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** A server for the files in `dist`, listening on a port of 127.0.0.1; 0 is any free one. */
export async function serve(port = 0) {
  const server = createServer(async ({ url }, response) => {
    try {
      // What is left of a path after `normalize` cannot climb out of the folder: it begins with a slash.
      const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
      const file = join(ROOT, path.endsWith("/") ? join(path, "index.html") : path);
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening, failed) => server.on("error", failed).listen(port, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.argv[2] ?? 8000));
  console.log(`the page is at ${address}; Ctrl+C stops it`);
}
