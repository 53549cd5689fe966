#!/usr/bin/env node
import { main } from "./run/main.ts";
import { behaveAsCommand, finish } from "./run/process.ts";

behaveAsCommand();
finish(await main(process.argv.slice(2)));
