#!/usr/bin/env node
import { finish, main } from "./run/main.ts";

finish(await main(process.argv.slice(2)));
